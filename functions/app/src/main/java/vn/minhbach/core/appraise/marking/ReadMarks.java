package vn.minhbach.core.appraise.marking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.assignment.Readers;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** Reads the marks of a unit (<i>bảng chấm thẩm định</i>) as one member of the team sees them. */
public final class ReadMarks {

  private final Forms forms;
  private final Cells cells;
  private final Jury jury;

  private final Visits visits;

  public ReadMarks(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Visits visits) {
    this.visits = visits;
    this.forms = forms;
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
  }

  /**
   * The sheet of a unit.
   *
   * @param lines every criterion, in the order of the form
   * @param inspected criteria that were seen on the spot; all others are judged on documents
   * @param named whether the reader is told who marked, and not only as what and of which body
   */
  public record Sheet(FormView form, List<Line> lines, Set<CriterionId> inspected, boolean named) {
    public Sheet {
      lines = List.copyOf(lines);
      inspected = Set.copyOf(inspected);
    }
  }

  /**
   * A cell, and whether the reader has to judge it.
   *
   * @param reading as which of its readers; empty where it was given to others
   */
  public record Line(CellView view, Optional<Duty.Reading> reading) {}

  /** Refused for who is no member or recused, and before the campaign is open. */
  public Outcome<Sheet> read(Campaign campaign, Unit unit, Act act) {
    return jury.bench(campaign, unit, act)
        .flatMap(bench ->
            jury.readers(bench)
                .flatMap(readers ->
                    forms.read(campaign, unit).map(view -> sheet(bench, view, readers))));
  }

  private Sheet sheet(Jury.Bench bench, FormView view, Readers readers) {
    Terms terms = Terms.of(bench.campaign());
    List<Line> lines =
        cells.all(bench.campaign(), bench.unit(), view, readers).stream()
            .map(at -> {
              Optional<Duty.Reading> reading =
                  jury.duty(bench, at.cell().id())
                      .fold(refusal -> Optional.empty(), duty -> Optional.of(duty.reading()));
              Marking marking = Marking.of(at.cell(), at.mark(), terms, bench::recused);
              return new Line(
                  CellView.of(at.cell(), at.mark(), marking, bench.me(), reading.isPresent()),
                  reading);
            })
            .toList();
    return new Sheet(
        view, lines, visits.seen(bench.campaign().id(), bench.unit().code()), bench.me().leads());
  }
}
