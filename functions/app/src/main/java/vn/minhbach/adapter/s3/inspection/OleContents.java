package vn.minhbach.adapter.s3.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.minhbach.adapter.s3.inspection.FileInspection.Finding;
import vn.minhbach.core.assess.evidence.EvidenceProblem;

/**
 * Looks for telling names among the directory entries of a compound file (MS-CFB 2.6): those of an
 * encrypted Office file (MS-OFFCRYPTO 2.3.4) and of macros (MS-OVBA 2.2.1).
 *
 * <p>Entries are 128 bytes long and lie on 128-byte bounds whatever the sector size. Every such
 * place is looked at, not only those that the sector chain leads to: a chain can be forged.
 */
final class OleContents {

  private static final int ENTRY_BYTES = 128;
  private static final int BLOCK_BYTES = 512 * ENTRY_BYTES;
  private static final int NAME_LENGTH_AT = 64;
  private static final int TYPE_AT = 66;
  private static final int STORAGE = 1;
  private static final int STREAM = 2;

  private static final List<byte[]> LOCKS = names("EncryptedPackage", "EncryptionInfo");
  private static final List<byte[]> MACROS =
      names("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros", "PROJECTwm");

  private OleContents() {}

  static Finding inspect(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return inspect(in, length -> {});
    }
  }

  /** Hears how many bytes were read; may end the reading. */
  @FunctionalInterface
  interface Reading {
    void read(int bytes) throws IOException;
  }

  /** Looks into a compound file that lies in another file. */
  static Finding inspect(InputStream in, Reading reading) throws IOException {
    boolean macros = false;
    byte[] block = new byte[BLOCK_BYTES];
    for (int length = in.readNBytes(block, 0, BLOCK_BYTES);
        length > 0;
        length = in.readNBytes(block, 0, BLOCK_BYTES)) {
      reading.read(length);
      for (int at = 0; at + ENTRY_BYTES <= length; at += ENTRY_BYTES) {
        if (named(block, at, LOCKS)) {
          return Finding.refused(MediaType.OLE, EvidenceProblem.FILE_ENCRYPTED);
        }
        macros |= named(block, at, MACROS);
      }
    }
    return macros
        ? Finding.refused(MediaType.OLE, EvidenceProblem.FILE_WITH_MACROS)
        : Finding.clean(MediaType.OLE);
  }

  private static boolean named(byte[] block, int at, List<byte[]> names) {
    int type = block[at + TYPE_AT];
    if (type != STORAGE && type != STREAM) {
      return false;
    }
    int length = (block[at + NAME_LENGTH_AT] & 0xff) | (block[at + NAME_LENGTH_AT + 1] & 0xff) << 8;
    // The length counts the closing zero.
    return names.stream()
        .anyMatch(name ->
            length == name.length + 2
                && Arrays.equals(block, at, at + name.length, name, 0, name.length));
  }

  private static List<byte[]> names(String... names) {
    return Arrays.stream(names).map(name -> name.getBytes(StandardCharsets.UTF_16LE)).toList();
  }
}
