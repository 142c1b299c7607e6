package vn.minhbach.adapter.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item to be written: key, type, schema, document, and only those further attributes that a
 * condition or the time to live reads.
 */
record Item(Map<String, AttributeValue> attributes) {

  /** What the item is, see {@link Kind}; text. */
  static final String TYPE = "type";

  /** Schema of the document; number. */
  static final String SCHEMA = "schema";

  /** JSON; text. */
  static final String DOCUMENT = "document";

  /** The record's own version; number. Only where the record has one. */
  static final String VERSION = "version";

  /** Submission head: seq of its chain; number. */
  static final String SEQ = "seq";

  /** Submission head: state; text. */
  static final String STATE = "state";

  /** Submission head: hard lock, epoch milliseconds; number. */
  static final String CLOSES_AT = "closesAt";

  /** Progress: seq of the head that it was computed from; number. */
  static final String SOURCE_SEQ = "sourceSeq";

  /** Receipt: wall clock, epoch seconds; number. DynamoDB deletes the item some time after it. */
  static final String EXPIRES_AT = "expiresAt";

  static Item of(Key key, Kind kind, String document) {
    var attributes = new HashMap<>(key.attributes());
    attributes.put(TYPE, AttributeValue.fromS(kind.name()));
    attributes.put(SCHEMA, AttributeValue.fromN(Integer.toString(kind.schema())));
    attributes.put(DOCUMENT, AttributeValue.fromS(document));
    return new Item(attributes);
  }

  Item with(String attribute, long value) {
    return with(attribute, AttributeValue.fromN(Long.toString(value)));
  }

  Item with(String attribute, String value) {
    return with(attribute, AttributeValue.fromS(value));
  }

  private Item with(String attribute, AttributeValue value) {
    var more = new HashMap<>(attributes);
    more.put(attribute, value);
    return new Item(more);
  }

  Kind kind() {
    return Kind.valueOf(attributes.get(TYPE).s());
  }

  /** The schema of its document. */
  int schema() {
    return (int) number(SCHEMA);
  }

  boolean is(Kind kind) {
    return kind.name().equals(attributes.get(TYPE).s());
  }

  Key key() {
    return Key.of(attributes);
  }

  String document() {
    return attributes.get(DOCUMENT).s();
  }

  long number(String attribute) {
    return Long.parseLong(attributes.get(attribute).n());
  }

  /** The item put on a condition, as one action of a transaction. */
  record Put(Item item, Condition condition) {}
}
