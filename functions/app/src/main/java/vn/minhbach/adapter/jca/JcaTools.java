package vn.minhbach.adapter.jca;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import vn.minhbach.adapter.PlainTree;
import vn.minhbach.core.publish.bundle.VerifyBundle;

/** Signatures by the JDK's own providers. */
public final class JcaTools implements VerifyBundle.Tools {

  private static final int RAW_SIGNATURE = 64;
  private static final int ED25519_KEY = 32;

  /** SubjectPublicKeyInfo of Ed25519 (RFC 8410) before the 32 bytes of a key. */
  private static final byte[] ED25519_INFO = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  @Override
  public Object json(String text) {
    return PlainTree.of(text);
  }

  @Override
  public boolean es256(Map<String, Object> jwk, byte[] message, byte[] signature) {
    return signature.length == RAW_SIGNATURE
        && holds("SHA256withECDSAinP1363Format", () -> point(jwk), message, signature);
  }

  @Override
  public boolean ed25519(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey.length == ED25519_KEY
        && holds("Ed25519", () -> edwards(publicKey), message, signature);
  }

  private interface Key {
    PublicKey of() throws GeneralSecurityException;
  }

  private static boolean holds(String algorithm, Key key, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key.of());
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException notOfThisKey) {
      return false;
    }
  }

  private static PublicKey point(Map<String, Object> jwk) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(jwk, "x"), number(jwk, "y")),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(Map<String, Object> jwk, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode((String) jwk.get(name)));
  }

  private static PublicKey edwards(byte[] publicKey) throws GeneralSecurityException {
    byte[] info = java.util.Arrays.copyOf(ED25519_INFO, ED25519_INFO.length + publicKey.length);
    System.arraycopy(publicKey, 0, info, ED25519_INFO.length, publicKey.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
  }
}
