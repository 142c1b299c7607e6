package vn.minhbach.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.clock.ClockStage.expect;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.LocalSmtp;
import vn.minhbach.local.clock.ClockStage.Answer;

/** Reminders and contacts as their users meet them, over HTTP and in the mail that arrives. */
@Timeout(300)
class RemindersHttpTest {

  private static final String NEVER = "";
  private static ClockStage stage;

  @BeforeAll
  static void start() {
    stage = new ClockStage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  private static String open() {
    return stage.open("2020-08-03T07:00:00", NEVER, NEVER);
  }

  private static String desk(String campaign) {
    return "/campaigns/" + campaign + "/reminders";
  }

  private static String contacts(String campaign, String unit) {
    return "/campaigns/" + campaign + "/units/" + unit + "/contacts";
  }

  private static String contact(String name, String email, String role) {
    return "{\"name\": \"%s\", \"email\": \"%s\", \"role\": \"%s\"}".formatted(name, email, role);
  }

  private static String list(String... contacts) {
    return "{\"contacts\": [" + String.join(", ", contacts) + "]}";
  }

  private static void bad(String problem, String fault, String user, String path, String body) {
    stage.refused(
        problem.equals("invalid-body") ? 400 : 422, problem, fault, user, "PUT", path, body);
  }

  // Contacts.

  @Test
  void aUnitKeepsItsOwnContactsAndTheOfficeReadsThem() {
    String c = open();
    String path = contacts(c, "SYT");
    Answer none = expect(200, stage.send("unit-SYT", "GET", path, ""));
    assertEquals(0, none.body().path("contacts").size());
    String two =
        list(
            contact("Nguyễn Thị Ánh", "anh@syt.example.vn", "typist"),
            contact("Đặng Văn Ưng", "ung@syt.example.vn", "signer"));
    Answer written = expect(200, stage.send("unit-SYT", "PUT", path, two));
    assertEquals("Nguyễn Thị Ánh", written.at("/contacts/0/name"));
    assertEquals("k1", written.at("/etag"));
    expect(200, stage.send("unit-SYT", "PUT", path, two));
    String one = list(contact("Đặng Văn Ưng", "ung@syt.example.vn", "other"));
    assertEquals(
        "if-match-required", expect(428, stage.send("unit-SYT", "PUT", path, one)).problem());
    assertEquals(
        "stale",
        expect(
                412,
                stage.send("unit-SYT", "PUT", path, one, "application/json", "if-match", "\"k9\""))
            .problem());
    expect(
        200,
        stage.send("unit-SYT", "PUT", path, one, "application/json", "if-match", written.etag()));
    assertEquals(
        "other", expect(200, stage.send("office", "GET", path, "")).at("/contacts/0/role"));
    expect(200, stage.send("signer-SYT", "GET", path, ""));

    for (String stranger : List.of("unit-193", "lead", "official", "appraiser1", "approver")) {
      assertEquals(403, stage.send(stranger, "GET", path, "").status(), stranger);
    }
    for (String other : List.of("office", "unit-193", "signer-SYT", "deputy")) {
      assertEquals(403, stage.send(other, "PUT", path, one).status(), other);
    }
    // The office's own body: its addresses are its own, to the people of the office too.
    stage.refused(403, "own-unit", "", "office", "GET", contacts(c, "STTTT"), "");
  }

  @Test
  void contactsThatCannotBeWrittenToAreRefusedByTheirPlace() {
    String path = contacts(open(), "SYT");
    String user = "unit-SYT";
    for (String email :
        List.of(
            "a",
            "a@b",
            "a@b.vn, c@d.vn",
            "a@b.vn\\r\\nBcc: c@d.vn",
            "a..b@c.vn",
            ".a@c.vn",
            "a@-c.vn")) {
      stage.refused(
          400,
          "invalid-body",
          "contacts[0].email " + (email.contains("\\n") ? "one-line" : "bad-email"),
          user,
          "PUT",
          path,
          list(contact("A", email, "typist")));
    }
    bad(
        "invalid-body",
        "contacts[0].name one-line",
        user,
        path,
        list(contact("A\\r\\nBcc: evil@example.vn", "a@b.vn", "typist")));
    bad(
        "invalid-body",
        "contacts[1].email duplicate-id",
        user,
        path,
        list(contact("A", "a@b.vn", "typist"), contact("A", "A@b.vn", "signer")));
    bad(
        "invalid-body",
        "contacts[0].role unknown-value",
        user,
        path,
        list(contact("A", "a@b.vn", "boss")));
    bad(
        "invalid-body",
        "contacts[0].name blank",
        user,
        path,
        list(contact(" ", "a@b.vn", "other")));
    bad("invalid-body", "contacts missing-field", user, path, "{}");
    bad("invalid-body", "people unknown-field", user, path, "{\"contacts\": [], \"people\": []}");
    String eleven =
        String.join(
            ", ",
            IntStream.range(0, 11)
                .mapToObj(n -> contact("A", "a" + n + "@b.vn", "other"))
                .toList());
    bad("invalid-body", "contacts too-many", user, path, list(eleven));
  }

  // Settings.

  @Test
  void theOfficeSetsTheLadderAndNobodyElseSeesTheDesk() {
    String c = open();
    Answer before = expect(200, stage.send("office", "GET", desk(c), ""));
    assertEquals("before-7", before.at("/settings/ladder/1/id"));
    assertEquals(4, before.body().path("items").size());
    String body =
        """
        {"ladder": [{"id": "ba-ngay", "trigger": "before-due", "days": 3, "audience": "everybody"}],
         "from": "07:30", "to": "16:30", "mailsPerRunMax": 100, "help": "Sở TTTT, 0203.3.635.635",
         "office": [{"name": "Thường trực", "email": "tt@example.vn"}],
         "texts": {"ba-ngay": {"subject": "{unit} {left}", "text": "Mời mở {link}."}}}
        """;
    // Whoever has read the desk may say so, also before anything was set.
    Answer set =
        expect(
            200,
            stage.send(
                "office", "PUT", desk(c), body, "application/json", "if-match", before.etag()));
    assertEquals("07:30", set.at("/from"));
    assertEquals("Sở TTTT, 0203.3.635.635", set.at("/help"));
    assertEquals("everybody", set.at("/ladder/0/audience"));
    assertEquals(
        "if-match-required", expect(428, stage.send("office", "PUT", desk(c), "{}")).problem());
    expect(
        412,
        stage.send("office", "PUT", desk(c), "{}", "application/json", "if-match", before.etag()));
    Answer preview =
        expect(200, stage.send("office", "GET", desk(c) + "/preview?rung=ba-ngay&unit=SYT", ""));
    assertEquals("Sở Y tế còn 15 ngày", preview.at("/subject"));
    // The dot after the address is no part of it.
    assertTrue(preview.at("/html").contains("/app/#/c/" + c + "/u/SYT\""), preview.text());
    for (String other :
        List.of("lead", "deputy", "official", "approver", "unit-SYT", "appraiser1")) {
      assertEquals(403, stage.send(other, "GET", desk(c), "").status(), other);
      assertEquals(403, stage.send(other, "PUT", desk(c), "{}").status(), other);
      assertEquals(403, stage.send(other, "GET", desk(c) + "/sent", "").status(), other);
      assertEquals(
          403,
          stage.send(other, "GET", desk(c) + "/preview?rung=sent&unit=SYT", "").status(),
          other);
    }
  }

  @Test
  void settingsThatCannotBeAreRefusedByTheirPlace() {
    String path = desk(open());
    String o = "office";
    bad("invalid-body", "from bad-hour", o, path, "{\"from\": \"8 giờ\"}");
    bad("invalid-body", "to out-of-range", o, path, "{\"from\": \"17:00\", \"to\": \"08:00\"}");
    bad("invalid-body", "mailsPerRunMax out-of-range", o, path, "{\"mailsPerRunMax\": 0}");
    bad(
        "invalid-body",
        "office[0].email bad-email",
        o,
        path,
        "{\"office\": [{\"name\": \"A\", \"email\": \"a\"}]}");
    bad("invalid-body", "help one-line", o, path, "{\"help\": \"a\\nb\"}");
    bad(
        "invalid-body",
        "ladder[0].id bad-code",
        o,
        path,
        "{\"ladder\": [{\"id\": \"Đ\", \"trigger\": \"sent\"}]}");
    bad(
        "invalid-body",
        "ladder[0].trigger unknown-value",
        o,
        path,
        "{\"ladder\": [{\"id\": \"a\", \"trigger\": \"later\"}]}");
    bad(
        "invalid-body",
        "ladder[0].days out-of-range",
        o,
        path,
        "{\"ladder\": [{\"id\": \"a\", \"trigger\": \"before-due\", \"days\": 61}]}");
    // Its claims would be those of the office's own mail of the day.
    bad(
        "invalid-body",
        "ladder[0].id duplicate-id",
        o,
        path,
        "{\"ladder\": [{\"id\": \"district\", \"trigger\": \"sent\"}]}");
    bad("invalid-body", "texts.before-9 unknown-rung", o, path, text("before-9", "a", "{link}"));
    bad("invalid-body", "texts.sent.subject one-line", o, path, text("sent", "a\\nb", "{link}"));
    bad("invalid-body", "texts.sent.text unknown-slot", o, path, text("sent", "a", "{ten} {link}"));
    bad("invalid-body", "texts.sent.text unknown-slot", o, path, text("sent", "a", "{unit {link}"));
    bad(
        "invalid-body",
        "texts.sent.text unknown-slot",
        o,
        path,
        text("sent", "a", "{list} {link}"));
    bad(
        "invalid-body",
        "texts.office.text unknown-slot",
        o,
        path,
        text("office", "a", "{due} {link}"));
    bad("invalid-body", "texts.sent.text one-link", o, path, text("sent", "a", "Mời mở phiếu"));
    bad("invalid-body", "texts.sent.text one-link", o, path, text("sent", "a", "{link} {link}"));
    bad(
        "invalid-body",
        "texts.sent.subject unknown-slot",
        o,
        path,
        text("sent", "{link}", "{link}"));
  }

  private static String text(String id, String subject, String text) {
    return "{\"texts\": {\"%s\": {\"subject\": \"%s\", \"text\": \"%s\"}}}"
        .formatted(id, subject, text);
  }

  // Preview.

  @Test
  void aTextIsSeenBeforeItIsSet() {
    String c = open();
    for (String id :
        List.of("sent", "before-7", "late-1", "above-3", "district", "person", "office")) {
      Answer html =
          expect(
              200,
              stage.send(
                  "office",
                  "GET",
                  desk(c) + "/preview?rung=" + id + "&unit=193",
                  "",
                  "",
                  "accept",
                  "text/html"));
      assertTrue(html.text().startsWith("<!DOCTYPE html>"), id);
    }
    String path = desk(c) + "/preview?rung=late-1&unit=SYT";
    Answer draft =
        expect(
            200,
            stage.send(
                "office",
                "POST",
                path,
                "{\"subject\": \"Nhắc {unit}\", \"text\": \"<b>Gấp</b> http://x.vn {link}\"}"));
    assertEquals("Nhắc Sở Y tế", draft.at("/subject"));
    assertTrue(draft.at("/html").contains("&lt;b&gt;Gấp&lt;/b&gt; http://x.vn <a "), draft.text());
    assertEquals(2, draft.at("/html").split("<a ", -1).length, "ours is the one link");
    stage.refused(
        400,
        "invalid-body",
        "text one-link",
        "office",
        "POST",
        path,
        "{\"subject\": \"a\", \"text\": \"b\"}");
    String unknown = desk(c) + "/preview?unit=SYT&rung=before-9";
    Answer rung = stage.send("office", "GET", unknown, "");
    assertEquals("unknown-rung", expect(422, rung).problem());
    assertEquals(
        "unknown-unit",
        expect(404, stage.send("office", "GET", desk(c) + "/preview?unit=ZZ&rung=sent", ""))
            .problem());
    String refuses = stage.open("2020-08-03T07:00:00", NEVER, ", \"latePolicy\": \"REFUSE\"");
    Answer late =
        expect(
            200, stage.send("office", "GET", desk(refuses) + "/preview?rung=late-1&unit=SYT", ""));
    assertTrue(late.at("/text").contains("Phiếu nộp sau hạn không được nhận"), late.text());
  }

  // What arrives.

  @Test
  void aMailArrivesWithItsVietnameseAndShowsOnTheDesk() throws Exception {
    String c = open();
    String dotted = "Nguyễn Thị Ánh";
    expect(
        200,
        stage.send(
            "unit-SYT",
            "PUT",
            contacts(c, "SYT"),
            list(
                contact(dotted, "anh." + c + "@example.vn", "typist"),
                contact("Đặng Văn Ưng", "ung." + c + "@example.vn", "signer"))));
    stage.now("2020-08-03T08:30:00");
    run();
    LocalSmtp.Mail mail = arrived("anh." + c + "@example.vn");
    assertEquals(
        "Sở Y tế: phiếu tự đánh giá đã được gửi, hạn nộp hết ngày 18/08/2020", mail.subject());
    assertEquals(List.of("anh." + c + "@example.vn"), mail.to());
    assertTrue(mail.text().contains("Kính gửi: Sở Y tế"), mail.text());
    assertTrue(mail.text().contains("/app/#/c/" + c + "/u/SYT"), mail.text());
    assertTrue(mail.html().contains("Mở phiếu tự đánh giá</a>"), mail.html());
    assertFalse(mail.html().contains("ung."), "nobody's address but the addressee's");

    JsonNode line = line(c, "SYT");
    assertEquals("SENT", line.at("/last/state").asString());
    assertEquals(1, line.at("/last/recipients").asInt());
    JsonNode none = line(c, "06649");
    assertEquals(0, none.path("contacts").asInt());
    assertEquals("NO_CONTACT", none.at("/open/0/state").asString());

    String path = "/campaigns/" + c + "/units/SYT/reminders";
    Answer own = expect(200, stage.send("unit-SYT", "GET", path, ""));
    assertEquals("sent", own.at("/items/0/key"));
    assertEquals("anh." + c + "@example.vn", own.at("/items/0/recipients/0"));
    expect(200, stage.send("office", "GET", path, ""));
    stage.refused(403, "other-unit", "", "unit-193", "GET", path, "");
    stage.refused(403, "not-allowed", "", "lead", "GET", path, "");

    Answer annex = expect(200, stage.send("office", "GET", desk(c) + "/sent", ""));
    assertTrue(annex.text().contains("\"name\":\"Sở Y tế\""), annex.text());
    assertFalse(
        annex.text().contains("@example.vn"), "an annex names no addresses: " + annex.text());
    Answer csv =
        expect(200, stage.send("office", "GET", desk(c) + "/sent", "", "", "accept", "text/csv"));
    assertTrue(
        csv.text().startsWith("\uFEFFaddressee,name,key,state,at,recipients,attempts,error"),
        csv.text());
    assertTrue(csv.text().contains("SYT,Sở Y tế,sent,SENT,2020-08-03T01:"), csv.text());
  }

  @Test
  void theListForTheChaserLetterNamesWhoIsLateAndNobodyElse() {
    String c = open();
    expect(200, stage.answer(c, "SYT"));
    expect(200, stage.submit(c, "SYT", ""));
    stage.now("2020-08-20T08:00:00");
    String path = "/campaigns/" + c + "/late-units";
    stage.keepDeadlines();
    for (String reader : List.of("office", "lead", "official")) {
      Answer late = expect(200, stage.send(reader, "GET", path, ""));
      List<String> units =
          late.body().path("items").valueStream().map(l -> l.path("unit").asString()).toList();
      // The office and the lead are employed by STTTT, and are told of it as that unit only.
      assertEquals(
          reader.equals("official")
              ? List.of("06649", "06652", "193", "STTTT")
              : List.of("06649", "06652", "193"),
          units);
      assertEquals("2020-08-18", late.at("/items/0/dueOn"));
      assertEquals(2, late.body().at("/items/0/daysLate").asInt());
    }
    Answer csv = expect(200, stage.send("office", "GET", path, "", "", "accept", "text/csv"));
    List<String> lines = csv.text().lines().toList();
    assertEquals("\uFEFFunit,name,group,parent,dueAt,dueOn,daysLate,share", lines.getFirst());
    assertEquals(
        "06649,Phường Hà Khánh,3,193,2020-08-18T16:59:59.999Z,2020-08-18,2,0.00", lines.get(1));
    for (String other : List.of("unit-SYT", "appraiser1", "approver", "deputy")) {
      assertEquals(403, stage.send(other, "GET", path, "").status(), other);
    }
    String draft = stage.campaign(NEVER, NEVER);
    for (String early :
        List.of(
            "/late-units",
            "/reminders",
            "/reminders/sent",
            "/reminders/preview?rung=sent&unit=SYT")) {
      assertEquals(
          "wrong-stage",
          expect(409, stage.send("office", "GET", "/campaigns/" + draft + early, "")).problem());
    }
  }

  /** Preview, desk, annex and the day's mail: nowhere does the office read of its own body. */
  @Test
  void theOwnBodyIsLeftOutWhereverRemindersAreShown() throws Exception {
    String c = open();
    String office = "[{\"name\":\"Văn thư\",\"email\":\"own@example.vn\",\"role\":\"other\"}]";
    expect(200, stage.send("office", "PUT", desk(c), "{\"office\":" + office + "}"));
    expect(
        200,
        stage.send(
            "unit-STTTT",
            "PUT",
            contacts(c, "STTTT"),
            "{\"contacts\":" + office.replace("own@", "sttttown@") + "}"));
    stage.now("2020-08-20T08:30:00");
    stage.keepDeadlines();
    run();
    for (String rung : List.of("before-7", "sent", "district", "person", "office")) {
      String preview = desk(c) + "/preview?rung=" + rung + "&unit=STTTT";
      stage.refused(403, "own-unit", "", "office", "GET", preview, "");
      stage.refused(
          403, "own-unit", "", "office", "POST", preview, "{\"subject\":\"a\",\"text\":\"b\"}");
      expect(200, stage.send("office@SYT", "GET", preview, ""));
    }
    for (String path : List.of(desk(c), desk(c) + "/sent")) {
      String own = expect(200, stage.send("office", "GET", path, "")).text();
      assertFalse(own.contains("STTTT"), own);
      String other = expect(200, stage.send("office@SYT", "GET", path, "")).text();
      assertTrue(other.contains("STTTT"), other);
    }
    String mail = arrived("own@example.vn").text();
    assertTrue(mail.contains("Sở Y tế"), mail);
    assertFalse(mail.contains("Sở Thông tin và Truyền thông"), mail);
  }

  private static JsonNode line(String campaign, String unit) {
    return expect(200, stage.send("office", "GET", desk(campaign), ""))
        .body()
        .path("items")
        .valueStream()
        .filter(line -> line.path("unit").asString().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private static LocalSmtp.Mail arrived(String address) {
    return stage.system().smtp().received().stream()
        .filter(mail -> mail.to().contains(address))
        .findFirst()
        .orElseThrow();
  }

  private static void run() throws Exception {
    stage.system().scheduler().runNow("SendRemindersFunction");
  }
}
