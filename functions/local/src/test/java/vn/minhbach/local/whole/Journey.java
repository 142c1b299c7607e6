package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.publish.transparency.Leaf;
import vn.minhbach.core.publish.transparency.MerkleTree;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.whole.Http.Answer;

/** One campaign from its creation to its publication, as its people live through it over HTTP. */
final class Journey {

  /** After every other campaign of the system: the first page shows the one opened last. */
  private static final Instant OPENING = SharedSystem.OPENING.plus(Duration.ofDays(1));

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int HANDS = 4;
  private static final int ROUNDS = 4;

  private final LocalSystem system;
  private final Http http;
  private final String id;
  private final Described described = new Described();
  private Province province;
  private Recomputed bundle;

  Journey(LocalSystem system, Http http, String id) {
    this.system = system;
    this.http = http;
    this.id = id;
    http.listener(described);
  }

  void play() throws Exception {
    system.clock().set(OPENING);
    officePreparesAndOpens();
    nothingIsPublicYet();
    departmentAnswersWithEvidenceAndSubmits();
    manyHandsFillOneFormWithoutALostUpdate(Province.OTHER_DEPARTMENT);
    othersAnswerAndSubmit();
    communesWaitAtTheDistrictAndAreForwarded();
    progressAndDraftsFollow();
    officeReportsApproverApprovesOfficePublishes();
    rankingsArePublic();
    scorecardIsPublicAndAddsUp();
    firstPageShowsTables();
    ledgersVerifyAgainstHeadsAndAnchors();
    bundleIsRecomputedByStrangers();
    whatIsPublishedIsShownWithoutAFunction();
    logProvesWhatAUnitSent();
    assertEquals(Set.of(), described.faults(), "answers that openapi.yaml does not describe");
  }

  private void officePreparesAndOpens() {
    Answer created =
        http.as("office", "POST", "/campaigns")
            .key("journey-" + id)
            .json(Province.settings(id))
            .expect(201);
    assertEquals("/campaigns/" + id, created.headers().get("location"));
    assertEquals("DRAFT", created.at("/stage"));
    province = Province.of(http, id).filled();
    Answer ready = province.as("official", "GET", "").expect(200);
    assertEquals("[1,2,3]", keys(ready.json().get("criteriaVersions")));
    assertEquals(
        "OPEN", province.as("office", "POST", "/open").json("{}").expect(200).at("/stage"));
    JsonNode listed = http.as("par", "GET", "/campaigns?limit=500").expect(200).json().get("items");
    assertTrue(stream(listed).anyMatch(campaign -> campaign.get("id").asString().equals(id)));
  }

  private void nothingIsPublicYet() {
    for (String path :
        List.of("/rankings/1", "/rankings/2", "/rankings/3", "/units/193/scorecard", "/bundle")) {
      Answer answer = province.as("", "GET", path).expect(404);
      assertEquals("urn:minhbach:problem:not-published", answer.at("/type"), path);
    }
    assertEquals(
        "urn:minhbach:problem:not-anchored-yet", // BundleProblem.NOT_ANCHORED_YET
        province.own(Province.COMMUNE, "GET", "/inclusion").expect(404).at("/type"));
    JsonNode summary = province.as("", "GET", "/summary").expect(200).json();
    assertEquals(5, summary.get("units").asInt());
    assertEquals(0, summary.get("submitted").asInt());
    assertFalse(summary.toString().contains("rank"), summary.toString());
    String page = firstPage();
    assertTrue(page.contains("Đánh giá thử " + id), page);
    assertTrue(page.contains("Tình hình nộp phiếu"), page);
    assertFalse(page.contains("class=\"n\">Hạng<"), page);
  }

  private void departmentAnswersWithEvidenceAndSubmits() {
    String unit = Province.DEPARTMENT;
    JsonNode form = province.form(unit);
    assertEquals("2020-08-19T16:59:59.999Z", form.get("dueAt").asString());
    assertEquals("NOT_STARTED", form.get("state").asString());
    // 187 of 193: 96.89 %, of at most 3 points (domain/README.md section 4 has the rule).
    Answer first = province.answer(unit, "I.1", "{\"a\":187,\"b\":193}");
    assertEquals("2.91", first.at("/points"));
    evidenceIsUploadedCheckedAndOpened(unit);
    province.answerAll(unit, 7);
    JsonNode answered = province.form(unit);
    assertEquals(32, answered.at("/score/answered").asInt());
    assertEquals("IN_PROGRESS", answered.get("state").asString());
    Answer closed =
        province
            .own(unit, "POST", "/closing")
            .ifMatch(province.formEtag(unit))
            .key("close-" + id)
            .json("{}")
            .expect(200);
    assertEquals("CLOSED", province.form(unit).get("state").asString());
    Answer paper = province.own(unit, "GET", "/form/print").expect(200);
    assertEquals("application/pdf", paper.headers().get("content-type"));
    Answer signed =
        province
            .as("signer-" + unit, "POST", "/units/" + unit + "/submission")
            .json(
                "{\"checkCode\":\""
                    + closed.at("/checkCode")
                    + "\","
                    + Province.SIGNED.substring(1))
            .expect(200);
    assertEquals("SUBMITTED", signed.at("/state"));
    assertEquals(closed.at("/checkCode"), signed.at("/signature/checkCode"));
    assertEquals("Nguyễn Văn An", signed.at("/signature/name"));
    assertFalse(signed.json().at("/signature/late").asBoolean());
  }

  /**
   * Each hand reads a figure and adds one, over what it has read: a lost update would be missing.
   */
  private void manyHandsFillOneFormWithoutALostUpdate(String unit) {
    province.answer(unit, "I.1", "{\"a\":0,\"b\":193}");
    try (var hands = Executors.newFixedThreadPool(HANDS)) {
      List<Future<?>> done =
          IntStream.range(0, HANDS * ROUNDS)
              .<Runnable>mapToObj(hand -> () -> addOne(unit, hand))
              .<Future<?>>map(hands::submit)
              .toList();
      for (Future<?> one : done) {
        one.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(failed);
    }
    JsonNode answer = answered(unit);
    assertEquals(HANDS * ROUNDS, answer.at("/inputs/a").asInt());
    assertEquals("a" + (HANDS * ROUNDS + 1), answer.get("etag").asString());
  }

  // The note makes each hand's word its own: the same content twice is one change.
  private void addOne(String unit, int hand) {
    for (int attempt = 0; attempt < 200; attempt++) {
      JsonNode read = answered(unit);
      int next = read.at("/inputs/a").asInt() + 1;
      Answer reply =
          province
              .own(unit, "PUT", "/answers/I.1")
              .ifMatch(read.get("etag").asString())
              .json("{\"inputs\":{\"a\":" + next + ",\"b\":193},\"note\":\"" + hand + "\"}")
              .send();
      if (reply.status() == 200) {
        return;
      }
      assertTrue(Set.of(412, 503).contains(reply.status()), reply::text);
    }
    throw new AssertionError("never its turn");
  }

  private JsonNode answered(String unit) {
    return province.form(unit).at("/groups/0/criteria/0/answer");
  }

  private void evidenceIsUploadedCheckedAndOpened(String unit) {
    byte[] file = Upload.pdf("journey " + id);
    Upload upload = new Upload(province, unit);
    Map<String, Object> declared = Upload.declared("I.1", "Báo cáo số 15 – quý III.pdf", file);
    JsonNode grant = upload.granted(declared);
    assertEquals("AWAITED", grant.get("state").asString());
    byte[] other = Upload.pdf("journey " + id.replace('j', 'k'));
    assertEquals(400, Upload.put(grant, other).status(), "bytes other than declared");
    assertEquals(200, Upload.put(grant, file).status());
    assertEquals(412, Upload.put(grant, file).status(), "already there");
    String evidence = grant.get("evidenceId").asString();
    assertEquals("ACCEPTED", upload.settled(evidence).get("state").asString());
    Answer link = province.own(unit, "GET", "/evidence/" + evidence + "/content").expect(303);
    Answer content =
        Http.raw(HttpRequest.newBuilder(URI.create(link.headers().get("location"))).GET());
    assertEquals(200, content.status(), content::text);
    assertArrayEquals(file, content.bytes());
    // The same bytes again are there already: nothing to upload.
    JsonNode twin = upload.granted(Upload.declared("I.2", "bản sao.pdf", file));
    assertTrue(twin.get("upload").isNull(), twin.toString());
    assertEquals("ACCEPTED", twin.get("state").asString());
  }

  private void othersAnswerAndSubmit() {
    province.answerAll(Province.OTHER_DEPARTMENT, 3);
    province.answerAll(Province.DISTRICT, 6);
    province.answerAll(Province.COMMUNE, 9);
    province.answerAll(Province.OTHER_COMMUNE, 9);
    List.of(Province.OTHER_DEPARTMENT, Province.DISTRICT).forEach(province::submit);
    List.of(Province.COMMUNE, Province.OTHER_COMMUNE)
        .forEach(commune -> assertEquals("AT_DISTRICT", province.submit(commune).at("/state")));
  }

  private void communesWaitAtTheDistrictAndAreForwarded() {
    String district = Province.DISTRICT;
    JsonNode board = province.own(district, "GET", "/communes").expect(200).json().get("items");
    assertEquals(2, board.size());
    Answer one =
        province
            .own(district, "POST", "/consolidation")
            .ifMatch(province.formEtag(district))
            .json("{\"communes\":[\"06649\"],\"statement\":\"Đã kiểm tra, thống nhất.\"}")
            .expect(200);
    assertEquals("[\"06649\"]", one.json().get("forwarded").toString());
    Answer rest =
        province
            .own(district, "POST", "/consolidation")
            .ifMatch(province.formEtag(district))
            .json("{\"communes\":\"ready\",\"statement\":\"Đợt hai.\"}")
            .expect(200);
    assertEquals("[\"06652\"]", rest.json().get("forwarded").toString());
    for (JsonNode line :
        province.own(district, "GET", "/communes").expect(200).json().get("items")) {
      assertEquals("FORWARDED", line.get("state").asString(), line.toString());
    }
  }

  private void progressAndDraftsFollow() throws InterruptedException {
    assertTrue(system.awaitQuiet(LONGEST), "events are still under way");
    JsonNode lines = province.as("lead", "GET", "/progress").expect(200).json().get("items");
    assertEquals(5, lines.size());
    for (JsonNode line : lines) {
      assertEquals(line.get("criteria"), line.get("answered"), line.toString());
      assertEquals("100.00", line.get("share").asString(), line.toString());
      // The lead's own body stands in group 1: nothing there says who is ahead.
      assertEquals(line.get("group").asInt() != 1, line.has("index"), line.toString());
    }
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    for (int group = 1; group <= 3; group++) {
      JsonNode draft =
          province.as("approver", "GET", "/draft/rankings/" + group).expect(200).json();
      assertEquals(1, draft.at("/items/0/rank").asInt(), draft.toString());
    }
    JsonNode draft =
        province.as("approver", "GET", "/draft/units/SKHCN/scorecard").expect(200).json();
    assertFalse(draft.has("rank"), draft.toString());
    province.as("", "GET", "/rankings/1").expect(404);
  }

  private void officeReportsApproverApprovesOfficePublishes() {
    assertEquals(
        "REPORTED", province.as("office", "POST", "/report").json("{}").expect(200).at("/stage"));
    province.as("", "GET", "/rankings/1").expect(404);
    Answer approved =
        province
            .as("approver", "POST", "/approval")
            .json("{\"number\":\"512/QĐ-UBND\",\"date\":\"2021-02-10\"}")
            .expect(200);
    assertEquals("512/QĐ-UBND", approved.at("/result/approval/number"));
    province.as("", "GET", "/rankings/1").expect(404);
    assertEquals(
        "PUBLISHED",
        province.as("office", "POST", "/publication").json("{}").expect(200).at("/stage"));
  }

  private void rankingsArePublic() {
    JsonNode departments = province.as("", "GET", "/rankings/1").expect(200).json();
    assertEquals(2, departments.get("count").asInt());
    assertEquals("SKHCN", departments.at("/items/0/unit").asString());
    assertEquals(1, departments.at("/items/0/rank").asInt());
    assertEquals("STTTT", departments.at("/items/1/unit").asString());
    assertEquals(2, departments.at("/items/1/rank").asInt());
    assertEquals(1, province.as("", "GET", "/rankings/2").expect(200).json().get("count").asInt());
    JsonNode communes = province.as("", "GET", "/rankings/3").expect(200).json();
    for (JsonNode row : communes.get("items")) {
      // The same figures: both first.
      assertEquals(1, row.get("rank").asInt(), row.toString());
    }
    JsonNode page = province.as("", "GET", "/rankings/3?limit=1").expect(200).json();
    assertEquals(1, page.get("items").size());
    JsonNode last =
        province
            .as("", "GET", "/rankings/3?limit=1&cursor=" + page.get("next").asString())
            .expect(200)
            .json();
    assertTrue(last.get("next").isNull());
    assertNotEquals(page.at("/items/0/unit"), last.at("/items/0/unit"));
    Answer csv = province.as("", "GET", "/rankings/3").header("Accept", "text/csv").expect(200);
    assertTrue(csv.headers().get("content-type").startsWith("text/csv"));
    assertTrue(csv.text().startsWith("\uFEFFrank,unit,name,"), csv.text());
    assertTrue(csv.text().contains("1,06652,\"Phường \"\"Hà Phong\"\"\",193,"), csv.text());
    assertEquals(3, csv.text().lines().count());
  }

  private static BigDecimal sum(Stream<JsonNode> lines) {
    return lines
        .filter(line -> line.has("points"))
        .map(line -> new BigDecimal(line.get("points").asString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void scorecardIsPublicAndAddsUp() {
    JsonNode card = province.as("", "GET", "/units/SKHCN/scorecard").expect(200).json();
    assertEquals(1, card.get("rank").asInt());
    assertEquals(2, card.get("unitsInGroup").asInt());
    BigDecimal sum = sum(stream(card.get("groups")));
    assertEquals(card.get("points").asString(), sum.toPlainString());
    // What is public as a total alone is in its group's points and nowhere else.
    for (JsonNode group : card.get("groups")) {
      BigDecimal shown = sum(stream(group.get("criteria")));
      boolean hides = stream(group.get("criteria")).anyMatch(one -> one.has("hidden"));
      int than = shown.compareTo(new BigDecimal(group.get("points").asString()));
      assertTrue(hides ? than <= 0 : than == 0, group.toString());
    }
    BigDecimal index =
        sum.multiply(BigDecimal.valueOf(100))
            .divide(new BigDecimal(card.get("max").asString()), 2, RoundingMode.HALF_UP);
    assertEquals(card.get("index").asString(), index.toPlainString());
    JsonNode row = province.as("", "GET", "/rankings/1").expect(200).json().at("/items/0");
    assertEquals(card.get("index"), row.get("index"));
    assertEquals(card.get("points"), row.get("points"));
    assertFalse(card.toString().contains("Nguyễn Văn An"), "a scorecard names no person");
    JsonNode summary = province.as("", "GET", "/summary").expect(200).json();
    assertEquals("PUBLISHED", summary.get("stage").asString());
    assertEquals(5, summary.get("submitted").asInt());
  }

  private void firstPageShowsTables() {
    String page = firstPage();
    assertTrue(page.contains("lang=\"vi\""), page);
    assertTrue(page.contains("class=\"n\">Hạng<"), page);
    assertTrue(page.contains("Sở Khoa học và Công nghệ"), page);
    assertTrue(page.contains("Phường &quot;Hà Phong&quot;"), page);
  }

  private void ledgersVerifyAgainstHeadsAndAnchors() {
    var chains = new Chains(system, province);
    for (String unit : Province.UNITS) {
      List<Entry> entries = chains.verified(unit);
      assertEquals(
          chains.head(unit), chains.anchored("publication", id + "/" + unit), "anchor of " + unit);
      long answers = entries.stream().filter(entry -> entry.kind().equals("ANSWER_SAVED")).count();
      long overwritten = unit.equals(Province.OTHER_DEPARTMENT) ? HANDS * ROUNDS : 0;
      assertEquals(province.form(unit).at("/score/criteria").asLong() + overwritten, answers, unit);
      assertEquals(
          1, entries.stream().filter(entry -> entry.kind().equals("FORM_SUBMITTED")).count(), unit);
    }
    List.of("report", "approval", "publication")
        .forEach(occasion -> assertTrue(chains.anchored(occasion, id).seq() > 0, occasion));
  }

  /** The bucket behind /published/ says what the API says, and its pointer where. */
  private void whatIsPublishedIsShownWithoutAFunction() {
    JsonNode current = JsonMapper.shared().readTree(shown("published/" + id + "/current.json"));
    assertEquals(1, current.get("issue").asInt());
    assertEquals(3, current.get("tables").size());
    for (JsonNode table : current.get("tables")) {
      Answer told = province.as("", "GET", "/rankings/" + table.get("group").asInt()).expect(200);
      String path = table.get("json").asString();
      assertEquals("/published/" + id + "/1/rankings/" + table.get("group") + ".json", path);
      // As text: two readers hold equal numbers in nodes of different kinds.
      assertEquals(
          told.json().toString(),
          JsonMapper.shared().readTree(shown(path.substring(1))).toString());
      assertTrue(shown(table.get("csv").asString().substring(1)).contains("rank"), path);
    }
    assertTrue(shown("published/index.html").contains("<html lang=\"vi\""));
  }

  private String shown(String path) {
    String bucket =
        system.template().buckets().stream()
            .filter(one -> one.id().equals("ShownBucket"))
            .findFirst()
            .orElseThrow()
            .name();
    return system
        .s3()
        .client()
        .getObjectAsBytes(get -> get.bucket(bucket).key(path))
        .asUtf8String();
  }

  private void bundleIsRecomputedByStrangers() throws Exception {
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    Answer link = province.as("", "GET", "/bundle").expect(303);
    bundle = Recomputed.fetched(URI.create(link.headers().get("location")));
    bundle.sealHoldsForNimbus();
    Recomputed.Told told = Recomputed.agreed(bundle.zip(), bundle.key());
    assertEquals(Set.of(), told.faults());
    assertEquals(0, told.code(), told.lines()::toString);
    String all = bundle.everything();
    for (String secret : List.of("Nguyễn Văn An", "Đã kiểm tra, thống nhất", "\"nonce\"")) {
      assertFalse(all.contains(secret), secret);
    }
    // Whether a department has a firewall is nobody's business.
    assertFalse(
        bundle.text("data/scores/group-1.jsonl").contains("\"criterion\":\"I.5\",\"final\""));
    assertTrue(bundle.text("data/scores/group-1.jsonl").contains("\"criterion\":\"I.5\"}"));
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
  }

  /** What was published, once it was played. */
  Recomputed bundle() {
    return bundle;
  }

  private void logProvesWhatAUnitSent() {
    JsonNode page = province.as("", "GET", "/checkpoints").expect(200).json();
    JsonNode newest = page.at("/items/0");
    assertEquals("publication", newest.get("occasion").asString());
    int first = page.get("items").get(page.get("items").size() - 1).get("size").asInt();
    JsonNode proof =
        province.as("", "GET", "/checkpoints?from=" + first).expect(200).json().get("consistency");
    JsonNode oldest = page.get("items").get(page.get("items").size() - 1);
    assertTrue(
        MerkleTree.consistent(
            first,
            hash(oldest.get("root")),
            newest.get("size").asInt(),
            hash(newest.get("root")),
            hashes(proof.get("path"))));
    assertEquals(
        "urn:minhbach:problem:no-checkpoint-of-size",
        province.as("", "GET", "/checkpoints?from=99999").expect(404).at("/type"));
    String unit = Province.COMMUNE;
    JsonNode own = province.own(unit, "GET", "/inclusion").expect(200).json();
    var tip = new ChainTip(own.get("seq").asLong(), own.get("hash").asString());
    assertEquals(new Chains(system, province).head(unit), tip);
    assertTrue(
        MerkleTree.includes(
            new Leaf(id + "/" + unit, tip).hash(),
            own.get("index").asInt(),
            newest.get("size").asInt(),
            hashes(own.get("path")),
            hash(newest.get("root"))));
  }

  private static byte[] hash(JsonNode hex) {
    return HexFormat.of().parseHex(hex.asString());
  }

  private static List<byte[]> hashes(JsonNode list) {
    return stream(list).map(Journey::hash).toList();
  }

  private String firstPage() {
    Answer page = http.as("", "GET", "/").expect(200);
    assertTrue(page.headers().get("content-type").startsWith("text/html"));
    return page.text();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String keys(JsonNode object) {
    return "[" + String.join(",", object.propertyNames()) + "]";
  }
}
