package vn.minhbach.core.criteria;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;

/** The three real criteria sets of the plan of 2020. */
public final class CriteriaFixture {

  public static final List<String> NAMES = List.of("department", "district", "commune");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private CriteriaFixture() {}

  public static CriteriaSet department() {
    return set("department");
  }

  public static CriteriaSet district() {
    return set("district");
  }

  public static CriteriaSet commune() {
    return set("commune");
  }

  public static CriteriaSet set(String name) {
    return accepted(CriteriaSet.read(tree(name)));
  }

  /** All 99 criteria. */
  public static List<Criterion> all() {
    return NAMES.stream().flatMap(name -> set(name).criteria().values().stream()).toList();
  }

  /** The set as its tree, which the caller may change. */
  public static Map<String, Object> tree(String name) {
    return read("/campaigns/131-2020/criteria-" + name + ".json");
  }

  /**
   * A district's digital transformation sheet, with every rule and field that the sets of the plan
   * do not need: parts, alternatives, the group's best, bonus, penalty, levels of a group, who
   * verifies and where the figure is to be had.
   */
  public static CriteriaSet foreign() {
    return accepted(CriteriaSet.read(foreignTree()));
  }

  public static Map<String, Object> foreignTree() {
    return read("/cds-district.json");
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Map<String, Object> read(String path) {
    try (InputStream file = CriteriaFixture.class.getResourceAsStream(path)) {
      return JSON.readValue(file, Map.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A tree from JSON text. */
  public static Object json(String text) {
    return JSON.readValue(text, Object.class);
  }

  public static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        refusal -> {
          throw new AssertionError("refused: " + refusal);
        },
        value -> value);
  }

  /** The refusal; its texts have no empty slot in either language. */
  public static Refusal refused(Outcome<?> outcome) {
    Refusal refusal =
        outcome.fold(
            refused -> refused,
            value -> {
              throw new AssertionError("accepted: " + value);
            });
    for (Language language : Language.values()) {
      assertComplete(refusal.detail(language));
      refusal.violations().forEach(violation -> assertComplete(violation.detail(language)));
    }
    return refusal;
  }

  /** Place and problem of each fault, as {@code inputs.a NEGATIVE}. */
  public static List<String> faults(Outcome<?> outcome) {
    return refused(outcome).violations().stream()
        .map(violation -> violation.place() + " " + violation.problem())
        .toList();
  }

  private static void assertComplete(String text) {
    if (text.contains("…")) {
      throw new AssertionError("a slot without its fact: " + text);
    }
  }
}
