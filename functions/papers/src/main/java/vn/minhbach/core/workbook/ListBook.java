package vn.minhbach.core.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainText;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.SeenText;
import vn.minhbach.core.unit.UnitProblem;

/**
 * A list on the first sheet that is seen of a workbook, as the CSV that the import takes: line n of
 * the text is row n of the sheet, so that whatever is said of a line is true of a row.
 */
public final class ListBook {

  /** What answers with a text can carry. */
  static final int CHARACTERS_MAX = 1_000_000;

  /** A line of a CSV, and its column, as {@link vn.minhbach.core.Csv} names them. */
  private static final Pattern LINE = Pattern.compile("dòng/line (\\d+)(?:, ([^.\\[]+).*)?");

  private final List<Column> columns;
  private final Faults faults = new Faults();

  /**
   * A column of the list.
   *
   * @param name in the CSV
   * @param heading what people may call it instead
   * @param needed whether it must be there
   */
  record Column(String name, String heading, Holds holds, boolean needed) {}

  /** What a column's cells hold, and so what Excel may have made of it. */
  enum Holds {
    /** A code of letters and digits, whose zeros count. */
    CODE,
    TEXT,
    /** A whole number, typed as a number or as a text. */
    NUMBER,
    /** A date, typed as a date or as ISO text. */
    DATE
  }

  private ListBook(List<Column> columns) {
    this.columns = columns;
  }

  /** Figures of a source: {@code unit,criterion,inputs}. */
  public static ListBook ofSource() {
    return new ListBook(
        List.of(
            new Column("unit", "Mã đơn vị", Holds.CODE, true),
            new Column("criterion", "Mã tiêu chí", Holds.CODE, true),
            new Column("inputs", "Số liệu", Holds.TEXT, true)));
  }

  /** A register of units, as {@code units.csv}. */
  public static ListBook ofUnits() {
    return new ListBook(
        List.of(
            new Column("code", "Mã đơn vị", Holds.CODE, true),
            new Column("group", "Nhóm", Holds.NUMBER, true),
            new Column("kind", "Loại", Holds.TEXT, true),
            new Column("name", "Tên đơn vị", Holds.TEXT, true),
            new Column("parent_code", "Mã đơn vị cấp trên", Holds.CODE, true),
            new Column("valid_from", "Từ ngày", Holds.DATE, false),
            new Column("valid_to", "Đến ngày", Holds.DATE, false),
            new Column("predecessors", "Đơn vị tiền thân", Holds.CODE, false)));
  }

  /**
   * The list as CSV. Refused with each fault at its cell: what Excel has made of a code, and
   * whatever the import would refuse.
   *
   * @param check reads the CSV as the import does, and writes nothing
   */
  public Outcome<String> read(Book book, Function<String, Outcome<?>> check) {
    if (book.shown().isEmpty()) {
      return Outcome.refused(WorkbookProblem.WORKBOOK_DAMAGED.of("sheets"));
    }
    Book.Sheet sheet = book.shown().getFirst();
    Map<Column, Integer> found = columns(sheet);
    if (!faults.isEmpty()) {
      return Outcome.refused(faults.refusal());
    }
    String csv = csv(sheet, found);
    if (csv.length() > CHARACTERS_MAX) {
      return Outcome.refused(WorkbookProblem.LIST_TOO_LONG.of(CHARACTERS_MAX));
    }
    // With cells that could not be read, the text is checked all the same: one round, all faults.
    return check
        .apply(csv)
        .<Outcome<String>>fold(
            refusal -> refused(refusal, sheet.name(), found),
            read -> faults.isEmpty() ? Outcome.accepted(csv) : Outcome.refused(faults.refusal()));
  }

  private Outcome<String> refused(Refusal refusal, String sheet, Map<Column, Integer> found) {
    boolean empty = refusal.violations().isEmpty() && faults.isEmpty();
    if (empty) {
      return Outcome.refused(refusal); // Not about a line: there is no unit yet, or no figure.
    }
    refusal.violations().forEach(violation -> fault(violation, sheet, found));
    return Outcome.refused(faults.refusal());
  }

  private void fault(Violation violation, String sheet, Map<Column, Integer> found) {
    Matcher line = LINE.matcher(violation.place());
    if (!line.matches()) {
      faults.add(violation);
      return;
    }
    Place place = place(line, sheet, found);
    if (faults.knows(place)) {
      return; // That the cell is empty follows from what was said of it.
    }
    Fault told =
        violation
            .fault()
            .retold((name, fact) -> {
              Matcher other = LINE.matcher(fact);
              return other.matches() ? place(other, sheet, found).toString() : fact;
            });
    faults.add(Violation.at(place.toString(), told));
  }

  // A fault inside the inputs is named by its input, not by the column.
  private Place place(Matcher line, String sheet, Map<Column, Integer> found) {
    String name = line.group(2) == null ? columns.getFirst().name() : line.group(2);
    int column =
        found.entrySet().stream()
            .filter(entry -> entry.getKey().name().equals(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(found.get(columns.getLast()) == null ? 0 : found.get(columns.getLast()));
    return new Place(sheet, Integer.parseInt(line.group(1)), column);
  }

  private Map<Column, Integer> columns(Book.Sheet sheet) {
    var found = new LinkedHashMap<Column, Integer>();
    boolean headed = !sheet.rows().isEmpty() && sheet.rows().getFirst().number() == 1;
    List<Cell> first = headed ? sheet.rows().getFirst().cells() : List.of();
    for (int i = 0; i < first.size(); i++) {
      String heading = first.get(i).text();
      for (Column column : columns) {
        boolean named =
            Table.plain(heading).equals(column.name())
                || Table.plain(heading).equals(Table.plain(column.heading()));
        if (named && found.putIfAbsent(column, i) != null) {
          faults.at(new Place(sheet.name(), 1, i), WorkbookProblem.COLUMN_TWICE.of(heading));
        }
      }
    }
    found.forEach((column, at) -> {
      if (sheet.hiddenColumns().contains(at)) {
        faults.at(
            new Place(sheet.name(), 1, at), WorkbookProblem.COLUMN_HIDDEN.of(first.get(at).text()));
      }
    });
    for (Column column : columns) {
      if (column.needed() && !found.containsKey(column)) {
        faults.at(
            new Place(sheet.name(), 1, 0),
            WorkbookProblem.COLUMN_MISSING.of(column.name() + " (" + column.heading() + ")"));
      }
    }
    return found;
  }

  private String csv(Book.Sheet sheet, Map<Column, Integer> found) {
    List<Column> present = columns.stream().filter(found::containsKey).toList();
    var csv = new StringBuilder();
    line(csv, present.stream().map(Column::name).toList());
    int next = 2;
    for (Book.Row row : sheet.rows()) {
      if (row.number() == 1
          || present.stream().allMatch(column -> row.cell(found.get(column)).isEmpty())) {
        continue;
      }
      if (row.hidden()) {
        faults.at(new Place(sheet.name(), row.number(), 0), WorkbookProblem.ROW_HIDDEN.of());
      }
      for (; next < row.number() && csv.length() <= CHARACTERS_MAX; next++) {
        csv.append('\n');
      }
      var cells = new ArrayList<String>();
      for (Column column : present) {
        int at = found.get(column);
        cells.add(text(row.cell(at), column, new Place(sheet.name(), row.number(), at)));
      }
      line(csv, cells);
      next = row.number() + 1;
    }
    return csv.toString();
  }

  private String text(Cell cell, Column column, Place place) {
    return switch (cell.kind()) {
      case EMPTY -> "";
      // A line end in a cell would move every line below it.
      case TEXT ->
          PlainText.lines(SeenText.composed(cell.text())).replaceAll("\\s*\\n+\\s*", " ").strip();
      case FORMULA -> fault(place, WorkbookProblem.CELL_IS_FORMULA.of());
      case ERROR -> fault(place, WorkbookProblem.CELL_IS_ERROR.of(cell.text()));
      case DATE ->
          column.holds() == Holds.DATE && cell.isDay()
              ? cell.text()
              : fault(place, WorkbookProblem.CELL_IS_DATE.of(cell.text()));
      case NUMBER ->
          column.holds() == Holds.NUMBER
              ? cell.text()
              : fault(
                  place,
                  (column.holds() == Holds.CODE
                          ? UnitProblem.MANGLED_CODE
                          : WorkbookProblem.CELL_IS_NUMBER)
                      .of(cell.text()));
      case DISGUISED -> {
        faults.at(place, WorkbookProblem.CELL_SHOWS_OTHERWISE.of(cell.shown(), cell.text()));
        yield "";
      }
      case MERGED -> {
        faults.at(place, WorkbookProblem.CELL_IS_MERGED.of(cell.text()));
        yield "";
      }
      case BOOLEAN -> fault(place, WorkbookProblem.CELL_IS_NUMBER.of(cell.text()));
    };
  }

  private String fault(Place place, Fault fault) {
    faults.at(place, fault);
    return "";
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',');
      csv.append(i == 0 ? "" : ",");
      csv.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    csv.append('\n');
  }
}
