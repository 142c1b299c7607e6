package vn.minhbach.local.dynamodb.item;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import vn.minhbach.local.dynamodb.Refusal;

/**
 * DynamoDB's numbers: decimals of at most 38 significant digits between 1E-130 and 9.99…E+125. Kept
 * without trailing zeros, so that equal numbers are equal values.
 */
public final class Decimal {

  private static final int DIGITS = 38;
  private static final int LARGEST_EXPONENT = 125;
  private static final int SMALLEST_EXPONENT = -130;
  private static final Pattern SYNTAX =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

  private Decimal() {}

  /**
   * Reads a number.
   *
   * @throws Refusal when it is none, has too many digits or is out of range
   */
  public static BigDecimal parse(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      throw Refusal.validation(
          text.isEmpty()
              ? "The parameter cannot be converted to a numeric value"
              : "The parameter cannot be converted to a numeric value: " + text);
    }
    return checked(new BigDecimal(text));
  }

  /**
   * A number that was computed.
   *
   * @throws Refusal when it has too many digits or is out of range
   */
  public static BigDecimal checked(BigDecimal number) {
    BigDecimal normal = number.stripTrailingZeros();
    if (normal.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int exponent = exponent(normal);
    if (exponent > LARGEST_EXPONENT) {
      throw Refusal.validation(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < SMALLEST_EXPONENT) {
      throw Refusal.validation(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (normal.precision() > DIGITS) {
      throw Refusal.validation("Attempting to store more than 38 significant digits in a Number");
    }
    return normal;
  }

  /** As DynamoDB writes it: plain, without an exponent. */
  public static String text(BigDecimal number) {
    return number.toPlainString();
  }

  /** Bytes that it takes in an item: one for each two digits, one more, and one for a minus. */
  public static int size(BigDecimal number) {
    if (number.signum() == 0) {
      return 1;
    }
    int highest = Math.floorDiv(exponent(number), 2);
    int lowest = Math.floorDiv(-number.scale(), 2);
    return highest - lowest + 2 + (number.signum() < 0 ? 1 : 0);
  }

  /**
   * Bytes that order as the numbers do: sign, exponent, then the digits in pairs; those of a
   * negative number inverted.
   */
  static byte[] ordered(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {(byte) 0x80};
    }
    String digits = number.unscaledValue().abs().toString();
    int pairs = (digits.length() + 1) / 2;
    boolean negative = number.signum() < 0;
    byte[] bytes = new byte[2 + pairs + (negative ? 1 : 0)];
    bytes[0] = (byte) 0x81;
    bytes[1] = (byte) (exponent(number) - SMALLEST_EXPONENT);
    for (int pair = 0; pair < pairs; pair++) {
      int tens = digits.charAt(2 * pair) - '0';
      int ones = 2 * pair + 1 < digits.length() ? digits.charAt(2 * pair + 1) - '0' : 0;
      bytes[2 + pair] = (byte) (10 * tens + ones);
    }
    if (negative) {
      for (int index = 0; index < bytes.length; index++) {
        bytes[index] = (byte) ~bytes[index];
      }
      // After all digits: of two that begin alike, the shorter is the larger.
      bytes[0] = (byte) 0x7F;
      bytes[bytes.length - 1] = (byte) 0xFF;
    }
    return bytes;
  }

  /** Of the first digit: 2 for 123, -1 for 0.5. */
  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }
}
