package vn.minhbach.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Condition.Comparator;
import vn.minhbach.local.dynamodb.item.AttributeValue;

/**
 * What a query says of keys: conditions by attribute, at most two. Which attributes are keys, the
 * table knows.
 *
 * @param conditions by the attribute's name
 */
public record KeyCondition(Map<String, Test> conditions) {

  /** How a key attribute is tested, against values of the request. */
  public sealed interface Test {
    /** Values that must be of the key's type. */
    List<AttributeValue> values();
  }

  /** A comparison. */
  public record Compare(String comparator, AttributeValue value) implements Test {
    @Override
    public List<AttributeValue> values() {
      return List.of(value);
    }
  }

  /** Within two bounds, both included. */
  public record Between(AttributeValue low, AttributeValue high) implements Test {
    @Override
    public List<AttributeValue> values() {
      return List.of(low, high);
    }
  }

  /** Begins with. */
  public record BeginsWith(AttributeValue prefix) implements Test {
    @Override
    public List<AttributeValue> values() {
      return List.of(prefix);
    }
  }

  /**
   * Parses a key condition expression.
   *
   * @throws Refusal when it is not well formed, or says what no query can ask
   */
  public static KeyCondition parse(String source, Placeholders placeholders) {
    Condition condition = ConditionParser.parse(Kind.KEY_CONDITION, source, placeholders);
    List<Condition> parts = new ArrayList<>();
    flatten(condition, parts);
    Map<String, Test> tests = new LinkedHashMap<>();
    for (Condition part : parts) {
      Named named = named(part);
      if (tests.put(named.attribute(), named.test()) != null) {
        throw Kind.KEY_CONDITION.refusal(
            "KeyConditionExpressions must only contain one condition per key");
      }
    }
    if (tests.size() > 2) {
      throw Refusal.validation("Conditions can be of length 1 or 2 only");
    }
    return new KeyCondition(tests);
  }

  private record Named(String attribute, Test test) {}

  private static void flatten(Condition condition, List<Condition> parts) {
    if (condition instanceof Condition.And(Condition left, Condition right)) {
      flatten(left, parts);
      flatten(right, parts);
    } else {
      parts.add(condition);
    }
  }

  private static Named named(Condition condition) {
    return switch (condition) {
      case Condition.Comparison(Operand left, Comparator comparator, Operand right)
          when comparator != Comparator.NOT_EQUAL ->
          left instanceof Operand.Literal(String _, AttributeValue value)
              ? new Named(attribute(right), new Compare(flipped(comparator), value))
              : new Named(attribute(left), new Compare(comparator.symbol(), literal(right)));
      case Condition.Between(Operand operand, Operand low, Operand high) ->
          new Named(attribute(operand), new Between(literal(low), literal(high)));
      case Condition.BeginsWith(Operand operand, Operand prefix) ->
          new Named(attribute(operand), new BeginsWith(literal(prefix)));
      case Condition.And _ -> throw new IllegalStateException("flattened before");
      case Condition.Or _ -> throw unusable("OR");
      case Condition.Not _ -> throw unusable("NOT");
      case Condition.Comparison _ -> throw unusable("<>");
      case Condition.In _ -> throw unusable("IN");
      case Condition.Exists(DocumentPath _, boolean wanted) ->
          throw unusable(wanted ? "attribute_exists" : "attribute_not_exists");
      case Condition.HasType _ -> throw unusable("attribute_type");
      case Condition.Contains _ -> throw unusable("contains");
    };
  }

  private static String flipped(Comparator comparator) {
    return switch (comparator) {
      case LESS -> ">";
      case AT_MOST -> ">=";
      case GREATER -> "<";
      case AT_LEAST -> "<=";
      default -> comparator.symbol();
    };
  }

  private static Refusal unusable(String operator) {
    return Refusal.validation("Invalid operator used in KeyConditionExpression: " + operator);
  }

  private static String attribute(Operand operand) {
    return switch (operand) {
      case Operand.Path(DocumentPath path) when path.isAttribute() -> path.attribute();
      case Operand.Path _ ->
          throw Kind.KEY_CONDITION.refusal(
              "KeyConditionExpressions cannot have conditions on nested attributes");
      case Operand.Size _ -> throw unusable("size");
      case Operand.Literal _ ->
          throw Kind.KEY_CONDITION.refusal(
              "Invalid condition in KeyConditionExpression: No key attribute specified");
    };
  }

  private static AttributeValue literal(Operand operand) {
    return switch (operand) {
      case Operand.Literal(String _, AttributeValue value) -> value;
      case Operand.Size _ -> throw unusable("size");
      case Operand.Path _ ->
          throw Kind.KEY_CONDITION.refusal(
              "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
                  + " condition");
    };
  }

  /** The condition on an attribute. */
  public Optional<Test> on(String attribute) {
    return Optional.ofNullable(conditions.get(attribute));
  }
}
