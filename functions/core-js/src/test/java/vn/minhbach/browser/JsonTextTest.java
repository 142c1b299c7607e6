package vn.minhbach.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.adapter.PlainTree;

/** The browser's reader of JSON takes what the server's takes, reads it alike, and nothing else. */
class JsonTextTest {

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"a\"",
    "\"b\"",
    "\"\\u00e9\\n\"",
    "\"ế\"",
    "1",
    "-0",
    "0.50",
    "1e3",
    "2E-2",
    "01",
    "-",
    "1.",
    "true",
    "false",
    "null",
    "nul",
    " ",
    "\n",
    "\"",
    "\\",
    "9223372036854775808",
    "-9223372036854775808",
    "\u0001"
  };

  private static Optional<Object> own(String text) {
    try {
      return Optional.of(told(JsonText.read(text)));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Object> server(String text) {
    try {
      return Optional.of(told(PlainTree.of(text)));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  // Classes too: a verifier compares numbers as they were read.
  private static String told(Object tree) {
    return tree
        + " "
        + (tree == null ? "" : tree.getClass().getSimpleName().replaceAll(".*Map", "Map"));
  }

  @Property(tries = 2_000)
  void aTreeIsReadAlike(@ForAll long seed) {
    var random = new Random(seed);
    String text = value(random, 0);
    assertEquals(server(text), own(text), text);
  }

  @Property(tries = 5_000)
  void whateverIsPutTogetherIsReadOrRefusedAlike(@ForAll long seed) {
    var random = new Random(seed);
    var text = new StringBuilder(value(random, 2));
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.insert(random.nextInt(text.length() + 1), PIECES[random.nextInt(PIECES.length)]);
    }
    assertEquals(server(text.toString()), own(text.toString()), text::toString);
  }

  private static String value(Random random, int depth) {
    int kind = random.nextInt(depth > 3 ? 4 : 6);
    if (kind < 4) {
      return PIECES[6 + random.nextInt(8)].replace("\"b\"", "\"b" + random.nextInt(9) + "\"");
    }
    var out = new StringBuilder(kind == 4 ? "[" : "{");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : random.nextBoolean() ? "," : " ,\n");
      if (kind == 5) {
        // One name in five stands twice.
        out.append("\"k").append(random.nextInt(5) == 0 ? 0 : i).append("\":");
      }
      out.append(value(random, depth + 1));
    }
    return out.append(kind == 4 ? "]" : "}").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":2}",
        "[1] x",
        "[1,]",
        "{\"a\":1,}",
        "'a'",
        "\"\t\"",
        "NaN",
        "+1",
        ".5",
        "\"\\x\"",
        "\uFEFF1"
      })
  void isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PlainTree.of(text), "by the server");
    assertThrows(IllegalArgumentException.class, () -> JsonText.read(text), "by the browser");
  }

  @ParameterizedTest
  @ValueSource(ints = {49, 50, 51, 60})
  void nestsAsDeep(int depth) {
    String text = "[".repeat(depth) + "]".repeat(depth);
    assertEquals(server(text).isPresent(), own(text).isPresent(), "depth " + depth);
  }

  @ParameterizedTest
  @ValueSource(ints = {39, 40, 41, 60})
  void takesNumbersAsLong(int digits) {
    String whole = "1".repeat(digits);
    assertEquals(server(whole), own(whole), "whole, " + digits);
    String fraction = "0." + "1".repeat(digits - 1);
    assertEquals(server(fraction), own(fraction), "fraction, " + digits);
  }
}
