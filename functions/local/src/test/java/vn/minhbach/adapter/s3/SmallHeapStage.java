package vn.minhbach.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import vn.minhbach.adapter.s3.inspection.MediaType;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.LocalS3;
import vn.minhbach.local.Template;

/**
 * The store that {@link SmallHeap} reads, and the files in it, in a process of its own: the JVMs of
 * tests compile with C1 alone, on which SHA-256 of some hundred megabytes takes five times as long.
 *
 * <p>Prints a line for each file, {@code FILE id sha256 finding}, and at last {@code READY
 * endpoint}; ends with its input.
 */
final class SmallHeapStage {

  static final String FILE = "FILE ";
  static final String READY = "READY ";

  /** The default of {@code UploadLimits}: 20 MB a file. */
  static final long LARGEST = 20L << 20;

  private SmallHeapStage() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Map<String, String> expected = new LinkedHashMap<>();
    Path files = Files.createDirectory(directory.resolve("files"));
    LargestFiles.between(file(files, 1), LARGEST, "%PDF-1.7\n", "\ntrailer<</Root 1 0 R>>\n%%EOF");
    expected.put(id(1), MediaType.PDF + " -");
    LargestFiles.between(
        file(files, 2), LARGEST, "%PDF-1.7\n", "trailer<</Encrypt 9 0 R>>startxref 0 %%EOF");
    expected.put(id(2), MediaType.PDF + " FILE_ENCRYPTED");
    LargestFiles.between(file(files, 3), LARGEST, "\u0089PNG\r\n\u001a\n", "IEND");
    expected.put(id(3), MediaType.PNG + " -");
    LargestFiles.office(file(files, 4), LARGEST, "word/document.xml");
    expected.put(id(4), MediaType.DOCX + " -");
    LargestFiles.office(file(files, 5), LARGEST, "xl/workbook.xml", "xl/vbaProject.bin");
    expected.put(id(5), MediaType.XLSX + " FILE_WITH_MACROS");
    LargestFiles.bomb(file(files, 6), LARGEST, 600L << 20);
    expected.put(id(6), MediaType.DOCX + " FILE_EXPLODES");
    LargestFiles.manyParts(file(files, 7), LARGEST, 10_001);
    expected.put(id(7), MediaType.ZIP + " FILE_EXPLODES");
    LargestFiles.manyParts(file(files, 10), LARGEST, 9_990);
    expected.put(id(10), MediaType.DOCX + " -");
    LargestFiles.compound(file(files, 8), LARGEST, "WordDocument");
    expected.put(id(8), MediaType.OLE + " -");
    LargestFiles.compound(file(files, 9), LARGEST, "EncryptedPackage");
    expected.put(id(9), MediaType.OLE + " FILE_ENCRYPTED");

    try (LocalS3 store =
        LocalS3.start(
            0,
            Optional.of(directory.resolve("store")),
            List.of(
                new Template.Bucket("Q", "quarantine", false, List.of()),
                new Template.Bucket("E", "evidence", false, List.of())),
            event -> {})) {
      for (Map.Entry<String, String> one : expected.entrySet()) {
        Path file = files.resolve(one.getKey());
        if (Files.size(file) != LARGEST) {
          throw new IllegalStateException(file + " has " + Files.size(file) + " bytes");
        }
        store
            .client()
            .putObject(
                put ->
                    put.bucket("quarantine")
                        .key(
                            SmallHeapTest.CAMPAIGN + "/" + SmallHeapTest.UNIT + "/" + one.getKey()),
                RequestBody.fromFile(file));
        System.out.println(FILE + one.getKey() + " " + sha256(file) + " " + one.getValue());
      }
      System.out.println(READY + store.endpoint());
      while (System.in.read() >= 0) {
        // Only the end matters.
      }
    }
  }

  private static String id(int number) {
    return String.format("%032x", number);
  }

  private static Path file(Path directory, int number) {
    return directory.resolve(id(number));
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] block = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        digest.update(block, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
