package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What clients know of a refusal: its slug, its kind (which decides the status) and its two texts.
 * {@code problems/wire.txt} has them as they were when the catalogue was one enum; whoever changes
 * a line there changes what a client reads.
 */
class ProblemWireTest {

  @Test
  void slugsKindsAndTextsAreAsClientsKnowThem() throws IOException {
    try (InputStream known = getClass().getResourceAsStream("/problems/wire.txt")) {
      assertEquals(
          new String(known.readAllBytes(), StandardCharsets.UTF_8),
          Arrays.stream(Problem.values())
              .sorted(Comparator.comparing(Problem::slug))
              .map(ProblemWireTest::lines)
              .collect(Collectors.joining()));
    }
  }

  private static String lines(Problem problem) {
    return "%s %s\n  %s\n  %s\n"
        .formatted(
            problem.slug(),
            problem.kind(),
            problem.text(Language.VI),
            problem.text(Language.EN));
  }
}
