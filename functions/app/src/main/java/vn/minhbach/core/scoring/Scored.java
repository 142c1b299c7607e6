package vn.minhbach.core.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;

/**
 * A valid answer with what it scores.
 *
 * @param bests by which it was scored; {@link Bests#UNKNOWN} in the first pass
 * @param score {@link CriterionScore.Awarded}, {@link CriterionScore.AwaitsBest} in the first pass
 *     of a rule that is relative to the group's best, or {@link CriterionScore.NotApplicable} where
 *     the whole of a share is zero and the rule drops the criterion then
 * @param inputs the answer in one normal form for storage, itself a valid answer: keys in the
 *     rule's order, whole numbers as Long, others as BigDecimal without trailing zeros, items in
 *     the checklist's order. Equal answers have equal normal forms
 * @param measured by place, what counts against the group's best; empty for most rules
 */
public record Scored(
    Criterion criterion,
    Bests bests,
    CriterionScore score,
    Map<String, Object> inputs,
    Map<String, Measured> measured) {

  public Scored {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  /** Why; worked out when asked, since whoever adds up forms never does. */
  public Derivation derivation() {
    return Reasons.of(criterion, bests, inputs);
  }

  /** The points; empty where the criterion dropped out. */
  public Optional<Points> points() {
    return score.applicable() ? Optional.of(score.points()) : Optional.empty();
  }

  /** Whether the criterion dropped out as not applicable. */
  public boolean dropped() {
    return !score.applicable();
  }
}
