package vn.minhbach.core.criteria;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;

/** Reads the criteria sets by which a group is or was judged, and how they came to be corrected. */
public final class ReadCriteria {

  private final CriteriaSets sets;
  private final Corrections corrections;

  public ReadCriteria(CriteriaSets sets, Corrections corrections) {
    this.sets = sets;
    this.corrections = corrections;
  }

  /**
   * What a campaign says of a group's criteria.
   *
   * @param version in force; empty while none was imported
   * @param corrections how many there are
   */
  public record Pointer(CampaignId campaign, int group, Optional<Long> version, int corrections) {}

  /**
   * A set as it was imported.
   *
   * @param corrections how many corrections led to it
   */
  public record Found(long version, boolean inForce, int corrections, Object tree) {}

  /** The set in force, or an earlier one that forms were judged by. */
  public Outcome<Found> read(Pointer pointer, Optional<Long> version) {
    if (pointer.version().isEmpty()) {
      return Outcome.refused(CriteriaProblem.NO_CRITERIA.of(pointer.campaign(), pointer.group()));
    }
    long inForce = pointer.version().get();
    long wanted = version.orElse(inForce);
    List<Long> all = all(pointer, inForce);
    return all.contains(wanted)
        ? Outcome.accepted(
            new Found(
                wanted,
                wanted == inForce,
                all.indexOf(wanted),
                sets.tree(pointer.campaign(), pointer.group(), wanted).orElseThrow()))
        : Outcome.refused(
            CriteriaProblem.UNKNOWN_CRITERIA_VERSION.of(
                pointer.campaign(), pointer.group(), wanted));
  }

  /** The corrections of the group, by number. */
  public List<Correction> corrections(Pointer pointer) {
    return pointer.corrections() == 0
        ? List.of()
        : corrections.of(pointer.campaign(), pointer.group(), pointer.corrections());
  }

  // The first set, then what each correction put in its place.
  private List<Long> all(Pointer pointer, long inForce) {
    List<Correction> made = corrections(pointer);
    return made.isEmpty()
        ? List.of(inForce)
        : Stream.concat(
                Stream.of(made.getFirst().previous()), made.stream().map(Correction::version))
            .toList();
  }
}
