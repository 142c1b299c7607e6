package vn.minhbach.function.http;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV as Excel reads it: UTF-8 with a byte order mark, CRLF, no cell that is a formula. */
public final class CsvLine {

  /** Excel takes a file without it for another code. */
  public static final String START = "\uFEFF";

  private CsvLine() {}

  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  // A cell that starts like a formula is one to Excel, whatever blank stands before the sign; an
  // input method for East Asian scripts writes the signs at full width, and they count as well.
  private static String cell(String text) {
    String safe =
        text.matches(
                "(?sU)^(?:[\\t\\r\\n]|[\\s\\uFEFF\\u200B]*[=+@\\-\\uFF1D\\uFF0B\\uFF20\\uFF0D]).*")
            ? "'" + text
            : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
