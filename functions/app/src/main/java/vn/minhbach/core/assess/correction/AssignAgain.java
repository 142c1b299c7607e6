package vn.minhbach.core.assess.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignFact;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office assigns a criterion again to units that it had exempted, by a decision with
 * number and date. What a unit had answered before counts again; what it had not is asked of it.
 *
 * <p>Refused from the report on, for a unit that is not exempt by this decision, for one that could
 * not answer any more (its form is sent, or locked), and for the body that employs whoever asks.
 */
public final class AssignAgain {

  private static final int UNITS_MAX = 200;

  private final CampaignChange change;
  private final Units units;
  private final Forms forms;

  public AssignAgain(CampaignChange change, Units units, Forms forms) {
    this.change = change;
    this.units = units;
    this.forms = forms;
  }

  /**
   * Ends an exemption for some of its units, or for all that are left.
   *
   * @param number of the exemption, as it came
   * @param tree {@code {"units"?: […], "decision": {"number", "date"}}}
   */
  public Outcome<Exemption> assign(
      Campaign campaign, int group, String number, Act act, Object tree) {
    return change.of(
        campaign.id(),
        act,
        found ->
            found
                .beforeReport()
                .flatMap(open -> exemption(open, group, number))
                .flatMap(exemption -> decide(found, exemption, act, tree)),
        (changed, ids) -> changed.exemptions().get(Integer.parseInt(ids.get("exemption")) - 1));
  }

  private static Outcome<Exemption> exemption(Campaign campaign, int group, String number) {
    return campaign.exemptions().stream()
        .filter(one -> one.group() == group && String.valueOf(one.number()).equals(number))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CampaignProblem.NO_EXEMPTION.of(campaign.id(), number)));
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, Exemption exemption, Act act, Object tree) {
    Map<UnitCode, Unit> register = register(campaign);
    return Node.read(
            tree,
            InputProblem.INVALID_BODY::of,
            body -> ended(body, campaign, exemption, register, act))
        .flatMap(end -> unrecused(end, register, act))
        .map(end ->
            new CampaignChange.Decided(
                campaign.withEnded(exemption.number(), end),
                Optional.of(CampaignFact.UnitsAssignedAgain.of(exemption, end)),
                Map.of("exemption", String.valueOf(exemption.number())),
                List.of()));
  }

  private Map<UnitCode, Unit> register(Campaign campaign) {
    var register = new TreeMap<UnitCode, Unit>();
    units
        .all(campaign.id(), campaign.unitsVersion())
        .forEach(unit -> register.put(unit.code(), unit));
    return register;
  }

  private static Outcome<Exemption.Ended> unrecused(
      Exemption.Ended end, Map<UnitCode, Unit> register, Act act) {
    return end.units().stream()
        .map(register::get)
        .flatMap(
            unit -> Recusal.of(act.caller(), unit).map(cause -> cause.from(unit.code())).stream())
        .findFirst()
        .<Outcome<Exemption.Ended>>map(Outcome::refused)
        .orElseGet(() -> Outcome.accepted(end));
  }

  private Supplier<Exemption.Ended> ended(
      Node body, Campaign campaign, Exemption exemption, Map<UnitCode, Unit> register, Act act) {
    body.only("units", "decision");
    Map<UnitCode, Consumer<Fault>> named = named(body, exemption);
    named.forEach((code, place) -> {
      if (!exemption.names(code)) {
        place.accept(CampaignProblem.NOT_EXEMPT.of(code, exemption.decision().number()));
      } else if (!answerable(campaign, register.get(code), exemption, act)) {
        place.accept(CampaignProblem.TOO_LATE_TO_ASSIGN.of(code));
      }
    });
    LocalDate today = act.now().atZone(campaign.calendar().zone()).toLocalDate();
    Exemption.Decision decision = Exemption.Decision.read(body.field("decision"), today);
    return () ->
        new Exemption.Ended(
            named.keySet().stream().sorted().toList(), decision, act.caller().id(), act.now());
  }

  // Each with the place that named it; without a list, all that are left.
  private static Map<UnitCode, Consumer<Fault>> named(Node body, Exemption exemption) {
    var named = new LinkedHashMap<UnitCode, Consumer<Fault>>();
    Optional<Node> list = body.optional("units");
    if (list.isEmpty()) {
      List<UnitCode> left = exemption.inForce();
      (left.isEmpty() ? exemption.units() : left)
          .forEach(code -> named.put(code, fault -> body.faultAt("units", fault)));
      return named;
    }
    List<Node> sent = new ArrayList<>(list.get().items(UNITS_MAX));
    if (list.get().raw() instanceof List<?> all && all.isEmpty()) {
      list.get().fault(InputProblem.TOO_FEW.of(1, 0));
    }
    for (Node one : sent) {
      String text = one.code(40);
      if (UnitCode.valid(text)) {
        if (named.putIfAbsent(new UnitCode(text), one::fault) != null) {
          one.fault(InputProblem.DUPLICATE_ID.of(text, list.get().place()));
        }
      } else if (one.raw() instanceof String) {
        one.fault(CampaignProblem.UNIT_NOT_IN_GROUP.of(text, exemption.group()));
      }
    }
    return named;
  }

  private boolean answerable(Campaign campaign, Unit unit, Exemption exemption, Act act) {
    return forms
        .head(campaign, unit)
        .flatMap(head -> Forms.changeable(unit, head, exemption.criterion(), act.now()))
        .fold(refusal -> !campaign.openedAt().isPresent(), open -> true);
  }
}
