package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Refusal.Violation;

class NodeNumberTest {

  private static final BigDecimal MAX = BigDecimal.valueOf(1000);

  @Test
  void readsEveryExactNumberAsOneNormalForm() {
    assertEquals("[12]", decimal(12));
    assertEquals("[12]", decimal(12L));
    assertEquals("[12]", decimal(BigInteger.valueOf(12)));
    assertEquals("[12]", decimal(new BigDecimal("12.000")));
    assertEquals("[100]", decimal(new BigDecimal("1e2")));
    assertEquals("[12.5]", decimal(new BigDecimal("12.50")));
    assertEquals("[0]", decimal(new BigDecimal("0e-999999999")));
  }

  @Test
  void refusesWhatIsNoExactNumber() {
    assertEquals("WRONG_TYPE", decimal("12"));
    assertEquals("WRONG_TYPE", decimal(true));
    assertEquals("WRONG_TYPE", decimal(List.of(1)));
    assertEquals("WRONG_TYPE", decimal(0.1d));
    assertEquals("MISSING_FIELD", decimal(null));
  }

  @Test
  void refusesNumbersOutsideTheRangeOrTooFine() {
    assertEquals("NEGATIVE", decimal(-1));
    assertEquals("OUT_OF_RANGE", decimal(1001));
    assertEquals("TOO_MANY_DECIMALS", decimal(new BigDecimal("1.001")));
  }

  @Test
  void neverWritesOutAHugeExponent() {
    assertEquals("OUT_OF_RANGE", decimal(new BigDecimal("1e999999999")));
    assertEquals("NEGATIVE", decimal(new BigDecimal("-1e999999999")));
    assertEquals("TOO_MANY_DECIMALS", decimal(new BigDecimal("1e-999999999")));
    assertEquals(
        "NOT_A_WHOLE_NUMBER", read(new BigDecimal("1e-999999999"), node -> node.integer(0, 10)));
    assertEquals("OUT_OF_RANGE", read(new BigDecimal("1e999999999"), node -> node.integer(0, 10)));
    assertEquals("0", read(new BigDecimal("0e-999999999"), node -> node.integer(0, 10)));
  }

  @Test
  void notesOneFaultOnceHoweverOftenItIsRead() {
    Outcome<Object> outcome =
        Node.read(
            Map.of("a", "no object"),
            InputProblem.INVALID_BODY::of,
            root -> {
              root.field("a").field("b").text(4_000);
              root.field("a").field("c").number();
              root.field("a").only("b", "c");
              return Object::new;
            });

    Refusal refusal = outcome.fold(refused -> refused, accepted -> null);
    assertEquals(List.of("a"), refusal.violations().stream().map(Violation::place).toList());
    assertEquals("1", refusal.facts().get("count"));
  }

  private static String decimal(Object value) {
    return read(value, node -> node.decimal(BigDecimal.ZERO, MAX, 2).stream().toList());
  }

  private static String read(Object value, Function<Node, Object> reading) {
    var tree = new HashMap<String, Object>();
    tree.put("n", value);
    Outcome<Object> outcome =
        Node.read(
            tree,
            InputProblem.INVALID_BODY::of,
            root -> {
              Object read = reading.apply(root.field("n"));
              return () -> read;
            });
    return outcome.fold(
        refusal -> refusal.violations().getFirst().problem().toString(), String::valueOf);
  }
}
