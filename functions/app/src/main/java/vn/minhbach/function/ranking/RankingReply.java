package vn.minhbach.function.ranking;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.GroupResultReply;

/** A page of a ranking. Nothing here names a person, a file or a note. */
record RankingReply(
    CampaignId campaign,
    int group,
    Stage stage,
    String basis,
    Optional<Integer> issue,
    Optional<String> code,
    TieRule tieRule,
    List<String> tieBreaks,
    Instant builtAt,
    String digest,
    Optional<Map<String, BestReply>> bests,
    int count,
    @Wire(inline = true) ListReply<RowReply> rows)
    implements ReplyPart {

  static RankingReply of(Campaign campaign, ReadResult.Page page) {
    return new RankingReply(
        campaign.id(),
        page.table().group(),
        campaign.stage(),
        page.result().map(Campaign.Result::basis).orElse("SELF"),
        page.result().map(Campaign.Result::issue),
        page.result().flatMap(Campaign.Result::frozen).map(Campaign.Frozen::code),
        campaign.settings().tieRule(),
        campaign.settings().resultSettings().tieBreaks(),
        page.table().builtAt(),
        page.table().digest(),
        Optional.of(bests(page.table())).filter(all -> !all.isEmpty()),
        page.table().count(),
        new ListReply<>(
            page.rows().stream().map(RowReply::of).toList(), page.next().map(String::valueOf)));
  }

  private static Map<String, BestReply> bests(Rankings.Table table) {
    var bests = new LinkedHashMap<String, BestReply>();
    table
        .bests()
        .forEach((place, best) ->
            bests.put(
                place, new BestReply(best.part().toPlainString(), best.whole().toPlainString())));
    return bests;
  }

  /** What the unit gave itself, beside the score that ranks. */
  record SelfReply(Points points, Points max, Optional<Points> index) implements ReplyPart {

    private static SelfReply of(RankingRow.SelfScore self) {
      return new SelfReply(self.points(), self.max(), self.index());
    }
  }

  /** What anyone needs to compute the points again that hang on the best of the group. */
  record BestReply(String numerator, String denominator) implements ReplyPart {}

  /**
   * A unit's place.
   *
   * @param maximum of the whole form; {@code notAssessed} is what of it does not apply
   * @param unranked why it has none
   * @param label what must be said beside its name
   */
  record RowReply(
      OptionalInt rank,
      UnitCode unit,
      String name,
      Optional<String> kind,
      Optional<UnitCode> parent,
      OptionalInt rankInDistrict,
      Optional<Points> index,
      Optional<Points> points,
      Optional<Points> max,
      Optional<Points> maximum,
      Optional<Points> notAssessed,
      Optional<Map<String, Points>> groups,
      Optional<Map<String, GroupResultReply>> groupResults,
      Optional<String> level,
      Optional<String> unranked,
      Optional<String> label,
      Optional<SelfReply> self,
      @Wire(inline = true) AnnexReply annex)
      implements ReplyPart {

    private static RowReply of(RankingRow row) {
      boolean ranked = row.unranked().isEmpty();
      return new RowReply(
          row.rank(),
          row.unit(),
          row.name(),
          row.kind(),
          row.parent(),
          row.rankInDistrict(),
          row.index(),
          Optional.of(row.points()).filter(points -> ranked),
          Optional.of(row.applicableMax()).filter(max -> ranked),
          row.annex().map(RankingRow.Annex::maximum),
          row.annex()
              .filter(annex -> ranked)
              .map(annex -> annex.maximum().minus(row.applicableMax())),
          Optional.of(row.groupPoints()).filter(groups -> !groups.isEmpty()),
          Optional.of(results(row)).filter(results -> !results.isEmpty()),
          row.level(),
          row.unranked(),
          AnnexReply.label(row),
          row.self().map(SelfReply::of),
          AnnexReply.of(row));
    }

    private static Map<String, GroupResultReply> results(RankingRow row) {
      var results = new LinkedHashMap<String, GroupResultReply>();
      row.groupResults().forEach((id, result) -> results.put(id, GroupResultReply.of(result)));
      return results;
    }
  }
}
