package vn.minhbach.adapter.poi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Fill;
import vn.minhbach.core.workbook.FormBook;
import vn.minhbach.core.workbook.FormBook.Column;
import vn.minhbach.core.workbook.FormBookWriter;

/**
 * Writes the workbook of a form: instructions, the table with checked and locked cells, ready to be
 * printed on A4, and the sheet that nobody sees. Protected without a password: against slips, not
 * against people.
 */
public final class FormXlsxWriter implements FormBookWriter {

  private static final int WIDTH_UNIT = 256;
  private static final float LINE_POINTS = 14.5f;
  private static final int GUIDE_WIDTH = 110;
  private static final String MAX = Input.MAX.toPlainString();

  @Override
  public byte[] write(FormBook form) {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      book.getProperties().getCoreProperties().setCreator("minhbach");
      book.getProperties().getCoreProperties().setTitle(form.heading().getFirst());
      var styles = new FormStyles(book);
      guide(form, book.createSheet(FormBook.GUIDE), styles);
      XSSFSheet table = book.createSheet(FormBook.FORM);
      XSSFSheet words = book.createSheet("Danh mục");
      new Table(form, table, words, styles).write();
      book.setSheetVisibility(book.getSheetIndex(words), SheetVisibility.HIDDEN);
      XSSFSheet hidden = book.createSheet(FormBook.HIDDEN);
      for (int i = 0; i < form.hidden().size(); i++) {
        hidden.createRow(i).createCell(0).setCellValue(form.hidden().get(i));
      }
      book.setSheetVisibility(book.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
      // Sheets keep their names and places, too.
      book.lockStructure();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void guide(FormBook form, XSSFSheet sheet, FormStyles styles) {
    sheet.setColumnWidth(0, GUIDE_WIDTH * WIDTH_UNIT);
    int at = 0;
    for (String line : form.heading()) {
      put(sheet.createRow(at), 0, line, at == 0 ? styles.title : styles.subtitle);
      at++;
    }
    put(sheet.createRow(++at), 0, "HƯỚNG DẪN", styles.title);
    for (String line : form.guide()) {
      XSSFRow row = sheet.createRow(++at);
      put(row, 0, line, styles.guide);
      row.setHeightInPoints(lines(line, GUIDE_WIDTH * 6 / 5) * 17f + 4);
    }
    sheet.enableLocking();
    paper(sheet);
  }

  private static void paper(XSSFSheet sheet) {
    sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 0.5);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 0.6);
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setRight("Trang &P/&N");
  }

  private static XSSFCell put(XSSFRow row, int column, String text, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (!text.isEmpty()) {
      cell.setCellValue(Strings.encoded(text));
    }
    return cell;
  }

  // Vietnamese words are short: a line breaks close to its end.
  private static int lines(String text, int width) {
    return text.lines().mapToInt(line -> 1 + line.length() / width).sum();
  }

  /** The table of one form. */
  private static final class Table {

    private final FormBook form;
    private final XSSFSheet sheet;
    private final XSSFSheet words;
    private final FormStyles styles;
    private int at;
    private int lists;

    Table(FormBook form, XSSFSheet sheet, XSSFSheet words, FormStyles styles) {
      this.form = form;
      this.sheet = sheet;
      this.words = words;
      this.styles = styles;
    }

    void write() {
      for (Column column : Column.values()) {
        sheet.setColumnWidth(column.ordinal(), column.width() * WIDTH_UNIT);
      }
      for (String line : form.heading()) {
        put(sheet.createRow(at), 0, line, at == 0 ? styles.title : styles.subtitle);
        at++;
      }
      int heading = at;
      XSSFRow row = sheet.createRow(at++);
      row.setHeightInPoints(LINE_POINTS * 3);
      for (Column column : Column.values()) {
        put(row, column.ordinal(), column.heading(), styles.heading);
      }
      List<FormBook.Row> rows = form.rows();
      for (int i = 0; i < rows.size(); ) {
        if (rows.get(i) instanceof FormBook.Band(String title)) {
          band(title);
          i++;
        } else {
          int end = i + 1;
          while (end < rows.size()
              && rows.get(end) instanceof FormBook.Line next
              && !next.first()) {
            end++;
          }
          criterion(rows.subList(i, end).stream().map(FormBook.Line.class::cast).toList());
          i = end;
        }
      }
      // What was asked stays in sight, and on every printed page.
      sheet.createFreezePane(Column.TITLE.ordinal() + 1, heading + 1);
      sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
      paper(sheet);
      sheet.getFooter().setLeft(form.heading().get(1).replace("&", "&&"));
      sheet.enableLocking();
      sheet.lockFormatColumns(false);
      sheet.lockFormatRows(false);
    }

    private void band(String title) {
      XSSFRow row = sheet.createRow(at++);
      row.setHeightInPoints(LINE_POINTS * 1.4f);
      for (Column column : Column.values()) {
        put(row, column.ordinal(), column == Column.TITLE ? title : "", styles.band);
      }
    }

    private void criterion(List<FormBook.Line> lines) {
      int first = at;
      FormBook.Line head = lines.getFirst();
      float needed = height(head.title(), Column.TITLE);
      needed = Math.max(needed, height(head.note().cell().text(), Column.NOTE));
      needed = Math.max(needed, height(head.opinion().cell().text(), Column.OPINION));
      needed = Math.max(needed, height(head.notApplicable().cell().text(), Column.NOT_APPLICABLE));
      var own = lines.stream().mapToDouble(Table::height).toArray();
      double sum = java.util.Arrays.stream(own).sum();
      // What the joined cells need beyond their lines is shared out evenly.
      double more = Math.max(0, needed - sum) / lines.size();
      for (int i = 0; i < lines.size(); i++) {
        line(lines.get(i), (float) (own[i] + more));
      }
      if (lines.size() > 1) {
        for (Column column :
            List.of(
                Column.TITLE,
                Column.MAX,
                Column.OPINION,
                Column.NOT_APPLICABLE,
                Column.NOTE,
                Column.POINTS)) {
          sheet.addMergedRegion(
              new CellRangeAddress(first, at - 1, column.ordinal(), column.ordinal()));
        }
      }
    }

    private static float height(String text, Column column) {
      return lines(text, column.width()) * LINE_POINTS + 3;
    }

    private static float height(FormBook.Line line) {
      return Math.max(
          Math.max(height(line.label(), Column.LABEL), height(line.how(), Column.HOW)),
          Math.max(
              height(line.province(), Column.PROVINCE),
              height(line.value().cell().text(), Column.VALUE)));
    }

    private void line(FormBook.Line line, float height) {
      XSSFRow row = sheet.createRow(at++);
      row.setHeightInPoints(height);
      Map<Column, String> texts =
          Map.of(
              Column.CRITERION, line.criterion(),
              Column.TITLE, line.title(),
              Column.MAX, line.max(),
              Column.KEY, line.key(),
              Column.LABEL, line.label(),
              Column.HOW, line.how(),
              Column.PROVINCE, line.province(),
              Column.POINTS, line.points());
      texts.forEach((column, text) ->
          put(
              row,
              column.ordinal(),
              text,
              List.of(Column.TITLE, Column.LABEL, Column.HOW).contains(column)
                  ? styles.locked
                  : styles.lockedCentre));
      row.getCell(Column.TITLE.ordinal())
          .setCellValue(styles.criterion(Strings.encoded(line.title())));
      fill(row, Column.VALUE, line.value(), line.how());
      fill(row, Column.OPINION, line.opinion(), "Chọn Xác nhận, hoặc ghi lý do nếu khác");
      fill(row, Column.NOT_APPLICABLE, line.notApplicable(), "");
      fill(row, Column.NOTE, line.note(), "");
    }

    private void fill(XSSFRow row, Column column, FormBook.Entry entry, String how) {
      Optional<Fill> fill = entry.fill();
      XSSFCell cell = put(row, column.ordinal(), "", fill.map(this::style).orElse(styles.closed));
      Cell value = entry.cell();
      if (fill.isEmpty() && column == Column.VALUE) {
        cell.setCellStyle(styles.lockedCentre);
      }
      switch (value.kind()) {
        case EMPTY -> cell.setBlank();
        case NUMBER -> cell.setCellValue(Double.parseDouble(value.text()));
        default -> cell.setCellValue(Strings.encoded(value.text()));
      }
      fill.filter(one -> one.kind() != Fill.Kind.TEXT)
          .ifPresent(one -> check(one, row.getRowNum(), column.ordinal(), how));
    }

    private XSSFCellStyle style(Fill fill) {
      return switch (fill.kind()) {
        case WHOLE, DECIMAL -> styles.fillNumber;
        case LIST -> styles.fillWord;
        case OPEN_LIST, TEXT -> styles.fillText;
      };
    }

    private void check(Fill fill, int row, int column, String how) {
      DataValidationHelper helper = sheet.getDataValidationHelper();
      DataValidationConstraint constraint =
          switch (fill.kind()) {
            case WHOLE ->
                helper.createIntegerConstraint(
                    DataValidationConstraint.OperatorType.BETWEEN, fill.min().toPlainString(), MAX);
            case DECIMAL ->
                helper.createDecimalConstraint(
                    DataValidationConstraint.OperatorType.BETWEEN, fill.min().toPlainString(), MAX);
            default -> helper.createFormulaListConstraint(list(fill.choices()));
          };
      DataValidation check =
          helper.createValidation(constraint, new CellRangeAddressList(row, row, column, column));
      check.setEmptyCellAllowed(true);
      check.setShowErrorBox(fill.kind() != Fill.Kind.OPEN_LIST);
      check.createErrorBox("Giá trị không đúng", how + ".");
      check.setShowPromptBox(true);
      check.createPromptBox("Cách ghi", how + ".");
      sheet.addValidationData(check);
    }

    // A list in the rule itself ends at 255 characters and at every comma.
    private String list(List<String> choices) {
      int column = lists++;
      for (int i = 0; i < choices.size(); i++) {
        XSSFRow row = Optional.ofNullable(words.getRow(i)).orElseGet(rowOf(i));
        row.createCell(column).setCellValue(Strings.encoded(choices.get(i)));
      }
      return new CellRangeAddress(0, choices.size() - 1, column, column)
          .formatAsString(words.getSheetName(), true);
    }

    private java.util.function.Supplier<XSSFRow> rowOf(int row) {
      return () -> words.createRow(row);
    }
  }
}
