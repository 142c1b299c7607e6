package vn.minhbach.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.item.AttributeValue;
import vn.minhbach.local.dynamodb.item.AttributeValue.L;
import vn.minhbach.local.dynamodb.item.AttributeValue.M;
import vn.minhbach.local.dynamodb.item.Item;

/**
 * The parts of an item that are answered.
 *
 * @param paths none of which leads into another
 */
public record Projection(List<DocumentPath> paths) {

  /**
   * Parses a projection expression.
   *
   * @throws Refusal when it is not well formed
   */
  public static Projection parse(String source, Placeholders placeholders) {
    Paths parser = new Paths(source, placeholders);
    return new Projection(parser.all());
  }

  private static final class Paths extends Parser {

    Paths(String source, Placeholders placeholders) {
      super(Kind.PROJECTION, source, placeholders);
    }

    List<DocumentPath> all() {
      List<DocumentPath> paths = new ArrayList<>();
      do {
        paths.add(path());
      } while (tokens.takeIf(","));
      expectEnd();
      refuseOverlaps(paths);
      return List.copyOf(paths);
    }
  }

  /** An item with these parts alone; elements of lists move together. */
  public Item of(Item item) {
    Branch root = new Branch();
    for (DocumentPath path : paths) {
      AttributeValue value = path.in(item.attributes());
      if (value != null) {
        root.grow(path.steps(), value);
      }
    }
    return new Item(root.map());
  }

  /** The attributes that the paths begin with. */
  public List<String> attributes() {
    return paths.stream().map(DocumentPath::attribute).distinct().toList();
  }

  /** A map or list under construction. */
  private static final class Branch {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<Integer, Object> elements = new TreeMap<>();

    void grow(List<DocumentPath.Step> steps, AttributeValue value) {
      boolean last = steps.size() == 1;
      Object child =
          switch (steps.getFirst()) {
            case DocumentPath.Name(String name) ->
                members.computeIfAbsent(name, key -> last ? value : new Branch());
            case DocumentPath.Index(int index) ->
                elements.computeIfAbsent(index, key -> last ? value : new Branch());
          };
      if (child instanceof Branch branch) {
        branch.grow(steps.subList(1, steps.size()), value);
      }
    }

    Map<String, AttributeValue> map() {
      Map<String, AttributeValue> map = new LinkedHashMap<>();
      members.forEach((name, child) -> map.put(name, built(child)));
      return map;
    }

    private static AttributeValue built(Object child) {
      if (child instanceof AttributeValue value) {
        return value;
      }
      Branch branch = (Branch) child;
      return branch.elements.isEmpty()
          ? new M(branch.map())
          : new L(branch.elements.values().stream().map(Branch::built).toList());
    }
  }
}
