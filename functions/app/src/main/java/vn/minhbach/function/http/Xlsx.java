package vn.minhbach.function.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.minhbach.core.Markup;
import vn.minhbach.core.Points;

/**
 * Writes one plain sheet as Excel stores it (ECMA-376): a bold header that stays in sight, numbers
 * as numbers, everything else as text, and no formula by any means. The same table gives the same
 * bytes. Own code, since the library that reads and writes whole workbooks would make this function
 * four times as large, and slow to wake.
 */
final class Xlsx {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int WIDTH_MIN = 8;
  private static final int WIDTH_MAX = 60;

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** 0 plain, 1 bold, 2 with two decimals. */
  private static final String STYLES =
      "<styleSheet xmlns=\"%s\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New"
          + " Roman\"/></font><font><b/><sz val=\"11\"/><name val=\"Times New"
          + " Roman\"/></font></fonts><fills count=\"2\"><fill><patternFill"
          + " patternType=\"none\"/></fill><fill><patternFill"
          + " patternType=\"gray125\"/></fill></fills><borders"
          + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs"
          + " count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"2\""
          + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

  private Xlsx() {}

  static byte[] of(Sheet sheet) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts(sheet).entrySet()) {
        var entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> parts(Sheet sheet) {
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("/xl/workbook.xml", "sheet.main+xml")
            + type("/xl/worksheets/sheet1.xml", "worksheet+xml")
            + type("/xl/styles.xml", "styles+xml")
            + "</Types>");
    parts.put("_rels/.rels", links("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(MAIN, LINKS, Markup.escaped(sheetName(sheet.name()))));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        links("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
    parts.put("xl/styles.xml", STYLES.formatted(MAIN));
    parts.put("xl/worksheets/sheet1.xml", worksheet(sheet));
    return parts;
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + PART + type + "\"/>";
  }

  private static String links(String... typeAndTarget) {
    var links = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 0; i < typeAndTarget.length; i += 2) {
      links.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, LINKS, typeAndTarget[i], typeAndTarget[i + 1]));
    }
    return links.append("</Relationships>").toString();
  }

  private static String worksheet(Sheet sheet) {
    return "<worksheet xmlns=\""
        + MAIN
        + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
        + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
        + widths(sheet)
        + "</cols><sheetData><row>"
        + sheet.header().stream().map(title -> text(title, 1)).collect(Collectors.joining())
        + "</row>"
        + sheet.rows().stream().map(Xlsx::row).collect(Collectors.joining())
        + "</sheetData></worksheet>";
  }

  private static String widths(Sheet sheet) {
    var widths = new StringBuilder();
    for (int i = 0; i < sheet.header().size(); i++) {
      int column = i;
      int longest =
          sheet.rows().stream()
              .mapToInt(row -> row.get(column).toString().length())
              .max()
              .orElse(WIDTH_MIN);
      int width = Math.max(longest, sheet.header().get(i).length()) + 2;
      widths.append(
          "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(i + 1, i + 1, Math.clamp(width, WIDTH_MIN, WIDTH_MAX)));
    }
    return widths.toString();
  }

  private static String row(List<Object> cells) {
    return "<row>" + cells.stream().map(Xlsx::cell).collect(Collectors.joining()) + "</row>";
  }

  private static String cell(Object value) {
    return switch (value) {
      case Points points -> "<c s=\"2\"><v>" + points + "</v></c>";
      case Integer number -> "<c><v>" + number + "</v></c>";
      default -> value.toString().isEmpty() ? "<c/>" : text(value.toString(), 0);
    };
  }

  private static String text(String value, int style) {
    return "<c s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
        .formatted(style, Markup.escaped(value));
  }

  // Excel allows 31 characters, and none of these.
  private static String sheetName(String name) {
    String allowed = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return allowed.substring(0, Math.min(allowed.length(), 31));
  }
}
