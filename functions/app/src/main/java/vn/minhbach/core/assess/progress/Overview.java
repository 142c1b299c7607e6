package vn.minhbach.core.assess.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** How far each unit of a campaign is, from the projection: one query for all. */
public final class Overview {

  private final Units units;
  private final Forms forms;
  private final ProgressBoard board;

  public Overview(Units units, Forms forms, ProgressBoard board) {
    this.units = units;
    this.forms = forms;
    this.board = board;
  }

  /**
   * One unit's line.
   *
   * @param progress empty while nothing was written
   * @param criteria how many there are to answer
   * @param timing the unit's clock, also where nothing was written
   * @param daysLate days after the due date on which the form was sent, or by which it is overdue
   *     now; 0 in time
   * @param signBy until when a closed form that waits for its signature is signed in time
   * @param signatureOverdue whether that has passed
   * @param daysHeld days by which the district has passed the day of forwarding, or did; 0 in time
   */
  public record Line(
      Unit unit,
      Optional<Progress> progress,
      int criteria,
      Progress.Timing timing,
      long daysLate,
      long daysHeld,
      Optional<Instant> signBy,
      boolean signatureOverdue) {

    public State state() {
      return progress.map(Progress::state).orElse(State.NOT_STARTED);
    }

    /** Percent of the criteria that are answered, two decimals. */
    public Points share() {
      int answered = progress.map(Progress::answered).orElse(0);
      return criteria == 0
          ? Points.ZERO
          : new Points(
              BigDecimal.valueOf(answered * 100L)
                  .divide(BigDecimal.valueOf(criteria), 2, RoundingMode.HALF_UP));
    }

    /** Whether the form was sent late. */
    public boolean late() {
      return progress.map(Progress::late).orElse(false);
    }

    /** Whether the form is neither sent nor closed and its due date has passed. */
    public boolean overdue() {
      return state().inWork() && daysLate > 0;
    }
  }

  /** Which lines to show; what is empty does not narrow. */
  public record Filter(
      Optional<Integer> group,
      Optional<UnitCode> parent,
      Optional<State> state,
      Optional<Boolean> late,
      Optional<Boolean> overdue) {

    /** Every unit. */
    public static final Filter ALL =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    boolean shows(Line line) {
      return group.map(wanted -> wanted == line.unit().group()).orElse(true)
          && parent.map(wanted -> line.unit().parent().equals(parent)).orElse(true)
          && state.map(wanted -> wanted == line.state()).orElse(true)
          && late.map(wanted -> wanted == line.late()).orElse(true)
          && overdue.map(wanted -> wanted == line.overdue()).orElse(true);
    }
  }

  /** The units of the filter, by group, then code; refused before the campaign is open. */
  public Outcome<List<Line>> lines(Campaign campaign, Filter filter, Instant now) {
    return Forms.sent(campaign)
        .map(open -> {
          Map<UnitCode, Progress> rows = board.all(open.id());
          var criteria = new HashMap<Integer, Integer>();
          return units.all(open.id(), open.unitsVersion()).stream()
              .map(unit ->
                  line(
                      open,
                      unit,
                      Optional.ofNullable(rows.get(unit.code())),
                      criteria.computeIfAbsent(
                          unit.group(), group -> forms.criteria(open, unit).criteria().size()),
                      now))
              .filter(filter::shows)
              .toList();
        });
  }

  private Line line(
      Campaign campaign, Unit unit, Optional<Progress> row, int criteria, Instant now) {
    Progress.Timing timing =
        row.flatMap(Progress::timing).orElseGet(() -> unwritten(campaign, unit));
    Deadlines deadlines = Deadlines.of(campaign);
    Optional<Progress.Signing> waiting =
        row.filter(one -> one.state() == State.CLOSED).flatMap(Progress::signing);
    boolean overdue = waiting.filter(closed -> now.isAfter(closed.signBy())).isPresent();
    Instant sent =
        row.flatMap(Progress::submittedAt)
            .or(() -> waiting.filter(closed -> !overdue).map(Progress.Signing::sentAt))
            .orElse(now);
    Instant forwarded = timing.forwardedAt().orElse(now);
    boolean atDistrict = row.map(Progress::state).filter(state -> !state.editable()).isPresent();
    return new Line(
        unit,
        row,
        criteria,
        timing,
        daysAfter(deadlines, timing.dueAt(), sent),
        atDistrict
            ? timing.forwardBy().map(by -> daysAfter(deadlines, by, forwarded)).orElse(0L)
            : 0,
        waiting.map(Progress.Signing::signBy),
        overdue);
  }

  private Progress.Timing unwritten(Campaign campaign, Unit unit) {
    Head head = forms.standing(campaign, unit, Optional.empty());
    return Progress.Timing.of(head, Forms.clock(campaign, unit, head.facts()).forwardBy());
  }

  private static long daysAfter(Deadlines deadlines, Instant due, Instant moment) {
    return moment.isAfter(due)
        ? deadlines.day(moment).toEpochDay() - deadlines.day(due).toEpochDay()
        : 0;
  }
}
