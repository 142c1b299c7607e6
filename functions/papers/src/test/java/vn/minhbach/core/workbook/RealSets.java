package vn.minhbach.core.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan's criteria sets, as the template 131-2020 has them. */
public final class RealSets {

  public static final List<String> NAMES = List.of("department", "district", "commune");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private RealSets() {}

  /** A set with all that the template adds to it, numbers in one form. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> of(String name) {
    Map<String, Object> set = (Map<String, Object>) resource("criteria-" + name + ".json");
    int group = NAMES.indexOf(name) + 1;
    Map<String, Object> inputs = (Map<String, Object>) resource("inputs.json");
    Map<String, Object> origins =
        (Map<String, Object>) inputs.getOrDefault(String.valueOf(group), Map.of());
    for (Object part : (List<Object>) set.get("groups")) {
      for (Object criterion : (List<Object>) ((Map<String, Object>) part).get("criteria")) {
        Map<String, Object> one = (Map<String, Object>) criterion;
        if (origins.containsKey(one.get("id"))) {
          one.put("origin", origins.get(one.get("id")));
        }
      }
    }
    return (Map<String, Object>) plain(set);
  }

  private static Object resource(String name) {
    try (InputStream in = RealSets.class.getResourceAsStream("/campaigns/131-2020/" + name)) {
      return JSON.readValue(in, Object.class);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Numbers as BigDecimal without trailing zeros, so that equal is equal. */
  public static Object plain(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
        yield plain;
      }
      case List<?> list -> list.stream().map(RealSets::plain).toList();
      case Number number -> {
        BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        yield stripped.scale() < 0 ? stripped.setScale(0) : stripped;
      }
      default -> tree;
    };
  }

  static Stream<String> names() {
    return NAMES.stream();
  }
}
