package vn.minhbach.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures this against what a user would pick instead, in turn on the same machine, and writes a
 * table and a plot. Trust ratios and CPU, not the clock: other things run too.
 *
 * <pre>mvn -q -Pbench package -Dargs="[small] [scoring] [cold] [primed] [night[=units]]"</pre>
 *
 * <p>{@code small} is for keeping it alive: a few samples, written nowhere. Without a part's name
 * all parts run.
 */
public final class Bench {

  private static final int NIGHT_UNITS = 220;

  private Bench() {}

  /**
   * Runs.
   *
   * @param arguments see the class
   */
  public static void main(String[] arguments) throws Exception {
    List<String> asked = List.of(arguments);
    boolean small = asked.contains("small");
    Optional<String> night = asked.stream().filter(one -> one.startsWith("night")).findFirst();
    boolean all =
        night.isEmpty() && asked.stream().noneMatch(List.of("scoring", "cold", "primed")::contains);
    var measures = new ArrayList<Measure>();
    if (all || asked.contains("scoring")) {
      measures.addAll(new ScoringBench().run(small ? 3 : 15, small ? 4 : 200));
    }
    if (all || asked.contains("cold")) {
      measures.addAll(new ColdStartBench().run(small ? 1 : 9));
    }
    if (all || night.isPresent()) {
      night(small ? 4 : night.flatMap(Bench::units).orElse(NIGHT_UNITS));
    }
    if (all || asked.contains("primed")) {
      measures.addAll(new ColdStartBench().primed(small ? 1 : 9));
    }
    System.out.println(Tables.text(measures));
    System.out.println(
        "Scoring and ranking in a workbook: not measured; it needs LibreOffice with Calc and is not"
            + " built.");
    if (!small && all) {
      Tables.write(Path.of("infra", "bench"), measures, machine());
    }
  }

  private static void night(int units) throws Exception {
    DeadlineNight.Outcome night = new DeadlineNight().run(units);
    System.out.println(night.text());
    if (!night.wrong().isEmpty()) {
      throw new IllegalStateException("the night lost or doubled something");
    }
  }

  private static Optional<Integer> units(String argument) {
    return argument.contains("=")
        ? Optional.of(Integer.valueOf(argument.substring(argument.indexOf('=') + 1)))
        : Optional.empty();
  }

  private static String machine() {
    return "%d cores, JDK %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            java.time.LocalDate.now(java.time.ZoneOffset.UTC));
  }
}
