package vn.minhbach.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  /** RFC 8785 section 3.2.2, without its fractions and null. */
  @Test
  void writesTheRfcsExampleOfStringsAndTruths() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("string", "\u20ac$\u000F\nA'B\"\\\\\"/");
    tree.put("literals", List.of(true, false));
    assertEquals(
        "{\"literals\":[true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        CanonicalJson.text(tree));
  }

  /** RFC 8785 section 3.2.4: the same in UTF-8. */
  @Test
  void writesUtf8() {
    assertEquals(
        "22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22",
        HexFormat.of().formatHex(CanonicalJson.bytes("\u20ac$\u000F\nA'B\"\\\\\"/")));
  }

  /** RFC 8785 section 3.2.3. */
  @Test
  void sortsKeysByUtf16CodeUnits() {
    Map<String, Object> tree =
        Map.of(
            "\u20ac", "Euro Sign",
            "\r", "Carriage Return",
            "\ufb33", "Hebrew Letter Dalet With Dagesh",
            "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face",
            "\u0080", "Control",
            "\u00f6", "Latin Small Letter O With Diaeresis");
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        CanonicalJson.text(tree));
  }

  @Test
  void leavesTextsAsTheyWereSent() {
    assertEquals("\"\u1ec7\"", CanonicalJson.text("\u1ec7"));
    assertEquals("\"e\u0323\u0302\"", CanonicalJson.text("e\u0323\u0302"));
    assertEquals("\"\u007f\u2028\"", CanonicalJson.text("\u007f\u2028"));
  }

  @ParameterizedTest
  @ValueSource(longs = {9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MIN_VALUE})
  void refusesNumbersThatNotEveryReaderReadsExactly(long number) {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(number));
    assertEquals("9007199254740991", CanonicalJson.text(9_007_199_254_740_991L));
  }

  @Test
  void refusesWhatHasNoPlaceInTheLedger() {
    for (Object value :
        Arrays.asList(
            null, 1.5d, new BigDecimal("1.5"), 'c', Map.of("a", 1.0f), "\ud83d", "\ude00x")) {
      assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(value));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> CanonicalJson.text(Collections.singletonMap("a", null)));
  }

  @Property
  void orderOfKeysDoesNotMatter(@ForAll("trees") Map<String, Object> tree) {
    var reversed = new LinkedHashMap<String, Object>();
    tree.keySet().stream().toList().reversed().forEach(key -> reversed.put(key, tree.get(key)));
    assertEquals(CanonicalJson.text(tree), CanonicalJson.text(reversed));
    assertEquals(CanonicalJson.text(tree), CanonicalJson.text(new HashMap<>(tree)));
  }

  @Property
  void anotherReaderReadsTheSame(@ForAll("trees") Map<String, Object> tree) {
    byte[] bytes = CanonicalJson.bytes(tree);
    assertEquals(tree, JACKSON.readValue(bytes, Object.class));
    assertEquals(
        new String(bytes, StandardCharsets.UTF_8),
        CanonicalJson.text(JACKSON.readValue(bytes, Object.class)));
  }

  @Property
  void differentTreesAreWrittenDifferently(
      @ForAll("trees") Map<String, Object> one, @ForAll("trees") Map<String, Object> other) {
    assertEquals(one.equals(other), CanonicalJson.text(one).equals(CanonicalJson.text(other)));
  }

  @Provide
  Arbitrary<Map<String, Object>> trees() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("ab\"\\/\b\f\n\r\t\u0000\u001f\u007fđệ\u20ac\ufb33")
            .ofMaxLength(5)
            .map(text -> text + (text.length() == 3 ? "\ud83d\ude00" : ""));
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts.map(text -> (Object) text),
            Arbitraries.longs()
                .between(-9_007_199_254_740_991L, 9_007_199_254_740_991L)
                .map(number -> (Object) number),
            Arbitraries.of(true, false).map(bool -> (Object) bool));
    Arbitrary<Object> values =
        Arbitraries.lazyOf(
            () -> leaves,
            () -> leaves,
            () -> leaves.list().ofMaxSize(3).map(list -> (Object) list),
            () -> Arbitraries.maps(texts, leaves).ofMaxSize(3).map(map -> (Object) map));
    return Arbitraries.maps(texts, values).ofMaxSize(4);
  }
}
