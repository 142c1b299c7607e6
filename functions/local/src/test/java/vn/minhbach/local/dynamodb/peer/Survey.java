package vn.minhbach.local.dynamodb.peer;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

  /**
   * Gives the peer our items in a new table, so that one difference is not many; what it may have
   * spoiled cannot be mended item by item.
   */
  static void copy(Layout layout, DynamoDbClient ours, DynamoDbClient theirs) {
    String table = layout.name();
    theirs.deleteTable(delete -> delete.tableName(table));
    theirs.waiter().waitUntilTableNotExists(describe -> describe.tableName(table));
    theirs.createTable(layout.create());
    theirs.waiter().waitUntilTableExists(describe -> describe.tableName(table));
    ours.scanPaginator(scan -> scan.tableName(table))
        .items()
        .forEach(item -> theirs.putItem(put -> put.tableName(table).item(item)));
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
