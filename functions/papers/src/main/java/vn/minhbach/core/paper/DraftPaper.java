package vn.minhbach.core.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.petition.PetitionProblem;
import vn.minhbach.core.appraise.session.Sessions;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Overview.Line;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.publish.publication.Reports;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Units;

/** Drafts a paper of a campaign from what stands there now. Writes nothing. */
public final class DraftPaper {

  private static final int ROWS = 500;

  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Overview overview;
  private final ProgressBoard board;
  private final Appraisal appraisal;
  private final Result result;

  /** Where papers of the appraisal are read from. */
  public record Appraisal(Teams teams, Sessions sessions) {}

  /** Where papers of the result are read from. */
  public record Result(Rankings rankings, Reports reports) {}

  public DraftPaper(
      Units units,
      CriteriaSets criteriaSets,
      Overview overview,
      ProgressBoard board,
      Appraisal appraisal,
      Result result) {
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.overview = overview;
    this.board = board;
    this.appraisal = appraisal;
    this.result = result;
  }

  /**
   * The paper of a name; refused while there is nothing that it could tell.
   *
   * @param label as {@code ranking-annex}
   */
  public Outcome<Paper> draft(Campaign campaign, String label, Instant now) {
    Optional<PaperKind> kind = PaperKind.of(label);
    if (kind.isEmpty()) {
      return Outcome.refused(
          PaperProblem.UNKNOWN_PAPER.of(
              label, Arrays.stream(PaperKind.values()).map(PaperKind::label).toList()));
    }
    if (campaign.unitsVersion() == 0) {
      return Outcome.refused(CampaignProblem.NEEDS_UNITS.of(campaign.id()));
    }
    var frame =
        Frame.of(
            campaign,
            units.all(campaign.id(), campaign.unitsVersion()),
            Deadlines.of(campaign).day(now));
    return switch (kind.get()) {
      case FORMS_LETTER -> Outcome.accepted(CourseLetters.forms(frame, sets(campaign)));
      case CHASER -> chaser(frame, now);
      case NOMINATION_REQUEST -> Outcome.accepted(TeamPapers.nomination(frame));
      case TEAM_DECISION ->
          Outcome.accepted(TeamPapers.decision(frame, appraisal.teams().of(campaign)));
      case SESSION_MINUTES -> minutes(frame);
      case PROVISIONAL_NOTICE -> provisional(frame);
      case REPORT -> ofResult(frame, false, (frozen, of) -> ResultReport.report(frame, frozen, of));
      case SUBMISSION ->
          ofResult(frame, false, (frozen, of) -> ResultReport.submission(frame, frozen, of));
      case DRAFT_DECISION ->
          ofResult(frame, false, (frozen, of) -> TheDecision.of(frame, frozen, of));
      case RANKING_ANNEX ->
          ofResult(frame, true, (frozen, of) -> RankingAnnex.of(frame, frozen, of));
    };
  }

  private Map<Integer, CriteriaSet> sets(Campaign campaign) {
    var sets = new TreeMap<Integer, CriteriaSet>();
    campaign
        .criteriaVersions()
        .forEach((group, version) ->
            criteriaSets
                .find(campaign.id(), group, version)
                .ifPresent(set -> sets.put(group, set)));
    return sets;
  }

  private Outcome<Paper> chaser(Frame frame, Instant now) {
    return frame
        .campaign()
        .underway()
        .flatMap(open -> overview.lines(open, Overview.Filter.ALL, now))
        .flatMap(lines -> {
          List<Line> late = CourseLetters.late(frame.campaign(), lines);
          return late.isEmpty()
              ? Outcome.refused(PaperProblem.NOBODY_LATE.of(frame.campaign().id()))
              : Outcome.accepted(CourseLetters.chaser(frame, late));
        });
  }

  private Outcome<Paper> minutes(Frame frame) {
    Campaign campaign = frame.campaign();
    return campaign.stage().compareTo(Stage.APPRAISING) < 0
        ? Outcome.refused(
            CampaignProblem.WRONG_STAGE.of(campaign.id(), campaign.stage(), Stage.APPRAISING))
        : Outcome.accepted(
            SessionPaper.of(
                frame,
                appraisal.teams().of(campaign),
                appraisal.sessions().find(campaign.id()),
                board.all(campaign.id())));
  }

  private Outcome<Paper> provisional(Frame frame) {
    return frame
        .campaign()
        .provisional()
        .map(shown -> Outcome.accepted(CourseLetters.provisional(frame, shown)))
        .orElseGet(
            () -> Outcome.refused(PetitionProblem.PROVISIONAL_NOT_SHOWN.of(frame.campaign().id())));
  }

  private Outcome<Paper> ofResult(
      Frame frame, boolean rows, BiFunction<Campaign.Result, List<GroupResult>, Paper> drafting) {
    Campaign campaign = frame.campaign();
    return campaign
        .result()
        .map(frozen -> Map.entry(frozen, groups(campaign, frozen, rows)))
        .filter(read -> !read.getValue().isEmpty())
        .map(read -> Outcome.accepted(drafting.apply(read.getKey(), read.getValue())))
        .orElseGet(() -> Outcome.refused(PublicationProblem.NOT_REPORTED.of(campaign.id())));
  }

  private List<GroupResult> groups(Campaign campaign, Campaign.Result frozen, boolean rows) {
    var groups = new ArrayList<GroupResult>();
    sets(campaign)
        .forEach((group, set) ->
            result
                .reports()
                .find(campaign.id(), group, frozen.rankingVersion())
                .ifPresent(report ->
                    groups.add(
                        new GroupResult(
                            group,
                            set,
                            report,
                            rows ? rows(campaign, group, frozen) : List.of()))));
    return groups;
  }

  private List<RankingRow> rows(Campaign campaign, int group, Campaign.Result frozen) {
    var all = new ArrayList<RankingRow>();
    result
        .rankings()
        .staged(campaign.id(), group, frozen.rankingVersion())
        .ifPresent(table -> {
          while (all.size() < table.count()) {
            List<RankingRow> page = result.rankings().rows(table, all.size(), ROWS);
            if (page.isEmpty()) {
              throw new IllegalStateException(
                  "a table of " + table.count() + " rows ends at " + all.size());
            }
            all.addAll(page);
          }
        });
    return all;
  }
}
