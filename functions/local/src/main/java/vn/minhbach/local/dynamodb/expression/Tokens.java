package vn.minhbach.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.local.dynamodb.Refusal;

/** The tokens of an expression, read one after another. */
final class Tokens {

  private final Kind kind;
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(Kind kind, String source) {
    this.kind = kind;
    this.source = source;
    int at = 0;
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
        continue;
      }
      Token token = token(at);
      tokens.add(token);
      at = token.end();
    }
    tokens.add(new Token(Token.Kind.END, "<EOF>", source.length()));
  }

  private Token token(int at) {
    char first = source.charAt(at);
    if (first == '#' || first == ':') {
      String text = source.substring(at, endOfWord(at + 1));
      Token.Kind placeholder = first == '#' ? Token.Kind.NAME : Token.Kind.VALUE;
      return new Token(text.length() == 1 ? Token.Kind.STRAY : placeholder, text, at);
    }
    if (Character.isLetter(first) || first == '_') {
      return new Token(Token.Kind.WORD, source.substring(at, endOfWord(at)), at);
    }
    if (first >= '0' && first <= '9') {
      int end = at;
      while (end < source.length() && Character.isDigit(source.charAt(end))) {
        end++;
      }
      return new Token(Token.Kind.NUMBER, source.substring(at, end), at);
    }
    String two = source.substring(at, Math.min(at + 2, source.length()));
    if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
      return new Token(Token.Kind.SYMBOL, two, at);
    }
    boolean symbol = "=<>()[].,+-".indexOf(first) >= 0;
    return new Token(symbol ? Token.Kind.SYMBOL : Token.Kind.STRAY, String.valueOf(first), at);
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < source.length()
        && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next token if it is this symbol. */
  boolean takeIf(String symbol) {
    if (peek().is(symbol)) {
      next++;
      return true;
    }
    return false;
  }

  /** Takes the next token if it is this key word. */
  boolean takeIfKeyword(String keyword) {
    if (peek().isKeyword(keyword)) {
      next++;
      return true;
    }
    return false;
  }

  /**
   * Takes a symbol that must be there.
   *
   * @throws Refusal when something else is
   */
  void expect(String symbol) {
    if (!takeIf(symbol)) {
      throw unexpected();
    }
  }

  /** True at a bracket whose whole content stands in brackets once more. */
  boolean bracketedTwice() {
    if (!peekSecond().is("(")) {
      return false;
    }
    int inner = closing(next + 1);
    return inner >= 0 && tokens.get(inner + 1).is(")");
  }

  /** Where the bracket at an index closes, -1 when it does not. */
  private int closing(int opening) {
    int depth = 0;
    for (int index = opening; index < tokens.size(); index++) {
      if (tokens.get(index).is("(")) {
        depth++;
      } else if (tokens.get(index).is(")") && --depth == 0) {
        return index;
      }
    }
    return -1;
  }

  /** The next token is not one that may stand here. Near: from the one before to the one after. */
  Refusal unexpected() {
    Token token = peek();
    int from = next > 0 ? tokens.get(next - 1).start() : token.start();
    int to = token.kind() == Token.Kind.END ? source.length() : peekSecond().end();
    String near = source.substring(from, Math.min(to, source.length())).strip();
    return kind.refusal("Syntax error; token: \"%s\", near: \"%s\"".formatted(token.text(), near));
  }
}
