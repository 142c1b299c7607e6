package vn.minhbach.local.dynamodb.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Expressions of one request by chance, with the names and values that they use. */
final class Expressions {

  private static final List<String> ATTRIBUTES =
      List.of("a", "b", "c", "m", "l", "size", "G", "H", "L", "PK", "SK");
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");
  private static final List<String> TYPES =
      List.of("S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL");

  private final Random random;
  private final Values values;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> bound = new LinkedHashMap<>();

  Expressions(Random random) {
    this.random = random;
    this.values = new Values(random);
  }

  /** Null when none is used: an empty map would be refused. */
  Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  /** Null when none is used. */
  Map<String, AttributeValue> values() {
    return bound.isEmpty() ? null : bound;
  }

  private String value(AttributeValue value) {
    String name = ":v" + bound.size();
    bound.put(name, value);
    return values.once(300) ? ":unknown" : name;
  }

  private String name(String attribute) {
    if (!attribute.equals("size") && random.nextInt(3) > 0 || values.once(100)) {
      return attribute;
    }
    names.put("#" + attribute, attribute);
    return values.once(300) ? "#unknown" : "#" + attribute;
  }

  private String path() {
    StringBuilder path = new StringBuilder(name(values.one(ATTRIBUTES)));
    while (random.nextInt(4) == 0) {
      if (random.nextBoolean()) {
        path.append('.').append(name(values.one(List.of("a", "x", "y"))));
      } else {
        path.append('[').append(random.nextInt(3)).append(']');
      }
    }
    return path.toString();
  }

  private String operand() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> path();
      case 2 -> "size(" + path() + ")";
      default -> value(values.any(1));
    };
  }

  /** A condition or filter, at most so many levels of AND, OR, NOT. */
  String condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 14 : 9)) {
      case 0 -> "attribute_exists(" + path() + ")";
      case 1 -> "attribute_not_exists(" + path() + ")";
      case 2 ->
          "attribute_type("
              + path()
              + ", "
              + value(AttributeValue.fromS(values.once(40) ? "X" : values.one(TYPES)))
              + ")";
      case 3 ->
          "begins_with("
              + path()
              + ", "
              + value(
                  values.once(10)
                      ? AttributeValue.fromB(values.binary())
                      : AttributeValue.fromS(values.text()))
              + ")";
      case 4 -> "contains(" + path() + ", " + operand() + ")";
      case 5 -> operand() + " BETWEEN " + operand() + " AND " + operand();
      case 6 -> {
        var in = new StringJoiner(", ", operand() + " IN (", ")");
        for (int i = random.nextInt(3); i >= 0; i--) {
          in.add(operand());
        }
        yield in.toString();
      }
      case 7, 8 -> operand() + " " + values.one(COMPARISONS) + " " + operand();
      case 9 -> "NOT " + condition(depth - 1);
      case 10 -> "(" + condition(depth - 1) + ")";
      case 11, 12 -> condition(depth - 1) + " AND " + condition(depth - 1);
      default -> condition(depth - 1) + " OR " + condition(depth - 1);
    };
  }

  String projection() {
    var projection = new StringJoiner(", ");
    for (int i = random.nextInt(3); i >= 0; i--) {
      projection.add(path());
    }
    return projection.toString();
  }

  /** The key of one partition and perhaps a range of its sort key. */
  String keyCondition(String hash, ScalarAttributeType type, String sort, ScalarAttributeType of) {
    String partition = name(hash) + " = " + value(values.key(type));
    if (sort == null || values.once(3)) {
      return partition;
    }
    String name = name(sort);
    String range =
        switch (random.nextInt(of == ScalarAttributeType.N ? 6 : 8)) {
          case 0 -> name + " BETWEEN " + value(values.key(of)) + " AND " + value(values.key(of));
          case 6, 7 -> "begins_with(" + name + ", " + value(values.key(of)) + ")";
          default ->
              name
                  + " "
                  + values.one(values.once(60) ? COMPARISONS : List.of("=", "<", "<=", ">", ">="))
                  + " "
                  + value(values.key(of));
        };
    return values.once(10)
        ? "(" + range + ") AND (" + partition + ")"
        : partition + " AND " + range;
  }

  /** Clauses of an update: each at most once. */
  String update() {
    var clauses = new ArrayList<String>();
    if (random.nextInt(4) > 0) {
      clauses.add("SET " + some(() -> path() + " = " + assigned()));
    }
    if (random.nextInt(4) == 0) {
      clauses.add("REMOVE " + some(this::path));
    }
    if (random.nextInt(5) == 0) {
      clauses.add("ADD " + some(() -> name(attribute()) + " " + value(values.any(1))));
    }
    if (random.nextInt(6) == 0) {
      clauses.add("DELETE " + some(() -> name(attribute()) + " " + value(values.any(1))));
    }
    return clauses.isEmpty() ? "REMOVE c" : String.join(" ", clauses);
  }

  private String attribute() {
    return values.one(ATTRIBUTES.subList(0, values.once(20) ? ATTRIBUTES.size() : 6));
  }

  private String assigned() {
    return switch (random.nextInt(8)) {
      case 0 -> path();
      case 1 -> path() + " + " + value(AttributeValue.fromN(values.number()));
      case 2 -> value(AttributeValue.fromN(values.number())) + " - " + path();
      case 3 -> "if_not_exists(" + path() + ", " + value(values.any(1)) + ")";
      case 4 ->
          "list_append("
              + path()
              + ", "
              + value(AttributeValue.fromL(List.of(values.any(0))))
              + ")";
      default -> value(values.any(2));
    };
  }

  private String some(java.util.function.Supplier<String> one) {
    var all = new StringJoiner(", ");
    for (int i = random.nextInt(3); i >= 0; i--) {
      all.add(one.get());
    }
    return all.toString();
  }
}
