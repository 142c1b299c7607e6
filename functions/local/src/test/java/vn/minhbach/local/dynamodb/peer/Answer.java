package vn.minhbach.local.dynamodb.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What a table answered, brought into a form in which two answers can be compared: sets, batches
 * and scans in one order, pages put together.
 *
 * @param kind "answered" or the type of the error
 * @param result of the answer, or what the error carries besides its message
 * @param capacity what it says that it consumed; apart, since an emulator may not bill
 * @param message of the error; apart, since its wording is not promised
 */
record Answer(String kind, Map<String, Object> result, Object capacity, String message) {

  private static final int PAGES_MAX = 200;

  static Answer of(DynamoDbClient client, DynamoDbRequest request) {
    try {
      return switch (request) {
        case QueryRequest query -> query(client, query);
        case ScanRequest scan -> scan(client, scan);
        case GetItemRequest get -> answered(client.getItem(get));
        case PutItemRequest put -> answered(client.putItem(put));
        case UpdateItemRequest update -> answered(client.updateItem(update));
        case DeleteItemRequest delete -> answered(client.deleteItem(delete));
        case BatchGetItemRequest get -> unordered(answered(client.batchGetItem(get)));
        case BatchWriteItemRequest write -> answered(client.batchWriteItem(write));
        case TransactGetItemsRequest get -> answered(client.transactGetItems(get));
        case TransactWriteItemsRequest write -> answered(client.transactWriteItems(write));
        default -> throw new IllegalArgumentException("never sent: " + request);
      };
    } catch (TransactionCanceledException cancelled) {
      var reasons = new ArrayList<>();
      var messages = new ArrayList<String>();
      cancelled
          .cancellationReasons()
          .forEach(reason -> {
            reasons.add(reason.code() + (reason.hasItem() ? " " + plain(reason.item()) : ""));
            messages.add(reason.message());
          });
      return new Answer(
          "TransactionCanceledException",
          Map.of("reasons", reasons),
          null,
          cancelled.awsErrorDetails().errorMessage() + " " + messages);
    } catch (ConditionalCheckFailedException failed) {
      return new Answer(
          "ConditionalCheckFailedException",
          failed.hasItem() ? Map.of("item", plain(failed.item())) : Map.of(),
          null,
          failed.awsErrorDetails().errorMessage());
    } catch (DynamoDbException refused) {
      return new Answer(
          refused.awsErrorDetails().errorCode(),
          Map.of(),
          null,
          refused.awsErrorDetails().errorMessage());
    } catch (SdkClientException unreadable) {
      return new Answer("unreadable", Map.of(), null, unreadable.getMessage());
    }
  }

  /** Whether the same came; capacity and message count apart. */
  boolean sameAs(Answer other) {
    return Objects.equals(kind, other.kind) && result.equals(other.result);
  }

  private static Answer answered(SdkPojo response) {
    Map<String, Object> result = fields(response);
    Object capacity = result.remove("ConsumedCapacity");
    result.remove("ItemCollectionMetrics", Map.of());
    return new Answer("answered", result, capacity, "");
  }

  private static Answer query(DynamoDbClient client, QueryRequest first) {
    String sort =
        first.indexName() == null ? null : first.indexName().equals(Layout.GLOBAL) ? "H" : "L";
    Map<String, AttributeValue> next = null;
    var pages = new Pages();
    do {
      var page = client.query(first.toBuilder().exclusiveStartKey(next).build());
      pages.add(page.items(), page.count(), page.scannedCount(), page.consumedCapacity());
      next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
      // Where a page of the table itself ends is promised: after Limit items.
      pages.ends.add(sort == null && next != null ? plain(next) : next != null);
    } while (next != null && pages.ends.size() < PAGES_MAX);
    // Items with the same sort key come from an index in any order.
    return pages.together(
        sort == null ? null : item -> String.valueOf(((Map<?, ?>) item).get(sort)));
  }

  private static Answer scan(DynamoDbClient client, ScanRequest first) {
    Map<String, AttributeValue> next = null;
    var pages = new Pages();
    int count = 0;
    do {
      var page = client.scan(first.toBuilder().exclusiveStartKey(next).build());
      pages.add(page.items(), page.count(), page.scannedCount(), page.consumedCapacity());
      next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (next != null && ++count < PAGES_MAX);
    return pages.together(item -> "");
  }

  private static final class Pages {
    private final List<Object> items = new ArrayList<>();
    private final List<Object> ends = new ArrayList<>();
    private final List<Object> capacity = new ArrayList<>();
    private int count;
    private int scanned;

    void add(
        List<Map<String, AttributeValue>> page, Integer count, Integer scanned, SdkPojo consumed) {
      page.forEach(item -> items.add(plain(item)));
      this.count += count;
      this.scanned += scanned;
      if (consumed != null) {
        capacity.add(fields(consumed));
      }
    }

    /** Items that are alike by the given order come sorted; null leaves them as they came. */
    Answer together(Function<Object, String> alike) {
      Map<String, Object> result = new TreeMap<>();
      if (alike != null) {
        result.put("order", items.stream().map(alike).toList());
        items.sort(Comparator.comparing(String::valueOf));
      }
      result.put("items", items);
      result.put("ends", ends);
      result.put("count", count);
      result.put("scanned", scanned);
      return new Answer("answered", result, capacity.isEmpty() ? null : capacity, "");
    }
  }

  private static Answer unordered(Answer batch) {
    if (batch.result.get("Responses") instanceof Map<?, ?> responses) {
      for (Object items : responses.values()) {
        sort(items);
      }
    }
    return batch;
  }

  private static void sort(Object list) {
    if (list instanceof ArrayList<?> items) {
      items.sort(Comparator.comparing(String::valueOf));
    }
  }

  private static Map<String, Object> fields(SdkPojo pojo) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value == null
          || value instanceof SdkAutoConstructList
          || value instanceof SdkAutoConstructMap) {
        continue;
      }
      fields.put(field.memberName(), plain(value));
    }
    return new TreeMap<>(fields);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case AttributeValue attribute -> plain(attribute);
      case SdkPojo pojo -> fields(pojo);
      case Map<?, ?> map -> {
        var plain = new TreeMap<String, Object>();
        map.forEach((key, each) -> plain.put((String) key, plain(each)));
        yield plain;
      }
      case Collection<?> list -> {
        var plain = new ArrayList<>();
        list.forEach(each -> plain.add(plain(each)));
        yield plain;
      }
      default -> value;
    };
  }

  private static Object plain(AttributeValue value) {
    return switch (value.type()) {
      case SS -> "SS" + value.ss().stream().sorted().toList();
      case NS -> "NS" + value.ns().stream().sorted().toList();
      case BS ->
          "BS" + value.bs().stream().map(bytes -> hex(bytes.asByteArray())).sorted().toList();
      case B -> "B:" + hex(value.b().asByteArray());
      case M -> plain(value.m());
      case L -> plain(value.l());
      default -> value.type() + ":" + fields(value).values();
    };
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
