package vn.minhbach.local.dynamodb.operation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;

/** An operation of the API. */
public interface Operation {

  /**
   * Does it.
   *
   * @param request an object
   * @throws Refusal what it answers instead
   */
  ObjectNode execute(JsonNode request);
}
