package vn.minhbach.core.reminder;

import java.util.List;

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

  /** The server took it. */
  record Taken() implements Result {}

  /** The server did not take it: certainly not sent, may be tried again. */
  record NotTaken(String why) implements Result {}

  /** The line broke while the server was taking it: nobody knows. */
  record Unknown(String why) implements Result {}

  Result send(Mail mail);

  @Override
  void close();
}
