package vn.minhbach.local.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfTest {

  private static final String TITLE = "Minh chứng: Sở Nội vụ (đợt 1)";

  private static String text(byte[] pdf) {
    return new String(pdf, StandardCharsets.ISO_8859_1);
  }

  @Test
  void itsTableLeadsToEveryObject() {
    String pdf = text(Pdf.of(TITLE, "SNV (I.1) \\ 1"));
    assertTrue(pdf.startsWith("%PDF-1.4\n"));
    assertTrue(pdf.endsWith("%%EOF\n"));
    Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(pdf);
    assertTrue(start.find());
    String table = pdf.substring(Integer.parseInt(start.group(1)));
    assertTrue(table.startsWith("xref\n0 7\n0000000000 65535 f \n"), table);
    List<String> offsets = table.lines().skip(3).limit(6).toList();
    for (int i = 0; i < offsets.size(); i++) {
      assertEquals(18, offsets.get(i).stripTrailing().length());
      int offset = Integer.parseInt(offsets.get(i).substring(0, 10));
      assertTrue(pdf.startsWith((i + 1) + " 0 obj\n", offset), offsets.get(i));
    }
    Matcher length = Pattern.compile("/Length (\\d+) >>\nstream\n").matcher(pdf);
    assertTrue(length.find());
    int end = length.end() + Integer.parseInt(length.group(1));
    assertTrue(pdf.startsWith("endstream", end));
  }

  @Test
  void itsTitleIsVietnamese() {
    Matcher title = Pattern.compile("/Title <FEFF([0-9A-F]+)>").matcher(text(Pdf.of(TITLE, "SNV")));
    assertTrue(title.find());
    byte[] bytes = HexFormat.of().parseHex(title.group(1));
    assertEquals(TITLE, new String(bytes, StandardCharsets.UTF_16BE));
  }

  @Test
  void differsForEveryLine() {
    assertFalse(Arrays.equals(Pdf.of(TITLE, "SNV I.1"), Pdf.of(TITLE, "SNV I.2")));
  }
}
