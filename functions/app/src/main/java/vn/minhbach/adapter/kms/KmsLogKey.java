package vn.minhbach.adapter.kms;

import java.util.Arrays;
import vn.minhbach.core.publish.transparency.LogKey;

/** A KMS key of the spec ECC_NIST_EDWARDS25519. */
public final class KmsLogKey implements LogKey {

  private static final int SIZE = 32;

  private final KmsCalls kms;
  private final String key;

  public KmsLogKey(KmsCalls kms, String key) {
    this.kms = kms;
    this.key = key;
  }

  // SubjectPublicKeyInfo of Ed25519 ends with the key (RFC 8410).
  @Override
  public byte[] publicKey() {
    byte[] info = kms.publicKey(key);
    return Arrays.copyOfRange(info, info.length - SIZE, info.length);
  }

  @Override
  public byte[] sign(byte[] message) {
    return kms.sign(key, "ED25519_SHA_512", "RAW", message);
  }
}
