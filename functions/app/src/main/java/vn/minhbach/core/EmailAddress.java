package vn.minhbach.core;

import java.util.regex.Pattern;

/** The form of an e-mail address that can be written to. */
public final class EmailAddress {

  /** Longest address that mail servers pass on. */
  public static final int MAX = 254;

  /**
   * One address, nothing that could start another header or a second recipient; dots and hyphens
   * only between other characters, as mail servers have it.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)[A-Za-z0-9_%+-]+(?:\\.[A-Za-z0-9_%+-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

  private EmailAddress() {}

  public static boolean valid(String text) {
    return text.length() <= MAX && FORM.matcher(text).matches();
  }
}
