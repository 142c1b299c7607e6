package vn.minhbach.adapter.s3.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.adapter.s3.inspection.FileInspection.Finding;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

class FileInspectionTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir Path directory;

  @Test
  void letsOrdinaryDocumentsPass() throws IOException {
    assertEquals(Finding.clean(MediaType.PDF), found(ascii("%PDF-1.7\n/EncryptMetadata false")));
    assertEquals(Finding.clean(MediaType.PNG), found(latin("\u0089PNG\r\n\u001a\nxx")));
    assertEquals(Finding.clean(MediaType.JPEG), found(latin("\u00ff\u00d8\u00ff\u00e0")));
    assertEquals(
        Finding.clean(MediaType.DOCX),
        found(zip("[Content_Types].xml", ascii("<x/>"), "word/document.xml", ascii("<x/>"))));
    byte[] sheet = zip("xl/workbook.xml", new byte[MEGABYTE]);
    assertEquals(Finding.clean(MediaType.XLSX), found(sheet));
    assertEquals(
        Finding.clean(MediaType.DOCX),
        found(zip("word/document.xml", ascii("<x/>"), "word/embeddings/a.xlsx", sheet)),
        "a workbook in a document");
  }

  @Test
  void tellsProgramsAndPages() throws IOException {
    for (String start :
        new String[] {
          "MZ\u0090\0", "\u007fELF\u0002", "#!/bin/sh\nrm", "\u00ca\u00fe\u00ba\u00be"
        }) {
      assertEquals(
          Optional.of(EvidenceProblem.FILE_IS_PROGRAM), found(latin(start)).danger(), start);
    }
    for (String page :
        new String[] {
          "<html>",
          "\n \ufeff<!DOCTYPE HTML><title>",
          "<!-- x --><script>alert(1)</script>",
          "<svg onload=x>"
        }) {
      assertEquals(
          Finding.refused("text/html", EvidenceProblem.FILE_IS_PROGRAM),
          found(page.getBytes(StandardCharsets.UTF_8)),
          page);
    }
    assertEquals(Finding.clean("application/vnd.rar"), found(latin("Rar!\u001a\u0007\u0001\0")));
    assertEquals(Finding.clean("image/heic"), found(latin("\0\0\0\u0018ftypheic\0\0\0\0mif1")));
    for (String kind : new String[] {"spreadsheet", "text", "presentation"}) {
      String type = MediaType.OPEN_DOCUMENT + kind;
      assertEquals(
          Finding.clean(type), found(zip("mimetype", ascii(type), "content.xml", ascii("<x/>"))));
    }
    assertEquals(
        Finding.clean(MediaType.IWORK),
        found(zip("Index/Document.iwa", ascii("x"), "a", ascii("x"))));
    assertEquals(
        Optional.of(EvidenceProblem.FILE_FETCHES_ANOTHER),
        found(
                zip(
                    "word/document.xml",
                    ascii("<x/>"),
                    "word/_rels/settings.xml.rels",
                    ascii(
                        "<Relationship Type=\"x/attachedTemplate\" TargetMode=\"External\""
                            + " Target=\"https://x.vn/a.dotm\"/>")))
            .danger());
    assertEquals(new Finding(Optional.empty(), Optional.empty()), found(new byte[0]));
  }

  @Test
  void findsTheLockOfPdfWhereverItStands() throws IOException {
    for (int before : new int[] {0, 64 * 1024 - 20, 64 * 1024 - 4, 200_000}) {
      byte[] filler = new byte[before];
      Arrays.fill(filler, (byte) 'x');
      byte[] locked = joined(ascii("%PDF-1.7\n"), filler, ascii("trailer<</Encrypt 12 0 R>>"));
      assertEquals(Finding.refused(MediaType.PDF, EvidenceProblem.FILE_ENCRYPTED), found(locked));
    }
    assertEquals(
        Optional.of(EvidenceProblem.FILE_ENCRYPTED),
        found(ascii("%PDF-1.4\ntrailer<</Encrypt<</V 4>>")).danger());
  }

  @Test
  void findsMacrosAndLocksOfOffice() throws IOException {
    Optional<Problem> macros = Optional.of(EvidenceProblem.FILE_WITH_MACROS);
    assertEquals(
        macros, found(zip("word/a.xml", ascii("x"), "word/vbaProject.bin", ascii("x"))).danger());
    assertEquals(
        macros, found(zip("xl/a.xml", ascii("x"), "xl\\VBAPROJECT.BIN", ascii("x"))).danger());
    assertEquals(macros, found(zip("xl/macrosheets/sheet1.xml", ascii("x"))).danger());
    byte[] inner = zip("xl/vbaProject.bin", ascii("x"));
    assertEquals(
        macros,
        found(zip("word/a.xml", ascii("x"), "word/embeddings/a.xlsm", inner)).danger(),
        "in a workbook in a document");
    assertEquals(macros, found(ole("_VBA_PROJECT")).danger());
    assertEquals(
        Optional.of(EvidenceProblem.FILE_ENCRYPTED), found(ole("EncryptedPackage")).danger());
    assertEquals(Finding.clean(MediaType.OLE), found(ole("WordDocument")));
    byte[] locked = zip("word/a.xml", ascii("x"));
    setFlag(locked);
    assertEquals(Optional.of(EvidenceProblem.FILE_ENCRYPTED), found(locked).danger());
  }

  @Test
  void findsMacrosWhateverTheirPartIsCalled() throws IOException {
    Optional<Problem> macros = Optional.of(EvidenceProblem.FILE_WITH_MACROS);
    byte[] text = ascii("<x/>");
    assertEquals(
        macros,
        found(zip("word/document.xml", text, "word/theme1.bin", ole("_VBA_PROJECT"))).danger(),
        "renamed");
    assertEquals(
        macros,
        found(zip("word/document.xml", text, "word/embeddings/a.xls", ole("_VBA_PROJECT_CUR")))
            .danger(),
        "an old workbook in a document");
    assertEquals(
        Optional.of(EvidenceProblem.FILE_ENCRYPTED),
        found(zip("word/document.xml", text, "word/embeddings/a.xlsx", ole("EncryptedPackage")))
            .danger(),
        "a locked workbook in a document");
    byte[] types =
        ascii(
            "<Override ContentType=\"application/vnd.ms-excel.macrosheet+xml\" PartName=\"/a\"/>");
    assertEquals(
        macros, found(zip("[Content_Types].xml", types, "xl/workbook.xml", text)).danger());
    assertEquals(
        Finding.clean(MediaType.DOCX),
        found(zip("word/document.xml", text, "word/embeddings/o.bin", ole("Equation Native"))));
  }

  @Test
  void readsNamesOfPdfAsReadersDo() throws IOException {
    assertEquals(
        Optional.of(EvidenceProblem.FILE_ENCRYPTED),
        found(ascii("%PDF-1.7\ntrailer<</Encr#79pt 12 0 R>>")).danger());
    for (String between :
        new String[] {
          "%a comment\n12 0 R", " ".repeat(200) + "12 0 R", "%x\r<</V 4>>", "\0<</V 4"
        }) {
      assertEquals(
          Optional.of(EvidenceProblem.FILE_ENCRYPTED),
          found(ascii("%PDF-1.7\ntrailer<</Encrypt" + between)).danger(),
          between);
    }
    assertEquals(Finding.clean(MediaType.PDF), found(ascii("%PDF-1.7 (/Encryption /Encrypted)")));
  }

  @Test
  void isNotMisledByFalseEndOfDirectory() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 10_001; i++) {
        zip.putNextEntry(new ZipEntry("word/" + i));
      }
      zip.setComment("PK\u0005\u0006" + "\0".repeat(18));
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_EXPLODES), found(bytes.toByteArray()).danger());
  }

  @Test
  void refusesArchivesThatExplode() throws IOException {
    byte[] bomb = zip("word/document.xml", new byte[64 * MEGABYTE]);
    assertEquals(Finding.refused(MediaType.DOCX, EvidenceProblem.FILE_EXPLODES), found(bomb));
    byte[] nest = zip("a", ascii("x"));
    for (int i = 0; i < 3; i++) {
      nest = zip("word/a.zip", nest);
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_EXPLODES), found(nest).danger(), "layers");
    var many = new Object[2 * 10_001];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "word/" + i;
      many[i + 1] = new byte[0];
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_EXPLODES), found(zip(many)).danger(), "entries");
  }

  /** Directories cost time even where no entry holds a byte. */
  @Test
  void refusesArchivesOfArchivesOfNothing() throws IOException {
    byte[] header = new byte[31];
    System.arraycopy(latin("PK\u0003\u0004\u0014"), 0, header, 0, 5);
    header[26] = 1;
    header[30] = 'a';
    byte[] empties = new byte[9_999 * header.length];
    for (int at = 0; at < empties.length; at += header.length) {
      System.arraycopy(header, 0, empties, at, header.length);
    }
    var headersOnly = new Object[2 * 400];
    var directories = new Object[2 * 60];
    for (int i = 0; i < headersOnly.length; i += 2) {
      headersOnly[i] = "word/" + i;
      headersOnly[i + 1] = empties;
    }
    byte[] names = zip(empties(200));
    for (int i = 0; i < directories.length; i += 2) {
      directories[i] = "word/" + i;
      directories[i + 1] = names;
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_DAMAGED), found(zip(headersOnly)).danger());
    assertEquals(Optional.of(EvidenceProblem.FILE_EXPLODES), found(zip(directories)).danger());
  }

  /** Office goes by the directory of a workbook in a document, whatever lies before it. */
  @Test
  void findsMacrosBehindWhatLooksLikeTheEndOfAnInnerArchive() throws IOException {
    byte[] inner = zip("xl/workbook.xml", ascii("x"));
    byte[] macros = zip("xl/a.xml", ascii("x"), "xl/vbaProject.bin", ascii("x"));
    byte[] hidden = joined(inner, ascii("junk"), macros);
    assertEquals(
        Optional.of(EvidenceProblem.FILE_WITH_MACROS),
        found(zip("word/document.xml", ascii("x"), "word/embeddings/a.xlsx", hidden)).danger());
  }

  @Test
  void refusesLockedAndUnreadableArchivesInDocuments() throws IOException {
    byte[] locked = zip("xl/workbook.xml", ascii("x"));
    setFlag(locked);
    assertEquals(
        Optional.of(EvidenceProblem.FILE_ENCRYPTED),
        found(zip("word/document.xml", ascii("x"), "word/embeddings/a.xlsx", locked)).danger());
    byte[] torn = Arrays.copyOf(locked, locked.length - 30);
    assertEquals(
        Optional.of(EvidenceProblem.FILE_DAMAGED),
        found(zip("word/document.xml", ascii("x"), "word/embeddings/a.xlsx", torn)).danger());
  }

  /** Of two parts of one name, readers open one or the other. */
  @Test
  void refusesTwoPartsOfOneName() throws IOException {
    byte[] twice = zip("word/a.xml", ascii("<x/>"), "word/b.xml", ole("_VBA_PROJECT"));
    for (int at = 0; at + 10 < twice.length; at++) {
      if (new String(twice, at, 10, StandardCharsets.ISO_8859_1).equals("word/b.xml")) {
        twice[at + 5] = 'a';
      }
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_DAMAGED), found(twice).danger());
  }

  @Test
  void refusesWhatIsTornWithoutFailing() throws IOException {
    byte[] whole = zip("_rels/.rels", ascii("x"), "word/a.xml", ascii("<x/>"));
    for (int length = 4; length < whole.length; length++) {
      assertEquals(
          Optional.of(EvidenceProblem.FILE_DAMAGED),
          found(Arrays.copyOf(whole, length)).danger(),
          length + " bytes");
    }
    byte[] broken = whole.clone();
    for (int i = 40; i < 60; i++) {
      broken[i] ^= 0x55;
    }
    found(broken);
  }

  private Finding found(byte[] bytes) throws IOException {
    return FileInspection.of(Files.write(directory.resolve("file"), bytes));
  }

  private static Object[] empties(int count) {
    var entries = new Object[2 * count];
    for (int i = 0; i < entries.length; i += 2) {
      entries[i] = "e" + i;
      entries[i + 1] = new byte[0];
    }
    return entries;
  }

  private static void setFlag(byte[] zip) {
    for (int at = 0; at + 10 < zip.length; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        zip[at + 8] |= 1;
      }
    }
  }

  private static byte[] ole(String name) {
    byte[] file = new byte[2048];
    byte[] start = latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    System.arraycopy(start, 0, file, 0, start.length);
    byte[] utf16 = name.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(utf16, 0, file, 1024, utf16.length);
    file[1024 + 64] = (byte) (utf16.length + 2);
    file[1024 + 66] = 2;
    return file;
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
