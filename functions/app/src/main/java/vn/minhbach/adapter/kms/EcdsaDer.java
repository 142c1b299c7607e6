package vn.minhbach.adapter.kms;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * An ECDSA signature as KMS gives it (DER: SEQUENCE of INTEGER r and INTEGER s) and as JWS wants it
 * (RFC 7518, 3.4: r and s, 32 bytes each). An integer in DER is as short as it can be and has a
 * zero in front where it would look negative.
 */
final class EcdsaDer {

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int SIZE = 32;

  private EcdsaDer() {}

  /** R and S; an exception for what is no such signature on P-256. */
  static byte[] toRaw(byte[] der) {
    // Two integers of at most 33 bytes: every length fits into one byte.
    require(der.length > 2 && der[0] == SEQUENCE && der[1] == der.length - 2);
    byte[] raw = new byte[2 * SIZE];
    int next = integer(der, 2, raw, 0);
    require(integer(der, next, raw, SIZE) == der.length);
    return raw;
  }

  private static int integer(byte[] der, int at, byte[] raw, int to) {
    require(at + 2 < der.length && der[at] == INTEGER);
    int length = der[at + 1];
    int end = at + 2 + length;
    require(length >= 1 && length <= SIZE + 1 && end <= der.length);
    BigInteger value = new BigInteger(Arrays.copyOfRange(der, at + 2, end));
    require(value.signum() > 0 && value.bitLength() <= 8 * SIZE);
    byte[] bytes = value.toByteArray();
    int from = Math.max(0, bytes.length - SIZE);
    System.arraycopy(bytes, from, raw, to + SIZE - (bytes.length - from), bytes.length - from);
    return end;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no DER signature of P-256");
    }
  }
}
