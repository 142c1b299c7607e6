package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.assess.custody.CustodyProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.local.EventBus;
import vn.minhbach.local.Faults;
import vn.minhbach.local.whole.Http.Answer;

/** The evidence lane when a unit runs wild, and when S3 is away. */
@Tag("system")
@Timeout(600)
class LaneUnderStressTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final int LIMIT = 120;

  /** How often the unit asks in that minute; each refusal reads all that was granted. */
  private static final int ASKED = Integer.getInteger("grants", 240);

  private static Province province;

  @BeforeAll
  static void open() {
    province = Province.open(SYSTEM.http(), "lane-stress");
    SYSTEM.get().bus().waitAtMost(Duration.ofMillis(100));
  }

  @AfterAll
  static void waitAsBefore() {
    SYSTEM.get().bus().waitAtMost(EventBus.LONGEST_WAIT);
  }

  @AfterEach
  void bringS3Back() {
    Faults.back();
  }

  @Test
  void ofManyMoreGrantsInMinuteThanTheLimitTheLimitIsGrantedAndNothingMore() {
    String unit = Province.COMMUNE;
    Instant now = SharedSystem.OPENING.plus(Duration.ofHours(1));
    int granted = 0;
    for (int i = 0; i < ASKED; i++) {
      if (i % 20 == 0) {
        // However slow this machine is, it is one minute.
        SYSTEM.get().clock().set(now);
      }
      Answer answer =
          province
              .own(unit, "POST", "/evidence")
              .json(Upload.declared("I.1", i + ".pdf", Upload.pdf("wild " + i)))
              .send();
      if (answer.status() == 201) {
        granted++;
        continue;
      }
      assertEquals(429, answer.status(), answer::text);
      assertEquals(
          "urn:minhbach:problem:" + CustodyProblem.TOO_MANY_GRANTS.slug(), answer.at("/type"));
      assertEquals("60", answer.headers().get("retry-after"));
      assertTrue(answer.at("/detail").contains("Chờ một phút"), answer::text);
    }
    assertEquals(LIMIT, granted);
    assertEquals(LIMIT, evidence(unit).size(), "a refusal leaves no record");
    assertEquals(LIMIT, entries(unit), "nor an entry");
    new Upload(province, Province.OTHER_COMMUNE)
        .granted(Upload.declared("I.1", "a.pdf", Upload.pdf("another unit")));
    SYSTEM.get().clock().set(now.plus(Duration.ofSeconds(90)));
    new Upload(province, unit)
        .granted(Upload.declared("I.1", "later.pdf", Upload.pdf("a minute later")));
  }

  @Test
  void nothingIsHalfWrittenWhileS3IsAwayAndAllEndsRightAfterwards() throws Exception {
    String unit = Province.DEPARTMENT;
    var upload = new Upload(province, unit);
    byte[] open = Upload.pdf("open");
    String opened =
        upload.through(Upload.declared("I.1", "mo.pdf", open), open).at("/evidenceId").asString();

    Faults.away(request -> request instanceof S3Request);
    byte[] file = Upload.pdf("away");
    JsonNode grant = upload.granted(Upload.declared("I.1", "xa.pdf", file));
    assertEquals(200, Upload.put(grant, file).status(), "a grant asks nothing of S3");
    String id = grant.get("evidenceId").asString();
    assertEquals(
        303,
        province.own(unit, "GET", "/evidence/" + opened + "/content").send().status(),
        "nor does an opening");
    SYSTEM.get().awaitQuiet(Duration.ofSeconds(60));
    assertTrue(
        List.of("AWAITED", "CHECKING").contains(upload.listed(id).get("state").asString()),
        "neither taken nor refused");

    Faults.back();
    SYSTEM.get().lambdas().invoke("EvidenceArrivedFunction", created(id));
    assertEquals("ACCEPTED", upload.settled(id).get("state").asString());
  }

  @Test
  void signatureThatCannotAskS3IsPutOffAndLeavesNothingBehind() {
    String unit = Province.COMMUNE;
    Province own = Province.open(SYSTEM.http(), "lane-away");
    own.answerAll(unit, 6);
    var upload = new Upload(own, unit);
    byte[] file = Upload.pdf("said to be on the way");
    JsonNode grant = upload.granted(Upload.declared("I.1", "dangden.pdf", file));
    String etag = own.formEtag(unit);
    long before = entries(own, unit);

    Faults.away(request -> request instanceof S3Request);
    Answer putOff = own.own(unit, "POST", "/submission").ifMatch(etag).json(Province.SIGNED).send();
    assertEquals(503, putOff.status(), putOff::text);
    assertFalse(putOff.headers().getOrDefault("retry-after", "").isEmpty());
    assertEquals(before, entries(own, unit), "no entry");
    assertEquals(etag, own.formEtag(unit), "the form is what it was");

    Faults.back();
    Answer missing =
        own.own(unit, "POST", "/submission").ifMatch(etag).json(Province.SIGNED).send();
    assertEquals(422, missing.status(), missing::text);
    assertTrue(missing.text().contains(SigningProblem.FILE_NOT_UPLOADED.slug()), missing::text);
    assertEquals(200, Upload.put(grant, file).status());
    assertEquals(
        "ACCEPTED", upload.settled(grant.get("evidenceId").asString()).get("state").asString());
    own.submit(unit);
  }

  @Test
  void fileIsPromotedWhenTheVaultIsBackThoughNoEventComesAgain() throws Exception {
    String unit = Province.OTHER_DEPARTMENT;
    var upload = new Upload(province, unit);
    byte[] file = Upload.pdf("promoted later");
    Faults.away(request -> request instanceof PutObjectRequest);
    JsonNode grant = upload.granted(Upload.declared("I.1", "sau.pdf", file));
    assertEquals(200, Upload.put(grant, file).status());
    SYSTEM.get().awaitQuiet(Duration.ofSeconds(60));
    String id = grant.get("evidenceId").asString();
    assertEquals("CHECKING", upload.listed(id).get("state").asString());
    assertEquals(
        409,
        province.own(unit, "GET", "/evidence/" + id + "/content").send().status(),
        "only what lies in the vault is opened");

    Faults.back();
    SYSTEM.get().scheduler().runNow("KeepDeadlinesFunction");
    assertEquals("ACCEPTED", upload.listed(id).get("state").asString());
  }

  private static List<JsonNode> evidence(String unit) {
    var all = new ArrayList<JsonNode>();
    province.own(unit, "GET", "/evidence").expect(200).json().get("items").forEach(all::add);
    return all;
  }

  private static long entries(String unit) {
    return entries(province, unit);
  }

  private static long entries(Province province, String unit) {
    return province.own(unit, "GET", "/ledger?limit=500").expect(200).json().get("items").size();
  }

  private static byte[] created(String id) {
    return Http.write(
            Map.of(
                "source",
                "aws.s3",
                "detail-type",
                "Object Created",
                "time",
                Instant.now().toString(),
                "detail",
                Map.of("object", Map.of("key", "lane-stress/" + Province.DEPARTMENT + "/" + id))))
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
