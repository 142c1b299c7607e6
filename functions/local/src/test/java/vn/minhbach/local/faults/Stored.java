package vn.minhbach.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/** The table as it lies there, read without any of the application's own readers. */
record Stored(SortedMap<String, SortedMap<String, Map<String, AttributeValue>>> partitions) {

  static Stored of(List<Map<String, AttributeValue>> items) {
    var partitions = new TreeMap<String, SortedMap<String, Map<String, AttributeValue>>>();
    for (Map<String, AttributeValue> item : items) {
      partitions
          .computeIfAbsent(item.get("PK").s(), pk -> new TreeMap<>())
          .put(item.get("SK").s(), item);
    }
    return new Stored(partitions);
  }

  List<Map<String, AttributeValue>> keys() {
    return partitions.values().stream()
        .flatMap(partition -> partition.values().stream())
        .map(item -> Map.of("PK", item.get("PK"), "SK", item.get("SK")))
        .toList();
  }

  static String submission(String campaign, String unit) {
    return "C#" + campaign + "#U#" + unit;
  }

  Optional<JsonNode> document(String pk, String sk) {
    return Optional.ofNullable(partitions.getOrDefault(pk, new TreeMap<>()).get(sk))
        .map(item -> Request.JSON.readTree(item.get("document").s()));
  }

  /** Documents of a partition by sort key. */
  SortedMap<String, JsonNode> documents(String pk, String prefix) {
    var documents = new TreeMap<String, JsonNode>();
    partitions
        .getOrDefault(pk, new TreeMap<>())
        .forEach((sk, item) -> {
          if (sk.startsWith(prefix)) {
            documents.put(
                sk.substring(prefix.length()), Request.JSON.readTree(item.get("document").s()));
          }
        });
    return documents;
  }

  long seq(String campaign, String unit) {
    return document(submission(campaign, unit), "HEAD")
        .map(head -> head.get("tip").get("seq").asLong())
        .orElse(0L);
  }

  int receipts() {
    return (int)
        partitions.keySet().stream().filter(pk -> pk.startsWith("C##IDEMPOTENCY#")).count();
  }

  /** The ledger of a partition, in order, verified: numbers, links, bodies, and the head's tip. */
  List<JsonNode> chain(String pk, String headTip) {
    var entries = new ArrayList<JsonNode>();
    String previous = "0".repeat(64);
    for (Map.Entry<String, JsonNode> item : documents(pk, "LEDGER#").entrySet()) {
      JsonNode entry = item.getValue();
      entries.add(entry);
      same(pk + " number", (long) entries.size(), entry.get("seq").asLong());
      same(pk + " key", "%010d".formatted(entries.size()), item.getKey());
      same(pk + " link of " + entries.size(), previous, entry.get("previousHash").asString());
      same(
          pk + " body of " + entries.size(),
          Sha256.hex(CanonicalJson.bytes(plain(entry.get("body")))),
          entry.get("bodyHash").asString());
      previous = Sha256.hex(CanonicalJson.bytes(envelope(entry)));
    }
    same(pk + " ends at its head", headTip, previous);
    return entries;
  }

  private static Map<String, Object> envelope(JsonNode entry) {
    var envelope = new TreeMap<String, Object>();
    for (String field : List.of("format", "chain", "kind", "bodyHash", "previousHash")) {
      envelope.put(field, entry.get(field).asString());
    }
    envelope.put("seq", entry.get("seq").asLong());
    String at = entry.get("at").asString();
    // Whole seconds here: the test's clock ticks so; the envelope always shows milliseconds.
    envelope.put("at", at.contains(".") ? at : at.replace("Z", ".000Z"));
    return envelope;
  }

  private static Object plain(JsonNode node) {
    return Request.JSON.treeToValue(node, Object.class);
  }

  static void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ":\nexpected " + expected + "\nbut was  " + actual);
    }
  }
}
