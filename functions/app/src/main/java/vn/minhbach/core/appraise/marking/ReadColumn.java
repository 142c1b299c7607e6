package vn.minhbach.core.appraise.marking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.assignment.Readers;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Reads one criterion across the delivered forms of a group, as one member of the team sees it: in
 * as many batches as the group has hundreds of units, not in a query a form. The files of a unit
 * have no key by criterion, so that they are read a unit at a time, by {@link #withFiles} and for
 * the lines that somebody looks at.
 */
public final class ReadColumn {

  private final Forms forms;
  private final Submissions submissions;
  private final Baselines baselines;
  private final Marks marks;
  private final Duties duties;
  private final Units units;
  private final Cells cells;
  private final Jury jury;

  public ReadColumn(
      Forms forms,
      Submissions submissions,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units) {
    this.forms = forms;
    this.submissions = submissions;
    this.baselines = baselines;
    this.marks = marks;
    this.duties = duties;
    this.units = units;
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
  }

  /** A delivered form before the member. */
  record Seat(Jury.Bench bench, Head head) {
    Unit unit() {
      return bench.unit();
    }
  }

  /** A group without the units that the member is recused from. */
  public static final class Group {
    private final Campaign campaign;
    private final int number;
    private final Optional<CriteriaSet> criteria;
    private final Readers readers;
    private final List<Jury.Bench> benches;

    /** The delivered forms; read when the first criterion of the group is. */
    private Optional<List<Seat>> seats = Optional.empty();

    private Group(
        Campaign campaign,
        int number,
        Optional<CriteriaSet> criteria,
        Readers readers,
        List<Jury.Bench> benches) {
      this.campaign = campaign;
      this.number = number;
      this.criteria = criteria;
      this.readers = readers;
      this.benches = benches;
    }

    public Campaign campaign() {
      return campaign;
    }

    public int number() {
      return number;
    }

    /** Empty where no unit of the group is before the member. */
    public Optional<CriteriaSet> criteria() {
      return criteria;
    }

    private boolean asks(Unit unit, CriterionId criterion) {
      return campaign.exemption(unit.code(), criterion).isEmpty();
    }
  }

  /** A group today; refused for who is no member, and while nothing of it is assigned. */
  public Outcome<Group> group(Campaign campaign, int number, Act act) {
    return Forms.sent(campaign)
        .flatMap(open -> duties.member(open, act))
        .flatMap(member -> duties.readers(campaign, number, act))
        .map(readers -> group(campaign, number, act, readers));
  }

  private Group group(Campaign campaign, int number, Act act, Readers readers) {
    List<Jury.Bench> benches =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .filter(unit -> unit.group() == number)
            .sorted(Comparator.comparing(Unit::code))
            .flatMap(unit ->
                jury
                    .bench(campaign, unit, act)
                    .fold(refusal -> Optional.<Jury.Bench>empty(), Optional::of)
                    .stream())
            .toList();
    return new Group(
        campaign,
        number,
        benches.stream().findFirst().map(bench -> forms.criteria(campaign, bench.unit())),
        readers,
        benches);
  }

  private List<Seat> seats(Group group) {
    if (group.seats.isEmpty()) {
      Campaign campaign = group.campaign;
      Map<UnitCode, Head> stored =
          submissions.heads(
              campaign.id(), group.benches.stream().map(bench -> bench.unit().code()).toList());
      group.seats =
          Optional.of(
              group.benches.stream()
                  .filter(bench -> stored.containsKey(bench.unit().code()))
                  .map(bench ->
                      new Seat(
                          bench,
                          forms.standing(
                              campaign,
                              bench.unit(),
                              Optional.of(stored.get(bench.unit().code())))))
                  .filter(seat -> seat.head().state().delivered())
                  .toList());
    }
    return group.seats.get();
  }

  /** Whether any cell of the criterion is the member's; costs no read. */
  public boolean theirs(Group group, CriterionId criterion) {
    return group.benches.stream()
        .filter(bench -> group.asks(bench.unit(), criterion))
        .anyMatch(bench -> bench.me().leads() || reading(bench, criterion).isPresent());
  }

  /**
   * Every delivered cell of a criterion, by unit, those of others too: each is measured by all. As
   * long as the files are not read, they are taken to be those that the last hand saw.
   */
  public List<ColumnLine> column(Group group, Criterion criterion) {
    CriterionId id = criterion.id();
    Campaign campaign = group.campaign;
    List<Seat> asked = seats(group).stream().filter(seat -> group.asks(seat.unit(), id)).toList();
    List<UnitCode> codes = asked.stream().map(seat -> seat.unit().code()).toList();
    Map<UnitCode, Answer> answers =
        submissions
            .answers(
                campaign.id(), codes.stream().map(unit -> new Submissions.Asked(unit, id)).toList())
            .entrySet()
            .stream()
            .collect(Collectors.toMap(one -> one.getKey().unit(), Map.Entry::getValue));
    Map<UnitCode, Mark> made = marks.of(campaign.id(), id, codes);
    Map<UnitCode, Baseline> known =
        group.criteria.map(set -> baselines.of(campaign, set, id)).orElse(Map.of());
    return asked.stream()
        .map(seat -> {
          UnitCode code = seat.unit().code();
          Map<CriterionId, Answer> answer =
              Optional.ofNullable(answers.get(code)).map(one -> Map.of(id, one)).orElse(Map.of());
          return line(
              group,
              seat,
              form(group, seat, answer, List.of()),
              criterion,
              Optional.ofNullable(known.get(code)),
              Optional.ofNullable(made.get(code)),
              true);
        })
        .toList();
  }

  /** The same line with the unit's files: one query. */
  public ColumnLine withFiles(Group group, ColumnLine line) {
    return line(
        group,
        line.seat(),
        form(
            group,
            line.seat(),
            line.form()
                .form()
                .stored(line.view().cell().id())
                .map(one -> Map.of(one.criterion(), one))
                .orElse(Map.of()),
            submissions.evidenceOf(group.campaign.id(), line.unit().code())),
        line.view().cell().criterion(),
        line.baseline(),
        line.mark(),
        false);
  }

  private FormView form(
      Group group, Seat seat, Map<CriterionId, Answer> answers, List<Evidence> files) {
    Campaign campaign = group.campaign;
    return FormView.of(
        new Form(seat.head(), answers, files),
        group.criteria.orElseThrow(),
        Forms.criteriaVersion(campaign, seat.unit()),
        forms.amendments(campaign, seat.unit()),
        campaign.exemptions(seat.unit().code()));
  }

  private ColumnLine line(
      Group group,
      Seat seat,
      FormView form,
      Criterion criterion,
      Optional<Baseline> baseline,
      Optional<Mark> mark,
      boolean filesUnread) {
    CriterionId id = criterion.id();
    Cell read =
        cells.cell(
            seat.unit(),
            form,
            criterion,
            baseline.map(one -> Map.of(id, one)).orElse(Map.of()),
            group.readers);
    Cell cell = filesUnread ? lastSeen(mark).map(read::withFilesAs).orElse(read) : read;
    Optional<Duty.Reading> reading = reading(seat.bench(), id);
    Marking marking = Marking.of(cell, mark, Terms.of(group.campaign), seat.bench()::recused);
    return new ColumnLine(
        seat,
        form,
        baseline,
        mark,
        CellView.of(cell, mark, marking, seat.bench().me(), reading.isPresent()),
        reading,
        group.readers.sampled(seat.unit(), id));
  }

  private Optional<Duty.Reading> reading(Jury.Bench bench, CriterionId criterion) {
    return jury.duty(bench, criterion)
        .fold(refusal -> Optional.empty(), duty -> Optional.of(duty.reading()));
  }

  private static Optional<Seen> lastSeen(Optional<Mark> mark) {
    return mark.stream()
        .flatMap(made -> made.readings().stream())
        .filter(one -> !one.cleared())
        .reduce((earlier, later) -> later)
        .map(Reading::boundTo);
  }
}
