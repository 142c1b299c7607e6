package vn.minhbach.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Update.Assignment;
import vn.minhbach.local.dynamodb.expression.Update.Change;
import vn.minhbach.local.dynamodb.expression.Update.Value;
import vn.minhbach.local.dynamodb.item.AttributeValue;

/** Parses update expressions. */
public final class UpdateParser extends Parser {

  /** Types as the refusals of ADD and DELETE call them. */
  private static final Map<String, String> LONG_NAMES =
      Map.of(
          "S",
          "STRING",
          "N",
          "NUMBER",
          "B",
          "BINARY",
          "BOOL",
          "BOOLEAN",
          "NULL",
          "NULL",
          "M",
          "MAP",
          "L",
          "LIST",
          "SS",
          "STRING_SET",
          "NS",
          "NUMBER_SET",
          "BS",
          "BINARY_SET");

  private static final Set<String> SETS = Set.of("SS", "NS", "BS");

  private final List<Assignment> sets = new ArrayList<>();
  private final List<DocumentPath> removes = new ArrayList<>();
  private final List<Change> adds = new ArrayList<>();
  private final List<Change> deletes = new ArrayList<>();

  private UpdateParser(String source, Placeholders placeholders) {
    super(Kind.UPDATE, source, placeholders);
  }

  /**
   * Parses an expression.
   *
   * @throws Refusal when it is not well formed, or uses a placeholder that is not defined
   */
  public static Update parse(String source, Placeholders placeholders) {
    return new UpdateParser(source, placeholders).update();
  }

  private Update update() {
    Set<String> seen = new HashSet<>();
    do {
      String section = section();
      if (!seen.add(section)) {
        throw kind.refusal(
            "The \"%s\" section can only be used once in an update expression;".formatted(section));
      }
      do {
        part(section);
      } while (tokens.takeIf(","));
    } while (tokens.peek().kind() != Token.Kind.END);
    Update update =
        new Update(
            List.copyOf(sets), List.copyOf(removes), List.copyOf(adds), List.copyOf(deletes));
    refuseOverlaps(update.paths());
    return update;
  }

  private String section() {
    String word = tokens.peek().text().toUpperCase(Locale.ROOT);
    if (tokens.peek().kind() != Token.Kind.WORD
        || !Set.of("SET", "REMOVE", "ADD", "DELETE").contains(word)) {
      throw tokens.unexpected();
    }
    tokens.take();
    return word;
  }

  private void part(String section) {
    DocumentPath path = path();
    countOperator();
    switch (section) {
      case "SET" -> {
        tokens.expect("=");
        sets.add(new Assignment(path, sum()));
      }
      case "REMOVE" -> removes.add(path);
      case "ADD" -> adds.add(change(path, "ADD", true));
      default -> deletes.add(change(path, "DELETE", false));
    }
  }

  private Change change(DocumentPath path, String operator, boolean number) {
    AttributeValue value = literal().value();
    if (!SETS.contains(value.type()) && !(number && value.type().equals("N"))) {
      throw kind.refusal(
          "Incorrect operand type for operator or function; operator: %s, operand type: %s, typeSet: ALLOWED_FOR_%1$s_OPERAND"
              .formatted(operator, LONG_NAMES.get(value.type())));
    }
    return new Change(path, value);
  }

  private Value sum() {
    Value left = value();
    boolean minus = tokens.peek().is("-");
    if (!tokens.takeIf("+") && !tokens.takeIf("-")) {
      return left;
    }
    countOperator();
    Value right = value();
    String operator = minus ? "-" : "+";
    refuseLiteral(operator, left, "N");
    refuseLiteral(operator, right, "N");
    return new Value.Sum(left, right, minus);
  }

  private Value value() {
    enter();
    Value value = valueHere();
    leave();
    return value;
  }

  private Value valueHere() {
    if (tokens.peek().is("(")) {
      tokens.take();
      Value inner = sum();
      tokens.expect(")");
      return inner;
    }
    if (tokens.peek().kind() == Token.Kind.VALUE) {
      return new Value.Of(literal());
    }
    if (atPath()) {
      return new Value.Of(new Operand.Path(path()));
    }
    if (tokens.peek().kind() != Token.Kind.WORD) {
      throw tokens.unexpected();
    }
    return function(tokens.take().text());
  }

  private Value function(String name) {
    if (!Set.of("if_not_exists", "list_append").contains(name)) {
      throw kind.refusal("Invalid function name; function: " + name);
    }
    countOperator();
    tokens.expect("(");
    List<Value> arguments = new ArrayList<>();
    do {
      arguments.add(value());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    if (arguments.size() != 2) {
      throw kind.refusal(
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(name, arguments.size()));
    }
    Value first = arguments.getFirst();
    Value second = arguments.getLast();
    if (name.equals("list_append")) {
      refuseLiteral(name, first, "L");
      refuseLiteral(name, second, "L");
      return new Value.ListAppend(first, second);
    }
    if (first instanceof Value.Of(Operand.Path(DocumentPath path))) {
      return new Value.IfNotExists(path, second);
    }
    throw kind.refusal(
        "Operator or function requires a document path; operator or function: " + name);
  }

  private void refuseLiteral(String function, Value value, String wanted) {
    if (value instanceof Value.Of(Operand.Literal(String _, AttributeValue literal))
        && !literal.type().equals(wanted)) {
      throw wrongType(function, literal.type());
    }
  }
}
