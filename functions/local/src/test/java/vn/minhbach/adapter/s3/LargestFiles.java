package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of exactly the largest size that a campaign takes, written piece by piece. */
final class LargestFiles {

  private static final int BLOCK = 64 * 1024;
  private static final byte[] COMPOUND = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  private LargestFiles() {}

  /** A scan: noise between a head and an end. */
  static void between(Path file, long bytes, String head, String end) throws IOException {
    between(
        file,
        bytes,
        head.getBytes(StandardCharsets.ISO_8859_1),
        end.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A document of one large picture and of other parts. */
  static void office(Path file, long bytes, String... parts) throws IOException {
    archive(
        file,
        bytes,
        zip -> {
          for (String part : parts) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(part.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** A document with a part that unfolds to so many bytes of nothing. */
  static void bomb(Path file, long bytes, long unfolded) throws IOException {
    archive(
        file,
        bytes,
        zip -> {
          zip.setLevel(Deflater.BEST_SPEED);
          zip.putNextEntry(new ZipEntry("word/document.xml"));
          byte[] nothing = new byte[BLOCK];
          for (long left = unfolded; left > 0; left -= BLOCK) {
            zip.write(nothing);
          }
        });
  }

  /** A document of a great many empty parts. */
  static void manyParts(Path file, long bytes, int count) throws IOException {
    archive(
        file,
        bytes,
        zip -> {
          for (int i = 0; i < count; i++) {
            zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
          }
        });
  }

  /** An old document: noise, and a directory entry of this name at the end. */
  static void compound(Path file, long bytes, String entry) throws IOException {
    ByteBuffer end = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    byte[] name = entry.getBytes(StandardCharsets.UTF_16LE);
    end.put(name);
    end.putShort(64, (short) (name.length + 2));
    end.put(66, (byte) 2);
    between(file, bytes, COMPOUND, end.array());
  }

  @FunctionalInterface
  private interface Parts {
    void write(ZipOutputStream zip) throws IOException;
  }

  /** The parts first, then a stored picture that brings the whole to its size. */
  private static void archive(Path file, long bytes, Parts parts) throws IOException {
    long frame = written(file, parts, 0);
    written(file, parts, bytes - frame);
    check(file, bytes);
  }

  private static long written(Path file, Parts parts, long picture) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      parts.write(zip);
      var stored = new ZipEntry("media/anh.png");
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(picture);
      stored.setCompressedSize(picture);
      var sum = new CRC32();
      noise(picture, sum::update);
      stored.setCrc(sum.getValue());
      zip.putNextEntry(stored);
      noise(picture, block -> write(zip, block));
    }
    return Files.size(file);
  }

  private static void between(Path file, long bytes, byte[] head, byte[] end) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      noise(bytes - head.length - end.length, block -> write(out, block));
      out.write(end);
    }
    check(file, bytes);
  }

  private static void check(Path file, long bytes) throws IOException {
    if (Files.size(file) != bytes) {
      throw new IOException("not " + bytes + " but " + Files.size(file));
    }
  }

  private static void write(OutputStream out, byte[] block) {
    try {
      out.write(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same noise each time, above 0x7f: it spells nothing. */
  private static void noise(long bytes, Consumer<byte[]> sink) {
    var random = new Random(131);
    byte[] block = new byte[BLOCK];
    for (long left = bytes; left > 0; left -= block.length) {
      if (left < BLOCK) {
        block = new byte[(int) left];
      }
      random.nextBytes(block);
      for (int i = 0; i < block.length; i++) {
        block[i] |= (byte) 0x80;
      }
      sink.accept(block);
    }
  }
}
