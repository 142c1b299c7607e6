package vn.minhbach.core.workbook;

import java.util.List;

/**
 * A sheet to be written: a heading row that stays in sight, and rows below it.
 *
 * @param name at most 31 characters, as Excel allows
 * @param rows each with a cell for each column, or fewer
 */
public record Page(String name, List<Column> columns, List<List<Cell>> rows) {

  public Page {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A column.
   *
   * @param width in characters
   * @param text whether its cells are formatted as text, so that Excel keeps zeros in front
   * @param choices what its cells may hold, offered as a list; empty for anything
   */
  public record Column(String heading, int width, boolean text, List<String> choices) {

    public Column {
      choices = List.copyOf(choices);
    }

    public static Column text(String heading, int width) {
      return new Column(heading, width, true, List.of());
    }

    public static Column number(String heading, int width) {
      return new Column(heading, width, false, List.of());
    }

    public static Column choice(String heading, int width, List<String> choices) {
      return new Column(heading, width, true, choices);
    }
  }
}
