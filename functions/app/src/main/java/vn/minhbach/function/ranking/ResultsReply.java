package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.ReadHistory;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.function.http.ReplyPart;

/** A unit's published results, year by year. */
record ResultsReply(List<YearReply> items, Optional<CampaignId> notComparable)
    implements ReplyPart {

  static ResultsReply of(ReadHistory.History history) {
    return new ResultsReply(
        history.years().stream().map(YearReply::of).toList(), history.notComparable());
  }

  /** One year. */
  record YearReply(
      CampaignId campaign,
      String name,
      int year,
      int issue,
      UnitCode unit,
      String unitName,
      OptionalInt rank,
      int unitsInGroup,
      Optional<Points> index,
      Optional<Points> points,
      Optional<Points> max,
      Optional<Map<String, Points>> groups,
      Optional<String> level,
      Optional<String> unranked,
      Optional<String> label)
      implements ReplyPart {

    private static YearReply of(ReadHistory.Year year) {
      RankingRow row = year.row();
      boolean ranked = row.unranked().isEmpty();
      return new YearReply(
          year.campaign().id(),
          year.campaign().settings().name(),
          year.campaign().settings().year(),
          year.result().issue(),
          row.unit(),
          row.name(),
          row.rank(),
          year.units(),
          row.index(),
          Optional.of(row.points()).filter(points -> ranked),
          Optional.of(row.applicableMax()).filter(max -> ranked),
          Optional.of(row.groupPoints()).filter(groups -> !groups.isEmpty()),
          row.level(),
          row.unranked(),
          AnnexReply.label(row));
    }
  }
}
