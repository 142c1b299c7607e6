package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever comes in is read to the end, and every fault is told with its place. */
class NodeTest {

  @Test
  void buildsOnlyWhatIsWithoutFault() {
    assertEquals(
        "An, 2020-09-30, 3",
        read(
            Map.of("name", "An", "on", "2020-09-30", "list", List.of(1, 2, 3)),
            node -> {
              String name = node.field("name").text(4_000);
              LocalDate on = node.field("on").date();
              int size = node.field("list").items(10).size();
              return () -> name + ", " + on + ", " + size;
            }));
    assertEquals(
        "name MISSING_FIELD",
        read(
            Map.of(),
            node -> {
              node.field("name").text(4_000);
              return () -> {
                throw new AssertionError("built from a fault");
              };
            }));
  }

  @Test
  void tellsEveryFaultWithItsPlace() {
    assertEquals(
        "extra UNKNOWN_FIELD, signedBy.name BLANK, list[1] WRONG_TYPE, list[2].on BAD_DATE",
        read(
            tree(
                "extra", 1,
                "signedBy", Map.of("name", " "),
                "list", List.of("a", 7, Map.of("on", "30/9/2020"))),
            node -> {
              node.only("signedBy", "list");
              node.field("signedBy").field("name").text(4_000);
              List<Node> items = node.field("list").items(10);
              items.get(0).text(4_000);
              items.get(1).text(4_000);
              items.get(2).field("on").date();
              return () -> "built";
            }));
  }

  @Test
  void anythingButAnObjectIsToldOnceAndAtTheRoot() {
    for (Object tree : Arrays.asList("text", 1, true, List.of(1), null)) {
      assertEquals(
          " WRONG_TYPE",
          read(
              tree,
              node -> {
                node.only("a", "b");
                node.fields(10);
                node.optional("c");
                return () -> "built";
              }));
    }
  }

  @Test
  void nullIsAsGoodAsMissing() {
    var tree = new HashMap<String, Object>();
    tree.put("a", null);
    assertEquals(
        "a MISSING_FIELD",
        read(
            tree,
            node -> {
              assertTrue(node.optional("a").isEmpty());
              node.field("a").text(4_000);
              return () -> "built";
            }));
  }

  @Test
  void textsAreNeitherBlankNorEndless() {
    assertEquals("ok", text("ok"));
    assertEquals("4000", text("x".repeat(4000)).length() + "");
    assertEquals("v TOO_LONG", text("x".repeat(4001)));
    assertEquals("v BLANK", text(" \t\n"));
    assertEquals("v BLANK", text(""));
    assertEquals("v WRONG_TYPE", text(5));
  }

  @Test
  void textOfNothingThatCanBeSeenIsNoText() {
    for (String invisible :
        new String[] {
          "\u200B", "\u00A0\u3000", "\u2060\uFEFF", "\u3164", "\u2800", "\uFE0F", "\u00AD"
        }) {
      assertEquals("v BLANK", text(invisible));
    }
    assertEquals("\u200Bx", text("\u200Bx"));
  }

  @Test
  void nameIsOneLineAndNoteHasOneKindOfLineEnd() {
    for (String end :
        new String[] {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f"}) {
      assertEquals("v ONE_LINE", text("a" + end + "b"));
      assertEquals("a\nb", lines("a" + end + "b"));
    }
    assertEquals("a\tb", text("a\tb"));
    assertEquals("a\n\nb", lines("a\r\r\nb"));
  }

  @Test
  void controlCharacterIsToldByItsPositionAndName() {
    for (String bad :
        new String[] {
          "\u0000", "\u0007", "\u001B", "\u007F", "\u009F", "\u202E", "\u2066", "\uFFFE", "\uFDD0",
          "\uD83D"
        }) {
      assertEquals("v CONTROL_CHARACTER", text("a" + bad + "b"));
      assertEquals("v CONTROL_CHARACTER", lines("a" + bad + "b"));
    }
    Refusal refusal =
        Node.read(
                Map.of("v", "😀b\u0007"),
                InputProblem.INVALID_BODY::of,
                node -> value(node.field("v").lines()))
            .fold(found -> found, value -> null);
    assertTrue(
        refusal
            .violations()
            .getFirst()
            .detail(Language.EN)
            .contains("character 3 is a control character that nobody sees (U+0007)"),
        refusal::toString);
  }

  @Test
  void listsHaveABoundBeyondWhichNothingIsRead() {
    var many = java.util.Collections.nCopies(3, "x");
    assertEquals(
        "v TOO_MANY",
        read(
            Map.of("v", many),
            node -> value(node.field("v").items(2).stream().map(item -> item.text(1)).toList())));
    assertEquals(
        "v TOO_MANY",
        read(
            Map.of("v", Map.of("a", 1, "b", 2, "c", 3)),
            node -> value(node.field("v").fields(2).keySet())));
  }

  @Test
  void onlySoManyFaultsAreTold() {
    var many = java.util.Collections.nCopies(Faults.TOLD_MAX + 7, 1);
    Refusal refusal =
        Node.read(
                Map.of("v", many),
                InputProblem.INVALID_BODY::of,
                node ->
                    value(
                        node.field("v").items(10_000).stream().map(item -> item.text(1)).toList()))
            .fold(found -> found, value -> null);
    assertEquals(Faults.TOLD_MAX + 1, refusal.violations().size());
    assertEquals(String.valueOf(Faults.TOLD_MAX + 7), refusal.facts().get("count"));
    assertEquals("7", refusal.violations().getLast().facts().get("count"));
  }

  @Test
  void valueIsToldShortened() {
    Refusal refusal =
        Node.read(
                Map.of("v", "x".repeat(200_000)),
                InputProblem.INVALID_BODY::of,
                node -> value(node.field("v").oneOf("A")))
            .fold(found -> found, value -> null);
    assertTrue(refusal.violations().getFirst().detail(Language.VI).length() < 2_000);
  }

  @Test
  void wholeNumbersMayComeAsTextWhereAPageIsMeant() {
    assertEquals("4", read(Map.of("v", 4), node -> value(node.field("v").textOrNumber(10))));
    assertEquals(
        "II, 4", read(Map.of("v", "II, 4"), node -> value(node.field("v").textOrNumber(10))));
    assertEquals(
        "v NOT_A_WHOLE_NUMBER",
        read(
            Map.of("v", new java.math.BigDecimal("4.5")),
            node -> value(node.field("v").textOrNumber(10))));
  }

  @Test
  void knownValuesAndTruthsAreTakenLiterally() {
    assertEquals("B", read(Map.of("v", "B"), node -> value(node.field("v").oneOf("A", "B"))));
    assertEquals(
        "v UNKNOWN_VALUE", read(Map.of("v", "b"), node -> value(node.field("v").oneOf("A", "B"))));
    // What is made of it must be possible though it was refused.
    assertEquals(
        "v UNKNOWN_VALUE",
        read(
            Map.of("v", "nobody"),
            node -> value(Language.valueOf(node.field("v").oneOf("VI", "EN")))));
    assertEquals("v UNKNOWN_VALUE", read(Map.of("v", "b"), node -> value(node.field("v").oneOf())));
    assertEquals("true", read(Map.of("v", true), node -> value(node.field("v").bool())));
    assertEquals("v WRONG_TYPE", read(Map.of("v", "true"), node -> value(node.field("v").bool())));
    assertEquals("v WRONG_TYPE", read(Map.of("v", 1), node -> value(node.field("v").bool())));
  }

  @Test
  void datesAreWrittenInOneWay() {
    assertEquals("2020-02-29", date("2020-02-29"));
    assertEquals("v BAD_DATE", date("2021-02-29"));
    assertEquals("v BAD_DATE", date("2020-9-30"));
    assertEquals("1900-01-01", date("1900-01-01"));
    assertEquals("2100-12-31", date("2100-12-31"));
    for (String far :
        new String[] {
          "1899-12-31", "2101-01-01", "+999999999-12-31", "-0001-01-01", "0000-01-01"
        }) {
      assertEquals("v BAD_DATE", date(far));
    }
    assertEquals("v BAD_DATE", date("2020-09-30T00:00:00Z"));
    assertEquals("v WRONG_TYPE", date(20200930));
  }

  @Test
  void refusalNamesWhatWasWantedAndWhatCameInBothLanguages() {
    Refusal refusal =
        Node.read(
                Map.of("v", List.of()),
                InputProblem.INVALID_BODY::of,
                node -> value(node.field("v").text(4_000)))
            .fold(found -> found, value -> null);
    Refusal.Violation violation = refusal.violations().getFirst();
    assertEquals("“v”: cần một chuỗi ký tự, nhận được danh sách.", violation.detail(Language.VI));
    assertEquals("“v”: a text is needed, a list was sent.", violation.detail(Language.EN));
    assertEquals(
        "The body has 1 faults; nothing was written. Mend each place named below.",
        refusal.detail(Language.EN));
  }

  private static String lines(Object value) {
    return read(Map.of("v", value), node -> value(node.field("v").lines(4_000)));
  }

  private static String text(Object value) {
    return read(Map.of("v", value), node -> value(node.field("v").text(4_000)));
  }

  private static String date(Object value) {
    return read(Map.of("v", value), node -> value(node.field("v").date()));
  }

  private static Supplier<String> value(Object value) {
    return () -> String.valueOf(value);
  }

  private static String read(Object tree, Function<Node, Supplier<String>> shape) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, shape)
        .fold(
            refusal ->
                String.join(
                    ", ",
                    refusal.violations().stream()
                        .map(violation -> violation.place() + " " + violation.problem())
                        .toList()),
            value -> value);
  }

  // In order, so that faults come in an order that can be told.
  private static Map<String, Object> tree(Object... members) {
    var tree = new java.util.LinkedHashMap<String, Object>();
    for (int i = 0; i < members.length; i += 2) {
      tree.put((String) members[i], members[i + 1]);
    }
    return tree;
  }
}
