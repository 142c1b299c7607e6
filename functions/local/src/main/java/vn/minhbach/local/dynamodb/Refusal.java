package vn.minhbach.local.dynamodb;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as DynamoDB answers it: a type, a message and, for some types, more members. An
 * exception because it ends a request from any depth; it has no stack trace, since it is no bug.
 */
public final class Refusal extends RuntimeException {

  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final String CORAL = "com.amazon.coral.service#";

  private final String type;
  private final ObjectNode members;

  private Refusal(String type, String message, ObjectNode members) {
    super(message, null, false, false);
    this.type = type;
    this.members = members;
  }

  private Refusal(String type, String message) {
    this(type, message, JsonNodeFactory.instance.objectNode());
  }

  /** The full type, such as com.amazonaws.dynamodb.v20120810#ResourceNotFoundException. */
  public String type() {
    return type;
  }

  /** The type without its name space. */
  public String code() {
    return type.substring(type.indexOf('#') + 1);
  }

  /** The answer's body. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("__type", type);
    // As AWS writes it: the two types that carry more have it with a capital.
    json.put(members.has("CancellationReasons") ? "Message" : "message", getMessage());
    json.setAll(members);
    return json;
  }

  /** A request that cannot be right. */
  public static Refusal validation(String message) {
    return new Refusal("com.amazon.coral.validate#ValidationException", message);
  }

  /** A request with a value that cannot be right. */
  public static Refusal parameter(String message) {
    return validation("One or more parameter values were invalid: " + message);
  }

  /** JSON that is none, or has another type at some place. */
  public static Refusal serialization(String message) {
    return new Refusal(CORAL + "SerializationException", message);
  }

  /** What this table does not serve. */
  public static Refusal notServed(String what) {
    return validation("Not served by the local table: " + what);
  }

  /** An operation that is not served, or that there is none of. */
  public static Refusal unknownOperation(String message) {
    return new Refusal(CORAL + "UnknownOperationException", message);
  }

  /** A request without credentials; which ones is all the same. */
  public static Refusal missingAuthentication() {
    return new Refusal(
        CORAL + "MissingAuthenticationTokenException",
        "Request must contain either a valid (registered) AWS access key ID or X.509"
            + " certificate.");
  }

  /** No such table, for operations on items. */
  public static Refusal notFound() {
    return notFound("Requested resource not found");
  }

  /** No such table, stream or shard. */
  public static Refusal notFound(String message) {
    return new Refusal(DYNAMODB + "ResourceNotFoundException", message);
  }

  /** A table that is there already. */
  public static Refusal inUse(String message) {
    return new Refusal(DYNAMODB + "ResourceInUseException", message);
  }

  /**
   * A condition that does not hold.
   *
   * @param item the one that is there, null when it was not asked for or there is none
   */
  public static Refusal conditionFailed(ObjectNode item) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    if (item != null) {
      members.set("Item", item);
    }
    return new Refusal(
        DYNAMODB + "ConditionalCheckFailedException", "The conditional request failed", members);
  }

  /** A transaction of which not all could be done; see {@link CancellationReasons}. */
  static Refusal transactionCanceled(String message, ObjectNode members) {
    return new Refusal(DYNAMODB + "TransactionCanceledException", message, members);
  }

  /** A write of an item that a transaction is at. */
  public static Refusal transactionConflict() {
    return new Refusal(
        DYNAMODB + "TransactionConflictException", "Transaction is ongoing for the item");
  }

  /** More than the table's throughput. */
  public static Refusal throughputExceeded() {
    return new Refusal(
        DYNAMODB + "ProvisionedThroughputExceededException",
        "The level of configured provisioned throughput for the table was exceeded. Consider"
            + " increasing your provisioning level with the UpdateTable API.");
  }

  /** A request token that came with another request before. */
  public static Refusal idempotentParameterMismatch() {
    return new Refusal(DYNAMODB + "IdempotentParameterMismatchException", "");
  }

  /** A stream position that was not used for fifteen minutes. */
  public static Refusal expiredIterator() {
    return new Refusal(
        DYNAMODB + "ExpiredIteratorException",
        "Iterator expired. The iterator was created more than 15 minutes ago.");
  }
}
