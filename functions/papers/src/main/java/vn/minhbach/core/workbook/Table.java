package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Fault;
import vn.minhbach.core.SeenText;

/**
 * A sheet read by the names in its first row, in whatever order its columns stand; columns of other
 * names are the sender's own. What cannot be read is a fault at its cell, and reading goes on.
 */
final class Table {

  private final String sheet;
  private final Map<String, Integer> columns;
  private final List<Line> lines;
  private final Faults faults;

  /** A row below the headings that holds something in a known column. */
  final class Line {
    private final Book.Row row;

    private Line(Book.Row row) {
      this.row = row;
    }

    int number() {
      return row.number();
    }

    Place place(String heading) {
      return new Place(sheet, row.number(), columns.getOrDefault(heading, 0));
    }

    Cell cell(String heading) {
      Integer column = columns.get(heading);
      return column == null ? Cell.EMPTY : row.cell(column);
    }

    /** The value of a column as a tree holds it; empty for an empty cell and for a fault. */
    Optional<Object> value(Field field) {
      Cell cell = cell(field.heading());
      Place place = place(field.heading());
      return switch (cell.kind()) {
        case EMPTY -> Optional.empty();
        case FORMULA -> fault(place, WorkbookProblem.CELL_IS_FORMULA.of());
        case ERROR -> fault(place, WorkbookProblem.CELL_IS_ERROR.of(cell.text()));
        case DATE -> fault(place, WorkbookProblem.CELL_IS_DATE.of(cell.text()));
        case DISGUISED ->
            fault(place, WorkbookProblem.CELL_SHOWS_OTHERWISE.of(cell.shown(), cell.text()));
        case MERGED -> fault(place, WorkbookProblem.CELL_IS_MERGED.of(cell.text()));
        default ->
            switch (field.type()) {
              case TEXT -> text(place, cell);
              case NUMBER -> number(place, cell);
              case YES_NO -> word(place, cell, field).map(Boolean::valueOf);
              case WORD -> word(place, cell, field).map(word -> word);
            };
      };
    }

    private Optional<Object> text(Place place, Cell cell) {
      // Labels of a criteria set are printed for all to read: their letters are composed.
      return cell.kind() == Cell.Kind.TEXT
          ? Optional.of(SeenText.composed(cell.text()))
          : fault(place, WorkbookProblem.CELL_IS_NUMBER.of(cell.text()));
    }

    private Optional<Object> number(Place place, Cell cell) {
      return cell.kind() == Cell.Kind.NUMBER
          ? Optional.of(new BigDecimal(cell.text()))
          : fault(place, WorkbookProblem.CELL_IS_NO_NUMBER.of(cell.text()));
    }

    private Optional<String> word(Place place, Cell cell, Field field) {
      Optional<String> value =
          cell.kind() == Cell.Kind.NUMBER ? Optional.empty() : field.words().value(cell.text());
      if (value.isEmpty()) {
        fault(
            place,
            WorkbookProblem.CELL_NOT_IN_LIST.of(
                cell.text(), String.join(", ", field.words().words())));
      }
      return value;
    }

    private <T> Optional<T> fault(Place place, Fault fault) {
      faults.at(place, fault);
      return Optional.empty();
    }
  }

  private Table(String sheet, Map<String, Integer> columns, List<Book.Row> rows, Faults faults) {
    this.sheet = sheet;
    this.columns = columns;
    this.faults = faults;
    this.lines = rows.stream().filter(this::holdsSomething).map(Line::new).toList();
    // What is not seen was not meant, or was not checked.
    rows.stream()
        .filter(row -> row.hidden() && holdsSomething(row))
        .forEach(
            row -> faults.at(new Place(sheet, row.number(), 0), WorkbookProblem.ROW_HIDDEN.of()));
  }

  /** The sheet of this name; a missing sheet and missing columns are faults. */
  static Table of(Book book, String title, List<String> headings, Faults faults) {
    return of(book, title, headings, headings, faults);
  }

  /** A sheet that a workbook need not have, nor all of its columns: no lines without it. */
  static Table later(
      Book book, String title, List<String> headings, List<String> needed, Faults faults) {
    return book.sheet(title)
        .map(sheet -> of(sheet, headings, needed, faults))
        .orElseGet(() -> new Table(title, Map.of(), List.of(), faults));
  }

  /** The sheet of this name with these columns, of which some must be there. */
  static Table of(
      Book book, String title, List<String> headings, List<String> needed, Faults faults) {
    Optional<Book.Sheet> sheet = book.sheet(title);
    if (sheet.isEmpty()) {
      faults.at(
          title,
          WorkbookProblem.SHEET_MISSING.of(book.sheets().stream().map(Book.Sheet::name).toList()));
      return new Table(title, Map.of(), List.of(), faults);
    }
    return of(sheet.get(), headings, needed, faults);
  }

  /** The sheet with these columns, of which some must be there. */
  static Table of(Book.Sheet sheet, List<String> headings, List<String> needed, Faults faults) {
    List<Book.Row> rows = sheet.rows();
    boolean headed = !rows.isEmpty() && rows.getFirst().number() == 1;
    Map<String, Integer> columns =
        headed ? columns(sheet.name(), rows.getFirst(), headings, faults) : Map.of();
    columns.forEach((heading, column) -> {
      if (sheet.hiddenColumns().contains(column)) {
        faults.at(new Place(sheet.name(), 1, column), WorkbookProblem.COLUMN_HIDDEN.of(heading));
      }
    });
    for (String heading : needed) {
      if (!columns.containsKey(heading)) {
        faults.at(new Place(sheet.name(), 1, 0), WorkbookProblem.COLUMN_MISSING.of(heading));
      }
    }
    return new Table(sheet.name(), columns, headed ? rows.subList(1, rows.size()) : rows, faults);
  }

  private static Map<String, Integer> columns(
      String sheet, Book.Row first, List<String> headings, Faults faults) {
    var byName = new HashMap<String, String>();
    headings.forEach(heading -> byName.put(plain(heading), heading));
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < first.cells().size(); i++) {
      String heading = byName.get(plain(first.cell(i).text()));
      if (heading != null && columns.putIfAbsent(heading, i) != null) {
        faults.at(new Place(sheet, 1, i), WorkbookProblem.COLUMN_TWICE.of(heading));
      }
    }
    return columns;
  }

  List<Line> lines() {
    return lines;
  }

  boolean has(String heading) {
    return columns.containsKey(heading);
  }

  /** Where a value would stand that is not there. */
  Place start() {
    return new Place(sheet, lines.isEmpty() ? 2 : lines.getFirst().number(), 0);
  }

  private boolean holdsSomething(Book.Row row) {
    return columns.values().stream().anyMatch(column -> !row.cell(column).isEmpty());
  }

  /** Without blanks, case and ways to write the same letter. */
  static String plain(String heading) {
    return SeenText.of(heading).toLowerCase(Locale.ROOT);
  }

  /** All headings of some fields. */
  static List<String> headings(List<Field> fields) {
    var headings = new ArrayList<String>();
    fields.forEach(field -> headings.add(field.heading()));
    return headings;
  }
}
