package vn.minhbach.local.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where one chooses whom to be: the users of the local run, by what they do, in Vietnamese. */
final class LoginPage {

  private static final String PAGE = read();

  private static final String UNKNOWN =
      "<p class=\"error\" role=\"alert\">Không có người dùng này. <small lang=\"en\">There is no"
          + " such user.</small></p>";

  private LoginPage() {}

  /**
   * The page.
   *
   * @param unknown whether it was asked for a user that does not exist
   */
  static String html(boolean unknown) {
    return unknown ? PAGE.replace("<!--error-->", UNKNOWN) : PAGE;
  }

  private static String read() {
    try (InputStream in = LoginPage.class.getResourceAsStream("login.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("login.html cannot be read", missing);
    }
  }
}
