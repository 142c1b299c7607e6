package vn.minhbach.local.dynamodb.operation;

import java.util.List;

/** Values of parameters that several operations have, in the order of DynamoDB's messages. */
final class Options {

  private static final List<String> CAPACITY = List.of("INDEXES", "TOTAL", "NONE");
  private static final List<String> METRICS = List.of("SIZE", "NONE");
  private static final List<String> RETURN_VALUES =
      List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
  private static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

  private Options() {}

  /** Of ReturnConsumedCapacity. */
  static String capacity(Request request) {
    return option(request, "ReturnConsumedCapacity", CAPACITY);
  }

  /** Of ReturnItemCollectionMetrics. */
  static boolean metrics(Request request) {
    return "SIZE".equals(option(request, "ReturnItemCollectionMetrics", METRICS));
  }

  /** Of ReturnValues. */
  static String returnValues(Request request) {
    return option(request, "ReturnValues", RETURN_VALUES);
  }

  /** Of ReturnValuesOnConditionCheckFailure: true for ALL_OLD. */
  static boolean oldOnFailure(Request request) {
    return "ALL_OLD".equals(option(request, "ReturnValuesOnConditionCheckFailure", ON_FAILURE));
  }

  private static String option(Request request, String member, List<String> values) {
    String value = request.text(member);
    request.oneOf(member.substring(0, 1).toLowerCase() + member.substring(1), value, values);
    return value == null ? "NONE" : value;
  }
}
