package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.appraise.petition.EndHearings;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Report, approval and publication of a result (plan V.1, IV.3). The report freezes the ranking of
 * every group under one version; approval and publication only note who decided and when.
 *
 * <p>The report is refused while any form can still change or be signed, so that nothing slips in
 * behind it.
 */
public final class PublishResult {

  private static final int OPEN_FORMS_SHOWN = 10;

  private final CampaignChange change;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Submissions submissions;
  private final Forms forms;
  private final Jobs jobs;
  private final ProjectScores projectScores;
  private final ProgressBoard board;
  private final Rankings rankings;
  private final EndHearings hearings;
  private final HoldSession session;
  private final KeepAnchors anchors;

  public PublishResult(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Submissions submissions,
      Forms forms,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      Rankings rankings,
      EndHearings hearings,
      HoldSession session,
      KeepAnchors anchors) {
    this.change = change;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.submissions = submissions;
    this.forms = forms;
    this.jobs = jobs;
    this.projectScores = projectScores;
    this.board = board;
    this.rankings = rankings;
    this.hearings = hearings;
    this.session = session;
    this.anchors = anchors;
  }

  /** OPEN or APPRAISING → REPORTED: freezes the rankings. */
  public Outcome<Campaign> report(CampaignId id, Act act) {
    return change
        .of(id, act, campaign -> campaign.underway().flatMap(open -> frozen(open, act)))
        .map(reported -> anchored(reported, "report", act));
  }

  /** The decision that approves a result. */
  public record Decision(String number, LocalDate date) {}

  /** Reads {@code {}} or {@code {number, date}}. */
  public static Outcome<Optional<Decision>> decision(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, PublishResult::shape);
  }

  /** REPORTED → APPROVED, with the decision's number and date where given. */
  public Outcome<Campaign> approve(CampaignId id, Act act, Optional<Decision> decision) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign.at(Stage.REPORTED).map(reported -> approved(reported, decision, act)))
        .map(approved -> anchored(approved, "approval", act));
  }

  /** APPROVED → PUBLISHED: from here on the rankings are public. */
  public Outcome<Campaign> publish(CampaignId id, Act act) {
    return change
        .of(id, act, campaign -> campaign.at(Stage.APPROVED).map(open -> published(open, act)))
        .map(published -> anchored(published, "publication", act));
  }

  private Outcome<CampaignChange.Decided> frozen(Campaign campaign, Act act) {
    List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), register.stream().map(Unit::code).toList());
    List<UnitCode> open = stillOpen(campaign, register, heads, act);
    if (!open.isEmpty()) {
      return Outcome.refused(
          PublicationProblem.FORMS_STILL_OPEN.of(
              open.size(), open.stream().limit(OPEN_FORMS_SHOWN).toList()));
    }
    return hearings
        .ended(campaign, register, heads, act)
        .flatMap(heard -> session.held(heard, heads.values()))
        .flatMap(heard -> frozen(campaign, register, act));
  }

  private Outcome<CampaignChange.Decided> frozen(Campaign campaign, List<Unit> register, Act act) {
    if (!jobs.open(campaign.id(), 1).isEmpty()) {
      // A district's consolidation was accepted and is not through: its communes belong in.
      return Outcome.refused(WriteProblem.BUSY.of());
    }
    projectScores.sweep(campaign, register, board.all(campaign.id()));
    // Not a read that may lag: nobody computes a frozen table again.
    var progress = board.current(campaign.id());
    var groups = RebuildDrafts.byGroup(register);
    if (groups.entrySet().stream()
        .anyMatch(group -> RebuildDrafts.behind(campaign, group.getValue(), progress))) {
      return Outcome.refused(WriteProblem.BUSY.of());
    }
    boolean team = campaign.pointers().team().isPresent();
    List<UnitCode> unappraised =
        progress.values().stream()
            .filter(row -> team && row.state().delivered() && row.appraised().isEmpty())
            .map(Progress::unit)
            .sorted()
            .toList();
    if (!unappraised.isEmpty()) {
      return Outcome.refused(
          PublicationProblem.APPRAISALS_STILL_OPEN.of(
              unappraised.size(), unappraised.stream().limit(OPEN_FORMS_SHOWN).toList()));
    }
    var tables = new TreeMap<Integer, Tables.Made>();
    groups.forEach((group, members) ->
        tables.put(group, Tables.made(campaign, members, progress, criteria(campaign, group))));
    var digests = new TreeMap<Integer, String>();
    tables.forEach((group, made) -> digests.put(group, made.digest()));
    var digest = new Body();
    digests.forEach((group, table) -> digest.with(group.toString(), table));
    long version = Tables.version(digest.sha256());
    tables.forEach((group, made) ->
        rankings.stage(made.table(campaign, group, version, act.now()), made.rows()));
    var result =
        new Campaign.Result(
            version, team ? "APPRAISED" : "SELF", act.now(), Optional.empty(), Optional.empty());
    return Outcome.accepted(
        CampaignChange.Decided.of(
            campaign.withStage(Stage.REPORTED).withResult(result),
            new ResultFact.ResultReported(act.caller().id(), result.basis(), version, digests)));
  }

  private List<UnitCode> stillOpen(
      Campaign campaign, List<Unit> register, Map<UnitCode, Head> heads, Act act) {
    return register.stream()
        .filter(unit ->
            mayChange(
                forms.standing(campaign, unit, Optional.ofNullable(heads.get(unit.code()))), act))
        .map(Unit::code)
        .toList();
  }

  // Who was promised days for a corrected criterion, or for a file that fell out, has them.
  private static boolean mayChange(Head head, Act act) {
    return head.state().editable()
        ? head.unfinishedAt(act.now())
        : !head.reopenedAt(act.now()).isEmpty();
  }

  private CriteriaSet criteria(Campaign campaign, int group) {
    return criteriaSets
        .find(campaign.id(), group, campaign.criteriaVersions().get(group))
        .orElseThrow();
  }

  private static CampaignChange.Decided approved(
      Campaign campaign, Optional<Decision> decision, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    var entered =
        new Campaign.Decision(
            decision.map(Decision::number).orElse(""),
            decision
                .map(Decision::date)
                .orElseGet(() -> act.now().atZone(campaign.calendar().zone()).toLocalDate()),
            act.now());
    return CampaignChange.Decided.of(
        campaign
            .withStage(Stage.APPROVED)
            .withResult(
                new Campaign.Result(
                    result.rankingVersion(),
                    result.basis(),
                    result.reportedAt(),
                    Optional.of(entered),
                    Optional.empty())),
        new ResultFact.ResultApproved(act.caller().id(), entered.number(), entered.date()));
  }

  private static CampaignChange.Decided published(Campaign campaign, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    return CampaignChange.Decided.of(
        campaign
            .withStage(Stage.PUBLISHED)
            .withResult(
                new Campaign.Result(
                    result.rankingVersion(),
                    result.basis(),
                    result.reportedAt(),
                    result.approval(),
                    Optional.of(act.now()))),
        new ResultFact.ResultPublished(act.caller().id(), result.rankingVersion()));
  }

  // After the commit: what a crash in between leaves out, KeepHouse catches up.
  private Campaign anchored(Campaign campaign, String occasion, Act act) {
    anchors.keep(campaign, occasion, act.now());
    return campaign;
  }

  private static Supplier<Optional<Decision>> shape(Node body) {
    body.only("number", "date");
    Optional<String> number = body.optional("number").map(node -> node.text(100));
    Optional<LocalDate> date = body.optional("date").map(Node::date);
    if (number.isPresent() != date.isPresent() && !body.faulty()) {
      body.faultAt(number.isPresent() ? "date" : "number", InputProblem.MISSING_FIELD.of());
    }
    return () -> number.map(text -> new Decision(text, date.orElseThrow()));
  }
}
