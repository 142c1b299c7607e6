package vn.minhbach.local.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vn.minhbach.local.openapi.OpenApi;

/**
 * Values as a schema says, and values that somebody sends who means no good or knows no better: for
 * each kind those just beyond its bounds, and everything that has ever made a server fall.
 */
final class Hostile {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u200B",
          "\u00A0\uFEFF",
          "null",
          "\u0000",
          "a\u0000b",
          "a\u000Bb",
          "a\r\nb",
          "\u2028",
          "\uFFFE",
          "\u202Etxt.exe",
          "Sơ\u0309 No\u0323\u0302i vu\u0323",
          "𝟙𝟚𝟛",
          "１",
          "٣",
          "../../etc/passwd",
          "a/b",
          "%2e%2e%2f",
          "{unit}",
          "{",
          "${jndi:ldap://x}",
          "<script>alert(1)</script>",
          "'; DROP TABLE units; --",
          "=1+1",
          "OFFICE-DIGEST",
          "PERSON-1",
          "*",
          "+999999999-12-31",
          "-0001-01-01",
          "2020-02-30",
          "9999-12-31T23:59:59Z",
          "2020-08-03T08:00:00+18:00",
          "NaN",
          "1e2147483648",
          "((((((((((a+)+)+)+)+)+)+)+)+)+)$",
          "a".repeat(3_000) + "!",
          "Ấ".repeat(5_000),
          "x".repeat(100_000));

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "-0",
          "0",
          "1.5",
          "1e1",
          "1e40",
          "1e-40",
          "1e2147483647",
          "1e2147483648",
          "-1e-2147483648",
          "0e-999999999",
          "10e2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "1".repeat(40),
          "1".repeat(1_001));

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"x\"",
          "1",
          "\"\\ud83d\"",
          "{\"a\":{\"a\":{}}}",
          "[".repeat(60) + "]".repeat(60),
          "[" + "1,".repeat(20_000) + "1]",
          "{\"__proto__\":null,\"class\":\"java.lang.Runtime\"}");

  private final OpenApi api;
  private final List<String> known;

  /**
   * @param known texts that mean something here: ids, codes, days
   */
  Hostile(OpenApi api, List<String> known) {
    this.api = api;
    this.known = known;
  }

  /** JSON as the schema says. */
  Arbitrary<String> fitting(Object node) {
    Map<?, ?> schema = api.resolved(node);
    if (schema.containsKey("enum")) {
      return Arbitraries.of((List<?>) schema.get("enum")).map(Hostile::written);
    }
    if (schema.containsKey("const")) {
      return Arbitraries.just(written(schema.get("const")));
    }
    if (schema.get("oneOf") instanceof List<?> choices) {
      return Arbitraries.of(choices).flatMap(this::fitting);
    }
    Object type =
        schema.get("type") instanceof List<?> types ? types.getFirst() : schema.get("type");
    return switch (String.valueOf(type)) {
      case "boolean" -> Arbitraries.of("true", "false");
      case "integer", "number" -> number(schema);
      case "array" -> list(schema, fitting(schema.get("items")));
      case "object" -> object(schema, this::fitting);
      default -> Arbitraries.of(texts(schema)).map(Hostile::written);
    };
  }

  /** JSON that breaks the schema somewhere, or breaks what no schema can say. */
  Arbitrary<String> unfitting(Object node) {
    Map<?, ?> schema = api.resolved(node);
    Arbitrary<String> broken =
        Arbitraries.oneOf(
            Arbitraries.of(NUMBERS),
            Arbitraries.of(TEXTS).map(Hostile::written),
            Arbitraries.of(OTHERS),
            Arbitraries.of(beyond(schema)));
    return "object".equals(schema.get("type")) && schema.containsKey("properties")
        ? Arbitraries.frequencyOf(Tuple.of(1, broken), Tuple.of(9, oneBroken(schema)))
        : broken;
  }

  static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  // Just one field, so that nothing else is refused.
  private Arbitrary<String> oneBroken(Map<?, ?> schema) {
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    return Arbitraries.of(properties.keySet().stream().map(Object::toString).toList())
        .flatMap(broken ->
            object(
                schema,
                List.of(broken),
                inner -> inner == properties.get(broken) ? unfitting(inner) : fitting(inner)));
  }

  private static List<String> beyond(Map<?, ?> schema) {
    var beyond = new ArrayList<String>();
    if (schema.get("maximum") instanceof Number max) {
      beyond.add(new BigDecimal(max.toString()).add(BigDecimal.ONE).toString());
    }
    if (schema.get("minimum") instanceof Number min) {
      beyond.add(new BigDecimal(min.toString()).subtract(BigDecimal.ONE).toString());
    }
    if (schema.get("maxLength") instanceof Integer max) {
      beyond.add(written("đ".repeat(max + 1)));
    }
    if (schema.get("maxItems") instanceof Integer max) {
      beyond.add("[" + "\"x\",".repeat(max) + "\"x\"]");
    }
    if (schema.containsKey("properties")) {
      beyond.add("{\"unknown\":1}");
    }
    return beyond.isEmpty() ? List.of("\"unheard of\"") : beyond;
  }

  private Arbitrary<String> number(Map<?, ?> schema) {
    long min = schema.get("minimum") instanceof Number number ? number.longValue() : 0;
    long max = schema.get("maximum") instanceof Number number ? number.longValue() : 1_000;
    return Arbitraries.oneOf(
            Arbitraries.of(min, max), Arbitraries.longs().between(min, Math.min(max, min + 20)))
        .map(String::valueOf);
  }

  private static Arbitrary<String> list(Map<?, ?> schema, Arbitrary<String> item) {
    int min = schema.get("minItems") instanceof Integer least ? least : 0;
    return item.list()
        .ofMinSize(min)
        .ofMaxSize(min + 2)
        .map(all -> "[" + String.join(",", all) + "]");
  }

  private interface Inner {
    Arbitrary<String> of(Object schema);
  }

  private Arbitrary<String> object(Map<?, ?> schema, Inner inner) {
    return object(schema, List.of(), inner);
  }

  private Arbitrary<String> object(Map<?, ?> schema, List<String> wanted, Inner inner) {
    Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
    var fields = new LinkedHashMap<String, Arbitrary<String>>();
    properties.forEach((name, property) -> {
      Arbitrary<String> value = inner.of(property).map(text -> written(name) + ":" + text);
      boolean always = required.contains(name) || wanted.contains(name.toString());
      fields.put(
          name.toString(),
          always ? value : value.injectNull(0.6).map(text -> text == null ? "" : text));
    });
    if (schema.get("additionalProperties") instanceof Map<?, ?> more) {
      for (String name : List.of("I.1", "a", "b")) {
        fields.put(
            name,
            inner
                .of(more)
                .map(text -> written(name) + ":" + text)
                .injectNull(0.3)
                .map(text -> text == null ? "" : text));
      }
    }
    return Combinators.combine(List.copyOf(fields.values()))
        .as(all ->
            "{" + String.join(",", all.stream().filter(one -> !one.isEmpty()).toList()) + "}");
  }

  private List<String> texts(Map<?, ?> schema) {
    Object pattern = schema.get("pattern");
    if (pattern != null) {
      List<String> fitting =
          known.stream().filter(Pattern.compile(pattern.toString()).asPredicate()).toList();
      return fitting.isEmpty() ? List.of("x") : fitting;
    }
    if ("date-time".equals(schema.get("format"))) {
      return List.of("2020-08-01T08:00:00+07:00");
    }
    int max = schema.get("maxLength") instanceof Integer length ? length : 100;
    return List.of("ă".repeat(Math.min(max, 20)), "x".repeat(max), "15/BC");
  }

  static String written(Object value) {
    return Http.write(value);
  }
}
