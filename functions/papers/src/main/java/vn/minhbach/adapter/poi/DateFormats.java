package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which of a workbook's cell styles show a number as a date. */
final class DateFormats {

  private static final int STYLES_MAX = 70_000;

  private final List<Boolean> dates = new ArrayList<>();

  private DateFormats() {}

  static DateFormats none() {
    return new DateFormats();
  }

  static DateFormats read(XmlParts xml, InputStream part) throws Unreadable {
    var formats = new DateFormats();
    Map<Integer, String> codes = new HashMap<>();
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
                if (code != null && code.length() < 1_000 && codes.size() < STYLES_MAX) {
                  codes.put(number(at.getAttributeValue(null, "numFmtId")), code);
                }
              }
              case "xf" -> {
                if (inCellFormats && formats.dates.size() < STYLES_MAX) {
                  int id = number(at.getAttributeValue(null, "numFmtId"));
                  formats.dates.add(
                      DateUtil.isADateFormat(id, codes.getOrDefault(id, builtIn(id))));
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

  boolean isDate(String style) {
    int index = style == null ? 0 : number(style);
    return index >= 0 && index < dates.size() && dates.get(index);
  }

  private static String builtIn(int id) {
    String known = BuiltinFormats.getBuiltinFormat(id);
    return known == null ? "General" : known;
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
