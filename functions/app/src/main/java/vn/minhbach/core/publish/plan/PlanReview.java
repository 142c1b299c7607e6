package vn.minhbach.core.publish.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * What a unit says in this campaign of the plan that it made in the one before.
 *
 * @param campaign in which it is said
 * @param earlier in which it was planned
 * @param planVersion of the plan that was marked; of another one the marks say nothing
 * @param marks by number of the measure
 * @param version rises by one with each mark
 */
public record PlanReview(
    CampaignId campaign,
    UnitCode unit,
    CampaignId earlier,
    long planVersion,
    Map<Integer, Mark> marks,
    long version) {

  public PlanReview {
    marks = new TreeMap<>(marks);
  }

  /**
   * What became of a measure.
   *
   * @param evidence a file of this campaign's form
   * @param by opaque id
   */
  public record Mark(
      boolean done, Optional<String> note, Optional<String> evidence, String by, Instant at) {

    boolean sameAs(Mark other) {
      return done == other.done && note.equals(other.note) && evidence.equals(other.evidence);
    }
  }

  /** What a writer must have read. */
  public String etag() {
    return "r" + version;
  }
}
