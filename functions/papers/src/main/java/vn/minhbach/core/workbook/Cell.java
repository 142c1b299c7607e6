package vn.minhbach.core.workbook;

import java.math.BigDecimal;

/**
 * What stands in one cell.
 *
 * @param kind as the workbook stores it, which is not always what a person sees: {@code 06649}
 *     typed into a plain cell is the number 6649
 * @param text a number in plain digits without an exponent, a date as ISO text, {@code true} or
 *     {@code false}, an error as {@code #REF!}
 */
public record Cell(Kind kind, String text) {

  /** A cell without anything in it. */
  public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

  /** How a workbook stores a value. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    /** A number that is shown as a date or a time. */
    DATE,
    BOOLEAN,
    ERROR,
    /** Computed by the workbook; what it last showed proves nothing. */
    FORMULA
  }

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
  }

  public static Cell number(BigDecimal number) {
    return new Cell(Kind.NUMBER, number.toPlainString());
  }

  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }
}
