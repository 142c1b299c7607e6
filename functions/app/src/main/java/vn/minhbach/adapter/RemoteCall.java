package vn.minhbach.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import vn.minhbach.core.Outage;

/**
 * The one place that tells an outage from a bug. What the SDK gives up on after its own retries
 * because the service was slow, busy or broken is an {@link Outage}; every other error of the SDK
 * (denied, malformed, no such table) is a bug of ours and flies.
 */
public final class RemoteCall {

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private RemoteCall() {}

  /**
   * Makes a call.
   *
   * @param what names the call in the outage's message, as {@code "DynamoDB Query"}
   * @throws Outage when the service did not do its part
   */
  public static <T> T answer(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkServiceException refused) {
      if (outage(refused)) {
        throw new Outage(what + " failed: " + refused.getMessage(), refused);
      }
      throw refused;
    } catch (SdkClientException unanswered) {
      if (outage(unanswered)) {
        throw new Outage(what + " got no answer: " + unanswered.getMessage(), unanswered);
      }
      throw unanswered;
    }
  }

  private static boolean outage(SdkServiceException refused) {
    return refused.isThrottlingException()
        || refused.statusCode() >= SERVER_ERROR
        || refused.statusCode() == REQUEST_TIMEOUT
        || refused.statusCode() == TOO_MANY_REQUESTS;
  }

  private static boolean outage(SdkClientException unanswered) {
    if (unanswered instanceof ApiCallTimeoutException
        || unanswered instanceof ApiCallAttemptTimeoutException
        || unanswered instanceof RetryableException) {
      return true;
    }
    // The SDK wraps what the line did (refused, reset, timed out) at differing depths.
    for (Throwable cause = unanswered.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return true;
      }
    }
    return false;
  }
}
