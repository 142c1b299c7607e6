package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.workbook.FormFile.edited;
import static vn.minhbach.core.workbook.FormFile.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.minhbach.adapter.openhtmltopdf.HtmlPrinter;
import vn.minhbach.adapter.poi.XlsxReader;
import vn.minhbach.adapter.poi.XlsxWriter;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.print.FormPaper;

/**
 * A district's digital transformation sheet, with columns as districts use them (evidence, data
 * source, body that verifies the figure): written down as a workbook, imported, filled in as a
 * workbook, scored and printed. What does not fit, decision 0027 says.
 */
class ForeignSetTest {

  private static final String UNIT = "193";

  private final Map<String, Object> set = tree(CriteriaFixture.foreignTree());

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(Object tree) {
    return (Map<String, Object>) RealSets.plain(tree);
  }

  private static Book book(Object tree) {
    return accepted(new XlsxReader().read(new XlsxWriter().write(CriteriaPages.of(tree))));
  }

  @Test
  void comesBackFieldByField() {
    assertEquals(set, RealSets.plain(accepted(CriteriaBook.read(book(set), 2))));
  }

  @Test
  void isReadWithoutTheSheetAndColumnsThatCameLater() {
    Map<String, Object> plain = RealSets.of("district");
    Book whole = book(plain);
    var sheets =
        whole.sheets().stream()
            .filter(sheet -> !sheet.name().equals("Phần của tiêu chí"))
            .map(sheet -> without(sheet, List.of("Phần", "Loại điểm", "Nguồn số liệu")))
            .toList();
    assertEquals(plain, RealSets.plain(accepted(CriteriaBook.read(new Book(sheets), 2))));
  }

  private static Book.Sheet without(Book.Sheet sheet, List<String> headings) {
    Book.Row first = sheet.rows().getFirst();
    var rows = new java.util.ArrayList<>(sheet.rows());
    var cells = new java.util.ArrayList<>(first.cells());
    cells.replaceAll(cell -> headings.contains(cell.text()) ? Cell.text("Cột riêng") : cell);
    rows.set(0, new Book.Row(first.number(), cells, first.hidden()));
    return new Book.Sheet(sheet.name(), rows, sheet.hidden(), sheet.hiddenColumns());
  }

  @Test
  void namesAFaultInAPartAtItsCell() {
    Map<String, Object> wrong = tree(CriteriaFixture.foreignTree());
    part(wrong).put("maxPoints", new java.math.BigDecimal("7"));
    List<String> places =
        CriteriaBook.read(book(wrong), 2)
            .fold(
                refusal -> refusal.violations().stream().map(Violation::place).toList(),
                read -> List.of());
    assertEquals(1, places.size());
    assertTrue(places.getFirst().startsWith("Phần của tiêu chí!"), places.getFirst());
  }

  /** The second part of I.1. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> set) {
    var groups = (List<Map<String, Object>>) set.get("groups");
    var criteria = (List<Map<String, Object>>) groups.getFirst().get("criteria");
    var scoring = (Map<String, Object>) criteria.getFirst().get("scoring");
    return ((List<Map<String, Object>>) scoring.get("parts")).get(1);
  }

  @Test
  void isFilledInAsAWorkbookScoredAndPrinted() throws Exception {
    var file = new FormFile(UNIT, Province.opened(accepted(CriteriaBook.read(book(set), 2))));
    byte[] back =
        edited(
            file.download(),
            sheet -> {
              value(sheet, "I.1", "truongban.v").setCellValue("Có");
              value(sheet, "I.1", "hop.a").setCellValue(5);
              value(sheet, "I.1", "hop.b").setCellValue(7);
              value(sheet, "I.2", "truyenthanh.h1").setCellValue("x");
              value(sheet, "I.3", "a").setCellValue(30);
              value(sheet, "I.3", "b").setCellValue(400);
              value(sheet, "II.1", "tyle.a").setCellValue(50);
              value(sheet, "II.1", "tyle.b").setCellValue(100);
              value(sheet, "II.1", "soluong.n").setCellValue(50);
              value(sheet, "P.1", "n").setCellValue(1);
            });
    file.sendOn(accepted(file.bringBack(back)));

    assertEquals(
        "8.29 {hop={a=5, b=7}, truongban={v=true}}",
        file.stored("I.1").points().orElseThrow()
            + " "
            + new java.util.TreeMap<>(file.stored("I.1").inputs()));
    assertEquals(
        Map.of("truyenthanh", Map.of("items", List.of("h1"))), file.stored("I.2").inputs());
    assertEquals("20.00", file.stored("II.1").points().orElseThrow().toString());
    // Downloaded again and brought back as it is, it changes nothing.
    var again = accepted(file.bringBack(file.download()));
    assertEquals(Map.of(), again.answers());

    var campaign = file.province.campaign();
    var unit = file.province.unit(UNIT);
    var sheet =
        accepted(file.province.readForm.readWithSums(campaign, unit, Optional.empty(), OPENED));
    byte[] pdf = new HtmlPrinter().print(FormPaper.of(campaign, unit, sheet));
    String keep = System.getProperty("papers.keep");
    if (keep != null) {
      java.nio.file.Files.write(java.nio.file.Path.of(keep, "phieu.pdf"), pdf);
      java.nio.file.Files.write(java.nio.file.Path.of(keep, "phieu.xlsx"), file.download());
      java.nio.file.Files.write(
          java.nio.file.Path.of(keep, "bo-tieu-chi.xlsx"),
          new XlsxWriter().write(CriteriaPages.of(set)));
    }
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
      for (String word :
          List.of(
              "TT",
              "Số liệu",
              "Điểm tự chấm",
              "Tài liệu minh chứng",
              "Điểm thẩm định",
              "Giải trình",
              "Điểm chính thức",
              "Họp ban chỉ đạo:",
              "Nguồn số liệu: Hệ thống giám sát mạng của tỉnh",
              "Đơn vị xác minh: Sở Thông tin và Truyền thông",
              "điểm trừ, tối đa 5,00",
              "chấm theo đơn vị tốt nhất")) {
        assertTrue(text.contains(word), word + " in " + text);
      }
      var page = paper.getPage(0).getMediaBox();
      assertTrue(page.getWidth() > page.getHeight(), "landscape");
      // Headings stand on every page that the table reaches.
      for (int number = 1; number < paper.getNumberOfPages(); number++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        assertTrue(stripper.getText(paper).contains("Giải trình"), "page " + number);
      }
    }
  }
}
