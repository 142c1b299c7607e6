package vn.minhbach.function.ranking;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;

/** A page of a ranking. Nothing here names a person, a file or a note. */
record RankingReply(
    CampaignId campaign,
    int group,
    Stage stage,
    String basis,
    TieRule tieRule,
    Instant builtAt,
    String digest,
    int count,
    @Wire(inline = true) ListReply<RowReply> rows)
    implements ReplyPart {

  static RankingReply of(Campaign campaign, ReadResult.Page page) {
    return new RankingReply(
        campaign.id(),
        page.table().group(),
        campaign.stage(),
        campaign.result().map(Campaign.Result::basis).orElse("SELF"),
        campaign.settings().tieRule(),
        page.table().builtAt(),
        page.table().digest(),
        page.table().count(),
        new ListReply<>(
            page.rows().stream().map(RowReply::of).toList(), page.next().map(String::valueOf)));
  }

  /**
   * A unit's place.
   *
   * @param unranked why it has none
   */
  record RowReply(
      OptionalInt rank,
      UnitCode unit,
      String name,
      Optional<UnitCode> parent,
      OptionalInt rankInDistrict,
      Optional<Points> index,
      Optional<Points> points,
      Optional<Points> max,
      Optional<Map<String, Points>> groups,
      Optional<String> level,
      Optional<String> unranked)
      implements ReplyPart {

    private static RowReply of(RankingRow row) {
      boolean ranked = row.unranked().isEmpty();
      return new RowReply(
          row.rank(),
          row.unit(),
          row.name(),
          row.parent(),
          row.rankInDistrict(),
          row.index(),
          Optional.of(row.points()).filter(points -> ranked),
          Optional.of(row.applicableMax()).filter(max -> ranked),
          Optional.of(row.groupPoints()).filter(groups -> !groups.isEmpty()),
          row.level(),
          row.unranked());
    }
  }
}
