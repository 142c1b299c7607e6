package vn.minhbach.core.criteria;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
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
  public static Map<?, ?> tree(String name) {
    String path = "/campaigns/131-2020/criteria-" + name + ".json";
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

  public static Refusal refused(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> refusal,
        value -> {
          throw new AssertionError("accepted: " + value);
        });
  }
}
