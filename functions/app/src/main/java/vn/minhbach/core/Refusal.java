package vn.minhbach.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Why something was refused: one entry of the catalogue, the facts that fill its text, and the
 * places at fault where there are several.
 *
 * @param facts values for the {@code {name}} slots of the problem's texts
 * @param violations each place at fault, in reading order; may be empty
 */
public record Refusal(
    Problem problem, SequencedMap<String, String> facts, List<Violation> violations) {

  private static final int TOLD_MAX = 1_000;

  public Refusal {
    facts = new LinkedHashMap<>(facts);
    violations = List.copyOf(violations);
  }

  /** A refusal as a whole; {@code facts} are name, value, name, value… */
  public static Refusal of(Problem problem, String... facts) {
    return new Refusal(problem, pairs(facts), List.of());
  }

  /** A refusal that lists each place at fault. */
  public static Refusal of(Problem problem, List<Violation> violations, String... facts) {
    return new Refusal(problem, pairs(facts), violations);
  }

  /** The sentence for the reader, in Vietnamese or English. */
  public String detail(Language language) {
    return problem.detail(language, facts);
  }

  static SequencedMap<String, String> pairs(String... facts) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < facts.length; i += 2) {
      map.put(facts[i], told(facts[i + 1]));
    }
    return map;
  }

  // What was sent is told again, and a body may be one value of 256 KB.
  private static String told(String fact) {
    return fact == null || fact.length() <= TOLD_MAX
        ? fact
        : fact.substring(0, fact.offsetByCodePoints(0, TOLD_MAX / 2)) + "…";
  }

  /**
   * One place at fault.
   *
   * @param place where: a path as {@code inputs.a}, {@code groups[1].criteria[4].maxPoints}, a line
   *     as {@code line 7}, a header or a criterion
   */
  public record Violation(String place, Problem problem, SequencedMap<String, String> facts) {

    public Violation {
      facts = new LinkedHashMap<>(facts);
    }

    /** A violation at a place; {@code facts} are name, value, name, value… */
    public static Violation at(String place, Problem problem, String... facts) {
      return new Violation(told(place), problem, pairs(facts));
    }

    /** The facts as name, value, name, value…: to say the same at another place. */
    public String[] flatFacts() {
      return facts.entrySet().stream()
          .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
          .toArray(String[]::new);
    }

    /** The sentence for the reader. The place is a fact of its own. */
    public String detail(Language language) {
      Map<String, String> all = new LinkedHashMap<>(facts);
      all.putIfAbsent("place", place);
      return problem.detail(language, all);
    }
  }
}
