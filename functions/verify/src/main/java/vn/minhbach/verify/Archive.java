package vn.minhbach.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.minhbach.core.publish.bundle.VerifyBundle.Named;

/**
 * A zip as it lies there: every entry of its directory, doubled names included; nothing unpacked.
 */
final class Archive {

  /** No bundle comes near; a bomb would go on. */
  private static final long BYTES_MAX = 1L << 30;

  private Archive() {}

  /** Its files; empty where it cannot be opened. */
  static Optional<List<Named>> read(Path path) {
    var files = new ArrayList<Named>();
    long left = BYTES_MAX;
    try (var zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.isDirectory()) {
          Optional<byte[]> content = content(zip, entry, left);
          left -= content.map(bytes -> bytes.length).orElse(0);
          files.add(new Named(entry.getName(), content));
        }
      }
      return Optional.of(files);
    } catch (IOException | IllegalArgumentException cut) {
      return Optional.empty();
    }
  }

  // ZipFile does not look at the checksum of what it unpacks.
  private static Optional<byte[]> content(ZipFile zip, ZipEntry entry, long left) {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8L));
      var crc = new CRC32();
      crc.update(bytes);
      boolean whole = in.read() < 0 && crc.getValue() == entry.getCrc();
      return whole ? Optional.of(bytes) : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
