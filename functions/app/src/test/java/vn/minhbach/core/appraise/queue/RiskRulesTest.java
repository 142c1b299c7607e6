package vn.minhbach.core.appraise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Declaration;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.hint.HintProblem;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.prepare.campaign.DeskSettings;
import vn.minhbach.core.scoring.Scoring;

/** Each reason, by the departments' real criteria. */
class RiskRulesTest {

  private static final CriteriaSet SET = CriteriaFixture.department();

  /** A share, with evidence required; and one of the shared system that may not apply. */
  private static final Criterion SHARE = criterion("I.1");

  private static final Criterion OPTIONAL = criterion("II.10");

  private Criterion criterion = SHARE;
  private static final Optional<Period> PERIOD =
      Optional.of(new Period(LocalDate.of(2019, 7, 1), LocalDate.of(2020, 6, 30)));

  private Optional<List<Evidence>> files = Optional.of(List.of(file(LocalDate.of(2020, 6, 30))));
  private Set<UnitCode> sharing = Set.of();
  private Optional<LastYear.Figure> before = Optional.empty();
  private Optional<OverScoring> habit = Optional.empty();
  private Optional<Spread> group = Optional.empty();
  private boolean sampled;

  private static Evidence file(LocalDate date) {
    return new Evidence(
        "0".repeat(32),
        new Declaration(
            Optional.of(new CriterionId("I.1")),
            Optional.empty(),
            "QĐ.pdf",
            "application/pdf",
            10,
            "ab".repeat(32),
            new Meaning(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Proof.Document("45/QĐ-UBND", date, "UBND tỉnh", "Về đề án", false)),
                false)),
        new Evidence.Grant(Instant.EPOCH, Instant.EPOCH),
        Checks.NONE,
        Evidence.State.ACCEPTED,
        1);
  }

  private static Criterion criterion(String id) {
    return SET.criterion(new CriterionId(id)).orElseThrow();
  }

  private Answer share(int part, int whole) {
    var scored =
        Scoring.score(criterion, Map.of("a", part, "b", whole))
            .fold(refusal -> null, found -> found);
    return answer(Answer.Content.of(scored.inputs(), scored.points()));
  }

  private Answer answer(Answer.Content content) {
    return new Answer(criterion.id(), content, Answer.Authorship.own(1, Instant.EPOCH, "sub"), 1);
  }

  private List<Reason> reasons(Answer answer) {
    return RiskRules.of(
        new RiskRules.Facts(
            SET,
            criterion,
            answer,
            files,
            sharing,
            PERIOD,
            before,
            habit,
            group,
            sampled,
            DeskSettings.DEFAULT));
  }

  private static List<Reason.Kind> kinds(List<Reason> reasons) {
    return reasons.stream().map(Reason::kind).toList();
  }

  private static void only(Problem expected, List<Reason> reasons) {
    assertEquals(List.of(expected), reasons.stream().map(one -> one.fault().problem()).toList());
  }

  private static Optional<Spread> group(String... percent) {
    return Spread.of(List.of(percent).stream().map(BigDecimal::new).toList());
  }

  @Test
  void documentYoungerThanThePeriodIsNamedAndOneOfItsLastDayIsNot() {
    Answer answer = share(1, 2);
    assertEquals(List.of(), reasons(answer));
    files = Optional.of(List.of(file(LocalDate.of(2020, 7, 1))));
    only(RiskProblem.DOCUMENT_AFTER_PERIOD, reasons(answer));
    assertEquals("45/QĐ-UBND", reasons(answer).getFirst().fault().facts().get("documents"));
  }

  @Test
  void unitThatGaveItselfTooMuchIsAHintWhereItGivesItselfAnything() {
    habit = Optional.of(new OverScoring(Points.of("12.50"), Points.of("1.00")));
    only(RiskProblem.OVER_SCORED_BEFORE, reasons(share(1, 2)));
    assertEquals("12.50", reasons(share(1, 2)).getFirst().fault().facts().get("cut"));
    assertEquals(List.of(), reasons(share(0, 2)));
    assertTrue(
        Reason.weight(reasons(share(1, 2)))
            <= List.of(Reason.Kind.values()).stream()
                .mapToInt(Reason.Kind::weight)
                .min()
                .orElseThrow(),
        "no other reason weighs less");
  }

  @Test
  void plainAnswerHasNoReason() {
    group = group("40", "45", "50", "55", "60");
    before =
        Optional.of(
            new LastYear.Figure(Map.of("a", 5L, "b", 10L), Optional.empty(), Optional.empty()));
    assertEquals(List.of(), reasons(share(5, 10)));
    assertEquals(0, Reason.weight(List.of()));
  }

  @Test
  void allOfAWholeWithoutAFileIsToldOnlyOnceTheFilesWereRead() {
    files = Optional.of(List.of());
    List<Reason> bare = reasons(share(10, 10));
    assertEquals(List.of(Reason.Kind.WITHOUT_EVIDENCE), kinds(bare));
    assertEquals(HintProblem.ALL_WITHOUT_EVIDENCE, bare.getFirst().fault().problem());
    assertEquals(3, Reason.weight(bare));
    assertEquals(List.of(), reasons(share(9, 10)));
    files = Optional.empty();
    assertEquals(List.of(), reasons(share(10, 10)));
    files = Optional.of(List.of(file(LocalDate.of(2020, 6, 30))));
    assertEquals(List.of(), reasons(share(10, 10)));
  }

  @Test
  void figureThatTheUnitContestsIsOneAndAConfirmedOneIsNot() {
    Answer own = share(5, 10);
    var contested =
        new Claim(
            Claim.Kind.CONTESTED, Optional.empty(), Map.of("a", 3L), Optional.of("Đếm thiếu"));
    var confirmed =
        new Claim(Claim.Kind.CONFIRMED, Optional.empty(), Map.of("a", 5L), Optional.empty());
    List<Reason> reasons = reasons(own.withClaim(contested));
    assertEquals(List.of(Reason.Kind.CONTESTED), kinds(reasons));
    only(RiskProblem.FIGURE_CONTESTED, reasons);
    assertEquals(
        "Tiêu chí I.1: đơn vị khai khác số liệu của tỉnh.",
        reasons.getFirst().fault().detail(Language.VI));
    assertEquals(List.of(), reasons(own.withClaim(confirmed)));
  }

  @Test
  void jumpAgainstLastYearIsOneHoweverManyFiguresJump() {
    before =
        Optional.of(
            new LastYear.Figure(Map.of("a", 1L, "b", 100L), Optional.empty(), Optional.empty()));
    List<Reason> reasons = reasons(share(99, 100));
    assertEquals(List.of(Reason.Kind.JUMP), kinds(reasons).stream().distinct().toList());
    assertEquals(2, Reason.weight(reasons));
    assertEquals(
        2, Reason.weight(List.of(reasons.getFirst(), reasons.getFirst())), "a kind counts once");
  }

  @Test
  void figureFarFromTheGroupIsToldWithItsMedian() {
    group = group("40", "41", "42", "43", "44", "100");
    List<Reason> reasons = reasons(share(97, 100));
    assertEquals(List.of(Reason.Kind.OUTLIER), kinds(reasons));
    only(RiskProblem.OUTLIER_OF_GROUP, reasons);
    assertEquals(
        "Tiêu chí I.1: 97 %, cách xa trung vị 42.5 % của 6 đơn vị cùng nhóm.",
        reasons.getFirst().fault().detail(Language.VI));
    assertEquals(
        "Criterion I.1: 97 %, far from the median 42.5 % of 6 units of the group.",
        reasons.getFirst().fault().detail(Language.EN));
    assertEquals(List.of(), reasons(share(45, 100)));
  }

  @Test
  void fileOfOthersIsToldWithTheirCodes() {
    sharing = Set.of(new UnitCode("SXD"), new UnitCode("SNV"));
    List<Reason> reasons = reasons(share(5, 10));
    assertEquals(List.of(Reason.Kind.SHARED_FILE), kinds(reasons));
    only(RiskProblem.FILE_AT_SEVERAL_UNITS, reasons);
    assertTrue(
        reasons.getFirst().fault().detail(Language.EN).endsWith("(SNV, SXD)."),
        reasons.getFirst().fault().detail(Language.EN));
  }

  @Test
  void claimThatItDoesNotApplyIsOneAndIsMeasuredByNobody() {
    criterion = OPTIONAL;
    group = group("40", "41", "42", "43", "44");
    Answer claimed =
        answer(
            new Answer.Content(
                Map.of(),
                Optional.of("Cơ quan không có thủ tục hành chính nào"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertEquals(List.of(Reason.Kind.NOT_APPLICABLE), kinds(reasons(claimed)));
    assertEquals(Optional.empty(), RiskRules.figure(OPTIONAL, claimed));
    Answer curt =
        answer(
            new Answer.Content(
                Map.of(), Optional.of("ko"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertEquals(
        List.of(HintProblem.REASON_TOO_SHORT, RiskProblem.CLAIMED_NOT_APPLICABLE),
        reasons(curt).stream().map(one -> one.fault().problem()).toList());
    assertEquals(2, Reason.weight(reasons(curt)));
  }

  @Test
  void sampleIsTheLightestAndReasonsComeHeaviestFirst() {
    sampled = true;
    assertEquals(List.of(Reason.Kind.SAMPLE), kinds(reasons(share(5, 10))));
    only(RiskProblem.IN_THE_SAMPLE, reasons(share(5, 10)));
    files = Optional.of(List.of());
    sharing = Set.of(new UnitCode("SXD"));
    group = group("40", "41", "42", "43", "44");
    List<Reason> all = reasons(share(10, 10));
    assertEquals(
        List.of(
            Reason.Kind.WITHOUT_EVIDENCE,
            Reason.Kind.SHARED_FILE,
            Reason.Kind.OUTLIER,
            Reason.Kind.SAMPLE),
        kinds(all));
    assertEquals(9, Reason.weight(all));
  }

  /** Units differ in size, so a share is measured in per cent and all else in points. */
  @Test
  void shareIsMeasuredInPerCentAndOthersByTheirPoints() {
    assertEquals(Optional.of(new BigDecimal("33.33")), RiskRules.figure(SHARE, share(1, 3)));
    Criterion plain = criterion("I.3");
    criterion = plain;
    var scored = Scoring.score(plain, Map.of("v", true)).fold(refusal -> null, found -> found);
    assertEquals(
        0,
        new BigDecimal("2.00")
            .compareTo(
                RiskRules.figure(plain, answer(Answer.Content.of(scored.inputs(), scored.points())))
                    .orElseThrow()));
  }
}
