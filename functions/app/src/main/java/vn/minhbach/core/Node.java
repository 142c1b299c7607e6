package vn.minhbach.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
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
  private final Faults violations;

  private Node(Object value, String place, Faults violations) {
    this.value = value;
    this.place = place;
    this.violations = violations;
  }

  /**
   * Reads a whole tree. {@code shape} reads the fields and answers how to build the value; that is
   * done only when no fault was noted. Refused otherwise, each fault a violation.
   *
   * @param refused what is said of the whole, of so many faults
   */
  public static <T> Outcome<T> read(
      Object tree, IntFunction<Fault> refused, Function<Node, Supplier<T>> shape) {
    // Reading ten fields of what is no object notes the same fault ten times; it is told once.
    var violations = new Faults();
    Supplier<T> build = shape.apply(new Node(tree, "", violations));
    if (violations.none()) {
      return Outcome.accepted(build.get());
    }
    return Outcome.refused(Refusal.of(refused.apply(violations.count()), violations.told()));
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
  public void fault(Fault fault) {
    violations.add(Violation.at(place, fault));
  }

  /** Notes a fault at a field of this node. */
  public void faultAt(String field, Fault fault) {
    violations.add(Violation.at(placeOf(field), fault));
  }

  /** Whether anything was noted so far, anywhere in the tree. */
  public boolean faulty() {
    return !violations.none();
  }

  /** Refuses fields other than these. */
  public Node only(String... known) {
    if (object()) {
      for (Object key : map().keySet()) {
        if (!Arrays.asList(known).contains(String.valueOf(key))) {
          faultAt(String.valueOf(key), InputProblem.UNKNOWN_FIELD.of(List.of(known)));
        }
      }
    }
    return this;
  }

  /** A field that must be there. */
  public Node field(String key) {
    if (object() && map().get(key) != null) {
      return child(key);
    }
    if (value instanceof Map) {
      faultAt(key, InputProblem.MISSING_FIELD.of());
    }
    // Said once: what is read of a field that is not there is not at fault again.
    return new Node(null, placeOf(key), new Faults());
  }

  /** A field that may be missing or null. */
  public Optional<Node> optional(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null
        ? Optional.of(child(key))
        : Optional.empty();
  }

  /** The members of an object, in order; nothing of it is read where there are more. */
  public Map<String, Node> fields(int max) {
    var fields = new LinkedHashMap<String, Node>();
    if (object() && few(map().size(), max)) {
      map().keySet().forEach(key -> fields.put(String.valueOf(key), child(String.valueOf(key))));
    }
    return fields;
  }

  /**
   * The elements of an array, in order; nothing of it is read where there are more. There is no
   * list without a bound: each costs whoever reads it.
   */
  public List<Node> items(int max) {
    if (!(value instanceof List<?> list)) {
      wrongType("một danh sách", "a list");
      return List.of();
    }
    var items = new ArrayList<Node>();
    if (!few(list.size(), max)) {
      return items;
    }
    for (int i = 0; i < list.size(); i++) {
      items.add(new Node(list.get(i), place + "[" + i + "]", violations));
    }
    return items;
  }

  /** One line of 1 to {@code max} characters: a name, a code, a number of a paper. */
  public String text(int max) {
    String text = plain(max);
    if (PlainText.severalLines(text) && !PlainText.blank(text)) {
      fault(InputProblem.ONE_LINE.of());
    }
    return text;
  }

  /** A text of 1 to 4,000 characters, of as many lines as its writer likes. */
  public String lines() {
    return lines(TEXT_MAX);
  }

  /** A text of 1 to {@code max} characters, of as many lines as its writer likes; ends as LF. */
  public String lines(int max) {
    return PlainText.lines(plain(max));
  }

  private String plain(int max) {
    if (!(value instanceof String text)) {
      wrongType("một chuỗi ký tự", "a text");
      return "";
    }
    OptionalInt refused = PlainText.refused(text);
    if (refused.isPresent()) {
      int position = refused.getAsInt();
      fault(InputProblem.CONTROL_CHARACTER.of(position, PlainText.named(text, position)));
    } else if (PlainText.blank(text)) {
      fault(InputProblem.BLANK.of());
    } else if (text.length() > max) {
      fault(InputProblem.TOO_LONG.of(text.length(), max));
    }
    return text;
  }

  /** A text, or a whole number as a text: a page may be {@code 4} or {@code "mục II, trang 4"}. */
  public String textOrNumber(int max) {
    return value instanceof Number ? String.valueOf(integer(0, Integer.MAX_VALUE)) : text(max);
  }

  /** A code, a name of a choice or an address: the text as a reader sees it. */
  public String code(int max) {
    return SeenText.of(text(max));
  }

  /**
   * One of the given texts; the first of them when faulty, so that it can be made into what it
   * names.
   */
  public String oneOf(String... known) {
    if (!(value instanceof String sent)) {
      wrongType("một chuỗi ký tự", "a text");
      return first(known);
    }
    String text = SeenText.of(sent);
    if (!Arrays.asList(known).contains(text)) {
      fault(InputProblem.UNKNOWN_VALUE.of(text, List.of(known)));
      return first(known);
    }
    return text;
  }

  // What is known may be read from the same tree, and there be nothing.
  private static String first(String... known) {
    return known.length == 0 ? "" : known[0];
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
    return exact().orElse(BigDecimal.ZERO);
  }

  /**
   * A number from {@code min} to {@code max} with at most so many decimals, without trailing zeros;
   * empty when faulty, so that what is computed from it can be left out.
   */
  public Optional<BigDecimal> decimal(BigDecimal min, BigDecimal max, int decimals) {
    return exact()
        .filter(number -> within(number, min, max) && precise(number, decimals))
        .map(number -> decimal(number, min, max, decimals));
  }

  /**
   * The same of a plain value that stands in no tree; null when faulty, without a word of why. For
   * whoever reads a hundred thousand of them.
   */
  public static BigDecimal decimal(Object value, BigDecimal min, BigDecimal max, int decimals) {
    BigDecimal number = exact(value);
    if (number == null || number.compareTo(min) < 0 || number.compareTo(max) > 0) {
      return null;
    }
    // 0e-999999999 is a zero that nobody must write out.
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal plain = number.scale() == 0 ? number : plain(number);
    return plain.scale() <= decimals ? plain : null;
  }

  /** A whole number; {@code 3.0} counts as one, {@code 3.5} does not. */
  public long integer(long min, long max) {
    return exact()
        .filter(number ->
            precise(number, 0) && within(number, BigDecimal.valueOf(min), BigDecimal.valueOf(max)))
        .map(BigDecimal::longValueExact)
        .orElse(min);
  }

  /** An e-mail address, checked for its form only. */
  public String email() {
    String sent = text(EmailAddress.MAX);
    String email = SeenText.of(sent);
    boolean told = PlainText.blank(sent) || PlainText.severalLines(sent);
    if (!told && !EmailAddress.valid(email)) {
      fault(InputProblem.BAD_EMAIL.of(email));
    }
    return email;
  }

  /** A day as {@code 2020-09-30}, of the years of {@link PlainTime}. */
  public LocalDate date() {
    if (!(value instanceof String sent)) {
      wrongType("một chuỗi ký tự", "a text");
      return LocalDate.EPOCH;
    }
    String text = SeenText.of(sent);
    Optional<LocalDate> day = PlainTime.day(text);
    if (day.isEmpty()) {
      fault(InputProblem.BAD_DATE.of(text));
    }
    return day.orElse(LocalDate.EPOCH);
  }

  private Optional<BigDecimal> exact() {
    Optional<BigDecimal> number = Optional.ofNullable(exact(value));
    if (number.isEmpty()) {
      wrongType("một số", "a number");
    }
    return number;
  }

  private static BigDecimal exact(Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case BigInteger number -> new BigDecimal(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case null, default -> null;
    };
  }

  private boolean within(BigDecimal number, BigDecimal min, BigDecimal max) {
    if (number.compareTo(min) >= 0 && number.compareTo(max) <= 0) {
      return true;
    }
    fault(
        number.signum() < 0 && min.signum() >= 0
            ? InputProblem.NEGATIVE.of(shown(number), min)
            : InputProblem.OUT_OF_RANGE.of(
                shown(number), min.toPlainString(), max.toPlainString()));
    return false;
  }

  private boolean precise(BigDecimal number, int decimals) {
    if (number.signum() == 0 || number.stripTrailingZeros().scale() <= decimals) {
      return true;
    }
    fault(
        decimals == 0
            ? InputProblem.NOT_A_WHOLE_NUMBER.of(shown(number))
            : InputProblem.TOO_MANY_DECIMALS.of(shown(number), decimals));
    return false;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  // A huge exponent (1e999999999) must not be written out digit by digit.
  private static String shown(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }

  private boolean few(int size, int max) {
    if (size > max) {
      fault(InputProblem.TOO_MANY.of(size, max));
    }
    return size <= max;
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
        InputProblem.WRONG_TYPE.of(
            new Bilingual(expectedVi, expected),
            new Bilingual(
                kind("không có gì", "chuỗi ký tự", "số", "true/false", "danh sách", "đối tượng"),
                kind("nothing", "a text", "a number", "true/false", "a list", "an object"))));
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
