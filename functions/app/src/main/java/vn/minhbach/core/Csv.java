package vn.minhbach.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Refusal.Violation;

/**
 * Reads comma-separated values (RFC 4180, with a header line) and notes every fault with its line.
 * In the core because the core knows what a line means; the format needs no library.
 *
 * <p>Excel with Vietnamese settings parts cells by semicolons, and copied tables by tabs: where the
 * header line has all its columns so and no comma, the whole file is read so. Lines end with LF, CR
 * LF or, from old programs, CR.
 */
public final class Csv {

  /** All figures of 11,000 units are 147,000 lines; more than this Lambda has no time for. */
  private static final int LINES_MAX = 200_000;

  /** No file of the system has more than some twelve. */
  private static final int COLUMNS_MAX = 100;

  private Csv() {}

  /**
   * One line after the header.
   *
   * @param number as an editor counts it: the header is line 1
   */
  public static final class Line {
    private final int number;
    private final SequencedMap<String, String> cells;
    private final Faults violations;

    private Line(int number, SequencedMap<String, String> cells, Faults violations) {
      this.number = number;
      this.cells = cells;
      this.violations = violations;
    }

    public int number() {
      return number;
    }

    /** A cell as a reader sees it, see {@link SeenText}; empty when nothing can be seen in it. */
    public String cell(String column) {
      String cell = cells.getOrDefault(column, "");
      return PlainText.blank(cell) ? "" : SeenText.composed(cell).strip();
    }

    /** Notes a fault in a column of this line. */
    public void fault(String column, Fault fault) {
      violations.add(Violation.at(place(number, column), fault));
    }
  }

  /**
   * Reads a whole text: all lines or, when anything is wrong anywhere, none. {@code shape} reads
   * the lines and answers how to build the value.
   *
   * @param columns every column that must be there, in any order
   */
  public static <T> Outcome<T> read(
      String text, List<String> columns, Function<List<Line>, Supplier<T>> shape) {
    return read(text, columns, List.of(), shape);
  }

  /**
   * The same, with columns that may be there; others are refused.
   *
   * @param optional columns that read as empty where they are missing
   */
  public static <T> Outcome<T> read(
      String text,
      List<String> columns,
      List<String> optional,
      Function<List<Line>, Supplier<T>> shape) {
    var violations = new Faults();
    List<Cells> records = records(text, separator(text, columns), violations);
    List<Line> lines =
        violations.none() ? lines(records, columns, optional, violations) : List.of();
    Supplier<T> build = violations.none() ? shape.apply(lines) : () -> null;
    return violations.none()
        ? Outcome.accepted(build.get())
        : Outcome.refused(
            Refusal.of(InputProblem.MALFORMED_CSV.of(violations.count()), violations.told()));
  }

  private static List<Line> lines(
      List<Cells> records, List<String> columns, List<String> optional, Faults violations) {
    List<String> header =
        records.isEmpty()
            ? List.of()
            : records.getFirst().cells().stream().map(SeenText::of).toList();
    if (header.size() > COLUMNS_MAX) {
      violations.add(
          Violation.at("dòng/line 1", InputProblem.TOO_MANY.of(header.size(), COLUMNS_MAX)));
      return List.of();
    }
    for (String column : columns) {
      if (!header.contains(column)) {
        violations.add(Violation.at(place(1, column), InputProblem.MISSING_FIELD.of()));
      }
    }
    for (String name : header) {
      if (!columns.contains(name) && !optional.contains(name)) {
        violations.add(
            Violation.at(
                place(1, name),
                InputProblem.UNKNOWN_FIELD.of(
                    Stream.concat(columns.stream(), optional.stream()).toList())));
      }
    }
    for (int c = 0; c < header.size(); c++) {
      int first = header.indexOf(header.get(c));
      if (first < c) {
        violations.add(
            Violation.at(
                place(1, header.get(c)),
                InputProblem.DUPLICATE_ID.of(header.get(c), "cột/column " + (first + 1))));
      }
    }
    var lines = new ArrayList<Line>();
    for (Cells found : records.stream().skip(1).toList()) {
      List<String> record = found.cells();
      if (record.size() == 1 && record.getFirst().isBlank()) {
        continue;
      }
      if (record.size() != header.size()) {
        violations.add(
            Violation.at(
                "dòng/line " + found.line(),
                InputProblem.WRONG_CELL_COUNT.of(record.size(), header.size())));
        continue;
      }
      var cells = new LinkedHashMap<String, String>();
      for (int c = 0; c < header.size(); c++) {
        check(found.line(), header.get(c), record.get(c), violations);
        cells.put(header.get(c), record.get(c));
      }
      lines.add(new Line(found.line(), cells, violations));
    }
    return lines;
  }

  /** A comma, unless the header holds all columns between semicolons or tabs. */
  private static char separator(String text, List<String> columns) {
    String header = text.lines().findFirst().map(line -> line.replace("\uFEFF", "")).orElse("");
    for (char separator : new char[] {';', '\t'}) {
      List<String> names =
          Stream.of(header.split(String.valueOf(separator), -1))
              .map(name -> SeenText.of(name.replace("\"", "")))
              .toList();
      if (header.indexOf(',') < 0 && names.size() > 1 && names.containsAll(columns)) {
        return separator;
      }
    }
    return ',';
  }

  // A cell is a name or a code; the JSON of a figure may stand on several lines.
  private static void check(int line, String column, String cell, Faults violations) {
    OptionalInt refused = PlainText.refused(cell);
    if (refused.isPresent()) {
      violations.add(
          Violation.at(
              place(line, column),
              InputProblem.CONTROL_CHARACTER.of(
                  refused.getAsInt(), PlainText.named(cell, refused.getAsInt()))));
    } else if (PlainText.severalLines(cell.strip()) && !cell.strip().startsWith("{")) {
      violations.add(Violation.at(place(line, column), InputProblem.ONE_LINE.of()));
    }
  }

  private static List<Cells> records(String text, char separator, Faults violations) {
    var records = new ArrayList<Cells>();
    var record = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int first = 1;
    // Excel puts a byte order mark before UTF-8.
    int i = text.startsWith("\uFEFF") ? 1 : 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
      line += end ? 1 : 0;
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        record.add(cell.toString());
        cell.setLength(0);
      } else if (end) {
        record.add(cell.toString());
        cell.setLength(0);
        records.add(new Cells(first, List.copyOf(record)));
        record.clear();
        first = line;
      } else if (c != '\r') {
        cell.append(c);
      }
      if (records.size() > LINES_MAX) {
        violations.add(
            Violation.at("dòng/line " + LINES_MAX, InputProblem.TOO_MANY_LINES.of(LINES_MAX)));
        return List.of();
      }
    }
    if (quoted) {
      violations.add(Violation.at("dòng/line " + first, InputProblem.UNCLOSED_QUOTE.of()));
    }
    if (!cell.isEmpty() || !record.isEmpty()) {
      record.add(cell.toString());
      records.add(new Cells(first, List.copyOf(record)));
    }
    return records;
  }

  // A quoted cell may hold line ends, so that a record begins further down than its number says.
  private record Cells(int line, List<String> cells) {}

  private static String place(int line, String column) {
    return "dòng/line " + line + ", " + column;
  }
}
