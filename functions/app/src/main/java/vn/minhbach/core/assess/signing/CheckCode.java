package vn.minhbach.core.assess.signing;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * The check code of a form (<i>mã chốt</i>): 75 bits of its hash as fifteen letters and digits that
 * cannot be taken for each other (Crockford's base 32), and one that checks them. It can be read
 * aloud and typed from paper; one wrong character or two swapped neighbours are noticed.
 *
 * <p>{@code infra/decisions/0016-closing-and-signing.md} has it for other languages.
 *
 * @param text four groups of four, {@code 7K3M-9QWD-0HTB-5XA2}
 */
public record CheckCode(String text) {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int DATA = 15;
  private static final int HASH_BITS = 256;

  /** The code of a hash, SHA-256 in hex. */
  static CheckCode of(String sha256) {
    BigInteger bits = new BigInteger(sha256, 16).shiftRight(HASH_BITS - 5 * DATA);
    var symbols = new StringBuilder();
    for (int i = DATA - 1; i >= 0; i--) {
      symbols.append(SYMBOLS.charAt(bits.shiftRight(5 * i).intValue() & 31));
    }
    symbols.append(SYMBOLS.charAt(check(symbols)));
    return new CheckCode(String.join("-", symbols.toString().split("(?<=\\G.{4})")));
  }

  /**
   * Reads a code as people write it: small letters, blanks, O for 0, I or L for 1. Empty when it is
   * none, or does not check.
   */
  static Optional<CheckCode> read(String typed) {
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\u2010-\u2015.-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != DATA + 1 || plain.chars().anyMatch(c -> SYMBOLS.indexOf(c) < 0)) {
      return Optional.empty();
    }
    boolean checks = SYMBOLS.indexOf(plain.charAt(DATA)) == check(plain.substring(0, DATA));
    return checks
        ? Optional.of(new CheckCode(String.join("-", plain.split("(?<=\\G.{4})"))))
        : Optional.empty();
  }

  // A sum over GF(32) with another weight for each place: x of x^5 + x^2 + 1 has order 31.
  private static int check(CharSequence symbols) {
    int sum = 0;
    for (int i = 0; i < symbols.length(); i++) {
      sum = timesX(sum) ^ SYMBOLS.indexOf(symbols.charAt(i));
    }
    return timesX(sum);
  }

  private static int timesX(int element) {
    int twice = element << 1;
    return (twice & 32) == 0 ? twice : twice ^ 0b100101;
  }
}
