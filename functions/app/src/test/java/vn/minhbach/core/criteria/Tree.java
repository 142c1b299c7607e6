package vn.minhbach.core.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain tree whose places can be changed and looked up, as {@code groups[1].id}. */
final class Tree {

  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[(\\d+)]");

  private static final Map<String, Object> REAL = new ConcurrentHashMap<>();

  private final Object root;

  Tree(Object root) {
    this.root = copy(root);
  }

  static Tree of(String set) {
    return new Tree(REAL.computeIfAbsent(set, CriteriaFixture::tree));
  }

  static Tree foreign() {
    return new Tree(REAL.computeIfAbsent("foreign", set -> CriteriaFixture.foreignTree()));
  }

  Object root() {
    return root;
  }

  /** Every place below the root, parents first. */
  List<String> places() {
    var places = new ArrayList<String>();
    collect(root, "", places);
    return places;
  }

  Object get(String place) {
    Object node = root;
    Matcher step = STEP.matcher(place);
    while (step.find()) {
      node =
          step.group(1) != null
              ? map(node).get(step.group(1))
              : list(node).get(Integer.parseInt(step.group(2)));
    }
    return node;
  }

  Tree set(String place, Object value) {
    Object parent = get(parentOf(place));
    String last = lastOf(place);
    if (last.startsWith("[")) {
      list(parent).set(Integer.parseInt(last.substring(1, last.length() - 1)), value);
    } else {
      map(parent).put(last, value);
    }
    return this;
  }

  Tree drop(String place) {
    Object parent = get(parentOf(place));
    String last = lastOf(place);
    if (last.startsWith("[")) {
      list(parent).remove(Integer.parseInt(last.substring(1, last.length() - 1)));
    } else {
      map(parent).remove(last);
    }
    return this;
  }

  Tree add(String place, Object value) {
    list(get(place)).add(copy(value));
    return this;
  }

  Tree swap(String one, String other) {
    Object first = get(one);
    return set(one, get(other)).set(other, first);
  }

  static String lastOf(String place) {
    return place.endsWith("]")
        ? place.substring(place.lastIndexOf('['))
        : place.substring(place.lastIndexOf('.') + 1);
  }

  static String parentOf(String place) {
    String last = lastOf(place);
    String parent = place.substring(0, place.length() - last.length());
    return parent.endsWith(".") ? parent.substring(0, parent.length() - 1) : parent;
  }

  private static void collect(Object node, String place, List<String> places) {
    if (!place.isEmpty()) {
      places.add(place);
    }
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> collect(value, place.isEmpty() ? "" + key : place + "." + key, places));
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), place + "[" + i + "]", places);
      }
    }
  }

  private static Object copy(Object node) {
    if (node instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
      return copy;
    }
    if (node instanceof List<?> list) {
      var copy = new ArrayList<Object>();
      list.forEach(value -> copy.add(copy(value)));
      return copy;
    }
    return node;
  }

  @SuppressWarnings("unchecked") // Made by copy.
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked") // Made by copy.
  private static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
