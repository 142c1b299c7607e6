package vn.minhbach.adapter.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.LocalS3;
import vn.minhbach.local.Template;

/**
 * The largest files that a campaign takes, of every kind, honest and hostile, are read once each to
 * be looked at and once to be kept, in a heap that holds none of them.
 */
class SmallHeapTest {

  static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  static final UnitCode UNIT = new UnitCode("06649");

  /** The default of {@code UploadLimits}: 20 MB a file. */
  private static final long LARGEST = 20L << 20;

  /** A fifth more than such a file, of which the collector gives two thirds to old objects. */
  private static final int HEAP_MEGABYTES = 24;

  @TempDir Path directory;

  @Test
  void largestFilesOfEveryKindAreReadAndKeptInAHeapThatHoldsNoneOfThem() throws Exception {
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

    List<String> told;
    try (LocalS3 store =
        LocalS3.start(
            0,
            Optional.of(directory.resolve("store")),
            List.of(
                new Template.Bucket("Q", "quarantine", false, List.of()),
                new Template.Bucket("E", "evidence", false, List.of())),
            event -> {})) {
      var arguments = new ArrayList<String>();
      arguments.add(store.endpoint().toString());
      for (String id : expected.keySet()) {
        Path file = files.resolve(id);
        assertEquals(LARGEST, Files.size(file));
        store
            .client()
            .putObject(
                put -> put.bucket("quarantine").key(CAMPAIGN + "/" + UNIT + "/" + id),
                RequestBody.fromFile(file));
        arguments.add(id + "," + LARGEST + "," + sha256(file));
      }
      told = told(arguments);
    }

    List<String> findings =
        expected.entrySet().stream()
            .map(file -> "FILE " + file.getKey() + " " + file.getValue() + " true true")
            .toList();
    assertEquals(
        findings, told.stream().filter(line -> line.startsWith("FILE")).toList(), told::toString);
    int count = expected.size();
    assertTrue(
        told.contains(
            "REQUESTS {S3.GetObject=%d, S3.HeadObject=%d, S3.PutObject=%d}"
                .formatted(2 * count, count, count)),
        told::toString);
    assertTrue(
        told.contains("DOWN " + 2 * count * LARGEST + " UP " + count * LARGEST), told::toString);
    assertTrue(told.contains("WHOLE does not fit"), told::toString);
    String peak = told.stream().filter(line -> line.startsWith("PEAK")).findFirst().orElseThrow();
    System.out.println(
        "largest files, heap of " + HEAP_MEGABYTES + " MB, used at most " + peak.substring(5));
    try (var left = Files.list(directory.resolve("tmp"))) {
      assertEquals(List.of(), left.toList(), "every copy is deleted");
    }
  }

  private List<String> told(List<String> arguments) throws Exception {
    Path copies = Files.createDirectory(directory.resolve("tmp"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:MaxDirectMemorySize=1m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + copies,
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
    command.addAll(arguments);
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), () -> "not done: " + out);
    } finally {
      process.destroyForcibly();
    }
    List<String> told = Files.readAllLines(out);
    assertEquals(0, process.exitValue(), told::toString);
    return told;
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
