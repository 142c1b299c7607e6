package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.consolidation.Transmittals;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.FrozenCard;
import vn.minhbach.core.publish.ranking.FrozenCards;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Computes what a report freezes and stages it: the table of every group with what its annex tells,
 * the scorecard of every unit, and what the report says of the group. Nothing is in force by this;
 * the campaign's commit names the version.
 */
public final class FreezeResult {

  private final CriteriaSets criteriaSets;
  private final Rankings rankings;
  private final Reports reports;
  private final FrozenCards cards;
  private final Scorecards scorecards;
  private final WithoutForm without;
  private final YearBefore yearBefore;
  private final Questions questions;
  private final GatherCases cases;

  public FreezeResult(
      Campaigns campaigns,
      Units units,
      CriteriaSets criteriaSets,
      Forms forms,
      Baselines baselines,
      ScoreAppraised appraised,
      Transmittals transmittals,
      Teams teams,
      Explanations explanations,
      Petitions petitions,
      Questions questions,
      Rankings rankings,
      Reports reports,
      FrozenCards cards,
      Scorecards scorecards) {
    this.criteriaSets = criteriaSets;
    this.questions = questions;
    this.rankings = rankings;
    this.reports = reports;
    this.cards = cards;
    this.scorecards = scorecards;
    this.without = new WithoutForm(baselines);
    this.yearBefore = new YearBefore(campaigns, units, rankings);
    this.cases =
        new GatherCases(forms, appraised, transmittals, teams, explanations, petitions, without);
  }

  /**
   * What was staged.
   *
   * @param tables digest of each group's table, by group
   */
  record Staged(long version, SortedMap<Integer, String> tables) {}

  Staged stage(
      Campaign campaign,
      List<Unit> register,
      Map<UnitCode, Head> heads,
      Map<UnitCode, Progress> progress,
      Act act) {
    var groups = RebuildDrafts.byGroup(register);
    var bests = new TreeMap<Integer, Bests>();
    groups.forEach((group, members) -> bests.put(group, Tables.bests(members, progress)));
    LocalDate today = act.now().atZone(campaign.calendar().zone()).toLocalDate();
    Map<Integer, List<CaseFile>> files = cases.of(campaign, register, heads, bests, today);
    var tables = new TreeMap<Integer, Tables.Made>();
    groups.forEach((group, members) ->
        tables.put(
            group,
            made(campaign, group, register, progress, files.getOrDefault(group, List.of()), act)));
    var digests = new TreeMap<Integer, String>();
    tables.forEach((group, made) -> digests.put(group, made.digest()));
    long version = version(campaign, digests);
    Map<Integer, List<Question>> asked =
        questions.all(campaign.id()).stream().collect(Collectors.groupingBy(Question::group));
    tables.forEach((group, made) -> {
      cards.stage(
          campaign.id(),
          group,
          version,
          cards(
              campaign,
              members(register, group),
              made,
              files.getOrDefault(group, List.of()),
              bests.getOrDefault(group, Bests.UNKNOWN)));
      rankings.stage(made.table(campaign, group, version, act.now()), made.rows());
      scorecards.stage(
          campaign.id(),
          version,
          files.getOrDefault(group, List.of()).stream().map(CaseFile::card).toList());
      reports.stage(
          campaign.id(),
          version,
          WriteReport.of(
              group,
              campaign.issue(),
              criteria(campaign, group),
              campaign.settings().appraisalSettings(),
              made.rows(),
              files.getOrDefault(group, List.of()),
              asked.getOrDefault(group, List.of()),
              before(campaign, group)));
    });
    return new Staged(version, digests);
  }

  private Tables.Made made(
      Campaign campaign,
      int group,
      List<Unit> register,
      Map<UnitCode, Progress> progress,
      List<CaseFile> files,
      Act act) {
    CriteriaSet set = criteria(campaign, group);
    List<Unit> members = members(register, group);
    var exceptions = new HashMap<UnitCode, Exceptions>();
    files.forEach(file -> exceptions.put(file.unit().code(), file.exceptions()));
    var beside =
        new Tables.Beside(
            without.scores(campaign, members, progress, set, act.now()),
            yearBefore.of(campaign, group, register),
            exceptions);
    return Tables.made(campaign, members, progress, set, beside);
  }

  private static List<Unit> members(List<Unit> register, int group) {
    return register.stream().filter(unit -> unit.group() == group).toList();
  }

  // Of those that have an index: what the others typed counts nothing.
  private List<FrozenCard> cards(
      Campaign campaign, List<Unit> members, Tables.Made made, List<CaseFile> files, Bests bests) {
    var rows = new HashMap<UnitCode, RankingRow>();
    made.rows().forEach(row -> rows.put(row.unit(), row));
    var scores = new HashMap<UnitCode, Map<CriterionId, CriterionScore>>();
    files.forEach(file -> scores.put(file.unit().code(), file.scores()));
    return members.stream()
        .filter(unit -> rows.get(unit.code()).index().isPresent())
        .map(unit -> {
          CriteriaSet set = criteria(campaign, unit.group());
          return FrozenCard.of(
              unit.code(),
              campaign.criteriaVersions().get(unit.group()),
              Scorecard.of(
                  set,
                  rows.get(unit.code()).withoutForm()
                      ? without.scores(campaign, unit, set, bests)
                      : scores.getOrDefault(unit.code(), Map.of())));
        })
        .toList();
  }

  // A re-issue stands under a version of its own, even where no figure of a table has moved.
  private static long version(Campaign campaign, SortedMap<Integer, String> digests) {
    var digest = new Body();
    if (campaign.issue() > 1) {
      digest.with("issue", campaign.issue());
    }
    digests.forEach((group, table) -> digest.with(group.toString(), table));
    return Tables.version(digest.sha256());
  }

  private List<RankingRow> before(Campaign campaign, int group) {
    return Optional.of(campaign)
        .filter(one -> one.issue() > 1)
        .flatMap(one -> one.publicResult(one.issue() - 1))
        .flatMap(result -> rankings.staged(campaign.id(), group, result.rankingVersion()))
        .map(table -> rankings.all(table))
        .orElse(List.of());
  }

  private CriteriaSet criteria(Campaign campaign, int group) {
    return criteriaSets
        .find(campaign.id(), group, campaign.criteriaVersions().get(group))
        .orElseThrow();
  }
}
