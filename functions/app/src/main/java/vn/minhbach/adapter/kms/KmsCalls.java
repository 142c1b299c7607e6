package vn.minhbach.adapter.kms;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import vn.minhbach.adapter.SignedJson;

/** The two calls of KMS that sealing needs. */
public final class KmsCalls {

  private final SignedJson kms;

  public KmsCalls(
      SdkHttpClient http, AwsCredentialsProvider credentials, URI endpoint, String region) {
    this.kms =
        new SignedJson(
            http, credentials, new SignedJson.Endpoint("kms", "TrentService", endpoint, region));
  }

  /** The public key, as SubjectPublicKeyInfo. */
  byte[] publicKey(String key) {
    return bytes(kms.call("GetPublicKey", Map.of("KeyId", key)), "PublicKey");
  }

  /**
   * A signature as KMS gives it.
   *
   * @param type RAW for the message, DIGEST for its hash
   */
  byte[] sign(String key, String algorithm, String type, byte[] message) {
    return bytes(
        kms.call(
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
}
