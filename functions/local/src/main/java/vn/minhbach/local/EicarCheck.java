package vn.minhbach.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the EICAR test string, the harmless file that every scanner takes for malware, anywhere in
 * a file. It finds nothing else.
 */
public final class EicarCheck implements Scanner.Check {

  // Joined at run time, so that scanners do not take source or class file for the test file.
  private static final byte[] SIGNATURE =
      String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int[] FALLBACK = fallback();

  /** The name that GuardDuty gives it. */
  static final String NAME = "EICAR-Test-File (not a virus)";

  /** The test string itself, for tests that upload it. */
  public static byte[] testFile() {
    return SIGNATURE.clone();
  }

  @Override
  public Scanner.Verdict look(InputStream content) throws IOException {
    byte[] buffer = new byte[8192];
    int matched = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      for (int i = 0; i < read; i++) {
        matched = step(matched, buffer[i]);
        if (matched == SIGNATURE.length) {
          return Scanner.Verdict.threats(List.of(NAME));
        }
      }
    }
    return Scanner.Verdict.CLEAN;
  }

  /** Knuth, Morris, Pratt: no byte is looked at twice, so nothing need be kept. */
  private static int step(int matched, byte next) {
    int length = matched;
    while (length > 0 && SIGNATURE[length] != next) {
      length = FALLBACK[length - 1];
    }
    return SIGNATURE[length] == next ? length + 1 : 0;
  }

  private static int[] fallback() {
    int[] fallback = new int[SIGNATURE.length];
    int length = 0;
    for (int i = 1; i < SIGNATURE.length; i++) {
      while (length > 0 && SIGNATURE[i] != SIGNATURE[length]) {
        length = fallback[length - 1];
      }
      if (SIGNATURE[i] == SIGNATURE[length]) {
        length++;
      }
      fallback[i] = length;
    }
    return fallback;
  }

  @Override
  public String toString() {
    return "EICAR";
  }
}
