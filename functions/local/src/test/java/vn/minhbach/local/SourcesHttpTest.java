package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.Office.Answered;

/** The province's own figures, over HTTP against the real application. */
@Timeout(180)
class SourcesHttpTest {

  private static final String HEAD =
      Office.query(
          "system", "Hệ thống dùng chung của tỉnh",
          "from", "2019-10-01",
          "to", "2020-08-31",
          "extractedAt", "2020-09-01T08:00:00+07:00",
          "by", "Nguyễn Văn A");

  /** A campaign without units. */
  private static final String EMPTY =
      """
      {"id": "s-empty", "name": "Thử", "year": 2020,
       "plan": {"number": "1/KH-UBND", "date": "2020-01-05", "issuer": "UBND tỉnh"},
       "calendar": {"dueBefore": "2020-09-30", "appraisedBefore": "2020-12-30",
        "reportBefore": "2021-01-30", "publishBefore": "2021-04-01"}}
      """;

  /** A commune of Hạ Long, its district, and an agency. */
  private static final String COMMUNE = "06649";

  private static final String DISTRICT = "193";
  private static final String AGENCY = "SNV";

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

  /** A line for every criterion that the province holds, in both ways of writing. */
  private static List<String> lines(String unit, String group) {
    var lines = new ArrayList<String>();
    for (JsonNode criterion : Office.criteria(group)) {
      if (criterion.get("verifyBy").asString().equals("shared-system")) {
        String inputs = inputs(criterion);
        lines.add(unit + "," + criterion.get("id").asString() + "," + inputs);
      }
    }
    return lines;
  }

  private static String inputs(JsonNode criterion) {
    return switch (criterion.at("/scoring/type").asString()) {
      case "boolean" -> "v=true";
      case "choice" -> "v=" + criterion.at("/scoring/options/0/value").asString();
      default ->
          criterion.at("/scoring/inputs").size() == 2 ? "\"{\"\"a\"\":187,\"\"b\"\":193}\"" : "n=7";
    };
  }

  private static String file(List<String> lines) {
    return "unit,criterion,inputs\n" + String.join("\n", lines) + "\n";
  }

  private static Answered bring(String campaign, String source, String file) {
    return office.csv("office", campaign + "/sources/" + source + HEAD, file);
  }

  private static String answers(String campaign, String unit, String criterion) {
    return campaign + "/units/" + unit + "/answers/" + criterion;
  }

  @Test
  void fillsAllFortyFourCriteria() {
    String c = office.campaign("s-all");
    var lines = new ArrayList<>(lines(AGENCY, "department"));
    lines.addAll(lines(DISTRICT, "district"));
    lines.addAll(lines(COMMUNE, "commune"));
    assertEquals(44, lines.size());
    JsonNode done = bring(c, "dung-chung", file(lines)).must(200).body();
    assertEquals(44, done.get("figures").asInt());
    assertEquals(3, done.get("units").asInt());
    assertEquals("Nguyễn Văn A", done.get("by").asString());
    office.open(c);
    int filled = 0;
    for (String unit : List.of(AGENCY, DISTRICT, COMMUNE)) {
      JsonNode form = office.get("unit-" + unit, c + "/units/" + unit + "/form").must(200).body();
      for (JsonNode group : form.get("groups")) {
        for (JsonNode criterion : group.get("criteria")) {
          boolean shared = criterion.get("verifyBy").asString().equals("shared-system");
          assertEquals(shared, criterion.has("baseline"), criterion.toString());
          filled += shared ? 1 : 0;
        }
      }
      JsonNode baseline = criterionOf(form, unit.equals(AGENCY) ? "II.1" : "II.5").get("baseline");
      assertEquals(187, baseline.at("/inputs/a").asInt());
      assertEquals("Hệ thống dùng chung của tỉnh", baseline.get("system").asString());
      assertEquals("2019-10-01", baseline.at("/period/from").asString());
      assertEquals("2020-09-01T01:00:00Z", baseline.get("extractedAt").asString());
      assertEquals(done.get("version").asLong(), baseline.get("version").asLong());
    }
    assertEquals(44, filled);
  }

  private static JsonNode criterionOf(JsonNode form, String id) {
    for (JsonNode group : form.get("groups")) {
      for (JsonNode criterion : group.get("criteria")) {
        if (criterion.get("id").asString().equals(id)) {
          return criterion;
        }
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void namesEveryFaultOfAFileByItsLineAndWritesNothing() {
    String c = office.campaign("s-faults");
    Answered refused =
        bring(
            c,
            "x",
            file(
                List.of(
                    "SNV,II.1,a=1;b=2",
                    "99999,II.1,a=1;b=2",
                    "SNV,IX.9,a=1;b=2",
                    "SNV,I.1,a=1;b=2",
                    "SNV,II.3,a=5;b=2",
                    "SNV,II.4,a=5",
                    "SNV,II.5,a=x;b=2",
                    "SNV,II.1,a=1;b=2",
                    "SNV,II.9,a187",
                    "SNV,II.10,a=1;a=2;b=3",
                    "SNV,II.14,v=nothing",
                    "SNV,I.3,v=có",
                    "6649,II.3,a=1;b=2",
                    "SNV,II.2,\"{\"\"a\"\":1\"")));
    assertEquals(400, refused.status());
    assertEquals(
        List.of(
            "dòng/line 3, unit:unknown-unit",
            "dòng/line 4, criterion:unknown-criterion",
            "dòng/line 5, criterion:not-from-shared-system",
            "dòng/line 6, inputs.a:numerator-over-denominator",
            "dòng/line 7, inputs.b:missing-field",
            "dòng/line 8, inputs.a:wrong-type",
            "dòng/line 9, criterion:duplicate-id",
            "dòng/line 10, inputs:bad-figures",
            "dòng/line 11, inputs:bad-figures",
            "dòng/line 12, inputs.v:unknown-option",
            "dòng/line 13, inputs.v:wrong-type",
            "dòng/line 14, unit:unknown-unit",
            "dòng/line 15, inputs:bad-figures"),
        refused.faults());
    assertTrue(office.get("office", c).must(200).body().get("sources").isEmpty());
    office.open(c);
    assertFalse(office.criterion("unit-SNV", c, "SNV", "II.1").has("baseline"));
  }

  @Test
  void wantsAWholeHeadAndAFileWithFigures() {
    String c = office.campaign("s-head");
    Answered bare =
        office.csv("office", c + "/sources/x", file(List.of("SNV,II.1,a=1;b=2"))).must(400);
    assertEquals(
        List.of(
            "system:missing-field",
            "from:missing-field",
            "to:missing-field",
            "extractedAt:missing-field",
            "by:missing-field"),
        bare.faults());
    String wrong =
        Office.query(
            "system", "s",
            "from", "2020-10-01",
            "to", "2020-09-01",
            "extractedAt", "2030-01-01T00:00:00Z",
            "by", "b",
            "colour", "red");
    assertEquals(
        List.of("colour:unknown-field", "extractedAt:in-the-future"),
        office.csv("office", c + "/sources/x" + wrong, file(List.of())).must(400).faults());
    assertEquals("invalid-source", bare.problem());
    assertEquals(
        List.of("extractedAt:bad-time", "to:dates-not-ascending"),
        List.of(
            faults(c, "2020-10-01", "2020-11-01", "hôm qua"),
            faults(c, "2020-10-02", "2020-10-01", "2020-09-01T08:00:00Z")));
    String empty = office.post("office", "/campaigns", EMPTY).must(201).body().get("id").asString();
    assertEquals(
        "needs-units",
        bring("/campaigns/" + empty, "x", file(List.of("SNV,II.1,a=1;b=2"))).must(409).problem());
    assertEquals("no-figures", bring(c, "x", file(List.of())).must(422).problem());
    assertEquals("bad-source-id", bring(c, "X", file(List.of())).must(400).problem());
    assertEquals(
        "not-allowed",
        office.csv("unit-SNV", c + "/sources/x" + HEAD, file(List.of())).must(403).problem());
  }

  private static String faults(String c, String from, String to, String extractedAt) {
    String head =
        Office.query("system", "s", "from", from, "to", to, "extractedAt", extractedAt, "by", "b");
    return String.join(
        " ", office.csv("office", c + "/sources/x" + head, file(List.of())).must(400).faults());
  }

  @Test
  void aFigureHasOneSource() {
    String c = office.campaign("s-two");
    bring(c, "qlvb", file(List.of("SNV,II.1,a=1;b=2", "SNV,II.2,a=1;b=2"))).must(200);
    assertEquals(
        List.of("dòng/line 3, criterion:figure-of-other-source"),
        bring(c, "mail", file(List.of("SNV,II.4,a=1;b=2", "SNV,II.2,a=1;b=2"))).faults());
    bring(c, "mail", file(List.of("SNV,II.4,a=1;b=2"))).must(200);
    bring(c, "qlvb", file(List.of("SNV,II.1,a=1;b=2"))).must(200);
    bring(c, "mail", file(List.of("SNV,II.4,a=1;b=2", "SNV,II.2,a=1;b=2"))).must(200);
    office.open(c);
    assertEquals(
        "qlvb", office.criterion("unit-SNV", c, "SNV", "II.1").at("/baseline/source").asString());
    assertEquals(
        "mail", office.criterion("unit-SNV", c, "SNV", "II.2").at("/baseline/source").asString());
  }

  @Test
  void aUnitConfirmsOrContestsAndTheLedgerTracesIt() {
    String c = office.campaign("s-say");
    long version =
        bring(c, "qlvb", file(List.of("SNV,II.1,a=8;b=10", "SNV,II.3,a=1;b=2", "SNV,II.9,a=1;b=2")))
            .must(200)
            .body()
            .get("version")
            .asLong();
    office.open(c);
    JsonNode before = office.criterion("unit-SNV", c, "SNV", "II.1");
    assertEquals("source", before.get("inputKind").asString());
    assertFalse(before.get("evidenceExpected").asBoolean());

    Answered confirmed =
        office.put("unit-SNV", answers(c, "SNV", "II.1"), "{\"confirm\":true}").must(200);
    assertEquals(8, confirmed.body().at("/inputs/a").asInt());
    assertEquals("3.20", confirmed.body().get("points").asString());
    assertEquals("CONFIRMED", confirmed.body().at("/claim/kind").asString());
    assertEquals(version, confirmed.body().at("/claim/version").asLong());
    // The same again, in whatever words, is the same answer.
    assertEquals(
        confirmed.etag(),
        office.put("unit-SNV", answers(c, "SNV", "II.1"), "{\"confirm\":true}").must(200).etag());
    String plain = "{\"inputs\":{\"a\":8,\"b\":10}}";
    assertEquals(
        confirmed.etag(),
        office.put("unit-SNV", answers(c, "SNV", "II.1"), plain).must(200).etag());

    String other = "{\"inputs\":{\"a\":2,\"b\":2}}";
    Answered unreasoned = office.put("unit-SNV", answers(c, "SNV", "II.3"), other).must(422);
    assertEquals("contest-needs-reason", unreasoned.problem());
    assertTrue(unreasoned.body().get("detail").asString().contains("a=1; b=2"));
    assertEquals(
        "nothing-to-contest",
        office
            .put(
                "unit-SNV",
                answers(c, "SNV", "II.3"),
                "{\"inputs\":{\"a\":1,\"b\":2},\"contest\":{\"reason\":\"sai\"}}")
            .must(422)
            .problem());
    Answered contested =
        office
            .put(
                "unit-SNV",
                answers(c, "SNV", "II.3"),
                "{\"inputs\":{\"a\":2,\"b\":2},\"contest\":{\"reason\":\"thiếu sổ công văn\"}}")
            .must(200);
    assertEquals("CONTESTED", contested.body().at("/claim/kind").asString());
    assertEquals(1, contested.body().at("/claim/figure/a").asInt());
    assertTrue(office.criterion("unit-SNV", c, "SNV", "II.3").get("evidenceExpected").asBoolean());

    office.put("unit-SNV", answers(c, "SNV", "II.9"), "{\"notApplicable\":\"không có\"}").must(200);
    refusals(c, version);

    JsonNode entries =
        office.get("unit-SNV", c + "/units/SNV/ledger").must(200).body().get("items");
    JsonNode claim = entries.get(1).at("/body/claim");
    assertEquals("CONTESTED", claim.get("kind").asString());
    assertEquals("qlvb", claim.get("source").asString());
    assertEquals(version, claim.get("sourceVersion").asLong());
    assertEquals("2020-09-01T01:00:00Z", claim.get("extractedAt").asString());
    assertEquals("thiếu sổ công văn", claim.get("reason").asString());
  }

  private static void refusals(String c, long version) {
    String answer = answers(c, "SNV", "II.1");
    assertEquals(
        "no-baseline",
        office
            .put("unit-SNV", answers(c, "SNV", "II.2"), "{\"confirm\":true}")
            .must(409)
            .problem());
    assertEquals(
        "stale-baseline",
        office
            .put("unit-SNV", answer, "{\"confirm\":true,\"baselineVersion\":" + (version - 1) + "}")
            .must(412)
            .problem());
    for (String both :
        List.of(
            "{}",
            "{\"confirm\":false}",
            "{\"confirm\":true,\"inputs\":{\"a\":1,\"b\":2}}",
            "{\"confirm\":true,\"contest\":{\"reason\":\"x\"}}")) {
      assertEquals("answer-either-or", office.put("unit-SNV", answer, both).must(422).problem());
    }
    assertEquals(
        List.of("contest.reason:missing-field"),
        office
            .put("unit-SNV", answer, "{\"inputs\":{\"a\":1,\"b\":2},\"contest\":{}}")
            .must(400)
            .faults());
  }

  @Test
  void submissionNamesWhatIsNeitherConfirmedNorContested() {
    String c = office.campaign("s-open");
    bring(c, "qlvb", file(List.of(COMMUNE + ",II.4,a=8;b=10", COMMUNE + ",II.5,a=8;b=10")))
        .must(200);
    office.open(c);
    String user = "unit-" + COMMUNE;
    Answered first = office.put(user, answers(c, COMMUNE, "II.4"), "{\"confirm\":true}").must(200);
    assertFalse(first.etag().isEmpty());
    String etag = office.get(user, c + "/units/" + COMMUNE + "/form").must(200).etag();
    Answered refused =
        office
            .post(
                user,
                c + "/units/" + COMMUNE + "/submission",
                etag,
                "{\"signedBy\":{\"name\":\"A\",\"title\":\"Chủ tịch\"}}")
            .must(422);
    List<String> faults = refused.faults();
    assertTrue(faults.contains("answers.II.5:unconfirmed"), faults.toString());
    assertTrue(faults.contains("answers.I.1:unanswered"), faults.toString());
    assertFalse(faults.stream().anyMatch(fault -> fault.startsWith("answers.II.4:")));
    // III.3 is the system's own.
    assertFalse(faults.stream().anyMatch(fault -> fault.startsWith("answers.III.3:")));
  }

  @Test
  void aLaterImportChangesNoAnswerButListsTheDifferences() {
    String c = office.campaign("s-later");
    office.open(c);
    // Typed before anything was imported.
    office.put("unit-SNV", answers(c, "SNV", "II.4"), "{\"inputs\":{\"a\":5,\"b\":10}}").must(200);
    office.put("unit-SNV", answers(c, "SNV", "II.5"), "{\"inputs\":{\"a\":5,\"b\":10}}").must(200);
    bring(
            c,
            "qlvb",
            file(
                List.of(
                    "SNV,II.1,a=8;b=10",
                    "SNV,II.2,a=8;b=10",
                    "SNV,II.3,a=8;b=10",
                    "SNV,II.4,a=6;b=10",
                    "SNV,II.5,a=5;b=10",
                    "STTTT,II.1,a=8;b=10",
                    "STC,II.1,a=8;b=10")))
        .must(200);
    String list = c + "/sources/qlvb/differences";
    assertEquals(
        List.of("SNV II.4 DECLARED {\"a\":5,\"b\":10} {\"a\":6,\"b\":10}"),
        differences(office.get("office", list).must(200).body()));
    office.put("unit-SNV", answers(c, "SNV", "II.1"), "{\"confirm\":true}").must(200);
    office
        .put(
            "unit-SNV",
            answers(c, "SNV", "II.2"),
            "{\"inputs\":{\"a\":9,\"b\":10},\"contest\":{\"reason\":\"thiếu\"}}")
        .must(200);
    bring(
            c,
            "qlvb",
            file(
                List.of(
                    "SNV,II.1,a=7;b=10",
                    "SNV,II.2,a=9;b=10",
                    "SNV,II.3,a=8;b=10",
                    "SNV,II.4,a=5;b=10",
                    "STTTT,II.1,a=1;b=10",
                    "STC,II.1,a=1;b=10")))
        .must(200);
    JsonNode all = office.get("office", list).must(200).body();
    // STTTT employs the office: nobody reads more of it than the public.
    assertEquals(
        List.of(
            "SNV II.1 CONFIRMED {\"a\":8,\"b\":10} {\"a\":7,\"b\":10}",
            "SNV II.2 CONTESTED {\"a\":8,\"b\":10} {\"a\":9,\"b\":10}",
            "SNV II.5 DECLARED {\"a\":5,\"b\":10} null",
            "STC II.1 UNANSWERED {\"a\":8,\"b\":10} {\"a\":1,\"b\":10}"),
        differences(all));
    assertTrue(all.get("next").isNull());
    assertTrue(all.at("/extraction/previousVersion").asLong() > 0);
    JsonNode page = office.get("office", list + "?limit=3").must(200).body();
    assertEquals("SNV/II.5", page.get("next").asString());
    assertEquals(
        1,
        office
            .get("office", list + "?limit=3&cursor=SNV%2FII.5")
            .must(200)
            .body()
            .get("items")
            .size());
    assertEquals(8, office.criterion("unit-SNV", c, "SNV", "II.1").at("/answer/inputs/a").asInt());
    assertEquals(
        "unknown-source",
        office.get("office", c + "/sources/none/differences").must(404).problem());
    assertEquals("not-allowed", office.get("unit-SNV", list).must(403).problem());
  }

  private static List<String> differences(JsonNode page) {
    var lines = new ArrayList<String>();
    page.get("items")
        .forEach(line ->
            lines.add(
                line.get("unit").asString()
                    + " "
                    + line.get("criterion").asString()
                    + " "
                    + line.get("answerState").asString()
                    + " "
                    + line.get("old")
                    + " "
                    + line.get("new")));
    return lines;
  }

  private static String any(JsonNode criterion) {
    return switch (criterion.at("/scoring/type").asString()) {
      case "boolean" -> "{\"v\":true}";
      case "choice" -> "{\"v\":\"" + criterion.at("/scoring/options/0/value").asString() + "\"}";
      case "checklist" -> "{\"items\":[]}";
      case "count" -> "{\"" + criterion.at("/scoring/inputs/0/key").asString() + "\":3}";
      default -> {
        var inputs = Office.JSON.createObjectNode();
        criterion
            .at("/scoring/inputs")
            .forEach(input -> inputs.put(input.get("key").asString(), 4));
        yield inputs.toString();
      }
    };
  }

  private static void fill(String c, String unit, String group) {
    for (JsonNode criterion : Office.criteria(group)) {
      String id = criterion.get("id").asString();
      if (!id.equals(group.equals("district") ? "III.4" : "III.3") || group.equals("department")) {
        office
            .put("unit-" + unit, answers(c, unit, id), "{\"inputs\":" + any(criterion) + "}")
            .must(200);
      }
    }
  }

  private static JsonNode submit(String c, String unit) {
    String form = c + "/units/" + unit;
    return office
        .post(
            "unit-" + unit,
            form + "/submission",
            office.get("unit-" + unit, form + "/form").must(200).etag(),
            "{\"signedBy\":{\"name\":\"A\",\"title\":\"Chủ tịch\"}}")
        .must(200)
        .body();
  }

  @Test
  void theSystemKnowsItsOwnTimesAndSumsUpTheCommunes() {
    String c = office.campaign("s-own");
    office.open(c);
    // Thị trấn Cô Tô, xã Đồng Tiến, xã Thanh Lân of huyện Cô Tô.
    List<String> communes = communes(c, "207");
    assertEquals(3, communes.size());
    String early = communes.get(0);
    String late = communes.get(1);

    JsonNode before = office.criterion("unit-" + early, c, early, "III.3");
    assertEquals("computed", before.get("inputKind").asString());
    assertEquals("on-time", before.at("/computed/inputs/v").asString());
    assertTrue(before.at("/computed/preliminary").asBoolean());
    assertFalse(before.get("evidenceExpected").asBoolean());
    String onTime = "{\"inputs\":{\"v\":\"on-time\"}}";
    office.put("unit-" + early, answers(c, early, "III.3"), onTime).must(200);
    Answered typed =
        office.put("unit-" + early, answers(c, early, "III.3"), "{\"inputs\":{\"v\":\"late5\"}}");
    assertEquals("on-time", typed.must(200).body().at("/inputs/v").asString());

    fill(c, early, "commune");
    submit(c, early);
    JsonNode sent = office.criterion("unit-" + early, c, early, "III.3");
    assertEquals("on-time", sent.at("/answer/inputs/v").asString());
    assertEquals("3.00", sent.at("/answer/points").asString());
    assertEquals("COMPUTED", sent.at("/answer/claim/kind").asString());
    assertFalse(sent.at("/computed/preliminary").asBoolean());
    JsonNode ledger =
        office.get("unit-" + early, c + "/units/" + early + "/ledger").must(200).body();
    JsonNode last = ledger.get("items").get(ledger.get("items").size() - 1).get("body");
    assertEquals("III.3", last.at("/computed/0/criterion").asString());
    assertEquals("3.00", last.at("/computed/0/points").asString());

    // The other one sends four days late; its answer says so whatever anybody types.
    fill(c, late, "commune");
    office.put("unit-207", answers(c, "207", "I.8"), "{\"inputs\":{\"a\":3,\"b\":3}}").must(200);
    JsonNode derived = office.criterion("unit-207", c, "207", "I.8").get("derived");
    assertEquals("I.6", derived.get("criterion").asString());
    assertEquals(2, derived.at("/inputs/a").asInt());
    assertEquals(3, derived.at("/inputs/b").asInt());
    assertEquals(2, derived.get("answered").asInt());
    assertEquals("1", derived.at("/difference/a").asString());
    assertEquals("0", derived.at("/difference/b").asString());
    assertEquals(
        2, office.criterion("unit-207", c, "207", "III.1").at("/derived/inputs/a").asInt());
    assertEquals(
        2, office.criterion("unit-207", c, "207", "III.2").at("/derived/inputs/a").asInt());
    assertFalse(office.criterion("unit-207", c, "207", "III.1").get("derived").has("difference"));

    consolidate(c);
    JsonNode forwarded = office.criterion("unit-207", c, "207", "III.4");
    assertEquals(1, forwarded.at("/answer/inputs/a").asInt());
    assertEquals(3, forwarded.at("/answer/inputs/b").asInt());
    assertEquals("1.33", forwarded.at("/answer/points").asString());

    office.at(Instant.parse("2020-09-27T05:00:00Z"));
    assertEquals(
        "late5",
        office.criterion("unit-" + late, c, late, "III.3").at("/computed/inputs/v").asString());
    submit(c, late);
    assertEquals(
        "1.50", office.criterion("unit-" + late, c, late, "III.3").at("/answer/points").asString());
    consolidate(c);
    assertEquals(1, office.criterion("unit-207", c, "207", "III.4").at("/answer/inputs/a").asInt());
    office.at(Office.OPENED);
  }

  private static void consolidate(String c) {
    String etag = office.get("unit-207", c + "/units/207/form").must(200).etag();
    office
        .post(
            "unit-207",
            c + "/units/207/consolidation",
            etag,
            "{\"communes\":\"ready\",\"statement\":\"Đã kiểm tra\"}")
        .must(200);
  }

  private static List<String> communes(String c, String district) {
    var codes = new ArrayList<String>();
    office
        .get("unit-" + district, c + "/units/" + district + "/communes")
        .must(200)
        .body()
        .get("items")
        .forEach(line -> codes.add(line.get("unit").asString()));
    return codes;
  }
}
