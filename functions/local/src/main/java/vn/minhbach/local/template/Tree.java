package vn.minhbach.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the template together with its place, so that every complaint can name it. The short
 * forms (!Ref x) become the long ones ({"Ref": x}).
 *
 * @param path keys from the root, joined by dots
 * @param line from 1
 * @param value a Map of String to Tree, a List of Tree, a Scalar, or null
 */
record Tree(String path, int line, Object value) {

  /** Text as written, and the YAML type that it would have. */
  record Scalar(String text, Tag tag) {}

  static Tree of(String path, Node node) {
    int line = node.getStartMark().getLine() + 1;
    String tag = node.getTag().getValue();
    if (tag.startsWith("!") && tag.length() > 1) {
      return longForm(path, line, tag.substring(1), node);
    }
    return new Tree(path, line, content(path, node));
  }

  private static Tree longForm(String path, int line, String tag, Node node) {
    String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    String inner = path + "." + name;
    Object argument = content(inner, node);
    if (tag.equals("GetAtt") && argument instanceof Scalar(String text, Tag _)) {
      int dot = text.indexOf('.');
      if (dot < 0) {
        throw new TemplateError(new Tree(path, line, null), "!GetAtt needs Resource.Attribute");
      }
      argument =
          List.of(
              text(inner, line, text.substring(0, dot)),
              text(inner, line, text.substring(dot + 1)));
    }
    return new Tree(path, line, Map.of(name, new Tree(inner, line, argument)));
  }

  static Tree text(String path, int line, String text) {
    return new Tree(path, line, new Scalar(text, Tag.STR));
  }

  private static Object content(String path, Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Tree> map = new LinkedHashMap<>();
        mapping
            .getValue()
            .forEach(tuple -> {
              String key = ((ScalarNode) tuple.getKeyNode()).getValue();
              String inner = path.isEmpty() ? key : path + "." + key;
              Tree value = of(inner, tuple.getValueNode());
              if (map.put(key, value) != null) {
                throw new TemplateError(value, "this key stands here twice");
              }
            });
        yield map;
      }
      case SequenceNode sequence -> {
        List<Tree> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          list.add(of(path + "[" + list.size() + "]", item));
        }
        yield list;
      }
      case ScalarNode scalar ->
          scalar.getTag().equals(Tag.NULL)
              ? null
              : new Scalar(
                  scalar.getValue(),
                  scalar.getTag().getValue().startsWith("!") ? Tag.STR : scalar.getTag());
      default -> throw new IllegalArgumentException("unexpected YAML node at " + path);
    };
  }

  boolean isMap() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  @SuppressWarnings("unchecked")
  Map<String, Tree> map() {
    if (value instanceof Map) {
      return (Map<String, Tree>) value;
    }
    throw new TemplateError(this, "a mapping is needed here");
  }

  @SuppressWarnings("unchecked")
  List<Tree> list() {
    if (value instanceof List) {
      return (List<Tree>) value;
    }
    throw new TemplateError(this, "a list is needed here");
  }

  /** The child of that name, if there is one that is not null. */
  Optional<Tree> find(String key) {
    return value instanceof Map
        ? Optional.ofNullable(map().get(key)).filter(child -> child.value() != null)
        : Optional.empty();
  }

  /** The child at the end of a chain of names. */
  Optional<Tree> find(String first, String second, String... rest) {
    Optional<Tree> found = find(first).flatMap(child -> child.find(second));
    for (String key : rest) {
      found = found.flatMap(child -> child.find(key));
    }
    return found;
  }

  /** The child of that name, which must be there. */
  Tree at(String key) {
    return find(key).orElseThrow(() -> new TemplateError(this, key + " is missing"));
  }

  String text() {
    if (value instanceof Scalar(String text, Tag _)) {
      return text;
    }
    throw new TemplateError(this, "a text is needed here");
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException notNumber) {
      throw new TemplateError(this, "a whole number is needed here, not " + text());
    }
  }

  boolean yes() {
    return switch (text()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw new TemplateError(this, "true or false is needed here, not " + text());
    };
  }

  /** The value as plain maps, lists, texts, numbers and booleans. */
  Object plain() {
    return switch (value) {
      case null -> null;
      case Scalar(String text, Tag tag) ->
          tag.equals(Tag.BOOL) ? (Object) yes() : tag.equals(Tag.INT) ? (Object) number() : text;
      case List<?> _ -> list().stream().map(Tree::plain).toList();
      case Map<?, ?> _ -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        map().forEach((key, child) -> plain.put(key, child.plain()));
        yield plain;
      }
      default -> throw new IllegalStateException(path);
    };
  }
}
