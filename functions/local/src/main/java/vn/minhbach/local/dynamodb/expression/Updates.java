package vn.minhbach.local.dynamodb.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.DocumentPath.Index;
import vn.minhbach.local.dynamodb.expression.DocumentPath.Name;
import vn.minhbach.local.dynamodb.expression.DocumentPath.Step;
import vn.minhbach.local.dynamodb.expression.Update.Value;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.AttributeValue.SetValue;
import vn.minhbach.local.dynamodb.item.Decimal;
import vn.minhbach.local.dynamodb.item.Item;

/** Applies updates. Every value is read from the item as it was before. */
public final class Updates {

  private final Map<String, AttributeValue> before;
  private Map<String, AttributeValue> after;

  private Updates(Item item) {
    before = item.attributes();
    after = item.copy();
  }

  /**
   * The item after an update.
   *
   * @param item as it is, or its key alone when it is not there
   * @throws Refusal when a path leads nowhere or an operand has the wrong type
   */
  public static Item apply(Update update, Item item) {
    Updates work = new Updates(item);
    update.sets().stream()
        .sorted(Comparator.comparing(set -> lastIndex(set.path())))
        .forEach(set -> work.put(set.path(), work.value(set.value())));
    update.adds().forEach(work::add);
    update.deletes().forEach(work::delete);
    // From behind, so that an index still means the element it meant.
    update.removes().stream()
        .sorted(Comparator.comparing(Updates::lastIndex).reversed())
        .forEach(work::remove);
    return new Item(work.after);
  }

  private static int lastIndex(DocumentPath path) {
    return path.steps().getLast() instanceof Index(int index) ? index : -1;
  }

  private AttributeValue value(Value value) {
    return switch (value) {
      case Value.Of(Operand operand) -> operand(operand);
      case Value.Sum(Value left, Value right, boolean minus) -> {
        BigDecimal one = number(value(left));
        BigDecimal other = number(value(right));
        yield new N(Decimal.checked(minus ? one.subtract(other) : one.add(other)));
      }
      case Value.IfNotExists(DocumentPath path, Value otherwise) -> {
        AttributeValue there = path.in(before);
        yield there == null ? value(otherwise) : there;
      }
      case Value.ListAppend(Value first, Value second) -> {
        List<AttributeValue> both = new ArrayList<>(list(value(first)));
        both.addAll(list(value(second)));
        yield new L(both);
      }
    };
  }

  private AttributeValue operand(Operand operand) {
    if (operand instanceof Operand.Literal(String _, AttributeValue value)) {
      return value;
    }
    AttributeValue value = ((Operand.Path) operand).path().in(before);
    if (value == null) {
      throw Refusal.validation(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }

  private static BigDecimal number(AttributeValue value) {
    if (value instanceof N(BigDecimal number)) {
      return number;
    }
    throw wrongType();
  }

  private static List<AttributeValue> list(AttributeValue value) {
    if (value instanceof L(List<AttributeValue> list)) {
      return list;
    }
    throw wrongType();
  }

  private void add(Update.Change change) {
    AttributeValue there = change.path().in(before);
    AttributeValue operand = change.operand();
    if (there == null) {
      put(change.path(), operand);
    } else if (operand instanceof N(BigDecimal number)) {
      put(change.path(), new N(Decimal.checked(number(there).add(number))));
    } else {
      put(change.path(), combined((SetValue<?>) operand, there, true));
    }
  }

  private void delete(Update.Change change) {
    AttributeValue there = change.path().in(before);
    if (there == null) {
      return;
    }
    SetValue<?> rest = combined((SetValue<?>) change.operand(), there, false);
    if (rest.value().isEmpty()) {
      remove(change.path());
    } else {
      put(change.path(), rest);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> SetValue<T> combined(
      SetValue<T> operand, AttributeValue there, boolean together) {
    if (!there.type().equals(operand.type())) {
      throw wrongType();
    }
    Set<T> elements = new LinkedHashSet<>(((SetValue<T>) there).value());
    if (together) {
      elements.addAll(operand.value());
    } else {
      elements.removeAll(operand.value());
    }
    return operand.with(elements);
  }

  private void put(DocumentPath path, AttributeValue value) {
    after = ((M) changed(new M(after), path.steps(), value)).value();
  }

  private void remove(DocumentPath path) {
    after = ((M) changed(new M(after), path.steps(), null)).value();
  }

  /**
   * A map or list with another value at a place in it.
   *
   * @param value null to remove what is there
   */
  private static AttributeValue changed(
      AttributeValue container, List<Step> steps, AttributeValue value) {
    Step first = steps.getFirst();
    boolean last = steps.size() == 1;
    AttributeValue child = DocumentPath.step(container, first);
    if (!last && child == null) {
      throw Refusal.validation(
          "The document path provided in the update expression is invalid for update");
    }
    AttributeValue next = last ? value : changed(child, steps.subList(1, steps.size()), value);
    return switch (container) {
      case M(Map<String, AttributeValue> map) when first instanceof Name(String name) -> {
        Map<String, AttributeValue> copy = new LinkedHashMap<>(map);
        if (next == null) {
          copy.remove(name);
        } else {
          copy.put(name, next);
        }
        yield new M(copy);
      }
      case L(List<AttributeValue> list) when first instanceof Index(int index) -> {
        List<AttributeValue> copy = new ArrayList<>(list);
        if (index < copy.size()) {
          if (next == null) {
            copy.remove(index);
          } else {
            copy.set(index, next);
          }
        } else if (next != null) {
          copy.add(next);
        }
        yield new L(copy);
      }
      default ->
          throw Refusal.validation(
              "The document path provided in the update expression is invalid for update");
    };
  }

  private static Refusal wrongType() {
    return Refusal.validation("An operand in the update expression has an incorrect data type");
  }
}
