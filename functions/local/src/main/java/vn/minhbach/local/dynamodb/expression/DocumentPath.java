package vn.minhbach.local.dynamodb.expression;

import java.util.List;
import java.util.Map;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;

/**
 * Where a value stands in an item: a name, then names in maps and indexes in lists.
 *
 * @param steps the first is a name
 */
public record DocumentPath(List<Step> steps) {

  /** A step into an item, a map or a list. */
  public sealed interface Step {}

  /** An attribute, or a member of a map. */
  public record Name(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An element of a list, from 0. */
  public record Index(int index) implements Step {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /** The attribute of the item that it begins with. */
  public String attribute() {
    return ((Name) steps.getFirst()).name();
  }

  /** True when it is an attribute, not a part of one. */
  public boolean isAttribute() {
    return steps.size() == 1;
  }

  /** The value there, null when there is none. */
  AttributeValue in(Map<String, AttributeValue> item) {
    AttributeValue value = new M(item);
    for (Step step : steps) {
      value = step(value, step);
    }
    return value;
  }

  static AttributeValue step(AttributeValue value, Step step) {
    return switch (step) {
      case Name(String name) when value instanceof M(var map) -> map.get(name);
      case Index(int index) when value instanceof L(var list) && index < list.size() ->
          list.get(index);
      default -> null;
    };
  }

  /** True when one of the two leads to a part of the other, or both to the same. */
  boolean overlaps(DocumentPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  /** True when one takes for a map what the other takes for a list. */
  boolean conflicts(DocumentPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    for (int index = 0; index < common; index++) {
      Step one = steps.get(index);
      Step two = other.steps.get(index);
      if (one.getClass() != two.getClass()) {
        return true;
      }
      if (!one.equals(two)) {
        return false;
      }
    }
    return false;
  }

  /** As messages write it: [a, b, [0]]. */
  @Override
  public String toString() {
    return steps.toString();
  }
}
