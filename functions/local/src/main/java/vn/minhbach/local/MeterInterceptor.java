package vn.minhbach.local;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Feeds {@link Meter}. Registered with the SDK by class path, so that the application knows nothing
 * of it.
 */
public final class MeterInterceptor implements ExecutionInterceptor {

  /** Made by the SDK. */
  public MeterInterceptor() {}

  /** Asks for the capacity where the request may; an answer of the application's own stays. */
  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (attributes.getAttribute(LocalClients.OWN) != null
        || !(request instanceof DynamoDbRequest)) {
      return request;
    }
    boolean asked =
        request
            .getValueForField("ReturnConsumedCapacity", String.class)
            .filter(value -> !value.equals(ReturnConsumedCapacity.NONE.toString()))
            .isPresent();
    return asked ? request : asking(request, ReturnConsumedCapacity.TOTAL);
  }

  private static SdkRequest asking(SdkRequest request, ReturnConsumedCapacity total) {
    return switch (request) {
      case GetItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case DeleteItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case ScanRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case BatchWriteItemRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case TransactGetItemsRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest one -> one.toBuilder().returnConsumedCapacity(total).build();
      default -> request;
    };
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (attributes.getAttribute(LocalClients.OWN) != null) {
      return;
    }
    Meter.request(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            + "."
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    if (context.request() instanceof S3Request) {
      long size =
          context
              .httpRequest()
              .firstMatchingHeader("x-amz-decoded-content-length")
              .or(() -> context.httpRequest().firstMatchingHeader("content-length"))
              .map(Long::parseLong)
              .orElse(0L);
      Meter.bytes(size, 0);
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    if (attributes.getAttribute(LocalClients.OWN) == null
        && context.request() instanceof S3Request
        && context.httpRequest().method() == SdkHttpMethod.GET) {
      Meter.bytes(
          0,
          context
              .httpResponse()
              .firstMatchingHeader("content-length")
              .map(Long::parseLong)
              .orElse(0L));
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (attributes.getAttribute(LocalClients.OWN) == null) {
      count(context.response());
    }
  }

  private static void count(SdkResponse response) {
    switch (response) {
      case GetItemResponse one -> read(one.consumedCapacity());
      case QueryResponse one -> read(one.consumedCapacity());
      case ScanResponse one -> read(one.consumedCapacity());
      case BatchGetItemResponse one -> Meter.units(sum(one.consumedCapacity()), 0);
      case TransactGetItemsResponse one -> Meter.units(sum(one.consumedCapacity()), 0);
      case PutItemResponse one -> write(one.consumedCapacity());
      case UpdateItemResponse one -> write(one.consumedCapacity());
      case DeleteItemResponse one -> write(one.consumedCapacity());
      case BatchWriteItemResponse one -> Meter.units(0, sum(one.consumedCapacity()));
      case TransactWriteItemsResponse one -> Meter.units(0, sum(one.consumedCapacity()));
      default -> {
        // No units: S3, or the table's administration.
      }
    }
  }

  private static void read(ConsumedCapacity capacity) {
    Meter.units(units(capacity), 0);
  }

  private static void write(ConsumedCapacity capacity) {
    Meter.units(0, units(capacity));
  }

  private static double sum(List<ConsumedCapacity> capacities) {
    return capacities.stream().mapToDouble(MeterInterceptor::units).sum();
  }

  private static double units(ConsumedCapacity capacity) {
    return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
  }
}
