package vn.minhbach.local.rehearsal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A PDF 1.4 of one page: small, valid, and different for every title or line. */
final class Pdf {

  private Pdf() {}

  /**
   * Writes it.
   *
   * @param title of the document's information, any script
   * @param line what the page shows; characters of WinAnsi alone, the standard fonts have no others
   */
  static byte[] of(String title, String line) {
    String text = "BT /F1 14 Tf 72 760 Td (" + escaped(line) + ") Tj ET\n";
    List<String> objects = new ArrayList<>();
    objects.add("<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    objects.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            + " /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>");
    objects.add("<< /Length " + text.length() + " >>\nstream\n" + text + "endstream");
    objects.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    objects.add("<< /Title " + utf16(title) + " /Producer (minhbach) >>");
    return file(objects);
  }

  private static byte[] file(List<String> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // A comment of high bytes: for tools that guess whether a file is text.
    append(out, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      append(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int start = out.size();
    int count = objects.size() + 1;
    append(out, "xref\n0 " + count + "\n" + table);
    append(
        out, "trailer\n<< /Size " + count + " /Root 1 0 R /Info " + objects.size() + " 0 R >>\n");
    append(out, "startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void append(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  /** A text string with its byte order mark, in hex. */
  private static String utf16(String text) {
    return "<FEFF"
        + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
        + ">";
  }
}
