package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.local.whole.Refusals.at;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.oidc.LocalOidc;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;
import vn.minhbach.local.whole.Refusals.Fault;

/** Who asks, what they have read, and whether they have asked before. */
@Tag("system")
@Timeout(300)
class BadRequestTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNIT = Province.DEPARTMENT;
  private static final String GOOD = "{\"inputs\":{\"a\":1,\"b\":2}}";
  private static final String OTHER = "{\"inputs\":{\"a\":2,\"b\":2}}";

  private static Province province;
  private static Refusals refusals;

  @BeforeAll
  static void open() {
    province = Province.open(SYSTEM.http(), "bad-requests");
    refusals = new Refusals(SYSTEM.get());
  }

  @Test
  void refusesWhoeverHasNoGoodToken() throws Exception {
    LocalOidc oidc = SYSTEM.get().oidc();
    try (LocalOidc foreign = LocalOidc.start(0)) {
      for (String authorization :
          new String[] {
            null,
            "",
            "Bearer",
            "Bearer x.y.z",
            "Basic b2ZmaWNlOng=",
            "Bearer " + oidc.token("office", Duration.ofMinutes(-5)),
            "Bearer " + foreign.token("office"),
            "Bearer " + signedByAnother(oidc.token("office")),
            "Bearer " + oidc.token(claims(oidc, "another-app", "id"), Duration.ofHours(1)),
            "Bearer " + oidc.token("office").replaceFirst("\\.[^.]*$", ".")
          }) {
        Call call = province.as("", "GET", "/units/SKHCN/form");
        Answer answer =
            (authorization == null ? call : call.header("Authorization", authorization)).send();
        assertEquals("{\"message\":\"Unauthorized\"}", answer.text(), authorization);
        assertEquals(401, answer.status(), authorization);
      }
    }
    // An access token is signed as well, but does not say who acts for which unit.
    Map<String, Object> access = claims(oidc, LocalOidc.AUDIENCE, "access");
    refusals.refused(
        province
            .as("", "GET", "/progress")
            .header("Authorization", "Bearer " + oidc.token(access, Duration.ofHours(1))),
        403,
        AccessProblem.NOT_ALLOWED);
  }

  private static Map<String, Object> claims(LocalOidc oidc, String audience, String use) {
    return Map.of(
        "sub", "office",
        "iss", oidc.issuer().toString(),
        "aud", List.of(audience),
        "token_use", use,
        "cognito:groups", List.of("office"));
  }

  /** The same header and claims under a key that is not the issuer's. */
  private static String signedByAnother(String token) throws Exception {
    String[] parts = token.split("\\.");
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(generator.generateKeyPair().getPrivate());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    return parts[0] + "." + parts[1] + "." + encoded;
  }

  @Test
  void refusesTheFormOfAnotherUnit() {
    for (String user : new String[] {"unit-SNV", "signer-SNV", "unit-STTTT", "unit-193"}) {
      refusals.refused(
          province.as(user, "GET", "/units/SKHCN/form"), 403, AccessProblem.OTHER_UNIT);
      refusals.refused(
          province.as(user, "GET", "/units/SKHCN/evidence"), 403, AccessProblem.OTHER_UNIT);
    }
    refusals.refused(
        province.as("unit-SNV", "PUT", "/units/SKHCN/answers/I.2").json(GOOD),
        403,
        AccessProblem.OTHER_UNIT);
    refusals.refused(
        province.as("unit-SNV", "POST", "/units/SKHCN/submission").json(Province.SIGNED),
        403,
        AccessProblem.OTHER_UNIT);
    refusals.refused(
        // It types for communes, from their paper; a department speaks for itself.
        province.as("office", "PUT", "/units/SKHCN/answers/I.2").json(GOOD),
        403,
        AccessProblem.OTHER_UNIT);
    refusals.refused(
        province.as("signer-SKHCN", "PUT", "/units/SKHCN/answers/I.2").json(GOOD),
        403,
        AccessProblem.NOT_ALLOWED);
    // The office is employed by STTTT, which is ranked itself.
    refusals.refused(
        province.as("office", "GET", "/units/STTTT/form"), 403, AccessProblem.OWN_UNIT);
    refusals.refused(
        province.as("office", "GET", "/draft/rankings/1"), 403, AccessProblem.OWN_GROUP_DRAFT);
    refusals.refused(
        province.as("unit-196", "GET", "/units/06649/form"), 403, AccessProblem.OTHER_UNIT);
  }

  @Test
  void refusesToOverwriteWhatTheWriterHasNotRead() {
    Answer first =
        province
            .own(UNIT, "PUT", "/answers/I.2")
            .header("If-None-Match", "*")
            .json(GOOD)
            .expect(200);
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").json(OTHER), 428, WriteProblem.IF_MATCH_REQUIRED);
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").header("If-None-Match", "*").json(OTHER),
        428,
        WriteProblem.IF_MATCH_REQUIRED);
    for (String any : new String[] {"*", "\"*\""}) {
      refusals.refused(
          province.own(UNIT, "PUT", "/answers/I.2").ifMatch(any).json(OTHER),
          428,
          WriteProblem.IF_MATCH_ANY);
    }
    for (String stale : new String[] {"\"a99\"", "a99", "W/\"a99\"", "\"\"", "nonsense"}) {
      refusals.refused(
          province.own(UNIT, "PUT", "/answers/I.2").ifMatch(stale).json(OTHER),
          412,
          WriteProblem.STALE);
    }
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.4").ifMatch("\"a1\"").json(GOOD),
        412,
        WriteProblem.STALE);
    var before = new Stored(SYSTEM.get()).about("bad-requests");
    Answer again = province.own(UNIT, "PUT", "/answers/I.2").json(GOOD).expect(200);
    assertEquals(first.etag(), again.etag());
    Stored.assertSame(
        before, new Stored(SYSTEM.get()).about("bad-requests"), "the same again writes nothing");
    Answer second =
        province.own(UNIT, "PUT", "/answers/I.2").ifMatch(first.etag()).json(OTHER).expect(200);
    assertNotEquals(first.etag(), second.etag());
    refusals.refused(
        province.own(UNIT, "PUT", "/answers/I.2").ifMatch(first.etag()).json(GOOD),
        412,
        WriteProblem.STALE);
  }

  @Test
  void refusesToWithdrawWhatTheWriterHasNotRead() {
    byte[] file = Upload.pdf("withdrawn");
    JsonNode grant =
        new Upload(province, UNIT).granted(Upload.declared("I.6", "rút lại.pdf", file));
    String path = "/evidence/" + grant.get("evidenceId").asString();
    refusals.refused(province.own(UNIT, "DELETE", path), 428, WriteProblem.IF_MATCH_REQUIRED);
    refusals.refused(province.own(UNIT, "DELETE", path).ifMatch("\"e9\""), 412, WriteProblem.STALE);
    refusals.refused(
        province.own(UNIT, "GET", path + "/content"), 409, CustodyProblem.EVIDENCE_NOT_OPEN);
    refusals.refused(
        province.own(UNIT, "DELETE", "/evidence/" + "0".repeat(32)),
        404,
        EvidenceProblem.UNKNOWN_EVIDENCE);
    refusals.refused(
        province.own(UNIT, "GET", "/evidence/none/content"), 404, EvidenceProblem.UNKNOWN_EVIDENCE);
    String etag = "\"" + grant.get("etag").asString() + "\"";
    assertEquals(
        "WITHDRAWN", province.own(UNIT, "DELETE", path).ifMatch(etag).expect(200).at("/state"));
    assertEquals(
        "WITHDRAWN", province.own(UNIT, "DELETE", path).ifMatch(etag).expect(200).at("/state"));
  }

  @Test
  void aKeyReplaysItsRequestAndNoOther() {
    Map<String, Object> file = Upload.declared("I.7", "một lần.pdf", Upload.pdf("once"));
    Call call = province.own(UNIT, "POST", "/evidence").key("once-1").json(file);
    JsonNode first = call.expect(201).json();
    var before = new Stored(SYSTEM.get()).about("bad-requests");
    JsonNode again = call.expect(201).json();
    assertEquals(first.get("evidenceId"), again.get("evidenceId"));
    assertTrue(again.at("/upload/url").asString().startsWith("http"), "signed anew");
    Stored.assertSame(
        before, new Stored(SYSTEM.get()).about("bad-requests"), "a replay writes nothing");
    file.put("page", "4");
    refusals.refused(
        province.own(UNIT, "POST", "/evidence").key("once-1").json(file),
        422,
        WriteProblem.KEY_REUSED);
    // Another user's key of the same letters is another key.
    Answer other =
        province
            .own(Province.OTHER_DEPARTMENT, "POST", "/evidence")
            .key("once-1")
            .json(file)
            .expect(201);
    assertNotEquals(first.get("evidenceId").asString(), other.at("/evidenceId"));
  }

  @Test
  void concurrentReplaysTakeEffectOnce() throws Exception {
    Map<String, Object> file = Upload.declared("I.8", "cùng lúc.pdf", Upload.pdf("at once"));
    Stored stored = new Stored(SYSTEM.get());
    String partition = "C#bad-requests#U#SKHCN ";
    long before = stored.count(partition, "EVIDENCE#");
    long entries = stored.count(partition, "LEDGER#");
    List<Answer> answers =
        atOnce(8, () -> province.own(UNIT, "POST", "/evidence").key("crowd").json(file).send());
    for (Answer answer : answers) {
      assertEquals(201, answer.status(), answer.text());
      assertEquals(answers.getFirst().at("/evidenceId"), answer.at("/evidenceId"));
    }
    assertEquals(before + 1, stored.count(partition, "EVIDENCE#"));
    assertEquals(entries + 1, stored.count(partition, "LEDGER#"));
    var settings = Province.settings("crowd");
    List<Answer> created =
        atOnce(
            4,
            () ->
                province
                    .http
                    .as("office", "POST", "/campaigns")
                    .key("crowd")
                    .json(settings)
                    .send());
    created.forEach(answer -> assertEquals(201, answer.status(), answer.text()));
    assertEquals(1, stored.count("C#crowd#CAMPAIGN ", "LEDGER#"));
  }

  @Test
  void concurrentWritersOfOneAnswerNeverOverwriteEachOther() throws Exception {
    List<Answer> answers = new ArrayList<>();
    Stored stored = new Stored(SYSTEM.get());
    long entries = stored.count("C#bad-requests#U#STTTT ", "LEDGER#");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> writers =
          IntStream.rangeClosed(1, 6)
              .<Callable<Answer>>mapToObj(a ->
                  () ->
                      province
                          .own(Province.OTHER_DEPARTMENT, "PUT", "/answers/I.2")
                          .json("{\"inputs\":{\"a\":" + a + ",\"b\":9}}")
                          .send())
              .toList();
      for (var writer : threads.invokeAll(writers)) {
        answers.add(writer.get());
      }
    }
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(5, answers.stream().filter(answer -> answer.status() == 428).count());
    assertEquals(entries + 1, stored.count("C#bad-requests#U#STTTT ", "LEDGER#"));
  }

  private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void refusesKeysThatCanBeNone() {
    Map<String, Object> file = Upload.declared("I.8", "khóa.pdf", Upload.pdf("key"));
    for (String key : new String[] {"a b", "x".repeat(201), " "}) {
      refusals.refused(
          province.own(UNIT, "POST", "/evidence").key(key).json(file),
          400,
          RequestProblem.INVALID_HEADER);
    }
  }

  @Test
  void refusesFilesThatCannotBeTaken() {
    file(
        "contentType",
        "application/x-msdownload",
        at("contentType", CustodyProblem.FILE_TYPE_REFUSED));
    file("contentType", 7, at("contentType", InputProblem.WRONG_TYPE));
    file("sizeBytes", 20 * 1024 * 1024 + 1, at("sizeBytes", CustodyProblem.FILE_TOO_LARGE));
    file("sizeBytes", 0, at("sizeBytes", InputProblem.OUT_OF_RANGE));
    file("sizeBytes", -1, at("sizeBytes", InputProblem.NEGATIVE));
    file("sizeBytes", 1.5, at("sizeBytes", InputProblem.NOT_A_WHOLE_NUMBER));
    file("sizeBytes", "12", at("sizeBytes", InputProblem.WRONG_TYPE));
    file("sha256", "abc", at("sha256", FileProblem.BAD_SHA256));
    file("sha256", "g".repeat(64), at("sha256", FileProblem.BAD_SHA256));
    file("sha256", null, at("sha256", InputProblem.MISSING_FIELD));
    for (String name : new String[] {"a/b.pdf", "..", "a\\b.pdf", "a\nb.pdf", "\u202Efdp.exe"}) {
      file("fileName", name, at("fileName", FileProblem.BAD_FILE_NAME));
    }
    file("fileName", " ", at("fileName", InputProblem.BLANK));
    file("criterion", "I 1", at("criterion", InputProblem.BAD_CODE));
    file("folder", "x", at("folder", InputProblem.UNKNOWN_FIELD));
    file("page", true, at("page", InputProblem.WRONG_TYPE));
    var unknown = Upload.declared("X.9", "a.pdf", Upload.pdf("x"));
    refusals.refused(
        province.own(UNIT, "POST", "/evidence").json(unknown),
        404,
        CriteriaProblem.UNKNOWN_CRITERION);
    refusals.refused(
        province.own(UNIT, "POST", "/evidence").json("{}"),
        400,
        InputProblem.INVALID_BODY,
        at("criterion", InputProblem.ONE_OF_TWO),
        at("fileName", InputProblem.MISSING_FIELD),
        at("contentType", InputProblem.MISSING_FIELD),
        at("sizeBytes", InputProblem.MISSING_FIELD),
        at("sha256", InputProblem.MISSING_FIELD));
  }

  private static void file(String field, Object value, Fault fault) {
    var body = Upload.declared("I.3", "a.pdf", Upload.pdf("x"));
    body.put(field, value);
    refusals.refused(
        province.own(UNIT, "POST", "/evidence").json(body), 400, InputProblem.INVALID_BODY, fault);
  }

  @Test
  void refusesMoreThanAUnitMayUpload() {
    var settings = Province.settings("small-vault");
    settings.put(
        "uploadLimits",
        Map.of(
            "fileBytesMax", 100, "unitBytesMax", 150, "contentTypes", List.of("application/pdf")));
    Province small = Province.created(SYSTEM.http(), settings).filled().opened();
    byte[] first = Upload.pdf("x".repeat(30));
    new Upload(small, UNIT).granted(Upload.declared("I.1", "1.pdf", first));
    refusals.refused(
        small
            .own(UNIT, "POST", "/evidence")
            .json(Upload.declared("I.1", "2.pdf", Upload.pdf("y".repeat(45)))),
        422,
        CustodyProblem.TOO_MUCH_EVIDENCE);
  }

  @Test
  void refusesPagesThatCannotBe() {
    for (String query :
        new String[] {"limit=0", "limit=501", "limit=ten", "cursor=-1", "cursor=x", "limit=1e9"}) {
      refusals.refused(
          province.own(UNIT, "GET", "/ledger?" + query), 400, RequestProblem.INVALID_PARAMETER);
    }
    refusals.refused(
        province.as("approver", "GET", "/draft/rankings/4"), 404, CriteriaProblem.UNKNOWN_GROUP);
    refusals.refused(province.as("", "GET", "/rankings/0"), 404, CriteriaProblem.UNKNOWN_GROUP);
    assertEquals(
        "{\"message\":\"Not Found\"}", province.as("office", "GET", "/nothing").expect(404).text());
  }
}
