package vn.minhbach.core.prepare.account;

import java.util.regex.Pattern;

/** What a user name at the issuer may look like. */
public final class AccountName {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  private AccountName() {}

  public static boolean valid(String name) {
    return FORM.matcher(name).matches();
  }
}
