package vn.minhbach.core.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Points;

/**
 * A valid answer with what it scores.
 *
 * @param score {@link CriterionScore.Awarded}, {@link CriterionScore.AwaitsBest} in the first pass
 *     of a rule that is relative to the group's best, or {@link CriterionScore.NotApplicable} where
 *     the whole of a share is zero and the rule drops the criterion then
 * @param inputs the answer in one normal form for storage, itself a valid answer: keys in the
 *     rule's order, whole numbers as Long, others as BigDecimal without trailing zeros, items in
 *     the checklist's order. Equal answers have equal normal forms
 * @param derivation why
 * @param measured by place, what counts against the group's best; empty for most rules
 */
public record Scored(
    CriterionScore score,
    Map<String, Object> inputs,
    Derivation derivation,
    Map<String, Measured> measured) {

  public Scored {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  Scored(CriterionScore score, Map<String, Object> inputs, Derivation derivation) {
    this(score, inputs, derivation, new LinkedHashMap<>());
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
