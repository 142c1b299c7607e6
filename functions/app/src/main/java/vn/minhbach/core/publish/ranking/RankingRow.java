package vn.minhbach.core.publish.ranking;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * One line of a ranking.
 *
 * @param rank empty for a unit that is not ranked
 * @param rankInDistrict among the communes of the same district; empty for other units
 * @param index percent, two decimals; decides rank, tie and level
 * @param unranked why there is no rank, as a code; empty for ranked units
 * @param groupResults of criteria groups with levels of their own; empty where none has
 * @param self what the unit gave itself, where another score ranks
 */
public record RankingRow(
    UnitCode unit,
    String name,
    Optional<UnitCode> parent,
    OptionalInt rank,
    OptionalInt rankInDistrict,
    Optional<Points> index,
    Points points,
    Points applicableMax,
    Map<String, Points> groupPoints,
    Optional<String> level,
    Optional<String> unranked,
    Map<String, OfGroup> groupResults,
    Optional<SelfScore> self) {

  public RankingRow {
    groupPoints = new TreeMap<>(groupPoints);
    groupResults = new TreeMap<>(groupResults);
  }

  /** A unit's own score beside the one that ranks. */
  public record SelfScore(Points points, Points max, Optional<Points> index) {}

  /**
   * What a criteria group with levels of its own came to.
   *
   * @param max the unit's applicable maximum of the group
   * @param converted {@code points / max ×} the group's full maximum (<i>điểm quy đổi</i>)
   * @param level code
   */
  public record OfGroup(Points max, Points percent, Points converted, String level) {}
}
