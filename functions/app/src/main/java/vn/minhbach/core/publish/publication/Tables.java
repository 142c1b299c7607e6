package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.Ranked;
import vn.minhbach.core.publish.ranking.Ranking;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Standing;
import vn.minhbach.core.publish.ranking.Unranked;
import vn.minhbach.core.unit.Unit;

/** Computes the ranking of one group from the units' progress. Pure: the same in, the same out. */
final class Tables {

  private Tables() {}

  /** Every unit of the group has a line: the ranked by rank, then the unranked with the cause. */
  static List<RankingRow> rows(
      Campaign campaign, List<Unit> group, Map<UnitCode, Progress> progress, CriteriaSet set) {
    var standings = new ArrayList<Standing>();
    for (Unit unit : group) {
      standings.add(standing(unit, Optional.ofNullable(progress.get(unit.code())), set));
    }
    Map<UnitCode, Unit> byCode = new HashMap<>();
    group.forEach(unit -> byCode.put(unit.code(), unit));
    Map<UnitCode, OptionalInt> inDistrict = ranksInDistricts(campaign, byCode, standings);
    return Ranking.rank(standings, campaign.settings().tieRule()).stream()
        .map(ranked ->
            row(
                ranked,
                byCode.get(ranked.standing().unit()),
                inDistrict.getOrDefault(ranked.standing().unit(), OptionalInt.empty()),
                Optional.ofNullable(progress.get(ranked.standing().unit()))))
        .toList();
  }

  /** SHA-256, hex, over all that a reader of the table sees. */
  static String digest(List<RankingRow> rows) {
    return Sha256.hex(CanonicalJson.bytes(rows.stream().map(Tables::canonical).toList()));
  }

  /**
   * The number under which rows are staged: 52 bits of their digest, so that two builders at once
   * write under one number only when they write the same rows.
   */
  static long version(String digest) {
    return Long.parseLong(digest.substring(0, 13), 16);
  }

  private static Standing standing(Unit unit, Optional<Progress> progress, CriteriaSet set) {
    State state = progress.map(Progress::state).orElse(State.NOT_STARTED);
    if (!state.delivered()) {
      return Standing.unranked(
          unit.code(),
          unit.name(),
          state == State.AT_DISTRICT ? Unranked.NOT_FORWARDED : Unranked.NOT_SUBMITTED);
    }
    Progress.Score score = progress.orElseThrow().self();
    Optional<Level> level = score.index().map(set::levelOf);
    return new Standing(
        unit.code(),
        unit.name(),
        score.points(),
        score.applicableMax(),
        score.index(),
        level,
        score.groupPoints().getOrDefault(Standing.RESULTS_GROUP, Points.ZERO),
        score.index().isPresent() ? Optional.empty() : Optional.of(Unranked.NOTHING_APPLICABLE));
  }

  private static Map<UnitCode, OptionalInt> ranksInDistricts(
      Campaign campaign, Map<UnitCode, Unit> units, List<Standing> standings) {
    var byDistrict = new TreeMap<UnitCode, List<Standing>>();
    for (Standing standing : standings) {
      units
          .get(standing.unit())
          .parent()
          .ifPresent(district ->
              byDistrict.computeIfAbsent(district, d -> new ArrayList<>()).add(standing));
    }
    var ranks = new HashMap<UnitCode, OptionalInt>();
    byDistrict
        .values()
        .forEach(communes ->
            Ranking.rank(communes, campaign.settings().tieRule())
                .forEach(ranked -> ranks.put(ranked.standing().unit(), ranked.rank())));
    return ranks;
  }

  private static RankingRow row(
      Ranked ranked, Unit unit, OptionalInt inDistrict, Optional<Progress> progress) {
    Standing standing = ranked.standing();
    return new RankingRow(
        unit.code(),
        unit.name(),
        unit.parent(),
        ranked.rank(),
        inDistrict,
        standing.index(),
        standing.points(),
        standing.max(),
        standing.index().isPresent()
            ? progress.map(row -> row.self().groupPoints()).orElse(Map.of())
            : Map.of(),
        standing.level().map(Level::code),
        standing.cause().map(Unranked::name));
  }

  private static Map<String, Object> canonical(RankingRow row) {
    var line = new TreeMap<String, Object>();
    line.put("unit", row.unit().value());
    line.put("name", row.name());
    row.rank().ifPresent(rank -> line.put("rank", rank));
    row.rankInDistrict().ifPresent(rank -> line.put("rankInDistrict", rank));
    row.index().ifPresent(index -> line.put("index", index.toString()));
    line.put("points", row.points().toString());
    line.put("max", row.applicableMax().toString());
    var groups = new TreeMap<String, Object>();
    row.groupPoints().forEach((id, points) -> groups.put(id, points.toString()));
    line.put("groups", groups);
    row.level().ifPresent(level -> line.put("level", level));
    row.unranked().ifPresent(cause -> line.put("unranked", cause));
    return line;
  }
}
