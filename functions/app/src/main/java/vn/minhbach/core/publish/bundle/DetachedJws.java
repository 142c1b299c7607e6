package vn.minhbach.core.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.Sha256;

/**
 * A detached JSON Web Signature over bytes as they are (RFC 7515, appendix F; RFC 7797, {@code
 * b64:false}): header, nothing, signature.
 */
final class DetachedJws {

  private DetachedJws() {}

  static String sign(byte[] payload, BundleKey key) {
    String header =
        base64(
            CanonicalJson.bytes(
                Map.of(
                    "alg",
                    "ES256",
                    "b64",
                    false,
                    "crit",
                    List.of("b64"),
                    "kid",
                    thumbprint(key.jwk()))));
    return header + ".." + base64(key.sign(input(header, payload)));
  }

  /** What is signed: the header as sent, a dot, the payload. */
  static byte[] input(String header, byte[] payload) {
    byte[] start = (header + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(start, start.length + payload.length);
    System.arraycopy(payload, 0, all, start.length, payload.length);
    return all;
  }

  /** The name of a key: RFC 7638 over crv, kty, x and y. */
  static String thumbprint(Map<String, String> jwk) {
    return base64(
        Sha256.digest()
            .digest(
                CanonicalJson.bytes(
                    Map.of(
                        "crv", jwk.get("crv"),
                        "kty", jwk.get("kty"),
                        "x", jwk.get("x"),
                        "y", jwk.get("y")))));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
