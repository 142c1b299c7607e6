package vn.minhbach.core;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BinaryOperator;

/**
 * What is wrong: a problem with the facts that fill its texts. Made by the problem itself, as
 * {@code FORM_LOCKED.of(unit, closesAt)}.
 *
 * @param facts as told, by the names of the problem's slots
 */
public record Fault(Problem problem, SequencedMap<String, String> facts) {

  private static final int TOLD_MAX = 1_000;

  public Fault {
    facts = new LinkedHashMap<>(facts);
  }

  /** The sentence for the reader, in Vietnamese or English. */
  public String detail(Language language) {
    return problem.detail(language, facts);
  }

  /** The same, told of this place in the text of a whole refusal. */
  public Fault placed(String place) {
    var all = new LinkedHashMap<>(facts);
    all.put("place", told(place));
    return new Fault(problem, all);
  }

  /**
   * The same with facts told otherwise, as where a line of a list is a row of a workbook.
   *
   * @param telling of a name and its fact the fact as it is told from here on
   */
  public Fault retold(BinaryOperator<String> telling) {
    var all = new LinkedHashMap<String, String>();
    facts.forEach((name, fact) -> all.put(name, telling.apply(name, fact)));
    return new Fault(problem, all);
  }

  // What was sent is told again, and a body may be one value of 256 KB.
  static String told(String fact) {
    return fact == null || fact.length() <= TOLD_MAX
        ? fact
        : fact.substring(0, fact.offsetByCodePoints(0, TOLD_MAX / 2)) + "…";
  }
}
