package vn.minhbach.core.publish.bundle;

import java.util.Map;

/**
 * Port: the key that seals bundles, ES256 (ECDSA on P-256 with SHA-256). A technical mark (<i>dấu
 * kỹ thuật</i>), never the authority's signature.
 */
public interface BundleKey {

  /** The public key as a JWK (RFC 7517): kty, crv, x, y. */
  Map<String, String> jwk();

  /** R and S, 32 bytes each, as JWS wants them (RFC 7518, 3.4). */
  byte[] sign(byte[] message);
}
