package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import vn.minhbach.core.workbook.Book;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Place;

/** Reads the cells of one sheet; empty ones and all that is not a cell are passed over. */
final class SheetContents implements XmlParts.Elements {

  private static final int COLUMNS_MAX = 16_384;
  private static final int ROWS_MAX = 1_048_576;

  /** A double holds 15 digits for certain: Excel shows no more of it. */
  private static final MathContext SHOWN = new MathContext(15);

  private final String sheet;
  private final List<String> strings;
  private final DateFormats dates;
  private final Limits limits;
  private final List<Book.Row> rows = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private int row;
  private int column = -1;
  private String type = "n";
  private String style;
  private boolean formula;
  private boolean inValue;
  private int phonetic;

  private SheetContents(String sheet, List<String> strings, DateFormats dates, Limits limits) {
    this.sheet = sheet;
    this.strings = strings;
    this.dates = dates;
    this.limits = limits;
  }

  static Book.Sheet read(
      XmlParts xml,
      String name,
      InputStream part,
      List<String> strings,
      DateFormats dates,
      Limits limits)
      throws Unreadable {
    var contents = new SheetContents(name, strings, dates, limits);
    xml.read(name, part, contents);
    return new Book.Sheet(name, contents.rows);
  }

  @Override
  public void start(String name, XMLStreamReader at) throws Unreadable {
    inValue = false;
    switch (name) {
      case "row" -> startRow(at.getAttributeValue(null, "r"));
      case "c" -> startCell(at);
      case "f" -> formula = true;
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
          rows.add(new Book.Row(row, cells));
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
      case "d" -> new Cell(Cell.Kind.DATE, value.strip());
      default -> value.isBlank() ? Cell.EMPTY : number(value.strip(), dates.isDate(style));
    };
  }

  private String shared(String index) throws Unreadable {
    int number = index.matches("\\d{1,7}") ? Integer.parseInt(index) : -1;
    if (number < 0 || number >= strings.size()) {
      throw Unreadable.damaged(here());
    }
    return strings.get(number);
  }

  private Cell number(String value, boolean date) throws Unreadable {
    try {
      if (value.length() > 40) {
        throw Unreadable.damaged(here());
      }
      double number = Double.parseDouble(value);
      if (date && DateUtil.isValidExcelDate(number)) {
        LocalDateTime time = DateUtil.getLocalDateTime(number);
        return new Cell(Cell.Kind.DATE, String.valueOf(time).replace("T00:00", ""));
      }
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw Unreadable.damaged(here());
      }
      BigDecimal shown = new BigDecimal(value).round(SHOWN);
      // 1E308 is a number of Excel's; nobody writes it out.
      return Math.abs((long) shown.scale()) > 40 && shown.signum() != 0
          ? new Cell(Cell.Kind.NUMBER, shown.toString())
          : Cell.number(shown.signum() == 0 ? BigDecimal.ZERO : plain(shown));
    } catch (NumberFormatException notANumber) {
      throw Unreadable.damaged(here());
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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
