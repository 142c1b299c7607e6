package vn.minhbach.local.whole;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as a person makes and edits them. */
public final class Workbooks {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Workbooks() {}

  /** A workbook of one sheet; a number becomes a number, as when it is typed. */
  static byte[] of(String sheet, List<List<Object>> rows) {
    try (var book = new XSSFWorkbook()) {
      Sheet made = book.createSheet(sheet);
      for (int r = 0; r < rows.size(); r++) {
        Row row = made.createRow(r);
        for (int c = 0; c < rows.get(r).size(); c++) {
          put(row.createCell(c), rows.get(r).get(c));
        }
      }
      return bytes(book);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void put(Cell cell, Object value) {
    switch (value) {
      case Integer number -> cell.setCellValue(number);
      case String formula when formula.startsWith("=") -> cell.setCellFormula(formula.substring(1));
      default -> cell.setCellValue(value.toString());
    }
  }

  /** The workbook after somebody has worked on it. */
  public static byte[] edited(byte[] file, Consumer<XSSFWorkbook> edit) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      edit.accept(book);
      return bytes(book);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** The cell under a heading in the row whose key is such. */
  static Cell cell(Sheet sheet, String keyHeading, String key, String heading) {
    int keys = column(sheet, keyHeading);
    for (Row row : sheet) {
      Cell cell = row.getCell(keys);
      if (cell != null && cell.toString().equals(key)) {
        return row.getCell(column(sheet, heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new AssertionError(sheet.getSheetName() + " has no " + key);
  }

  /** A value cell of a form, as a clerk finds it: by the criterion and the line. */
  public static Cell cell(XSSFWorkbook book, String criterion, String key) {
    for (Row row : book.getSheet("Phiếu")) {
      if (row.getCell(0) != null
          && row.getCell(0).toString().equals(criterion)
          && row.getCell(3).toString().equals(key)) {
        return row.getCell(5);
      }
    }
    throw new AssertionError("no row " + criterion + " " + key);
  }

  private static int column(Sheet sheet, String heading) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError(sheet.getSheetName() + " has no column " + heading);
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    var bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }
}
