package vn.minhbach.function.http;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV in UTF-8 with a byte order mark, since Excel takes it for another code else. */
public final class CsvText {

  private CsvText() {}

  public static String of(List<String> header, List<List<String>> rows) {
    return "\uFEFF" + line(header) + rows.stream().map(CsvText::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  // A cell that starts like a formula is one to Excel.
  private static String cell(String text) {
    String safe = text.matches("(?s)^[=+@\\-\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
