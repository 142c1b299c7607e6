package vn.minhbach.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Condition.Between;
import vn.minhbach.local.dynamodb.expression.Condition.Comparator;
import vn.minhbach.local.dynamodb.item.AttributeJson;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;

/** Parses condition, filter and key condition expressions. */
public final class ConditionParser extends Parser {

  private static final Set<String> TYPES =
      Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");
  private static final Set<String> ORDERED = Set.of("S", "N", "B");
  private static final Map<String, Integer> FUNCTIONS =
      Map.of(
          "attribute_exists", 1,
          "attribute_not_exists", 1,
          "attribute_type", 2,
          "begins_with", 2,
          "contains", 2,
          "size", 1);

  private ConditionParser(Kind kind, String source, Placeholders placeholders) {
    super(kind, source, placeholders);
  }

  /**
   * Parses an expression.
   *
   * @throws Refusal when it is not well formed, or uses a placeholder that is not defined
   */
  public static Condition parse(Kind kind, String source, Placeholders placeholders) {
    ConditionParser parser = new ConditionParser(kind, source, placeholders);
    Condition condition = parser.or();
    parser.expectEnd();
    return condition;
  }

  private Condition or() {
    Condition left = and();
    while (tokens.takeIfKeyword("OR")) {
      countOperator();
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (tokens.takeIfKeyword("AND")) {
      countOperator();
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    enter();
    Condition condition;
    if (tokens.takeIfKeyword("NOT")) {
      countOperator();
      condition = new Condition.Not(not());
    } else {
      condition = primary();
    }
    leave();
    return condition;
  }

  private Condition primary() {
    if (!tokens.peek().is("(")) {
      return predicate();
    }
    if (tokens.bracketedTwice()) {
      throw kind.refusal("The expression has redundant parentheses;");
    }
    tokens.take();
    Condition inner = or();
    tokens.expect(")");
    return inner;
  }

  private Condition predicate() {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.WORD
        && tokens.peekSecond().is("(")
        && !token.text().equals("size")) {
      return function();
    }
    Operand left = operand();
    if (tokens.takeIfKeyword("BETWEEN")) {
      return between(left);
    }
    if (tokens.takeIfKeyword("IN")) {
      return in(left);
    }
    Comparator comparator = Comparator.of(tokens.peek());
    if (comparator == null) {
      throw left instanceof Operand.Size ? usedThisWay("size") : tokens.unexpected();
    }
    tokens.take();
    countOperator();
    Operand right = operand();
    refuseSame(comparator.symbol(), left, right);
    if (comparator.orders()) {
      refuseUnordered(comparator.symbol(), left);
      refuseUnordered(comparator.symbol(), right);
    }
    return new Condition.Comparison(left, comparator, right);
  }

  private Between between(Operand operand) {
    countOperator();
    Operand low = operand();
    if (!tokens.takeIfKeyword("AND")) {
      throw tokens.unexpected();
    }
    Operand high = operand();
    refuseUnordered("BETWEEN", operand);
    refuseUnordered("BETWEEN", low);
    refuseUnordered("BETWEEN", high);
    if (low instanceof Operand.Literal lower && high instanceof Operand.Literal upper) {
      String operands =
          "lower bound operand: AttributeValue: %s, upper bound operand: AttributeValue: %s"
              .formatted(text(lower.value()), text(upper.value()));
      if (!lower.value().type().equals(upper.value().type())) {
        throw kind.refusal(
            "The BETWEEN operator requires same data type for lower and upper bounds; " + operands);
      }
      if (Conditions.compare(lower.value(), upper.value()) > 0) {
        throw kind.refusal(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + operands);
      }
    }
    return new Between(operand, low, high);
  }

  private static String text(AttributeValue value) {
    var json = AttributeJson.write(value);
    return "{" + value.type() + ":" + json.get(value.type()).asString() + "}";
  }

  private Condition.In in(Operand operand) {
    countOperator();
    tokens.expect("(");
    List<Operand> candidates = new ArrayList<>();
    do {
      candidates.add(operand());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    if (candidates.size() > 100) {
      throw kind.refusal(
          "Maximum number of operands exceeded; operator: IN, number of operands: "
              + candidates.size());
    }
    return new Condition.In(operand, List.copyOf(candidates));
  }

  private Condition function() {
    String name = tokens.take().text();
    if (!FUNCTIONS.containsKey(name)) {
      throw kind.refusal("Invalid function name; function: " + name);
    }
    countOperator();
    List<Operand> arguments = arguments(name);
    if (Comparator.of(tokens.peek()) != null) {
      throw usedThisWay(name);
    }
    return switch (name) {
      case "attribute_exists" -> new Condition.Exists(pathOf(name, arguments.getFirst()), true);
      case "attribute_not_exists" ->
          new Condition.Exists(pathOf(name, arguments.getFirst()), false);
      case "attribute_type" -> {
        if (!(arguments.getLast() instanceof Operand.Literal type)) {
          throw wrongType(name, "{PATH}");
        }
        if (!(type.value() instanceof S(String wanted))) {
          throw wrongType(name, type.value().type());
        }
        if (!TYPES.contains(wanted)) {
          throw kind.refusal(
              "Invalid attribute type name found; type: %s, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
                  .formatted(wanted));
        }
        yield new Condition.HasType(pathOf(name, arguments.getFirst()), type);
      }
      case "begins_with" -> {
        for (Operand argument : arguments) {
          if (argument instanceof Operand.Literal literal
              && !Set.of("S", "B").contains(literal.value().type())) {
            throw wrongType(name, literal.value().type());
          }
        }
        yield new Condition.BeginsWith(arguments.getFirst(), arguments.getLast());
      }
      default -> {
        refuseSame(name, arguments.getFirst(), arguments.getLast());
        yield new Condition.Contains(arguments.getFirst(), arguments.getLast());
      }
    };
  }

  private List<Operand> arguments(String function) {
    tokens.expect("(");
    List<Operand> arguments = new ArrayList<>();
    do {
      arguments.add(operand());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    if (arguments.size() != FUNCTIONS.get(function)) {
      throw kind.refusal(
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(function, arguments.size()));
    }
    return arguments;
  }

  private Operand operand() {
    enter();
    Operand operand = operandHere();
    leave();
    return operand;
  }

  private Operand operandHere() {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.VALUE) {
      return literal();
    }
    if (atPath()) {
      return new Operand.Path(path());
    }
    if (token.kind() != Token.Kind.WORD) {
      throw tokens.unexpected();
    }
    String function = tokens.take().text();
    if (!FUNCTIONS.containsKey(function)) {
      throw kind.refusal("Invalid function name; function: " + function);
    }
    if (!function.equals("size")) {
      throw usedThisWay(function);
    }
    return new Operand.Size(pathOf(function, arguments(function).getFirst()));
  }

  private Refusal usedThisWay(String function) {
    return kind.refusal(
        "The function is not allowed to be used this way in an expression; function: " + function);
  }

  private DocumentPath pathOf(String function, Operand operand) {
    if (operand instanceof Operand.Path(DocumentPath path)) {
      return path;
    }
    throw kind.refusal(
        "Operator or function requires a document path; operator or function: " + function);
  }

  private void refuseSame(String operator, Operand left, Operand right) {
    if (left instanceof Operand.Path(DocumentPath path) && left.equals(right)) {
      throw kind.refusal(
          "The first operand must be distinct from the remaining operands for this operator or function; operator: %s, first operand: %s"
              .formatted(operator, path));
    }
  }

  private void refuseUnordered(String operator, Operand operand) {
    if (operand instanceof Operand.Literal(String _, AttributeValue value)
        && !ORDERED.contains(value.type())) {
      throw kind.refusal(
          "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
              .formatted(operator, value.type()));
    }
  }
}
