package vn.minhbach.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.local.client.ApiClient;

/** The lane as clerks, attackers and the office meet it: over HTTP, with S3's signatures. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceJourneyTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
  private static LocalSystem system;
  private static String campaign;

  /** An empty page that asks for a password to be opened. */
  private static final byte[] LOCKED =
      Base64.getMimeDecoder()
          .decode(
              """
              JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2Jq
              CjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAw
              IG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDEwIDEwIF0gL1BhcmVudCAyIDAgUiAv
              UmVzb3VyY2VzIDw8ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggMCA+Pgpz
              dHJlYW0KCmVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PCAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3RoIDEy
              OCAvTyA8NTNlZTNhZjYxMTJmNTJhZjE2ZTExMTlhZGUwZDgzMjg4MmQ2OGRiY2Y0Y2I0MzI1MzgxNDVjNTdh
              NDEzZDBjMD4gL1AgLTEwMjggL1IgMyAvVSA8NDM0M2VkNjc3NTRhOTRkODcwNDMxODhlNGU3YzI2MGEwMDIx
              NDQ2OTkwYjllNDExNDA3MWE0ZDkxMDQ5ODRjMT4gL1YgMiA+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAw
              MCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAw
              MDAwMCBuIAowMDAwMDAwMjI3IDAwMDAwIG4gCjAwMDAwMDAyNzYgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9v
              dCAxIDAgUiAvU2l6ZSA2IC9JRCBbPDIxMWIzYTBjYmM5MTViNGQ5NTMyMzdmNTlhNTdhNGU4PjwyMTFiM2Ew
              Y2JjOTE1YjRkOTUzMjM3ZjU5YTU3YTRlOD5dIC9FbmNyeXB0IDUgMCBSID4+CnN0YXJ0eHJlZgo0ODYKJSVF
              T0YK
              """);

  @BeforeAll
  static void startSystem() throws Exception {
    system = LocalSystem.start(LocalOptions.forTests());
    try (ApiClient api = ApiClient.of(system)) {
      campaign = new FirstStart(api, system.clock()).run();
    }
  }

  @AfterAll
  static void stopSystem() {
    system.close();
  }

  /** First, since a sweep asks for the files that the grants of other tests still await. */
  @Test
  @Order(1)
  void fortyFilesGoUpWithoutFunctionsAndIntoTheVaultOnce(TestReporter report) throws Exception {
    Meter.Reading before = Meter.read();
    long bytes = 0;
    long pdfs = 0;
    List<String> criteria = criteria("SCT");
    for (int i = 0; i < 40; i++) {
      Upload file = mixed(i);
      bytes += file.bytes().length;
      pdfs += file.type().equals("application/pdf") ? file.bytes().length : 0;
      JsonNode grant = grant("SCT", criteria.get(i % criteria.size()), file, 201);
      assertEquals(200, put(grant, file.bytes()));
    }
    settle();
    Meter.Reading all = Meter.read().since(before);
    // Beside the files there are only the anchors of the day, some hundred bytes.
    assertEquals(bytes, all.bytesUp(), 10_000, "each goes up once, into the vault");
    assertEquals(
        2 * bytes + pdfs,
        all.bytesDown(),
        10_000,
        "each is read once to be looked at, once to be kept, a PDF once for what it says");
    assertEquals(90, all.requests().get("S3.GetObject"));
    assertNull(all.requests().get("S3.CopyObject"), "the vault's policy forbids every copy");
    for (JsonNode file : evidence("SCT", "unit-SCT")) {
      assertEquals("ACCEPTED", file.path("state").asString(), file.toString());
    }

    // The first run of the day writes the day's anchors.
    system.scheduler().runNow("KeepDeadlinesFunction");
    before = Meter.read();
    system.scheduler().runNow("KeepDeadlinesFunction");
    Meter.Reading swept = Meter.read().since(before);
    assertEquals(
        0, swept.requestsOf("S3"), () -> "asked for a file whose checks have ended: " + swept);
    report.publishEntry("a quiet sweep of 220 units", swept.toString());
  }

  /** Through every layer, as RequestsPerUseTest counts it below the edge. */
  @Test
  void anAnswerIsOneBatchOneQueryAndOneTransaction() throws Exception {
    String path = unit("SYT") + "/answers/" + criteria("SYT").getFirst();
    upload("SYT", pdf("Quyết định.pdf", "requests"));
    for (int figure = 1; figure <= 2; figure++) {
      Meter.Reading before = Meter.read("submissions");
      String body = "{\"inputs\":{\"a\":" + figure + ",\"b\":9}}";
      Answer saved = call("unit-SYT", "PUT", path, body, figure == 1 ? "" : "\"a1\"");
      assertEquals(200, saved.status(), saved.body().toString());
      if (figure == 2) {
        assertEquals(
            Map.of(
                "DynamoDb.BatchGetItem",
                1L,
                "DynamoDb.Query",
                1L,
                "DynamoDb.TransactWriteItems",
                1L),
            Meter.read("submissions").since(before).requests());
      }
    }
  }

  @Test
  void onlyTheDeclaredFileComesInAndOnlyOnce() throws Exception {
    Upload file = pdf("Quyết định.pdf", "attack");
    JsonNode grant = grant("SNV", criteria("SNV").getFirst(), file, 201);
    byte[] wrong = file.bytes().clone();
    wrong[8]++;
    assertEquals(400, put(grant, wrong), "wrong bytes");
    assertEquals(403, put(grant, Arrays.copyOf(file.bytes(), file.bytes().length + 1)), "longer");
    String url = grant.path("upload").path("url").asString();
    String id = grant.path("evidenceId").asString();
    ObjectNode elsewhere = (ObjectNode) grant.deepCopy();
    ((ObjectNode) elsewhere.path("upload")).put("url", url.replace(id, "f".repeat(32)));
    assertEquals(403, put(elsewhere, file.bytes()), "another key");
    ((ObjectNode) elsewhere.path("upload")).put("url", url.replace("/SNV/", "/SYT/"));
    assertEquals(403, put(elsewhere, file.bytes()), "another unit's place");
    assertEquals(
        403,
        call("unit-SYT", "POST", unit("SNV") + "/evidence", declaration("I.1", file)).status(),
        "another unit's account");
    assertEquals(200, put(grant, file.bytes()));
    assertEquals(412, put(grant, file.bytes()), "the same URL again");
    settle();

    JsonNode again = grant("SNV", grant.path("criterion").asString(), file, 201);
    assertEquals(id, again.path("evidenceId").asString(), "a lost answer makes no second record");
    assertTrue(again.path("upload").isNull());
    assertEquals(1, evidence("SNV", "unit-SNV").size());
  }

  @Test
  void aDocumentIsFoundByWhatItSaysHoweverItIsTyped() throws Exception {
    String criterion = criteria("SXD").getFirst();
    ObjectNode said =
        (ObjectNode) JSON.readTree(declaration(criterion, pdf("scan_0001.pdf", "a document")));
    said.put("noStateSecret", true)
        .putObject("document")
        .put("number", "45/QĐ-SXD")
        .put("date", "2018-03-01")
        .put("issuer", "Sở Xây dựng")
        .put("summary", "Ban hành Quy chế văn thư, lưu trữ")
        .put("inForce", true);
    JsonNode granted = call("unit-SXD", "POST", unit("SXD") + "/evidence", said.toString()).body();
    assertEquals(
        "45/QĐ-SXD", granted.path("document").path("number").asString(), granted::toString);
    grant("SXD", criterion, pdf("scan_0002.pdf", "another"), 201);
    int kept = evidence("SXD", "unit-SXD").size();
    for (String words : List.of("quy%20che%20VAN%20THU", "45%2Fqd-sxd", "S%E1%BB%9F%20x%C3%A2y")) {
      Answer answer = call("lead", "GET", unit("SXD") + "/evidence?q=" + words, "");
      List<JsonNode> found = list(answer.body().path("items"));
      assertEquals(1, found.size(), () -> words + answer.body());
      assertEquals(granted.path("evidenceId"), found.getFirst().path("evidenceId"));
    }
    // The same document for another file, its number typed otherwise, is one to choose from.
    ObjectNode retyped =
        (ObjectNode) JSON.readTree(declaration(criterion, pdf("scan_0003.pdf", "again")));
    retyped
        .put("noStateSecret", true)
        .putObject("document")
        .put("number", "45/qđ-sxd")
        .put("date", "2018-03-01")
        .put("issuer", "Sở Xây dựng")
        .put("summary", "Quy chế văn thư")
        .put("inForce", true);
    assertEquals(
        201, call("unit-SXD", "POST", unit("SXD") + "/evidence", retyped.toString()).status());
    kept++;
    List<JsonNode> earlier =
        list(
            call("unit-SXD", "GET", unit("SXD") + "/documents?q=van+thu", "").body().path("items"));
    assertEquals(1, earlier.size(), earlier::toString);
    assertEquals("2018-03-01", earlier.getFirst().path("date").asString());
    assertEquals(campaign, earlier.getFirst().path("campaign").asString());
    assertEquals(403, call("unit-SCT", "GET", unit("SXD") + "/documents", "").status());
    said.remove("document");
    said.put("noStateSecret", false).put("sha256", "ab".repeat(32));
    Answer refused = call("unit-SXD", "POST", unit("SXD") + "/evidence", said.toString());
    assertEquals(400, refused.status(), refused.body()::toString);
    assertEquals(kept, evidence("SXD", "unit-SXD").size(), "nothing of a secret is kept");
  }

  @Test
  void clerksReadWhyTheirFileIsRefused() throws Exception {
    String criterion = criteria("SYT").getFirst();
    List<Upload> files =
        List.of(
            new Upload("bao cao.pdf", "application/pdf", latin("MZ\u0090\0program")),
            new Upload("anh.png", "image/png", latin("<html><script>1</script>")),
            new Upload("khoa.pdf", "application/pdf", LOCKED),
            new Upload("macro.docx", DOCX, zip("word/a.xml", "word/vbaProject.bin")),
            new Upload("bom.docx", DOCX, bomb()),
            new Upload("anh.pdf", "application/pdf", latin("\u0089PNG\r\n\u001a\n")),
            new Upload("virus.pdf", "application/pdf", infected()));
    List<String> reasons =
        List.of(
            "file-is-program",
            "file-is-program",
            "file-encrypted",
            "file-with-macros",
            "file-explodes",
            "file-type-differs",
            "file-infected");
    List<String> ids = new ArrayList<>();
    for (Upload file : files) {
      JsonNode grant = grant("SYT", criterion, file, 201);
      ids.add(grant.path("evidenceId").asString());
      assertEquals(200, put(grant, file.bytes()));
    }
    settle();
    List<JsonNode> seen = evidence("SYT", "unit-SYT");
    for (int i = 0; i < files.size(); i++) {
      String id = ids.get(i);
      JsonNode file =
          seen.stream()
              .filter(one -> one.path("evidenceId").asString().equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals("REJECTED", file.path("state").asString());
      assertEquals(reasons.get(i), file.path("reason").asString());
      assertTrue(
          file.path("reasonVi").asString().contains("“" + files.get(i).name() + "”"),
          file.toString());
      assertFalse(file.path("reasonEn").asString().contains("…"));
      assertEquals(
          409, call("unit-SYT", "GET", unit("SYT") + "/evidence/" + id + "/content", "").status());
    }
  }

  @Test
  void manyGrantsOfOneUnitAreSlowedDown() throws Exception {
    String criterion = criteria("STC").getFirst();
    int granted = 0;
    Answer last = null;
    for (int i = 0; i < 125; i++) {
      last =
          call(
              "unit-STC",
              "POST",
              unit("STC") + "/evidence",
              declaration(criterion, pdf("a.pdf", "many" + i)));
      granted += last.status() == 201 ? 1 : 0;
    }
    assertEquals(429, last.status(), last.body().toString());
    assertTrue(last.body().path("type").asString().endsWith("too-many-grants"));
    assertTrue(granted >= 119 && granted <= 121, granted + " granted");
  }

  @Test
  void namesOfMacAndWindowsAreTheSameAndComeBackUnharmed() throws Exception {
    String criterion = criteria("SXD").getFirst();
    String composed = "Quyết định số 12 về chữ ký số.pdf";
    Upload mac = pdf(Normalizer.normalize(composed, Normalizer.Form.NFD), "name");
    JsonNode grant = grant("SXD", criterion, mac, 201);
    assertEquals(composed, grant.path("fileName").asString());
    assertEquals(
        grant.path("evidenceId"),
        grant("SXD", criterion, pdf(composed, "name"), 201).path("evidenceId"));
    assertEquals(200, put(grant, mac.bytes()));
    settle();
    Answer opened =
        call(
            "office",
            "GET",
            unit("SXD") + "/evidence/" + grant.path("evidenceId").asString() + "/content",
            "");
    assertEquals(303, opened.status());
    HttpResponse<byte[]> file =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(opened.location())).build(),
            BodyHandlers.ofByteArray());
    assertEquals(200, file.statusCode());
    assertEquals("application/pdf", file.headers().firstValue("content-type").orElse(""));
    String disposition = file.headers().firstValue("content-disposition").orElse("");
    assertTrue(disposition.startsWith("attachment; filename=\"Quyet dinh so 12"), disposition);

    JsonNode openings =
        call(
                "unit-SXD",
                "GET",
                unit("SXD") + "/evidence/" + grant.path("evidenceId").asString() + "/openings",
                "")
            .body()
            .path("items");
    assertEquals(1, openings.size());
    assertEquals("office", openings.path(0).path("roles").path(0).asString());

    assertEquals(201, named(criterion, "ê".repeat(251) + ".pdf"), "506 bytes");
    assertEquals(
        "attachment; filename=\"a__; filename=_x.html.pdf\";"
            + " filename*=UTF-8''a__%3B%20filename%3D_x.html.pdf",
        opened("SXD", pdf("a\"\"; filename=\"x.html", "quotes")));
    assertEquals(
        "attachment; filename=\"a_0d_0aSet-Cookie_ b.exe.pdf\";"
            + " filename*=UTF-8''a_0d_0aSet-Cookie_%20b.exe.pdf",
        opened("SXD", pdf("a%0d%0aSet-Cookie: b.exe", "line")));
    assertEquals(400, named(criterion, "ê".repeat(252) + ".pdf"), "256 characters");
    assertEquals(400, named(criterion, "a\u202efdp.exe"));
    assertEquals(400, named(criterion, "a\u0007.pdf"));
    assertEquals(400, named(criterion, "../a.pdf"));
  }

  @Test
  void eventsTwiceLateAndWithoutGrantDoNoHarm() throws Exception {
    Upload file = pdf("hai lần.pdf", "twice");
    JsonNode grant = grant("SCT", criteria("SCT").get(1), file, 201);
    assertEquals(200, put(grant, file.bytes()));
    settle();
    String key = campaign + "/SCT/" + grant.path("evidenceId").asString();
    long entries = entries("SCT");
    Meter.Reading before = Meter.read();
    system.lambdas().invoke("EvidenceArrivedFunction", created(key, Instant.now()));
    system.lambdas().invoke("EvidenceScannedFunction", scanned(key, Instant.now()));
    assertEquals(entries, entries("SCT"));
    assertEquals(0, Meter.read().since(before).bytesDown());

    String unknown = campaign + "/SCT/" + "0".repeat(32);
    try {
      system.lambdas().invoke("EvidenceArrivedFunction", created(unknown, Instant.now()));
      throw new AssertionError("an event before its grant must come again");
    } catch (LambdaFailed comesAgain) {
      assertTrue(
          strays().stream().noneMatch(stray -> stray.path("key").asString().equals(unknown)));
    }
    Instant old = Instant.now().minusSeconds(30);
    system.lambdas().invoke("EvidenceArrivedFunction", created(unknown, old));
    system.lambdas().invoke("EvidenceArrivedFunction", created(unknown, old));
    String odd = campaign + "/anything else";
    system.lambdas().invoke("EvidenceArrivedFunction", created(odd, old));
    List<JsonNode> strays = strays();
    assertEquals(1, strays.stream().filter(s -> s.path("key").asString().equals(unknown)).count());
    assertEquals(1, strays.stream().filter(s -> s.path("key").asString().equals(odd)).count());
    assertEquals(
        403, call("unit-SCT", "GET", "/campaigns/" + campaign + "/evidence-strays", "").status());
  }

  @Test
  void aStampOfAStateSecretClosesAFileUntilTheOfficeReleasesIt() throws Exception {
    String id = upload("STP", new Upload("van-ban.pdf", "application/pdf", stamped()));
    String other = upload("STP", pdf("hong.pdf", "no pages"));
    settle();
    String file = unit("STP") + "/evidence/" + id;
    Answer facts = call("appraiser2", "GET", file + "/facts", "");
    assertEquals(200, facts.status(), facts.body()::toString);
    assertEquals(1, facts.body().path("pages").asInt());
    assertEquals("có lớp văn bản", facts.body().path("layer").path("vi").asString());
    assertEquals("SECRET", facts.body().path("stamp").path("degree").asString());
    assertTrue(facts.body().path("stamp").path("held").asBoolean());
    assertEquals(0, facts.body().path("signatures").size());
    assertEquals(
        "BROKEN",
        call("unit-STP", "GET", unit("STP") + "/evidence/" + other + "/facts", "")
            .body()
            .path("unreadable")
            .path("code")
            .asString());
    assertEquals(403, call("unit-SCT", "GET", file + "/facts", "").status());

    for (String user : List.of("unit-STP", "office", "appraiser2")) {
      Answer held = call(user, "GET", file + "/content", "");
      assertEquals(409, held.status());
      assertTrue(held.body().path("type").asString().endsWith("file-held"));
    }
    String key = campaign + "/STP/" + Sha256.hex(stamped());
    JsonNode stray =
        strays().stream()
            .filter(one -> one.path("key").asString().equals(key))
            .findFirst()
            .orElseThrow();
    assertEquals("SECRET_STAMP", stray.path("reason").asString());

    String why = "{\"reason\":\"Chữ MẬT là tên dự án\"}";
    assertEquals(403, call("unit-STP", "POST", file + "/release", why).status());
    assertEquals(400, call("office", "POST", file + "/release", "{}").status());
    Answer released = call("office", "POST", file + "/release", why);
    assertEquals(200, released.status(), released.body()::toString);
    assertFalse(released.body().path("stamp").path("held").asBoolean());
    assertEquals(303, call("unit-STP", "GET", file + "/content", "").status());
    // The same event again reads nothing and closes nothing.
    Meter.Reading before = Meter.read();
    system.lambdas().invoke("ReadFileFunction", created(key, Instant.now()));
    assertEquals(0, Meter.read().since(before).bytesDown());
    assertEquals(303, call("unit-STP", "GET", file + "/content", "").status());
    assertTrue(
        call("unit-STP", "GET", unit("STP") + "/ledger?limit=500", "")
            .body()
            .toString()
            .contains("FILE_RELEASED"));
  }

  /** Last, since another test is the first to verify anything. */
  @Test
  @Order(Integer.MAX_VALUE)
  void twoBodiesTakeAFileDownAndEverythingStillVerifies() throws Exception {
    Upload secret = pdf("mat.pdf", "taken down");
    String id = upload("SLDTBXH", secret);
    String twin = upload("SYT", pdf("mat-2.pdf", "taken down"));
    settle();
    String file = unit("SLDTBXH") + "/evidence/" + id;
    String link = call("appraiser2", "GET", file + "/content", "").location();
    String order =
        "{\"reason\":\"Có dấu TỐI"
            + " MẬT\",\"decision\":{\"number\":\"12/STTTT\",\"date\":\"2020-08-01\"}}";
    String confirm = "{\"confirm\":true}";
    assertEquals(404, call("unit-SLDTBXH", "GET", file + "/takedown", "").status());
    assertEquals(403, call("unit-SLDTBXH", "POST", file + "/takedown", order).status());
    assertEquals(400, call("office", "POST", file + "/takedown", "{}").status());
    assertEquals(404, call("deputy", "POST", file + "/takedown/decision", confirm).status());
    Answer asked = call("office", "POST", file + "/takedown", order);
    assertEquals(201, asked.status(), asked.body()::toString);
    assertEquals("ASKED", asked.body().path("state").asString());
    assertEquals(409, call("appraiser2", "GET", file + "/content", "").status());
    assertEquals(403, call("office", "POST", file + "/takedown/decision", confirm).status());
    assertEquals(
        1,
        call("deputy", "GET", "/campaigns/" + campaign + "/takedowns", "")
            .body()
            .path("items")
            .size());

    Answer confirmed = call("deputy", "POST", file + "/takedown/decision", confirm);
    assertEquals(200, confirmed.status(), confirmed.body()::toString);
    Answer gone = call("appraiser2", "GET", file + "/content", "");
    assertEquals(410, gone.status());
    assertTrue(gone.body().path("detail").asString().contains("12/STTTT"), gone.body()::toString);
    assertEquals(410, call("unit-SLDTBXH", "GET", file + "/facts", "").status());
    system.scheduler().runNow("TakeDownFilesFunction");
    assertEquals(
        "REMOVED",
        call("unit-SLDTBXH", "GET", file + "/takedown", "").body().path("state").asString());
    assertEquals(404, got(link), "a link that was given before");
    assertEquals(
        303, call("unit-SYT", "GET", unit("SYT") + "/evidence/" + twin + "/content", "").status());

    for (String reader : List.of("unit-SLDTBXH", "appraiser2")) {
      JsonNode told =
          evidence("SLDTBXH", reader).stream()
              .filter(one -> one.path("evidenceId").asString().equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals("REJECTED", told.path("state").asString());
      assertEquals("file-taken-down", told.path("reason").asString());
      assertEquals("12/STTTT", told.path("takenDown").path("number").asString());
      assertEquals(Sha256.hex(secret.bytes()), told.path("sha256").asString());
    }
    Answer again =
        call("unit-STNMT", "POST", unit("STNMT") + "/evidence", declaration("I.1", secret));
    assertEquals(422, again.status(), again.body()::toString);
    assertTrue(again.body().path("type").asString().endsWith("upload-taken-down"));

    Meter.Reading before = Meter.read();
    system.scheduler().runNow("TakeDownFilesFunction");
    assertEquals(0, Meter.read().since(before).requests().getOrDefault("S3.DeleteObject", 0L));
    JsonNode verified = verified("/campaigns/" + campaign + "/evidence-verification");
    assertFalse(verified.path("differences").toString().contains("SLDTBXH"), verified::toString);
    JsonNode excused = verified.path("takenDown").path(0);
    assertEquals(id, excused.path("evidenceId").asString(), verified::toString);
    assertEquals("12/STTTT", excused.path("decision").path("number").asString());
  }

  private static int got(String link) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** One page with a line that is a stamp, in the letters of VNI. */
  private static byte[] stamped() {
    String page = "BT /F 12 Tf 72 700 Td (S\\355: 12) Tj 0 -30 Td (MA\\304T) Tj ET";
    return latin(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            + "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
            + ("4 0 obj<</Length " + page.length() + ">>stream\n" + page + "\nendstream endobj\n")
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman"
            + "/Encoding/WinAnsiEncoding>>endobj\n"
            + "trailer<</Root 1 0 R/Size 6>>\n%%EOF");
  }

  @Test
  void theOfficeSeesSharedFilesAndWhatWasSwapped() throws Exception {
    Upload copied = pdf("chép.pdf", "copied");
    String first = upload("SGTVT", copied);
    upload("SVHTT", copied);
    settle();
    assertEquals("[\"SVHTT\"]", sharedWith("appraiser2", "SGTVT", first));
    assertTrue(evidence("SGTVT", "unit-SGTVT").getFirst().path("sharedWith").isMissingNode());
    String list = "/campaigns/" + campaign + "/shared-evidence";
    assertEquals(
        1,
        list(call("office", "GET", list, "").body().path("items")).stream()
            .filter(shared -> shared.toString().contains("SVHTT"))
            .count());
    assertEquals(403, call("unit-SGTVT", "GET", list, "").status());

    String verification = "/campaigns/" + campaign + "/evidence-verification";
    Answer never = call("office", "GET", verification, "");
    assertEquals(404, never.status());
    assertEquals("urn:minhbach:problem:" + "no-audit", never.body().path("type").asString());
    Meter.Reading before = Meter.read();
    JsonNode clean = verified(verification);
    Meter.Reading read = Meter.read().since(before);
    assertEquals(
        clean.path("filesRead").asLong(),
        read.requests().get("S3.GetObject"),
        "each kept file is read once: " + read);
    assertEquals(0, read.bytesUp());
    assertEquals(0, clean.path("differenceCount").asInt(), clean.toString());
    assertTrue(clean.path("filesRead").asInt() >= 2);
    String bucket = vault();
    system
        .s3()
        .client()
        .putObject(
            put -> put.bucket(bucket).key(campaign + "/SGTVT/" + Sha256.hex(copied.bytes())),
            RequestBody.fromString("%PDF-swapped"));
    system
        .s3()
        .client()
        .deleteObject(
            delete -> delete.bucket(bucket).key(campaign + "/SVHTT/" + Sha256.hex(copied.bytes())));
    JsonNode differences = verified(verification).path("differences");
    assertEquals(2, differences.size(), differences.toString());
    assertEquals("BYTES", differences.path(0).path("kind").asString());
    assertEquals("MISSING", differences.path(1).path("kind").asString());
  }

  @Test
  void memberOfTheTeamLearnsNothingOfWhatTheirOwnUnitShares() throws Exception {
    Upload copied = pdf("chung.pdf", "shared by three");
    String read = upload("SGDDT", copied);
    upload("SKHCN", copied);
    upload("STNMT", copied);
    Upload pair = pdf("đôi.pdf", "shared by two");
    String paired = upload("SGDDT", pair);
    upload("SKHCN", pair);
    settle();
    String path = "/campaigns/" + campaign + "/shared-evidence";

    assertEquals("[\"SKHCN\",\"STNMT\"]", sharedWith("appraiser2", "SGDDT", read));
    assertEquals("[\"SKHCN\"]", sharedWith("appraiser2", "SGDDT", paired));
    assertTrue(call("appraiser2", "GET", path, "").body().toString().contains("SKHCN"));

    // SKHCN employs appraiser3.
    assertEquals("[\"STNMT\"]", sharedWith("appraiser3", "SGDDT", read));
    assertEquals("", sharedWith("appraiser3", "SGDDT", paired));
    assertFalse(call("appraiser3", "GET", path, "").body().toString().contains("SKHCN"));
    assertEquals(403, call("appraiser3", "GET", unit("SKHCN") + "/evidence", "").status());
  }

  private static String sharedWith(String user, String code, String id) throws Exception {
    return evidence(code, user).stream()
        .filter(file -> file.path("evidenceId").asString().equals(id))
        .findFirst()
        .map(file -> file.path("sharedWith"))
        .filter(shared -> !shared.isMissingNode())
        .map(JsonNode::toString)
        .orElse("");
  }

  /** Uploads a file and opens it; the header under which a browser would save it. */
  private static String opened(String code, Upload file) throws Exception {
    String id = upload(code, file);
    settle();
    Answer opened = call("office", "GET", unit(code) + "/evidence/" + id + "/content", "");
    assertEquals(303, opened.status());
    HttpResponse<byte[]> got =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(opened.location())).build(),
            BodyHandlers.ofByteArray());
    assertEquals("application/pdf", got.headers().firstValue("content-type").orElse(""));
    assertEquals(Optional.empty(), got.headers().firstValue("set-cookie"));
    return got.headers().firstValue("content-disposition").orElse("");
  }

  private static JsonNode verified(String path) throws Exception {
    assertEquals(202, call("office", "POST", path, "{}").status());
    for (int i = 0; i < 20; i++) {
      system.scheduler().runNow("KeepDeadlinesFunction");
      JsonNode run = call("office", "GET", path, "").body();
      if (run.path("state").asString().equals("FINISHED")) {
        return run;
      }
    }
    throw new AssertionError("the verification does not end");
  }

  private static String vault() {
    return system.template().buckets().stream()
        .filter(bucket -> bucket.id().equals("EvidenceBucket"))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static String upload(String code, Upload file) throws Exception {
    JsonNode grant = grant(code, criteria(code).getFirst(), file, 201);
    assertEquals(200, put(grant, file.bytes()));
    return grant.path("evidenceId").asString();
  }

  private static int named(String criterion, String name) throws Exception {
    return call(
            "unit-SXD", "POST", unit("SXD") + "/evidence", declaration(criterion, pdf(name, name)))
        .status();
  }

  private static List<JsonNode> strays() throws Exception {
    return list(
        call("office", "GET", "/campaigns/" + campaign + "/evidence-strays", "")
            .body()
            .path("items"));
  }

  private static long entries(String code) throws Exception {
    return call("unit-SCT", "GET", unit(code) + "/ledger?limit=500", "")
        .body()
        .path("items")
        .size();
  }

  private static byte[] created(String key, Instant time) {
    ObjectNode event = JSON.createObjectNode();
    event.put("source", "aws.s3").put("detail-type", "Object Created").put("time", "" + time);
    event.putObject("detail").putObject("object").put("key", key);
    return JSON.writeValueAsBytes(event);
  }

  private static byte[] scanned(String key, Instant time) {
    ObjectNode event = JSON.createObjectNode();
    event.put("source", "aws.guardduty").put("time", "" + time);
    ObjectNode detail = event.putObject("detail");
    detail.putObject("s3ObjectDetails").put("objectKey", key);
    detail.putObject("scanResultDetails").put("scanResultStatus", "THREATS_FOUND");
    return JSON.writeValueAsBytes(event);
  }

  private static void settle() throws InterruptedException {
    assertTrue(system.awaitQuiet(Duration.ofSeconds(90)));
  }

  private record Upload(String name, String type, byte[] bytes) {}

  private record Answer(int status, JsonNode body, String location) {}

  private static Upload mixed(int i) throws IOException {
    byte[] filler = new byte[1000 * (i + 1)];
    new Random(i).nextBytes(filler);
    byte[] text = ("file " + i).getBytes(StandardCharsets.US_ASCII);
    return switch (i % 4) {
      case 0 ->
          new Upload(i + ".pdf", "application/pdf", joined(latin("%PDF-1.7\n"), text, filler));
      case 1 -> new Upload(i + ".png", "image/png", joined(latin("\u0089PNG\r\n\u001a\n"), filler));
      case 2 -> new Upload(i + ".jpg", "image/jpeg", joined(latin("\u00ff\u00d8\u00ff"), filler));
      default -> new Upload(i + ".docx", DOCX, zip("word/document.xml", "word/" + i));
    };
  }

  private static Upload pdf(String name, String text) {
    return new Upload(
        name,
        "application/pdf",
        joined(latin("%PDF-1.7\n"), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] infected() {
    return joined(latin("%PDF-1.7\n"), EicarCheck.testFile());
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      for (int i = 0; i < 50; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String unit(String code) {
    return "/campaigns/" + campaign + "/units/" + code;
  }

  private static List<String> criteria(String code) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode group :
        call("unit-" + code, "GET", unit(code) + "/form", "").body().path("groups")) {
      for (JsonNode criterion : group.path("criteria")) {
        ids.add(criterion.path("id").asString());
      }
    }
    return ids;
  }

  private static List<JsonNode> evidence(String code, String user) throws Exception {
    return list(call(user, "GET", unit(code) + "/evidence", "").body().path("items"));
  }

  private static List<JsonNode> list(JsonNode items) {
    List<JsonNode> list = new ArrayList<>();
    for (Iterator<JsonNode> all = items.iterator(); all.hasNext(); ) {
      list.add(all.next());
    }
    return list;
  }

  private static JsonNode grant(String code, String criterion, Upload file, int status)
      throws Exception {
    Answer answer =
        call("unit-" + code, "POST", unit(code) + "/evidence", declaration(criterion, file));
    assertEquals(status, answer.status(), answer.body().toString());
    return answer.body();
  }

  private static String declaration(String criterion, Upload file) {
    return JSON.createObjectNode()
        .put("criterion", criterion)
        .put("fileName", file.name())
        .put("contentType", file.type())
        .put("sizeBytes", file.bytes().length)
        .put("sha256", Sha256.hex(file.bytes()))
        .toString();
  }

  private static int put(JsonNode grant, byte[] body) throws Exception {
    JsonNode upload = grant.path("upload");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asString()))
            .PUT(BodyPublishers.ofByteArray(body));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static Answer call(String user, String method, String path, String body)
      throws Exception {
    return call(user, method, path, body, "");
  }

  private static Answer call(String user, String method, String path, String body, String ifMatch)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.url() + path));
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    HttpResponse<String> answer =
        HTTP.send(
            request
                .header(
                    "Authorization", "Bearer " + TOKENS.computeIfAbsent(user, system.oidc()::token))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()),
        answer.headers().firstValue("location").orElse(""));
  }
}
