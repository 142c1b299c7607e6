package vn.minhbach.adapter.kms;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.publish.bundle.BundleKey;

/** A KMS key of the spec ECC_NIST_P256. */
public final class KmsBundleKey implements BundleKey {

  private static final int SIZE = 32;

  private final KmsCalls kms;
  private final String key;

  public KmsBundleKey(KmsCalls kms, String key) {
    this.kms = kms;
    this.key = key;
  }

  @Override
  public Map<String, String> jwk() {
    try {
      ECPublicKey point =
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(new X509EncodedKeySpec(kms.publicKey(key)));
      return Map.of(
          "kty",
          "EC",
          "crv",
          "P-256",
          "x",
          coordinate(point.getW().getAffineX()),
          "y",
          coordinate(point.getW().getAffineY()));
    } catch (GeneralSecurityException notEc) {
      throw new IllegalStateException("the bundle's key is no EC key", notEc);
    }
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = Math.max(0, bytes.length - SIZE);
    byte[] fixed = new byte[SIZE];
    System.arraycopy(bytes, from, fixed, SIZE - (bytes.length - from), bytes.length - from);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }

  // The digest, since KMS takes no message above 4 KB.
  @Override
  public byte[] sign(byte[] message) {
    return EcdsaDer.toRaw(
        kms.sign(key, "ECDSA_SHA_256", "DIGEST", Sha256.digest().digest(message)));
  }
}
