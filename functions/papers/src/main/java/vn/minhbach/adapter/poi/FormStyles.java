package vn.minhbach.adapter.poi;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a form look: what may be filled in is yellow and open, the rest is locked. */
final class FormStyles {

  /** As offices write: Decree 30/2020/NĐ-CP asks for this face. */
  private static final String FACE = "Times New Roman";

  private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xF8, (byte) 0xD6};
  private static final byte[] GREY = {(byte) 0xE3, (byte) 0xE8, (byte) 0xEE};
  private static final byte[] PALE = {(byte) 0xF4, (byte) 0xF4, (byte) 0xF4};
  private static final byte[] BLUE = {(byte) 0xD9, (byte) 0xE7, (byte) 0xF5};

  private final XSSFWorkbook book;
  private final XSSFFont strong;

  final XSSFCellStyle title;
  final XSSFCellStyle subtitle;
  final XSSFCellStyle guide;
  final XSSFCellStyle heading;
  final XSSFCellStyle band;
  final XSSFCellStyle locked;
  final XSSFCellStyle lockedCentre;
  final XSSFCellStyle closed;
  final XSSFCellStyle fillNumber;
  final XSSFCellStyle fillText;
  final XSSFCellStyle fillWord;

  FormStyles(XSSFWorkbook book) {
    this.book = book;
    title = style(14, true);
    title.setWrapText(false);
    subtitle = style(12, false);
    subtitle.setWrapText(false);
    guide = style(12, false);
    heading = filled(bordered(style(11, true)), GREY);
    heading.setAlignment(HorizontalAlignment.CENTER);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    band = filled(style(12, true), BLUE);
    band.setWrapText(false);
    locked = bordered(style(11, false));
    lockedCentre = bordered(style(11, false));
    lockedCentre.setAlignment(HorizontalAlignment.CENTER);
    closed = filled(bordered(style(11, false)), PALE);
    strong = book.createFont();
    strong.setFontName(FACE);
    strong.setFontHeightInPoints((short) 11);
    strong.setBold(true);
    fillNumber = open(HorizontalAlignment.RIGHT, "General");
    fillNumber.setIndention((short) 1);
    fillText = open(HorizontalAlignment.LEFT, "@");
    fillWord = open(HorizontalAlignment.CENTER, "General");
  }

  /** The first line, what is asked, stands out from the hint below it. */
  XSSFRichTextString criterion(String title) {
    var text = new XSSFRichTextString(title);
    int end = title.indexOf('\n');
    if (!title.isEmpty()) {
      text.applyFont(0, end < 0 ? title.length() : end, strong);
    }
    return text;
  }

  private XSSFCellStyle open(HorizontalAlignment alignment, String format) {
    XSSFCellStyle style = filled(bordered(style(11, false)), YELLOW);
    style.setAlignment(alignment);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setLocked(false);
    return style;
  }

  private XSSFCellStyle style(int points, boolean bold) {
    XSSFFont font = book.createFont();
    font.setFontName(FACE);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private static XSSFCellStyle bordered(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private static XSSFCellStyle filled(XSSFCellStyle style, byte[] rgb) {
    style.setFillForegroundColor(new XSSFColor(rgb, null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
