package vn.minhbach.core.appraise.assignment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The lead says who of the team first reads what: by hand, or balanced by a seed. What is sent is
 * whole for the groups that it names, and the others stay. No mark is changed by it.
 *
 * <p>Refused without a team, once the campaign is reported, and as a whole when anything is at
 * fault, naming each: an account that marks nothing in the team, a unit that it or the lead is
 * recused from, a cell given twice.
 */
public final class AssignWork {

  private final CampaignChange change;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Teams teams;
  private final Assignments assignments;
  private final Chance chance;

  public AssignWork(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Teams teams,
      Assignments assignments,
      Chance chance) {
    this.change = change;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.teams = teams;
    this.assignments = assignments;
    this.chance = chance;
  }

  /** Who assigns, and in which campaign, as refusals tell it. */
  record By(Caller caller, String campaign) {}

  /** What was sent: a tree, or lines. */
  public sealed interface Sent {
    /** Whether nothing shall be written. */
    boolean dryRun();

    /** A tree, which may say {@code dryRun} itself. */
    record Tree(Object tree, boolean asked) implements Sent {
      @Override
      public boolean dryRun() {
        return asked || tree instanceof Map<?, ?> body && Boolean.TRUE.equals(body.get("dryRun"));
      }
    }

    record Lines(String csv, boolean dryRun) implements Sent {}
  }

  /**
   * Assignments and what they mean.
   *
   * @param dryRun whether nothing was written
   */
  public record Plan(List<Assignment> assignments, Workload workload, boolean dryRun) {}

  /** The assignments in force, with what they mean today. */
  public Outcome<Plan> read(Campaign campaign, Act act) {
    return team(campaign)
        .map(team -> {
          List<Assignment> inForce =
              campaign.pointers().assignments().keySet().stream()
                  .flatMap(group -> assignments.of(campaign, group).stream())
                  .toList();
          return plan(campaign, team, act, inForce, false);
        });
  }

  /** Assigns; with {@code dryRun} nothing is written. */
  public Outcome<Plan> assign(Campaign campaign, Act act, Sent sent) {
    return sent.dryRun()
        ? decide(campaign, act, sent).map(Made::plan)
        : change
            .of(
                campaign.id(),
                act,
                fresh -> decide(fresh, act, sent).map(made -> decided(fresh, act, made)))
            .flatMap(changed -> read(changed, act));
  }

  private record Made(Plan plan, Optional<Long> seed) {}

  private Outcome<Made> decide(Campaign campaign, Act act, Sent sent) {
    return campaign
        .beforeReport()
        .flatMap(this::team)
        .flatMap(team -> {
          Map<Integer, Cells> cells = cells(campaign);
          var by = new By(act.caller(), campaign.id().value());
          Outcome<AssignmentDraft.Order> order =
              switch (sent) {
                case Sent.Tree tree -> AssignmentDraft.read(tree.tree(), cells, team, by);
                case Sent.Lines lines -> AssignmentDraft.csv(lines.csv(), cells, team, by);
              };
          return order.flatMap(asked -> made(campaign, team, act, cells, asked, sent.dryRun()));
        });
  }

  private Outcome<Made> made(
      Campaign campaign,
      Team team,
      Act act,
      Map<Integer, Cells> cells,
      AssignmentDraft.Order order,
      boolean dryRun) {
    long version = chance.version();
    return switch (order) {
      case AssignmentDraft.Order.ByHand hand ->
          Outcome.accepted(
              new Made(
                  plan(campaign, team, act, under(campaign, version, hand.shares()), dryRun),
                  Optional.empty()));
      case AssignmentDraft.Order.Balanced asked -> {
        List<Member> members =
            team.holding(TeamRole.APPRAISER, day(campaign, act)).stream()
                .sorted(Comparator.comparing(Member::account))
                .toList();
        yield members.isEmpty()
            ? Outcome.refused(TeamProblem.NO_APPRAISERS.of(campaign.id()))
            : Outcome.accepted(
                new Made(
                    plan(
                        campaign,
                        team,
                        act,
                        under(
                            campaign,
                            version,
                            Balance.plan(
                                cells.values().stream()
                                    .filter(one -> asked.groups().contains(one.group()))
                                    .toList(),
                                members,
                                asked.seed(),
                                asked.maximum())),
                        dryRun),
                    Optional.of(asked.seed())));
      }
    };
  }

  private static List<Assignment> under(
      Campaign campaign, long version, SortedMap<Integer, List<Assignment.Share>> shares) {
    return shares.entrySet().stream()
        .map(group -> new Assignment(campaign.id(), group.getKey(), version, group.getValue()))
        .toList();
  }

  private CampaignChange.Decided decided(Campaign campaign, Act act, Made made) {
    if (made.plan().assignments().stream().allMatch(one -> inForce(campaign, one))) {
      return CampaignChange.Decided.nothing(campaign);
    }
    Campaign next = campaign;
    var versions = new TreeMap<Integer, Long>();
    for (Assignment assignment : made.plan().assignments()) {
      assignments.stage(assignment);
      next = next.withAssignment(assignment.group(), assignment.version());
      versions.put(assignment.group(), assignment.version());
    }
    return CampaignChange.Decided.of(
        next,
        new TeamFact.WorkAssigned(
            act.caller().id(),
            versions,
            made.plan().assignments().stream().mapToInt(one -> one.shares().size()).sum(),
            made.seed(),
            Sha256.hex(told(made.plan().assignments()).getBytes(StandardCharsets.UTF_8))));
  }

  private boolean inForce(Campaign campaign, Assignment assignment) {
    return assignments
        .of(campaign, assignment.group())
        .filter(now -> now.shares().equals(assignment.shares()))
        .isPresent();
  }

  private static String told(List<Assignment> assignments) {
    var lines = new ArrayList<String>();
    for (Assignment assignment : assignments) {
      for (Assignment.Share share : assignment.shares()) {
        lines.add(
            assignment.group()
                + ","
                + share.criterion().map(Object::toString).orElse("")
                + ","
                + share.units().stream().map(UnitCode::value).collect(Collectors.joining(";"))
                + ","
                + share.account()
                + "\n");
      }
    }
    return String.join("", lines);
  }

  private Plan plan(
      Campaign campaign, Team team, Act act, List<Assignment> assignments, boolean dryRun) {
    Map<Integer, Cells> cells = cells(campaign);
    var readers = new TreeMap<Integer, Readers>();
    var groups = new ArrayList<Cells>();
    for (Assignment assignment : assignments) {
      Optional.ofNullable(cells.get(assignment.group()))
          .ifPresent(group -> {
            groups.add(group);
            readers.put(
                group.group(),
                new Readers(
                    team,
                    Given.indexed(assignment.shares()),
                    campaign.settings().appraisalSettings(),
                    day(campaign, act)));
          });
    }
    return new Plan(assignments, Workload.of(groups, readers), dryRun);
  }

  private Map<Integer, Cells> cells(Campaign campaign) {
    List<Unit> all =
        campaign.unitsVersion() == 0
            ? List.of()
            : units.all(campaign.id(), campaign.unitsVersion());
    var cells = new TreeMap<Integer, Cells>();
    campaign
        .criteriaVersions()
        .forEach((group, version) ->
            criteriaSets
                .find(campaign.id(), group, version)
                .ifPresent(set ->
                    cells.put(
                        group,
                        new Cells(
                            group,
                            all.stream()
                                .filter(unit -> unit.group() == group)
                                .sorted(Comparator.comparing(Unit::code))
                                .toList(),
                            List.copyOf(set.criteria().values()),
                            (unit, criterion) ->
                                campaign.exemption(unit.code(), criterion.id()).isPresent()))));
    return cells;
  }

  private Outcome<Team> team(Campaign campaign) {
    return teams
        .of(campaign)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(TeamProblem.NO_TEAM.of(campaign.id())));
  }

  private static LocalDate day(Campaign campaign, Act act) {
    return act.now().atZone(campaign.calendar().zone()).toLocalDate();
  }
}
