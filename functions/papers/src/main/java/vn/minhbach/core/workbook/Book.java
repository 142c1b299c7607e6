package vn.minhbach.core.workbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a workbook holds: its sheets with the cells that hold something. */
public record Book(List<Sheet> sheets) {

  public Book {
    sheets = List.copyOf(sheets);
  }

  /** A sheet by its name, whatever its case. */
  public Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().strip().equalsIgnoreCase(name)).findFirst();
  }

  /** The sheets that a person sees. */
  public List<Sheet> shown() {
    return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
  }

  /**
   * A sheet.
   *
   * @param rows those that hold something, from above
   * @param hiddenColumns columns that nobody sees, from 0
   */
  public record Sheet(String name, List<Row> rows, boolean hidden, Set<Integer> hiddenColumns) {

    public Sheet {
      rows = List.copyOf(rows);
      hiddenColumns = Set.copyOf(hiddenColumns);
    }

    public Sheet(String name, List<Row> rows) {
      this(name, rows, false, Set.of());
    }
  }

  /**
   * A row.
   *
   * @param number as the workbook counts, from 1
   * @param cells from column A on, empty ones between
   * @param hidden by hand or by a filter
   */
  public record Row(int number, List<Cell> cells, boolean hidden) {

    public Row(int number, List<Cell> cells) {
      this(number, cells, false);
    }

    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell of a column, counted from 0. */
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }
}
