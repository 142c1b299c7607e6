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
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.ranking.RowFilter;
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
  private final Reports reports;
  private final Forms forms;
  private final ProgressBoard board;
  private final ScoreAppraised appraised;
  private final WithoutForm without;

  public ReadResult(
      Campaigns campaigns,
      Units units,
      Rankings rankings,
      Reports reports,
      Forms forms,
      ProgressBoard board,
      ScoreAppraised appraised,
      Baselines baselines) {
    this.campaigns = campaigns;
    this.units = units;
    this.rankings = rankings;
    this.reports = reports;
    this.forms = forms;
    this.board = board;
    this.appraised = appraised;
    this.without = new WithoutForm(baselines);
  }

  /**
   * A page of a ranking.
   *
   * @param next position where the next page begins; empty on the last. A page of a filter may have
   *     few rows, or none, and be followed by another.
   * @param result whose table it is; empty for a draft of no frozen result
   */
  public record Page(
      Rankings.Table table,
      List<RankingRow> rows,
      Optional<Integer> next,
      Optional<Campaign.Result> result) {}

  /**
   * Which part of a table is read. The cursor of a page is a position in the whole table in this
   * order, so that it means the same whatever is left out.
   */
  public record Part(RowFilter filter, Rankings.Order order, int from, int limit) {

    /** Rows as they are ranked. */
    public static Part of(int from, int limit) {
      return new Part(RowFilter.ALL, Rankings.Order.RANK, from, limit);
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

  /**
   * A page of a published ranking.
   *
   * @param issue its number; 0 for the latest
   */
  public Outcome<Page> published(Campaign campaign, int group, int issue, Part part) {
    return issued(campaign, issue)
        .flatMap(result ->
            table(campaign, group, result).map(table -> page(table, part, Optional.of(result))));
  }

  /** The same as it is ranked. */
  public Outcome<Page> published(Campaign campaign, int group, int issue, int from, int limit) {
    return published(campaign, group, issue, Part.of(from, limit));
  }

  /** A whole table of the latest issue, page by page, however long it is. */
  private Outcome<Page> wholeTable(Campaign campaign, int group) {
    return issued(campaign, 0)
        .flatMap(result ->
            table(campaign, group, result)
                .map(table ->
                    new Page(table, rankings.all(table), Optional.empty(), Optional.of(result))));
  }

  /** Those of the latest issue, group by group; none before publication. */
  public List<Page> wholeTables(Campaign campaign) {
    var tables = new ArrayList<Page>();
    for (int group : campaign.criteriaVersions().keySet()) {
      wholeTable(campaign, group).map(tables::add);
    }
    return List.copyOf(tables);
  }

  /**
   * What the published report says of each group.
   *
   * @param issue its number; 0 for the latest
   */
  public Outcome<List<GroupReport>> publishedReport(Campaign campaign, int issue) {
    return issued(campaign, issue).map(result -> reports(campaign, result));
  }

  /** What the report says of each group, from the freeze on. */
  public Outcome<List<GroupReport>> report(Campaign campaign) {
    return campaign
        .result()
        .map(result -> Outcome.accepted(reports(campaign, result)))
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_REPORTED.of(campaign.id())));
  }

  private List<GroupReport> reports(Campaign campaign, Campaign.Result result) {
    return campaign.criteriaVersions().keySet().stream()
        .flatMap(group -> reports.find(campaign.id(), group, result.rankingVersion()).stream())
        .toList();
  }

  /**
   * A published result.
   *
   * @param issue its number; 0 for the latest
   */
  public static Outcome<Campaign.Result> issued(Campaign campaign, int issue) {
    return campaign
        .publicResult()
        .map(latest ->
            (issue == 0 ? Optional.of(latest) : campaign.publicResult(issue))
                .map(Outcome::accepted)
                .orElseGet(() ->
                    Outcome.refused(PublicationProblem.NO_SUCH_ISSUE.of(campaign.id(), issue))))
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_PUBLISHED.of(campaign.id())));
  }

  /**
   * A page of the draft in force, and of the frozen table once there is one; empty until the first
   * draft was built. Its ranks are for those alone whom the access table lets in.
   */
  public Page draft(Campaign campaign, int group, Part part, Instant now) {
    return campaign
        .result()
        .flatMap(result -> rankings.staged(campaign.id(), group, result.rankingVersion()))
        .or(() -> rankings.draft(campaign.id(), group))
        .map(table -> page(table, part, campaign.result()))
        .orElseGet(() ->
            new Page(
                nothing(campaign, group, now), List.of(), Optional.empty(), campaign.result()));
  }

  /** The same as it is ranked. */
  public Page draft(Campaign campaign, int group, int from, int limit, Instant now) {
    return draft(campaign, group, Part.of(from, limit), now);
  }

  private static Rankings.Table nothing(Campaign campaign, int group, Instant now) {
    var made = new Tables.Made(List.of(), new TreeMap<>());
    return made.table(campaign, group, Tables.version(made.digest()), now);
  }

  /**
   * The form and the appraisal that a published scorecard was frozen from, for what is made of the
   * whole of them: nothing of what a unit typed and never sent. They move while a result is
   * corrected: then there are none. What people read is the card ({@link ReadScorecard}).
   */
  public Outcome<Card> publishedCard(Campaign campaign, Unit unit) {
    return issued(campaign, 0)
        .flatMap(result ->
            campaign.stage().published()
                ? table(campaign, unit.group(), result)
                : Outcome.refused(PublicationProblem.RESULT_BEING_CORRECTED.of(campaign.id())))
        .flatMap(table ->
            forms
                .read(campaign, unit)
                .map(view -> {
                  var bests = new Bests(new TreeMap<>(table.bests()));
                  Optional<RankingRow> row = rankings.row(table, unit.code());
                  return new Card(
                      WithoutForm.sent(view.form().head().state())
                          ? view.with(bests)
                          : without.view(
                              campaign,
                              unit,
                              view,
                              bests,
                              row.filter(RankingRow::withoutForm).isPresent()),
                      appraised.appraised(campaign, unit, view).map(form -> form.with(bests)),
                      row,
                      Optional.of(table));
                }));
  }

  private Outcome<Rankings.Table> table(Campaign campaign, int group, Campaign.Result result) {
    return rankings
        .staged(campaign.id(), group, result.rankingVersion())
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_PUBLISHED.of(campaign.id())));
  }

  // With a filter, no more than so many rows are looked through for one page, however many there
  // are: the reads of a page stay the same at any size of a table.
  private Page page(Rankings.Table table, Part part, Optional<Campaign.Result> result) {
    boolean all = part.filter().equals(RowFilter.ALL);
    List<RankingRow> looked =
        rankings.rows(table, part.order(), part.from(), all ? part.limit() : Rankings.ROWS_MAX);
    var rows = new ArrayList<RankingRow>();
    int at = 0;
    while (at < looked.size() && rows.size() < part.limit()) {
      RankingRow row = looked.get(at++);
      if (part.filter().test(row)) {
        rows.add(row);
      }
    }
    int after = part.from() + at;
    return new Page(
        table,
        List.copyOf(rows),
        at > 0 && after < table.count() ? Optional.of(after) : Optional.empty(),
        result);
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
