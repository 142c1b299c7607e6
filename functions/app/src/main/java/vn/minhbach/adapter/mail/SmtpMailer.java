package vn.minhbach.adapter.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import vn.minhbach.core.reminder.Contact;
import vn.minhbach.core.reminder.Mailer;

/**
 * One SMTP connection for a whole run. Tells what was certainly not taken (refused, or the line
 * broke before the message was handed over) from what nobody knows (it broke after).
 */
public final class SmtpMailer implements Mailer {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String PATIENCE_MILLIS = "10000";

  private final Server server;
  private final Clock wallClock;
  private final Session session;
  private Optional<Transport> transport = Optional.empty();

  public SmtpMailer(Server server, Clock wallClock) {
    this.server = server;
    this.wallClock = wallClock;
    this.session = Session.getInstance(properties(server));
  }

  /**
   * The mail server.
   *
   * @param user empty where the server asks nobody
   * @param from address that mails come from
   * @param fromName its name, in Vietnamese
   * @param startTls whether the connection must be encrypted before anything is said
   */
  public record Server(
      String host,
      int port,
      Optional<String> user,
      Optional<String> password,
      String from,
      String fromName,
      boolean startTls) {}

  @Override
  public Result send(Mail mail) {
    Message message;
    Transport open;
    try {
      message = message(mail);
      open = connected();
    } catch (AuthenticationFailedException refused) {
      return new NotTaken("the mail server refuses our account");
    } catch (MessagingException | UnsupportedEncodingException notReached) {
      close();
      return new NotTaken("not reached: " + notReached.getMessage());
    }
    try {
      open.sendMessage(message, message.getAllRecipients());
      return new Taken();
    } catch (SendFailedException refused) {
      // Refused by the server's own word, so certainly not sent; the connection may be spent.
      close();
      return new NotTaken("refused: " + refused.getMessage());
    } catch (MessagingException broken) {
      close();
      return new Unknown("the line broke: " + broken.getMessage());
    }
  }

  @Override
  public void close() {
    transport.ifPresent(open -> {
      try {
        open.close();
      } catch (MessagingException closing) {
        // Closing is a courtesy; whatever was taken stays taken.
      }
    });
    transport = Optional.empty();
  }

  private Transport connected() throws MessagingException {
    if (transport.isEmpty() || !transport.get().isConnected()) {
      Transport fresh = session.getTransport("smtp");
      fresh.connect(
          server.host(), server.port(), server.user().orElse(null), server.password().orElse(null));
      transport = Optional.of(fresh);
    }
    return transport.get();
  }

  private Message message(Mail mail) throws MessagingException, UnsupportedEncodingException {
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@minhbach>");
          }
        };
    message.setFrom(new InternetAddress(server.from(), server.fromName(), UTF_8));
    message.setRecipients(
        Message.RecipientType.TO,
        mail.to().stream().map(SmtpMailer::address).toArray(Address[]::new));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(wallClock.instant()));
    // Says to vacation programs that nobody reads their answer (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", "vi");
    var text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8, "plain");
    var html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  private static Address address(Contact contact) {
    try {
      return new InternetAddress(contact.email(), contact.name(), UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("every Java has UTF-8", impossible);
    }
  }

  private static Properties properties(Server server) {
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    // A list with one bad address still reaches the others; the bad one is reported.
    properties.setProperty("mail.smtp.sendpartial", "false");
    return properties;
  }
}
