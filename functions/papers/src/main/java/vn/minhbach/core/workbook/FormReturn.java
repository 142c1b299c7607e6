package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.offline.HoldCopy;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.assess.offline.OfflineProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Reads a form's workbook that a unit brings back, into what {@code PUT …/answers} takes. Writes
 * nothing. Only what differs from what the workbook itself began with is sent on, so a workbook
 * that was opened and saved changes nothing.
 *
 * <p>Refused as a whole with each cell at fault: formulas, texts for numbers, what the criterion's
 * rule refuses, rows that are missing or stand twice; and when it is another unit's or campaign's,
 * was made by another program, or its hidden part was changed.
 */
public final class FormReturn {

  /** What the opinion on a known figure is refused for. */
  private static final Set<Problem> OF_OPINION =
      Set.of(
          AnsweringProblem.CONTEST_NEEDS_REASON,
          AnsweringProblem.NOTHING_TO_CONTEST,
          AnsweringProblem.STALE_BASELINE,
          AnsweringProblem.NO_BASELINE);

  private final HoldCopy hold;
  private final CriteriaSets criteriaSets;
  private final FormMark.JsonText json;

  public FormReturn(HoldCopy hold, CriteriaSets criteriaSets, FormMark.JsonText json) {
    this.hold = hold;
    this.criteriaSets = criteriaSets;
    this.json = json;
  }

  /**
   * What a workbook says.
   *
   * @param basedOn what it began from, as {@code PUT …/answers} takes it
   * @param answers those that were changed in it
   * @param changed the same for a reader, with the first cell
   * @param plan what will come of it if it is sent on now
   */
  public record Returned(
      Map<String, Object> basedOn,
      Map<String, Object> answers,
      List<Changed> changed,
      int unchanged,
      MergePlan plan) {}

  /** One criterion that was changed in the workbook. */
  public record Changed(String criterion, String title, String cell, String from, String to) {}

  public Outcome<Returned> read(Campaign campaign, Unit unit, Act act, Book book) {
    List<String> hidden =
        book.sheet(FormBook.HIDDEN).map(Book.Sheet::rows).orElse(List.of()).stream()
            .map(row -> row.cell(0).text().strip())
            .filter(line -> !line.isEmpty())
            .toList();
    return FormMark.read(hidden, json)
        .flatMap(mark -> own(mark, campaign, unit))
        .flatMap(mark ->
            criteria(mark, campaign, unit)
                .flatMap(criteria ->
                    FormTable.of(book, criteria)
                        .flatMap(table ->
                            new Reading(mark, criteria, table).returned(campaign, unit, act))));
  }

  private static Outcome<FormMark> own(FormMark mark, Campaign campaign, Unit unit) {
    boolean own =
        mark.campaign().equals(campaign.id().value()) && mark.unit().equals(unit.code().value());
    return own
        ? Outcome.accepted(mark)
        : Outcome.refused(
            WorkbookProblem.WORKBOOK_OF_ANOTHER.of(
                mark.unit(), mark.campaign(), unit.code(), campaign.id()));
  }

  // Read by the criteria that it shows; whether a criterion is still the same the merge says.
  private Outcome<CriteriaSet> criteria(FormMark mark, Campaign campaign, Unit unit) {
    return criteriaSets
        .find(campaign.id(), unit.group(), mark.criteriaVersion())
        .map(Outcome::accepted)
        .orElseGet(() ->
            Outcome.refused(WorkbookProblem.WORKBOOK_OF_OTHER_CRITERIA.of(mark.criteriaVersion())));
  }

  /** One workbook. */
  private final class Reading {

    private final FormMark mark;
    private final CriteriaSet criteria;
    private final FormTable table;
    private final List<Violation> faults;
    private final Map<String, Object> bases = new LinkedHashMap<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final List<Changed> changed = new ArrayList<>();
    private int unchanged;

    Reading(FormMark mark, CriteriaSet criteria, FormTable table) {
      this.mark = mark;
      this.criteria = criteria;
      this.table = table;
      this.faults = new ArrayList<>(table.faults());
    }

    Outcome<Returned> returned(Campaign campaign, Unit unit, Act act) {
      criteria.criteria().values().forEach(this::read);
      var basedOn = new LinkedHashMap<String, Object>();
      basedOn.put("criteriaVersion", mark.criteriaVersion());
      basedOn.put("formVersion", mark.formVersion());
      basedOn.put("answers", bases);
      // Faults of cells and of rules are told together, so that a clerk mends all at once.
      return hold.plan(campaign, unit, act, Map.of("basedOn", basedOn, "answers", answers))
          .fold(
              refusal -> {
                if (refusal.problem() != InputProblem.INVALID_BODY) {
                  return Outcome.refused(refusal);
                }
                at(refusal.violations());
                return FormTable.invalid(faults);
              },
              plan -> {
                at(plan.faults());
                return faults.isEmpty()
                    ? Outcome.accepted(new Returned(basedOn, answers, changed, unchanged, plan))
                    : FormTable.invalid(faults);
              });
    }

    private void read(Criterion criterion) {
      String id = criterion.id().value();
      FormMark.Base base = mark.base(id);
      var cells = new CriterionCells(criterion);
      Map<String, Cell> filled = table.cells(criterion);
      bases.put(id, base(base, cells));
      boolean unreadable = false;
      for (Map.Entry<String, Cell> one : filled.entrySet()) {
        Optional<Violation> fault =
            unreadable(one.getKey(), one.getValue(), table.place(criterion, one.getKey()));
        fault.ifPresent(faults::add);
        unreadable |= fault.isPresent();
      }
      if (unreadable) {
        return;
      }
      var said = new TreeMap<String, String>();
      filled.forEach(
          (slot, cell) -> cells.said(slot, cell).ifPresent(text -> said.put(slot, text)));
      Map<String, String> began = began(base, cells);
      if (said.equals(began)) {
        unchanged++;
        return;
      }
      said.forEach((slot, text) -> {
        if (CriterionCells.words(slot)) {
          filled.put(slot, Cell.text(text));
        }
      });
      // What was left alone is sent as it was, to the last digit and blank.
      began(base.cells(), cells)
          .forEach((slot, cell) -> {
            if (Objects.equals(began.get(slot), said.get(slot))) {
              filled.put(slot, cell);
            }
          });
      String place = table.place(criterion, slot(said, began));
      if (criterion.computed()) {
        faults.add(Violation.at(place, OfflineProblem.COMPUTED_CRITERION.of(criterion.id())));
        return;
      }
      cells
          .draft(
              filled,
              base.province(),
              (slot, fault) -> faults.add(Violation.at(table.place(criterion, slot), fault)))
          .ifPresent(draft -> {
            answers.put(id, draft);
            changed.add(new Changed(id, criterion.title(), place, shown(began), shown(said)));
          });
    }

    private static Optional<Violation> unreadable(String slot, Cell cell, String place) {
      return switch (cell.kind()) {
        case FORMULA -> Optional.of(Violation.at(place, WorkbookProblem.CELL_IS_FORMULA.of()));
        case ERROR ->
            Optional.of(Violation.at(place, WorkbookProblem.CELL_IS_ERROR.of(cell.text())));
        case MERGED ->
            Optional.of(Violation.at(place, WorkbookProblem.CELL_IS_MERGED.of(cell.text())));
        case DISGUISED ->
            Optional.of(
                Violation.at(
                    place, WorkbookProblem.CELL_SHOWS_OTHERWISE.of(cell.shown(), cell.text())));
        // A day is told as a day. Of 1/5 in a note, what was typed is not there any more.
        case DATE ->
            CriterionCells.words(slot) && !cell.isDay()
                ? Optional.of(Violation.at(place, WorkbookProblem.CELL_IS_DATE.of(cell.text())))
                : Optional.empty();
        default -> Optional.empty();
      };
    }

    /** What the criterion began from, in the words of an answer. */
    private Map<String, Object> base(FormMark.Base base, CriterionCells cells) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("etag", base.etag().orElse(null));
      if (base.etag().isPresent()) {
        cells
            .draft(began(base.cells(), cells), Optional.empty(), (slot, fault) -> {})
            .ifPresent(tree::putAll);
      }
      return tree;
    }

    private Map<String, Cell> began(Map<String, String> texts, CriterionCells cells) {
      var began = new TreeMap<String, Cell>();
      texts.forEach((slot, text) ->
          began.put(
              slot, cells.numeric(slot) ? Cell.number(new BigDecimal(text)) : Cell.text(text)));
      return began;
    }

    private Map<String, String> began(FormMark.Base base, CriterionCells cells) {
      var said = new TreeMap<String, String>();
      began(base.cells(), cells)
          .forEach((slot, cell) -> cells.said(slot, cell).ifPresent(text -> said.put(slot, text)));
      return said;
    }

    /** The first slot that says something else. */
    private static String slot(Map<String, String> said, Map<String, String> began) {
      var all = new TreeMap<>(began);
      all.putAll(said);
      return all.keySet().stream()
          .filter(slot ->
              !Optional.ofNullable(said.get(slot)).equals(Optional.ofNullable(began.get(slot))))
          .findFirst()
          .orElse(CriterionCells.NOTE);
    }

    private static String shown(Map<String, String> said) {
      var parts = new ArrayList<String>();
      said.forEach((slot, text) ->
          parts.add(
              (slot.startsWith(CriterionCells.VALUE)
                      ? slot.substring(CriterionCells.VALUE.length())
                      : slot)
                  + "="
                  + text));
      return String.join("; ", parts);
    }

    /** Says of cells what was said of an answer's fields. */
    private void at(List<Violation> violations) {
      for (Violation violation : violations) {
        faults.add(new Violation(place(violation), violation.fault()));
      }
    }

    private String place(Violation violation) {
      for (Criterion criterion : criteria.criteria().values()) {
        String prefix = "answers." + criterion.id().value();
        if (violation.place().equals(prefix)) {
          return table.place(criterion, slot(violation.problem(), criterion));
        }
        if (violation.place().startsWith(prefix + ".")) {
          String field = violation.place().substring(prefix.length() + 1);
          return table.place(criterion, slot(field, criterion));
        }
      }
      return FormBook.FORM;
    }

    private static String slot(String field, Criterion criterion) {
      return switch (field) {
        case "note" -> CriterionCells.NOTE;
        case "notApplicable" -> CriterionCells.NOT_APPLICABLE;
        case "contest", "contest.reason" -> CriterionCells.OPINION;
        default -> {
          String slot =
              field.startsWith("inputs.")
                  ? CriterionCells.VALUE + field.substring("inputs.".length())
                  : "";
          yield new CriterionCells(criterion).slots().contains(slot)
              ? slot
              : new CriterionCells(criterion).lines().getFirst().slot();
        }
      };
    }

    private static String slot(Problem problem, Criterion criterion) {
      if (OF_OPINION.contains(problem)) {
        return CriterionCells.OPINION;
      }
      return problem == SubmissionProblem.NOT_APPLICABLE_REFUSED
          ? CriterionCells.NOT_APPLICABLE
          : new CriterionCells(criterion).lines().getFirst().slot();
    }
  }
}
