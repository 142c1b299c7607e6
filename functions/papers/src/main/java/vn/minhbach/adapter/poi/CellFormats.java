package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** The number formats of a workbook's cell styles. */
final class CellFormats {

  private static final int STYLES_MAX = 70_000;
  private static final int CODE_MAX = 1_000;

  private final List<NumberFormat> formats = new ArrayList<>();

  private CellFormats() {}

  static CellFormats none() {
    return new CellFormats();
  }

  static CellFormats read(XmlParts xml, InputStream part) throws Unreadable {
    var formats = new CellFormats();
    Map<Integer, NumberFormat> known = new HashMap<>();
    xml.read(
        "styles",
        part,
        new XmlParts.Elements() {
          private boolean inCellFormats;

          @Override
          public void start(String name, XMLStreamReader at) throws Unreadable {
            switch (name) {
              case "cellXfs" -> inCellFormats = true;
              case "numFmt" -> {
                String code = at.getAttributeValue(null, "formatCode");
                if (code != null && code.length() < CODE_MAX && known.size() < STYLES_MAX) {
                  int id = number(at.getAttributeValue(null, "numFmtId"));
                  known.put(id, new NumberFormat(id, code));
                }
              }
              case "xf" -> {
                if (inCellFormats && formats.formats.size() < STYLES_MAX) {
                  int id = number(at.getAttributeValue(null, "numFmtId"));
                  formats.formats.add(known.computeIfAbsent(id, CellFormats::builtIn));
                }
              }
              default -> {}
            }
          }

          @Override
          public void end(String name) {
            inCellFormats &= !name.equals("cellXfs");
          }
        });
    return formats;
  }

  /** The format of a style; that of a plain cell for none. */
  NumberFormat of(String style) {
    int index = style == null ? 0 : number(style);
    return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.GENERAL;
  }

  private static NumberFormat builtIn(int id) {
    String known = id < 0 ? null : BuiltinFormats.getBuiltinFormat(id);
    // Currency of the machine (5 to 8) and dates of the far east (27 to 36, 50 to 58) have no one
    // code: the former are amounts, the latter are no numbers.
    boolean farEast = id >= 27 && id <= 36 || id >= 50 && id <= 58;
    return new NumberFormat(id, farEast ? "yyyy\\-mm\\-dd" : known == null ? "General" : known);
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
