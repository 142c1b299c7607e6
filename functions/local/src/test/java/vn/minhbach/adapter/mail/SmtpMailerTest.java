package vn.minhbach.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Mailer;

/** What a mail server can do to us, on a real socket. */
@Timeout(60)
class SmtpMailerTest {

  private static final String A = "a@example.vn";
  private static final String B = "b@example.vn";

  // Refused by its word.

  @Test
  void anAddressRefusedForGoodIsPermanent() {
    try (var server = saying("RCPT", "550 5.1.1 no such user")) {
      assertEquals(true, notTaken(send(server, A)).permanent());
      assertEquals(0, server.taken().size());
    }
  }

  @Test
  void anAddressRefusedForNowMayBeTriedAgain() {
    try (var server = saying("RCPT", "451 4.7.1 greylisted, try later")) {
      Mailer.NotTaken no = notTaken(send(server, A));
      assertFalse(no.permanent());
      assertTrue(no.why().contains("greylisted"), no.why());
    }
  }

  @Test
  void oneDeadAddressDoesNotKeepTheOthersFromBeingTold() {
    try (var server = saying("RCPT TO:<" + A, "550 no such user")) {
      Mailer.Taken taken = assertInstanceOf(Mailer.Taken.class, send(server, A, B));
      assertEquals(List.of(A), taken.refused());
      assertEquals(List.of(List.of(B)), server.taken().stream().map(t -> t.recipients()).toList());
    }
  }

  @Test
  void oneAddressForGoodAndOneForNowIsTriedAgain() {
    try (var server =
        new ScriptedSmtp(word ->
            on(word, "RCPT TO:<" + A, "550 no").or(() -> on(word, "RCPT TO:<" + B, "452 full")))) {
      assertFalse(notTaken(send(server, A, B)).permanent());
    }
  }

  @Test
  void aRefusalOfTheContentIsOneOfThisMail() {
    try (var server = saying(".", "554 5.7.1 looks like spam")) {
      assertTrue(notTaken(send(server, A)).permanent());
    }
    try (var server = saying(".", "452 no space left")) {
      assertFalse(notTaken(send(server, A)).permanent());
    }
    try (var server = saying("DATA", "451 not now")) {
      assertFalse(notTaken(send(server, A)).permanent());
    }
  }

  // The server as a whole.

  @Test
  void whatConcernsTheServerIsNoFaultOfAMail() {
    for (var script :
        List.of(
            List.of(ScriptedSmtp.CONNECT, "554 go away"),
            List.of(ScriptedSmtp.CONNECT, "421 too many connections"),
            List.of(ScriptedSmtp.CONNECT, ScriptedSmtp.DROP),
            List.of("EHLO", ScriptedSmtp.DROP),
            List.of("MAIL", "421 4.7.0 rate limit"),
            List.of("MAIL", "553 sender not yours"),
            List.of("MAIL", ScriptedSmtp.DROP),
            List.of("RCPT", "421 4.7.0 rate limit"),
            List.of("RCPT", ScriptedSmtp.DROP),
            List.of("DATA", ScriptedSmtp.DROP),
            List.of(".", "421 closing"))) {
      try (var server = saying(script.get(0), script.get(1))) {
        assertInstanceOf(Mailer.Unreachable.class, send(server, A), script.toString());
        assertEquals(0, server.taken().size(), script.toString());
      }
    }
  }

  @Test
  void nobodyAtThePortIsUnreachable() throws IOException {
    // Bound and not listening: nobody else can take the port meanwhile.
    try (var held = new Socket();
        var mailer = unheard(held)) {
      assertTrue(mailer.ready().isPresent());
      assertInstanceOf(Mailer.Unreachable.class, mailer.send(mail("x", A)));
    }
  }

  @Test
  void encryptionThatIsDemandedAndNotOfferedStopsEverything() {
    try (var server = ScriptedSmtp.friendly();
        var mailer = mailer(server.port(), Optional.empty(), true)) {
      Mailer.Unreachable gone = mailer.ready().orElseThrow();
      assertTrue(gone.why().contains("STARTTLS"), gone.why());
      assertEquals(0, server.taken().size());
    }
  }

  @Test
  void anAccountThatIsRefusedStopsEverythingAndItsPasswordStaysOutOfTheWords() {
    try (var server =
            new ScriptedSmtp(word ->
                on(word, "EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN")
                    .or(() -> on(word, "AUTH", "535 5.7.8 bad credentials")));
        var mailer = mailer(server.port(), Optional.of("secret-word"), false)) {
      Mailer.Unreachable gone = mailer.ready().orElseThrow();
      assertTrue(gone.why().contains("refuses our account"), gone.why());
      assertFalse(gone.why().contains("secret-word"), gone.why());
    }
  }

  // Nobody knows.

  @Test
  void aLineThatBreaksAfterTheMailWasHandedOverIsUnknown() {
    for (String how : List.of(ScriptedSmtp.DROP, ScriptedSmtp.SILENCE)) {
      try (var server = saying(".", how)) {
        assertInstanceOf(Mailer.Unknown.class, send(server, A), how);
        assertEquals(1, server.taken().size(), "the server has it, and gets it once");
      }
    }
  }

  @Test
  void aLineThatBreaksWhileAShortMailIsOnItsWayIsUnknownToo() {
    // The whole of it left in one packet, its last line with it: only the server knows.
    try (var server = saying(ScriptedSmtp.BODY, ScriptedSmtp.DROP)) {
      assertInstanceOf(Mailer.Unknown.class, send(server, A));
    }
  }

  @Test
  void silenceBeforeThatIsCertainlyNotSent() {
    try (var server = saying("RCPT", ScriptedSmtp.SILENCE)) {
      assertInstanceOf(Mailer.Unreachable.class, send(server, A));
      assertEquals(0, server.taken().size());
    }
  }

  // The connection.

  @Test
  void oneConnectionServesARun() {
    try (var server = ScriptedSmtp.friendly();
        var mailer = mailer(server.port(), Optional.empty(), false)) {
      for (int n = 0; n < 200; n++) {
        assertInstanceOf(Mailer.Taken.class, mailer.send(mail("m" + n, A)));
      }
      assertEquals(200, server.taken().size());
      assertEquals(1, server.connections());
    }
  }

  @Test
  void aConnectionThatTheServerEndedIsOpenedAgainForTheNextMail() {
    var mails = new AtomicInteger();
    try (var server =
            new ScriptedSmtp(word ->
                word.startsWith("MAIL") && mails.incrementAndGet() % 4 == 0
                    ? Optional.of(mails.get() % 8 == 0 ? ScriptedSmtp.DROP : "421 enough for one")
                    : Optional.empty());
        var mailer = mailer(server.port(), Optional.empty(), false)) {
      for (int n = 0; n < 9; n++) {
        assertInstanceOf(Mailer.Taken.class, mailer.send(mail("m" + n, A)), "mail " + n);
      }
      assertEquals(9, server.taken().size());
      assertEquals(9, server.taken().stream().map(ScriptedSmtp.Taken::message).distinct().count());
      assertEquals(3, server.connections());
    }
  }

  // What stands in the mail.

  @Test
  void noNameCanStartAHeaderOrAnotherAddressee() {
    try (var server = ScriptedSmtp.friendly();
        var mailer = mailer(server.port(), Optional.empty(), false)) {
      mailer.send(
          new Mailer.Mail(
              "x",
              List.of(
                  new Contact("Nguyen A\r\nBcc: evil@example.vn", A, Contact.Role.TYPIST),
                  new Contact("Trần \"B\", <c@example.vn>\nX-Evil: 1", B, Contact.Role.TYPIST)),
              "Chào",
              "t",
              "<p>t</p>"));
      ScriptedSmtp.Taken taken = server.taken().getFirst();
      assertEquals(List.of(A, B), taken.recipients());
      List<String> headers = taken.message().lines().takeWhile(line -> !line.isEmpty()).toList();
      assertTrue(
          headers.stream()
              .noneMatch(
                  line -> line.strip().startsWith("Bcc:") || line.strip().startsWith("X-Evil")),
          taken.message());
      assertTrue(headers.contains("Message-ID: <x@minhbach.example>"), taken.message());
      assertTrue(headers.contains("Auto-Submitted: auto-generated"), taken.message());
    }
  }

  private static Mailer.NotTaken notTaken(Mailer.Result result) {
    return assertInstanceOf(Mailer.NotTaken.class, result);
  }

  private static Mailer.Result send(ScriptedSmtp server, String... to) {
    try (var mailer = mailer(server.port(), Optional.empty(), false)) {
      return mailer.send(mail("x", to));
    }
  }

  private static SmtpMailer mailer(int port, Optional<String> password, boolean startTls) {
    return new SmtpMailer(
        new SmtpMailer.Server(
            "localhost",
            port,
            password.isPresent(),
            "noreply@minhbach.example",
            "Minh bạch",
            startTls),
        _ -> new Logins.Login("minhbach", password.orElseThrow()),
        Clock.systemUTC(),
        Duration.ofSeconds(1));
  }

  private static Mailer.Mail mail(String id, String... to) {
    return new Mailer.Mail(
        id,
        Arrays.stream(to)
            .map(email -> new Contact("Lê Văn C", email, Contact.Role.TYPIST))
            .toList(),
        "Hạn nộp",
        "Kính gửi",
        "<p>Kính gửi</p>");
  }

  private static ScriptedSmtp saying(String word, String answer) {
    return new ScriptedSmtp(said -> on(said, word, answer));
  }

  private static Optional<String> on(String said, String word, String answer) {
    return said.startsWith(word) ? Optional.of(answer) : Optional.empty();
  }

  private static SmtpMailer unheard(Socket held) throws IOException {
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return mailer(held.getLocalPort(), Optional.empty(), false);
  }
}
