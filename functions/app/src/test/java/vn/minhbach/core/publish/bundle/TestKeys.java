package vn.minhbach.core.publish.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import vn.minhbach.core.publish.transparency.LogKey;

/** Keys of the JDK. */
final class TestKeys {

  private TestKeys() {}

  static BundleKey bundleKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new BundleKey() {
        @Override
        public Map<String, String> jwk() {
          var point = ((ECPublicKey) pair.getPublic()).getW();
          return Map.of(
              "kty",
              "EC",
              "crv",
              "P-256",
              "x",
              coordinate(point.getAffineX().toByteArray()),
              "y",
              coordinate(point.getAffineY().toByteArray()));
        }

        @Override
        public byte[] sign(byte[] message) {
          return signed("SHA256withECDSAinP1363Format", pair, message);
        }
      };
    } catch (GeneralSecurityException bug) {
      throw new AssertionError(bug);
    }
  }

  static LogKey logKey() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new LogKey() {
        @Override
        public byte[] publicKey() {
          byte[] info = pair.getPublic().getEncoded();
          return Arrays.copyOfRange(info, info.length - 32, info.length);
        }

        @Override
        public byte[] sign(byte[] message) {
          return signed("Ed25519", pair, message);
        }
      };
    } catch (GeneralSecurityException bug) {
      throw new AssertionError(bug);
    }
  }

  private static String coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    int from = Math.max(0, number.length - 32);
    System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }

  private static byte[] signed(String algorithm, KeyPair pair, byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException bug) {
      throw new AssertionError(bug);
    }
  }
}
