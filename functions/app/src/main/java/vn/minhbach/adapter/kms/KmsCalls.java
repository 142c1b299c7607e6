package vn.minhbach.adapter.kms;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.core.Outage;
import vn.minhbach.core.ledger.CanonicalJson;

/**
 * The two calls of KMS that sealing needs, in its JSON protocol over plain HTTPS, signed by the
 * SDK's own signer. The SDK's client of KMS would weigh more than everything else here does, for
 * two calls a day.
 */
public final class KmsCalls {

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int ANSWER_MAX = 64 * 1024;

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final URI endpoint;
  private final String region;

  public KmsCalls(
      SdkHttpClient http, AwsCredentialsProvider credentials, URI endpoint, String region) {
    this.http = http;
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.region = region;
  }

  /** The public key, as SubjectPublicKeyInfo. */
  byte[] publicKey(String key) {
    return bytes(call("GetPublicKey", Map.of("KeyId", key)), "PublicKey");
  }

  /**
   * A signature as KMS gives it.
   *
   * @param type RAW for the message, DIGEST for its hash
   */
  byte[] sign(String key, String algorithm, String type, byte[] message) {
    return bytes(
        call(
            "Sign",
            Map.of(
                "KeyId",
                key,
                "SigningAlgorithm",
                algorithm,
                "MessageType",
                type,
                "Message",
                Base64.getEncoder().encodeToString(message))),
        "Signature");
  }

  private static byte[] bytes(Map<?, ?> answer, String name) {
    return Base64.getDecoder().decode((String) answer.get(name));
  }

  private Map<?, ?> call(String action, Map<String, Object> body) {
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(CanonicalJson.bytes(body));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "TrentService." + action)
            .build();
    AwsCredentialsIdentity identity = credentials.resolveCredentials();
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "kms")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
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
      return answered(action, response.httpResponse().statusCode(), answer);
    } catch (IOException unanswered) {
      throw new Outage("KMS " + action + " got no answer: " + unanswered.getMessage(), unanswered);
    }
  }

  private static Map<?, ?> answered(String action, int status, byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (status == OK) {
      return (Map<?, ?>) PlainTree.of(text);
    }
    var refused = new IllegalStateException("KMS " + action + " answered " + status + ": " + text);
    if (status >= SERVER_ERROR || status == TOO_MANY || text.contains("Throttling")) {
      throw new Outage(refused.getMessage(), refused);
    }
    throw refused;
  }
}
