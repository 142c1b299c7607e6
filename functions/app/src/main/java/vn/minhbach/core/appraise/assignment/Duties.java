package vn.minhbach.core.appraise.assignment;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Whether it is the caller who has to read a cell, and as whom. Costs two reads at most, whatever
 * the size of the group; both never change and an instance remembers them.
 */
public final class Duties {

  private final Teams teams;
  private final Assignments assignments;
  private final Risks risks;

  public Duties(Teams teams, Assignments assignments, Risks risks) {
    this.teams = teams;
    this.assignments = assignments;
    this.risks = risks;
  }

  /** What the caller is in the team today; refused without a team, and for who is no member. */
  public Outcome<Member> member(Campaign campaign, Act act) {
    LocalDate day = day(campaign, act);
    return team(campaign)
        .flatMap(team ->
            team.ofActor(act.caller().id(), day)
                .filter(member -> member.role().role().stream().allMatch(act.caller()::is))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(TeamProblem.NOT_A_MEMBER.of(campaign.id(), day))));
  }

  /** The same at a unit; refused also for who is recused from it. */
  public Outcome<Member> member(Campaign campaign, Unit unit, Act act) {
    return member(campaign, act).flatMap(member -> free(member, unit, act));
  }

  /** The duty of the caller in a cell. */
  public Outcome<Duty> of(Campaign campaign, Unit unit, CriterionId criterion, Act act) {
    return member(campaign, unit, act)
        .flatMap(member ->
            readers(campaign, unit.group(), act)
                .flatMap(readers -> duty(campaign, readers, member, unit, criterion)));
  }

  /**
   * The caller as who decides about a unit for the whole team: the lead, or the deputy where the
   * lead is recused.
   */
  public Outcome<Member> leading(Campaign campaign, Unit unit, Act act) {
    return member(campaign, unit, act)
        .flatMap(member ->
            team(campaign)
                .flatMap(team ->
                    member.role() == TeamRole.LEAD
                            || member.role() == TeamRole.DEPUTY
                                && recusedLead(team, unit, day(campaign, act))
                        ? Outcome.accepted(member)
                        : Outcome.refused(TeamProblem.NOT_LEADING.of(unit.code()))));
  }

  /** The readers of a group today. */
  public Outcome<Readers> readers(Campaign campaign, int group, Act act) {
    return team(campaign)
        .flatMap(team ->
            assignments
                .of(campaign, group)
                .map(assignment ->
                    Outcome.accepted(
                        new Readers(
                            team,
                            assignment,
                            campaign.settings().appraisalSettings(),
                            day(campaign, act))))
                .orElseGet(
                    () -> Outcome.refused(TeamProblem.NOTHING_ASSIGNED.of(campaign.id(), group))));
  }

  /** The register in force; refused without one: then nothing of appraisal is possible. */
  public Outcome<Team> team(Campaign campaign) {
    return teams
        .of(campaign)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(TeamProblem.NO_TEAM.of(campaign.id())));
  }

  private static boolean recusedLead(Team team, Unit unit, LocalDate day) {
    return team.holding(TeamRole.LEAD, day).stream()
        .allMatch(lead -> lead.recusal(unit).isPresent());
  }

  private static Outcome<Member> free(Member member, Unit unit, Act act) {
    Optional<Recusal> cause = member.recusal(unit).or(() -> Recusal.of(act.caller(), unit));
    return cause
        .<Outcome<Member>>map(why -> Outcome.refused(why.from(unit.code())))
        .orElseGet(() -> Outcome.accepted(member));
  }

  private Outcome<Duty> duty(
      Campaign campaign, Readers readers, Member member, Unit unit, CriterionId criterion) {
    boolean twice =
        readers.twice(unit, criterion, risks.risky(campaign.id(), unit.code(), criterion));
    if (readers.first(unit, criterion).filter(member::equals).isPresent()) {
      return Outcome.accepted(new Duty(member, Duty.Reading.FIRST, twice));
    }
    return twice && readers.second(unit, criterion).filter(member::equals).isPresent()
        ? Outcome.accepted(new Duty(member, Duty.Reading.SECOND, true))
        : Outcome.refused(TeamProblem.NOT_ASSIGNED.of(unit.code(), criterion));
  }

  private static LocalDate day(Campaign campaign, Act act) {
    return act.now().atZone(campaign.calendar().zone()).toLocalDate();
  }
}
