package vn.minhbach.local.dynamodb.peer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** How many requests were sent, and what kinds of differences came, each with its first example. */
final class Survey {

  static final boolean ASKED = Boolean.getBoolean("peer.survey");

  private final Map<String, Kind> kinds = new TreeMap<>();
  private int requests;

  private static final class Kind {
    private int times;
    private String example;
  }

  /** Notes a pair of answers and says whether they differ in what counts. */
  boolean differ(DynamoDbRequest request, Answer ours, Answer theirs) {
    requests++;
    String operation = request.getClass().getSimpleName().replace("Request", "");
    if (!ours.sameAs(theirs)) {
      String how =
          Objects.equals(ours.kind(), theirs.kind())
              ? ours.kind() + ", other " + fields(ours, theirs)
              : ours.kind() + " for " + theirs.kind() + ": " + message(ours, theirs);
      note("RESULT " + operation + ": " + how, request, ours, theirs);
      return true;
    }
    if (!Objects.equals(ours.message(), theirs.message())) {
      note("MESSAGE " + operation + ": " + message(ours, theirs), request, ours, theirs);
    }
    if (!Objects.equals(ours.capacity(), theirs.capacity())) {
      note("CAPACITY " + operation, request, ours, theirs);
    }
    return false;
  }

  private static String fields(Answer ours, Answer theirs) {
    var names = new TreeSet<String>(ours.result().keySet());
    names.addAll(theirs.result().keySet());
    names.removeIf(name -> Objects.equals(ours.result().get(name), theirs.result().get(name)));
    return names.toString();
  }

  /** A message without what differs each time. */
  private static String message(Answer ours, Answer theirs) {
    return brief(ours.message()) + " <> " + brief(theirs.message());
  }

  private static String brief(String message) {
    String brief =
        String.valueOf(message)
            .replaceAll("\\[.*?]|\\{.*?}|peer-[-0-9a-f]+|:v?\\d+|\\d+", "_")
            .replaceAll("(?<=: )[\\w#]+|(?<=project )\\w+", "_");
    return brief.substring(0, Math.min(brief.length(), 130));
  }

  /** Brings the peer's items to ours, so that one difference is not many. */
  static void copy(Layout layout, DynamoDbClient ours, DynamoDbClient theirs) {
    String table = layout.name();
    List<Map<String, AttributeValue>> right = items(table, ours);
    List<Map<String, AttributeValue>> wrong = items(table, theirs);
    for (Map<String, AttributeValue> item : wrong) {
      if (!right.contains(item)) {
        Map<String, AttributeValue> key = new TreeMap<>(item);
        key.keySet().retainAll(layout.sort().isPresent() ? Set.of("PK", "SK") : Set.of("PK"));
        theirs.deleteItem(delete -> delete.tableName(table).key(key));
      }
    }
    for (Map<String, AttributeValue> item : right) {
      if (!wrong.contains(item)) {
        theirs.putItem(put -> put.tableName(table).item(item));
      }
    }
  }

  private static List<Map<String, AttributeValue>> items(String table, DynamoDbClient client) {
    return client.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private void note(String name, DynamoDbRequest request, Answer ours, Answer theirs) {
    Kind kind = kinds.computeIfAbsent(name, key -> new Kind());
    kind.times++;
    if (kind.example == null) {
      kind.example = request + "\n  ours: " + ours + "\n  peer: " + theirs;
    }
  }

  /** To standard output, for whoever asked. */
  void print() {
    System.out.println("PEER: " + requests + " requests, " + kinds.size() + " kinds of difference");
    if (ASKED) {
      kinds.forEach((name, kind) ->
          System.out.println("PEER " + kind.times + " x " + name + "\n  " + kind.example));
    }
  }
}
