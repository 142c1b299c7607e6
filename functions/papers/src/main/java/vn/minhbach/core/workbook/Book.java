package vn.minhbach.core.workbook;

import java.util.List;
import java.util.Optional;

/** What a workbook holds: its sheets with the cells that hold something. */
public record Book(List<Sheet> sheets) {

  public Book {
    sheets = List.copyOf(sheets);
  }

  /** A sheet by its name, whatever its case. */
  public Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().strip().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * A sheet.
   *
   * @param rows those that hold something, from above
   */
  public record Sheet(String name, List<Row> rows) {

    public Sheet {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param number as the workbook counts, from 1
   * @param cells from column A on, empty ones between
   */
  public record Row(int number, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell of a column, counted from 0. */
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }
}
