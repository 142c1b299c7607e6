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
import vn.minhbach.core.criteria.Leaf;
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
      Map<CriterionId, Integer> files,
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
            && facts.files().getOrDefault(criterion.id(), 0) == 0;
    if (!bare || answer.notApplicable().isPresent()) {
      return;
    }
    Optional<BigDecimal> all =
        Leaf.of(criterion).stream()
            .flatMap(leaf -> all(leaf, answer.inputs()).stream())
            .findFirst();
    if (all.isPresent()) {
      warn(criterion, HintProblem.ALL_WITHOUT_EVIDENCE.of(criterion.id(), shown(all.get())));
    } else if (answer.points().filter(criterion.maxPoints()::equals).isPresent()) {
      warn(
          criterion,
          HintProblem.FULL_POINTS_WITHOUT_EVIDENCE.of(criterion.id(), criterion.maxPoints()));
    }
  }

  /** The whole of a share that is reached in full. */
  private static Optional<BigDecimal> all(Leaf leaf, Map<String, Object> inputs) {
    return leaf.rule()
        .partOfWhole()
        .flatMap(share ->
            leaf.figures(inputs)
                .filter(own -> figure(own, share.denominator()).signum() > 0)
                .filter(own ->
                    figure(own, share.numerator()).compareTo(figure(own, share.denominator())) == 0)
                .map(own -> figure(own, share.denominator())));
  }

  private void jump(Criterion criterion, Answer answer) {
    LastYear.Figure before = facts.lastYear().get(criterion.id());
    if (before == null
        || before.notApplicable().isPresent()
        || answer.notApplicable().isPresent()) {
      return;
    }
    for (Leaf leaf : Leaf.of(criterion)) {
      Optional<Map<String, Object>> was = leaf.figures(before.inputs());
      Optional<Map<String, Object>> is = leaf.figures(answer.inputs());
      if (was.isPresent() && is.isPresent()) {
        jump(criterion, leaf, was.get(), is.get());
      }
    }
  }

  private void jump(
      Criterion criterion, Leaf leaf, Map<String, Object> before, Map<String, Object> now) {
    Optional<ScoringRule.Share> share = leaf.rule().partOfWhole();
    if (share.isPresent() && jumps(criterion, share.get(), before, now)) {
      return;
    }
    // A part moves with its whole, and is judged by its share.
    for (Input input : share.map(of -> List.of(of.denominator())).orElse(leaf.rule().inputs())) {
      if (input.kind().numeric()) {
        amount(criterion, input, before, now);
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
    if (answer.notApplicable().isPresent()) {
      return;
    }
    for (Leaf leaf : Leaf.of(criterion)) {
      Optional<ScoringRule.Share> share = leaf.rule().partOfWhole();
      Optional<Map<String, Object>> own = leaf.figures(answer.inputs());
      if (share.isPresent() && own.isPresent()) {
        whole(criterion, share.get().denominator(), own.get(), wholes);
      }
    }
  }

  private void whole(
      Criterion criterion,
      Input denominator,
      Map<String, Object> figures,
      Map<String, Whole> wholes) {
    BigDecimal value = figure(figures, denominator);
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
