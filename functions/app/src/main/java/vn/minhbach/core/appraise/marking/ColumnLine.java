package vn.minhbach.core.appraise.marking;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.unit.Unit;

/** A cell with its form, of which nothing else is there than what bears on it. */
public final class ColumnLine {
  private final ReadColumn.Seat seat;
  private final FormView form;
  private final Optional<Baseline> baseline;
  private final Optional<Mark> mark;
  private final CellView view;
  private final Optional<Duty.Reading> reading;
  private final boolean sampled;

  ColumnLine(
      ReadColumn.Seat seat,
      FormView form,
      Optional<Baseline> baseline,
      Optional<Mark> mark,
      CellView view,
      Optional<Duty.Reading> reading,
      boolean sampled) {
    this.seat = seat;
    this.form = form;
    this.baseline = baseline;
    this.mark = mark;
    this.view = view;
    this.reading = reading;
    this.sampled = sampled;
  }

  public Unit unit() {
    return seat.unit();
  }

  /** The cell as the member sees it. */
  public CellView view() {
    return view;
  }

  /** As which of its readers the member judges it; empty where it was given to others. */
  public Optional<Duty.Reading> reading() {
    return reading;
  }

  /** Whether the member judges the cell, or answers for it to the whole team. */
  public boolean theirs() {
    return reading.isPresent() || leads();
  }

  /** Whether the member answers for the cell to the whole team. */
  public boolean leads() {
    return seat.bench().me().leads();
  }

  /** Whether the cell waits for the member's signature. */
  public boolean signs() {
    return view.marking().lacks(seat.bench().me());
  }

  /** Whether the member has anything to do in it; who leads, as long as it is not through. */
  public boolean toDo() {
    boolean read =
        view.readings().stream()
            .anyMatch(one -> !one.cleared() && !one.by().another(seat.bench().me()));
    Marking.State state = view.marking().state();
    return !state.done()
        && theirs()
        && (reading.isEmpty() || !read || state == Marking.State.STALE);
  }

  /**
   * Whether it is of the sample that is read twice, as far as the member may know: who reads first
   * must not, or would look at just those twice as hard.
   */
  public boolean sampled() {
    return sampled && reading.filter(Duty.Reading.FIRST::equals).isEmpty();
  }

  /** The files that count for the criterion, where they were read. */
  public List<Evidence> files() {
    return Seen.files(form, view.cell().id());
  }

  ReadColumn.Seat seat() {
    return seat;
  }

  FormView form() {
    return form;
  }

  Optional<Baseline> baseline() {
    return baseline;
  }

  /** With readings that the member may not see. */
  Optional<Mark> mark() {
    return mark;
  }
}
