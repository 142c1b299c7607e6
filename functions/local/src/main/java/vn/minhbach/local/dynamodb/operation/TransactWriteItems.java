package vn.minhbach.local.dynamodb.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.CancellationReasons;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.operation.WriteRequest.Verb;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Change;
import vn.minhbach.local.dynamodb.store.RequestTokens;
import vn.minhbach.local.dynamodb.store.Session;

/** TransactWriteItems: all or nothing; with a request token once, however often it comes. */
final class TransactWriteItems implements Operation {

  private static final int MOST = 100;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final Map<String, Verb> ACTIONS =
      Map.of(
          "Put", Verb.PUT,
          "Update", Verb.UPDATE,
          "Delete", Verb.DELETE,
          "ConditionCheck", Verb.CHECK);

  private final Engine engine;

  TransactWriteItems(Engine engine) {
    this.engine = engine;
  }

  /** What a transaction did, or had done when its token came again. */
  private record Outcome(List<Change> changes, boolean again) {}

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String capacity = Options.capacity(request);
    boolean metrics = Options.metrics(request);
    JsonNode items = json.path("TransactItems");
    request.required("transactItems", items);
    request.size("transactItems", items, 1, MOST);
    String token = request.text("ClientRequestToken");
    request.length("clientRequestToken", token, 1, 36);
    request.refuseFaults();
    List<WriteRequest> requests = new ArrayList<>();
    items.forEach(item -> requests.add(parse(item)));
    List<Resolved> actions = resolve(requests);
    byte[] digest = digest(items);
    Outcome outcome =
        engine
            .store()
            .write(session -> transact(session, actions, Optional.ofNullable(token), digest));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!capacity.equals("NONE")) {
      consumed(outcome)
          .forEach(
              one -> answer.withArrayProperty("ConsumedCapacity").add(one.json(capacity, true)));
    }
    if (metrics) {
      for (Change change : outcome.changes()) {
        if (change.table().hasLocalIndexes()) {
          answer
              .withObjectProperty("ItemCollectionMetrics")
              .withArrayProperty(change.table().name())
              .add(SingleWrite.collectionMetrics(change));
        }
      }
    }
    return answer;
  }

  private static WriteRequest parse(JsonNode item) {
    List<String> actions = ACTIONS.keySet().stream().filter(item::hasNonNull).toList();
    if (actions.size() != 1) {
      throw Refusal.validation(
          actions.isEmpty()
              ? "Invalid Request: TransactWriteRequest should contain Delete or Put or Update"
                  + " request"
              : "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    Request action = new Request(item.get(actions.getFirst()));
    Verb verb = ACTIONS.get(actions.getFirst());
    if (verb == Verb.UPDATE) {
      action.required("updateExpression", action.json().path("UpdateExpression"));
    }
    return WriteRequest.of(verb, action.tableName(), action);
  }

  /**
   * An action, or why the table cannot have it. That cancels the transaction with the reasons of
   * the others beside it, so it is told when these are known.
   */
  private record Resolved(Write write, Refusal refusal) {}

  private List<Resolved> resolve(List<WriteRequest> requests) {
    List<Table> tables = requests.stream().map(one -> engine.table(one.table())).toList();
    List<Resolved> all = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    long bytes = 0;
    for (int index = 0; index < requests.size(); index++) {
      bytes += requests.get(index).attributes().size();
      try {
        Write write = requests.get(index).on(tables.get(index));
        all.add(new Resolved(write, null));
        if (!keys.add(List.of(write.table().id(), write.key()))) {
          throw Refusal.validation(
              "Transaction request cannot include multiple operations on one item");
        }
      } catch (Refusal refusal) {
        if (all.size() > index) {
          throw refusal;
        }
        all.add(new Resolved(null, refusal));
      }
    }
    if (bytes > LARGEST) {
      throw Refusal.validation(
          "Collection size of items exceeded, which can also be caused by the aggregate size of the"
              + " items in the transaction exceeding the 4MB limit");
    }
    return all;
  }

  private Outcome transact(
      Session session, List<Resolved> actions, Optional<String> token, byte[] digest)
      throws SQLException {
    boolean again =
        token.isPresent() && RequestTokens.isDone(session, token.get(), digest, engine.now());
    CancellationReasons reasons = new CancellationReasons();
    List<Change> changes = new ArrayList<>();
    for (Resolved action : actions) {
      try {
        changes.add(change(session, action, again));
        reasons.none();
      } catch (Refusal refusal) {
        reasons.refused(refusal);
      }
    }
    reasons.check();
    if (!again) {
      for (Change change : changes) {
        change.apply(session, engine.store().stream(), engine.now());
      }
      if (token.isPresent()) {
        RequestTokens.keep(session, token.get(), digest, engine.now());
      }
    }
    return new Outcome(changes, again);
  }

  private Change change(Session session, Resolved action, boolean again) throws SQLException {
    if (action.refusal() != null) {
      throw action.refusal();
    }
    engine.store().tables().check(action.write().table());
    if (again) {
      return action.write().unchanged(session);
    }
    engine.contention().beforeWrite();
    return action.write().change(session);
  }

  private static List<ConsumedCapacity> consumed(Outcome outcome) {
    Map<String, ConsumedCapacity> consumed = new LinkedHashMap<>();
    for (Change change : outcome.changes()) {
      Table table = change.table();
      if (outcome.again()) {
        // A repetition only reads.
        consumed
            .computeIfAbsent(table.name(), name -> ConsumedCapacity.reading(table))
            .read(Optional.empty(), change.before() == null ? 0 : change.before().size(), 2);
      } else {
        consumed
            .computeIfAbsent(table.name(), name -> ConsumedCapacity.writing(table))
            .write(change, 2);
      }
    }
    return List.copyOf(consumed.values());
  }

  private static byte[] digest(JsonNode items) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(items.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
