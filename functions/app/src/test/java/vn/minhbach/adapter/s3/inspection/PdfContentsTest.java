package vn.minhbach.adapter.s3.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.adapter.s3.inspection.FileInspection.Finding;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

/** PDFs as programs write them (in {@code pdf/}, by qpdf), and as nobody should. */
class PdfContentsTest {

  private static final String END = "\ntrailer<</Root 1 0 R>>";

  @TempDir Path directory;

  private Finding found(byte[] file) throws IOException {
    return FileInspection.of(Files.write(directory.resolve("file"), file));
  }

  private Optional<Problem> danger(String text) throws IOException {
    return found(text.getBytes(StandardCharsets.ISO_8859_1)).danger();
  }

  private Finding stored(String name) throws IOException {
    try (var in = PdfContentsTest.class.getResourceAsStream("/pdf/" + name + ".pdf")) {
      return found(in.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner-rc4-40",
        "owner-rc4-128",
        "owner-aes-128",
        "owner-aes-128-plain-metadata",
        "owner-aes-256-r5",
        "owner-aes-256",
        "plain-in-object-streams",
        "xfa-without-script"
      })
  void whatEverybodyCanOpenIsAccepted(String name) throws IOException {
    assertEquals(Finding.clean(MediaType.PDF), stored(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"password-rc4-128", "password-aes-128", "password-aes-256"})
  void whatNeedsPasswordIsRefused(String name) throws IOException {
    assertEquals(Finding.refused(MediaType.PDF, EvidenceProblem.FILE_ENCRYPTED), stored(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script-in-object-stream",
        "owner-script-rc4-128",
        "owner-script-aes-128",
        "owner-script-aes-128-plain-metadata",
        "owner-script-aes-256-r5",
        "owner-script-aes-256",
        "xfa-with-script"
      })
  void scriptsAreFoundInStreamsAndBehindLocks(String name) throws IOException {
    assertEquals(Finding.refused(MediaType.PDF, EvidenceProblem.FILE_WITH_SCRIPT), stored(name));
  }

  @Test
  void attachedFilesAreCounted() throws IOException {
    assertEquals(Finding.clean(MediaType.PDF).with(2), stored("two-attachments"));
  }

  @Test
  void somethingBeforeTheHeaderMakesNoOtherFile() throws IOException {
    for (String before :
        new String[] {"\u00ef\u00bb\u00bf", "\r\n", "TEXTmdos \0\u00015 ", " ".repeat(1_024)}) {
      assertEquals(
          Finding.clean(MediaType.PDF),
          found((before + "%PDF-1.4\n1 0 obj<<>>endobj").getBytes(StandardCharsets.ISO_8859_1)));
    }
    assertEquals(Optional.of(EvidenceProblem.FILE_IS_PROGRAM), danger("MZ\u0090\0%PDF-1.4\n"));
    assertEquals(Optional.of(EvidenceProblem.FILE_IS_PROGRAM), danger("<html><script>%PDF-1.4\n"));
    assertEquals(Optional.of(EvidenceProblem.FILE_IS_PROGRAM), danger("#!/bin/sh\n%PDF-1.4\n"));
    assertEquals(
        Optional.empty(),
        found((" ".repeat(1_025) + "%PDF-1.4").getBytes(StandardCharsets.ISO_8859_1)).type());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 0 obj<</Contents(Muc 3: /Encrypt trong trailer)>>endobj",
        "1 0 obj<</Length 40>>stream\nBT (/Encrypt 12 0 R /JS (x)) Tj ET\nendstream endobj",
        "1 0 obj<</Title<2f456e6372797074>>>endobj",
        "1 0 obj<</Title(\\)/JS \\(/Launch)>>endobj",
        "1 0 obj<</A<</S/URI/URI(https://x.vn/JavaScript)>>>>endobj",
        "1 0 obj<</OpenAction[3 0 R/Fit]/AA<</O<</S/GoTo/D[1 0 R/Fit]>>>>>>endobj",
        "1 0 obj<</EncryptMetadata false/Encryption/Encrypted>>endobj",
        "%a comment of /Encrypt and /JS\n1 0 obj<<>>endobj"
      })
  void wordsInTextsMeanNothing(String objects) throws IOException {
    assertEquals(Optional.empty(), danger("%PDF-1.4\n" + objects + END));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj",
        "1 0 obj<</OpenAction 5 0 R>>endobj 5 0 obj<</S/Launch/F(cmd.exe)>>endobj",
        "1 0 obj<</AA<</O<</S/#4aavaScript/J#53 4 0 R>>>>>>endobj",
        "1 0 obj<</S 5 0 R/X 4 0 R>>endobj 5 0 obj/JavaScript endobj",
        "1 0 obj<</Subtype/RichMedia>>endobj",
        "1 0 obj<</Names<</JavaScript 7 0 R>>>>endobj",
        "1 0 obj<</S/Rendition/JS(x)>>endobj",
        "1 0 obj<</OnInstantiate 4 0 R>>endobj",
        "1 0 obj<</S%x\n/JavaScript%y\n>>endobj",
        "1 0 obj(never closed 2 0 obj<</S/Launch>>endobj",
        "1 0 obj<<>>stream\nno end 2 0 obj<</S/Launch>>endobj",
        "% 2 0 obj<</S/Launch>>endobj",
        "1 0 obj[[<</S[1]/S/Launch>>]]endobj"
      })
  void whatRunsIsRefusedHoweverItIsWritten(String objects) throws IOException {
    assertEquals(
        Optional.of(EvidenceProblem.FILE_WITH_SCRIPT),
        danger("%PDF-1.4\n" + objects + END),
        objects);
  }

  /** A reader jumps to where an object begins, over whatever lies before it. */
  @Test
  void objectsOfStreamAreReadFromWhereEachBegins() throws IOException {
    String objects = "<</A 1>>(open <</S/JavaScript/JS(x)>>";
    String head = "1 0 2 14 ";
    byte[] folded = folded(head + objects);
    String dictionary =
        "<</Type/ObjStm/N 2/First " + head.length() + "/Filter/FlateDecode>>stream\n";
    assertEquals(
        Optional.of(EvidenceProblem.FILE_WITH_SCRIPT), found(pdf(dictionary, folded)).danger());
    String unnamed = "<</N 2/First " + head.length() + "/Filter[/FlateDecode]>>stream\n";
    assertEquals(
        Optional.of(EvidenceProblem.FILE_WITH_SCRIPT), found(pdf(unnamed, folded)).danger());
    String odd = "<</Type/ObjStm/N 2/First 9/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n";
    assertEquals(Optional.of(EvidenceProblem.FILE_DAMAGED), found(pdf(odd, folded)).danger());
  }

  @Test
  void streamsThatExplodeAreRefused() throws IOException {
    byte[] bomb = folded("1 0 " + " ".repeat(40 << 20));
    String dictionary = "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n";
    assertEquals(Optional.of(EvidenceProblem.FILE_EXPLODES), found(pdf(dictionary, bomb)).danger());
  }

  private static byte[] pdf(String dictionary, byte[] stream) throws IOException {
    var file = new ByteArrayOutputStream();
    file.write(("%PDF-1.5\n9 0 obj" + dictionary).getBytes(StandardCharsets.ISO_8859_1));
    file.write(stream);
    file.write(("\nendstream endobj" + END).getBytes(StandardCharsets.ISO_8859_1));
    return file.toByteArray();
  }

  private static byte[] folded(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var fold = new DeflaterOutputStream(bytes)) {
      fold.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }
}
