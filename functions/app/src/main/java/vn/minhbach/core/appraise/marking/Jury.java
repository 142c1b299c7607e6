package vn.minhbach.core.appraise.marking;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Readers;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** Who may do what to the marks of one unit today: assignment's word, as marking needs it. */
final class Jury {

  private final Duties duties;
  private final Units units;

  Jury(Duties duties, Units units) {
    this.duties = duties;
    this.units = units;
  }

  /**
   * The team at one unit.
   *
   * @param me the caller's own hand
   */
  record Bench(Campaign campaign, Unit unit, Act act, Team team, Member member, Hand me) {

    /** Whether a hand may not judge the unit, as the register knows it now. */
    boolean recused(Hand hand) {
      return recusedFrom(team, unit).test(hand);
    }
  }

  /** Refused without a team, for who is no member, and for who is recused. */
  Outcome<Bench> bench(Campaign campaign, Unit unit, Act act) {
    return duties
        .member(campaign, unit, act)
        .flatMap(member ->
            duties
                .team(campaign)
                .map(team ->
                    new Bench(
                        campaign, unit, act, team, member, Hand.of(campaign, member, units))));
  }

  /** Who reads what of the unit's group; refused while nothing of it is assigned. */
  Outcome<Readers> readers(Bench bench) {
    return duties.readers(bench.campaign(), bench.unit().group(), bench.act());
  }

  /** The caller's duty in a cell; empty where it was given to others. */
  Outcome<Duty> duty(Bench bench, CriterionId criterion) {
    return duties.of(bench.campaign(), bench.unit(), criterion, bench.act());
  }

  /**
   * Whether the caller may decide in the whole team's place: the lead, the deputy where the lead is
   * recused or has read the cell itself. Never over an own reading.
   */
  boolean decides(Bench bench, Optional<Mark> mark) {
    boolean own = readers(mark).anyMatch(hand -> !hand.another(bench.me()));
    boolean leadRead = readers(mark).anyMatch(hand -> hand.role() == Role.LEAD);
    boolean leads =
        duties
            .leading(bench.campaign(), bench.unit(), bench.act())
            .fold(refusal -> false, member -> true);
    return !own && (leads || leadRead && bench.member().role() == TeamRole.DEPUTY);
  }

  /** Whether the caller decides about the unit for the team. */
  Outcome<Member> leading(Bench bench) {
    return duties.leading(bench.campaign(), bench.unit(), bench.act());
  }

  private static Stream<Hand> readers(Optional<Mark> mark) {
    return mark.stream()
        .flatMap(made -> made.readings().stream())
        .filter(one -> !one.cleared() && !one.kind().decides())
        .map(Reading::by);
  }

  /** Whether a hand may not judge a unit: by its body, or by any conflict declared until now. */
  static Predicate<Hand> recusedFrom(Team team, Unit unit) {
    return hand ->
        Recusal.of(hand.body(), Set.of(), unit).isPresent()
            || team.members().stream()
                .filter(member -> member.actor().equals(hand.account()))
                .anyMatch(member -> member.declared().contains(unit.code()));
  }
}
