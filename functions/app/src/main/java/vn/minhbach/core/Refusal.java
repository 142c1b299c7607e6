package vn.minhbach.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why something was refused: what is wrong, and the places at fault where there are several.
 *
 * @param violations each place at fault, in reading order; may be empty
 */
public record Refusal(Fault fault, List<Violation> violations) {

  public Refusal {
    violations = List.copyOf(violations);
  }

  /** A refusal as a whole. */
  public static Refusal of(Fault fault) {
    return new Refusal(fault, List.of());
  }

  /** A refusal that lists each place at fault. */
  public static Refusal of(Fault fault, List<Violation> violations) {
    return new Refusal(fault, violations);
  }

  public Problem problem() {
    return fault.problem();
  }

  /** What fills the problem's texts, by the names of its slots. */
  public Map<String, String> facts() {
    return fault.facts();
  }

  /** The sentence for the reader, in Vietnamese or English. */
  public String detail(Language language) {
    return fault.detail(language);
  }

  /**
   * What is at fault at each place, one sentence after the other; as a whole where none is named.
   */
  public String told(Language language) {
    return violations.isEmpty()
        ? detail(language)
        : violations.stream().map(one -> one.detail(language)).collect(Collectors.joining(" "));
  }

  /**
   * One place at fault.
   *
   * @param place where: a path as {@code inputs.a}, {@code groups[1].criteria[4].maxPoints}, a line
   *     as {@code line 7}, a header or a criterion
   */
  public record Violation(String place, Fault fault) {

    /** A violation at a place; of a long one only the beginning is told. */
    public static Violation at(String place, Fault fault) {
      return new Violation(Fault.told(place), fault);
    }

    public Problem problem() {
      return fault.problem();
    }

    /** What fills the problem's texts, by the names of its slots. */
    public Map<String, String> facts() {
      return fault.facts();
    }

    /** The sentence for the reader. The place is a fact of its own. */
    public String detail(Language language) {
      Map<String, String> all = new LinkedHashMap<>(fault.facts());
      all.putIfAbsent("place", place);
      return problem().detail(language, all);
    }
  }
}
