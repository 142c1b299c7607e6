package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import vn.minhbach.core.workbook.Book;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Place;

/** Reads the cells of one sheet; empty ones and all that is not a cell are passed over. */
final class SheetContents implements XmlParts.Elements {

  private static final int COLUMNS_MAX = 16_384;
  private static final int ROWS_MAX = 1_048_576;

  private static final Pattern AREA =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7}))?");

  private static final int AREAS_MAX = 2_000;
  private static final int MARKED_MAX = 60;

  /** A double holds 15 digits for certain: Excel shows no more of it. */
  private static final MathContext SHOWN = new MathContext(15);

  private final String sheet;
  private final List<String> strings;
  private final CellFormats formats;
  private final boolean from1904;
  private final Limits limits;
  private final List<Book.Row> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private final List<Area> formulas = new ArrayList<>();
  private final List<Area> merged = new ArrayList<>();
  private final Set<Integer> hiddenColumns = new HashSet<>();
  private boolean hidden;
  private int row;
  private int column = -1;
  private String type = "n";
  private String style;
  private boolean formula;
  private boolean inValue;
  private int phonetic;

  private SheetContents(
      String sheet, List<String> strings, CellFormats formats, boolean from1904, Limits limits) {
    this.sheet = sheet;
    this.strings = strings;
    this.formats = formats;
    this.from1904 = from1904;
    this.limits = limits;
  }

  /**
   * Reads a sheet.
   *
   * @param from1904 whether the workbook's days count from 1 January 1904
   */
  static Book.Sheet read(
      XmlParts xml,
      WorkbookSheets.Named named,
      InputStream part,
      List<String> strings,
      CellFormats formats,
      boolean from1904,
      Limits limits)
      throws Unreadable {
    var contents = new SheetContents(named.name(), strings, formats, from1904, limits);
    xml.read(named.name(), part, contents);
    return new Book.Sheet(named.name(), contents.joined(), named.hidden(), contents.hiddenColumns);
  }

  @Override
  public void start(String name, XMLStreamReader at) throws Unreadable {
    inValue = false;
    switch (name) {
      case "row" -> {
        startRow(at.getAttributeValue(null, "r"));
        hidden = yes(at.getAttributeValue(null, "hidden"));
      }
      case "col" -> column(at);
      case "c" -> startCell(at);
      case "f" -> {
        formula = true;
        // One formula for many cells: the others hold what it gave and nothing else.
        area(at.getAttributeValue(null, "ref"), formulas);
      }
      case "mergeCell" -> area(at.getAttributeValue(null, "ref"), merged);
      case "rPh" -> phonetic++;
      case "v" -> inValue = true;
      case "t" -> inValue = phonetic == 0;
      default -> {}
    }
  }

  @Override
  public void text(String piece) throws Unreadable {
    if (inValue) {
      limits.cellText(text.length() + piece.length());
      text.append(piece);
    }
  }

  @Override
  public void end(String name) throws Unreadable {
    inValue = false;
    switch (name) {
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      case "row" -> {
        if (!cells.isEmpty()) {
          rows.add(new Book.Row(row, cells, hidden));
          cells = new ArrayList<>();
        }
      }
      default -> {}
    }
  }

  private void startRow(String number) throws Unreadable {
    int next = number == null ? row + 1 : number(number);
    if (next <= row || next > ROWS_MAX) {
      throw Unreadable.damaged(sheet + "!" + next);
    }
    row = next;
    column = -1;
  }

  private void startCell(XMLStreamReader at) throws Unreadable {
    String name = at.getAttributeValue(null, "r");
    int next = name == null ? column + 1 : column(name);
    if (next <= column || next >= COLUMNS_MAX) {
      throw Unreadable.damaged(sheet + "!" + name);
    }
    column = next;
    type = at.getAttributeValue(null, "t");
    style = at.getAttributeValue(null, "s");
    formula = false;
    text.setLength(0);
  }

  private void endCell() throws Unreadable {
    Cell cell = formula ? new Cell(Cell.Kind.FORMULA, "") : value();
    if (cell.isEmpty()) {
      return;
    }
    limits.cell(cell.text().length());
    // A cell far to the right makes the empty ones before it.
    limits.columns(column - cells.size());
    while (cells.size() < column) {
      cells.add(Cell.EMPTY);
    }
    cells.add(cell);
  }

  private Cell value() throws Unreadable {
    String value = text.toString();
    return switch (type == null ? "n" : type) {
      case "s" -> Cell.text(shared(value.strip()));
      case "str", "inlineStr" -> Cell.text(Strings.decoded(value));
      case "b" -> new Cell(Cell.Kind.BOOLEAN, value.strip().equals("1") ? "true" : "false");
      case "e" -> new Cell(Cell.Kind.ERROR, value.strip());
      case "d" ->
          new Cell(Cell.Kind.DATE, value.strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""));
      default -> value.isBlank() ? Cell.EMPTY : number(value.strip(), formats.of(style));
    };
  }

  private String shared(String index) throws Unreadable {
    int number = index.matches("\\d{1,7}") ? Integer.parseInt(index) : -1;
    if (number < 0 || number >= strings.size()) {
      throw Unreadable.damaged(here());
    }
    return strings.get(number);
  }

  private Cell number(String value, NumberFormat format) throws Unreadable {
    try {
      if (value.length() > 40) {
        throw Unreadable.damaged(here());
      }
      double number = Double.parseDouble(value);
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw Unreadable.damaged(here());
      }
      if (format.isDate()) {
        return new Cell(Cell.Kind.DATE, format.date(number, from1904));
      }
      BigDecimal shown = new BigDecimal(value).round(SHOWN);
      // 1E308 is a number of Excel's; nobody writes it out.
      if (Math.abs((long) shown.scale()) > 40 && shown.signum() != 0) {
        return new Cell(Cell.Kind.NUMBER, shown.toString());
      }
      BigDecimal plain = shown.signum() == 0 ? BigDecimal.ZERO : plain(shown);
      return format.shows(plain)
          ? Cell.number(plain)
          : new Cell(Cell.Kind.DISGUISED, plain.toPlainString(), format.shown(number, from1904));
    } catch (NumberFormatException notANumber) {
      throw Unreadable.damaged(here());
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Cells from one corner to another; rows from 1, columns from 0. */
  private record Area(int top, int left, int bottom, int right) {

    boolean first(int row, int column) {
      return row == top && column == left;
    }
  }

  private static void area(String name, List<Area> areas) throws Unreadable {
    Matcher corners = name == null ? null : AREA.matcher(name);
    if (corners == null || !corners.matches() || corners.group(3) == null) {
      return;
    }
    if (areas.size() >= AREAS_MAX) {
      throw Limits.tooMuch();
    }
    areas.add(
        new Area(
            number(corners.group(2)),
            column(corners.group(1)),
            number(corners.group(4)),
            column(corners.group(3))));
  }

  private void column(XMLStreamReader at) {
    int from = number(String.valueOf(at.getAttributeValue(null, "min")));
    int to = number(String.valueOf(at.getAttributeValue(null, "max")));
    if (yes(at.getAttributeValue(null, "hidden")) && from > 0) {
      for (int i = from; i <= Math.min(to, COLUMNS_MAX); i++) {
        hiddenColumns.add(i - 1);
      }
    }
  }

  /**
   * The rows, with cells that have no value of their own told as such: those that a formula of
   * another cell fills, and those that are joined with one that holds something.
   */
  private List<Book.Row> joined() throws Unreadable {
    if (formulas.isEmpty() && merged.isEmpty()) {
      return rows;
    }
    var joined = new ArrayList<Book.Row>();
    for (Book.Row one : rows) {
      var own = new ArrayList<>(one.cells());
      for (Area area : formulas) {
        mark(one.number(), own, area, cell -> !cell.isEmpty(), new Cell(Cell.Kind.FORMULA, ""));
      }
      for (Area area : merged) {
        if (!holds(area)) {
          continue;
        }
        String first = new Place(sheet, area.top(), area.left()).toString();
        mark(one.number(), own, area, Cell::isEmpty, new Cell(Cell.Kind.MERGED, first));
      }
      joined.add(new Book.Row(one.number(), own, one.hidden()));
    }
    return joined;
  }

  private void mark(int row, List<Cell> cells, Area area, Predicate<Cell> which, Cell mark)
      throws Unreadable {
    if (row < area.top() || row > area.bottom()) {
      return;
    }
    // Nobody lists more columns than this; a title over the whole width marks no further ones.
    int right = Math.min(area.right(), Math.max(cells.size() - 1, area.left() + MARKED_MAX));
    for (int at = Math.max(0, area.left()); at <= right; at++) {
      while (cells.size() <= at) {
        limits.columns(1);
        cells.add(Cell.EMPTY);
      }
      if (!area.first(row, at) && which.test(cells.get(at))) {
        cells.set(at, mark);
      }
    }
  }

  private boolean holds(Area area) {
    int index = Collections.binarySearch(rows.stream().map(Book.Row::number).toList(), area.top());
    return index >= 0 && area.left() >= 0 && !rows.get(index).cell(area.left()).isEmpty();
  }

  private static boolean yes(String attribute) {
    return attribute != null && List.of("1", "true", "on").contains(attribute);
  }

  private String here() {
    return new Place(sheet, row, Math.max(column, 0)).toString();
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The column of a name as AB12, from 0; -1 for what is none. */
  private static int column(String name) {
    int number = 0;
    int length = 0;
    while (length < name.length() && name.charAt(length) >= 'A' && name.charAt(length) <= 'Z') {
      number = number * 26 + name.charAt(length++) - 'A' + 1;
    }
    return length == 0 || length > 3 ? -1 : number - 1;
  }
}
