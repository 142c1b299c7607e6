package vn.minhbach.function.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Outcome;

/** The text of a CSV file; what is something else is refused by its name, with the way out. */
final class CsvText {

  /** How a file begins, and what it is then. */
  private record Start(String bytes, Bilingual is) {}

  private static final List<Start> OTHERS =
      List.of(
          new Start(
              "PK\u0003\u0004", new Bilingual("bảng tính hoặc tệp nén", "a workbook or archive")),
          new Start(
              "\u00d0\u00cf\u0011\u00e0",
              new Bilingual("bảng tính kiểu cũ .xls", "an old workbook .xls")),
          new Start("%PDF", new Bilingual("tệp PDF", "a PDF file")),
          new Start("\u00ff\u00fe", new Bilingual("mã UTF-16", "in UTF-16")),
          new Start("\u00fe\u00ff", new Bilingual("mã UTF-16", "in UTF-16")));

  private CsvText() {}

  static Outcome<String> of(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    for (Start other : OTHERS) {
      if (start.startsWith(other.bytes())) {
        return refused(other.is());
      }
    }
    // Every other byte of Latin letters in UTF-16 is zero; no text in UTF-8 has one.
    if (start.indexOf('\0') >= 0) {
      return refused(new Bilingual("mã UTF-16 hoặc không phải văn bản", "in UTF-16, or no text"));
    }
    return Json.text(bytes)
        .fold(
            notUtf8 ->
                refused(
                    new Bilingual(
                        "mã tiếng Việt cũ, như Windows-1258 hoặc TCVN3",
                        "in an older encoding, as Windows-1258 or TCVN3")),
            Outcome::accepted);
  }

  private static Outcome<String> refused(Bilingual actual) {
    return Outcome.refused(RequestProblem.NOT_A_CSV.of(actual));
  }
}
