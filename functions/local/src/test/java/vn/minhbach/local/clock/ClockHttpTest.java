package vn.minhbach.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.clock.ClockStage.expect;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.clock.ClockStage.Answer;

/** The clock as its users meet it, over HTTP against the whole local system. */
@Timeout(180)
class ClockHttpTest {

  private static final String OPENED = "2020-08-03T08:00:00";
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

  private static String unit(String campaign, String unit) {
    return "/campaigns/" + campaign + "/units/" + unit;
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asString("");
  }

  // Opening.

  @Test
  void nobodyIsShortWhenThePlansFormsGoOutInAugust() {
    String c = stage.open(OPENED, NEVER, NEVER);
    assertEquals("2020-08-18T16:59:59.999Z", text(stage.form(c, "SYT"), "/dueAt"));
    assertEquals("2020-10-10T16:59:59.999Z", text(stage.form(c, "SYT"), "/closesAt"));
    Answer campaign = expect(200, stage.send("official", "GET", "/campaigns/" + c, ""));
    assertEquals("2020-12-29T16:59:59.999Z", campaign.at("/milestones/appraisedBy"));
    assertEquals("2021-01-29T16:59:59.999Z", campaign.at("/milestones/reportBy"));
    assertEquals("2021-03-31T16:59:59.999Z", campaign.at("/milestones/publishBy"));
    assertEquals("MARK", campaign.at("/latePolicy"));
  }

  @Test
  void formsThatLeaveTooFewDaysGoOutWithAReasonOnly() {
    String c = stage.campaign(", \"communeDays\": 12", NEVER);
    // 14 days for departments and the district, 11 until the communes' own cut-off
    stage.now("2020-09-15T08:00:00");
    String open = "/campaigns/" + c + "/open";
    stage.refused(
        422, "short-notice", "units.STTTT unit-at-short-notice", "office", "POST", open, "{}");
    Answer refused = stage.send("office", "POST", open, "{}");
    assertEquals(5, refused.body().path("errors").size(), refused.text());
    assertTrue(refused.at("/errors/1/detail").contains("Sở Y tế: chỉ còn 14 ngày"), refused.text());
    assertTrue(refused.at("/errors/4/detail").contains("11 ngày"), refused.text());
    stage.refused(
        400, "invalid-body", "reason blank", "office", "POST", open, "{\"reason\": \" \"}");
    stage.refused(
        400, "invalid-body", "why unknown-field", "office", "POST", open, "{\"why\": \"x\"}");
    assertEquals(
        "DRAFT", stage.send("office", "GET", "/campaigns/" + c, "").at("/stage"), "still a draft");
    expect(200, stage.send("office", "POST", open, "{\"reason\": \"Chờ công văn của Bộ\"}"));
    assertEquals("2020-09-29T16:59:59.999Z", text(stage.form(c, "SYT"), "/dueAt"));
    assertEquals("2020-09-26T16:59:59.999Z", text(stage.form(c, "06649"), "/dueAt"));
    assertEquals("2020-09-29T16:59:59.999Z", text(stage.form(c, "06649"), "/forwardBy"));
  }

  @Test
  void settingsOfTheClockAreCheckedWithTheirPlace() {
    for (String[] wrong :
        new String[][] {
          {", \"communeDays\": 16", "", "calendar.communeDays out-of-range"},
          {", \"communeDays\": 0", "", "calendar.communeDays out-of-range"},
          {", \"deliveryDays\": 31", "", "calendar.deliveryDays out-of-range"},
          {", \"deliveryDays\": -1", "", "calendar.deliveryDays negative"},
          {", \"rollOnRestDay\": \"no\"", "", "calendar.rollOnRestDay wrong-type"},
          {"", ", \"latePolicy\": \"FORGIVE\"", "latePolicy unknown-value"}
        }) {
      AssertionError refused =
          assertThrows(AssertionError.class, () -> stage.campaign(wrong[0], wrong[1]));
      String place = wrong[2].split(" ")[0];
      String problem = wrong[2].split(" ")[1];
      assertTrue(
          refused.getMessage().contains("\"place\":\"" + place + "\""), refused.getMessage());
      assertTrue(refused.getMessage().contains("problem:" + problem), refused.getMessage());
    }
  }

  // Receipt.

  @Test
  void readingAFormGainsNothingAndWritesNothing() {
    String c = stage.open(OPENED, ", \"deliveryDays\": 2", NEVER);
    stage.now("2020-08-10T08:00:00");
    JsonNode form = stage.form(c, "SYT");
    assertEquals("2020-08-04T17:00:00Z", text(form, "/receivedAt"));
    assertEquals("2020-08-20T16:59:59.999Z", text(form, "/dueAt"));
    assertEquals(List.of(), stage.ledger(c, "SYT"));
    assertFalse(form.has("arrival"));
  }

  @Test
  void aDispatchThatCameLaterStartsTheClockLater() {
    String c = stage.open(OPENED, NEVER, NEVER);
    stage.now("2020-08-07T08:00:00");
    String receipt = unit(c, "SYT") + "/receipt";
    String first = "{\"date\": \"2020-08-06\", \"number\": 1024}";
    Answer entered = expect(200, stage.send("unit-SYT", "PUT", receipt, first));
    // day 15 is Friday 21/8
    assertEquals("2020-08-21T16:59:59.999Z", entered.at("/dueAt"));
    assertEquals("1024", entered.at("/arrival/number"));
    assertEquals("\"r1\"", entered.etag());
    assertEquals("f0", entered.at("/etag"), "the form itself is as it was");
    // again: nothing happens; another date: only by who has read this one
    expect(200, stage.send("unit-SYT", "PUT", receipt, first));
    String other = "{\"date\": \"2020-08-05\", \"number\": \"1020/VT\"}";
    stage.refused(428, "if-match-required", "", "unit-SYT", "PUT", receipt, other);
    expect(
        412, stage.send("office", "PUT", receipt, other, "application/json", "if-match", "\"r7\""));
    Answer corrected =
        expect(
            200,
            stage.send("office", "PUT", receipt, other, "application/json", "if-match", "\"r1\""));
    assertEquals("2020-08-20T16:59:59.999Z", corrected.at("/dueAt"));
    assertEquals(List.of("ARRIVAL_ENTERED", "ARRIVAL_ENTERED"), stage.ledger(c, "SYT"));
    JsonNode line = stage.line(c, "SYT");
    assertEquals("2020-08-20T16:59:59.999Z", text(line, "/dueAt"));
    assertEquals("NOT_STARTED", text(line, "/state"));
    // the first answer finds a head that is stored already
    expect(200, stage.answer(c, "SYT"));
    assertEquals("2020-08-20T16:59:59.999Z", text(stage.form(c, "SYT"), "/dueAt"));
  }

  @Test
  void anArrivalOutOfBoundsIsRefused() {
    String draft = stage.campaign(NEVER, NEVER);
    String body = "{\"date\": \"2020-08-06\", \"number\": \"1\"}";
    stage.refused(409, "wrong-stage", "", "unit-SYT", "PUT", unit(draft, "SYT") + "/receipt", body);
    String c = stage.open(OPENED, NEVER, NEVER);
    String receipt = unit(c, "SYT") + "/receipt";
    stage.now("2020-08-07T08:00:00");
    for (String day : List.of("2020-08-02", "2020-08-08")) {
      stage.refused(
          400,
          "invalid-body",
          "date arrival-out-of-bounds",
          "unit-SYT",
          "PUT",
          receipt,
          "{\"date\": \"" + day + "\", \"number\": \"1\"}");
    }
    stage.refused(
        400,
        "invalid-body",
        "number missing-field",
        "unit-SYT",
        "PUT",
        receipt,
        "{\"date\": \"2020-08-06\"}");
    stage.refused(
        400,
        "invalid-body",
        "date bad-date",
        "unit-SYT",
        "PUT",
        receipt,
        "{\"date\": \"6/8\", \"number\": \"1\"}");
    stage.refused(403, "other-unit", "", "unit-193", "PUT", receipt, body);
    stage.refused(403, "own-unit", "", "office", "PUT", unit(c, "STTTT") + "/receipt", body);
    // a date must not buy back a due date that has passed; the office may still correct it
    stage.now("2020-08-19T08:00:00");
    stage.refused(409, "arrival-too-late", "", "unit-SYT", "PUT", receipt, body);
    expect(200, stage.send("office", "PUT", receipt, body));
    expect(200, stage.answer(c, "SYT"));
    expect(200, stage.submit(c, "SYT", ""));
    expect(
        409,
        stage.send(
            "office",
            "PUT",
            receipt,
            "{\"date\": \"2020-08-07\", \"number\": \"1\"}",
            "application/json",
            "if-match",
            "\"r1\""));
    assertEquals(
        List.of("ARRIVAL_ENTERED", "ANSWER_SAVED", "FORM_SUBMITTED"), stage.ledger(c, "SYT"));
  }

  // Extensions.

  @Test
  void aUnitAsksAndTheOfficeDecides() {
    String c = stage.open(OPENED, NEVER, NEVER);
    String ask = unit(c, "SYT") + "/extension-requests";
    String decide = unit(c, "SYT") + "/extensions";
    Answer asked =
        expect(
            201,
            stage.send(
                "signer-SYT", "POST", ask, "{\"until\": \"2020-08-28\", \"reason\": \"Dịch\"}"));
    assertEquals("x1", asked.at("/extension/request/request"));
    assertEquals("2020-08-18T16:59:59.999Z", asked.at("/dueAt"), "asking alone moves nothing");
    assertEquals("2020-08-28", text(stage.line(c, "SYT"), "/extensionAsked"));
    stage.refused(
        409,
        "extension-pending",
        "",
        "unit-SYT",
        "POST",
        ask,
        "{\"until\": \"2020-08-30\", \"reason\": \"x\"}");
    stage.refused(
        409,
        "extension-not-asked",
        "",
        "office",
        "POST",
        decide,
        "{\"request\": \"x2\", \"decision\": \"GRANT\", \"reason\": \"x\"}");
    Answer refused =
        expect(
            201,
            stage.send(
                "office",
                "POST",
                decide,
                "{\"request\": \"x1\", \"decision\": \"REFUSE\", \"reason\": \"Còn đủ ngày\"}"));
    assertEquals("false", refused.at("/extension/decision/granted"));
    assertEquals("2020-08-18T16:59:59.999Z", refused.at("/dueAt"));
    expect(
        201,
        stage.send("unit-SYT", "POST", ask, "{\"until\": \"2020-08-25\", \"reason\": \"Bão\"}"));
    Answer granted =
        expect(
            201,
            stage.send(
                "office",
                "POST",
                decide,
                "{\"request\": \"x2\", \"decision\": \"GRANT\", \"reason\": \"Bão số 2\"}"));
    assertEquals("2020-08-25T16:59:59.999Z", granted.at("/dueAt"));
    assertEquals("2020-10-10T16:59:59.999Z", granted.at("/closesAt"));
    assertEquals("2020-08-25", text(stage.form(c, "SYT"), "/extension/until"));
    assertEquals(
        List.of(
            "EXTENSION_REQUESTED", "EXTENSION_REFUSED", "EXTENSION_REQUESTED", "EXTENSION_GRANTED"),
        stage.ledger(c, "SYT"));
    JsonNode line = stage.line(c, "SYT");
    assertEquals("2020-08-25", text(line, "/extendedTo"));
    assertFalse(line.has("extensionAsked"));
    assertEquals("2020-08-25T16:59:59.999Z", text(line, "/dueAt"));
  }

  @Test
  void aKeyMakesARepeatedRequestOne() {
    String c = stage.open(OPENED, NEVER, NEVER);
    String[] key = {"idempotency-key", "k1"};
    String body = "{\"until\": \"2020-08-28\", \"reason\": \"Dịch\"}";
    for (int i = 0; i < 2; i++) {
      expect(
          201,
          stage.send(
              "unit-SYT",
              "POST",
              unit(c, "SYT") + "/extension-requests",
              body,
              "application/json",
              key));
      expect(
          201,
          stage.send(
              "office", "POST", unit(c, "SYT") + "/extensions", body, "application/json", key));
    }
    assertEquals(List.of("EXTENSION_REQUESTED", "EXTENSION_GRANTED"), stage.ledger(c, "SYT"));
    expect(
        422,
        stage.send(
            "office",
            "POST",
            unit(c, "SYT") + "/extensions",
            "{\"until\": \"2020-08-29\", \"reason\": \"x\"}",
            "application/json",
            key));
  }

  @Test
  void anExtensionOutOfBoundsIsRefused() {
    String c = stage.open(OPENED, NEVER, NEVER);
    String decide = unit(c, "SYT") + "/extensions";
    String ask = unit(c, "SYT") + "/extension-requests";
    for (String day : List.of("2020-08-18", "2020-12-30")) {
      String body = "{\"until\": \"" + day + "\", \"reason\": \"x\"}";
      String fault = "until extension-out-of-bounds";
      stage.refused(400, "invalid-body", fault, "office", "POST", decide, body);
      stage.refused(400, "invalid-body", fault, "unit-SYT", "POST", ask, body);
    }
    String good = "{\"until\": \"2020-08-28\", \"reason\": \"x\"}";
    stage.refused(
        400,
        "invalid-body",
        "reason missing-field",
        "office",
        "POST",
        decide,
        "{\"until\": \"2020-08-28\"}");
    stage.refused(
        400,
        "invalid-body",
        "until missing-field",
        "office",
        "POST",
        decide,
        "{\"reason\": \"x\"}");
    stage.refused(
        400,
        "invalid-body",
        "request missing-field",
        "office",
        "POST",
        decide,
        "{\"decision\": \"REFUSE\", \"reason\": \"x\"}");
    stage.refused(
        400,
        "invalid-body",
        "until unknown-field",
        "office",
        "POST",
        decide,
        "{\"request\": \"x1\", \"decision\": \"REFUSE\", \"until\": \"2020-08-28\", \"reason\":"
            + " \"x\"}");
    stage.refused(
        400,
        "invalid-body",
        "decision unknown-value",
        "office",
        "POST",
        decide,
        "{\"request\": \"x1\", \"decision\": \"MAYBE\", \"reason\": \"x\"}");
    stage.refused(403, "not-allowed", "", "unit-SYT", "POST", decide, good);
    stage.refused(403, "other-unit", "", "unit-193", "POST", ask, good);
    stage.refused(403, "not-allowed", "", "office", "POST", ask, good);
    // the office's own body: the deputy, from another, decides
    stage.refused(403, "own-unit", "", "office", "POST", unit(c, "STTTT") + "/extensions", good);
    expect(201, stage.send("deputy@SYT", "POST", unit(c, "STTTT") + "/extensions", good));
    expect(200, stage.answer(c, "SYT"));
    expect(200, stage.submit(c, "SYT", ""));
    stage.refused(409, "form-submitted", "", "office", "POST", decide, good);
    stage.refused(409, "form-submitted", "", "unit-SYT", "POST", ask, good);
    String draft = stage.campaign(NEVER, NEVER);
    stage.refused(
        409, "wrong-stage", "", "office", "POST", unit(draft, "SYT") + "/extensions", good);
    assertEquals(List.of("ANSWER_SAVED", "FORM_SUBMITTED"), stage.ledger(c, "SYT"));
  }

  // Late, and locked.

  @Test
  void lateIsMarkedUnlessTheCampaignSaysOtherwise() {
    String marks = stage.open(OPENED, NEVER, NEVER);
    String asks = stage.open(OPENED, NEVER, ", \"latePolicy\": \"REASON\"");
    String refuses = stage.open(OPENED, NEVER, ", \"latePolicy\": \"REFUSE\"");
    for (String c : List.of(marks, asks, refuses)) {
      expect(200, stage.answer(c, "SYT"));
      expect(200, stage.answer(c, "193"));
    }
    stage.now("2020-08-18T23:59:59");
    assertEquals("false", expect(200, stage.submit(refuses, "193", "")).at("/signature/late"));
    stage.now("2020-08-20T00:00:00");
    assertEquals(2, stage.line(marks, "SYT").path("daysLate").asInt());
    assertTrue(stage.line(marks, "SYT").path("overdue").asBoolean());

    assertEquals("true", expect(200, stage.submit(marks, "SYT", "")).at("/signature/late"));

    Answer needed = expect(422, stage.submit(asks, "SYT", ""));
    assertEquals("late-reason-needed", needed.problem());
    assertEquals("lateReason missing-field", needed.fault());
    assertTrue(needed.at("/detail").contains("18/08/2020"), needed.text());
    expect(400, stage.submit(asks, "SYT", ", \"lateReason\": \" \""));
    Answer told = expect(200, stage.submit(asks, "SYT", ", \"lateReason\": \"Mất điện\""));
    assertEquals("Mất điện", told.at("/signature/lateReason"));

    Answer refused = expect(409, stage.submit(refuses, "SYT", ", \"lateReason\": \"Mất điện\""));
    assertEquals("late-refused", refused.problem());
    expect(
        201,
        stage.send(
            "office",
            "POST",
            unit(refuses, "SYT") + "/extensions",
            "{\"until\": \"2020-08-20\", \"reason\": \"Mất điện\"}"));
    assertEquals("false", expect(200, stage.submit(refuses, "SYT", "")).at("/signature/late"));

    stage.now("2020-08-25T08:00:00");
    JsonNode line = stage.line(marks, "SYT");
    assertEquals(2, line.path("daysLate").asInt(), "what is sent gets no later");
    assertTrue(line.path("late").asBoolean());
    assertFalse(line.path("overdue").asBoolean());
  }

  @Test
  void theScheduleNotesEachLockOnceAndAnExtensionOpensItAgain() {
    String c = stage.open(OPENED, NEVER, NEVER);
    expect(200, stage.answer(c, "SYT"));
    expect(200, stage.answer(c, "193"));
    expect(200, stage.submit(c, "193", ""));
    // The local clock goes on ticking: a minute for a slow machine.
    stage.now("2020-10-10T23:59:00");
    stage.keepDeadlines();
    assertEquals(List.of("ANSWER_SAVED"), stage.ledger(c, "SYT"));
    stage.now("2020-10-11T00:00:00");
    expect(409, stage.answer(c, "06649"));
    stage.form(c, "06649");
    assertEquals(List.of(), stage.ledger(c, "06649"), "no reading and no refusal writes");
    stage.keepDeadlines();
    stage.keepDeadlines();
    assertEquals(List.of("ANSWER_SAVED", "FORM_LOCKED"), stage.ledger(c, "SYT"));
    assertEquals(List.of("FORM_LOCKED"), stage.ledger(c, "06649"));
    assertEquals(List.of("ANSWER_SAVED", "FORM_SUBMITTED"), stage.ledger(c, "193"));
    assertTrue(stage.line(c, "06649").path("locked").asBoolean());

    stage.now("2020-10-13T08:00:00");
    for (String unit : List.of("SYT", "06649")) {
      stage.refused(
          400,
          "invalid-body",
          "until extension-out-of-bounds",
          "office",
          "POST",
          unit(c, unit) + "/extensions",
          "{\"until\": \"2020-10-12\", \"reason\": \"x\"}");
      Answer granted =
          expect(
              201,
              stage.send(
                  "office",
                  "POST",
                  unit(c, unit) + "/extensions",
                  "{\"until\": \"2020-10-15\", \"reason\": \"Bão\"}"));
      assertEquals("2020-10-15T16:59:59.999Z", granted.at("/closesAt"));
      expect(
          unit.equals("SYT") ? 428 : 200,
          stage.send(
              "unit-" + unit,
              "PUT",
              unit(c, unit) + "/answers/I.1",
              "{\"inputs\": {\"v\": false}}"));
    }
    assertFalse(stage.line(c, "06649").path("locked").asBoolean());
    assertEquals("false", expect(200, stage.submit(c, "06649", "")).at("/signature/late"));
    stage.now("2020-10-16T00:00:00");
    expect(409, stage.submit(c, "SYT", ""));
    stage.keepDeadlines();
    stage.keepDeadlines();
    assertEquals(
        List.of("ANSWER_SAVED", "FORM_LOCKED", "EXTENSION_GRANTED", "FORM_LOCKED"),
        stage.ledger(c, "SYT"));
  }

  // The board.

  @Test
  void theBoardShowsEveryUnitsOwnClockAndCanBeNarrowed() {
    String c = stage.open("2020-08-05T08:00:00", ", \"communeDays\": 12", NEVER);
    expect(200, stage.answer(c, "06649"));
    expect(200, stage.submit(c, "06649", ""));
    // written by nobody, extended all the same
    expect(
        201,
        stage.send(
            "office",
            "POST",
            unit(c, "06652") + "/extensions",
            "{\"until\": \"2020-08-31\", \"reason\": \"Bão\"}"));
    stage.now("2020-08-24T08:00:00");
    JsonNode sent = stage.line(c, "06649");
    assertEquals("2020-08-17T16:59:59.999Z", text(sent, "/dueAt"));
    assertEquals("2020-08-20T16:59:59.999Z", text(sent, "/forwardBy"));
    assertEquals("100.00", text(sent, "/share"));
    assertEquals(0, sent.path("daysLate").asInt(), "what lies at the district is not late");
    assertEquals(4, sent.path("daysHeld").asInt(), "it is the district that holds it");
    JsonNode extended = stage.line(c, "06652");
    assertEquals("2020-08-31T16:59:59.999Z", text(extended, "/dueAt"));
    assertEquals("2020-09-03T16:59:59.999Z", text(extended, "/forwardBy"));
    assertFalse(extended.path("overdue").asBoolean());
    JsonNode silent = stage.line(c, "SYT");
    assertEquals("2020-08-20T16:59:59.999Z", text(silent, "/dueAt"));
    assertEquals(4, silent.path("daysLate").asInt());
    assertEquals("0.00", text(silent, "/share"));

    assertEquals(List.of("STTTT", "SYT", "193"), units(c, "?overdue=true"));
    assertEquals(List.of("06649", "06652"), units(c, "?parent=193"));
    assertEquals(List.of("STTTT", "SYT"), units(c, "?group=1"));
    assertEquals(List.of("06649"), units(c, "?state=AT_DISTRICT"));
    assertEquals(List.of(), units(c, "?late=true"));
    assertEquals(List.of("06652"), units(c, "?group=3&overdue=false&state=NOT_STARTED"));
    for (String wrong :
        List.of("group=4", "state=ASLEEP", "late=yes", "overdue=1", "parent=%C4%91%20x")) {
      stage.refused(
          400,
          "invalid-parameter",
          "",
          "office",
          "GET",
          "/campaigns/" + c + "/progress?" + wrong,
          "");
    }
    stage.refused(403, "not-allowed", "", "unit-SYT", "GET", "/campaigns/" + c + "/progress", "");

    Answer csv =
        expect(
            200,
            stage.send(
                "official",
                "GET",
                "/campaigns/" + c + "/progress?group=1",
                "",
                "",
                "accept",
                "text/csv"));
    List<String> lines = csv.text().lines().toList();
    assertEquals(3, lines.size(), csv.text());
    assertTrue(lines.get(0).startsWith("\uFEFFunit,name,group,parent,state,stateVi"), csv.text());
    assertTrue(
        lines.get(2).startsWith("SYT,Sở Y tế,1,,NOT_STARTED,Chưa bắt đầu,0,1,0.00,"), csv.text());
  }

  private static List<String> units(String campaign, String query) {
    return expect(
            200, stage.send("lead", "GET", "/campaigns/" + campaign + "/progress" + query, ""))
        .body()
        .path("items")
        .valueStream()
        .map(line -> line.path("unit").asString())
        .toList();
  }

  // Holidays.

  @Test
  void theOfficeEditsTheTableUntilTermsRunByIt() {
    String c = stage.campaign(NEVER, NEVER);
    String path = "/campaigns/" + c + "/holidays";
    Answer shipped = expect(200, stage.send("unit-SYT", "GET", path, ""));
    assertTrue(shipped.text().contains("Quốc khánh"), shipped.text());
    assertEquals(0, shipped.body().path("yearsWithout").size());
    String csv =
        expect(200, stage.send("office", "GET", path, "", "", "accept", "text/csv")).text();
    // a day off on 18/8/2020, the department's day 15
    String edited =
        csv.replace("\uFEFF", "").replace("\r", "") + "2020-08-18,off,Ngày nghỉ riêng\n";
    expect(200, stage.send("office", "PUT", path, edited));
    stage.now(OPENED);
    expect(200, stage.send("office", "POST", "/campaigns/" + c + "/open", "{}"));
    assertEquals("2020-08-19T16:59:59.999Z", text(stage.form(c, "SYT"), "/dueAt"));

    stage.refused(
        409,
        "holidays-bind",
        "2020-08-18 holiday-binds",
        "office",
        "PUT",
        path,
        csv.replace("\uFEFF", ""));
    // after the fixed date no term ends: that serves reminders
    expect(200, stage.send("office", "PUT", path, edited + "2021-02-17,off,Mùng 6\n"));
    assertEquals("2020-08-19T16:59:59.999Z", text(stage.form(c, "SYT"), "/dueAt"));
    stage.refused(
        400,
        "malformed-csv",
        "dòng/line 2, date bad-date",
        "office",
        "PUT",
        path,
        "date,kind,name\n30/4/2020,off,x\n");
    stage.refused(
        403, "not-allowed", "", "unit-SYT", "PUT", path, "date,kind,name\n2020-04-30,off,x\n");
    Answer none =
        expect(
            200,
            stage.send(
                "office",
                "PUT",
                "/campaigns/" + stage.campaign(NEVER, NEVER) + "/holidays",
                "date,kind,name\n2020-04-30,off,x\n"));
    assertEquals(2021, none.body().path("yearsWithout").path(0).asInt(), none.text());
  }
}
