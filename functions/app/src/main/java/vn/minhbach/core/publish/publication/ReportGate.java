package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.minhbach.core.Act;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.petition.EndHearings;
import vn.minhbach.core.appraise.session.HoldSession;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.review.EndReviews;
import vn.minhbach.core.unit.Unit;

/**
 * What must be through before a result is reported: a list of checks, each of which passes or names
 * what is open. All of them are asked, so that the office learns in one answer what is left to do:
 * where one kind is open its own refusal is told, where several are {@link
 * PublicationProblem#REPORT_BLOCKED} lists each.
 */
public final class ReportGate {

  private static final int UNITS_SHOWN = 10;
  static final int JOBS_SHOWN = 10;

  /**
   * What the checks look at.
   *
   * @param jobs that were open before anything else was read: what one of them does meanwhile may
   *     be in none of the rest
   * @param register units that take part: without those that are excused
   * @param heads of the units, as stored
   * @param progress their rows, up to date
   */
  record State(
      Campaign campaign,
      List<Job> jobs,
      List<Unit> register,
      Map<UnitCode, Head> heads,
      Map<UnitCode, Progress> progress,
      Act act) {}

  /** One kind of thing that may be open. */
  record Check(String place, Function<State, Outcome<Campaign>> passed) {}

  private final List<Check> checks;

  ReportGate(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The checks of every result: jobs, forms, hearings, reviews, appraisals, the session. */
  public static ReportGate of(
      Forms forms, EndHearings hearings, EndReviews reviews, HoldSession session) {
    return new ReportGate(
        List.of(
            new Check("jobs", ReportGate::jobsDone),
            new Check("forms", state -> formsShut(forms, state)),
            new Check(
                "hearings",
                state ->
                    hearings.ended(state.campaign(), state.register(), state.heads(), state.act())),
            new Check("reviews", state -> reviews.ended(state.campaign(), state.register())),
            new Check("appraisals", ReportGate::appraisalsClosed),
            new Check("session", state -> session.held(state.campaign(), state.heads().values()))));
  }

  /** The campaign where nothing is open. */
  Outcome<Campaign> passed(State state) {
    var blockers = new ArrayList<Refusal>();
    var places = new ArrayList<Violation>();
    for (Check check : checks) {
      check
          .passed()
          .apply(state)
          .fold(
              refusal -> {
                places.add(Violation.at(check.place(), refusal.fault()));
                places.addAll(refusal.violations());
                return blockers.add(refusal);
              },
              campaign -> true);
    }
    return switch (blockers.size()) {
      case 0 -> Outcome.accepted(state.campaign());
      case 1 -> Outcome.refused(blockers.getFirst());
      default ->
          Outcome.refused(
              Refusal.of(
                  PublicationProblem.REPORT_BLOCKED.of(state.campaign().id(), blockers.size()),
                  places));
    };
  }

  // A district's consolidation was accepted and is not through: its communes belong in.
  private static Outcome<Campaign> jobsDone(State state) {
    List<Job> open = state.jobs();
    return open.isEmpty()
        ? Outcome.accepted(state.campaign())
        : Outcome.refused(
            PublicationProblem.JOBS_STILL_OPEN.of(
                open.size(),
                open.stream().flatMap(job -> job.owner().stream()).distinct().toList()));
  }

  private static Outcome<Campaign> formsShut(Forms forms, State state) {
    List<UnitCode> open =
        state.register().stream()
            .filter(unit ->
                mayChange(
                    forms.standing(
                        state.campaign(),
                        unit,
                        Optional.ofNullable(state.heads().get(unit.code()))),
                    state.act()))
            .map(Unit::code)
            .toList();
    return open.isEmpty()
        ? Outcome.accepted(state.campaign())
        : Outcome.refused(PublicationProblem.FORMS_STILL_OPEN.of(open.size(), shown(open)));
  }

  // Who was promised days for a corrected criterion, or for a file that fell out, has them.
  private static boolean mayChange(Head head, Act act) {
    return head.state().editable()
        ? head.unfinishedAt(act.now())
        : !head.reopenedAt(act.now()).isEmpty();
  }

  private static Outcome<Campaign> appraisalsClosed(State state) {
    boolean team = state.campaign().pointers().team().isPresent();
    List<UnitCode> open =
        state.register().stream()
            .map(Unit::code)
            .filter(unit ->
                team
                    && Optional.ofNullable(state.progress().get(unit))
                        .filter(row -> row.state().delivered() && row.appraised().isEmpty())
                        .isPresent())
            .sorted()
            .toList();
    return open.isEmpty()
        ? Outcome.accepted(state.campaign())
        : Outcome.refused(PublicationProblem.APPRAISALS_STILL_OPEN.of(open.size(), shown(open)));
  }

  private static List<UnitCode> shown(List<UnitCode> open) {
    return open.stream().limit(UNITS_SHOWN).toList();
  }
}
