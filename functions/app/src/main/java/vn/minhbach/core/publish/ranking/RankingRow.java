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
    Optional<String> unranked) {

  public RankingRow {
    groupPoints = new TreeMap<>(groupPoints);
  }
}
