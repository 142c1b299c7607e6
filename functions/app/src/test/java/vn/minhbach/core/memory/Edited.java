package vn.minhbach.core.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A criteria set as a plain tree, to be corrected. */
public final class Edited {

  private final Map<String, Object> root;

  private Edited(Object tree) {
    root = map(copy(tree));
  }

  public static Edited of(Object tree) {
    return new Edited(tree);
  }

  /** The set in force for a group of a province. */
  public static Edited of(Province province, int group) {
    return of(
        province
            .memory
            .criteriaSets()
            .tree(Province.ID, group, province.campaign().criteriaVersions().get(group))
            .orElseThrow());
  }

  public Map<String, Object> tree() {
    return root;
  }

  public Map<String, Object> criterion(String id) {
    return criteriaOf(id).stream()
        .map(Edited::map)
        .filter(one -> one.get("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  public Edited with(String criterion, String field, Object value) {
    criterion(criterion).put(field, value);
    return this;
  }

  /** Two criteria of one group exchange their points, so that all sums stay. */
  public Edited swapPoints(String one, String other) {
    Object points = criterion(one).get("maxPoints");
    criterion(one).put("maxPoints", criterion(other).get("maxPoints"));
    criterion(other).put("maxPoints", points);
    return this;
  }

  /** The denominator of a ratio gets another key. */
  public Edited renameDenominator(String criterion) {
    Map<String, Object> scoring = map(criterion(criterion).get("scoring"));
    Map<String, Object> input = map(list(scoring.get("inputs")).get(1));
    input.put("key", "whole");
    scoring.put("denominator", "whole");
    return this;
  }

  /** A criterion goes, a copy of it comes in its place under another id. */
  public Edited replace(String old, String id) {
    criterion(old).put("id", id);
    return this;
  }

  private List<Object> criteriaOf(String id) {
    for (Object group : list(root.get("groups"))) {
      List<Object> criteria = list(map(group).get("criteria"));
      if (criteria.stream().anyMatch(one -> map(one).get("id").equals(id))) {
        return criteria;
      }
    }
    throw new AssertionError(id);
  }

  private static Object copy(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put((String) key, copy(value)));
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(value -> copy.add(copy(value)));
        yield copy;
      }
      case null, default -> node;
    };
  }

  @SuppressWarnings("unchecked") // Made by copy.
  public static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked") // Made by copy.
  public static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
