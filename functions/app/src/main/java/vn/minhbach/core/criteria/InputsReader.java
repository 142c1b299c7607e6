package vn.minhbach.core.criteria;

import static vn.minhbach.core.criteria.Fields.coded;
import static vn.minhbach.core.criteria.Fields.id;
import static vn.minhbach.core.criteria.Fields.items;
import static vn.minhbach.core.criteria.Fields.unique;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.minhbach.core.Node;

/** Reads the inputs of one rule and ties them to the places where the rule names them. */
final class InputsReader {

  private static final int INPUTS_MAX = 10;

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

  private InputsReader() {}

  /** A field of the rule that names an input, and the kinds that it may have. */
  record Use(String field, Set<InputKind> kinds) {
    static Use of(String field, InputKind kind) {
      return new Use(field, EnumSet.of(kind));
    }

    static Use number(String field) {
      return new Use(field, EnumSet.of(InputKind.INTEGER, InputKind.DECIMAL));
    }
  }

  private record Definition(Node node, Optional<InputKind> kind, Supplier<Input> build) {}

  /** The inputs in the order of their uses. Refuses what no use names, and names of nothing. */
  static List<Supplier<Input>> read(Node rule, Use... uses) {
    Map<String, Definition> definitions = definitions(rule.field("inputs"));
    var read = new ArrayList<Supplier<Input>>();
    var used = new HashMap<String, String>();
    for (Use use : uses) {
      read.add(named(rule.field(use.field()), use, definitions, used));
    }
    // Where a name leads nowhere, the input that it meant is not unused.
    if (definitions.keySet().containsAll(used.keySet())) {
      definitions.forEach((key, definition) -> {
        if (!used.containsKey(key)) {
          definition.node().fault(CriteriaProblem.UNUSED_INPUT.of(key));
        }
      });
    }
    return read;
  }

  private static Map<String, Definition> definitions(Node list) {
    var definitions = new LinkedHashMap<String, Definition>();
    var keys = new HashMap<String, String>();
    for (Node node : items(list, 1, INPUTS_MAX)) {
      String key = id(node.field("key"), KEY);
      unique(node.field("key"), key, keys);
      String label = node.field("label").lines();
      Optional<InputKind> kind = coded(node.field("kind"), InputKind.class);
      Optional<BigDecimal> min = kind.flatMap(known -> min(node, known));
      definitions.putIfAbsent(
          key,
          new Definition(
              node, kind, () -> new Input(key, label, kind.orElseThrow(), min.orElseThrow())));
    }
    return definitions;
  }

  private static Optional<BigDecimal> min(Node node, InputKind kind) {
    if (!kind.numeric()) {
      node.only("key", "label", "kind");
      return Optional.of(BigDecimal.ZERO);
    }
    node.only("key", "label", "kind", "min");
    int decimals = kind == InputKind.INTEGER ? 0 : Input.DECIMALS;
    return node.optional("min")
        .map(min -> min.decimal(BigDecimal.ZERO, Input.MAX, decimals))
        .orElse(Optional.of(BigDecimal.ZERO));
  }

  private static Supplier<Input> named(
      Node name, Use use, Map<String, Definition> definitions, Map<String, String> used) {
    String key = name.text(40);
    unique(name, key, used);
    Definition definition = definitions.get(key);
    if (definition == null) {
      name.fault(CriteriaProblem.UNKNOWN_INPUT.of(key, definitions.keySet()));
      return () -> {
        throw new IllegalStateException("an unknown input is a fault");
      };
    }
    definition.kind().ifPresent(kind -> fits(name, key, kind, use));
    return definition.build();
  }

  private static void fits(Node name, String key, InputKind kind, Use use) {
    if (!use.kinds().contains(kind)) {
      String expected =
          use.kinds().stream().map(InputKind::code).collect(Collectors.joining(" / "));
      name.fault(CriteriaProblem.WRONG_INPUT_KIND.of(key, kind.code(), expected));
    }
  }
}
