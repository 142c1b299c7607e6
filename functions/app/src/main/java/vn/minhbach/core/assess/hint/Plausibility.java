package vn.minhbach.core.assess.hint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.prepare.campaign.DeskSettings;

/**
 * What a clerk should look at again before the form goes out. Warnings only: nothing is refused,
 * held back or scored by them, and a reader may be wrong to follow one.
 *
 * <p>Pure: the same form, files, last year and settings give the same warnings, in the order of the
 * form.
 */
public final class Plausibility {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Facts facts;
  private final List<Warning> warnings = new ArrayList<>();

  private Plausibility(Facts facts) {
    this.facts = facts;
  }

  /**
   * What is looked at.
   *
   * @param files how many files of each criterion count
   * @param lastYear figures that stand beside this year's
   */
  public record Facts(
      CriteriaSet criteria,
      Map<CriterionId, Answer> answers,
      Map<CriterionId, Long> files,
      Map<CriterionId, LastYear.Figure> lastYear,
      Optional<Particulars> particulars,
      DeskSettings settings) {}

  /** One thing to look at. */
  public record Warning(CriterionId criterion, Fault fault) {}

  /** Everything worth a second look. */
  public static List<Warning> of(Facts facts) {
    var plausibility = new Plausibility(facts);
    var wholes = new HashMap<String, Whole>();
    for (Criterion criterion : facts.criteria().criteria().values()) {
      Answer answer = facts.answers().get(criterion.id());
      if (answer != null && !criterion.computed()) {
        plausibility.reason(criterion, answer);
        plausibility.proof(criterion, answer);
        plausibility.jump(criterion, answer);
        plausibility.whole(criterion, answer, wholes);
      }
    }
    return List.copyOf(plausibility.warnings);
  }

  private record Whole(CriterionId first, BigDecimal value) {}

  private void reason(Criterion criterion, Answer answer) {
    int least = facts.settings().shortestReason();
    answer
        .notApplicable()
        .map(String::strip)
        .filter(reason -> reason.length() < least && answer.note().isEmpty())
        .ifPresent(reason ->
            warn(criterion, HintProblem.REASON_TOO_SHORT.of(criterion.id(), reason, least)));
  }

  // A figure that the province holds proves itself.
  private void proof(Criterion criterion, Answer answer) {
    boolean bare =
        criterion.evidenceRequired()
            && answer.declared()
            && facts.files().getOrDefault(criterion.id(), 0L) == 0;
    if (!bare || answer.notApplicable().isPresent()) {
      return;
    }
    Optional<ScoringRule.Share> share = share(criterion);
    boolean all =
        share.isPresent()
            && figure(answer.inputs(), share.get().denominator()).signum() > 0
            && figure(answer.inputs(), share.get().numerator())
                    .compareTo(figure(answer.inputs(), share.get().denominator()))
                == 0;
    if (all) {
      warn(
          criterion,
          HintProblem.ALL_WITHOUT_EVIDENCE.of(
              criterion.id(), shown(figure(answer.inputs(), share.get().denominator()))));
    } else if (answer.points().filter(criterion.maxPoints()::equals).isPresent()) {
      warn(
          criterion,
          HintProblem.FULL_POINTS_WITHOUT_EVIDENCE.of(criterion.id(), criterion.maxPoints()));
    }
  }

  private void jump(Criterion criterion, Answer answer) {
    LastYear.Figure before = facts.lastYear().get(criterion.id());
    if (before == null
        || before.notApplicable().isPresent()
        || answer.notApplicable().isPresent()) {
      return;
    }
    Optional<ScoringRule.Share> share = share(criterion);
    if (share.isPresent() && jumps(criterion, share.get(), before.inputs(), answer.inputs())) {
      return;
    }
    // A part moves with its whole, and is judged by its share.
    for (Input input : share.map(of -> List.of(of.denominator())).orElse(criterion.inputs())) {
      if (input.kind().numeric()) {
        amount(criterion, input, before.inputs(), answer.inputs());
      }
    }
  }

  private boolean jumps(
      Criterion criterion,
      ScoringRule.Share share,
      Map<String, Object> before,
      Map<String, Object> now) {
    Optional<BigDecimal> was = percent(share, before);
    Optional<BigDecimal> is = percent(share, now);
    boolean jump =
        was.isPresent()
            && is.isPresent()
            && is.get()
                    .subtract(was.get())
                    .abs()
                    .compareTo(BigDecimal.valueOf(facts.settings().jumpInPoints()))
                > 0;
    if (jump) {
      warn(
          criterion,
          HintProblem.SHARE_JUMPED.of(
              criterion.id(), shown(was.get()), shown(is.get()), facts.settings().jumpInPoints()));
    }
    return jump;
  }

  private void amount(
      Criterion criterion, Input input, Map<String, Object> before, Map<String, Object> now) {
    BigDecimal was = figure(before, input);
    BigDecimal is = figure(now, input);
    BigDecimal change = is.subtract(was).abs().multiply(HUNDRED);
    BigDecimal limit = was.multiply(BigDecimal.valueOf(facts.settings().jumpInPercent()));
    if (was.signum() > 0 && change.compareTo(limit) > 0) {
      warn(
          criterion,
          HintProblem.FIGURE_JUMPED.of(
              criterion.id(),
              input.label(),
              shown(was),
              shown(is),
              facts.settings().jumpInPercent()));
    }
  }

  private void whole(Criterion criterion, Answer answer, Map<String, Whole> wholes) {
    Optional<ScoringRule.Share> share = share(criterion);
    if (share.isEmpty() || answer.notApplicable().isPresent()) {
      return;
    }
    Input denominator = share.get().denominator();
    BigDecimal value = figure(answer.inputs(), denominator);
    Whole first =
        wholes.computeIfAbsent(
            label(denominator.label()), label -> new Whole(criterion.id(), value));
    if (first.value().compareTo(value) != 0) {
      warn(
          criterion,
          HintProblem.WHOLES_DIFFER.of(
              criterion.id(),
              denominator.label(),
              shown(value),
              first.first(),
              shown(first.value())));
    }
    staff(criterion, denominator, value);
  }

  private void staff(Criterion criterion, Input denominator, BigDecimal value) {
    String label = label(denominator.label());
    boolean counts =
        facts.settings().labelsOfStaff().stream().map(Plausibility::label).anyMatch(label::equals);
    facts
        .particulars()
        .map(filled -> filled.staff().total())
        .filter(total -> counts && value.compareTo(BigDecimal.valueOf(total)) != 0)
        .ifPresent(total ->
            warn(
                criterion,
                HintProblem.STAFF_DIFFERS.of(
                    criterion.id(), denominator.label(), shown(value), total)));
  }

  private static Optional<ScoringRule.Share> share(Criterion criterion) {
    return switch (criterion.rule()) {
      case ScoringRule.Ratio ratio -> Optional.of(ratio.share());
      case ScoringRule.Tiers tiers when tiers.measure() instanceof ScoringRule.Share of ->
          Optional.of(of);
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> percent(ScoringRule.Share share, Map<String, Object> inputs) {
    BigDecimal whole = figure(inputs, share.denominator());
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(
            figure(inputs, share.numerator())
                .multiply(HUNDRED)
                .divide(whole, 2, RoundingMode.HALF_UP));
  }

  private static BigDecimal figure(Map<String, Object> inputs, Input input) {
    return inputs.get(input.key()) instanceof Number number
        ? new BigDecimal(number.toString())
        : BigDecimal.ZERO;
  }

  private static String label(String label) {
    return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String shown(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void warn(Criterion criterion, Fault fault) {
    warnings.add(new Warning(criterion.id(), fault));
  }
}
