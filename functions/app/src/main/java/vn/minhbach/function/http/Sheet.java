package vn.minhbach.function.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that a client may have as CSV or as a workbook.
 *
 * @param name of the file, without its ending
 * @param rows cells are points, whole numbers or texts; an empty text leaves a cell empty
 */
public record Sheet(String name, List<String> header, List<List<Object>> rows) {

  public static final String CSV = "text/csv";

  public Sheet {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table as the client asked for it, where it asked for one. */
  public static boolean wanted(Request request) {
    return request.prefers(CSV) || request.prefers(Reply.XLSX);
  }

  /** As CSV, or as a workbook where the client would rather have that. */
  public Reply reply(Request request) {
    return request.prefers(CSV)
        ? Reply.csv(csv(), name + ".csv")
        : Reply.file(xlsx(), Reply.XLSX, name + ".xlsx");
  }

  /** The workbook's bytes. */
  public byte[] xlsx() {
    return Xlsx.of(this);
  }

  /** The text of the CSV. */
  public String csv() {
    return CsvLine.START
        + CsvLine.of(header)
        + rows.stream()
            .map(row -> CsvLine.of(row.stream().map(Object::toString).toList()))
            .collect(Collectors.joining());
  }
}
