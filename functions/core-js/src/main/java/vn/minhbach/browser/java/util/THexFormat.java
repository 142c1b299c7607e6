package vn.minhbach.browser.java.util;

/** {@code java.util.HexFormat}, which the class library of TeaVM lacks. */
public final class THexFormat {

  private static final String DIGITS = "0123456789abcdef";
  private static final THexFormat LOWER = new THexFormat();

  private THexFormat() {}

  public static THexFormat of() {
    return LOWER;
  }

  public String formatHex(byte[] bytes) {
    var text = new StringBuilder(2 * bytes.length);
    for (byte one : bytes) {
      text.append(DIGITS.charAt(one >> 4 & 15)).append(DIGITS.charAt(one & 15));
    }
    return text.toString();
  }
}
