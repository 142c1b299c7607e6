package vn.minhbach.local;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Stream records in the JSON that Lambda hands to a function. */
final class StreamRecords {

  private static final JsonMapper JSON = JsonMapper.shared();

  private StreamRecords() {}

  static byte[] event(List<ObjectNode> records) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putArray("Records").addAll(records);
    return JSON.writeValueAsBytes(event);
  }

  static ObjectNode json(Record record, String streamArn) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("eventID", record.eventID())
        .put("eventName", record.eventNameAsString())
        .put("eventVersion", "1.1")
        .put("eventSource", "aws:dynamodb")
        .put("awsRegion", LocalClients.REGION.id());
    StreamRecord change = record.dynamodb();
    ObjectNode dynamodb = json.putObject("dynamodb");
    if (change.approximateCreationDateTime() != null) {
      dynamodb.put(
          "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    }
    dynamodb.set("Keys", attributes(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", attributes(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", attributes(change.oldImage()));
    }
    dynamodb
        .put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("type", record.userIdentity().type())
          .put("principalId", record.userIdentity().principalId());
    }
    return json.put("eventSourceARN", streamArn);
  }

  private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    attributes.forEach((name, value) -> json.set(name, attribute(value)));
    return json;
  }

  private static ObjectNode attribute(AttributeValue value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b().asByteArray()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case M -> json.set("M", attributes(value.m()));
      case L -> json.set("L", list(value));
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS -> {
        ArrayNode set = json.putArray("BS");
        value.bs().forEach(bytes -> set.add(base64(bytes.asByteArray())));
      }
      default -> throw new IllegalStateException("attribute of unknown type " + value);
    }
    return json;
  }

  private static ArrayNode list(AttributeValue value) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    value.l().forEach(element -> list.add(attribute(element)));
    return list;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
