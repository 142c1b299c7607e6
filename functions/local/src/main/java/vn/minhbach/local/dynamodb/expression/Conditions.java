package vn.minhbach.local.dynamodb.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.B;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;
import vn.minhbach.local.dynamodb.item.AttributeValue.SetValue;
import vn.minhbach.local.dynamodb.item.Item;

/** Evaluates conditions. */
public final class Conditions {

  private Conditions() {}

  /**
   * Whether a condition holds.
   *
   * @param item null when there is none
   */
  public static boolean hold(Condition condition, Item item) {
    return hold(condition, item == null ? Map.of() : item.attributes());
  }

  private static boolean hold(Condition condition, Map<String, AttributeValue> item) {
    return switch (condition) {
      case Condition.And(var left, var right) -> hold(left, item) && hold(right, item);
      case Condition.Or(var left, var right) -> hold(left, item) || hold(right, item);
      case Condition.Not(var other) -> !hold(other, item);
      case Condition.Comparison(var left, var comparator, var right) ->
          compares(value(left, item), comparator, value(right, item));
      case Condition.Between(var operand, var low, var high) -> {
        AttributeValue value = value(operand, item);
        yield compares(value, Condition.Comparator.AT_LEAST, value(low, item))
            && compares(value, Condition.Comparator.AT_MOST, value(high, item));
      }
      case Condition.In(var operand, var candidates) -> {
        AttributeValue value = value(operand, item);
        yield value != null && candidates.stream().anyMatch(one -> value.equals(value(one, item)));
      }
      case Condition.Exists(var path, var wanted) -> (path.in(item) != null) == wanted;
      case Condition.HasType(var path, var type) -> {
        AttributeValue value = path.in(item);
        yield value != null && new S(value.type()).equals(value(type, item));
      }
      case Condition.BeginsWith(var operand, var prefix) ->
          beginsWith(value(operand, item), value(prefix, item));
      case Condition.Contains(var operand, var part) ->
          contains(value(operand, item), value(part, item));
    };
  }

  /** The places in the item that a condition looks at. */
  public static List<DocumentPath> paths(Condition condition) {
    return switch (condition) {
      case Condition.And(var left, var right) -> both(paths(left), paths(right));
      case Condition.Or(var left, var right) -> both(paths(left), paths(right));
      case Condition.Not(var other) -> paths(other);
      case Condition.Comparison(var left, var _, var right) -> paths(List.of(left, right));
      case Condition.Between(var operand, var low, var high) -> paths(List.of(operand, low, high));
      case Condition.In(var operand, var candidates) ->
          both(paths(List.of(operand)), paths(candidates));
      case Condition.Exists(var path, var _) -> List.of(path);
      case Condition.HasType(var path, var type) -> both(List.of(path), paths(List.of(type)));
      case Condition.BeginsWith(var operand, var prefix) -> paths(List.of(operand, prefix));
      case Condition.Contains(var operand, var part) -> paths(List.of(operand, part));
    };
  }

  private static List<DocumentPath> paths(List<Operand> operands) {
    List<DocumentPath> paths = new ArrayList<>();
    for (Operand operand : operands) {
      switch (operand) {
        case Operand.Path(var path) -> paths.add(path);
        case Operand.Size(var path) -> paths.add(path);
        case Operand.Literal _ -> {
          // Of the request.
        }
      }
    }
    return paths;
  }

  private static List<DocumentPath> both(List<DocumentPath> some, List<DocumentPath> others) {
    List<DocumentPath> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static AttributeValue value(Operand operand, Map<String, AttributeValue> item) {
    return switch (operand) {
      case Operand.Path(var path) -> path.in(item);
      case Operand.Literal(var _, var value) -> value;
      case Operand.Size(var path) -> size(path.in(item));
    };
  }

  /** Null for what has no size: a number, a boolean, a null, nothing. */
  private static N size(AttributeValue value) {
    Integer size =
        switch (value) {
          case null -> null;
          case S(String text) -> text.codePointCount(0, text.length());
          case B(var bytes) -> bytes.length();
          case M(var map) -> map.size();
          case L(var list) -> list.size();
          case SetValue<?> set -> set.value().size();
          default -> null;
        };
    return size == null ? null : new N(BigDecimal.valueOf(size).stripTrailingZeros());
  }

  private static boolean compares(
      AttributeValue left, Condition.Comparator comparator, AttributeValue right) {
    if (!comparator.orders()) {
      return (left != null && left.equals(right)) == (comparator == Condition.Comparator.EQUAL);
    }
    if (left == null || right == null || !left.type().equals(right.type()) || !ordered(left)) {
      return false;
    }
    int order = compare(left, right);
    return switch (comparator) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean ordered(AttributeValue value) {
    return value instanceof S || value instanceof N || value instanceof B;
  }

  /** Order of two strings (by UTF-8), numbers or binaries; both of one type. */
  static int compare(AttributeValue left, AttributeValue right) {
    return switch (left) {
      case S(String text) -> Arrays.compareUnsigned(utf8(text), utf8(((S) right).value()));
      case N(BigDecimal number) -> number.compareTo(((N) right).value());
      case B(var bytes) -> bytes.compareTo(((B) right).value());
      default -> throw new IllegalArgumentException("no order among " + left.type());
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    return switch (value) {
      case S(String text) when prefix instanceof S(String start) -> text.startsWith(start);
      case B(var bytes) when prefix instanceof B(var start) -> bytes.startsWith(start);
      case null, default -> false;
    };
  }

  private static boolean contains(AttributeValue value, AttributeValue part) {
    return switch (value) {
      case S(String text) when part instanceof S(String some) -> text.contains(some);
      case B(var bytes) when part instanceof B(var some) -> bytes.contains(some);
      case L(var list) when part != null -> list.contains(part);
      case SetValue<?> set when part != null -> set.has(part);
      case null, default -> false;
    };
  }
}
