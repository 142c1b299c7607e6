package vn.minhbach.local.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The part of JSON Schema 2020-12 that openapi.yaml is written in. A keyword that is not known here
 * is an exception: a description that nobody checks is worth nothing.
 */
final class Schemas {

  private static final Set<String> REMARKS =
      Set.of(
          "description", "title", "example", "examples", "default", "readOnly", "contentMediaType");

  private final Map<?, ?> document;
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  Schemas(Map<?, ?> document) {
    this.document = document;
  }

  /** What a reference stands for, or the thing itself. */
  Map<?, ?> resolved(Object node) {
    Map<?, ?> map = (Map<?, ?>) node;
    Object reference = map.get("$ref");
    if (reference == null) {
      return map;
    }
    Object target = document;
    for (String part : reference.toString().substring(2).split("/")) {
      target = target instanceof Map<?, ?> parent ? parent.get(part) : null;
    }
    if (!(target instanceof Map<?, ?>)) {
      throw new IllegalArgumentException("dangling reference " + reference);
    }
    return resolved(target);
  }

  /** What in a tree is not as the schema says, each with its place. */
  List<String> faults(Object schema, Object value, String place) {
    var faults = new ArrayList<String>();
    if (schema != null) {
      check(resolved(schema), value, place, faults);
    }
    return faults;
  }

  private void check(Map<?, ?> schema, Object value, String place, List<String> faults) {
    if (schema.containsKey("type")
        && list(schema.get("type")).stream().noneMatch(t -> is(t, value))) {
      faults.add(place + " is " + shown(value) + ", not " + schema.get("type"));
      return;
    }
    schema.forEach((keyword, said) -> {
      switch (keyword.toString()) {
        case "type", "additionalProperties" -> {} // above; with properties
        case "enum" -> {
          if (list(said).stream().noneMatch(one -> same(one, value))) {
            faults.add(place + " is " + shown(value) + ", none of " + said);
          }
        }
        case "const" -> {
          if (!same(said, value)) {
            faults.add(place + " is " + shown(value) + ", not " + said);
          }
        }
        case "oneOf" -> oneOf(list(said), value, place, faults);
        case "required",
            "properties",
            "propertyNames",
            "minProperties",
            "maxProperties" -> {} // object()
        case "items", "minItems", "maxItems", "uniqueItems" -> {} // array()
        case "pattern", "minLength", "maxLength", "format" -> {} // text()
        case "minimum", "maximum" -> {} // number()
        default -> {
          if (!REMARKS.contains(keyword.toString())) {
            throw new IllegalArgumentException(place + ": unknown keyword " + keyword);
          }
        }
      }
    });
    switch (value) {
      case Map<?, ?> map -> object(schema, map, place, faults);
      case List<?> list -> array(schema, list, place, faults);
      case String text -> text(schema, text, place, faults);
      case Number number -> number(schema, exact(number), place, faults);
      case null, default -> {}
    }
  }

  private void oneOf(List<?> choices, Object value, String place, List<String> faults) {
    List<List<String>> tried =
        choices.stream().map(choice -> faults(choice, value, place)).toList();
    long fitting = tried.stream().filter(List::isEmpty).count();
    if (fitting != 1) {
      faults.add(place + " fits " + fitting + " of " + choices.size() + " choices: " + tried);
    }
  }

  private void object(Map<?, ?> schema, Map<?, ?> value, String place, List<String> faults) {
    Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    Object more = schema.get("additionalProperties");
    for (Object name : list(schema.get("required"))) {
      if (!value.containsKey(name)) {
        faults.add(place + "." + name + " is missing");
      }
    }
    if (schema.get("minProperties") instanceof Integer min && value.size() < min
        || schema.get("maxProperties") instanceof Integer max && value.size() > max) {
      faults.add(place + " has " + value.size() + " fields");
    }
    value.forEach((name, inner) -> {
      String at = place + "." + name;
      if (schema.containsKey("propertyNames")) {
        faults.addAll(faults(schema.get("propertyNames"), name, at + " (name)"));
      }
      if (known.containsKey(name)) {
        check(resolved(known.get(name)), inner, at, faults);
      } else if (Boolean.FALSE.equals(more)) {
        faults.add(at + " is not described");
      } else if (more instanceof Map<?, ?>) {
        check(resolved(more), inner, at, faults);
      }
    });
  }

  private void array(Map<?, ?> schema, List<?> value, String place, List<String> faults) {
    if (schema.containsKey("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(resolved(schema.get("items")), value.get(i), place + "[" + i + "]", faults);
      }
    }
    if (schema.get("minItems") instanceof Integer min && value.size() < min
        || schema.get("maxItems") instanceof Integer max && value.size() > max) {
      faults.add(place + " has " + value.size() + " elements");
    }
    if (Boolean.TRUE.equals(schema.get("uniqueItems"))
        && value.stream().distinct().count() != value.size()) {
      faults.add(place + " names something twice");
    }
  }

  private static void text(Map<?, ?> schema, String value, String place, List<String> faults) {
    Object pattern = schema.get("pattern");
    if (pattern != null && !pattern(pattern.toString()).matcher(value).find()) {
      faults.add(place + " is " + shown(value) + ", not like " + pattern);
    }
    if (schema.get("minLength") instanceof Integer min && value.length() < min
        || schema.get("maxLength") instanceof Integer max && value.length() > max) {
      faults.add(place + " has " + value.length() + " characters");
    }
    Object format = schema.get("format");
    if (format != null && !formatted(format.toString(), value)) {
      faults.add(place + " is " + shown(value) + ", not a " + format);
    }
  }

  private static boolean formatted(String format, String value) {
    try {
      switch (format) {
        case "date" -> LocalDate.parse(value);
        case "date-time" -> Instant.parse(value);
        case "uri", "uri-reference" -> URI.create(value);
        // Bytes are no text; what they are, the content type says.
        case "binary" -> {}
        default -> throw new UnsupportedOperationException("unknown format " + format);
      }
      return true;
    } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
      return false;
    }
  }

  private static void number(
      Map<?, ?> schema, BigDecimal value, String place, List<String> faults) {
    if (schema.get("minimum") instanceof Number min && value.compareTo(exact(min)) < 0
        || schema.get("maximum") instanceof Number max && value.compareTo(exact(max)) > 0) {
      faults.add(place + " is " + value + ", out of range");
    }
  }

  private static boolean is(Object type, Object value) {
    return switch (type.toString()) {
      case "null" -> value == null;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "number" -> value instanceof Number;
      case "integer" ->
          value instanceof Number number && exact(number).stripTrailingZeros().scale() <= 0;
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private static boolean same(Object said, Object value) {
    return said instanceof Number one && value instanceof Number other
        ? exact(one).compareTo(exact(other)) == 0
        : Objects.equals(said, value);
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigInteger whole
        ? new BigDecimal(whole)
        : new BigDecimal(number.toString());
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  private static String shown(Object value) {
    String text = value instanceof String ? "'" + value + "'" : String.valueOf(value);
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static Pattern pattern(String expression) {
    return PATTERNS.computeIfAbsent(expression, Pattern::compile);
  }
}
