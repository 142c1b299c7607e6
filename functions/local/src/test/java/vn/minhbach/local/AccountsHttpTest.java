package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.Office.Answered;

/** Who acts for which unit, over HTTP against the real application. */
@Timeout(180)
class AccountsHttpTest {

  private static final String HEADER = "account,unit,role,name,title,from,until\n";
  private static final String ANSWER = "{\"inputs\":{\"a\":1,\"b\":2}}";

  private static Office office;

  @BeforeAll
  static void start() {
    office = new Office(LocalSystem.start(LocalOptions.forTests()));
    office.at(Office.OPENED);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  private static Answered bring(String campaign, String... lines) {
    return office.csv("office", campaign + "/accounts", HEADER + String.join("\n", lines) + "\n");
  }

  private static String answer(String campaign, String unit, String criterion) {
    return campaign + "/units/" + unit + "/answers/" + criterion;
  }

  @Test
  void namesEveryFaultByItsLineAndLocksNobodyOut() {
    String c = office.campaign("a-faults");
    assertEquals(
        List.of(
            "dòng/line 2, account:bad-account",
            "dòng/line 3, unit:unknown-unit",
            "dòng/line 4, role:unknown-value",
            "dòng/line 5, role:not-a-district",
            "dòng/line 6, name:blank",
            "dòng/line 6, title:blank",
            "dòng/line 7, from:bad-date-or-time",
            "dòng/line 8, until:dates-not-ascending",
            "dòng/line 10, account:duplicate-id",
            "dòng/line 11, name:one-person-an-account"),
        bring(
                c,
                "Nguyễn,SNV,typist,A,Cán bộ,,",
                "a1,XX,typist,A,Cán bộ,,",
                "a2,SNV,boss,A,Cán bộ,,",
                "a3,SNV,district,A,Cán bộ,,",
                "a4,SNV,typist,,,,",
                "a5,SNV,typist,A,Cán bộ,30/9/2020,",
                "a6,SNV,typist,A,Cán bộ,2020-09-10,2020-09-09",
                "a7,SNV,typist,A,Cán bộ,,",
                "a7,SNV,typist,A,Cán bộ,,",
                "a7,SNV,signer,B,Giám đốc,,")
            .must(400)
            .faults());
    assertEquals("no-accounts", bring(c).must(422).problem());
    assertEquals(
        "not-allowed",
        office.csv("unit-SNV", c + "/accounts", HEADER + "a,SNV,typist,A,B,,").must(403).problem());
    assertFalse(office.get("office", c).must(200).body().has("accountsVersion"));
    office.open(c);
    office.put("unit-SNV", answer(c, "SNV", "I.1"), ANSWER).must(200);
  }

  @Test
  void onlyWhoIsListedActsAndALeaverIsOffTheSameMinute() {
    String c = office.campaign("a-leaver");
    office.open(c);
    office.put("unit-SNV", answer(c, "SNV", "I.1"), ANSWER).must(200);
    bring(
            c,
            "lan.snv,SNV,typist,Trần Thị Lan,Chuyên viên,,2020-09-08T10:00:00+07:00",
            "minh.snv,SNV,signer,Lê Văn Minh,Giám đốc,2020-09-08,",
            "mai.snv,SNV,typist,Phạm Mai,Chuyên viên,2020-09-09,2020-09-10")
        .must(200);
    // The local user of the unit has a token, but nobody listed it.
    assertEquals(
        "account-not-in-force",
        office.put("unit-SNV", answer(c, "SNV", "I.2"), ANSWER).must(403).problem());
    assertEquals("account-not-in-force", office.get("unit-STC", c).must(403).problem());

    office.at(Instant.parse("2020-09-08T02:59:00Z"));
    office.put("lan.snv", answer(c, "SNV", "I.2"), ANSWER).must(200);
    String form = c + "/units/SNV/form";
    String etag = office.get("lan.snv", form).must(200).etag();
    String signed = "{\"signedBy\":{\"name\":\"A\",\"title\":\"B\"}}";
    assertEquals(
        "signer-needed",
        office.post("lan.snv", c + "/units/SNV/submission", etag, signed).must(403).problem());
    assertEquals(
        "incomplete-form",
        office.post("lan.snv", c + "/units/SNV/closing", etag, "{}").must(422).problem());
    assertEquals(
        "incomplete-form",
        office.post("minh.snv", c + "/units/SNV/submission", etag, signed).must(422).problem());
    assertEquals(
        "not-allowed", office.put("minh.snv", answer(c, "SNV", "I.3"), ANSWER).must(403).problem());

    office.at(Instant.parse("2020-09-08T03:00:00Z"));
    assertEquals(
        "account-not-in-force",
        office.put("lan.snv", answer(c, "SNV", "I.4"), ANSWER).must(403).problem());
    assertEquals("account-not-in-force", office.get("lan.snv", form).must(403).problem());

    // A day counts whole: from its first moment in Vietnam until the end of the last.
    office.at(Instant.parse("2020-09-08T16:59:00Z"));
    office.get("mai.snv", form).must(403);
    office.at(Instant.parse("2020-09-08T17:00:00Z"));
    office.get("mai.snv", form).must(200);
    office.at(Instant.parse("2020-09-10T16:59:00Z"));
    office.get("mai.snv", form).must(200);
    office.at(Instant.parse("2020-09-10T17:00:00Z"));
    office.get("mai.snv", form).must(403);
    office.at(Office.OPENED);
  }

  @Test
  void aLaterFileHandsOverAndTheLedgerKeepsWhoItWasThen() {
    String c = office.campaign("a-handover");
    office.open(c);
    bring(c, "hoa.stc,STC,typist,Vũ Hoa,Chuyên viên,,", "unit-207,207,district,Đỗ A,Chủ tịch,,")
        .must(200);
    office.put("hoa.stc", answer(c, "STC", "I.1"), ANSWER).must(200);
    office.get("unit-207", c + "/units/207/communes").must(200);
    office.get("unit-207", c + "/units/207/form").must(403);
    String token = office.system().oidc().token("hoa.stc");
    office.at(Office.OPENED.plusSeconds(60));
    bring(
            c,
            "dung.stc,STC,contributor,Ngô Dũng,Chuyên viên,,",
            "unit-207,207,district,Đỗ A,Chủ tịch,,")
        .must(200);
    assertThrows(IllegalArgumentException.class, () -> office.system().oidc().token("hoa.stc"));
    // Her token holds for an hour; she does not.
    assertEquals(
        "account-not-in-force",
        office.put(token, answer(c, "STC", "I.2"), ANSWER).must(403).problem());
    office.put("dung.stc", answer(c, "STC", "I.2"), ANSWER).must(200);
    String etag = office.get("dung.stc", c + "/units/STC/form").must(200).etag();
    assertEquals(
        "not-allowed",
        office.post("dung.stc", c + "/units/STC/closing", etag, "{}").must(403).problem());
    assertEquals(
        "not-allowed",
        office
            .post(
                "dung.stc",
                c + "/units/STC/submission",
                etag,
                "{\"signedBy\":{\"name\":\"A\",\"title\":\"B\"},\"signedEvidenceId\":\"x\"}")
            .must(403)
            .problem());

    office.at(Office.OPENED.plusSeconds(120));
    bring(c, "dung.stc,STC,typist,Ngô Dũng,Trưởng phòng,,", "hoa.stc,STC,typist,Vũ Hoa,Phó,,")
        .must(200);
    JsonNode items = office.get("dung.stc", c + "/units/STC/ledger").must(200).body().get("items");
    String first = items.get(0).at("/body/by").asString();
    String second = items.get(1).at("/body/by").asString();
    assertTrue(first.matches("[0-9a-f]{32}"), first);
    assertNotEquals(first, second);
    assertEquals("Vũ Hoa", items.get(0).at("/actor/name").asString());
    assertEquals("Chuyên viên", items.get(1).at("/actor/title").asString());
    assertFalse(items.get(0).get("body").toString().contains("Hoa"));

    erase("C#a-handover#ACTOR", first);
    JsonNode after = office.get("dung.stc", c + "/units/STC/ledger").must(200).body().get("items");
    assertFalse(after.get(0).has("actor"));
    assertEquals(items.get(0).get("hash"), after.get(0).get("hash"));
    office.at(Office.OPENED);
  }

  @Test
  void contributorFillsWhatItWasGivenAndDoesNothingElse() {
    String c = office.campaign("a-part");
    office.open(c);
    String header = HEADER.replace("until\n", "until,criteria\n");
    assertEquals(
        List.of(
            "dòng/line 2, criteria:unknown-criterion",
            "dòng/line 3, criteria:unknown-criterion",
            "dòng/line 4, criteria:criteria-of-contributors",
            "dòng/line 5, criteria:unknown-criterion"),
        office
            .csv(
                "office",
                c + "/accounts",
                header
                    + "a1,193,contributor,A,Phòng Nội vụ,,,I.1;IX.9\n"
                    + "a2,193,contributor,B,Phòng Nội vụ,,,IX.*\n"
                    + "a3,193,typist,C,Văn phòng,,,I.1\n"
                    + "a4,193,contributor,D,Văn phòng,,,II.*|i.1\n")
            .must(400)
            .faults());
    office
        .csv(
            "office",
            c + "/accounts",
            header
                + "mai.nv,193,contributor,Phạm Mai,Phòng Nội vụ,,,I.1;II.*\n"
                + "unit-193,193,contributor,Lê Bình,Phòng Tư pháp,,,III.*\n"
                + "lan.vp,193,typist,Trần Lan,Văn phòng,,,\n")
        .must(200);
    // A token that may type is a contributor's where the register says so.
    assertEquals(
        "criterion-not-given",
        office.put("unit-193", answer(c, "193", "I.1"), ANSWER).must(403).problem());
    assertEquals(
        "typist-needed",
        office.post("unit-193", c + "/units/193/closing", "f0", "{}").must(403).problem());
    assertEquals(
        "signer-needed",
        office.post("unit-193", c + "/units/193/submission", "f0", "{}").must(403).problem());
    assertEquals(
        "not-allowed",
        office
            .post(
                "unit-193",
                c + "/units/193/evidence",
                "{\"purpose\":\"signed-form\",\"fileName\":\"a.pdf\",\"sizeBytes\":5,"
                    + "\"contentType\":\"application/pdf\",\"sha256\":\""
                    + "ab".repeat(32)
                    + "\"}")
            .must(403)
            .problem());
    office.put("mai.nv", answer(c, "193", "I.1"), ANSWER).must(200);
    office.put("mai.nv", answer(c, "193", "II.3"), ANSWER).must(200);
    Answered refused = office.put("mai.nv", answer(c, "193", "I.2"), ANSWER).must(403);
    assertEquals("criterion-not-given", refused.problem());
    assertTrue(refused.body().get("detail").asString().contains("I.1, II.1, II.10"));
    office.put("lan.vp", answer(c, "193", "I.2"), ANSWER).must(200);
    office.get("mai.nv", c + "/units/193/form").must(200);
    String signed = "{\"signedBy\":{\"name\":\"A\",\"title\":\"B\"}}";
    assertEquals(
        "not-allowed",
        office.post("mai.nv", c + "/units/193/submission", "f3", signed).must(403).problem());
    assertEquals(
        "not-allowed", office.put("mai.nv", c + "/units/193/form-head", "{}").must(403).problem());
    String head =
        "{\"address\":\"Số 1\",\"staff\":{\"officials\":5,\"civilServants\":90},"
            + "\"residents\":300000,\"enterprises\":4000,"
            + "\"contact\":{\"name\":\"Trần Lan\",\"phone\":\"0203 3825 123\"}}";
    Answered filled = office.put("lan.vp", c + "/units/193/form-head", head).must(200);
    assertEquals("\"h1\"", filled.etag());
    assertEquals(
        List.of("contact.phone:bad-phone"),
        office
            .put("lan.vp", c + "/units/193/form-head", "\"h1\"", head.replace("0203 3825 123", "x"))
            .must(400)
            .faults());
    JsonNode form = office.get("mai.nv", c + "/units/193/form").must(200).body();
    assertEquals(300000, form.at("/formHead/residents").asInt());
    assertEquals("h1", form.at("/formHead/etag").asString());
  }

  @Test
  void usersOfThePoolFollowTheRegister() throws Exception {
    LocalCognito pool = office.system().cognito();
    String c = office.campaign("a-pool");
    office.open(c);
    pool.byHand("lead", "STTTT", "lead");
    assertFalse(office.get("office", c + "/accounts").must(200).body().has("pool"));
    assertEquals("not-allowed", office.get("lead", c + "/accounts").must(403).problem());
    String header = HEADER.replace("\n", ",email\n");
    office
        .csv(
            "office",
            c + "/accounts",
            header
                + "p.lan,SNV,typist,Trần Thị Lan,Chuyên viên,,,lan@snv.gov.vn\n"
                + "p.minh,SNV,signer,Lê Văn Minh,Giám đốc,,,\n"
                + "lead,SNV,typist,Phạm Mai,Chuyên viên,,,mai@snv.gov.vn\n")
        .must(200);
    keepAccounts();
    LocalCognito.User lan = pool.users().get("p.lan");
    assertEquals("SNV", lan.attributes().get("custom:unit"));
    assertEquals("lan@snv.gov.vn", lan.attributes().get("email"));
    assertEquals(Set.of("unit"), lan.groups());
    assertEquals(Set.of("lead"), pool.users().get("lead").groups());
    assertFalse(pool.users().containsKey("p.minh"));
    JsonNode state = office.get("office", c + "/accounts").must(200).body().get("pool");
    assertTrue(state.get("current").asBoolean());
    assertTrue(state.get("inLine").asInt() >= 1, state.toString());
    assertEquals(2, state.get("failed").asInt(), state.toString());
    assertEquals("MADE_BY_HAND", state.get("items").get(0).get("reason").asString());
    assertEquals("NO_ADDRESS", state.get("items").get(1).get("reason").asString());
    // Addresses are nowhere but where they can be erased.
    assertFalse(office.get("office", c + "/accounts").body().toString().contains("@"));

    office.csv("office", c + "/accounts", header + "p.lan,STC,signer,Lan,PGĐ,,,\n").must(200);
    assertFalse(
        office
            .get("office", c + "/accounts")
            .must(200)
            .body()
            .get("pool")
            .get("current")
            .asBoolean(true));
    keepAccounts();
    assertEquals("STC", pool.users().get("p.lan").attributes().get("custom:unit"));
    assertEquals(Set.of("signer"), pool.users().get("p.lan").groups());
    office.csv("office", c + "/accounts", header + "p.hoa,STC,signer,Hoa,GĐ,,,h@x.vn\n").must(200);
    keepAccounts();
    assertFalse(pool.users().get("p.lan").enabled());
    assertTrue(pool.users().get("p.hoa").enabled());
    assertTrue(pool.users().get("lead").enabled());
  }

  private static void keepAccounts() throws Exception {
    office.system().scheduler().runNow("KeepAccountsFunction");
  }

  private static void erase(String partition, String actor) {
    var client = office.system().dynamoDb().client();
    String table = office.system().template().tables().getFirst().name();
    client
        .query(query ->
            query
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :sk)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":sk", AttributeValue.fromS(actor))))
        .items()
        .forEach(item ->
            client.deleteItem(delete ->
                delete.tableName(table).key(Map.of("PK", item.get("PK"), "SK", item.get("SK")))));
  }
}
