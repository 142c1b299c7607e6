package vn.minhbach.core.workbook;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What stands in one cell.
 *
 * @param kind as the workbook stores it, which is not always what a person sees: {@code 06649}
 *     typed into a plain cell is the number 6649
 * @param text a number in plain digits without an exponent, a date as ISO text, {@code true} or
 *     {@code false}, an error as {@code #REF!}; of a {@link Kind#MERGED} cell the first of them
 * @param shown what a person sees of a {@link Kind#DISGUISED} number; empty for all others
 */
public record Cell(Kind kind, String text, String shown) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** A cell without anything in it. */
  public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

  /** How a workbook stores a value. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    /** A number that its format shows as another one, or with words: 1 as 100%, 187.4 as 187. */
    DISGUISED,
    /** A number that is shown as a date or a time. */
    DATE,
    BOOLEAN,
    ERROR,
    /** Computed by the workbook; what it last showed proves nothing. */
    FORMULA,
    /** Joined with another cell, which has the value that is shown over both. */
    MERGED
  }

  public Cell(Kind kind, String text) {
    this(kind, text, "");
  }

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
  }

  public static Cell number(BigDecimal number) {
    return new Cell(Kind.NUMBER, number.toPlainString());
  }

  /** Whether it shows a day, with its month and year, and no time. */
  public boolean isDay() {
    return kind == Kind.DATE && DAY.matcher(text).matches();
  }

  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }
}
