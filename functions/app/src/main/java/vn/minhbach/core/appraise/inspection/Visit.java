package vn.minhbach.core.appraise.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** Whether somebody was sent to a unit, and may still note what was found there. */
public final class Visit {

  private final Duties duties;
  private final Units units;
  private final Inspections inspections;
  private final Submissions submissions;

  public Visit(Duties duties, Units units, Inspections inspections, Submissions submissions) {
    this.duties = duties;
    this.units = units;
    this.inspections = inspections;
    this.submissions = submissions;
  }

  /** A member at a unit, by the plan of an inspection. */
  record There(Inspection plan, Hand me, Optional<Minutes> minutes) {}

  /** The caller at the unit; refused once its minutes are kept. */
  Outcome<There> at(Campaign campaign, Unit unit, int number, Act act) {
    return sent(campaign, unit, number, act)
        .flatMap(there ->
            there.minutes().isEmpty()
                ? Outcome.accepted(there)
                : Outcome.refused(InspectionProblem.MINUTES_ALREADY_KEPT.of(number, unit.code())));
  }

  /** The caller at the unit, whether or not its minutes are kept. */
  Outcome<There> sent(Campaign campaign, Unit unit, int number, Act act) {
    LocalDate today = Deadlines.of(campaign).day(act.now());
    return duties
        .member(campaign, unit, act)
        .flatMap(member ->
            inspections
                .find(campaign.id(), number)
                .map(plan -> there(campaign, unit, plan, member, today))
                .orElseGet(() -> Outcome.refused(InspectionProblem.UNKNOWN_INSPECTION.of(number))));
  }

  private Outcome<There> there(
      Campaign campaign, Unit unit, Inspection plan, Member member, LocalDate today) {
    if (!plan.units().contains(unit.code())) {
      return Outcome.refused(InspectionProblem.UNIT_NOT_INSPECTED.of(plan.number(), unit.code()));
    }
    if (!plan.members().contains(member.account())) {
      return Outcome.refused(InspectionProblem.NOT_SENT_THERE.of(plan.number()));
    }
    return today.isBefore(plan.from())
        ? Outcome.refused(InspectionProblem.INSPECTION_NOT_BEGUN.of(plan.number(), plan.from()))
        : Outcome.accepted(
            new There(
                plan,
                Hand.of(campaign, member, units),
                inspections.minutes(campaign.id(), unit.code(), plan.number())));
  }

  /** Refused with each file that the team did not bring to this unit, or whose bytes fell out. */
  Outcome<List<String>> files(Campaign campaign, Unit unit, List<String> ids) {
    var faults = new ArrayList<Violation>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      if (submissions
          .evidence(campaign.id(), unit.code(), id)
          .filter(Evidence::ofTheTeam)
          .filter(file -> file.state().present())
          .isEmpty()) {
        faults.add(
            Violation.at(
                "evidence[" + i + "]", InspectionProblem.NO_TEAM_FILE.of(unit.code(), id)));
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(ids)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }
}
