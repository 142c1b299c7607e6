package vn.minhbach.adapter.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * The largest files that a campaign takes, of every kind, honest and hostile, are read once each to
 * be looked at and once to be kept, in a heap that holds none of them.
 */
class SmallHeapTest {

  static final CampaignId CAMPAIGN = new CampaignId("131-2020");
  static final UnitCode UNIT = new UnitCode("06649");

  /** A fifth more than such a file, of which the collector gives two thirds to old objects. */
  private static final int HEAP_MEGABYTES = 24;

  @TempDir Path directory;

  @Test
  void largestFilesOfEveryKindAreReadAndKeptInAHeapThatHoldsNoneOfThem() throws Exception {
    List<String> told;
    var expected = new LinkedHashMap<String, String>();
    Process stage =
        started(
            List.of(),
            SmallHeapStage.class,
            List.of(directory.toString()),
            ProcessBuilder.Redirect.PIPE);
    try {
      var arguments = new ArrayList<String>();
      BufferedReader lines = stage.inputReader();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SmallHeapStage.FILE)) {
          String[] file = line.split(" ", 4);
          expected.put(file[1], file[3]);
          arguments.add(file[1] + "," + SmallHeapStage.LARGEST + "," + file[2]);
        } else if (line.startsWith(SmallHeapStage.READY)) {
          arguments.addFirst(line.substring(SmallHeapStage.READY.length()));
          break;
        }
      }
      assertEquals(10, expected.size(), "the stage ended before it was ready");
      told = told(arguments);
    } finally {
      stage.getOutputStream().close();
      stage.waitFor(20, TimeUnit.SECONDS);
      stage.destroyForcibly();
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
        told.contains(
            "DOWN " + 2 * count * SmallHeapStage.LARGEST + " UP " + count * SmallHeapStage.LARGEST),
        told::toString);
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
    Path out = directory.resolve("out");
    Process process =
        started(
            List.of(
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:MaxDirectMemorySize=1m",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + copies),
            SmallHeap.class,
            arguments,
            ProcessBuilder.Redirect.to(out.toFile()));
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), () -> "not done: " + out);
    } finally {
      process.destroyForcibly();
    }
    List<String> told = Files.readAllLines(out);
    assertEquals(0, process.exitValue(), told::toString);
    return told;
  }

  private static Process started(
      List<String> options, Class<?> main, List<String> arguments, ProcessBuilder.Redirect output)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
  }
}
