package vn.minhbach.adapter.kms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What KMS answers, as JWS wants it. */
class EcdsaDerTest {

  private static final HexFormat HEX = HexFormat.of();

  /** RFC 6979, A.2.5: "sample" and "test" by SHA-256; then shorter integers. */
  @ParameterizedTest
  @CsvSource({
    "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716,"
        + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8,"
        + "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
        + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367,"
        + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083,"
        + "3045022100f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
        + "0220019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
    "0000000000000000000000000000000000000000000000000000000000000001,"
        + "00000000000000000000000000000000000000000000000000000000000000ff,"
        + "3007020101020200ff"
  })
  void turnsDerIntoRAndS(String r, String s, String der) {
    assertEquals(r + s, HEX.formatHex(EcdsaDer.toRaw(HEX.parseHex(der))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3006020101020101ff",
        "3005020101020101",
        "3006020100020101",
        "30060201ff020101",
        "3106020101020101",
        "3006030101020101",
        "3006020101020201",
        "302602010102210100000000000000000000000000000000000000000000000000000000000000000000"
      })
  void takesNothingElse(String der) {
    byte[] bytes = HEX.parseHex(der);
    assertThrows(IllegalArgumentException.class, () -> EcdsaDer.toRaw(bytes));
  }

  @Test
  void whatTheJdkSignsHoldsAfterwards() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    for (int i = 0; i < 300; i++) {
      byte[] message = ("message " + i).getBytes(StandardCharsets.UTF_8);
      Signature sign = Signature.getInstance("SHA256withECDSA");
      sign.initSign(pair.getPrivate());
      sign.update(message);
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(pair.getPublic());
      check.update(message);
      assertTrue(check.verify(EcdsaDer.toRaw(sign.sign())));
    }
  }
}
