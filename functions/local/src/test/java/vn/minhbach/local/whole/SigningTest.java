package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.local.whole.Http.Answer;

/** Clerk, check code, head: by account and on paper, over HTTP. */
@Tag("system")
@Timeout(300)
class SigningTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String SIGNED_BY =
      "\"signedBy\":{\"name\":\"Nguyễn Văn An\",\"title\":\"Giám đốc\"}";

  @AfterEach
  void backToTheOpening() {
    SYSTEM.get().clock().set(SharedSystem.OPENING);
  }

  @Test
  void clerkClosesAndTheHeadSignsByTheCode() throws Exception {
    Province province = Province.open(SYSTEM.http(), "sign-account");
    String unit = Province.OTHER_DEPARTMENT;
    province.answerAll(unit, 6);
    byte[] file = Upload.pdf("sign-account");
    new Upload(province, unit).through(Upload.declared("I.1", "Quyết định 45.pdf", file), file);
    assertEquals("urn:minhbach:problem:if-match-required", closing(province, unit, null, 428));
    String etag = province.formEtag(unit);
    Answer closed = close(province, unit, etag).expect(200);
    String old = closed.at("/checkCode");
    assertTrue(old.matches("(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}"), old);
    assertEquals(closed.json(), close(province, unit, etag).expect(200).json(), "answered alike");
    assertTrue(text(print(province, unit)).contains(old));

    assertTrue(SYSTEM.get().awaitQuiet(LONGEST));
    JsonNode line =
        province.as("office", "GET", "/progress?state=CLOSED").expect(200).json().at("/items/0");
    assertEquals("Đã chốt, chờ ký", line.get("stateVi").asString());
    assertEquals(closed.at("/signBy"), line.get("signBy").asString());
    assertFalse(line.get("signatureOverdue").asBoolean());
    assertFalse(line.has("submittedAt"));
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(5)));
    assertTrue(
        province
            .as("office", "GET", "/progress?state=CLOSED")
            .expect(200)
            .json()
            .at("/items/0/signatureOverdue")
            .asBoolean());
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(1)));

    JsonNode answer = province.form(unit).at("/groups/0/criteria/0/answer");
    province
        .own(unit, "PUT", "/answers/I.1")
        .ifMatch(answer.get("etag").asString())
        .json("{\"inputs\":{\"a\":187,\"b\":193}}")
        .expect(200);
    assertEquals("IN_PROGRESS", province.form(unit).get("state").asString());
    assertTrue(text(print(province, unit)).contains("BẢN NHÁP"));
    Answer stale = sign(province, "signer-STTTT", unit, "\"checkCode\":\"" + old + "\"", 412);
    assertEquals("urn:minhbach:problem:code-not-in-force", stale.at("/type"));
    assertEquals("answers.I.1", stale.at("/errors/0/place"));
    assertTrue(stale.at("/errors/0/detail").contains("a=187; b=193"), stale.text());
    assertTrue(stale.at("/errors/0/detail").contains("a=9; b=12"), stale.text());

    String code = close(province, unit, province.formEtag(unit)).expect(200).at("/checkCode");
    assertNotEquals(old, code);
    SYSTEM.get().clock().set(SharedSystem.OPENING.plus(Duration.ofDays(3)));
    Answer signed =
        sign(province, "signer-STTTT", unit, "\"checkCode\":\"" + code.toLowerCase() + "\"", 200);
    assertEquals("SUBMITTED", signed.at("/state"));
    assertEquals("2020-08-04T01:00", signed.at("/signature/sentAt").substring(0, 16));
    assertEquals("2020-08-06T01:00", signed.at("/signature/at").substring(0, 16));
    assertEquals(code, signed.at("/signature/checkCode"));
    sign(province, "signer-STTTT", unit, "\"checkCode\":\"" + code + "\"", 409);

    List<Entry> chain = new Chains(SYSTEM.get(), province).verified(unit);
    assertEquals(
        List.of("FORM_CLOSED", "FORM_CLOSED", "FORM_SUBMITTED"),
        chain.stream().map(Entry::kind).filter(kind -> kind.startsWith("FORM_")).toList());
    assertTrue(chain.stream().anyMatch(entry -> old.equals(entry.body().get("voidedCode"))));
    assertFalse(chain.toString().contains("Nguyễn Văn An"), "a name in the ledger");
    assertTrue(text(print(province, unit)).contains("Nguyễn Văn An"));
  }

  @Test
  void typistBringsWhatTheHeadSignedOnPaper() throws Exception {
    Province province = Province.open(SYSTEM.http(), "sign-paper");
    String unit = Province.COMMUNE;
    province
        .as("office", "PUT", "/accounts")
        .csv(
            """
            account,unit,role,name,title,from,until
            unit-06649,06649,typist,Trần Thị Lan,Văn phòng - thống kê,,
            signer-06649,06649,signer,Nguyễn Văn An,Chủ tịch,,
            unit-06652,06652,typist,Lê Thị Mai,Văn phòng - thống kê,,
            """)
        .expect(200);
    province.answerAll(unit, 6);
    String code = close(province, unit, province.formEtag(unit)).expect(200).at("/checkCode");
    byte[] scan = print(province, unit);
    String other = paper(province, Province.OTHER_COMMUNE, scan);
    String paper = paper(province, unit, scan);
    assertEquals("CLOSED", province.form(unit).get("state").asString());
    assertEquals(
        "signed-form", province.form(unit).at("/papers/0/purpose").asString(), "not evidence");

    String me = "unit-06649";
    String letter = ",\"letter\":{\"number\":\"15/BC-UBND\",\"date\":\"2020-08-03\"}";
    String coded = "\"checkCode\":\"" + code + "\"";
    assertEquals(
        "urn:minhbach:problem:signer-needed", sign(province, me, unit, coded, 403).at("/type"));
    String onPaper = coded + letter + ",\"signedEvidenceId\":\"" + paper + "\"";
    assertEquals(
        "urn:minhbach:problem:unknown-evidence",
        sign(province, me, unit, onPaper.replace(paper, other), 404).at("/type"));
    assertEquals(
        "checkCode",
        sign(province, me, unit, "\"signedEvidenceId\":\"" + paper + "\"" + letter, 400)
            .at("/errors/0/place"));
    Answer signed = sign(province, me, unit, onPaper, 200);
    assertEquals("AT_DISTRICT", signed.at("/state"));
    assertEquals(paper, signed.at("/signature/signedEvidenceId"));
    assertEquals("15/BC-UBND", signed.at("/signature/letter/number"));
    List<Entry> chain = new Chains(SYSTEM.get(), province).verified(unit);
    assertEquals(paper, chain.getLast().body().get("signedForm"));
    assertEquals(code, chain.getLast().body().get("checkCode"));
    assertFalse(chain.toString().contains("Nguyễn Văn An"), "a name in the ledger");
  }

  @Test
  void paperOfEveryGroupSaysWhatTheFormSays() throws Exception {
    Province province = Province.open(SYSTEM.http(), "sign-print");
    for (String unit :
        List.of(Province.DEPARTMENT, Province.DISTRICT, Province.COMMUNE, Province.OTHER_COMMUNE)) {
      String markup = "<b>Đã \"rà soát\"</b> & đối chiếu ]]> <script>alert('x')</script>";
      var first = new LinkedHashMap<String, Object>();
      first.put("inputs", Map.of("a", 187, "b", 193));
      first.put("note", markup);
      province.own(unit, "PUT", "/answers/I.1").json(first).expect(200);
      byte[] draft = print(province, unit);
      assertTrue(text(draft).contains("BẢN NHÁP – CHƯA CHỐT"), unit);
      province.answerAll(unit, 6);
      province
          .own(unit, "PUT", "/form-head")
          .json(
              Map.of(
                  "address",
                  "Số 3, đường Trần Hưng Đạo",
                  "staff",
                  Map.of("officials", 11, "civilServants", 9),
                  "residents",
                  8123,
                  "enterprises",
                  214,
                  "contact",
                  Map.of("name", "Trần Thị Lan", "phone", "0203 382 5000")))
          .expect(200);
      byte[] file = Upload.pdf("print " + unit);
      new Upload(province, unit)
          .through(
              Upload.declared("I.1", "Quyết định số 45-QĐ-UBND về trang bị máy tính.pdf", file),
              file);
      String code = close(province, unit, province.formEtag(unit)).expect(200).at("/checkCode");
      byte[] pdf = print(province, unit);
      keep(unit + "-draft.pdf", draft);
      keep(unit + ".pdf", pdf);
      assertTrue(pdf.length < 900_000, "answered without S3: " + pdf.length);
      String text = text(pdf);
      JsonNode form = province.form(unit);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        int pages = document.getNumberOfPages();
        assertEquals(pages + 1, text.split(code, -1).length - 1, "large, and on every foot");
        for (int page = 1; page <= pages; page++) {
          assertEquals(page > 1, numberedOnTop(document, page), "page " + page);
        }
      }
      assertFalse(text.contains("BẢN NHÁP"), "closed");
      for (String words :
          List.of(
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "PHIẾU TỰ ĐÁNH GIÁ",
              "131/KH-UBND",
              form.get("name").asString().toUpperCase().replace("UBND", "ỦY BAN NHÂN DÂN"),
              !unit.matches("\\d+") ? "THỦ TRƯỞNG ĐƠN VỊ" : "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
              "đóng dấu",
              "Địa chỉ: Số 3, đường Trần Hưng Đạo",
              "Biên chế: 20 người",
              "Quyết định số 45-QĐ-UBND về trang bị máy tính.pdf",
              "<b>Đã \"rà soát\"</b> & đối chiếu ]]> <script>alert('x')</script>",
              form.at("/score/points").asString().replace('.', ','),
              form.at("/closing/formHash").asString())) {
        assertTrue(squeezed(text).contains(squeezed(words)), () -> unit + ": " + words);
      }
      for (JsonNode group : form.get("groups")) {
        for (JsonNode criterion : group.get("criteria")) {
          String title = criterion.get("title").asString();
          assertTrue(squeezed(text).contains(squeezed(title)), () -> unit + ": " + title);
        }
      }
      Answer page =
          province.own(unit, "GET", "/form/print").header("accept", "text/html").expect(200);
      assertTrue(page.text().contains("&lt;script&gt;"), "escaped");
      assertFalse(page.text().contains("<script"), "escaped");
      assertTrue(page.text().contains(code));
    }
    assertEquals(403, province.as("unit-06652", "GET", "/units/06649/form/print").send().status());
  }

  private static String paper(Province province, String unit, byte[] scan) {
    var declared = new LinkedHashMap<>(Upload.declared("", "Phiếu đã ký, đóng dấu.pdf", scan));
    declared.remove("criterion");
    declared.put("purpose", "signed-form");
    JsonNode file = new Upload(province, unit).through(declared, scan);
    assertEquals("ACCEPTED", file.get("state").asString(), file.toString());
    return file.get("evidenceId").asString();
  }

  private static Http.Call close(Province province, String unit, String etag) {
    return province
        .own(unit, "POST", "/closing")
        .ifMatch(etag)
        .key("close-" + province.id + "-" + unit + "-" + etag)
        .json("{}");
  }

  private static String closing(Province province, String unit, String etag, int status) {
    return province.own(unit, "POST", "/closing").json("{}").expect(status).at("/type");
  }

  private static Answer sign(Province province, String user, String unit, String more, int status) {
    return province
        .as(user, "POST", "/units/" + unit + "/submission")
        .json("{" + SIGNED_BY + "," + more + "}")
        .expect(status);
  }

  private static byte[] print(Province province, String unit) {
    Answer answer = province.own(unit, "GET", "/form/print").expect(200);
    assertEquals("application/pdf", answer.headers().get("content-type"));
    return answer.bytes();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Whether the number of a page, and nothing else, stands in the middle of its top margin. */
  private static boolean numberedOnTop(PDDocument document, int page) throws IOException {
    var top = new PDFTextStripperByArea();
    float width = document.getPage(page - 1).getMediaBox().getWidth();
    float margin = 20 * 72 / 25.4f;
    // The text stands between margins of 30 and 15 mm: its middle is right of the sheet's.
    top.addRegion("left", new Rectangle2D.Float(0, 0, width / 2, margin));
    top.addRegion("middle", new Rectangle2D.Float(width / 2, 0, width / 20, margin));
    top.addRegion("right", new Rectangle2D.Float(width * 11 / 20, 0, width / 2, margin));
    top.extractRegions(document.getPage(page - 1));
    String number = top.getTextForRegion("middle").strip();
    assertEquals("", top.getTextForRegion("left").strip() + top.getTextForRegion("right").strip());
    return number.equals(Integer.toString(page));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Where somebody can look at it. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Path papers = Files.createDirectories(Path.of("target/papers"));
    Files.write(papers.resolve(name), pdf);
  }
}
