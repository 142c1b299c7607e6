package vn.minhbach.core.workbook;

import vn.minhbach.core.Outcome;

/**
 * Port: the one way by which a workbook comes in. Whoever sends it is a stranger, so it is measured
 * before it is opened, in bounded memory, and nothing in it is computed, run or followed.
 */
public interface WorkbookReader {

  /**
   * Reads an .xlsx. A cell with a formula comes as such, without the value that it last showed.
   * Refused when it is no .xlsx, damaged, encrypted, has macros, or unfolds to more than a list of
   * an office does.
   */
  Outcome<Book> read(byte[] file);
}
