package vn.minhbach.core.appraise.marking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/**
 * What the team says of one criterion of one unit: at most one reading of each kind, those that
 * were taken back included. What it comes to, {@link Marking} derives.
 *
 * @param readings by kind
 */
public record Mark(
    CampaignId campaign, UnitCode unit, CriterionId criterion, List<Reading> readings) {

  public Mark {
    readings = readings.stream().sorted(Comparator.comparing(Reading::kind)).toList();
  }

  /** A cell that nobody has marked. */
  static Mark unmarked(CampaignId campaign, UnitCode unit, CriterionId criterion) {
    return new Mark(campaign, unit, criterion, List.of());
  }

  /** Rises by one with each change of any reading. */
  public long version() {
    return readings.stream().mapToLong(Reading::version).sum();
  }

  public Optional<Reading> reading(Reading.Kind kind) {
    return readings.stream().filter(one -> one.kind() == kind).findFirst();
  }

  /** What is in force of this kind. */
  Optional<Reading> inForce(Reading.Kind kind) {
    return reading(kind).filter(one -> !one.cleared());
  }

  /** Whether the team judged anew after it had heard the unit. */
  boolean heard() {
    return readings.stream().anyMatch(one -> !one.cleared() && one.kind().afterHearing());
  }

  /** What it said before. */
  Mark unheard() {
    return new Mark(
        campaign,
        unit,
        criterion,
        readings.stream().filter(one -> !one.kind().afterHearing()).toList());
  }

  /**
   * What a writer must have read who sees only some of the readings: of one that it does not see,
   * it is not told by an etag either. Empty where it sees none.
   */
  public Optional<String> etag(Predicate<Reading> sees) {
    long version = readings.stream().filter(sees).mapToLong(Reading::version).sum();
    return version == 0 ? Optional.empty() : Optional.of("m" + version);
  }

  /** With this reading in place of the one of its kind. */
  public Mark with(Reading reading) {
    var all = new ArrayList<>(readings);
    all.removeIf(one -> one.kind() == reading.kind());
    all.add(reading);
    return new Mark(campaign, unit, criterion, all);
  }
}
