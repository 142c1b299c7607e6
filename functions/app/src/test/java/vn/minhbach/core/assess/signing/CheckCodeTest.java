package vn.minhbach.core.assess.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.minhbach.core.ledger.Sha256;

class CheckCodeTest {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Made by the Python of decision 0016. */
  @Example
  void sameCodeAsAnIndependentProgramMakes() {
    assertEquals(
        "Q9W1-DFWF-077Y-MGA1",
        CheckCode.of(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8))).text());
    assertEquals("WERC-8GMR-ZGE1-96QF", CheckCode.of(Sha256.hex(new byte[0])).text());
    assertEquals("0000-0000-0000-0000", CheckCode.of("0".repeat(64)).text());
  }

  @Property(tries = 300)
  void oneWrongSymbolIsNoticed(
      @ForAll String text, @ForAll @IntRange(max = 15) int at, @ForAll @IntRange(max = 31) int to) {
    String code = code(text);
    int place = at + at / 4;
    char wrong = SYMBOLS.charAt(to);
    if (code.charAt(place) != wrong) {
      String typed = code.substring(0, place) + wrong + code.substring(place + 1);
      assertEquals(Optional.empty(), CheckCode.read(typed));
    }
  }

  @Property(tries = 300)
  void swappedNeighboursAreNoticed(@ForAll String text, @ForAll @IntRange(max = 14) int at) {
    String plain = code(text).replace("-", "");
    char first = plain.charAt(at);
    char second = plain.charAt(at + 1);
    if (first != second) {
      String typed = plain.substring(0, at) + second + first + plain.substring(at + 2);
      assertEquals(Optional.empty(), CheckCode.read(typed));
    }
  }

  @Property(tries = 300)
  void isReadAsPeopleWriteIt(@ForAll String text) {
    String code = code(text);
    Optional<CheckCode> read = Optional.of(new CheckCode(code));
    assertEquals(read, CheckCode.read(code));
    assertEquals(read, CheckCode.read("  " + code.toLowerCase().replace("-", " ") + "\n"));
    assertEquals(read, CheckCode.read(code.replace('0', 'o').replace('1', 'l').replace("-", "–")));
    assertEquals(read, CheckCode.read(code.replace('0', 'O').replace('1', 'I')));
  }

  @Example
  void whatIsNoCodeIsNone() {
    for (String none : new String[] {"", "7K3M", "7K3M-9QWD-0HTB-5XAU", "0".repeat(17), "mã"}) {
      assertTrue(CheckCode.read(none).isEmpty(), none);
    }
  }

  private static String code(String text) {
    return CheckCode.of(
            Sha256.hex(Integer.toHexString(text.hashCode()).getBytes(StandardCharsets.UTF_8)))
        .text();
  }
}
