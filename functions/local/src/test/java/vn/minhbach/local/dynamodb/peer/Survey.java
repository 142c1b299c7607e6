package vn.minhbach.local.dynamodb.peer;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
          ours.kind().equals(theirs.kind())
              ? ours.kind() + ", other " + fields(ours, theirs)
              : ours.kind() + " for " + theirs.kind() + ": " + message(ours, theirs);
      note("RESULT " + operation + ": " + how, request, ours, theirs);
      return true;
    }
    if (!ours.message().equals(theirs.message())) {
      note("MESSAGE " + operation + ": " + message(ours, theirs), request, ours, theirs);
    }
    if (!Objects.equals(ours.capacity(), theirs.capacity())) {
      note("CAPACITY " + operation, request, ours, theirs);
    }
    return false;
  }

  private static String fields(Answer ours, Answer theirs) {
    var names = new java.util.TreeSet<String>(ours.result().keySet());
    names.addAll(theirs.result().keySet());
    names.removeIf(name -> Objects.equals(ours.result().get(name), theirs.result().get(name)));
    return names.toString();
  }

  /** A message without what differs each time. */
  private static String message(Answer ours, Answer theirs) {
    String both = ours.message() + " <> " + theirs.message();
    return both.replaceAll("peer-[-0-9a-f]+|[:#]?[va]\\d+|\\d+", "_")
        .replaceAll("(?<=(operator|function|operator or function): )[\\w_<>=]+", "_");
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
