package vn.minhbach.core.prepare.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office does not assign a criterion to named units, by a decision with number and
 * date. No form is written: what it means for a form is derived from the campaign, so it counts at
 * once for all of them, sent or not.
 *
 * <p>Refused from the report on, without a decision or with one of a day to come, for criteria and
 * units that the group does not have, for a unit that has no such criterion any more, and for the
 * body that employs whoever asks: a deputy of another body does that.
 */
public final class ExemptUnits {

  private static final int UNITS_MAX = 200;

  /** A campaign is read with every request: so many units, over all exemptions, stay light. */
  private static final int PAIRS_MAX = 1_000;

  private final CampaignChange change;
  private final CriteriaSets criteriaSets;
  private final Units units;

  public ExemptUnits(CampaignChange change, CriteriaSets criteriaSets, Units units) {
    this.change = change;
    this.criteriaSets = criteriaSets;
    this.units = units;
  }

  /**
   * Exempts.
   *
   * @param tree {@code {"criterion", "units": […], "decision": {"number", "date"}}}
   */
  public Outcome<Exemption> exempt(Campaign campaign, int group, Act act, Object tree) {
    return change.of(
        campaign.id(),
        act,
        found -> found.beforeReport().flatMap(open -> decide(open, group, act, tree)),
        (changed, ids) -> changed.exemptions().get(Integer.parseInt(ids.get("exemption")) - 1));
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, int group, Act act, Object tree) {
    return criteria(campaign, group)
        .flatMap(set ->
            Node.read(
                tree,
                InputProblem.INVALID_BODY::of,
                body -> order(body, campaign, group, set, act)))
        .flatMap(order -> unrecused(campaign, order, act))
        .map(order -> decided(campaign, order));
  }

  private Outcome<CriteriaSet> criteria(Campaign campaign, int group) {
    CampaignId id = campaign.id();
    if (campaign.unitsVersion() == 0) {
      return Outcome.refused(CampaignProblem.NEEDS_UNITS.of(id));
    }
    return Optional.ofNullable(campaign.criteriaVersions().get(group))
        .flatMap(version -> criteriaSets.find(id, group, version))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CriteriaProblem.NO_CRITERIA.of(id, group)));
  }

  private Outcome<Exemption> unrecused(Campaign campaign, Exemption order, Act act) {
    return units.all(campaign.id(), campaign.unitsVersion()).stream()
        .filter(unit -> order.names(unit.code()))
        .flatMap(
            unit -> Recusal.of(act.caller(), unit).map(cause -> cause.from(unit.code())).stream())
        .findFirst()
        .<Outcome<Exemption>>map(Outcome::refused)
        .orElseGet(() -> Outcome.accepted(order));
  }

  private static CampaignChange.Decided decided(Campaign campaign, Exemption order) {
    return new CampaignChange.Decided(
        campaign.with(order),
        Optional.of(
            new CampaignFact.UnitsExempted(
                order.by(),
                order.number(),
                order.group(),
                order.criterion(),
                order.units(),
                order.decision().number(),
                order.decision().date())),
        Map.of("exemption", String.valueOf(order.number())),
        List.of());
  }

  private Supplier<Exemption> order(
      Node body, Campaign campaign, int group, CriteriaSet set, Act act) {
    body.only("criterion", "units", "decision");
    Node criterion = body.field("criterion");
    String id = criterion.raw() == null ? "" : criterion.code(40);
    boolean known = CriterionId.valid(id) && set.criterion(new CriterionId(id)).isPresent();
    if (criterion.raw() instanceof String && !known) {
      criterion.fault(CriteriaProblem.UNKNOWN_CRITERION.of(id));
    }
    Set<UnitCode> named = named(body.field("units"), campaign, group, known ? id : "");
    Exemption.Decision decision =
        Exemption.Decision.read(
            body.field("decision"), act.now().atZone(campaign.calendar().zone()).toLocalDate());
    return () ->
        new Exemption(
            campaign.exemptions().size() + 1,
            group,
            new CriterionId(id),
            List.copyOf(named),
            decision,
            act.caller().id(),
            act.now(),
            List.of());
  }

  private Set<UnitCode> named(Node list, Campaign campaign, int group, String criterion) {
    var named = new TreeSet<UnitCode>();
    if (list.raw() == null) {
      return named;
    }
    Set<UnitCode> members =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .filter(unit -> unit.group() == group)
            .map(Unit::code)
            .collect(Collectors.toCollection(HashSet::new));
    List<Node> sent = list.items(UNITS_MAX);
    if (list.raw() instanceof List<?> all && all.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    for (Node one : sent) {
      String text = one.code(40);
      Optional<UnitCode> code =
          UnitCode.valid(text) ? Optional.of(new UnitCode(text)) : Optional.empty();
      if (code.filter(members::contains).isEmpty()) {
        if (one.raw() instanceof String) {
          one.fault(CampaignProblem.UNIT_NOT_IN_GROUP.of(text, group));
        }
      } else if (!named.add(code.get())) {
        one.fault(InputProblem.DUPLICATE_ID.of(text, list.place()));
      } else if (!criterion.isEmpty()) {
        campaign
            .exemption(code.get(), new CriterionId(criterion))
            .ifPresent(before ->
                one.fault(
                    CampaignProblem.EXEMPT_ALREADY.of(
                        code.get(), criterion, before.decision().number())));
      }
    }
    int pairs =
        campaign.exemptions().stream().mapToInt(exemption -> exemption.units().size()).sum();
    if (pairs + named.size() > PAIRS_MAX) {
      list.fault(InputProblem.TOO_MANY.of(pairs + named.size(), PAIRS_MAX));
    }
    return named;
  }
}
