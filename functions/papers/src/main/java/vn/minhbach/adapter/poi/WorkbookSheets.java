package vn.minhbach.adapter.poi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** What a workbook says of its sheets, in their order, and from which day it counts. */
record WorkbookSheets(List<Named> sheets, boolean from1904) {

  /**
   * A sheet.
   *
   * @param relation the relation to the part that holds it
   * @param hidden whether no person sees it
   */
  record Named(String name, String relation, boolean hidden) {}

  /** Namespaces of the relation in the transitional and the strict form (ECMA-376 parts 4, 1). */
  private static final List<String> RELATIONS =
      List.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");

  static WorkbookSheets read(XmlParts xml, InputStream part) throws Unreadable {
    var sheets = new ArrayList<Named>();
    var from1904 = new boolean[1];
    xml.read(
        "workbook",
        part,
        new XmlParts.Elements() {
          @Override
          public void start(String name, XMLStreamReader at) {
            if (name.equals("workbookPr")) {
              String since = at.getAttributeValue(null, "date1904");
              from1904[0] = since != null && List.of("1", "true", "on").contains(since);
            } else if (name.equals("sheet")) {
              String state = at.getAttributeValue(null, "state");
              sheets.add(
                  new Named(
                      String.valueOf(at.getAttributeValue(null, "name")),
                      relation(at),
                      state != null && !state.equals("visible")));
            }
          }
        });
    return new WorkbookSheets(List.copyOf(sheets), from1904[0]);
  }

  private static String relation(XMLStreamReader at) {
    return RELATIONS.stream()
        .map(namespace -> at.getAttributeValue(namespace, "id"))
        .filter(id -> id != null)
        .findFirst()
        .orElse("");
  }
}
