package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.DigitalSignature;
import vn.minhbach.core.assess.evidence.FileFacts;
import vn.minhbach.core.assess.evidence.FileFacts.Unreadable;
import vn.minhbach.core.assess.evidence.FileReader;
import vn.minhbach.core.assess.evidence.KeptFiles;
import vn.minhbach.core.file.FileKind;

/** Reads a PDF of the vault: from a copy in a file, since its directory stands at its end. */
public final class PdfFileReader implements FileReader {

  private final KeptFiles files;
  private final Signatures signatures;
  private final Clock wallClock;

  /**
   * A reader that holds chains of certificates by the roots that the zip ships.
   *
   * @param wallClock by which a slow file is given up
   */
  public PdfFileReader(KeptFiles files, Clock wallClock) {
    this(files, Roots.shipped(), wallClock);
  }

  PdfFileReader(KeptFiles files, Roots roots, Clock wallClock) {
    this.files = files;
    this.signatures = new Signatures(roots);
    this.wallClock = wallClock;
  }

  @Override
  public Optional<FileFacts> read(CampaignId campaign, UnitCode unit, String sha256) {
    try {
      Path copy = Files.createTempFile("facts", ".pdf");
      try {
        OptionalLong size = copied(campaign, unit, sha256, copy);
        if (size.isEmpty()) {
          return Optional.empty();
        }
        return Optional.of(
            size.getAsLong() > Bounds.FILE_MAX ? FileFacts.of(Unreadable.TOO_LARGE) : facts(copy));
      } finally {
        Files.delete(copy);
      }
    } catch (IOException disk) {
      // Not the file's fault: the event comes again.
      throw new UncheckedIOException("no copy of a file could be made", disk);
    }
  }

  private OptionalLong copied(CampaignId campaign, UnitCode unit, String sha256, Path to)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      return files.copy(
          campaign,
          unit,
          sha256,
          FileKind.PDF,
          Bounds.FILE_MAX,
          (block, length) -> {
            try {
              out.write(block, 0, length);
            } catch (IOException full) {
              throw new UncheckedIOException(full);
            }
          });
    }
  }

  /** What a file says. Whatever is in it, an answer comes. */
  FileFacts facts(Path file) {
    try {
      return read(file, new Bounds(wallClock));
    } catch (InvalidPasswordException locked) {
      return FileFacts.of(Unreadable.ENCRYPTED);
    } catch (Bounds.TooSlow late) {
      return FileFacts.of(Unreadable.TOO_SLOW);
    } catch (Bounds.TooLarge | OutOfMemoryError large) {
      return FileFacts.of(Unreadable.TOO_LARGE);
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      // A library that meets what it never expected; what it says may hold the file's own text.
      return FileFacts.of(Unreadable.BROKEN);
    }
  }

  private FileFacts read(Path file, Bounds bounds) throws IOException {
    try (RandomAccessRead bytes = new TimedFile(file, bounds);
        PDDocument document =
            Loader.loadPDF(
                bytes,
                MemoryUsageSetting.setupMixed(Bounds.UNPACKED_IN_MEMORY, Bounds.UNPACKED_MAX)
                    .streamCache)) {
      int count = document.getNumberOfPages();
      if (count < 1) {
        return FileFacts.of(Unreadable.BROKEN);
      }
      List<DigitalSignature> signed = signatures.of(document, file, bounds);
      int attachments = Attachments.count(document, bounds);
      Pages pages = new Pages(bounds);
      pages.look(document);
      return new FileFacts(
          Optional.empty(), count, pages.read(), pages.layer(), attachments, signed, pages.stamp());
    }
  }
}
