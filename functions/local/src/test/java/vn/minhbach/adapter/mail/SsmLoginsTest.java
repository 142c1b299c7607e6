package vn.minhbach.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Mailer;

/** The password is read at run time, and who changes it deploys nothing. */
class SsmLoginsTest {

  private static final String NAME = "/minhbach/smtp";

  private Instant now = Instant.parse("2026-11-30T08:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @Test
  void readsOnceInFiveMinutes() throws IOException {
    try (var ssm = new SsmStandIn()) {
      ssm.put(NAME, "{\"user\":\"u\",\"password\":\"p1\"}");
      SsmLogins logins = logins(ssm.endpoint(), SsmStandIn.SECRET);
      assertEquals("p1", logins.login(Optional.empty()).password());
      ssm.put(NAME, "{\"user\":\"u\",\"password\":\"p2\"}");
      now = now.plus(SsmLogins.FRESH).minusMillis(1);
      assertEquals("p1", logins.login(Optional.empty()).password());
      assertEquals(1, ssm.reads());
      now = now.plusMillis(1);
      assertEquals("p2", logins.login(Optional.empty()).password());
      assertEquals(2, ssm.reads());
    }
  }

  @Test
  void aPasswordThatWasChangedIsReadAsSoonAsTheOldOneIsRefused() throws IOException {
    var valid = new String[] {"p1"};
    try (var ssm = new SsmStandIn();
        var server = new ScriptedSmtp(word -> plain(word, valid[0]))) {
      ssm.put(NAME, "{\"user\":\"u\",\"password\":\"p1\"}");
      SsmLogins logins = logins(ssm.endpoint(), SsmStandIn.SECRET);
      Mailer.Result first = send(server, logins);
      assertInstanceOf(Mailer.Taken.class, first, first.toString());
      ssm.put(NAME, "{\"user\":\"u\",\"password\":\"p2\"}");
      valid[0] = "p2";
      assertInstanceOf(Mailer.Taken.class, send(server, logins));
      assertEquals(2, server.taken().size());
      // And one that is wrong is asked for once, not without end.
      valid[0] = "p3";
      int before = ssm.reads();
      Mailer.Unreachable gone = assertInstanceOf(Mailer.Unreachable.class, send(server, logins));
      assertTrue(gone.why().contains("refuses our account"), gone.why());
      assertFalse(gone.why().contains("p2"), gone.why());
      assertEquals(before + 1, ssm.reads());
    }
  }

  @Test
  void saysWhatToPutWhereWithoutTellingWhatIsThere() throws IOException {
    try (var ssm = new SsmStandIn();
        var server = ScriptedSmtp.friendly()) {
      SsmLogins logins = logins(ssm.endpoint(), SsmStandIn.SECRET);
      assertTrue(unknown(logins).contains("there is no SSM parameter " + NAME));
      for (String value :
          List.of("hunter2", "{\"user\":\"u\"}", "{\"user\":1,\"password\":\"hunter2\"}")) {
        ssm.put(NAME, value);
        String told = unknown(logins);
        assertTrue(told.contains(NAME + " must hold {\"user\":"), told);
        assertFalse(told.contains("hunter2"), told);
      }
      // A run without a login is a run without a mail server: what is due waits for the next.
      Mailer.Unreachable gone = assertInstanceOf(Mailer.Unreachable.class, send(server, logins));
      assertTrue(gone.why().contains(NAME), gone.why());
    }
  }

  @Test
  void aSignatureThatIsWrongAndAServiceThatIsAwayAreTold() throws IOException {
    try (var ssm = new SsmStandIn()) {
      assertTrue(unknown(logins(ssm.endpoint(), "another")).contains("InvalidSignatureException"));
    }
    assertTrue(
        unknown(logins(URI.create("http://localhost:1"), SsmStandIn.SECRET))
            .contains("got no answer"));
  }

  @Test
  void noLogShowsThePassword() {
    assertEquals("u", new Logins.Login("u", "hunter2").toString());
  }

  private static String unknown(SsmLogins logins) {
    return assertThrows(Logins.Unknown.class, () -> logins.login(Optional.empty())).getMessage();
  }

  private static Optional<String> plain(String word, String password) {
    if (word.startsWith("EHLO")) {
      return Optional.of("250-scripted\r\n250 AUTH PLAIN");
    }
    if (!word.startsWith("AUTH PLAIN ")) {
      return Optional.empty();
    }
    byte[] told = Base64.getDecoder().decode(word.substring("AUTH PLAIN ".length()).strip());
    boolean right = new String(told, StandardCharsets.UTF_8).endsWith("\0u\0" + password);
    return Optional.of(right ? "235 2.7.0 accepted" : "535 5.7.8 bad credentials");
  }

  private Mailer.Result send(ScriptedSmtp server, Logins logins) {
    try (var mailer =
        new SmtpMailer(
            new SmtpMailer.Server(
                "localhost", server.port(), true, "noreply@minhbach.example", "Minh bạch", false),
            logins,
            clock,
            Duration.ofSeconds(5))) {
      return mailer.send(
          new Mailer.Mail(
              "x",
              List.of(new Contact("A", "a@example.vn", Contact.Role.TYPIST)),
              "s",
              "t",
              "<p>t</p>"));
    }
  }

  private SsmLogins logins(URI endpoint, String secret) {
    return new SsmLogins(
        UrlConnectionHttpClient.create(),
        StaticCredentialsProvider.create(AwsBasicCredentials.create(SsmStandIn.KEY, secret)),
        endpoint,
        "ap-southeast-1",
        NAME,
        clock);
  }
}
