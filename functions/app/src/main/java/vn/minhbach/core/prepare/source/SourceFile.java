package vn.minhbach.core.prepare.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Csv;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.VerifyBy;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Reads the file of a source: a line {@code unit,criterion,inputs} for each figure; all of them or,
 * when any line is at fault, none.
 */
final class SourceFile {

  private static final List<String> COLUMNS = List.of("unit", "criterion", "inputs");

  private final Register register;
  private final FigureText figures;
  private final Map<String, String> seen = new HashMap<>();

  private SourceFile(Register register, FigureText figures) {
    this.register = register;
    this.figures = figures;
  }

  /**
   * What the lines are held against.
   *
   * @param sets group to criteria set
   * @param taken unit and criterion, see {@link #key}, to the other source that gives it already
   */
  record Register(
      String campaign,
      Map<UnitCode, Unit> units,
      Map<Integer, CriteriaSet> sets,
      Map<String, String> taken) {}

  /** One unit and criterion as a key: no code holds a slash. */
  static String key(UnitCode unit, CriterionId criterion) {
    return unit + "/" + criterion;
  }

  /** The figures by unit, in the order of the criteria's ids. */
  static Outcome<Map<UnitCode, List<Figure>>> read(
      String csv, Register register, ImportSource.JsonText json) {
    var file = new SourceFile(register, new FigureText(json));
    return Csv.read(csv, COLUMNS, file::shape)
        .flatMap(byUnit ->
            byUnit.isEmpty()
                ? Outcome.refused(SourceProblem.NO_FIGURES.of())
                : Outcome.accepted(byUnit));
  }

  private Supplier<Map<UnitCode, List<Figure>>> shape(List<Csv.Line> lines) {
    var byUnit = new TreeMap<UnitCode, TreeMap<CriterionId, Figure>>();
    for (Csv.Line line : lines) {
      Optional<Unit> unit = unit(line);
      unit.flatMap(known -> criterion(line, known))
          .flatMap(criterion -> figure(line, unit.get(), criterion))
          .ifPresent(figure ->
              byUnit
                  .computeIfAbsent(unit.get().code(), code -> new TreeMap<>())
                  .put(figure.criterion(), figure));
    }
    var figuresOf = new TreeMap<UnitCode, List<Figure>>();
    byUnit.forEach((code, all) -> figuresOf.put(code, new ArrayList<>(all.values())));
    return () -> figuresOf;
  }

  private Optional<Unit> unit(Csv.Line line) {
    String code = line.cell("unit");
    Optional<Unit> unit =
        UnitCode.valid(code)
            ? Optional.ofNullable(register.units().get(new UnitCode(code)))
            : Optional.empty();
    if (unit.isEmpty()) {
      line.fault("unit", UnitProblem.UNKNOWN_UNIT.of(register.campaign(), code));
    }
    return unit;
  }

  private Optional<Criterion> criterion(Csv.Line line, Unit unit) {
    String id = line.cell("criterion");
    Optional<Criterion> known =
        CriterionId.valid(id)
            ? Optional.ofNullable(register.sets().get(unit.group()))
                .flatMap(set -> set.criterion(new CriterionId(id)))
            : Optional.empty();
    if (known.isEmpty()) {
      line.fault("criterion", CriteriaProblem.UNKNOWN_CRITERION.of(id));
      return known;
    }
    if (known.get().verifyBy() != VerifyBy.SHARED_SYSTEM) {
      line.fault(
          "criterion", SourceProblem.NOT_FROM_SHARED_SYSTEM.of(id, known.get().verifyBy().code()));
      return Optional.empty();
    }
    return alone(line, unit, known.get());
  }

  private Optional<Criterion> alone(Csv.Line line, Unit unit, Criterion criterion) {
    String key = key(unit.code(), criterion.id());
    String first = seen.putIfAbsent(key, "dòng/line " + line.number());
    if (first != null) {
      line.fault("criterion", InputProblem.DUPLICATE_ID.of(key, first));
      return Optional.empty();
    }
    String other = register.taken().get(key);
    if (other != null) {
      line.fault(
          "criterion", SourceProblem.FIGURE_OF_OTHER_SOURCE.of(other, unit.code(), criterion.id()));
      return Optional.empty();
    }
    return Optional.of(criterion);
  }

  private Optional<Figure> figure(Csv.Line line, Unit unit, Criterion criterion) {
    String cell = line.cell("inputs");
    Optional<Object> inputs = figures.read(cell, criterion);
    if (inputs.isEmpty()) {
      line.fault("inputs", SourceProblem.BAD_FIGURES.of(cell));
      return Optional.empty();
    }
    Optional<FigureText.Doubtful> doubtful = FigureText.doubtful(inputs.get());
    if (doubtful.isPresent()) {
      String digits = doubtful.get().value();
      line.fault(
          "inputs." + doubtful.get().key(),
          SourceProblem.TWO_NUMBERS.of(
              digits,
              digits.replaceAll("[.,]", ""),
              digits.replace(',', '.').replaceFirst("0+$", "").replaceFirst("\\.$", "")));
      return Optional.empty();
    }
    return Scoring.score(criterion, inputs.get())
        .fold(refusal -> refused(line, refusal), scored -> Optional.of(figure(criterion, scored)));
  }

  private static Figure figure(Criterion criterion, Scored scored) {
    return new Figure(criterion.id(), scored.inputs());
  }

  private static Optional<Figure> refused(Csv.Line line, Refusal refusal) {
    for (Violation violation : refusal.violations()) {
      line.fault(violation.place(), violation.fault());
    }
    return Optional.empty();
  }
}
