package vn.minhbach.adapter.openhtmltopdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What was typed stands on the paper, in the face that decree 30/2020 asks for. */
class HtmlPrinterTest {

  private static final String STYLE =
      "<style>body{font-family:'Liberation Serif','DejaVu Serif','DejaVu Sans',serif}</style>";

  private static PDDocument printed(String text) throws IOException {
    String page =
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>" + STYLE + "</head><body><p>";
    return Loader.loadPDF(
        new HtmlPrinter().print(page + text + "</p><p><b>" + text + "</b></p></body></html>"));
  }

  @Test
  void signsOfOfficeTextsArePrinted() throws IOException {
    String signs =
        "₫ ✓ ✔ ✗ ☐ ☑ ☒ ≥ ≤ ≠ ≈ ² ³ ° ‰ № § → ⇒ ↔ ½ ¼ “ ” ‘ ’ – — • ● ■ × ÷ ± … α β Ω √ € ★";
    try (PDDocument paper = printed(signs)) {
      String text = new PDFTextStripper().getText(paper);
      var lost = new ArrayList<String>();
      for (String sign : signs.split(" ")) {
        if (text.chars().filter(c -> c == sign.charAt(0)).count() < 2) {
          lost.add(sign);
        }
      }
      assertEquals("[]", lost.toString(), text);
      assertTrue(text.indexOf('#') < 0, text);
    }
  }

  @Test
  void marksThatStandApartAreSetOnTheirLetters() throws IOException {
    try (PDDocument paper =
        printed(Normalizer.normalize("Ủy ban thẩm định, nghiệp vụ", Normalizer.Form.NFD))) {
      String text = new PDFTextStripper().getText(paper);
      assertTrue(text.contains("Ủy ban thẩm định, nghiệp vụ"), text);
    }
  }

  @Test
  void theTextIsSetInTheMetricsOfTimes() throws IOException {
    try (PDDocument paper = printed("Ủy ban nhân dân phường Hà Khánh, Quyết định số 45")) {
      var fonts = new HashSet<String>();
      for (var name : paper.getPage(0).getResources().getFontNames()) {
        fonts.add(
            paper.getPage(0).getResources().getFont(name).getName().replaceFirst("^[A-Z]+\\+", ""));
      }
      assertEquals(
          "[LiberationSerif, LiberationSerif-Bold]", fonts.stream().sorted().toList().toString());
    }
  }
}
