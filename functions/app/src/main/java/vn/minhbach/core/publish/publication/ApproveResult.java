package vn.minhbach.core.publish.publication;

import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Stage;

/**
 * A reported result is approved or sent back by the People's Committee (plan IV.3). The legal act
 * happens on paper: either its approver enters it, or the standing office enters it from the signed
 * decision and the deputy, of another body, confirms what was entered. Whoever states a check code
 * states which snapshot is meant; another than the one that was reported is refused.
 */
public final class ApproveResult {

  private final CampaignChange change;
  private final KeepAnchors anchors;

  public ApproveResult(CampaignChange change, KeepAnchors anchors) {
    this.change = change;
    this.anchors = anchors;
  }

  /**
   * REPORTED → APPROVED by an approver. Of an account of the office the decision is entered from
   * its paper and waits for its confirmation; whoever is both is taken for the approver, unless a
   * paper is told.
   */
  public Outcome<Campaign> approve(CampaignId id, Act act, Outcome<ApprovalDraft> sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign
                    .at(Stage.REPORTED)
                    .flatMap(reported ->
                        sent.flatMap(draft -> read(reported, draft.seen(), draft))
                            .flatMap(draft -> decided(reported, draft, act))))
        .map(approved -> anchored(approved, act));
  }

  /** The deputy confirms what the office entered: REPORTED → APPROVED. */
  public Outcome<Campaign> confirm(CampaignId id, Act act, Outcome<ApprovalDraft.Seen> sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign
                    .at(Stage.REPORTED)
                    .flatMap(reported ->
                        sent.flatMap(seen -> read(reported, seen, seen))
                            .flatMap(seen -> confirmed(reported, act))))
        .map(approved -> anchored(approved, act));
  }

  /**
   * REPORTED → the stage it was reported from, with the reasons: the result is dropped, and
   * appraisals can be taken up again.
   */
  public Outcome<Campaign> sendBack(CampaignId id, Act act, Outcome<String> sent) {
    return change.of(
        id,
        act,
        campaign ->
            campaign
                .at(Stage.REPORTED)
                .flatMap(reported -> sent.map(reason -> sentBack(reported, reason, act))));
  }

  // Another snapshot than the one in force is not what was read.
  private static <T> Outcome<T> read(Campaign campaign, ApprovalDraft.Seen seen, T accepted) {
    Campaign.Result result = campaign.result().orElseThrow();
    String inForce = result.frozen().map(Campaign.Frozen::code).orElse("");
    Optional<String> other =
        seen.code().map(SnapshotCode::told).filter(code -> !code.equals(inForce));
    if (other.isPresent()) {
      return Outcome.refused(PublicationProblem.OTHER_SNAPSHOT.of(other.get(), inForce));
    }
    return seen.rankingVersion().filter(version -> version != result.rankingVersion()).isPresent()
        ? Outcome.refused(
            PublicationProblem.OTHER_RANKING_VERSION.of(
                seen.rankingVersion().get(), result.rankingVersion()))
        : Outcome.accepted(accepted);
  }

  private static Outcome<CampaignChange.Decided> decided(
      Campaign campaign, ApprovalDraft draft, Act act) {
    boolean approver = act.caller().is(Role.APPROVER);
    if (draft.paper().isEmpty()) {
      return approver
          ? Outcome.accepted(approved(campaign, draft.decision(campaign, act), act))
          : Outcome.refused(PublicationProblem.APPROVAL_PAPER_NEEDED.of());
    }
    return Outcome.accepted(entered(campaign, draft.decision(campaign, act), act));
  }

  private static CampaignChange.Decided entered(
      Campaign campaign, Campaign.Decision decision, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    Campaign.Paper paper = decision.paper().orElseThrow();
    return CampaignChange.Decided.of(
        campaign.withResult(result.withEntered(decision)),
        new ResultFact.ApprovalEntered(
            act.caller().id(),
            decision.number(),
            decision.date(),
            paper.issuer().name(),
            paper.authority().map(Enum::name),
            paper.sha256(),
            result.frozen().map(Campaign.Frozen::code)));
  }

  private static Outcome<CampaignChange.Decided> confirmed(Campaign campaign, Act act) {
    Optional<Campaign.Decision> entered = campaign.result().flatMap(Campaign.Result::entered);
    if (entered.isEmpty()) {
      return Outcome.refused(PublicationProblem.NO_APPROVAL_ENTERED.of(campaign.id()));
    }
    boolean own =
        entered.get().paper().filter(paper -> paper.by().equals(act.caller().id())).isPresent();
    return own
        ? Outcome.refused(PublicationProblem.ANOTHER_CONFIRMS.of(entered.get().number()))
        : Outcome.accepted(approved(campaign, entered.get(), act));
  }

  private static CampaignChange.Decided approved(
      Campaign campaign, Campaign.Decision decision, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    return CampaignChange.Decided.of(
        campaign.withStage(Stage.APPROVED).withResult(result.withApproval(decision)),
        new ResultFact.ResultApproved(
            act.caller().id(),
            decision.number(),
            decision.date(),
            result.frozen().map(Campaign.Frozen::code)));
  }

  private static CampaignChange.Decided sentBack(Campaign campaign, String reason, Act act) {
    Campaign.Result result = campaign.result().orElseThrow();
    Stage back = result.frozen().map(Campaign.Frozen::from).orElse(Stage.APPRAISING);
    return CampaignChange.Decided.of(
        campaign
            .withStage(back)
            .with(campaign.ruled().withSentBack(reason, act.caller().id(), act.now()))
            .withoutResult(),
        new ResultFact.ResultSentBack(act.caller().id(), reason, result.rankingVersion()));
  }

  private Campaign anchored(Campaign campaign, Act act) {
    return campaign.result().flatMap(Campaign.Result::approval).isPresent()
        ? anchors.kept(campaign, KeepAnchors.APPROVAL, act.now())
        : campaign;
  }
}
