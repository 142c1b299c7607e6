package vn.minhbach.local;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A mail server in this JVM. It takes every mail and passes none on. */
public final class LocalSmtp implements AutoCloseable {

  private final GreenMail server;

  private LocalSmtp(GreenMail server) {
    this.server = server;
  }

  /**
   * One mail as it arrived.
   *
   * @param from sender's address
   * @param to addresses of To, without names
   * @param subject decoded
   * @param text its text/plain body, empty when it has none
   * @param html its text/html body, empty when it has none
   */
  public record Mail(String from, List<String> to, String subject, String text, String html) {}

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @throws PortTaken when something else listens there
   */
  public static LocalSmtp start(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    try {
      server.start();
    } catch (RuntimeException e) {
      throw PortTaken.or("SMTP", port, e);
    }
    return new LocalSmtp(server);
  }

  /** Where it listens. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** Every mail so far, oldest first. */
  public List<Mail> received() {
    return Arrays.stream(server.getReceivedMessages()).map(LocalSmtp::read).toList();
  }

  /** Forgets the mails so far. */
  public void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException("mailboxes cannot be emptied", e);
    }
  }

  private static Mail read(MimeMessage message) {
    try {
      return new Mail(
          addresses(message.getFrom()).findFirst().orElse(""),
          addresses(message.getRecipients(Message.RecipientType.TO)).toList(),
          message.getSubject() == null ? "" : message.getSubject(),
          body(message, "text/plain"),
          body(message, "text/html"));
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a mail cannot be read", e);
    }
  }

  private static Stream<String> addresses(Address[] addresses) {
    return addresses == null
        ? Stream.of()
        : Arrays.stream(addresses)
            .map(address ->
                address instanceof InternetAddress internet
                    ? internet.getAddress()
                    : address.toString());
  }

  /** The first inline body of a type, at any depth. */
  private static String body(Part part, String type) throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return "";
    }
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = body(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** Stops the server; its mails are gone. */
  @Override
  public void close() {
    server.stop();
  }
}
