package vn.minhbach.core.appraise.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.core.unit.Units;

/**
 * The lead plans an inspection, or plans it otherwise (plan V.3). Nobody is sent to a unit that
 * they are recused from, and the lead plans nothing at its own body: the deputy does.
 *
 * <p>Refused outside the appraisal, and as a whole with each member, unit and day at fault. The
 * same plan again writes nothing.
 */
public final class PlanInspection {

  private static final int UNITS_MAX = 300;
  private static final int CRITERIA_MAX = 200;
  private static final int TEXT_MAX = 100;

  private final CampaignChange change;
  private final Duties duties;
  private final Units units;
  private final Inspections inspections;

  public PlanInspection(
      CampaignChange change, Duties duties, Units units, Inspections inspections) {
    this.change = change;
    this.duties = duties;
    this.units = units;
    this.inspections = inspections;
  }

  /** A plan as a request brings it. */
  public record Draft(
      Inspection.Decision decision,
      LocalDate from,
      LocalDate until,
      List<String> members,
      List<String> units,
      List<CriterionId> criteria) {

    public Draft {
      members = List.copyOf(members);
      units = List.copyOf(units);
      criteria = List.copyOf(criteria);
    }
  }

  /** Reads {@code {decision: {number, date}, from, until, members, units, criteria?}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, PlanInspection::shape);
  }

  /** The number of an inspection in a path. */
  public static Outcome<Integer> number(String text) {
    int number =
        text.length() <= 3 && text.chars().allMatch(Character::isDigit) && !text.isEmpty()
            ? Integer.parseInt(text)
            : 0;
    return number >= 1
        ? Outcome.accepted(number)
        : Outcome.refused(InspectionProblem.INSPECTION_NUMBER.of(number, Inspection.NUMBER_MAX));
  }

  /** The plan as it stands. */
  public Outcome<Inspection> plan(
      CampaignId id, int number, Act act, Condition condition, Outcome<Draft> sent) {
    return change
        .of(
            id,
            act,
            campaign ->
                campaign
                    .underway()
                    .flatMap(open -> duties.member(open, act))
                    .flatMap(member ->
                        sent.flatMap(
                            draft -> decide(campaign, number, member, act, condition, draft))),
            (campaign, ids) -> campaign)
        .map(campaign -> inspections.find(id, number).orElseThrow());
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, int number, Member me, Act act, Condition condition, Draft draft) {
    Optional<Inspection> stored = inspections.find(campaign.id(), number);
    return checked(campaign, me, draft)
        .flatMap(codes -> {
          var next =
              new Inspection(
                  campaign.id(),
                  number,
                  draft.decision(),
                  draft.from(),
                  draft.until(),
                  draft.members(),
                  codes,
                  draft.criteria(),
                  stored.map(Inspection::version).orElse(0L) + 1);
          if (stored.filter(next::sameAs).isPresent()) {
            return Outcome.accepted(CampaignChange.Decided.nothing(campaign));
          }
          return condition
              .against(stored.map(Inspection::etag))
              .map(met ->
                  new CampaignChange.Decided(
                      campaign,
                      Optional.of(InspectionFact.InspectionPlanned.of(act.caller().id(), next)),
                      Map.of(),
                      List.of(new PutInspection(next))));
        });
  }

  private Outcome<List<UnitCode>> checked(Campaign campaign, Member me, Draft draft) {
    return duties
        .team(campaign)
        .flatMap(team -> {
          var faults = new ArrayList<Violation>();
          if (draft.until().isBefore(draft.from())) {
            faults.add(
                Violation.at(
                    "until", InspectionProblem.INSPECTION_DAYS.of(draft.from(), draft.until())));
          }
          List<Unit> sent = units(campaign, draft, faults);
          members(team, draft, sent, faults);
          for (Unit unit : sent) {
            me.recusal(unit)
                .ifPresent(why ->
                    faults.add(
                        Violation.at(
                            "units",
                            InspectionProblem.RECUSED_FROM_INSPECTION.of(
                                me.account(), unit.code()))));
          }
          return faults.isEmpty()
              ? Outcome.accepted(sent.stream().map(Unit::code).toList())
              : Outcome.<List<UnitCode>>refused(
                  Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
        });
  }

  private List<Unit> units(Campaign campaign, Draft draft, List<Violation> faults) {
    Map<String, Unit> known =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .collect(Collectors.toMap(unit -> unit.code().value(), Function.identity()));
    var found = new ArrayList<Unit>();
    for (int i = 0; i < draft.units().size(); i++) {
      Unit unit = known.get(draft.units().get(i));
      if (unit == null) {
        faults.add(
            Violation.at(
                "units[" + i + "]",
                UnitProblem.UNKNOWN_UNIT.of(draft.units().get(i), campaign.id().value())));
      } else {
        found.add(unit);
      }
    }
    return found;
  }

  private static void members(Team team, Draft draft, List<Unit> units, List<Violation> faults) {
    for (int i = 0; i < draft.members().size(); i++) {
      String place = "members[" + i + "]";
      String account = draft.members().get(i);
      Optional<Member> member = team.member(account, draft.from());
      if (member.isEmpty()) {
        faults.add(
            Violation.at(place, InspectionProblem.NO_MEMBER_TO_SEND.of(account, draft.from())));
        continue;
      }
      units.stream()
          .filter(unit -> member.get().recusal(unit).isPresent())
          .forEach(unit ->
              faults.add(
                  Violation.at(
                      place, InspectionProblem.RECUSED_FROM_INSPECTION.of(account, unit.code()))));
    }
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("decision", "from", "until", "members", "units", "criteria");
    Node decision = body.field("decision");
    decision.only("number", "date");
    Node number = decision.field("number");
    String text = number.raw() == null ? "" : number.text(TEXT_MAX);
    LocalDate date = day(decision.field("date"));
    LocalDate from = day(body.field("from"));
    LocalDate until = day(body.field("until"));
    List<String> members = texts(body.field("members"), Team.MEMBERS_MAX);
    List<String> units = texts(body.field("units"), UNITS_MAX);
    var criteria = new LinkedHashSet<CriterionId>();
    body.optional("criteria")
        .map(list -> list.items(CRITERIA_MAX))
        .orElse(List.of())
        .forEach(node -> CriterionId.read(node).ifPresent(criteria::add));
    return () ->
        new Draft(
            new Inspection.Decision(text, date),
            from,
            until,
            members,
            units,
            List.copyOf(criteria));
  }

  private static LocalDate day(Node node) {
    return node.raw() == null ? LocalDate.EPOCH : node.date();
  }

  // Named twice is named: nothing hangs on how often.
  private static List<String> texts(Node list, int max) {
    Set<String> all = new LinkedHashSet<>();
    List<Node> items = list.raw() == null ? List.of() : list.items(max);
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    items.forEach(node -> all.add(node.text(TEXT_MAX)));
    return List.copyOf(all);
  }
}
