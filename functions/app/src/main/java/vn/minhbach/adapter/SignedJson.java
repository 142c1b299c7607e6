package vn.minhbach.adapter;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import vn.minhbach.core.Outage;
import vn.minhbach.core.ledger.CanonicalJson;

/**
 * AWS' JSON protocol 1.1 over plain HTTPS, signed by the SDK's own signer: for the few calls a day
 * to services whose clients would weigh more than everything else here does.
 */
public final class SignedJson {

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int ANSWER_MAX = 64 * 1024;

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Endpoint service;

  /**
   * A service.
   *
   * @param signingName as in {@code kms}
   * @param target what stands before an action in {@code X-Amz-Target}, as {@code TrentService}
   */
  public record Endpoint(String signingName, String target, URI uri, String region) {}

  public SignedJson(SdkHttpClient http, AwsCredentialsProvider credentials, Endpoint service) {
    this.http = http;
    this.credentials = credentials;
    this.service = service;
  }

  /**
   * The service refused a call. Its message may repeat what was asked for, never what is kept.
   *
   * @see #type()
   */
  public static final class Refused extends RuntimeException {
    private final transient String type;

    Refused(String message, String type) {
      super(message);
      this.type = type;
    }

    /** The name of the error, as {@code ParameterNotFound}. */
    public String type() {
      return type;
    }
  }

  /**
   * Makes a call.
   *
   * @throws Refused when the service refuses
   * @throws Outage when it did not do its part
   */
  public Map<?, ?> call(String action, Map<String, Object> body) {
    String what = service.signingName() + " " + action;
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(CanonicalJson.bytes(body));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(service.uri())
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", service.target() + "." + action)
            .build();
    AwsCredentialsIdentity identity = credentials.resolveCredentials();
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, service.region()));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(content))
                      .build())
              .call();
      byte[] answer =
          response.responseBody().isPresent()
              ? response.responseBody().get().readNBytes(ANSWER_MAX)
              : new byte[0];
      return answered(what, response.httpResponse().statusCode(), answer);
    } catch (IOException unanswered) {
      throw new Outage(what + " got no answer: " + unanswered.getMessage(), unanswered);
    }
  }

  private static Map<?, ?> answered(String what, int status, byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (status == OK) {
      return (Map<?, ?>) PlainTree.of(text);
    }
    var refused = new Refused(what + " answered " + status + ": " + text, type(text));
    if (status >= SERVER_ERROR || status == TOO_MANY || text.contains("Throttling")) {
      throw new Outage(refused.getMessage(), refused);
    }
    throw refused;
  }

  // Some services write a namespace before the name, as com.amazonaws.ssm#ParameterNotFound.
  private static String type(String text) {
    try {
      return PlainTree.of(text) instanceof Map<?, ?> told
          ? String.valueOf(told.get("__type")).replaceFirst("^.*#", "")
          : "";
    } catch (IllegalArgumentException noJson) {
      return "";
    }
  }
}
