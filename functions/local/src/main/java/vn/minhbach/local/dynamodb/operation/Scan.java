package vn.minhbach.local.dynamodb.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.local.dynamodb.Refusal;
import vn.minhbach.local.dynamodb.expression.Kind;
import vn.minhbach.local.dynamodb.expression.Placeholders;
import vn.minhbach.local.dynamodb.item.Bytes;
import vn.minhbach.local.dynamodb.item.KeyBytes;
import vn.minhbach.local.dynamodb.schema.Index;
import vn.minhbach.local.dynamodb.schema.Table;
import vn.minhbach.local.dynamodb.store.Range;
import vn.minhbach.local.dynamodb.store.Range.Bound;

/** Scan, also by segments. */
final class Scan implements Operation {

  private static final int MOST_SEGMENTS = 1_000_000;

  private final Engine engine;

  Scan(Engine engine) {
    this.engine = engine;
  }

  @Override
  public ObjectNode execute(JsonNode json) {
    Request request = new Request(json);
    String name = request.tableName();
    String capacity = Options.capacity(request);
    Reading.checked(
        request,
        "Value '%d' at 'limit' failed to satisfy constraint: Member must have value greater than or"
            + " equal to 1");
    List<Bound> segment = segment(request);
    request.refuseLegacy(
        List.of("ScanFilter", "AttributesToGet", "ConditionalOperator"),
        List.of("FilterExpression", "ProjectionExpression"));
    Placeholders placeholders = new Placeholders(json);
    if (!request.has("FilterExpression") && !request.has("ProjectionExpression")) {
      placeholders.refuseWithout(Kind.FILTER);
    }
    Reading reading = Reading.of(request, name, capacity, placeholders);
    placeholders.refuseUnused();
    Table table = engine.table(name);
    Optional<Index> index = reading.index(table);
    return reading.answer(
        engine, new Range(table, index, segment, reading.after(table, index), false));
  }

  private static List<Bound> segment(Request request) {
    Integer segment = request.number("Segment");
    Integer segments = request.number("TotalSegments");
    bound(request, "segment", segment, 0, MOST_SEGMENTS - 1);
    bound(request, "totalSegments", segments, 1, MOST_SEGMENTS);
    request.refuseFaults();
    if (segment == null && segments == null) {
      return List.of();
    }
    if (segments == null) {
      throw Refusal.validation(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment == null) {
      throw Refusal.validation(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment >= segments) {
      throw Refusal.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: %d is not less than TotalSegments: %d"
              .formatted(segment, segments));
    }
    List<Bound> bounds = new ArrayList<>();
    bounds.add(new Bound("pk", ">=", new Bytes(KeyBytes.segmentStart(segment, segments))));
    bounds.add(new Bound("pk", "<", new Bytes(KeyBytes.segmentStart(segment + 1, segments))));
    return bounds;
  }

  private static void bound(Request request, String path, Integer value, int least, int most) {
    if (value != null && value < least) {
      request.fault(
          "Value '%d' at '%s' failed to satisfy constraint: Member must have value greater than or"
              + " equal to %d",
          value, path, least);
    }
    if (value != null && value > most) {
      request.fault(
          "Value '%d' at '%s' failed to satisfy constraint: Member must have value less than or"
              + " equal to %d",
          value, path, most);
    }
  }
}
