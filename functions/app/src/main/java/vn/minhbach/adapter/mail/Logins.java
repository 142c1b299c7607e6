package vn.minhbach.adapter.mail;

import java.util.Optional;

/** Whence the mailer knows who it is at the mail server. */
public interface Logins {

  /** An account at the mail server. */
  record Login(String user, String password) {

    /** Without the password: it would end in a log some day. */
    @Override
    public String toString() {
      return user;
    }
  }

  /** Nobody can tell who we are. The message names the place, and the cure. */
  final class Unknown extends RuntimeException {
    public Unknown(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Who we are.
   *
   * @param refused what the server has just refused: it is read anew, however fresh
   * @throws Unknown when nobody can tell
   */
  Login login(Optional<Login> refused);
}
