package vn.minhbach.core.publish.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.assess.progress.ProjectScores;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Report and publication of a result (plan V.1, IV.3), and its correction. The report freezes the
 * ranking of every group under one version; publication only notes when. What lies between, {@link
 * ApproveResult} does.
 *
 * <p>The report is refused while anything is open ({@link ReportGate}), so that nothing slips in
 * behind it.
 */
public final class PublishResult {

  private static final int REASON_MAX = 2_000;

  private final CampaignChange change;
  private final Units units;
  private final Submissions submissions;
  private final ProjectScores projectScores;
  private final ProgressBoard board;
  private final FreezeResult freeze;
  private final Jobs jobs;
  private final ReportGate gate;
  private final KeepAnchors anchors;

  public PublishResult(
      CampaignChange change,
      Units units,
      Submissions submissions,
      Jobs jobs,
      ProjectScores projectScores,
      ProgressBoard board,
      FreezeResult freeze,
      ReportGate gate,
      KeepAnchors anchors) {
    this.change = change;
    this.units = units;
    this.submissions = submissions;
    this.projectScores = projectScores;
    this.board = board;
    this.freeze = freeze;
    this.gate = gate;
    this.jobs = jobs;
    this.anchors = anchors;
  }

  /** OPEN or APPRAISING → REPORTED: freezes the rankings. */
  public Outcome<Campaign> report(CampaignId id, Act act) {
    return change
        .of(id, act, campaign -> campaign.underway().flatMap(open -> frozen(open, act)))
        .map(reported -> anchors.kept(reported, KeepAnchors.REPORT, act.now()));
  }

  /** APPROVED → PUBLISHED: from here on the rankings are public. */
  public Outcome<Campaign> publish(CampaignId id, Act act) {
    return change
        .of(id, act, campaign -> campaign.at(Stage.APPROVED).map(open -> published(open, act)))
        .map(published -> anchors.kept(published, KeepAnchors.PUBLICATION, act.now()));
  }

  /** Reads {@code {reason}}. */
  public static Outcome<String> reason(Object tree) {
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only("reason");
          Node reason = body.field("reason");
          String text = reason.raw() == null ? "" : reason.text(REASON_MAX);
          return () -> text;
        });
  }

  /**
   * PUBLISHED → APPRAISING: takes a published result up for correction, with the reason. Until the
   * next one is published the public reads this one, and by its number for ever.
   */
  public Outcome<Campaign> reissue(CampaignId id, Act act, Outcome<String> sent) {
    return change.of(
        id,
        act,
        campaign ->
            campaign
                .at(Stage.PUBLISHED)
                .flatMap(published -> sent.map(reason -> reopened(published, reason, act))));
  }

  private Outcome<CampaignChange.Decided> frozen(Campaign campaign, Act act) {
    // First: a job that ends after this may have changed what is read below, or not yet.
    List<Job> open = jobs.open(campaign.id(), ReportGate.JOBS_SHOWN);
    List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), register.stream().map(Unit::code).toList());
    projectScores.sweep(campaign, register, board.all(campaign.id()));
    // Not a read that may lag: nobody computes a frozen table again.
    var progress = board.current(campaign.id());
    // Whatever an excused unit has open, its result does not hang on it.
    List<Unit> taking =
        register.stream().filter(unit -> campaign.excuse(unit.code()).isEmpty()).toList();
    return gate.passed(new ReportGate.State(campaign, open, taking, heads, progress, act))
        .flatMap(through -> frozen(through, register, heads, progress, act));
  }

  private Outcome<CampaignChange.Decided> frozen(
      Campaign campaign,
      List<Unit> register,
      Map<UnitCode, Head> heads,
      Map<UnitCode, Progress> progress,
      Act act) {
    if (RebuildDrafts.behind(campaign, register, progress)) {
      return Outcome.refused(WriteProblem.BUSY.of());
    }
    FreezeResult.Staged staged = freeze.stage(campaign, register, heads, progress, act);
    String code = SnapshotCode.of(campaign.id(), campaign.issue(), staged.tables());
    var result =
        new Campaign.Result(
            staged.version(),
            campaign.pointers().team().isPresent() ? "APPRAISED" : "SELF",
            act.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Campaign.Frozen(campaign.issue(), code, campaign.stage(), Optional.empty())));
    return Outcome.accepted(
        CampaignChange.Decided.of(
            campaign.withStage(Stage.REPORTED).withResult(result),
            new ResultFact.ResultReported(
                act.caller().id(),
                result.basis(),
                staged.version(),
                staged.tables(),
                Optional.of(result.issue()),
                Optional.of(code))));
  }

  private static CampaignChange.Decided published(Campaign campaign, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    return CampaignChange.Decided.of(
        campaign.withStage(Stage.PUBLISHED).withResult(result.withPublishedAt(act.now())),
        new ResultFact.ResultPublished(act.caller().id(), result.rankingVersion()));
  }

  private static CampaignChange.Decided reopened(Campaign campaign, String reason, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    // The stage that it was reported from, so that just what was possible then is so again.
    Stage back = result.frozen().map(Campaign.Frozen::from).orElse(Stage.APPRAISING);
    return CampaignChange.Decided.of(
        campaign
            .withStage(back)
            .with(campaign.ruled().withIssue(new Rulings.Issue(result, reason, act.now())))
            .withoutResult(),
        new ResultFact.ResultReopened(act.caller().id(), result.issue(), reason));
  }
}
