package vn.minhbach.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why a transaction was cancelled: one reason for each of its actions, in their order. */
public final class CancellationReasons {

  private final List<Reason> reasons = new ArrayList<>();

  private record Reason(String code, String message, ObjectNode item) {}

  /** An action that could have been done. */
  public void none() {
    reasons.add(new Reason("None", null, null));
  }

  /** An action that is refused, or whose condition does not hold. */
  public void refused(Refusal refusal) {
    switch (refusal.code()) {
      case "ConditionalCheckFailedException" ->
          add(
              "ConditionalCheckFailed",
              refusal.getMessage(),
              (ObjectNode) refusal.json().get("Item"));
      case "TransactionConflictException" -> add("TransactionConflict", refusal.getMessage(), null);
      case "ProvisionedThroughputExceededException" ->
          add("ProvisionedThroughputExceeded", refusal.getMessage(), null);
      case "ValidationException" -> add("ValidationError", refusal.getMessage(), null);
      default -> throw refusal;
    }
  }

  private void add(String code, String message, ObjectNode item) {
    reasons.add(new Reason(code, message, item));
  }

  /**
   * Ends a transaction when one of its actions is refused.
   *
   * @throws Refusal then
   */
  public void check() {
    if (reasons.stream().allMatch(reason -> reason.code().equals("None"))) {
      return;
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    ArrayNode array = members.putArray("CancellationReasons");
    for (Reason reason : reasons) {
      ObjectNode json = array.addObject().put("Code", reason.code());
      if (reason.message() != null) {
        json.put("Message", reason.message());
      }
      if (reason.item() != null) {
        json.set("Item", reason.item());
      }
    }
    throw Refusal.transactionCanceled(
        "Transaction cancelled, please refer cancellation reasons for specific reasons "
            + reasons.stream().map(Reason::code).collect(Collectors.joining(", ", "[", "]")),
        members);
  }
}
