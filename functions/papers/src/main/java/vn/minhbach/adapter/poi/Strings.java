package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, which its cells name by number. */
final class Strings {

  /** ECMA-376 part 1, 22.9.2.19 ST_Xstring: what XML cannot hold stands as _x000D_. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final Pattern TO_ESCAPE =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]");

  private Strings() {}

  static List<String> read(XmlParts xml, InputStream part, Limits limits) throws Unreadable {
    var strings = new ArrayList<String>();
    xml.read(
        "sharedStrings",
        part,
        new XmlParts.Elements() {
          private final StringBuilder text = new StringBuilder();
          private boolean inText;
          private int phonetic;

          @Override
          public void start(String name, XMLStreamReader at) {
            inText = name.equals("t") && phonetic == 0;
            phonetic += name.equals("rPh") ? 1 : 0;
          }

          @Override
          public void end(String name) throws Unreadable {
            inText = false;
            phonetic -= name.equals("rPh") ? 1 : 0;
            if (name.equals("si")) {
              limits.string(text.length());
              strings.add(decoded(text.toString()));
              text.setLength(0);
            }
          }

          @Override
          public void text(String piece) throws Unreadable {
            if (inText) {
              limits.cellText(text.length() + piece.length());
              text.append(piece);
            }
          }
        });
    return strings;
  }

  static String decoded(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }

  /** So that {@link #decoded} gives the text back. */
  static String encoded(String text) {
    return TO_ESCAPE
        .matcher(text)
        .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
  }
}
