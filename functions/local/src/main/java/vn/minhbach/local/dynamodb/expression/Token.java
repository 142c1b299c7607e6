package vn.minhbach.local.dynamodb.expression;

import java.util.Locale;

/**
 * A token.
 *
 * @param start where it begins in the expression
 */
record Token(Kind kind, String text, int start) {

  /** What a token may be. */
  enum Kind {
    /** A name or a key word. */
    WORD,
    /** A placeholder of a name, with its #. */
    NAME,
    /** A placeholder of a value, with its colon. */
    VALUE,
    /** Digits: an index into a list. */
    NUMBER,
    /** An operator or a bracket. */
    SYMBOL,
    /** A character that no token begins with. */
    STRAY,
    /** After the last. */
    END
  }

  int end() {
    return start + text.length();
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Key words may be written in any case. */
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
  }
}
