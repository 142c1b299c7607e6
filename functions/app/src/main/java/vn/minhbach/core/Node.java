package vn.minhbach.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Refusal.Violation;

/**
 * Reads a tree of plain values (maps, lists, strings, numbers, booleans, null) as it came from
 * JSON, and notes every fault with its place instead of stopping at the first.
 *
 * <p>A faulty read gives a neutral value (empty text, zero, false), so that reading can go on; the
 * result is built only when nothing was noted, see {@link #read}.
 */
public final class Node {

  private static final int TEXT_MAX = 4_000;

  private final Object value;
  private final String place;
  private final List<Violation> violations;

  private Node(Object value, String place, List<Violation> violations) {
    this.value = value;
    this.place = place;
    this.violations = violations;
  }

  /**
   * Reads a whole tree. {@code shape} reads the fields and answers how to build the value; that is
   * done only when no fault was noted. Refused with {@code problem}, each fault a violation.
   */
  public static <T> Outcome<T> read(
      Object tree, Problem problem, Function<Node, Supplier<T>> shape, String... facts) {
    var violations = new ArrayList<Violation>();
    Supplier<T> build = shape.apply(new Node(tree, "", violations));
    if (violations.isEmpty()) {
      return Outcome.accepted(build.get());
    }
    String[] all = Arrays.copyOf(facts, facts.length + 2);
    all[facts.length] = "count";
    all[facts.length + 1] = String.valueOf(violations.size());
    return Outcome.refused(Refusal.of(problem, violations, all));
  }

  /** Where in the tree, as {@code groups[1].criteria[4].scoring}; empty at the root. */
  public String place() {
    return place;
  }

  /** The plain value behind this node; null when missing. */
  public Object raw() {
    return value;
  }

  /** Notes a fault at this node. */
  public void fault(Problem problem, String... facts) {
    violations.add(Violation.at(place, problem, facts));
  }

  /** Notes a fault at a field of this node. */
  public void faultAt(String field, Problem problem, String... facts) {
    violations.add(Violation.at(placeOf(field), problem, facts));
  }

  /** Whether anything was noted so far, anywhere in the tree. */
  public boolean faulty() {
    return !violations.isEmpty();
  }

  /** Refuses fields other than these. */
  public Node only(String... known) {
    if (object()) {
      for (Object key : map().keySet()) {
        if (!Arrays.asList(known).contains(String.valueOf(key))) {
          faultAt(String.valueOf(key), Problem.UNKNOWN_FIELD, "known", String.join(", ", known));
        }
      }
    }
    return this;
  }

  /** A field that must be there. */
  public Node field(String key) {
    if (object() && map().get(key) == null) {
      faultAt(key, Problem.MISSING_FIELD);
      return new Node(null, placeOf(key), new ArrayList<>());
    }
    return child(key);
  }

  /** A field that may be missing or null. */
  public Optional<Node> optional(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null
        ? Optional.of(child(key))
        : Optional.empty();
  }

  /** The members of an object, in order. */
  public Map<String, Node> fields() {
    var fields = new LinkedHashMap<String, Node>();
    if (object()) {
      map().keySet().forEach(key -> fields.put(String.valueOf(key), child(String.valueOf(key))));
    }
    return fields;
  }

  /** The elements of an array, in order. */
  public List<Node> items() {
    if (!(value instanceof List<?> list)) {
      wrongType("một danh sách", "a list");
      return List.of();
    }
    var items = new ArrayList<Node>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Node(list.get(i), place + "[" + i + "]", violations));
    }
    return items;
  }

  /** A text of 1 to 4,000 characters that is not blank. */
  public String text() {
    return text(TEXT_MAX);
  }

  /** A text of 1 to {@code max} characters that is not blank. */
  public String text(int max) {
    if (!(value instanceof String text)) {
      wrongType("một chuỗi ký tự", "a text");
      return "";
    }
    if (text.isBlank()) {
      fault(Problem.BLANK);
    } else if (text.length() > max) {
      fault(
          Problem.TOO_LONG, "length", String.valueOf(text.length()), "limit", String.valueOf(max));
    }
    return text;
  }

  /** One of the given texts. */
  public String oneOf(String... known) {
    if (!(value instanceof String text)) {
      wrongType("một chuỗi ký tự", "a text");
      return known[0];
    }
    if (!Arrays.asList(known).contains(text)) {
      fault(Problem.UNKNOWN_VALUE, "value", text, "known", String.join(", ", known));
    }
    return text;
  }

  public boolean bool() {
    if (value instanceof Boolean bool) {
      return bool;
    }
    wrongType("true hoặc false", "true or false");
    return false;
  }

  /** A number, exact. */
  public BigDecimal number() {
    return switch (value) {
      case BigDecimal number -> number;
      case BigInteger number -> new BigDecimal(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case null, default -> {
        wrongType("một số", "a number");
        yield BigDecimal.ZERO;
      }
    };
  }

  /** A whole number; {@code 3.0} counts as one, {@code 3.5} does not. */
  public long integer(long min, long max) {
    BigDecimal number = number();
    if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
      fault(Problem.NOT_A_WHOLE_NUMBER, "value", number.toPlainString());
      return min;
    }
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      fault(
          number.signum() < 0 && min >= 0 ? Problem.NEGATIVE : Problem.OUT_OF_RANGE,
          "value",
          shown(number),
          "min",
          String.valueOf(min),
          "max",
          String.valueOf(max));
      return min;
    }
    return number.longValueExact();
  }

  /** A date as {@code 2020-09-30}. */
  public LocalDate date() {
    String text = text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      if (value instanceof String) {
        fault(Problem.BAD_DATE, "value", text);
      }
      return LocalDate.EPOCH;
    }
  }

  // A huge exponent (1e999999999) must not be written out digit by digit.
  private static String shown(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }

  private boolean object() {
    if (value instanceof Map) {
      return true;
    }
    wrongType("một đối tượng", "an object");
    return false;
  }

  private Map<?, ?> map() {
    return (Map<?, ?>) value;
  }

  private Node child(String key) {
    return new Node(value instanceof Map<?, ?> map ? map.get(key) : null, placeOf(key), violations);
  }

  private String placeOf(String field) {
    return place.isEmpty() ? field : place + "." + field;
  }

  private void wrongType(String expectedVi, String expected) {
    fault(
        Problem.WRONG_TYPE,
        "expectedVi",
        expectedVi,
        "expected",
        expected,
        "actualVi",
        kind("không có gì", "chuỗi ký tự", "số", "true/false", "danh sách", "đối tượng"),
        "actual",
        kind("nothing", "a text", "a number", "true/false", "a list", "an object"));
  }

  private String kind(
      String nothing, String text, String number, String bool, String list, String object) {
    return switch (value) {
      case null -> nothing;
      case String ignored -> text;
      case Boolean ignored -> bool;
      case List<?> ignored -> list;
      case Map<?, ?> ignored -> object;
      default -> number;
    };
  }
}
