package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import vn.minhbach.adapter.s3.FileInspection.Finding;
import vn.minhbach.core.Problem;

/**
 * Finds the lock of a PDF: an {@code /Encrypt} entry, which stands in plain sight in the trailer or
 * in the dictionary of the cross-reference stream (ISO 32000-1, 7.5.5, 7.5.8, 7.6.1).
 *
 * <p>A file that anyone can open but not print carries the entry too. It is refused like one with a
 * password: a scanner cannot look into either.
 */
final class PdfContents {

  private static final int BLOCK_BYTES = 64 * 1024;

  /** The longest entry that the pattern finds, over a block's edge. */
  private static final int OVERLAP = 32;

  // A name's letters may be written as #xx (ISO 32000-1, 7.3.5); readers take both for the same.
  // What
  // ends the name may be followed by any number of blanks and comments (7.2.3), so it ends the
  // search.
  private static final Pattern LOCK =
      Pattern.compile(
          "/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)(?:[\\x00\\s%]|<<)");

  private PdfContents() {}

  static Finding inspect(Path file) throws IOException {
    byte[] block = new byte[OVERLAP + BLOCK_BYTES];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.readNBytes(block, kept, BLOCK_BYTES);
          length > 0;
          length = in.readNBytes(block, kept, BLOCK_BYTES)) {
        int end = kept + length;
        if (LOCK.matcher(new String(block, 0, end, StandardCharsets.ISO_8859_1)).find()) {
          return Finding.refused(MediaType.PDF, Problem.FILE_ENCRYPTED);
        }
        kept = Math.min(OVERLAP, end);
        System.arraycopy(block, end - kept, block, 0, kept);
      }
    }
    return Finding.clean(MediaType.PDF);
  }
}
