package vn.minhbach.function.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.publish.publication.Rehearsed;
import vn.minhbach.core.publish.publication.Replay;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;

/** A rehearsal of a criteria set as the office reads it, a page of its units with the whole. */
record RehearsalReply(
    CampaignId campaign,
    CampaignId earlier,
    int group,
    SetReply then,
    SetReply now,
    Map<String, Integer> counts,
    boolean ranksWithheld,
    boolean pointsWithheld,
    boolean aggregatesWithheld,
    List<LevelReply> levels,
    List<CriterionId> removed,
    List<LineReply> criteria,
    @Wire(inline = true) ListReply<RowReply> rows)
    implements ReplyPart {

  static RehearsalReply page(Rehearsed played, int from, int limit) {
    List<RowReply> rows = played.rows().stream().skip(from).limit(limit).map(RowReply::of).toList();
    int after = from + rows.size();
    var counts = new LinkedHashMap<String, Integer>();
    played.counts().forEach(count -> counts.put(count.status().name(), count.units()));
    return new RehearsalReply(
        played.campaign(),
        played.earlier(),
        played.group(),
        SetReply.of(played.then()),
        SetReply.of(played.now()),
        counts,
        played.ranksWithheld(),
        played.pointsWithheld(),
        played.aggregatesWithheld(),
        played.levels().stream()
            .map(change -> new LevelReply(change.from(), change.to(), change.units()))
            .toList(),
        played.removed(),
        played.criteria().stream().map(LineReply::of).toList(),
        new ListReply<>(
            rows,
            after < played.rows().size() && !rows.isEmpty()
                ? Optional.of(String.valueOf(after))
                : Optional.empty()));
  }

  /** A set by its names. */
  record SetReply(String setId, String version, Points maxPoints) implements ReplyPart {

    private static SetReply of(CriteriaSet set) {
      return new SetReply(set.setId(), set.version(), set.maxPoints());
    }
  }

  /** How many units would come from one level to another. */
  record LevelReply(Optional<String> from, Optional<String> to, int units) implements ReplyPart {}

  /**
   * How a criterion fares.
   *
   * @param misfits why earlier answers do not fit, with how many
   */
  record LineReply(
      CriterionId criterion,
      String title,
      Points maxPoints,
      int fits,
      Map<String, Integer> misfits,
      int unanswered,
      int notApplicable,
      @Wire(inline = true) Optional<SpreadReply> spread)
      implements ReplyPart {

    private static LineReply of(Replay.Line line) {
      var misfits = new LinkedHashMap<String, Integer>();
      line.misfits().forEach((problem, count) -> misfits.put(problem.slug(), count));
      return new LineReply(
          line.criterion().id(),
          line.criterion().title(),
          line.criterion().maxPoints(),
          line.fits(),
          misfits,
          line.unanswered(),
          line.notApplicable(),
          line.spread().map(SpreadReply::of));
    }
  }

  /** How the points at a criterion spread. */
  record SpreadReply(
      int scored,
      Points mean,
      Points deviation,
      Points least,
      Points most,
      int full,
      int zero,
      boolean discriminates)
      implements ReplyPart {

    private static SpreadReply of(Replay.Spread spread) {
      return new SpreadReply(
          spread.count(),
          spread.mean(),
          spread.deviation(),
          spread.least(),
          spread.most(),
          spread.full(),
          spread.zero(),
          spread.discriminates());
    }
  }

  /** A unit then and now. */
  record RowReply(
      UnitCode unit,
      String name,
      Lineage.Relation relation,
      Optional<UnitCode> predecessor,
      Rehearsed.Status status,
      Optional<ResultReply> then,
      Optional<ResultReply> now)
      implements ReplyPart {

    private static RowReply of(Rehearsed.Row row) {
      return new RowReply(
          row.unit().code(),
          row.unit().name(),
          row.relation(),
          row.predecessor(),
          row.status(),
          row.then().map(ResultReply::of),
          row.now().map(ResultReply::of));
    }
  }

  /** What a unit has. */
  record ResultReply(
      Points points, Points max, Optional<Points> index, Optional<String> level, OptionalInt rank)
      implements ReplyPart {

    private static ResultReply of(Rehearsed.Result result) {
      return new ResultReply(
          result.points(), result.max(), result.index(), result.level(), result.rank());
    }
  }
}
