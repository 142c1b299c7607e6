package vn.minhbach.core.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Points;

/**
 * A rule that looks at figures itself, with the way to it through the parts of a criterion. A rule
 * without parts is its own only leaf. Whoever shows or reads the figures of an answer one by one
 * (workbook, print, plausibility) goes by the leaves and need not know how rules are nested.
 *
 * @param path keys of the parts from the criterion down; empty for a criterion without parts
 * @param labels what the parts on the way are called
 * @param maxPoints the most that this rule can give
 */
public record Leaf(List<String> path, List<String> labels, Points maxPoints, ScoringRule rule) {

  public Leaf {
    path = List.copyOf(path);
    labels = List.copyOf(labels);
  }

  /** The leaves of a criterion, in the order of the form. */
  public static List<Leaf> of(Criterion criterion) {
    var leaves = new ArrayList<Leaf>();
    collect(new Leaf(List.of(), List.of(), criterion.maxPoints(), criterion.rule()), leaves);
    return List.copyOf(leaves);
  }

  private static void collect(Leaf at, List<Leaf> leaves) {
    if (at.rule.parts().isEmpty()) {
      leaves.add(at);
      return;
    }
    at.rule.parts().forEach(part -> collect(at.into(part), leaves));
  }

  private Leaf into(ScoringRule.Part part) {
    var keys = new ArrayList<>(path);
    keys.add(part.key());
    var names = new ArrayList<>(labels);
    names.add(part.label());
    return new Leaf(keys, names, part.maxPoints(), part.rule());
  }

  /** Where it stands, for a place or a name: {@code p1.x}; empty for the criterion itself. */
  public String place() {
    return String.join(".", path);
  }

  /** The name of one of its figures among all of the criterion: {@code p1.x.a}. */
  public String place(String key) {
    return path.isEmpty() ? key : place() + "." + key;
  }

  /** What a reader calls it; empty for the criterion itself. */
  public String label() {
    return String.join(" – ", labels);
  }

  /** Its own figures out of those of the criterion; empty where an answer gives none. */
  public Optional<Map<String, Object>> figures(Map<String, Object> inputs) {
    Map<?, ?> at = inputs;
    for (String key : path) {
      if (!(at.get(key) instanceof Map<?, ?> inner)) {
        return Optional.empty();
      }
      at = inner;
    }
    var figures = new LinkedHashMap<String, Object>();
    at.forEach((key, value) -> figures.put(String.valueOf(key), value));
    return Optional.of(figures);
  }

  /** Puts one of its figures into the inputs of a criterion, under the keys of its path. */
  public void put(Map<String, Object> inputs, String key, Object value) {
    Map<String, Object> at = inputs;
    for (String part : path) {
      @SuppressWarnings("unchecked")
      var inner =
          (Map<String, Object>)
              at.computeIfAbsent(part, name -> new LinkedHashMap<String, Object>());
      at = inner;
    }
    at.put(key, value);
  }

  /**
   * Figures one by one, each by its place, as {@code p1.a}: what a reader is shown of nested
   * inputs. What is not nested stays as it is.
   */
  public static Map<String, Object> flat(Map<String, Object> inputs) {
    var flat = new LinkedHashMap<String, Object>();
    flatten("", inputs, flat);
    return flat;
  }

  private static void flatten(String before, Map<?, ?> inputs, Map<String, Object> flat) {
    inputs.forEach((key, value) -> {
      if (value instanceof Map<?, ?> inner) {
        flatten(before + key + ".", inner, flat);
      } else {
        flat.put(before + key, value);
      }
    });
  }
}
