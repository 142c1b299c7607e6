package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Unit;

/**
 * A unit's published results, year by year, along its lineage: as long as the figures of two years
 * may stand side by side, and no further. Nothing but published results is looked at.
 */
public final class ReadHistory {

  /** How many campaigns are gone back at most: three reads each. */
  private static final int YEARS_MAX = 10;

  private final Campaigns campaigns;
  private final Rankings rankings;

  public ReadHistory(Campaigns campaigns, Rankings rankings) {
    this.campaigns = campaigns;
    this.rankings = rankings;
  }

  /**
   * What a unit was in one campaign.
   *
   * @param units how many its group had
   */
  public record Year(Campaign campaign, Campaign.Result result, RankingRow row, int units) {}

  /**
   * The years, the latest first.
   *
   * @param notComparable the published campaign before the last of them, in which the unit was
   *     none, or was made of several or of a part of one; empty where there is none before
   */
  public record History(List<Year> years, Optional<CampaignId> notComparable) {

    public History {
      years = List.copyOf(years);
    }
  }

  /** From this campaign back; refused where its own result is not published. */
  public Outcome<History> of(Campaign campaign, Unit unit) {
    return ReadResult.issued(campaign, 0)
        .flatMap(result ->
            year(campaign, unit.group(), unit.code())
                .map(latest -> Outcome.accepted(before(unit.group(), latest)))
                .orElseGet(() ->
                    Outcome.refused(
                        PublicationProblem.NOT_IN_TABLE.of(unit.code(), unit.group()))));
  }

  private History before(int group, Year latest) {
    var years = new ArrayList<Year>(List.of(latest));
    while (years.size() < YEARS_MAX) {
      Optional<Year> earlier =
          years
              .getLast()
              .row()
              .annex()
              .flatMap(RankingRow.Annex::former)
              .flatMap(then ->
                  campaigns
                      .find(then.campaign())
                      .flatMap(campaign -> year(campaign, group, then.unit())));
      if (earlier.isEmpty()) {
        return new History(years, published(years.getLast().campaign()));
      }
      years.add(earlier.get());
    }
    return new History(years, Optional.empty());
  }

  private Optional<CampaignId> published(Campaign campaign) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .filter(before -> before.publicResult().isPresent())
        .map(Campaign::id);
  }

  private Optional<Year> year(Campaign campaign, int group, UnitCode unit) {
    return campaign
        .publicResult()
        .flatMap(result ->
            rankings
                .staged(campaign.id(), group, result.rankingVersion())
                .flatMap(table ->
                    rankings
                        .row(table, unit)
                        .map(row -> new Year(campaign, result, row, table.count()))));
  }
}
