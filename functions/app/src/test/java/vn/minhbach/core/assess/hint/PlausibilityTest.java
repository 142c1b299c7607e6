package vn.minhbach.core.assess.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.core.scoring.Scoring;

/** What looks odd in a form, by the commune's real criteria. */
class PlausibilityTest {

  private static final CriteriaSet SET = CriteriaFixture.commune();
  private final Map<CriterionId, Answer> answers = new LinkedHashMap<>();
  private final Map<CriterionId, Integer> files = new HashMap<>();
  private final Map<CriterionId, LastYear.Figure> lastYear = new HashMap<>();
  private Optional<Particulars> particulars = Optional.empty();
  private DeskSettings settings = DeskSettings.DEFAULT;

  private static CriterionId id(String id) {
    return new CriterionId(id);
  }

  static Answer answer(Criterion criterion, Map<String, Object> inputs) {
    var scored = Scoring.score(criterion, inputs).fold(refusal -> null, found -> found);
    return new Answer(
        criterion.id(),
        Answer.Content.of(scored.inputs(), scored.points()),
        Answer.Authorship.own(1, Instant.EPOCH, "sub"),
        1);
  }

  private void say(String criterion, Object... pairs) {
    var inputs = new HashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      inputs.put((String) pairs[i], pairs[i + 1]);
    }
    Criterion known = SET.criterion(id(criterion)).orElseThrow();
    answers.put(id(criterion), answer(known, inputs));
  }

  private void prove(String criterion) {
    files.put(id(criterion), 1);
  }

  private void before(String criterion, Map<String, Object> inputs) {
    lastYear.put(id(criterion), new LastYear.Figure(inputs, Optional.empty(), Optional.empty()));
  }

  private List<Plausibility.Warning> warnings() {
    return Plausibility.of(
        new Plausibility.Facts(SET, answers, files, lastYear, particulars, settings));
  }

  private List<String> said() {
    return warnings().stream()
        .map(warning -> warning.criterion() + " " + warning.fault().problem())
        .toList();
  }

  @Test
  void partThatEqualsItsWholeWantsEvidence() {
    say("I.1", "a", 21, "b", 21);
    assertEquals(List.of("I.1 " + HintProblem.ALL_WITHOUT_EVIDENCE), said());
    prove("I.1");
    assertEquals(List.of(), said());
    say("I.1", "a", 0, "b", 0);
    files.clear();
    assertFalse(said().contains("I.1 " + HintProblem.ALL_WITHOUT_EVIDENCE), "nothing of nothing");
  }

  @Test
  void fullPointsWantEvidenceUnlessTheProvinceHoldsTheFigure() {
    String criterion = "I.4";
    say(criterion, "v", true);
    assertEquals(List.of(criterion + " " + HintProblem.FULL_POINTS_WITHOUT_EVIDENCE), said());
    Answer own = answers.get(id(criterion));
    answers.put(
        id(criterion),
        own.withClaim(
            new Claim(Claim.Kind.CONFIRMED, Optional.empty(), Map.of(), Optional.empty())));
    assertEquals(List.of(), said());
    say(criterion, "v", false);
    assertEquals(List.of(), said());
  }

  @Test
  void shareThatJumpsAgainstLastYearIsAskedAbout() {
    prove("I.1");
    before("I.1", Map.of("a", 10L, "b", 20L));
    say("I.1", "a", 16, "b", 20);
    assertEquals(List.of(), said(), "30 points exactly are none too many");
    say("I.1", "a", 17, "b", 20);
    assertEquals(List.of("I.1 " + HintProblem.SHARE_JUMPED), said());
    assertEquals(
        "Tiêu chí I.1: tỷ lệ đổi từ 50% năm trước thành 85%, hơn 30 điểm phần trăm. Kiểm tra lại số"
            + " liệu.",
        warnings().getFirst().fault().detail(Language.VI));
    settings = settings(40, 50);
    assertEquals(List.of(), said());
  }

  @Test
  void wholeThatJumpsIsAskedAboutThoughTheShareStands() {
    prove("I.1");
    before("I.1", Map.of("a", 10L, "b", 20L));
    say("I.1", "a", 15, "b", 30);
    assertEquals(List.of(), said(), "half more exactly");
    say("I.1", "a", 16, "b", 31);
    assertEquals(List.of("I.1 " + HintProblem.FIGURE_JUMPED), said());
    before("I.1", Map.of("a", 0L, "b", 0L));
    assertEquals(List.of(), said(), "from nothing there is no jump");
  }

  @Test
  void countThatJumpsIsAskedAbout() {
    prove("II.14");
    before("II.14", Map.of("n", new BigDecimal("2")));
    say("II.14", "n", 4);
    assertEquals(List.of("II.14 " + HintProblem.FIGURE_JUMPED), said());
    say("II.14", "n", 3);
    assertEquals(List.of(), said());
  }

  @Test
  void wholesOfTheSameNameShouldBeTheSame() {
    say("I.7", "a", 3, "b", 21);
    say("I.8", "a", 3, "b", 22);
    say("I.2", "a", 3, "b", 30);
    assertEquals(List.of("I.8 " + HintProblem.WHOLES_DIFFER), said());
    assertEquals("I.7", warnings().getFirst().fault().facts().get("other"));
    say("I.8", "a", 3, "b", 21);
    assertEquals(List.of(), said());
  }

  @Test
  void staffShouldBeThatOfTheHeadOfTheForm() {
    particulars =
        Optional.of(
            new Particulars(
                "Số 1",
                new Particulars.Staff(11, 10, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new Particulars.Contact("A", "0", Optional.empty()),
                Instant.EPOCH,
                "sub",
                1));
    say("I.7", "a", 3, "b", 22);
    say("I.2", "a", 3, "b", 30);
    assertEquals(List.of("I.7 " + HintProblem.STAFF_DIFFERS), said());
    say("I.7", "a", 3, "b", 21);
    assertEquals(List.of(), said());
    say("I.7", "a", 3, "b", 22);
    settings = new DeskSettings(none(), none(), none(), none(), List.of("Khác"), none(), none());
    assertEquals(List.of(), said());
  }

  @Test
  void shortReasonForNotApplicableNeedsANote() {
    answers.put(id("II.7"), notApplicable("Không có", Optional.empty()));
    assertEquals(List.of("II.7 " + HintProblem.REASON_TOO_SHORT), said());
    answers.put(id("II.7"), notApplicable("Không có", Optional.of("Theo báo cáo số 12")));
    assertEquals(List.of(), said());
    answers.put(id("II.7"), notApplicable("Không phát sinh phản ánh", Optional.empty()));
    assertEquals(List.of(), said());
  }

  private static Answer notApplicable(String reason, Optional<String> note) {
    return new Answer(
        id("II.7"),
        new Answer.Content(Map.of(), Optional.of(reason), note, none(), none()),
        Answer.Authorship.own(1, Instant.EPOCH, "sub"),
        1);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static DeskSettings settings(int points, int percent) {
    return new DeskSettings(
        none(), Optional.of(points), Optional.of(percent), none(), List.of(), none(), none());
  }

  @Test
  void warningsFollowTheOrderOfTheForm() {
    for (String criterion : List.of("III.1", "I.4", "I.1")) {
      if (criterion.equals("I.1")) {
        say(criterion, "a", 1, "b", 1);
      } else {
        say(criterion, "v", true);
      }
    }
    var order = new ArrayList<String>();
    warnings().forEach(warning -> order.add(warning.criterion().value()));
    assertEquals(List.of("I.1", "I.4", "III.1"), order);
  }
}
