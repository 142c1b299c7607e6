package vn.minhbach.adapter.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.minhbach.core.NewerDocument;

/**
 * Readers of older schemas: each step makes of a document of one schema one of the next, purely and
 * for ever; {@code documents/schema-<n>.txt} among the tests' resources holds documents as they
 * were once stored. What a step cannot know without reading more, it leaves absent, and {@link
 * DynamoMigrations} fills it in.
 */
final class Schemas {

  private static final String FILES = "files";
  private static final String TALLY = "tally";

  private static final Map<Kind, List<UnaryOperator<Map<String, Object>>>> STEPS =
      Map.of(Kind.HEAD, List.of(Schemas::tallied));

  private Schemas() {}

  /** The steps from the first schema of a kind to the one that is written now. */
  static List<UnaryOperator<Map<String, Object>>> steps(Kind kind) {
    return STEPS.getOrDefault(kind, List.of());
  }

  /** The kinds whose documents were changed since they were first stored. */
  static Set<Kind> changed() {
    return STEPS.keySet();
  }

  /**
   * The document of an item as a reader of today takes it.
   *
   * @throws NewerDocument where later code has written it
   */
  static String current(Item item) {
    Kind kind = item.kind();
    int stored = item.schema();
    if (stored > kind.schema()) {
      throw new NewerDocument(kind.name(), stored, kind.schema());
    }
    return stored == kind.schema() ? item.document() : read(item.document(), kind, stored);
  }

  private static String read(String document, Kind kind, int stored) {
    Map<String, Object> tree = Documents.fields(document);
    for (UnaryOperator<Map<String, Object>> step :
        steps(kind).subList(stored - 1, steps(kind).size())) {
      tree = step.apply(tree);
    }
    return Documents.writeTree(tree);
  }

  /**
   * Head, 1 to 2: the files of each criterion are counted. Under a head that never granted an
   * upload there is none; any other is counted by the migration, and read with its files until
   * then.
   */
  private static Map<String, Object> tallied(Map<String, Object> head) {
    if (!(head.get(FILES) instanceof Map<?, ?> files) || files.containsKey("until")) {
      return head;
    }
    var counted = new HashMap<String, Object>();
    files.forEach((field, value) -> counted.put(field.toString(), value));
    counted.put(TALLY, Map.of());
    var next = new HashMap<>(head);
    next.put(FILES, counted);
    return next;
  }
}
