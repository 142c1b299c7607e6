package vn.minhbach.local.dynamodb.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.local.dynamodb.Refusal;

/** What the parsers of all kinds share: tokens, placeholders and document paths. */
abstract class Parser {

  private static final int LONGEST = 4096;
  private static final int MOST_OPERATORS = 300;

  /** Of brackets, negations and functions in each other: who reads them calls himself. */
  private static final int DEEPEST = 100;

  final Kind kind;
  final Tokens tokens;
  final Placeholders placeholders;
  private int operators;
  private int depth;

  Parser(Kind kind, String source, Placeholders placeholders) {
    if (source.isBlank()) {
      throw kind.refusal("The expression can not be empty;");
    }
    int size = source.getBytes(StandardCharsets.UTF_8).length;
    if (size > LONGEST) {
      throw kind.refusal(
          "Expression size has exceeded the maximum allowed size; expression size: " + size);
    }
    this.kind = kind;
    this.placeholders = placeholders;
    this.tokens = new Tokens(kind, source);
  }

  final void countOperator() {
    if (++operators > MOST_OPERATORS) {
      throw kind.refusal(
          "The expression contains too many operators; number of operators: " + operators);
    }
  }

  /** To be called on the way into what may hold its like; {@link #leave} on the way out. */
  final void enter() {
    if (++depth > DEEPEST) {
      throw kind.refusal("The expression is nested too deeply; number of levels: " + depth);
    }
  }

  final void leave() {
    depth--;
  }

  final void expectEnd() {
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected();
    }
  }

  /** True when a document path may begin here; a word before a bracket is a function. */
  final boolean atPath() {
    Token token = tokens.peek();
    return token.kind() == Token.Kind.NAME
        || token.kind() == Token.Kind.WORD && !tokens.peekSecond().is("(");
  }

  final DocumentPath path() {
    List<DocumentPath.Step> steps = new ArrayList<>();
    steps.add(name());
    while (true) {
      if (tokens.takeIf(".")) {
        steps.add(name());
      } else if (tokens.takeIf("[")) {
        steps.add(index());
        tokens.expect("]");
      } else {
        return new DocumentPath(List.copyOf(steps));
      }
    }
  }

  private DocumentPath.Name name() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> new DocumentPath.Name(placeholders.name(tokens.take().text(), kind));
      case WORD -> {
        if (ReservedWords.contain(token.text())) {
          throw kind.refusal(
              "Attribute name is a reserved keyword; reserved keyword: " + token.text());
        }
        yield new DocumentPath.Name(tokens.take().text());
      }
      default -> throw tokens.unexpected();
    };
  }

  private DocumentPath.Index index() {
    Token token = tokens.peek();
    if (token.kind() != Token.Kind.NUMBER || token.text().length() > 9) {
      throw tokens.unexpected();
    }
    return new DocumentPath.Index(Integer.parseInt(tokens.take().text()));
  }

  final Operand.Literal literal() {
    if (tokens.peek().kind() != Token.Kind.VALUE) {
      throw tokens.unexpected();
    }
    String placeholder = tokens.take().text();
    return new Operand.Literal(placeholder, placeholders.value(placeholder, kind));
  }

  /** Of two paths one may not lead into the other. */
  final void refuseOverlaps(List<DocumentPath> paths) {
    for (int first = 0; first < paths.size(); first++) {
      for (int second = first + 1; second < paths.size(); second++) {
        DocumentPath one = paths.get(first);
        DocumentPath two = paths.get(second);
        String how = one.overlaps(two) ? "overlap" : one.conflicts(two) ? "conflict" : null;
        if (how != null) {
          throw kind.refusal(
              "Two document paths %s with each other; must remove or rewrite one of these paths;"
                      .formatted(how)
                  + " path one: %s, path two: %s".formatted(one, two));
        }
      }
    }
  }

  /** An operand of a type that the function cannot take. */
  final Refusal wrongType(String function, String type) {
    return kind.refusal(
        "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
            .formatted(function, type));
  }
}
