package vn.minhbach.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that knows how far it came with a mail. The library throws the same exception for a
 * refusal and for a line that broke, before the mail was handed over and after: only the step tells
 * what may be sent again (RFC 5321, 4.2.5 and 6.1).
 */
final class Conversation extends SMTPTransport {

  /** How far it came with the mail at hand. */
  enum Step {
    /** Nothing of this mail was said. */
    SENDER,
    /** The server knows the sender, not whom it is for. */
    RECIPIENTS,
    /** It is being handed over; without its last line no server may deliver it. */
    CONTENT,
    /** The last line went out: whatever is not refused may have been taken. */
    HANDED_OVER
  }

  private Step step = Step.SENDER;

  Conversation(Session session, URLName name) {
    super(session, name);
  }

  Step step() {
    return step;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    step = Step.SENDER;
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    step = Step.RECIPIENTS;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    step = Step.CONTENT;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    step = Step.HANDED_OVER;
    super.finishData();
  }
}
