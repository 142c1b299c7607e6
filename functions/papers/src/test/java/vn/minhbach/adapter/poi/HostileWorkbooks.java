package vn.minhbach.adapter.poi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.minhbach.core.workbook.Cell;
import vn.minhbach.core.workbook.Page;

/** Files that nobody should send, made here: none of them needs memory to be made. */
final class HostileWorkbooks {

  static final int MEGABYTE = 1 << 20;

  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<sheetData>";
  private static final String SHEET_END = "</sheetData></worksheet>";

  private HostileWorkbooks() {}

  /** Writes the content of a part. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** A small honest workbook. */
  static byte[] honest() {
    return new XlsxWriter()
        .write(
            List.of(
                new Page(
                    "Trang 1",
                    List.of(Page.Column.text("a", 10), Page.Column.text("b", 10)),
                    List.of(List.of(Cell.text("1"), Cell.text("2"))))));
  }

  /** The honest workbook with one part put in the place of, or beside, its own. */
  static byte[] with(String part, Content content) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ZipOutputStream(bytes);
          var in = new ZipInputStream(new java.io.ByteArrayInputStream(honest()))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          if (!entry.getName().equals(part)) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(out);
          }
        }
        out.putNextEntry(new ZipEntry(part));
        content.write(out);
      }
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  static byte[] with(String part, String content) {
    return with(part, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** A sheet with these rows. */
  static byte[] sheet(String rows) {
    return with("xl/worksheets/sheet1.xml", SHEET + rows + SHEET_END);
  }

  /** A sheet that unfolds to so many megabytes of blanks between two tags. */
  static byte[] unfoldingTo(int megabytes) {
    return with(
        "xl/worksheets/sheet1.xml",
        out -> {
          out.write(SHEET.getBytes(StandardCharsets.UTF_8));
          byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < megabytes; i++) {
            out.write(blanks);
          }
          out.write(SHEET_END.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Random bytes in a part that is never opened, so that the ratio says nothing. */
  static byte[] incompressible(int megabytes) {
    return with(
        "xl/media/image1.png",
        out -> {
          var dice = new java.util.Random(7);
          byte[] noise = new byte[MEGABYTE];
          for (int i = 0; i < megabytes; i++) {
            dice.nextBytes(noise);
            out.write(noise);
          }
        });
  }

  static byte[] rows(int count) {
    return with(
        "xl/worksheets/sheet1.xml",
        out -> {
          out.write(SHEET.getBytes(StandardCharsets.UTF_8));
          for (int i = 1; i <= count; i++) {
            out.write(
                ("<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + i % 1009 + "</v></c></row>")
                    .getBytes(StandardCharsets.UTF_8));
          }
          out.write(SHEET_END.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** One long text, named by very many cells. */
  static byte[] sharedBomb(int cells) {
    byte[] sheet =
        with(
            "xl/worksheets/sheet1.xml",
            out -> {
              out.write(SHEET.getBytes(StandardCharsets.UTF_8));
              for (int i = 1; i <= cells; i++) {
                out.write("<row><c t=\"s\"><v>0</v></c></row>".getBytes(StandardCharsets.UTF_8));
              }
              out.write(SHEET_END.getBytes(StandardCharsets.UTF_8));
            });
    return replaced(
        sheet, "xl/sharedStrings.xml", "<sst><si><t>" + "a".repeat(32_000) + "</t></si></sst>");
  }

  /** Very many texts that nobody names. */
  static byte[] manyStrings(int count) {
    return with(
        "xl/sharedStrings.xml",
        out -> {
          out.write("<sst>".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < count; i++) {
            out.write(("<si><t>" + i + "</t></si>").getBytes(StandardCharsets.UTF_8));
          }
          out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        });
  }

  static byte[] replaced(byte[] book, String part, String content) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ZipOutputStream(bytes);
          InputStream from = new java.io.ByteArrayInputStream(book);
          var in = new ZipInputStream(from)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          if (entry.getName().equals(part)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(out);
          }
        }
      }
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** Very many parts. */
  static byte[] parts(int count) {
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      names.add("xl/part" + i + ".bin");
    }
    try {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ZipOutputStream(bytes)) {
        for (String name : names) {
          out.putNextEntry(new ZipEntry(name));
        }
      }
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
