package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;

/** How facts become text. The catalogues themselves are held by {@code CataloguesTest}. */
class ProblemTest {

  @Test
  void daysAndMomentsAreToldInVietnamsTimeAndTheDayFirst() {
    Fault locked =
        SubmissionProblem.FORM_LOCKED.of(
            new UnitCode("SCT"), Instant.parse("2020-10-31T16:59:59.999Z"));
    assertTrue(locked.detail(Language.VI).contains("lúc 23:59 ngày 31/10/2020."));
    assertTrue(locked.detail(Language.EN).contains("at 2020-10-31 23:59."));
    Fault outside =
        EvidenceProblem.PERIOD_OUTSIDE.of(
            "năm 2019", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    assertTrue(outside.detail(Language.VI).contains("01/01/2020 đến 31/12/2020"));
    assertTrue(outside.detail(Language.EN).contains("2020-01-01 to 2020-12-31"));
  }

  @Test
  void whatWasSentIsToldAsItCame() {
    for (String sent : List.of("2020-10-31", "2020-02-31", "2020-10-31T00:00:00Z")) {
      String detail =
          Violation.at("until", InputProblem.IN_THE_FUTURE.of(sent, LocalDate.of(2020, 10, 30)))
              .detail(Language.VI);
      assertTrue(detail.contains(": " + sent + " "), detail);
      assertTrue(detail.contains("30/10/2020"), detail);
    }
  }

  @Test
  void whatIsNoDayIsToldAsItStands() {
    for (String account : List.of("2020-99-99", "2020-99-99T00:00:00Z")) {
      Fault stranger = AccessProblem.EMPLOYER_NOT_STATED.of(account, "SCT", "-");
      assertTrue(stranger.detail(Language.VI).contains(account));
    }
  }

  @Test
  void fillsItsSlotsAndShowsThatAFactIsMissing() {
    assertEquals(
        "Tiêu chí II.12 chưa có câu trả lời.",
        SigningProblem.UNANSWERED.of(new CriterionId("II.12")).detail(Language.VI));
    assertEquals(
        "Criterion … has no answer.", SigningProblem.UNANSWERED.detail(Language.EN, Map.of()));
    assertEquals(
        "Criterion {criterion} has no answer.",
        SigningProblem.UNANSWERED.detail(Language.EN, Map.of("criterion", "{criterion}")));
  }

  @Test
  void aWordOfBothLanguagesIsToldInTheReadersOwn() {
    Fault shut =
        CustodyProblem.EVIDENCE_NOT_OPEN.of("a.pdf", new Bilingual("đã được rút", "was withdrawn"));
    assertTrue(shut.detail(Language.VI).contains("“a.pdf” đã được rút."));
    assertTrue(shut.detail(Language.EN).contains("“a.pdf” was withdrawn."));
  }

  @Test
  void aNumberIsToldWithoutAnExponent() {
    Fault negative = InputProblem.NEGATIVE.of("-1", new BigDecimal("1E+2"));
    assertEquals("100", negative.facts().get("min"));
  }

  @Test
  void aFactOfABodysSizeIsCut() {
    Fault added = SigningProblem.FILE_ADDED_SINCE.of("x".repeat(1_001));
    assertEquals("x".repeat(500) + "…", added.facts().get("fileName"));
    assertEquals(501, Violation.at("y".repeat(1_001), added).place().length());
  }
}
