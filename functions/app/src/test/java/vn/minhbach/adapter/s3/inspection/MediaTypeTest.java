package vn.minhbach.adapter.s3.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MediaTypeTest {

  @Test
  void knowsWhatUnitsCite() throws IOException {
    assertEquals(Optional.of(MediaType.PDF), MediaType.of(ascii("%PDF-1.7\n")));
    assertEquals(Optional.of(MediaType.PNG), MediaType.of(hex("89504e470d0a1a0a0000")));
    assertEquals(Optional.of(MediaType.JPEG), MediaType.of(hex("ffd8ffe000104a46")));
    assertEquals(Optional.of(MediaType.OLE), MediaType.of(hex("d0cf11e0a1b11ae100")));
    assertEquals(Optional.of(MediaType.DOCX), MediaType.of(zip("_rels/.rels", "word/a.xml")));
    assertEquals(Optional.of(MediaType.XLSX), MediaType.of(zip("[Content_Types].xml", "xl/a")));
    assertEquals(Optional.of(MediaType.PPTX), MediaType.of(zip("ppt/a.xml")));
    assertEquals(Optional.of(MediaType.ZIP), MediaType.of(zip("anh/1.png", "words/a")));
  }

  @Test
  void knowsNothingElse() throws IOException {
    for (String text : new String[] {"", "%", "%PDF", " %PDF-1.7", "<html>", "MZ", "PK\3"}) {
      assertEquals(Optional.empty(), MediaType.of(ascii(text)), text);
    }
  }

  @Test
  void readsATornArchive() throws IOException {
    byte[] whole = zip("_rels/.rels", "word/a.xml");
    for (int length = 4; length < whole.length; length++) {
      String type = MediaType.of(Arrays.copyOf(whole, length)).orElseThrow();
      assertEquals(true, type.equals(MediaType.ZIP) || type.equals(MediaType.DOCX));
    }
  }

  @Test
  void servesNoPages() {
    assertEquals("application/octet-stream", MediaType.served("text/html"));
    assertEquals("application/octet-stream", MediaType.served("image/svg+xml"));
    assertEquals(MediaType.PDF, MediaType.served("application/pdf"));
  }

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(ascii("<x/>"));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
