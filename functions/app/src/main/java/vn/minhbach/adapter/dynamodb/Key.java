package vn.minhbach.adapter.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of one item; made by {@link Keys} alone. */
record Key(String pk, String sk) {

  /** Partition key. */
  static final String PK = "PK";

  /** Sort key. */
  static final String SK = "SK";

  static Key of(Map<String, AttributeValue> attributes) {
    return new Key(attributes.get(PK).s(), attributes.get(SK).s());
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }

  /** Sort keys of one partition, both ends included. */
  record Range(String pk, String from, String to) {}
}
