package vn.minhbach.adapter.poi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Page;
import vn.minhbach.core.workbook.WorkbookWriter;

/** Writes .xlsx: a frozen heading row, wrapped text, offered choices, columns wide enough. */
public final class XlsxWriter implements WorkbookWriter {

  /** Excel measures a column in 256ths of a character. */
  private static final int WIDTH_UNIT = 256;

  /** Rows below the last one that offer choices too, for those who add some. */
  private static final int SPARE_ROWS = 500;

  @Override
  public byte[] write(List<Page> pages) {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var styles = Styles.of(book);
      pages.forEach(page -> write(page, book.createSheet(page.name()), styles));
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void write(Page page, XSSFSheet sheet, Styles styles) {
    Row headings = sheet.createRow(0);
    for (int i = 0; i < page.columns().size(); i++) {
      Page.Column column = page.columns().get(i);
      var cell = headings.createCell(i);
      cell.setCellValue(column.heading());
      cell.setCellStyle(styles.heading());
      sheet.setColumnWidth(i, column.width() * WIDTH_UNIT);
      sheet.setDefaultColumnStyle(i, column.text() ? styles.text() : styles.number());
      if (!column.choices().isEmpty()) {
        offer(column.choices(), sheet, i, page.rows().size() + SPARE_ROWS);
      }
    }
    sheet.createFreezePane(0, 1);
    for (int i = 0; i < page.rows().size(); i++) {
      Row row = sheet.createRow(i + 1);
      List<Cell> cells = page.rows().get(i);
      for (int j = 0; j < cells.size(); j++) {
        put(cells.get(j), row.createCell(j), styles, page.columns().get(j).text());
      }
    }
  }

  private static void put(
      Cell value, org.apache.poi.ss.usermodel.Cell cell, Styles styles, boolean asText) {
    cell.setCellStyle(asText ? styles.text() : styles.number());
    switch (value.kind()) {
      case EMPTY -> cell.setBlank();
      case NUMBER -> cell.setCellValue(Double.parseDouble(value.text()));
      case BOOLEAN -> cell.setCellValue(Boolean.parseBoolean(value.text()));
      default -> cell.setCellValue(Strings.encoded(value.text()));
    }
  }

  private static void offer(List<String> choices, XSSFSheet sheet, int column, int rows) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation offered =
        helper.createValidation(
            helper.createExplicitListConstraint(choices.toArray(String[]::new)),
            new CellRangeAddressList(1, rows, column, column));
    offered.setShowErrorBox(true);
    offered.createErrorBox("Giá trị không đúng", "Chọn một giá trị trong danh sách.");
    sheet.addValidationData(offered);
  }

  private record Styles(CellStyle heading, CellStyle text, CellStyle number) {

    static Styles of(XSSFWorkbook book) {
      Font bold = book.createFont();
      bold.setBold(true);
      CellStyle heading = wrapped(book);
      heading.setFont(bold);
      heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      heading.setBorderBottom(BorderStyle.THIN);
      CellStyle text = wrapped(book);
      text.setDataFormat(book.createDataFormat().getFormat("@"));
      return new Styles(heading, text, wrapped(book));
    }

    private static CellStyle wrapped(XSSFWorkbook book) {
      CellStyle style = book.createCellStyle();
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      return style;
    }
  }
}
