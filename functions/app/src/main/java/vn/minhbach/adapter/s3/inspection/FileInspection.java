package vn.minhbach.adapter.s3.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

/**
 * Looks into a file whose name and declared type say nothing yet: what it is by its bytes, and
 * whether it is something that no appraiser shall open. Needs constant memory and bounded time
 * whatever the file holds.
 */
public final class FileInspection {

  private static final int HEAD_BYTES = 64 * 1024;
  private static final int TEXT_BYTES = 1024;

  private static final String PROGRAM = "application/x-msdownload";
  private static final String PAGE = "text/html";

  /** First bytes of what is no evidence, for a clear message. */
  private static final List<Start> OTHERS =
      List.of(
          new Start("MZ", PROGRAM, true),
          new Start("\u007fELF", "application/x-executable", true),
          new Start("\u00ca\u00fe\u00ba\u00be", "application/java-vm", true),
          new Start("\u00cf\u00fa\u00ed\u00fe", "application/x-mach-binary", true),
          new Start("#!", "text/x-shellscript", true),
          new Start("L\0\0\0\u0001\u0014\u0002\0", "application/x-ms-shortcut", true),
          new Start("Rar!\u001a\u0007", "application/vnd.rar", false),
          new Start("7z\u00bc\u00af\u0027\u001c", "application/x-7z-compressed", false),
          new Start("\u001f\u008b", "application/gzip", false),
          new Start("{\\rtf", "application/rtf", false),
          new Start("GIF8", "image/gif", false),
          new Start("RIFF", "image/webp", false),
          new Start("II*\0", "image/tiff", false),
          new Start("MM\0*", "image/tiff", false));

  private static final List<String> PAGES =
      List.of("<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<?php", "<%@");

  private FileInspection() {}

  /**
   * What a file is, and why it is refused whatever it was declared as.
   *
   * @param attachments how many other files are attached to it, as far as it says so
   */
  public record Finding(Optional<String> type, Optional<Problem> danger, int attachments) {

    Finding(Optional<String> type, Optional<Problem> danger) {
      this(type, danger, 0);
    }

    /** The same with so many files attached to it. */
    Finding with(int files) {
      return new Finding(type, danger, files);
    }

    static Finding clean(String type) {
      return new Finding(Optional.of(type), Optional.empty());
    }

    static Finding refused(String type, Problem danger) {
      return new Finding(Optional.of(type), Optional.of(danger));
    }
  }

  private record Start(String bytes, String type, boolean program) {}

  public static Finding of(Path file) throws IOException {
    byte[] head = head(file);
    Optional<String> type = MediaType.of(head);
    if (type.isEmpty()) {
      int header = MediaType.headerOfPdf(head);
      Finding before =
          other(
              new String(head, 0, header < 0 ? head.length : header, StandardCharsets.ISO_8859_1));
      // A program or page stays one with a PDF behind it.
      return header < 0 || before.type().isPresent() ? before : PdfContents.inspect(file);
    }
    return switch (type.get()) {
      case MediaType.PDF -> PdfContents.inspect(file);
      case MediaType.OLE -> OleContents.inspect(file);
      case MediaType.PNG, MediaType.JPEG -> Finding.clean(type.get());
      default -> ZipContents.inspect(file);
    };
  }

  private static Finding other(String head) {
    for (Start start : OTHERS) {
      if (head.startsWith(start.bytes())) {
        return start.program()
            ? Finding.refused(start.type(), EvidenceProblem.FILE_IS_PROGRAM)
            : Finding.clean(start.type());
      }
    }
    if (head.startsWith("ftyp", 4)) {
      // ISO/IEC 14496-12, 4.3: the brand says which of the family it is.
      boolean photo = List.of("heic", "heix", "hevc", "mif1", "msf1").contains(brand(head));
      return Finding.clean(photo ? "image/heic" : "video/mp4");
    }
    // A browser reads a page through blanks, a byte order mark and comments.
    String text = head.substring(0, Math.min(head.length(), TEXT_BYTES)).toLowerCase(Locale.ROOT);
    return PAGES.stream().anyMatch(text::contains)
        ? Finding.refused(PAGE, EvidenceProblem.FILE_IS_PROGRAM)
        : new Finding(Optional.empty(), Optional.empty());
  }

  private static String brand(String head) {
    return head.substring(Math.min(8, head.length()), Math.min(12, head.length()));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}
