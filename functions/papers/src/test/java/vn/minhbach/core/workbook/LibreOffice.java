package vn.minhbach.core.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Opens a file in LibreOffice and saves it. Where it is not installed, a test that needs it is
 * skipped with a word; with {@code -Dlibreoffice.required=true} such a test fails in CI.
 */
final class LibreOffice {

  private LibreOffice() {}

  private static boolean installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  static void needed() {
    assertTrue(installed() || !required(), "CI has no soffice on its PATH");
    assumeTrue(installed(), "LibreOffice is not installed: no soffice on the PATH");
  }

  private static boolean required() {
    return "true".equals(System.getenv("CI")) && Boolean.getBoolean("libreoffice.required");
  }

  /** The same file after LibreOffice opened and saved it. */
  static byte[] saved(byte[] file) {
    return converted(file, "xlsx");
  }

  static byte[] converted(byte[] file, String format) {
    try {
      Path folder = Files.createTempDirectory("office");
      Path in = folder.resolve("in.xlsx");
      Path out = Files.createDirectory(folder.resolve("out"));
      Files.write(in, file);
      Process office =
          new ProcessBuilder(
                  "soffice",
                  "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  format,
                  "--outdir",
                  out.toString(),
                  in.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      boolean ended = office.waitFor(120, TimeUnit.SECONDS);
      if (!ended) {
        office.destroyForcibly();
      }
      assertTrue(ended, "LibreOffice does not come to an end");
      assertEquals(0, office.exitValue(), () -> log(folder));
      Path saved = out.resolve("in." + format);
      // Writer alone says 0 and saves no workbook.
      assumeTrue(
          Files.exists(saved) || required(), () -> "LibreOffice has no Calc: " + log(folder));
      return Files.readAllBytes(saved);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String log(Path folder) {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException none) {
      return none.toString();
    }
  }
}
