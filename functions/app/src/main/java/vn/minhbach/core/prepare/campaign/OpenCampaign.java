package vn.minhbach.core.prepare.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office sends the forms (<i>phát phiếu</i>, plan V.1): one write switches the
 * campaign to OPEN, and each unit's clock starts. Forms exist by derivation from then on.
 *
 * <p>Refused unless there are units, a criteria set for each of their groups, and time to answer.
 * Units that would get fewer days than they are promised are named, and the forms go out only with
 * a reason, which the ledger keeps. Where it is asked for, the approval of the system's security
 * level is named and kept with it.
 */
public final class OpenCampaign {

  private static final int REASON_MAX = 1_000;
  private static final int NUMBER_MAX = 100;

  /** More names than a screen shows; the count is exact. */
  private static final int NAMED_MAX = 500;

  private final CampaignChange change;
  private final Units units;
  private final boolean asksForApproval;

  /**
   * Opens campaigns.
   *
   * @param asksForApproval whether real data enters here, so that the security level must be
   *     approved
   */
  public OpenCampaign(CampaignChange change, Units units, boolean asksForApproval) {
    this.change = change;
    this.units = units;
    this.asksForApproval = asksForApproval;
  }

  /**
   * What the office says with it.
   *
   * @param reason why units get less time than they were promised; needed where they do
   * @param securityApproval needed where real data enters
   */
  public record Said(Optional<String> reason, Optional<SecurityApproval> securityApproval) {

    /** Nothing. */
    public Said() {
      this(Optional.empty(), Optional.empty());
    }
  }

  /** Reads {@code {}} or {@code {reason, securityApproval: {number, date}}}. */
  public static Outcome<Said> said(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, OpenCampaign::shape);
  }

  /** Sends the forms. */
  public Outcome<Campaign> open(CampaignId id, Act act, Said said) {
    return change.of(
        id, act, campaign -> campaign.at(Stage.DRAFT).flatMap(draft -> decide(draft, act, said)));
  }

  private Outcome<CampaignChange.Decided> decide(Campaign campaign, Act act, Said said) {
    if (asksForApproval && said.securityApproval().isEmpty()) {
      return Outcome.refused(CampaignProblem.SECURITY_LEVEL_NOT_APPROVED.of(campaign.id()));
    }
    List<Unit> register =
        campaign.unitsVersion() == 0
            ? List.of()
            : units.all(campaign.id(), campaign.unitsVersion());
    List<Integer> missing = missingGroups(campaign, register);
    if (register.isEmpty() || !missing.isEmpty()) {
      return Outcome.refused(
          CampaignProblem.NOT_READY_TO_OPEN.of(
              campaign.id(),
              register.isEmpty()
                  ? new Bilingual("danh sách đơn vị", "units")
                  : new Bilingual(
                      "bộ tiêu chí của nhóm " + missing, "criteria for group " + missing)));
    }
    Deadlines deadlines = Deadlines.of(campaign);
    if (act.now().isAfter(deadlines.milestones().dueBy())) {
      return Outcome.refused(
          CampaignProblem.DUE_DATE_PASSED.of(campaign.id(), campaign.calendar().dueBefore()));
    }
    List<Unit> hurried =
        register.stream()
            .filter(unit -> deadlines.daysGiven(unit, act.now()) < deadlines.daysPromised(unit))
            .toList();
    if (!hurried.isEmpty() && said.reason().isEmpty()) {
      return shortNotice(campaign, hurried, deadlines, act);
    }
    return Outcome.accepted(
        CampaignChange.Decided.of(
            campaign.withStage(Stage.OPEN).withOpenedAt(act.now()),
            new CampaignFact.FormsSent(
                act.caller().id(),
                hurried.stream().map(Unit::code).toList(),
                said.reason(),
                said.securityApproval().map(SecurityApproval::number),
                said.securityApproval().map(SecurityApproval::date),
                register.size(),
                campaign.unitsVersion(),
                campaign.criteriaVersions())));
  }

  private static Outcome<CampaignChange.Decided> shortNotice(
      Campaign campaign, List<Unit> hurried, Deadlines deadlines, Act act) {
    return Outcome.refused(
        Refusal.of(
            CampaignProblem.SHORT_NOTICE.of(hurried.size()),
            hurried.stream()
                .limit(NAMED_MAX)
                .map(unit ->
                    Violation.at(
                        "units." + unit.code(),
                        CampaignProblem.UNIT_AT_SHORT_NOTICE.of(
                            unit.name(),
                            deadlines.daysGiven(unit, act.now()),
                            deadlines.daysPromised(unit))))
                .toList()));
  }

  private static Supplier<Said> shape(Node body) {
    body.only("reason", "securityApproval");
    Optional<String> reason = body.optional("reason").map(node -> node.lines(REASON_MAX));
    Optional<SecurityApproval> approval =
        body.optional("securityApproval")
            .map(node -> {
              node.only("number", "date");
              return new SecurityApproval(
                  node.field("number").text(NUMBER_MAX), node.field("date").date());
            });
    return () -> new Said(reason, approval);
  }

  private static List<Integer> missingGroups(Campaign campaign, List<Unit> register) {
    var missing = new ArrayList<Integer>();
    register.stream()
        .map(Unit::group)
        .distinct()
        .filter(group -> !campaign.criteriaVersions().containsKey(group))
        .forEach(missing::add);
    return missing;
  }
}
