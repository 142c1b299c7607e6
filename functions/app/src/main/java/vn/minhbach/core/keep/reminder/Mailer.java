package vn.minhbach.core.keep.reminder;

import java.util.List;
import java.util.Optional;

/** Port: the mail server. One connection serves a whole run. */
public interface Mailer extends AutoCloseable {

  /**
   * A mail.
   *
   * @param id stable for one reminder, so that a server that sees it twice can tell
   * @param html the same content, escaped
   */
  record Mail(String id, List<Contact> to, String subject, String text, String html) {}

  /** What became of a mail. */
  sealed interface Result {}

  /**
   * The server took it.
   *
   * @param refused addresses that it did not take it for, while it did for others
   */
  record Taken(List<String> refused) implements Result {

    public Taken() {
      this(List.of());
    }
  }

  /**
   * The server did not take this mail: certainly not sent.
   *
   * @param permanent whether it will not take it as it is (5xx); otherwise it may later (4xx)
   */
  record NotTaken(String why, boolean permanent) implements Result {}

  /**
   * There is no mail server that talks to us: certainly not sent, no fault of this mail, and the
   * next would fare no better.
   */
  record Unreachable(String why) implements Result {}

  /** The line broke after the mail was handed over and before the server's word: nobody knows. */
  record Unknown(String why) implements Result {}

  /**
   * Opens the connection, so that a mail that is decided on leaves at once.
   *
   * @return why there is none
   */
  default Optional<Unreachable> ready() {
    return Optional.empty();
  }

  Result send(Mail mail);

  @Override
  void close();
}
