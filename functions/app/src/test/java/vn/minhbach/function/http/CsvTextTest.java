package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Language;
import vn.minhbach.core.Refusal;

class CsvTextTest {

  private static String told(byte[] file) {
    return CsvText.of(file).fold(CsvTextTest::english, read -> "read: " + read);
  }

  private static String english(Refusal refusal) {
    return refusal.detail(Language.EN);
  }

  @Test
  void whatIsNoCsvIsNamedWithTheWayOut() {
    String csv = "code,name\n1,Sở Nội vụ\n";
    assertEquals("read: " + csv, told(csv.getBytes(StandardCharsets.UTF_8)));
    for (String[] one :
        new String[][] {
          {"PK\u0003\u0004x", "workbook"},
          {"\u00d0\u00cf\u0011\u00e0", ".xls"},
          {"%PDF-1.7", "PDF"},
          {"\u00ff\u00fec\0", "UTF-16"},
          {"c\0o\0d\0e\0", "UTF-16"},
          {"S\u00ec N\u00f5i v\u00f8", "Windows-1258"}
        }) {
      String told = told(one[0].getBytes(StandardCharsets.ISO_8859_1));
      assertTrue(told.contains(one[1]) && told.contains("CSV UTF-8"), told);
    }
    assertTrue(told("Sở".getBytes(StandardCharsets.UTF_16)).contains("UTF-16"));
    assertTrue(told("Së".getBytes(Charset.forName("windows-1258"))).contains("Windows-1258"));
  }

  @Test
  void noCellThatIsWrittenIsAFormula() {
    for (String sign :
        List.of(
            "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", " =", "\u00a0＝", "\u3000+")) {
      String line = CsvLine.of(List.of("x", sign + "1+1"));
      assertTrue(line.startsWith("x,'") || line.startsWith("x,\"'"), line);
    }
    for (String plain : List.of("Sở Nội vụ", "81.62", "", "A=B", "06649")) {
      assertEquals(plain + "\r\n", CsvLine.of(List.of(plain)));
    }
    assertEquals("\"Phường \"\"A\"\", B\"\r\n", CsvLine.of(List.of("Phường \"A\", B")));
  }
}
