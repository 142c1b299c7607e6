package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import vn.minhbach.core.assess.evidence.FileFacts;

/** Reads the file named as its argument, and says what it found and whether the file would fit. */
final class SmallHeap {

  private SmallHeap() {}

  public static void main(String... files) throws IOException {
    Path file = Path.of(files[0]);
    FileFacts facts =
        new PdfFileReader(
                (campaign, unit, sha256, type, most, to) -> OptionalLong.empty(), Clock.systemUTC())
            .facts(file);
    System.out.println(
        facts.unreadable().isPresent()
            ? "UNREADABLE " + facts.unreadable().get()
            : "FACTS "
                + facts.pages()
                + " "
                + facts.layer().orElseThrow()
                + " "
                + facts.signatures().getFirst().integrity());
    try {
      System.out.println("WHOLE " + Files.readAllBytes(file).length + " bytes fit");
    } catch (OutOfMemoryError tooSmall) {
      System.out.println("WHOLE does not fit");
    }
  }
}
