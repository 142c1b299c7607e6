package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Reads results. The public reads only what is published; drafts have uses of their own, so that no
 * switch can show one for the other.
 */
public final class ReadResult {

  private static final int CAMPAIGNS_MAX = 100;

  private final Campaigns campaigns;
  private final Units units;
  private final Rankings rankings;
  private final Forms forms;
  private final ProgressBoard board;
  private final ScoreAppraised appraised;

  public ReadResult(
      Campaigns campaigns,
      Units units,
      Rankings rankings,
      Forms forms,
      ProgressBoard board,
      ScoreAppraised appraised) {
    this.campaigns = campaigns;
    this.units = units;
    this.rankings = rankings;
    this.forms = forms;
    this.board = board;
    this.appraised = appraised;
  }

  /** A page of a ranking. */
  public record Page(Rankings.Table table, List<RankingRow> rows, int from) {

    /** Position after this page; empty on the last. */
    public Optional<Integer> next() {
      int after = from + rows.size();
      return after < table.count() && !rows.isEmpty() ? Optional.of(after) : Optional.empty();
    }
  }

  /** A unit's points, criterion by criterion, with its line in the ranking where there is one. */
  public record Card(
      FormView view,
      Optional<Appraised> appraised,
      Optional<RankingRow> row,
      Optional<Rankings.Table> table) {

    /** What counts: as appraised, else as the unit gave itself. */
    public Scorecard scorecard() {
      return appraised.map(Appraised::scorecard).orElse(view.scorecard());
    }
  }

  /**
   * How many units of a group have sent their forms.
   *
   * @param submitted sent by the unit, whether or not the district has forwarded
   */
  public record Count(int group, int units, int submitted) {}

  /** Stage and counts, no ranks. */
  public record Summary(Campaign campaign, List<Count> counts) {}

  /** The campaign of the first page: the one that was opened last; empty before the first. */
  public Optional<Campaign> current() {
    return campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .filter(campaign -> campaign.openedAt().isPresent())
        .max(Comparator.comparing(campaign -> campaign.openedAt().orElseThrow()));
  }

  public Summary summary(Campaign campaign) {
    var counts = new ArrayList<Count>();
    if (campaign.unitsVersion() > 0) {
      Map<UnitCode, Progress> rows = board.all(campaign.id());
      RebuildDrafts.byGroup(units.all(campaign.id(), campaign.unitsVersion()))
          .forEach((group, members) -> counts.add(count(group, members, rows)));
    }
    return new Summary(campaign, List.copyOf(counts));
  }

  /** A page of a published ranking. */
  public Outcome<Page> published(Campaign campaign, int group, int from, int limit) {
    return table(campaign, group).map(table -> page(table, from, limit));
  }

  /**
   * A page of the draft in force; empty until the first one was built. Its ranks are for those
   * alone whom the access table lets in.
   */
  public Page draft(Campaign campaign, int group, int from, int limit, Instant now) {
    return rankings
        .draft(campaign.id(), group)
        .map(table -> page(table, from, limit))
        .orElseGet(() -> new Page(nothing(campaign, group, now), List.of(), from));
  }

  private static Rankings.Table nothing(Campaign campaign, int group, Instant now) {
    var made = new Tables.Made(List.of(), new TreeMap<>());
    return made.table(campaign, group, Tables.version(made.digest()), now);
  }

  /** A published scorecard, with rank. */
  public Outcome<Card> publishedCard(Campaign campaign, Unit unit) {
    return table(campaign, unit.group())
        .flatMap(table ->
            forms
                .read(campaign, unit)
                .map(view -> {
                  var bests = new Bests(new TreeMap<>(table.bests()));
                  return new Card(
                      view.with(bests),
                      appraised.appraised(campaign, unit, view).map(form -> form.with(bests)),
                      rankings.row(table, unit.code()),
                      Optional.of(table));
                }));
  }

  /**
   * A draft scorecard: points, no rank.
   *
   * @param staff whether the reader may see what the appraisal came to; to the unit and its
   *     district it is shown by the provisional result, not by this
   */
  public Outcome<Card> draftCard(Campaign campaign, Unit unit, boolean staff) {
    return forms
        .read(campaign, unit)
        .map(view ->
            new Card(
                view,
                staff ? appraised.appraised(campaign, unit, view) : Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private Outcome<Rankings.Table> table(Campaign campaign, int group) {
    return campaign
        .result()
        .filter(result -> campaign.stage().published())
        .flatMap(result -> rankings.staged(campaign.id(), group, result.rankingVersion()))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_PUBLISHED.of(campaign.id())));
  }

  private Page page(Rankings.Table table, int from, int limit) {
    return new Page(table, rankings.rows(table, from, limit), from);
  }

  private static Count count(int group, List<Unit> members, Map<UnitCode, Progress> rows) {
    int submitted =
        (int)
            members.stream()
                .map(unit -> Optional.ofNullable(rows.get(unit.code())))
                .filter(row -> row.flatMap(Progress::submittedAt).isPresent())
                .count();
    return new Count(group, members.size(), submitted);
  }
}
