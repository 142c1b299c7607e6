package vn.minhbach.core.publish.publication;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;

/**
 * What became of an earlier campaign's answers on another criteria set.
 *
 * @param then the set by which they were judged
 * @param now the set on which they were replayed
 * @param rows every unit of the group but the one that employs the reader, by code
 * @param criteria of the new set, in the order of the form
 * @param removed criteria of the earlier set that the new one does not have
 * @param levels from which level to which, with how many units
 * @param counts how many units there are of each status; like everything here, without the unit
 *     that employs the reader
 * @param ranksWithheld whether ranks are left out, since a unit of the group employs the reader
 * @param pointsWithheld whether points are left out too, since the earlier result is not published
 * @param aggregatesWithheld whether {@code criteria} and {@code levels} are empty, since fewer than
 *     {@value RehearseCriteria#OTHERS_MIN} other units were replayed
 */
public record Rehearsed(
    CampaignId campaign,
    CampaignId earlier,
    int group,
    CriteriaSet then,
    CriteriaSet now,
    List<Row> rows,
    List<Replay.Line> criteria,
    List<CriterionId> removed,
    List<LevelChange> levels,
    List<Count> counts,
    boolean ranksWithheld,
    boolean pointsWithheld,
    boolean aggregatesWithheld) {

  public Rehearsed {
    rows = List.copyOf(rows);
    criteria = List.copyOf(criteria);
    removed = List.copyOf(removed);
    levels = List.copyOf(levels);
    counts = List.copyOf(counts);
  }

  /** Whether a unit's answers could be replayed. */
  public enum Status {
    REPLAYED,
    /** New, merged or divided since: no earlier unit speaks for it. */
    NOT_COMPARABLE,
    /** The earlier unit's form did not reach the office. */
    NOT_DELIVERED
  }

  /**
   * One unit.
   *
   * @param predecessor whose answers were replayed; the unit's own code where it is the same
   * @param then its result under the earlier set; present where replayed and not withheld
   * @param now its result under the new set; present where replayed and not withheld
   */
  public record Row(
      Unit unit,
      Lineage.Relation relation,
      Optional<UnitCode> predecessor,
      Status status,
      Optional<Result> then,
      Optional<Result> now) {}

  /**
   * A result.
   *
   * @param rank among the units that were replayed, so that both ranks compare; empty where ranks
   *     are withheld or nothing applies
   */
  public record Result(
      Points points,
      Points max,
      Optional<Points> index,
      Optional<String> level,
      OptionalInt rank) {}

  /** So many units went from one level to another; empty where nothing applies to them. */
  public record LevelChange(Optional<String> from, Optional<String> to, int units) {}

  /** So many units have this status. */
  public record Count(Status status, int units) {}
}
