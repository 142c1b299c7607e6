package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/**
 * Reads scorecards: published ones as the report froze them, one or several side by side, and the
 * draft that is computed from form and marks.
 */
public final class ReadScorecard {

  private final CriteriaSets criteriaSets;
  private final Rankings rankings;
  private final Reports reports;
  private final Scorecards scorecards;
  private final Forms forms;
  private final ScoreAppraised appraised;

  public ReadScorecard(
      CriteriaSets criteriaSets,
      Rankings rankings,
      Reports reports,
      Scorecards scorecards,
      Forms forms,
      ScoreAppraised appraised) {
    this.criteriaSets = criteriaSets;
    this.rankings = rankings;
    this.reports = reports;
    this.scorecards = scorecards;
    this.forms = forms;
    this.appraised = appraised;
  }

  /**
   * A scorecard with its sums.
   *
   * @param next how far the level above is; empty at the highest. Of a public card from what is
   *     public.
   * @param ranked where the unit stands; empty in a draft
   */
  public record Sheet(
      UnitCard card,
      CriteriaSet criteria,
      Scorecard scores,
      Optional<NextLevel> next,
      Optional<Ranked> ranked) {

    /**
     * The line of a criterion; empty where the set of the form had none, and where the card is
     * public and the criterion is not.
     */
    public Optional<CardLine> line(CriterionId id) {
      return criteria
          .criterion(id)
          .filter(criterion -> !hides(criterion))
          .flatMap(criterion ->
              card.lines().stream().filter(line -> line.criterion().equals(id)).findFirst());
    }

    private static Sheet of(UnitCard card, CriteriaSet criteria, Optional<Ranked> ranked) {
      Scorecard scores = card.scorecard(criteria);
      return new Sheet(
          card,
          criteria,
          scores,
          NextLevel.of(criteria, scores, one -> ranked.isEmpty() || !one.disclosure().hidden()),
          ranked);
    }

    /** Whether the public reads no more of the criterion than the total of its group. */
    public boolean hides(Criterion criterion) {
      return ranked.isPresent() && criterion.disclosure().hidden();
    }
  }

  /**
   * Where a unit stands in a result.
   *
   * @param issue of the result
   * @param report what it says of the group; empty where it was not asked for
   */
  public record Ranked(
      RankingRow row, Rankings.Table table, int issue, Optional<GroupReport> report) {}

  /**
   * A published scorecard, in five reads.
   *
   * @param issue of the result; 0 for the latest
   */
  public Outcome<Sheet> published(Campaign campaign, Unit unit, int issue) {
    return ReadResult.issued(campaign, issue)
        .flatMap(result ->
            table(campaign, unit.group(), result)
                .flatMap(table ->
                    sheet(
                        campaign,
                        table,
                        result,
                        unit.code(),
                        reports.find(campaign.id(), table.group(), table.version()))));
  }

  /**
   * Units of one group side by side, in the order in which they are asked for: two reads each, and
   * those of the group once.
   *
   * @param issue of the result; 0 for the latest
   * @param units as they were asked for; what is wrong with them is told once there is a result
   */
  public Outcome<List<Sheet>> compared(
      Campaign campaign, int group, int issue, Outcome<List<UnitCode>> units) {
    return ReadResult.issued(campaign, issue)
        .flatMap(result ->
            table(campaign, group, result)
                .flatMap(table -> units.flatMap(asked -> sheets(campaign, table, result, asked))));
  }

  private Outcome<List<Sheet>> sheets(
      Campaign campaign, Rankings.Table table, Campaign.Result result, List<UnitCode> units) {
    Outcome<List<Sheet>> all = Outcome.accepted(List.of());
    for (UnitCode unit : units) {
      all =
          all.flatMap(before ->
              sheet(campaign, table, result, unit, Optional.empty())
                  .map(one -> {
                    var more = new ArrayList<>(before);
                    more.add(one);
                    return List.copyOf(more);
                  }));
    }
    return all;
  }

  /**
   * A draft scorecard: points, no rank.
   *
   * @param staff whether the reader may see what the appraisal came to; to the unit and its
   *     district it is shown by the provisional result, not by this
   */
  public Outcome<Sheet> draft(Campaign campaign, Unit unit, boolean staff) {
    return forms
        .read(campaign, unit)
        .map(view -> {
          Optional<Appraised> form =
              staff ? appraised.appraised(campaign, unit, view) : Optional.empty();
          return Sheet.of(
              UnitCard.of(unit, view, form, UnitCard.Hearings.NONE),
              view.criteria(),
              Optional.empty());
        });
  }

  private Outcome<Rankings.Table> table(Campaign campaign, int group, Campaign.Result result) {
    return rankings
        .staged(campaign.id(), group, result.rankingVersion())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_PUBLISHED.of(campaign.id())));
  }

  private Outcome<Sheet> sheet(
      Campaign campaign,
      Rankings.Table table,
      Campaign.Result result,
      UnitCode unit,
      Optional<GroupReport> report) {
    Optional<RankingRow> row = rankings.row(table, unit);
    if (row.isEmpty()) {
      return Outcome.refused(PublicationProblem.NOT_IN_TABLE.of(unit, table.group()));
    }
    return scorecards
        .find(campaign.id(), table.group(), table.version(), unit)
        .map(card ->
            Outcome.accepted(
                Sheet.of(
                    card,
                    criteria(campaign, card),
                    Optional.of(new Ranked(row.get(), table, result.issue(), report)))))
        .orElseGet(() ->
            Outcome.refused(PublicationProblem.SCORECARD_NOT_FROZEN.of(unit, result.issue())));
  }

  private CriteriaSet criteria(Campaign campaign, UnitCard card) {
    return criteriaSets.find(campaign.id(), card.group(), card.criteriaVersion()).orElseThrow();
  }
}
