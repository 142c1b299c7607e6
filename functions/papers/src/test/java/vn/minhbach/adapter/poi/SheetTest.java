package vn.minhbach.adapter.poi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.function.http.Sheet;

/** What the results' functions write as a workbook without a library, a library reads. */
class SheetTest {

  private static final Sheet SHEET =
      new Sheet(
          "xep-hang: [2020] một tên dài hơn ba mươi mốt ký tự",
          List.of("rank", "unit", "index", "name"),
          List.of(
              List.of(1, "06649", Points.of("81.60"), "Phường \"Hà\" <Khánh> & ＝1+1"),
              List.of("", "06652", "", "=HYPERLINK(\"x\")"),
              List.of(12, "193", Points.of("100"), " \u0007Đầm\nHà ")));

  @Test
  void numbersAreNumbersAndTextIsTextWithItsZeroesAndNoFormula() throws IOException {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(SHEET.xlsx()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      var told = new DataFormatter();
      assertEquals("xep-hang   2020  một tên dài hơ", sheet.getSheetName());
      assertEquals(3, sheet.getLastRowNum());
      assertEquals(CellType.NUMERIC, sheet.getRow(1).getCell(0).getCellType());
      assertEquals(81.6, sheet.getRow(1).getCell(2).getNumericCellValue());
      assertEquals("81.60", told.formatCellValue(sheet.getRow(1).getCell(2)));
      assertEquals("100.00", told.formatCellValue(sheet.getRow(3).getCell(2)));
      assertEquals("06649", sheet.getRow(1).getCell(1).getStringCellValue());
      assertEquals("Phường \"Hà\" <Khánh> & ＝1+1", sheet.getRow(1).getCell(3).getStringCellValue());
      assertEquals(CellType.BLANK, sheet.getRow(2).getCell(0).getCellType());
      assertEquals(CellType.STRING, sheet.getRow(2).getCell(3).getCellType());
      assertEquals(" \u0020Đầm\nHà ", sheet.getRow(3).getCell(3).getStringCellValue());
      assertEquals(true, sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold());
      assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
    }
  }

  @Test
  void ourOwnReaderTakesItAndTheSameTableIsTheSameBytes() {
    assertArrayEquals(SHEET.xlsx(), SHEET.xlsx());
    int rows =
        new XlsxReader()
            .read(SHEET.xlsx())
            .fold(
                (Refusal refusal) -> {
                  throw new AssertionError(refusal);
                },
                book -> book.sheets().getFirst().rows().size());
    assertEquals(4, rows);
  }
}
