package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;

/**
 * A unit's answer to one criterion: figures with their computed points, or the reason why the
 * criterion does not apply.
 *
 * @param inputs normalised: whole numbers as Long, fractions as BigDecimal; empty when not
 *     applicable
 * @param notApplicable the reason (<i>lý do không áp dụng</i>); the team decides later
 * @param points the self-score; empty when the criterion leaves the maximum
 * @param by opaque id of who typed it
 * @param version rises by one with each change; the etag
 * @param claim how it stands to a figure that the unit did not type; empty for one that it declared
 * @param onBehalf from which paper it was typed for the unit; empty for one that the unit gave
 *     itself
 */
public record Answer(
    CriterionId criterion,
    Map<String, Object> inputs,
    Optional<String> notApplicable,
    Optional<String> note,
    Optional<Points> points,
    long criteriaVersion,
    Instant at,
    String by,
    long version,
    Optional<Claim> claim,
    Optional<OnBehalf> onBehalf) {

  public Answer {
    inputs = new TreeMap<>(inputs);
  }

  /** An answer that the unit gave itself. */
  public Answer(
      CriterionId criterion,
      Map<String, Object> inputs,
      Optional<String> notApplicable,
      Optional<String> note,
      Optional<Points> points,
      long criteriaVersion,
      Instant at,
      String by,
      long version,
      Optional<Claim> claim) {
    this(
        criterion,
        inputs,
        notApplicable,
        note,
        points,
        criteriaVersion,
        at,
        by,
        version,
        claim,
        Optional.empty());
  }

  /** Whether another answer says the same; who typed it and when does not matter. */
  public boolean sameContent(Answer other) {
    return inputs.equals(other.inputs)
        && notApplicable.equals(other.notApplicable)
        && note.equals(other.note)
        && points.equals(other.points)
        && claim.equals(other.claim)
        && onBehalf.map(OnBehalf::paper).equals(other.onBehalf.map(OnBehalf::paper))
        && contested() == other.contested();
  }

  /** Whether the figure is the unit's own word: not the province's, nor the system's. */
  public boolean declared() {
    return claim.map(known -> known.kind() == Claim.Kind.CONTESTED).orElse(true);
  }

  /** Whether the unit has set aside what was typed for it: it counts as not answered then. */
  public boolean contested() {
    return onBehalf.flatMap(OnBehalf::contest).isPresent();
  }

  /** Whether the system filled it in from its own times. */
  public boolean computed() {
    return claim.filter(known -> known.kind() == Claim.Kind.COMPUTED).isPresent();
  }

  /** What a writer must have read to overwrite this answer. */
  public String etag() {
    return "a" + version;
  }

  public Answer withClaim(Claim newClaim) {
    return copy(version, Optional.of(newClaim), onBehalf);
  }

  /** This answer as the one that follows what is stored. */
  public Answer over(Optional<Answer> stored) {
    return withVersion(stored.map(Answer::version).orElse(0L) + 1);
  }

  public Answer withVersion(long newVersion) {
    return copy(newVersion, claim, onBehalf);
  }

  public Answer withOnBehalf(OnBehalf typed) {
    return copy(version, claim, Optional.of(typed));
  }

  private Answer copy(long newVersion, Optional<Claim> newClaim, Optional<OnBehalf> typed) {
    return new Answer(
        criterion,
        inputs,
        notApplicable,
        note,
        points,
        criteriaVersion,
        at,
        by,
        newVersion,
        newClaim,
        typed);
  }
}
