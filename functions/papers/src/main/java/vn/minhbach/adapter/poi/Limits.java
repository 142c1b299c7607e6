package vn.minhbach.adapter.poi;

import vn.minhbach.core.workbook.WorkbookProblem;

/**
 * What one workbook may hold, counted while it is read: the largest list of an office, 44 figures
 * of 220 units, is 29,000 cells.
 */
final class Limits {

  static final int CELLS_MAX = 200_000;

  /** Characters of all cells, and of the texts that they share. */
  static final int CHARACTERS_MAX = 8_000_000;

  /** As Excel has it. */
  static final int CELL_CHARACTERS_MAX = 32_767;

  private int cells;
  private int strings;
  private long characters;
  private long shared;

  /** One more cell with so many characters. */
  void cell(int length) throws Unreadable {
    characters += length;
    if (++cells > CELLS_MAX || characters > CHARACTERS_MAX) {
      throw tooMuch();
    }
  }

  /** So many empty cells before one that holds something. */
  void columns(int empty) throws Unreadable {
    cells += Math.max(0, empty);
    if (cells > CELLS_MAX) {
      throw tooMuch();
    }
  }

  /** One more text that cells may share. */
  void string(int length) throws Unreadable {
    shared += length;
    if (++strings > CELLS_MAX || shared > CHARACTERS_MAX) {
      throw tooMuch();
    }
  }

  /** A text has grown to so many characters. */
  void cellText(int length) throws Unreadable {
    // Escapes take seven characters for one.
    if (length > 7 * CELL_CHARACTERS_MAX) {
      throw tooMuch();
    }
  }

  static Unreadable tooMuch() {
    return new Unreadable(WorkbookProblem.WORKBOOK_HOLDS_TOO_MUCH.of(CELLS_MAX, CHARACTERS_MAX));
  }
}
