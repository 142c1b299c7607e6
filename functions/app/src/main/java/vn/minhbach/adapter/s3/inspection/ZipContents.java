package vn.minhbach.adapter.s3.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.minhbach.adapter.s3.inspection.FileInspection.Finding;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

/**
 * Looks into an archive by its central directory, as Office does, and unfolds it once to see what
 * it comes to: sizes that an archive states of itself are not believed. Archives in it are read the
 * same way; one that cannot be read is refused with the whole.
 */
final class ZipContents {

  /** Of an archive and all that lie in it. */
  private static final int ENTRIES_MAX = 10_000;

  private static final long DIRECTORY_BYTES_MAX = 4L << 20;

  /** A document may unfold to a hundred times its size, and a small one to so much in any case. */
  private static final long UNFOLDED_FREE = 32L << 20;

  private static final int UNFOLDED_RATIO = 100;
  private static final long UNFOLDED_MAX = 400L << 20;

  /** A workbook in a document in a document is work; one more is not. */
  private static final int DEPTH_MAX = 3;

  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final byte[] DIRECTORY_END = {'P', 'K', 5, 6};
  private static final int DIRECTORY_END_BYTES = 22;
  private static final int COMMENT_MAX = 65_535;

  /** What a package says of its parts (ECMA-376 part 2, 10.1.2), wherever they lie. */
  private static final Pattern MACRO_TYPES =
      Pattern.compile("vbaProject|macroEnabled|macrosheet", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_TYPE = 12;
  private static final int TYPE_BYTES = 100;

  private final byte[] block = new byte[64 * 1024];
  private long budget;
  private int entries;
  private String type = MediaType.ZIP;
  private boolean macros;
  private boolean fetches;
  private boolean locked;

  private ZipContents(long fileBytes) {
    this.budget = Math.min(UNFOLDED_MAX, UNFOLDED_FREE + UNFOLDED_RATIO * fileBytes);
  }

  /** Unfolds to more than a document does. */
  private static final class Explodes extends IOException {
    private static final long serialVersionUID = 1;
  }

  static Finding inspect(Path file) throws IOException {
    var contents = new ZipContents(Files.size(file));
    try {
      contents.archive(file, 1);
      if (contents.locked) {
        return Finding.refused(contents.type, EvidenceProblem.FILE_ENCRYPTED);
      }
      if (contents.macros || contents.fetches) {
        return Finding.refused(
            contents.type,
            contents.macros
                ? EvidenceProblem.FILE_WITH_MACROS
                : EvidenceProblem.FILE_FETCHES_ANOTHER);
      }
      return Finding.clean(contents.type);
    } catch (Explodes bomb) {
      return Finding.refused(contents.type, EvidenceProblem.FILE_EXPLODES);
    } catch (ZipException | IllegalArgumentException damaged) {
      boolean locked = String.valueOf(damaged.getMessage()).contains("encrypted");
      return Finding.refused(
          contents.type, locked ? EvidenceProblem.FILE_ENCRYPTED : EvidenceProblem.FILE_DAMAGED);
    } catch (EOFException torn) {
      return Finding.refused(contents.type, EvidenceProblem.FILE_DAMAGED);
    }
  }

  private void archive(Path file, int depth) throws IOException {
    if (directoryTooLarge(file, Files.size(file))) {
      throw new Explodes();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (depth == 1) {
        type = type(zip);
      }
      var names = new HashSet<String>();
      for (var all = zip.entries().asIterator(); all.hasNext(); ) {
        ZipEntry entry = all.next();
        if (++entries > ENTRIES_MAX) {
          throw new Explodes();
        }
        // Which of two parts of one name is opened differs from reader to reader.
        if (!names.add(entry.getName())) {
          throw new ZipException("two parts of one name");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          unfold(entry.getName(), in, depth);
        }
      }
    }
  }

  private static String type(ZipFile zip) throws IOException {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = plain(entry.getName());
      Optional<String> office = MediaType.office(name);
      if (office.isPresent()) {
        return office.get();
      }
      if (name.endsWith(".iwa")) {
        return MediaType.IWORK;
      }
    }
    ZipEntry said = zip.getEntry("mimetype");
    if (said == null) {
      return MediaType.ZIP;
    }
    // OpenDocument part 3, 3.3: the first part of such a package says what it is.
    try (InputStream in = zip.getInputStream(said)) {
      String type = new String(in.readNBytes(TYPE_BYTES), StandardCharsets.US_ASCII).strip();
      return type.startsWith(MediaType.OPEN_DOCUMENT) ? type : MediaType.ZIP;
    }
  }

  private void unfold(String name, InputStream content, int depth) throws IOException {
    String plain = plain(name);
    // MS-OFFMACRO 2.2: the project's part, and the older macro sheets of Excel.
    macros |=
        plain.endsWith("vbaproject.bin")
            || plain.startsWith("xl/macrosheets/")
            || plain.endsWith("vbadata.xml");
    var in = new PushbackInputStream(content, ARCHIVE.length);
    byte[] start = in.readNBytes(ARCHIVE.length);
    in.unread(start);
    if (Arrays.equals(start, ARCHIVE)) {
      if (depth >= DEPTH_MAX) {
        throw new Explodes();
      }
      nested(in, depth + 1);
    } else if (Arrays.equals(start, COMPOUND)) {
      // Macros are such a file whatever the part is called; so is an old workbook in a document.
      Optional<Problem> danger = OleContents.inspect(in, this::spend).danger();
      macros |= danger.filter(EvidenceProblem.FILE_WITH_MACROS::equals).isPresent();
      locked |= danger.filter(EvidenceProblem.FILE_ENCRYPTED::equals).isPresent();
    }
    OfficeLinks links = OfficeLinks.watches(plain) ? new OfficeLinks() : null;
    boolean types = plain.equals("[content_types].xml");
    String seen = "";
    for (int length = in.read(block); length >= 0; length = in.read(block)) {
      spend(length);
      if (links != null) {
        links.see(block, length);
        fetches |= links.found();
      }
      if (types) {
        // In UTF-16 every other byte is zero.
        seen =
            seen.substring(Math.max(0, seen.length() - LONGEST_TYPE))
                + new String(block, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        macros |= MACRO_TYPES.matcher(seen).find();
      }
    }
  }

  // Into a file of its own: as Office does, an archive is read by the directory at its end, not by
  // what stands before it.
  private void nested(InputStream in, int depth) throws IOException {
    Path copy = Files.createTempFile("evidence", "");
    try {
      try (OutputStream out = Files.newOutputStream(copy)) {
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
          spend(length);
          out.write(block, 0, length);
        }
      }
      archive(copy, depth);
    } finally {
      Files.delete(copy);
    }
  }

  private void spend(int length) throws Explodes {
    budget -= length;
    if (budget < 0) {
      throw new Explodes();
    }
  }

  private static String plain(String name) {
    return name.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
  }

  /**
   * APPNOTE.TXT 4.3.16: entries at 10, size of the directory at 12 of its end record. Whatever
   * looks like an end record is asked, since a comment may hold a false one.
   */
  private static boolean directoryTooLarge(Path file, long bytes) throws IOException {
    int length = (int) Math.min(bytes, DIRECTORY_END_BYTES + COMMENT_MAX);
    byte[] tail = new byte[length];
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(bytes - length);
      in.readFully(tail);
    }
    for (int at = length - DIRECTORY_END_BYTES; at >= 0; at--) {
      if (Arrays.equals(tail, at, at + 4, DIRECTORY_END, 0, 4)
          && (number(tail, at + 10, 2) > ENTRIES_MAX
              || number(tail, at + 12, 4) > DIRECTORY_BYTES_MAX)) {
        return true;
      }
    }
    return false;
  }

  private static long number(byte[] bytes, int at, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | bytes[at + i] & 0xff;
    }
    return number;
  }
}
