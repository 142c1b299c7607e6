package vn.minhbach.core.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office sends the forms (<i>phát phiếu</i>, plan V.1): one write switches the
 * campaign to OPEN, and each unit's clock starts. Forms exist by derivation from then on.
 *
 * <p>Refused unless there are units, a criteria set for each of their groups, and time to answer.
 */
public final class OpenCampaign {

  private final CampaignChange change;
  private final Units units;

  public OpenCampaign(CampaignChange change, Units units) {
    this.change = change;
    this.units = units;
  }

  public Outcome<Campaign> open(CampaignId id, Act act) {
    return change.of(
        id, act, campaign -> campaign.at(Stage.DRAFT).flatMap(draft -> decide(draft, act)));
  }

  private Outcome<CampaignChange.Decided> decide(Campaign campaign, Act act) {
    List<Unit> register =
        campaign.unitsVersion() == 0
            ? List.of()
            : units.all(campaign.id(), campaign.unitsVersion());
    List<Integer> missing = missingGroups(campaign, register);
    if (register.isEmpty() || !missing.isEmpty()) {
      return Outcome.refused(
          Problem.NOT_READY_TO_OPEN,
          "campaign",
          campaign.id().value(),
          "missingVi",
          register.isEmpty() ? "danh sách đơn vị" : "bộ tiêu chí của nhóm " + missing,
          "missing",
          register.isEmpty() ? "units" : "criteria for group " + missing);
    }
    if (act.now().isAfter(campaign.calendar().lastMomentBefore(campaign.calendar().dueBefore()))) {
      return Outcome.refused(
          Problem.DUE_DATE_PASSED,
          "campaign",
          campaign.id().value(),
          "due",
          campaign.calendar().dueBefore().toString());
    }
    var body = new TreeMap<String, Object>();
    body.put("by", act.caller().id());
    body.put("units", register.size());
    body.put("unitsVersion", campaign.unitsVersion());
    var versions = new TreeMap<String, Object>();
    campaign.criteriaVersions().forEach((group, version) -> versions.put("" + group, version));
    body.put("criteriaVersions", Map.copyOf(versions));
    return Outcome.accepted(
        new CampaignChange.Decided(
            campaign.withStage(Stage.OPEN).withOpenedAt(act.now()), "FORMS_SENT", body));
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
