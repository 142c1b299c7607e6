package vn.minhbach.adapter.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Mailer;

/**
 * One SMTP connection for a whole run. Tells what was certainly not taken from what nobody knows,
 * and what is wrong with one mail from what is wrong with the server or our account at it.
 */
public final class SmtpMailer implements Mailer {

  /** “Service not available, closing”: a server's word for too much, or for its own end. */
  private static final int CLOSING = 421;

  private static final int PERMANENT = 500;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** How long the server may take to be reached, and for each answer. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Server server;
  private final Logins logins;
  private final Clock wallClock;
  private final Session session;
  private Optional<Conversation> line = Optional.empty();

  public SmtpMailer(Server server, Logins logins, Clock wallClock) {
    this(server, logins, wallClock, PATIENCE);
  }

  SmtpMailer(Server server, Logins logins, Clock wallClock, Duration patience) {
    this.server = server;
    this.logins = logins;
    this.wallClock = wallClock;
    this.session = Session.getInstance(properties(server, patience));
  }

  /**
   * The mail server.
   *
   * @param asks whether it wants to know who we are
   * @param from address that mails come from
   * @param fromName its name, in Vietnamese
   * @param startTls whether the connection must be encrypted before anything is said
   */
  public record Server(
      String host, int port, boolean asks, String from, String fromName, boolean startTls) {}

  @Override
  public Optional<Unreachable> ready() {
    if (line.isPresent()) {
      return Optional.empty();
    }
    try {
      if (!server.asks()) {
        return connected(Optional.empty());
      }
      Logins.Login login = logins.login(Optional.empty());
      try {
        return connected(Optional.of(login));
      } catch (Refused refused) {
        // Changed since it was read? Then the new one is tried, and no deployment is needed.
        Logins.Login newer = logins.login(Optional.of(login));
        return newer.equals(login) ? Optional.of(refused.told()) : connected(Optional.of(newer));
      }
    } catch (Refused refused) {
      return Optional.of(refused.told());
    } catch (Logins.Unknown unknown) {
      return Optional.of(new Unreachable(unknown.getMessage()));
    }
  }

  /** The server refuses our account. */
  private static final class Refused extends Exception {
    Refused(AuthenticationFailedException why) {
      super("the mail server refuses our account: " + said(why), why);
    }

    Unreachable told() {
      return new Unreachable(getMessage());
    }
  }

  private Optional<Unreachable> connected(Optional<Logins.Login> login) throws Refused {
    var fresh = new Conversation(session, new URLName("smtp", server.host(), -1, null, null, null));
    try {
      fresh.connect(
          server.host(),
          server.port(),
          login.map(Logins.Login::user).orElse(null),
          login.map(Logins.Login::password).orElse(null));
      line = Optional.of(fresh);
      return Optional.empty();
    } catch (AuthenticationFailedException refused) {
      throw new Refused(refused);
    } catch (MessagingException notReached) {
      return Optional.of(new Unreachable("not reached: " + said(notReached)));
    }
  }

  @Override
  public Result send(Mail mail) {
    boolean used = line.isPresent();
    Result result = attempt(mail);
    // A server ends a connection that was idle, or had its share of mails, as it likes: that is
    // seen at the next mail, of which nothing was said yet.
    return used && result instanceof Unreachable ? attempt(mail) : result;
  }

  private Result attempt(Mail mail) {
    Optional<Unreachable> gone = ready();
    if (gone.isPresent()) {
      return gone.get();
    }
    Conversation open = line.orElseThrow();
    Message message;
    try {
      message = message(mail);
    } catch (MessagingException | UnsupportedEncodingException unwritable) {
      return new NotTaken("cannot be written: " + unwritable.getMessage(), true);
    }
    try {
      open.sendMessage(message, message.getAllRecipients());
      return new Taken();
    } catch (MessagingException trouble) {
      Result result = told(open, trouble);
      if (!(result instanceof Taken)) {
        close();
      }
      return result;
    }
  }

  private static Result told(Conversation open, MessagingException trouble) {
    int code = open.getLastReturnCode();
    if (trouble instanceof SendFailedException partly && sentTo(partly) > 0) {
      return new Taken(refused(partly));
    }
    // Minus one is the library's word for a line that ended where an answer was due.
    boolean answered = trouble instanceof SendFailedException && code >= 400;
    String why = said(trouble);
    return switch (open.step()) {
      case SENDER -> new Unreachable("no mail taken from us: " + why);
      case RECIPIENTS ->
          answered && code != CLOSING
              ? new NotTaken("addresses refused: " + why, permanent(trouble, code))
              : new Unreachable("the line broke: " + why);
      case CONTENT, HANDED_OVER -> {
        if (answered && code == CLOSING) {
          yield new Unreachable("busy: " + why);
        }
        if (answered) {
          yield new NotTaken("refused: " + why, code >= PERMANENT);
        }
        yield open.step() == Conversation.Step.CONTENT
            ? new Unreachable("the line broke: " + why)
            : new Unknown("the line broke after the mail was handed over: " + why);
      }
    };
  }

  private static int sentTo(SendFailedException partly) {
    return partly.getValidSentAddresses() == null ? 0 : partly.getValidSentAddresses().length;
  }

  private static List<String> refused(SendFailedException partly) {
    return Stream.of(partly.getInvalidAddresses(), partly.getValidUnsentAddresses())
        .filter(Objects::nonNull)
        .flatMap(Arrays::stream)
        .map(address ->
            address instanceof InternetAddress internet
                ? internet.getAddress()
                : address.toString())
        .toList();
  }

  // For good only when every address is: one that may be taken later is worth another try.
  private static boolean permanent(MessagingException trouble, int code) {
    List<Integer> codes =
        chain(trouble)
            .filter(SMTPAddressFailedException.class::isInstance)
            .map(each -> ((SMTPAddressFailedException) each).getReturnCode())
            .toList();
    return codes.isEmpty() ? code >= PERMANENT : codes.stream().allMatch(each -> each >= PERMANENT);
  }

  // What the server said of each address stands in the exceptions that hang on the first.
  private static String said(MessagingException trouble) {
    return chain(trouble)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .map(String::strip)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Stream<Exception> chain(MessagingException trouble) {
    return Stream.iterate(
        (Exception) trouble,
        Objects::nonNull,
        each -> each instanceof MessagingException more ? more.getNextException() : null);
  }

  @Override
  public void close() {
    line.ifPresent(open -> {
      try {
        open.close();
      } catch (MessagingException closing) {
        // Closing is a courtesy; whatever was taken stays taken.
      }
    });
    line = Optional.empty();
  }

  private Message message(Mail mail) throws MessagingException, UnsupportedEncodingException {
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@" + domain(server.from()) + ">");
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

  // Servers that look for spam count against an id without a domain that exists.
  private static String domain(String from) {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  private static Address address(Contact contact) {
    try {
      // The library writes a line break in a name of plain letters as it stands.
      String name = contact.name().replaceAll("\\p{Cntrl}+", " ");
      return new InternetAddress(contact.email(), name, UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("every Java has UTF-8", impossible);
    }
  }

  private static Properties properties(Server server, Duration patience) {
    String millis = String.valueOf(patience.toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(server.asks()));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    // One dead address must not keep a unit's others from being told; it is reported.
    properties.setProperty("mail.smtp.sendpartial", "true");
    // A courtesy at the end of a run is not worth waiting for.
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }
}
