package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeenTextTest {

  @Test
  void whatLooksAlikeIsTheSame() {
    for (String look :
        new String[] {
          "Có",
          Normalizer.normalize("Có", Normalizer.Form.NFD),
          "Có\u00a0",
          "\u202fCó\u3000",
          "C\u200bó",
          "\ufeffCó\u200e",
          "Có\u00ad",
          "Có\u2060",
          "\t Có\r\n",
          "Có\u180e",
          "Có\u034f",
          "Có\u2800",
          "Có\ufe0f"
        }) {
      assertEquals("Có", SeenText.of(look));
    }
    assertEquals("UBND phường Hà Khánh", SeenText.of("UBND\u00a0 phường \u2009Hà\u202fKhánh"));
    assertEquals("a\nb  c", SeenText.composed("a\nb\u00a0 c"), "lines and blanks stay");
  }

  @Property(tries = 300)
  void plainTextStaysPlain(@ForAll String text) {
    String once = SeenText.of(text);
    assertEquals(once, SeenText.of(once));
  }
}
