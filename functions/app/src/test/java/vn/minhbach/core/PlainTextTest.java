package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The one rule for texts. */
class PlainTextTest {

  @Property
  void whatIsTakenCanBeStoredPrintedAndPutIntoAWorkbook(@ForAll String text) {
    if (PlainText.refused(text).isEmpty()) {
      String kept = PlainText.lines(text);
      assertTrue(kept.codePoints().allMatch(PlainTextTest::ofXml), kept);
      assertEquals(kept, PlainText.lines(kept), "once normal, for ever normal");
      assertTrue(PlainText.refused(kept).isEmpty());
      assertEquals(PlainText.blank(text), PlainText.blank(kept));
    }
  }

  /** What XML 1.0 lets stand in a document, as every workbook is one. */
  private static boolean ofXml(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  @Test
  void everyLineEndOfUnicodeIsOneAndNothingElse() {
    Pattern end = Pattern.compile("\\R");
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "a" + c + "b";
      assertEquals(end.matcher(text).find(), PlainText.severalLines(text), "U+" + (int) c);
      assertEquals(end.matcher(text).replaceAll("\n"), PlainText.lines(text), "U+" + (int) c);
    }
  }

  @Test
  void vietnameseAndWhatPeoplePasteIsTaken() {
    for (String text :
        new String[] {
          "Sở Nội vụ",
          "Sơ\u0309 No\u0323\u0302i vu\u0323",
          "Điểm: 81,62 ≥ 75 ✓ ☑ ₫",
          "👩‍💻",
          "a\u00A0b",
          "•\t1"
        }) {
      assertEquals(OptionalInt.empty(), PlainText.refused(text), text);
      assertFalse(PlainText.blank(text), text);
    }
  }
}
