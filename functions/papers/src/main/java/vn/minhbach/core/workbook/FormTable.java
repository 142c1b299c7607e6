package vn.minhbach.core.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.workbook.FormBook.Column;

/**
 * The filled-in table of a form's workbook. Rows are found by criterion and key, columns by their
 * heading, so that rows which were sorted or moved mean what they say.
 */
final class FormTable {

  private static final int COLUMNS_MAX = 60;

  private final Book.Sheet sheet;
  private final Map<Column, Integer> columns;
  private final Map<String, Map<String, Book.Row>> rows = new TreeMap<>();
  private final List<Violation> faults = new ArrayList<>();

  private FormTable(
      Book.Sheet sheet, Map<Column, Integer> columns, int heading, CriteriaSet criteria) {
    this.sheet = sheet;
    this.columns = columns;
    sheet.rows().stream()
        .filter(row -> row.number() > heading)
        .forEach(row -> index(row, criteria));
    criteria.criteria().values().forEach(this::complete);
  }

  /** Refused without the sheet or its headings. */
  static Outcome<FormTable> of(Book book, CriteriaSet criteria) {
    Optional<Book.Sheet> form = book.sheet(FormBook.FORM);
    if (form.isEmpty()) {
      List<String> known = book.sheets().stream().map(Book.Sheet::name).toList();
      return invalid(List.of(Violation.at(FormBook.FORM, WorkbookProblem.SHEET_MISSING.of(known))));
    }
    Set<Column> missing = EnumSet.allOf(Column.class);
    for (Book.Row row : form.get().rows()) {
      Map<Column, Integer> found = headings(row);
      if (found.size() == Column.values().length) {
        return Outcome.accepted(new FormTable(form.get(), found, row.number(), criteria));
      }
      // The row that has most of them is the heading row with something missing.
      if (Column.values().length - found.size() < missing.size()) {
        missing = EnumSet.allOf(Column.class);
        missing.removeAll(found.keySet());
      }
    }
    return invalid(
        missing.stream()
            .map(column ->
                Violation.at(FormBook.FORM, WorkbookProblem.COLUMN_MISSING.of(column.heading())))
            .toList());
  }

  /** Refuses a workbook for what is named. */
  static <T> Outcome<T> invalid(List<Violation> faults) {
    return Outcome.refused(Refusal.of(WorkbookProblem.INVALID_WORKBOOK.of(faults.size()), faults));
  }

  private static Map<Column, Integer> headings(Book.Row row) {
    var found = new EnumMap<Column, Integer>(Column.class);
    for (int i = 0; i < Math.min(COLUMNS_MAX, row.cells().size()); i++) {
      String text = SeenText.of(row.cell(i).text());
      for (Column column : Column.values()) {
        if (column.headed(text)) {
          found.putIfAbsent(column, i);
        }
      }
    }
    return found;
  }

  private void index(Book.Row row, CriteriaSet criteria) {
    String criterion = text(row, Column.CRITERION);
    String key = text(row, Column.KEY);
    if (criterion.isEmpty() && key.isEmpty()) {
      return;
    }
    boolean known =
        criteria.criteria().values().stream()
            .filter(one -> one.id().value().equals(criterion))
            .flatMap(one -> new CriterionCells(one).lines().stream())
            .anyMatch(line -> line.key().equals(key));
    if (!known) {
      fault(row, Column.CRITERION, WorkbookProblem.UNKNOWN_ROW.of(criterion, key));
      return;
    }
    Book.Row first = rows.computeIfAbsent(criterion, id -> new HashMap<>()).putIfAbsent(key, row);
    if (first != null) {
      fault(
          row,
          Column.CRITERION,
          InputProblem.DUPLICATE_ID.of(criterion + " " + key, place(first, Column.CRITERION)));
    }
  }

  private void complete(Criterion criterion) {
    for (CriterionCells.Asked line : new CriterionCells(criterion).lines()) {
      String id = criterion.id().value();
      if (!rows.getOrDefault(id, Map.of()).containsKey(line.key())) {
        faults.add(Violation.at(sheet.name(), WorkbookProblem.MISSING_ROW.of(id, line.key())));
      }
    }
  }

  // A number where a text stood: Excel may take "1" for one.
  private String text(Book.Row row, Column column) {
    return SeenText.of(row.cell(columns.get(column)).text());
  }

  private void fault(Book.Row row, Column column, Fault fault) {
    faults.add(Violation.at(place(row, column), fault));
  }

  private String place(Book.Row row, Column column) {
    return new Place(sheet.name(), row.number(), columns.get(column)).toString();
  }

  /** Rows that are not there, or should not be. */
  List<Violation> faults() {
    return faults;
  }

  /** What was filled in for a criterion, by slot; empty cells are left out. */
  Map<String, Cell> cells(Criterion criterion) {
    var cells = new TreeMap<String, Cell>();
    for (CriterionCells.Asked line : new CriterionCells(criterion).lines()) {
      put(cells, line.slot(), criterion);
    }
    put(cells, CriterionCells.OPINION, criterion);
    put(cells, CriterionCells.NOT_APPLICABLE, criterion);
    put(cells, CriterionCells.NOTE, criterion);
    return cells;
  }

  private void put(Map<String, Cell> cells, String slot, Criterion criterion) {
    row(criterion, slot)
        .map(row -> row.cell(columns.get(column(slot))))
        .filter(cell -> !cell.isEmpty())
        .ifPresent(cell -> cells.put(slot, cell));
  }

  /** Where a slot stands. */
  String place(Criterion criterion, String slot) {
    return row(criterion, slot).map(row -> place(row, column(slot))).orElse(sheet.name());
  }

  // What stands once for a criterion stands in its first line.
  private Optional<Book.Row> row(Criterion criterion, String slot) {
    String key =
        slot.startsWith(CriterionCells.VALUE)
            ? slot.substring(CriterionCells.VALUE.length())
            : new CriterionCells(criterion).lines().getFirst().key();
    return Optional.ofNullable(rows.getOrDefault(criterion.id().value(), Map.of()).get(key));
  }

  private static Column column(String slot) {
    return switch (slot) {
      case CriterionCells.OPINION -> Column.OPINION;
      case CriterionCells.NOT_APPLICABLE -> Column.NOT_APPLICABLE;
      case CriterionCells.NOTE -> Column.NOTE;
      default -> Column.VALUE;
    };
  }
}
