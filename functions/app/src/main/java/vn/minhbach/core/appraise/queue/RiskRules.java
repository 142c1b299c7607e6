package vn.minhbach.core.appraise.queue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.hint.HintProblem;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.hint.Plausibility;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.prepare.campaign.DeskSettings;

/**
 * Why a cell should be looked at early. Pure: the same answer, files, last year, group and settings
 * give the same reasons, in the order of their kinds. What the unit itself was warned of ({@link
 * Plausibility}) is told in the same words.
 */
public final class RiskRules {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Map<Problem, Reason.Kind> WARNED =
      Map.of(
          HintProblem.ALL_WITHOUT_EVIDENCE, Reason.Kind.WITHOUT_EVIDENCE,
          HintProblem.FULL_POINTS_WITHOUT_EVIDENCE, Reason.Kind.WITHOUT_EVIDENCE,
          HintProblem.SHARE_JUMPED, Reason.Kind.JUMP,
          HintProblem.FIGURE_JUMPED, Reason.Kind.JUMP,
          HintProblem.REASON_TOO_SHORT, Reason.Kind.NOT_APPLICABLE);

  private RiskRules() {}

  /**
   * What is looked at.
   *
   * @param files that count; empty where they were not read: then nothing is said of them
   * @param sharing other units that cite the same bytes
   * @param period that files are about; empty where the plan gives none
   * @param habit that the unit stood out in the year before; empty where it did not
   * @param group how the group's figures lie; empty where it is too small to tell
   */
  public record Facts(
      CriteriaSet criteria,
      Criterion criterion,
      Answer answer,
      Optional<List<Evidence>> files,
      Set<UnitCode> sharing,
      Optional<Period> period,
      Optional<LastYear.Figure> lastYear,
      Optional<OverScoring> habit,
      Optional<Spread> group,
      boolean sampled,
      DeskSettings settings) {}

  /** Everything that speaks for looking early. */
  public static List<Reason> of(Facts facts) {
    CriterionId id = facts.criterion().id();
    var reasons = new ArrayList<Reason>();
    warned(facts)
        .forEach(warning ->
            Optional.ofNullable(WARNED.get(warning.fault().problem()))
                .ifPresent(kind -> reasons.add(new Reason(kind, warning.fault()))));
    if (facts.answer().claim().filter(one -> one.kind() == Claim.Kind.CONTESTED).isPresent()) {
      reasons.add(new Reason(Reason.Kind.CONTESTED, RiskProblem.FIGURE_CONTESTED.of(id)));
    }
    if (!facts.sharing().isEmpty()) {
      reasons.add(
          new Reason(
              Reason.Kind.SHARED_FILE,
              RiskProblem.FILE_AT_SEVERAL_UNITS.of(
                  id, facts.sharing().stream().sorted().map(UnitCode::value).toList())));
    }
    young(facts).ifPresent(reasons::add);
    outlier(facts).ifPresent(reasons::add);
    if (facts.answer().notApplicable().isPresent()) {
      reasons.add(
          new Reason(Reason.Kind.NOT_APPLICABLE, RiskProblem.CLAIMED_NOT_APPLICABLE.of(id)));
    }
    facts
        .habit()
        .filter(habit -> claimsPoints(facts.answer()))
        .ifPresent(habit ->
            reasons.add(
                new Reason(
                    Reason.Kind.OVER_SCORED,
                    RiskProblem.OVER_SCORED_BEFORE.of(
                        habit.before().toString(), habit.typical().toString()))));
    if (facts.sampled()) {
      reasons.add(new Reason(Reason.Kind.SAMPLE, RiskProblem.IN_THE_SAMPLE.of(id)));
    }
    reasons.sort(Comparator.comparing(Reason::kind));
    return List.copyOf(reasons);
  }

  // Who gives itself nothing here cannot have given itself too much.
  private static boolean claimsPoints(Answer answer) {
    return answer.notApplicable().isEmpty()
        && answer.points().map(points -> points.value().signum() > 0).orElse(true);
  }

  private static List<Plausibility.Warning> warned(Facts facts) {
    CriterionId id = facts.criterion().id();
    return Plausibility.of(
        new Plausibility.Facts(
            facts.criteria(),
            Map.of(id, facts.answer()),
            Map.of(id, facts.files().map(List::size).orElse(1)),
            facts.lastYear().map(figure -> Map.of(id, figure)).orElse(Map.of()),
            Optional.empty(),
            facts.settings()));
  }

  // A photo or a screenshot is taken when the form is filled in; a document must have been there.
  private static Optional<Reason> young(Facts facts) {
    if (facts.period().isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = facts.period().get().to();
    List<String> young =
        facts.files().orElse(List.of()).stream()
            .flatMap(file -> file.declaration().meaning().proof().stream())
            .filter(
                proof -> proof instanceof Proof.Document document && document.date().isAfter(last))
            .map(proof -> ((Proof.Document) proof).number())
            .sorted()
            .distinct()
            .toList();
    return young.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Reason.Kind.DATED_AFTER,
                RiskProblem.DOCUMENT_AFTER_PERIOD.of(facts.criterion().id(), young, last)));
  }

  private static Optional<Reason> outlier(Facts facts) {
    return facts
        .group()
        .flatMap(spread ->
            figure(facts.criterion(), facts.answer())
                .filter(spread::outlier)
                .map(value ->
                    new Reason(
                        Reason.Kind.OUTLIER,
                        RiskProblem.OUTLIER_OF_GROUP.of(
                            facts.criterion().id(),
                            shown(facts.criterion(), value),
                            shown(facts.criterion(), spread.median()),
                            spread.count()))));
  }

  /**
   * What an answer is measured by within its group: the share in per cent where the criterion is
   * one share, since units differ in size; else its points. Empty where it has none: it does not
   * apply, its whole is zero, or its points hang on the group's best.
   */
  public static Optional<BigDecimal> figure(Criterion criterion, Answer answer) {
    if (answer.notApplicable().isPresent()) {
      return Optional.empty();
    }
    Optional<ScoringRule.Share> share = share(criterion);
    if (share.isPresent()) {
      return percent(share.get(), answer.inputs());
    }
    return criterion.rule().relative()
        ? Optional.empty()
        : answer.points().map(points -> points.value());
  }

  private static Optional<ScoringRule.Share> share(Criterion criterion) {
    List<Leaf> leaves = Leaf.of(criterion);
    return leaves.size() == 1 && leaves.getFirst().path().isEmpty()
        ? leaves.getFirst().rule().partOfWhole()
        : Optional.empty();
  }

  private static Optional<BigDecimal> percent(ScoringRule.Share share, Map<String, Object> inputs) {
    Object part = inputs.get(share.numerator().key());
    Object whole = inputs.get(share.denominator().key());
    return part instanceof Number
            && whole instanceof Number
            && new BigDecimal(whole.toString()).signum() > 0
        ? Optional.of(
            new BigDecimal(part.toString())
                .multiply(HUNDRED)
                .divide(new BigDecimal(whole.toString()), 2, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  private static String shown(Criterion criterion, BigDecimal value) {
    String number = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return share(criterion).isPresent() ? number + " %" : number;
  }
}
