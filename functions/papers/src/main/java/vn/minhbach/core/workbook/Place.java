package vn.minhbach.core.workbook;

/**
 * Where a cell is, as a person finds it: {@code Tiêu chí!F12}.
 *
 * @param row from 1
 * @param column from 0
 */
public record Place(String sheet, int row, int column) {

  private static final int LETTERS = 26;

  /** A column as Excel names it: A, B, … Z, AA. */
  public static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }

  @Override
  public String toString() {
    return sheet + "!" + letters(column) + row;
  }
}
