package vn.minhbach.adapter.poi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import vn.minhbach.core.workbook.WorkbookProblem;

/**
 * A zip archive in memory, entry after entry, each unfolded once to see what it comes to: sizes
 * that an archive states of itself are not believed. Keeps where the entries stand and nothing of
 * what they hold. Its directory at the end must tell of the same entries, so that nobody sees
 * another file in it than we do.
 */
final class Archive {

  /** A workbook of an office has a few dozen. */
  static final int ENTRIES_MAX = 1_000;

  /** All entries together. */
  static final long UNFOLDED_MAX = 64L << 20;

  /** What a file may unfold to whatever its size, and above that so many times its size. */
  static final long UNFOLDED_FREE = 4L << 20;

  static final int UNFOLDED_RATIO = 100;

  // APPNOTE.TXT 4.3.7, 4.3.9, 4.3.12: where things stand.
  private static final long ENTRY = 0x04034b50L;
  private static final long DESCRIPTOR = 0x08074b50L;
  private static final long DIRECTORY = 0x02014b50L;
  private static final int ENTRY_BYTES = 30;
  private static final int DIRECTORY_BYTES = 46;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_FOLLOW = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final byte[] file;
  private final long budget;
  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private final byte[] block = new byte[64 * 1024];
  private long unfolded;

  /**
   * An entry.
   *
   * @param header where it begins
   * @param data where its bytes begin
   * @param stored how many they are when they are not folded, else -1
   * @param size unfolded, as measured
   */
  record Entry(String name, int header, int data, int stored, long size) {}

  private record Measured(int end, long size, long crc) {}

  private Archive(byte[] file) {
    this.file = file;
    this.budget = Math.min(UNFOLDED_MAX, UNFOLDED_FREE + (long) UNFOLDED_RATIO * file.length);
  }

  /** Measures an archive. Refused when it is damaged, encrypted or a bomb. */
  static Archive of(byte[] file) throws Unreadable {
    var archive = new Archive(file);
    int at = 0;
    while (archive.number(at, 4) == ENTRY) {
      at = archive.entry(at);
    }
    archive.directory(at);
    return archive;
  }

  /** By name, in the order of the file. */
  SequencedMap<String, Entry> entries() {
    return Collections.unmodifiableSequencedMap(entries);
  }

  /** What an entry holds. */
  InputStream open(Entry entry) {
    if (entry.stored() >= 0) {
      return new ByteArrayInputStream(file, entry.data(), entry.stored());
    }
    var folded = new ByteArrayInputStream(file, entry.data(), file.length - entry.data());
    return new InflaterInputStream(folded, new Inflater(true), block.length) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  private int entry(int at) throws Unreadable {
    int flags = (int) number(at + 6, 2);
    int method = (int) number(at + 8, 2);
    int data = at + ENTRY_BYTES + (int) number(at + 26, 2) + (int) number(at + 28, 2);
    String name = name(at + ENTRY_BYTES, (int) number(at + 26, 2));
    if ((flags & ENCRYPTED) != 0) {
      throw new Unreadable(WorkbookProblem.WORKBOOK_ENCRYPTED.of());
    }
    if (data > file.length || entries.size() >= ENTRIES_MAX) {
      throw data > file.length ? Unreadable.damaged(name) : explodes();
    }
    boolean follow = (flags & SIZES_FOLLOW) != 0;
    Measured measured = measured(name, method, data, follow ? -1 : number(at + 18, 4));
    int end = follow ? descriptor(name, measured) : checked(name, measured, number(at + 14, 4));
    int stored = method == STORED ? measured.end() - data : -1;
    var entry = new Entry(name, at, data, stored, measured.size());
    if (entries.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw Unreadable.damaged(name);
    }
    entries.put(name, entry);
    return end;
  }

  private Measured measured(String name, int method, int data, long stated) throws Unreadable {
    if (method == DEFLATED) {
      return inflated(name, data);
    }
    if (method != STORED || stated < 0 || data + stated > file.length) {
      throw Unreadable.damaged(name);
    }
    spend((int) stated);
    var crc = new CRC32();
    crc.update(file, data, (int) stated);
    return new Measured(data + (int) stated, stated, crc.getValue());
  }

  private Measured inflated(String name, int data) throws Unreadable {
    var crc = new CRC32();
    try (var inflater = new Inflater(true)) {
      inflater.setInput(file, data, file.length - data);
      while (!inflater.finished()) {
        int length = inflater.inflate(block);
        if (length == 0 && !inflater.finished()) {
          throw Unreadable.damaged(name);
        }
        spend(length);
        crc.update(block, 0, length);
      }
      return new Measured(
          data + (int) inflater.getBytesRead(), inflater.getBytesWritten(), crc.getValue());
    } catch (DataFormatException broken) {
      throw Unreadable.damaged(name);
    }
  }

  /** Behind an entry that says so: its checksum and sizes, with or without a mark before them. */
  private int descriptor(String name, Measured measured) throws Unreadable {
    int at = measured.end() + (number(measured.end(), 4) == DESCRIPTOR ? 4 : 0);
    checked(name, measured, number(at, 4));
    for (int sizes : new int[] {8, 16}) {
      long next = number(at + 4 + sizes, 4);
      if (next == ENTRY || next == DIRECTORY) {
        return at + 4 + sizes;
      }
    }
    throw Unreadable.damaged(name);
  }

  private static int checked(String name, Measured measured, long crc) throws Unreadable {
    if (measured.crc() != crc) {
      throw Unreadable.damaged(name);
    }
    return measured.end();
  }

  private void directory(int from) throws Unreadable {
    int at = from;
    int listed = 0;
    for (; number(at, 4) == DIRECTORY; listed++) {
      String name = name(at + DIRECTORY_BYTES, (int) number(at + 28, 2));
      Entry entry = entries.get(name);
      if (entry == null || entry.header() != number(at + 42, 4)) {
        throw Unreadable.damaged(name);
      }
      at += DIRECTORY_BYTES + (int) (number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2));
    }
    if (listed == 0 || listed != entries.size()) {
      throw Unreadable.damaged("zip");
    }
  }

  private void spend(int length) throws Unreadable {
    unfolded += length;
    if (unfolded > budget) {
      throw explodes();
    }
  }

  private static Unreadable explodes() {
    return new Unreadable(
        WorkbookProblem.WORKBOOK_EXPLODES.of(UNFOLDED_MAX >> 20, UNFOLDED_RATIO, ENTRIES_MAX));
  }

  private String name(int at, int length) throws Unreadable {
    if (at + length > file.length) {
      throw Unreadable.damaged("zip");
    }
    return new String(file, at, length, StandardCharsets.UTF_8).replace('\\', '/');
  }

  /** Little endian; 0 behind the end, which is no mark of anything. */
  private long number(int at, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | (at + i < file.length ? file[at + i] & 0xff : 0);
    }
    return number;
  }

  /** Whether some entry's name, in lower case, is such. */
  boolean has(Predicate<String> name) {
    return entries.keySet().stream()
        .map(entry -> entry.toLowerCase(Locale.ROOT))
        .map(entry -> entry.startsWith("/") ? entry.substring(1) : entry)
        .anyMatch(name);
  }
}
