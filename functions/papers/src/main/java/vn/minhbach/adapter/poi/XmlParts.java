package vn.minhbach.adapter.poi;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one XML part element by element; a document type ends it, whatever it declares. */
final class XmlParts {

  /** Hears of each start and end of an element, by its name without prefix. */
  interface Elements {
    void start(String name, XMLStreamReader at) throws Unreadable, XMLStreamException;

    default void end(String name) throws Unreadable {}

    /** Text between; may come in pieces. */
    default void text(String text) throws Unreadable {}
  }

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  XmlParts() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
  }

  void read(String part, InputStream content, Elements elements) throws Unreadable {
    try (content) {
      XMLStreamReader xml = factory.createXMLStreamReader(content);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> elements.start(xml.getLocalName(), xml);
          case XMLStreamConstants.END_ELEMENT -> elements.end(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              elements.text(xml.getText());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw Unreadable.damaged(part + " (DTD)");
          default -> {}
        }
      }
    } catch (XMLStreamException | IOException broken) {
      throw Unreadable.damaged(part);
    }
  }
}
