package vn.minhbach.adapter.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Adds up what DynamoDB says that requests have consumed, read and write units together, and counts
 * the requests.
 */
final class Metering implements ExecutionInterceptor {

  private double units;
  private final Map<String, Integer> requests = new TreeMap<>();

  /** What an access costs. */
  double of(Runnable access) {
    units = 0;
    requests.clear();
    access.run();
    return units;
  }

  /** The requests of the last access, by operation. */
  Map<String, Integer> requests() {
    return Map.copyOf(requests);
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes ignored) {
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case BatchWriteItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes ignored) {
    List<ConsumedCapacity> consumed =
        switch (context.response()) {
          case GetItemResponse get -> List.of(get.consumedCapacity());
          case BatchGetItemResponse get -> get.consumedCapacity();
          case QueryResponse query -> List.of(query.consumedCapacity());
          case PutItemResponse put -> List.of(put.consumedCapacity());
          case BatchWriteItemResponse put -> put.consumedCapacity();
          case TransactWriteItemsResponse put -> put.consumedCapacity();
          default -> List.of();
        };
    requests.merge(
        context.request().getClass().getSimpleName().replace("Request", ""), 1, Integer::sum);
    consumed.forEach(one -> units += one.capacityUnits());
  }
}
