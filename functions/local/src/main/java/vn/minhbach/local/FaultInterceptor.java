package vn.minhbach.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.signer.AwsSignerExecutionAttribute;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Raises the faults that {@link Faults} draws. Registered with the SDK by class path, so that the
 * application knows nothing of it.
 *
 * <p>Where a fault is raised decides who meets it: before and after the execution lie outside the
 * SDK's retries, before and after the transmission inside them.
 */
public final class FaultInterceptor implements ExecutionInterceptor {

  private static final ExecutionAttribute<Faults.Fault> FAULT =
      new ExecutionAttribute<>("vn.minhbach.local.Fault");

  /** Made by the SDK. */
  public FaultInterceptor() {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (attributes.getAttribute(LocalClients.OWN) != null
        || signsOnly(attributes)
        || !(request instanceof DynamoDbRequest || request instanceof S3Request)) {
      return;
    }
    if (Faults.isAway(request)) {
      throw ApiCallTimeoutException.create(1);
    }
    Faults.Fault fault = Faults.next(writes(request));
    if (fault == null) {
      return;
    }
    attributes.putAttribute(FAULT, fault);
    if (fault.kind() == Faults.Kind.KILL && fault.atAttempt()) {
      throw Faults.kill("before a call");
    }
    // A download has no effect, and its open stream could not be closed from here.
    boolean download =
        request instanceof GetObjectRequest && fault.kind() == Faults.Kind.TIMEOUT_AFTER;
    if (!fault.atAttempt() && (beforeEffect(fault) || download)) {
      throw raise(fault, request, false);
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    Faults.Fault fault = attributes.getAttribute(FAULT);
    if (fault != null && fault.atAttempt() && beforeEffect(fault)) {
      attributes.putAttribute(FAULT, null);
      throw raise(fault, context.request(), true);
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    Faults.Fault fault = attributes.getAttribute(FAULT);
    if (fault != null && fault.atAttempt() && fault.kind() == Faults.Kind.TIMEOUT_AFTER) {
      attributes.putAttribute(FAULT, null);
      context.responseBody().ifPresent(FaultInterceptor::discard);
      throw raise(fault, context.request(), true);
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Faults.Fault fault = attributes.getAttribute(FAULT);
    if (fault == null || fault.atAttempt()) {
      return;
    }
    if (fault.kind() == Faults.Kind.KILL) {
      throw Faults.kill("after a call");
    }
    if (fault.kind() == Faults.Kind.TIMEOUT_AFTER) {
      throw raise(fault, context.request(), false);
    }
  }

  /** An answer that is lost may as well have been a refusal. */
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Faults.Fault fault = attributes.getAttribute(FAULT);
    if (fault == null || fault.atAttempt() || context.exception() instanceof Error) {
      return context.exception();
    }
    if (fault.kind() == Faults.Kind.KILL) {
      throw Faults.kill("after a call");
    }
    if (fault.kind() == Faults.Kind.TIMEOUT_AFTER
        && !(context.exception() instanceof ApiCallTimeoutException)) {
      return raise(fault, context.request(), false);
    }
    return context.exception();
  }

  /**
   * The signer of URLs runs interceptors too, though it calls nobody. Only this deprecated
   * attribute tells it from a client.
   */
  @SuppressWarnings("deprecation")
  private static boolean signsOnly(ExecutionAttributes attributes) {
    return attributes.getAttribute(AwsSignerExecutionAttribute.PRESIGNER_EXPIRATION) != null;
  }

  private static boolean beforeEffect(Faults.Fault fault) {
    return fault.kind() != Faults.Kind.TIMEOUT_AFTER && fault.kind() != Faults.Kind.KILL;
  }

  private static boolean writes(SdkRequest request) {
    return request instanceof TransactWriteItemsRequest
        || request instanceof TransactGetItemsRequest
        || request instanceof PutItemRequest
        || request instanceof UpdateItemRequest
        || request instanceof DeleteItemRequest;
  }

  private static RuntimeException raise(Faults.Fault fault, SdkRequest request, boolean attempt) {
    Faults.count(fault.kind());
    return switch (fault.kind()) {
      case CONFLICT -> conflict(request, fault.choice());
      case THROTTLE -> throttle(request);
      default ->
          attempt ? ApiCallAttemptTimeoutException.create(1) : ApiCallTimeoutException.create(1);
    };
  }

  private static RuntimeException conflict(SdkRequest request, int choice) {
    int items =
        switch (request) {
          case TransactWriteItemsRequest write -> write.transactItems().size();
          case TransactGetItemsRequest get -> get.transactItems().size();
          default -> 0;
        };
    if (items == 0) {
      return TransactionConflictException.builder()
          .message("Transaction is ongoing for the item")
          .statusCode(400)
          .awsErrorDetails(error("DynamoDb", "TransactionConflictException"))
          .build();
    }
    int held = choice % items;
    List<CancellationReason> reasons =
        IntStream.range(0, items)
            .mapToObj(item ->
                CancellationReason.builder()
                    .code(item == held ? "TransactionConflict" : "None")
                    .build())
            .toList();
    return TransactionCanceledException.builder()
        .message("Transaction cancelled, please refer cancellation reasons [TransactionConflict]")
        .statusCode(400)
        .awsErrorDetails(error("DynamoDb", "TransactionCanceledException"))
        .cancellationReasons(reasons)
        .build();
  }

  private static RuntimeException throttle(SdkRequest request) {
    if (request instanceof S3Request) {
      return S3Exception.builder()
          .message("Please reduce your request rate.")
          .statusCode(503)
          .awsErrorDetails(error("S3", "SlowDown"))
          .build();
    }
    return ProvisionedThroughputExceededException.builder()
        .message("The level of configured provisioned throughput for the table was exceeded.")
        .statusCode(400)
        .awsErrorDetails(error("DynamoDb", "ProvisionedThroughputExceededException"))
        .build();
  }

  private static AwsErrorDetails error(String api, String code) {
    return AwsErrorDetails.builder().serviceName(api).errorCode(code).errorMessage(code).build();
  }

  private static void discard(InputStream answer) {
    try {
      answer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a discarded answer cannot be closed", e);
    }
  }
}
