package vn.minhbach.local.dynamodb.expression;

import java.util.List;

/** A condition on an item, true or false; evaluated by {@link Conditions}. */
public sealed interface Condition {

  /** True when both are. */
  record And(Condition left, Condition right) implements Condition {}

  /** True when one is. */
  record Or(Condition left, Condition right) implements Condition {}

  /** True when the other is not. */
  record Not(Condition condition) implements Condition {}

  /** A comparison of two values. */
  record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {}

  /** Within two bounds, both included. */
  record Between(Operand operand, Operand low, Operand high) implements Condition {}

  /** Equal to one of some. */
  record In(Operand operand, List<Operand> candidates) implements Condition {}

  /** Whether there is a value. */
  record Exists(DocumentPath path, boolean wanted) implements Condition {}

  /** Whether a value is of a type. */
  record HasType(DocumentPath path, Operand type) implements Condition {}

  /** Whether a string or a binary begins with another. */
  record BeginsWith(Operand operand, Operand prefix) implements Condition {}

  /** Whether a string has a part, or a set or list an element. */
  record Contains(Operand operand, Operand part) implements Condition {}

  /** The comparators, with their symbols. */
  enum Comparator {
    /** Equal, of one type. */
    EQUAL("="),
    /** Not equal, also when there is no value. */
    NOT_EQUAL("<>"),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">=");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    String symbol() {
      return symbol;
    }

    static Comparator of(Token token) {
      for (Comparator comparator : values()) {
        if (token.is(comparator.symbol)) {
          return comparator;
        }
      }
      return null;
    }

    boolean orders() {
      return this != EQUAL && this != NOT_EQUAL;
    }
  }
}
