package vn.minhbach.local.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.correction.CorrectionProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.function.http.Route;
import vn.minhbach.local.Faults;

/**
 * One hand acts just before each single call of another, in turn: what threads find by luck is
 * tried here without exception.
 */
class EveryInterleavingTest {

  private static final int CALLS_MAX = 100;
  private static final String CAMPAIGN = "between";
  private static Province province;
  private static Province.Ground opened;

  private final String campaign = CAMPAIGN;
  private final List<Request.Reply> replies = new ArrayList<>();

  @BeforeAll
  static void start() {
    province = new Province(2);
    Plan.open(province, CAMPAIGN);
    opened = province.ground();
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  /** Tries the other hand before every call of the work; checks what came of it each time. */
  private void everywhere(Runnable ground, Runnable otherHand, Runnable work, Runnable check) {
    province.back(opened);
    ground.run();
    Province.Ground start = province.ground();
    for (int call = 1; call < CALLS_MAX; call++) {
      province.back(start);
      replies.clear();
      boolean came = Interloper.before(call, otherHand, work);
      if (!came) {
        assertTrue(call > 1, "the work makes calls");
        return;
      }
      check.run();
    }
    throw new AssertionError("it never ends");
  }

  private Runnable sends(int instance, Supplier<Request> request) {
    return () -> {
      Request.Reply reply = province.send(instance, request.get());
      replies.add(reply);
    };
  }

  private Request save(int number, String etag) {
    return Plan.save(campaign, "SA", "I.1", Plan.answer("I.1", number)).ifMatch(etag);
  }

  private long accepted() {
    return replies.stream().filter(Request.Reply::accepted).count();
  }

  private String pk(String unit) {
    return Stored.submission(campaign, unit);
  }

  private List<JsonNode> chain(String unit) {
    Stored stored = province.stored();
    JsonNode head = stored.document(pk(unit), "HEAD").orElseThrow();
    return stored.chain(pk(unit), head.get("tip").get("hash").asString());
  }

  private void fill(String unit) {
    Plan.CRITERIA.forEach(criterion ->
        Plan.done(province, Plan.save(campaign, unit, criterion, Plan.answer(criterion, 3))));
  }

  @Test
  void ofTwoWhoReadTheSameAnswerOneOverwritesIt() {
    everywhere(
        () -> Plan.done(province, save(1, null)),
        sends(0, () -> save(2, "a1")),
        sends(1, () -> save(3, "a1")),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(2, chain("SA").size());
        });
  }

  @Test
  void ofTwoFirstAnswersOneIsFirst() {
    everywhere(
        () -> {},
        sends(0, () -> save(2, null)),
        sends(1, () -> save(3, null)),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(1, chain("SA").size());
        });
  }

  @Test
  void aSignatureBindsTheFormThatWasRead() {
    everywhere(
        () -> fill("SA"),
        sends(0, () -> save(1, "a1")),
        sends(1, () -> Plan.submit(campaign, "SA").ifMatch("f3").key("s")),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(4, chain("SA").size());
        });
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.submit(campaign, "SA").ifMatch("f3").key("s")),
        sends(1, () -> save(1, "a1")),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(4, chain("SA").size());
        });
  }

  /** A copy of the form when I.1 alone was answered. */
  private Request copy(int number) {
    return Plan.merge(
        campaign,
        "SA",
        Plan.criteriaVersion(province, campaign, "SA"),
        Map.of("I.1", Map.of("etag", "a1", "inputs", Map.of("a", 1, "b", 7))),
        Map.of("I.1", Plan.answer("I.1", number), "II.1", Plan.answer("II.1", 1)));
  }

  @Test
  void aCopyIsTakenWholeOrNotAtAll() {
    everywhere(
        () -> Plan.done(province, save(1, null)),
        sends(0, () -> save(2, "a1")),
        sends(1, () -> copy(3)),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(2, chain("SA").size());
          boolean copied = replies.get(1).accepted();
          assertEquals(copied, province.stored().document(pk("SA"), "ANSWER#II.1").isPresent());
        });
    everywhere(
        () -> Plan.done(province, save(1, null)),
        sends(0, () -> copy(2)),
        sends(1, () -> copy(3)),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(2, chain("SA").size());
        });
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.submit(campaign, "SA").ifMatch("f3").key("s")),
        sends(1, () -> copy(2)),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertEquals(4, chain("SA").size());
        });
  }

  private String closed(String unit) {
    fill(unit);
    return Plan.done(province, Plan.close(campaign, unit).ifMatch("f3").key("c"))
        .field("checkCode");
  }

  private String state(String unit) {
    return province.stored().document(pk(unit), "HEAD").orElseThrow().get("state").asString();
  }

  /** Whoever came first, what is signed is what its code says. */
  private void codesSayWhatWasSigned() {
    Codes.check(campaign, "SA", chain("SA"));
  }

  @Test
  void aCodeIsSignedOrVoidNeverBoth() {
    var code = new AtomicReference<String>();
    Runnable check =
        () -> {
          assertEquals(1, accepted(), replies::toString);
          codesSayWhatWasSigned();
        };
    everywhere(
        () -> code.set(closed("SA")),
        sends(0, () -> save(1, "a1")),
        sends(1, () -> Plan.submit(campaign, "SA", code.get()).key("s")),
        check);
    everywhere(
        () -> code.set(closed("SA")),
        sends(0, () -> Plan.submit(campaign, "SA", code.get()).key("s")),
        sends(1, () -> save(1, "a1")),
        check);
  }

  @Test
  void twoWhoCloseAtOnceGetTheSameCode() {
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.close(campaign, "SA").ifMatch("f3").key("c0")),
        sends(1, () -> Plan.close(campaign, "SA").ifMatch("f3").key("c1")),
        () -> {
          if (accepted() == 2) {
            assertEquals(replies.get(0).field("checkCode"), replies.get(1).field("checkCode"));
          } else {
            // The closing of the other is read first.
            assertEquals(1, accepted(), replies::toString);
            assertTrue(replies.stream().anyMatch(reply -> reply.is(WriteProblem.STALE)));
          }
          assertEquals(4, chain("SA").size());
        });
  }

  @Test
  void aClosingIsOfWhatWasReadOrIsVoid() {
    everywhere(
        () -> fill("SA"),
        sends(0, () -> save(1, "a1")),
        sends(1, () -> Plan.close(campaign, "SA").ifMatch("f3").key("c")),
        () -> {
          // The answer came first and the closing is stale, or it came after and voids the code.
          assertEquals("IN_PROGRESS", state("SA"));
          codesSayWhatWasSigned();
        });
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.close(campaign, "SA").ifMatch("f3").key("c")),
        sends(1, () -> save(1, "a1")),
        () -> {
          assertEquals("IN_PROGRESS", state("SA"));
          // Saving reads on after its write: a closing that comes then is stale.
          assertEquals(accepted() == 2 ? 5 : 4, chain("SA").size(), replies::toString);
          codesSayWhatWasSigned();
        });
  }

  @Test
  void aRefusedPaperNeverLeavesASignature() {
    var code = new AtomicReference<String>();
    Runnable ground =
        () -> {
          code.set(closed("SA"));
          String id =
              Plan.done(province, Plan.paper(campaign, "SA", Plan.file(1)).key("p"))
                  .field("evidenceId");
          province
              .s3
              .client()
              .putObject(
                  put -> put.bucket(Province.QUARANTINE).key(campaign + "/SA/" + id),
                  RequestBody.fromBytes(Plan.file(1)));
        };
    Runnable infected = () -> province.scanned(0, campaign + "/SA/" + id(), false);
    Runnable check =
        () -> {
          assertEquals("CLOSED", state("SA"));
          codesSayWhatWasSigned();
        };
    everywhere(
        ground,
        infected,
        sends(1, () -> Plan.submit(campaign, "SA", code.get(), id()).key("s")),
        check);
    everywhere(
        ground,
        sends(1, () -> Plan.submit(campaign, "SA", code.get(), id()).key("s")),
        infected,
        check);
  }

  @Test
  void aFormSentWhileItsCriteriaAreCorrectedIsOpenForThemAgainOrIsRefused() {
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.correct(campaign, 1).key("x")),
        sends(1, () -> Plan.submit(campaign, "SA").ifMatch("f3").key("s")),
        this::correctionReachedTheForm);
    everywhere(
        () -> fill("SA"),
        sends(0, () -> Plan.submit(campaign, "SA").ifMatch("f3").key("s")),
        sends(1, () -> Plan.correct(campaign, 1).key("x")),
        this::correctionReachedTheForm);
  }

  // Nothing may end sent and unaware of the correction, whoever read what before whom.
  private void correctionReachedTheForm() {
    assertTrue(accepted() >= 1, replies::toString);
    settle();
    JsonNode head = province.stored().document(pk("SA"), "HEAD").orElseThrow();
    if (head.get("state").asString().equals("SUBMITTED")) {
      assertEquals("I.1", head.at("/files/reopened/0/criterion").asString(), head::toString);
      assertEquals(1, head.at("/files/reopened").size());
      assertEquals(1, noted("SA"));
    } else {
      assertTrue(
          replies.stream().anyMatch(reply -> reply.is(SigningProblem.INCOMPLETE_FORM)),
          replies::toString);
      assertEquals(0, noted("SA"));
    }
  }

  @Test
  void theJobAndTheUnitDoNotDisturbEachOther() {
    Runnable ground =
        () -> {
          fill("SA");
          Plan.done(province, Plan.submit(campaign, "SA").ifMatch("f3").key("s"));
          Plan.done(province, Plan.correct(campaign, 1).key("x"));
          province.clock.set(Instant.parse("2020-08-03T02:00:00Z"));
        };
    Runnable check =
        () -> {
          assertEquals(1, accepted(), replies::toString);
          settle();
          assertEquals(1, noted("SA"));
          assertEquals(
              2,
              province
                  .stored()
                  .document(pk("SA"), "ANSWER#I.1")
                  .orElseThrow()
                  .get("version")
                  .asInt());
        };
    everywhere(ground, () -> province.keepHouse(0), sends(1, () -> save(3, "a1")), check);
    everywhere(ground, sends(0, () -> save(3, "a1")), () -> province.keepHouse(1), check);
  }

  /** What was ordered is through. */
  private void settle() {
    province.clock.set(Instant.parse("2020-08-03T03:00:00Z"));
    province.keepHouse(0);
    province.keepHouse(1);
    assertEquals(
        0,
        province.stored().partitions().keySet().stream()
            .filter(key -> key.endsWith("#JOB"))
            .count());
  }

  private long noted(String unit) {
    return chain(unit).stream()
        .filter(entry -> entry.get("kind").asString().equals("FORM_CORRECTED"))
        .count();
  }

  @Test
  void ofTwoCorrectionsAtOnceOneIsMade() {
    everywhere(
        () -> {},
        sends(0, () -> Plan.correct(campaign, 1).key("x")),
        sends(1, () -> Plan.correct(campaign, 1).key("y")),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertTrue(
              replies.stream().anyMatch(reply -> reply.is(CorrectionProblem.NOTHING_TO_CORRECT)));
        });
    everywhere(
        () -> {},
        sends(0, () -> Plan.correct(campaign, 1).key("x")),
        sends(1, () -> Plan.correct(campaign, 1).key("x")),
        () -> {
          assertEquals(2, accepted(), replies::toString);
          assertEquals(replies.get(0).body(), replies.get(1).body());
        });
  }

  @Test
  void aFormIsNotSentWithAFileThatIsNotThere() {
    // Read before the grant and after it.
    for (String etag : List.of("f3", "f4")) {
      everywhere(
          () -> fill("SA"),
          sends(0, () -> Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("g")),
          sends(1, () -> Plan.submit(campaign, "SA").ifMatch(etag).key("s")),
          () -> assertEquals(1, accepted(), replies::toString));
    }
  }

  @Test
  void theSameKeyTakesEffectOnce() {
    everywhere(
        () -> {},
        sends(0, () -> Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("g")),
        sends(1, () -> Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("g")),
        () -> {
          assertEquals(2, accepted(), replies::toString);
          assertEquals(replies.get(0).field("evidenceId"), replies.get(1).field("evidenceId"));
          assertEquals(1, chain("SA").size());
        });
  }

  private String uploaded() {
    Request grant = Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("g");
    String id = Plan.done(province, grant).field("evidenceId");
    province
        .s3
        .client()
        .putObject(
            put -> put.bucket(Province.QUARANTINE).key(campaign + "/SA/" + id),
            RequestBody.fromBytes(Plan.file(1)));
    return id;
  }

  private String id() {
    return province.stored().documents(pk("SA"), "EVIDENCE#").firstKey();
  }

  private String stateOf(String id) {
    return province
        .stored()
        .document(pk("SA"), "EVIDENCE#" + id)
        .orElseThrow()
        .get("state")
        .asString();
  }

  private void arrived(int instance) {
    province.arrived(instance, campaign + "/SA/" + id());
  }

  private void scanned(int instance) {
    province.scanned(instance, campaign + "/SA/" + id(), true);
  }

  @Test
  void whicheverFactComesSecondAcceptsTheFile() {
    Runnable check =
        () -> {
          assertEquals("ACCEPTED", stateOf(id()));
          // Granted, one fact, the other, and that its bytes are kept.
          assertEquals(4, chain("SA").size());
        };
    everywhere(this::uploaded, () -> scanned(0), () -> arrived(1), check);
    everywhere(this::uploaded, () -> arrived(0), () -> scanned(1), check);
  }

  @Test
  void aFactThatComesTwiceIsNotedOnce() {
    Runnable check = () -> assertEquals(2, chain("SA").size());
    everywhere(this::uploaded, () -> arrived(0), () -> arrived(1), check);
    everywhere(this::uploaded, () -> scanned(0), () -> scanned(1), check);
  }

  @Test
  void aFileThatIsWithdrawnStaysWithdrawn() {
    // Scanned; checked, and on its way into the vault.
    for (String read : List.of("e2", "e3")) {
      everywhere(
          () -> {
            uploaded();
            scanned(0);
          },
          sends(0, () -> Plan.withdraw(campaign, "SA", id()).ifMatch(read)),
          () -> arrived(1),
          () -> {
            if (accepted() == 0) {
              // It was at another version: that has to be read first.
              assertEquals("ACCEPTED", stateOf(id()));
              assertEquals(4, chain("SA").size());
              return;
            }
            assertEquals("WITHDRAWN", stateOf(id()));
            // What arrives after the withdrawal is not noted, and ACCEPTED not after it.
            assertEquals(read.equals("e2") ? 3 : 4, chain("SA").size());
          });
    }
  }

  @Test
  void aProjectionNeverEndsBehindItsForm() {
    everywhere(
        () -> Plan.done(province, save(1, null)),
        () -> {
          Plan.done(province, save(2, "a1"));
          assertTrue(province.stream(0, List.of(pk("SA"))).isEmpty());
        },
        () -> assertTrue(province.stream(1, List.of(pk("SA"))).isEmpty()),
        () -> {
          JsonNode row =
              province.stored().document("C#" + campaign + "#PROGRESS", "SA").orElseThrow();
          assertEquals(2, row.get("sourceSeq").asInt());
          assertEquals(
              Plan.points("I.1", Plan.answer("I.1", 2)).toPlainString(),
              row.get("points").asString());
        });
  }

  private void delivered() {
    for (String commune : Plan.COMMUNES) {
      fill(commune);
      Plan.done(province, Plan.submit(campaign, commune).ifMatch("f3").key("s"));
    }
  }

  @Test
  void aCommuneIsForwardedOnceByWhoeverRunsTheJob() {
    everywhere(
        this::delivered,
        () -> province.keepHouse(0),
        sends(1, () -> Plan.consolidate(campaign, "ready").ifMatch("f0").key("c")),
        () -> {
          assertEquals(1, accepted(), replies::toString);
          Plan.COMMUNES.forEach(commune -> assertEquals(5, chain(commune).size()));
          assertEquals(Map.of(), province.stored().documents("C#" + campaign + "#JOB", ""));
        });
    everywhere(
        this::delivered,
        sends(0, () -> Plan.consolidate(campaign, "ready").ifMatch("f0").key("c")),
        sends(1, () -> Plan.consolidate(campaign, "ready").ifMatch("f0").key("c")),
        () -> {
          assertEquals(2, accepted(), replies::toString);
          assertEquals(1, chain(Plan.DISTRICT).size());
          Plan.COMMUNES.forEach(commune -> assertEquals(5, chain(commune).size()));
        });
  }

  private long returns(String unit) {
    return chain(unit).stream()
        .filter(entry -> entry.get("kind").asString().equals("FORM_RETURNED"))
        .count();
  }

  private Request giveBack(String unit, String user) {
    return Plan.giveBack(campaign, unit, user).ifMatch("f4").key("r");
  }

  private void sent(String unit) {
    fill(unit);
    Plan.done(province, Plan.submit(campaign, unit).ifMatch("f3").key("s"));
  }

  /** Whoever comes second is told what changed. */
  private Appraising team;

  /** The department's form is before its reader. */
  private void appraising() {
    team = new Appraising(province, campaign);
    team.appraising();
  }

  private JsonNode mark(String criterion) {
    return province.stored().document(pk("SA"), "MARK#" + criterion).orElse(null);
  }

  /** One of the two was done, and the other one is told what stands in its way. */
  private void oneWonAndTheOtherWasTold() {
    assertEquals(1, accepted(), replies::toString);
    assertTrue(
        replies.stream()
            .filter(reply -> !reply.accepted())
            .allMatch(
                reply -> reply.status() == 409 || reply.status() == 412 || reply.status() == 428),
        replies::toString);
    chain("SA");
  }

  @Test
  void ofTwoWhoMarkACellAtOnceOneMarksIt() {
    everywhere(
        this::appraising,
        sends(0, () -> team.agree("I.1")),
        sends(1, () -> team.mark("I.1", "points", "1.00", "reason", "Thiếu")),
        () -> {
          oneWonAndTheOtherWasTold();
          assertEquals(1, mark("I.1").get("readings").size());
        });
    everywhere(
        () -> {
          appraising();
          team.done(team.agree("I.1"));
        },
        sends(0, () -> team.mark("I.1", "points", "1.00", "reason", "Thiếu").ifMatch("m1")),
        sends(1, () -> team.mark("I.1", "clear", true, "reason", "Chấm nhầm").ifMatch("m1")),
        this::oneWonAndTheOtherWasTold);
  }

  @Test
  void aFormIsReturnedOrMarkedNeverBoth() {
    Runnable ground = this::appraising;
    Runnable mark = sends(0, () -> team.agree("I.1"));
    Runnable back = sends(1, () -> Plan.giveBack(campaign, "SA", "lead").ifMatch("f4").key("r"));
    Runnable check =
        () -> {
          oneWonAndTheOtherWasTold();
          assertEquals(mark("I.1") == null ? "IN_PROGRESS" : "UNDER_APPRAISAL", state("SA"));
          assertEquals(mark("I.1") == null ? 1 : 0, returns("SA"));
        };
    everywhere(ground, mark, back, check);
    everywhere(ground, back, mark, check);
  }

  /** What the entry of a closing says is what the marks say that it closed over. */
  @Test
  void anAppraisalIsClosedOverTheMarksThatItTellsOf() {
    Runnable ground =
        () -> {
          team = new Appraising(province, campaign);
          team.shown();
        };
    Supplier<Request> closing =
        () -> team.lead(Route.CLOSE_APPRAISAL, Map.of()).ifMatch(team.form()).key("e");
    Supplier<Request> petition = () -> team.petition("Xem lại");
    Supplier<Request> mark =
        () -> team.mark("I.1", "points", "1.00", "reason", "Thiếu").ifMatch("m1");
    Runnable check =
        () -> {
          List<JsonNode> chain = chain("SA");
          JsonNode last = chain.getLast();
          boolean marked = mark("I.1").get("readings").get(0).toString().contains("Thiếu");
          chain.stream()
              .filter(entry -> entry.get("kind").asString().equals("APPRAISAL_CLOSED"))
              .forEach(entry -> {
                assertEquals(entry, last, "nothing is marked behind a closing");
                assertEquals(
                    !marked,
                    entry.at("/body/criteria/I.1/basis").asString().equals("AGREED"),
                    entry::toString);
              });
          assertTrue(accepted() >= 1, replies::toString);
        };
    everywhere(ground, sends(0, mark), sends(1, closing), check);
    everywhere(ground, sends(0, closing), sends(1, mark), check);
    everywhere(
        ground,
        sends(0, petition),
        sends(1, closing),
        () -> {
          chain("SA");
          boolean pending =
              province.stored().documents(pk("SA"), "PETITION#").size() == 1
                  && replies.getFirst().accepted();
          assertTrue(
              !pending || !replies.getLast().accepted() || state("SA").equals("APPRAISED"),
              replies::toString);
        });
  }

  @Test
  void anExplanationIsConfirmedOnceAndAPetitionDecidedOnce() {
    everywhere(
        () -> {
          team = new Appraising(province, campaign);
          team.asked();
          team.done(team.explanation("Đây"));
        },
        sends(0, () -> team.explanation("Và đây").ifMatch("x2")),
        sends(1, () -> team.explained()),
        this::oneWonAndTheOtherWasTold);
    everywhere(
        () -> {
          team = new Appraising(province, campaign);
          team.pleaded();
        },
        sends(0, () -> team.decide(Map.of("decision", "kept", "reason", "Không có gì mới"))),
        sends(
            1,
            () ->
                team.decide(
                    Map.of("decision", "newPoints", "points", "30.00", "reason", "Có căn cứ"))),
        this::oneWonAndTheOtherWasTold);
  }

  /** A provisional result shows what stands: a cut behind it is not shown by it. */
  @Test
  void aCutAtTheInstantOfTheProvisionalResultIsShownOrStillProposed() {
    Runnable ground =
        () -> {
          appraising();
          for (String criterion : Plan.CRITERIA) {
            team.done(team.agree(criterion));
          }
        };
    Supplier<Request> cut =
        () -> team.mark("II.1", "points", "0.00", "reason", "Thiếu").ifMatch("m1");
    Runnable check =
        () -> {
          chain("SA");
          assertEquals(2, accepted(), replies::toString);
          team.see("SA");
          JsonNode cell =
              Plan.done(
                      province, Plan.staff("lead", Route.READ_MARKS, campaign, "SA", (Object) null))
                  .body()
                  .at("/items/1");
          String state = cell.get("state").asString();
          JsonNode unit =
              Plan.done(province, Plan.of(campaign, "SA", Route.READ_PROVISIONAL, null)).body();
          assertEquals(
              state.equals("SETTLED"), unit.toString().contains("Thiếu"), () -> state + " " + unit);
        };
    everywhere(ground, sends(0, cut), sends(1, () -> team.provisional()), check);
    everywhere(ground, sends(0, () -> team.provisional()), sends(1, cut), check);
  }

  /** Who leaves marks no more, and what was judged stays; whoever stands in takes over. */
  @Test
  void aMemberWhoLeavesMarksUntilThatIsWrittenAndNotAfter() {
    everywhere(
        this::appraising,
        sends(0, () -> Plan.readersWithout(campaign)),
        sends(1, () -> team.agree("I.1")),
        () -> {
          chain("SA");
          assertTrue(replies.getFirst().accepted(), replies::toString);
          assertEquals(replies.getLast().accepted(), mark("I.1") != null, replies::toString);
          Request.Reply after = province.send(0, team.agree("III.1"));
          assertEquals(403, after.status(), after::toString);
        });
  }

  @Test
  void aRuleCorrectedUnderAMarkerMakesTheMarkStaleUntilItIsConfirmed() {
    everywhere(
        this::appraising,
        sends(0, () -> Plan.correct(campaign, 1).key("x")),
        sends(1, () -> team.agree("I.1")),
        () -> {
          chain("SA");
          assertTrue(replies.getFirst().accepted(), replies::toString);
          province.clock.set(Instant.parse("2020-08-03T03:00:00Z"));
          province.keepHouse(0);
          String before = team.seen("SA", "I.1");
          team.see("SA");
          if (replies.getLast().accepted()) {
            assertEquals("STALE", cell("I.1"), "marked what is asked otherwise now");
            Plan.done(province, team.mark("I.1", "confirm", true).ifMatch("m1"));
          } else {
            assertTrue(!before.equals(team.seen("SA", "I.1")), replies::toString);
            Plan.done(province, team.agree("I.1"));
          }
          assertEquals("SETTLED", cell("I.1"));
          assertEquals(1, mark("I.1").get("readings").size(), "its author is who it was");
        });
  }

  private String cell(String criterion) {
    for (JsonNode cell :
        Plan.done(province, Plan.staff("lead", Route.READ_MARKS, campaign, "SA", (Object) null))
            .body()
            .get("items")) {
      if (cell.get("criterion").asString().equals(criterion)) {
        return cell.get("state").asString();
      }
    }
    throw new AssertionError(criterion);
  }

  @Test
  void aFormIsReturnedOrSignedAgainNeverBoth() {
    Runnable ground =
        () -> {
          sent("06649");
          Plan.done(
              province, Plan.giveBack(campaign, "06649", "unit-193", "I.1").ifMatch("f4").key("p"));
          Plan.done(
              province, Plan.save(campaign, "06649", "I.1", Plan.answer("I.1", 1)).ifMatch("a1"));
        };
    Supplier<Request> back =
        () -> Plan.giveBack(campaign, "06649", "unit-193").ifMatch("f6").key("r");
    Supplier<Request> signed = () -> Plan.submit(campaign, "06649").ifMatch("f6").key("t");
    Runnable check =
        () -> {
          assertEquals(1, accepted(), replies::toString);
          assertTrue(
              replies.stream().anyMatch(reply -> reply.is(WriteProblem.STALE)), replies::toString);
          assertEquals(returns("06649") == 1 ? "IN_PROGRESS" : "AT_DISTRICT", state("06649"));
          Codes.check(campaign, "06649", chain("06649"));
        };
    everywhere(ground, sends(0, back), sends(1, signed), check);
    everywhere(ground, sends(0, signed), sends(1, back), check);
  }

  @Test
  void aFormThatIsReturnedIsNotForwarded() {
    Runnable check =
        () -> {
          settle();
          assertTrue(accepted() >= 1, replies::toString);
          assertEquals(returns("06649") == 1 ? "IN_PROGRESS" : "FORWARDED", state("06649"));
          assertEquals("FORWARDED", state("06652"), "the other goes on");
        };
    Supplier<Request> forward = () -> Plan.consolidate(campaign, "ready").ifMatch("f0").key("c");
    everywhere(
        this::delivered, sends(0, () -> giveBack("06649", "unit-193")), sends(1, forward), check);
    everywhere(
        this::delivered, sends(0, forward), sends(1, () -> giveBack("06649", "unit-193")), check);
  }

  @Test
  void officeAndDistrictForwardACommuneOnce() {
    Runnable late =
        () -> {
          delivered();
          province.clock.set(Instant.parse("2020-10-02T01:00:00Z"));
        };
    Supplier<Request> forward = () -> Plan.consolidate(campaign, "ready").ifMatch("f0").key("c");
    Supplier<Request> instead = () -> Plan.override(campaign).key("o");
    Runnable check =
        () -> {
          assertTrue(accepted() >= 1, replies::toString);
          for (String commune : Plan.COMMUNES) {
            assertEquals("FORWARDED", state(commune));
            assertEquals(5, chain(commune).size());
          }
        };
    everywhere(late, sends(0, forward), sends(1, instead), check);
    everywhere(late, sends(0, instead), sends(1, forward), check);
  }

  @Test
  void aReportDoesNotOvertakeAJobThatWasAccepted() {
    everywhere(
        () -> {
          delivered();
          // The district's job is accepted, and its function dies before it runs.
          String orphan = "0".repeat(32);
          province.order(campaign, orphan, Map.of("06649", 4L, "06652", 4L));
          province.clock.set(Instant.parse("2020-11-02T01:00:00Z"));
        },
        () -> province.keepHouse(0),
        sends(1, () -> Plan.office(Route.REPORT_RESULT, campaign).key("r")),
        () -> {
          Request.Reply last = replies.getFirst();
          if (!last.accepted()) {
            last = province.send(0, Plan.office(Route.REPORT_RESULT, campaign).key("r"));
          }
          assertTrue(last.accepted(), last::toString);
          JsonNode result =
              province
                  .stored()
                  .document("C#" + campaign + "#CAMPAIGN", "HEAD")
                  .orElseThrow()
                  .get("result");
          String table = "C#" + campaign + "#RANKING#3#" + result.get("rankingVersion");
          province
              .stored()
              .documents(table, "UNIT#")
              .values()
              .forEach(row -> assertTrue(row.has("rank"), row::toString));
        });
  }

  @Test
  void anOldJobDoesNotForwardAFormThatCameBack() {
    province.back(opened);
    delivered();
    province.order(campaign, "1".repeat(32), Map.of("06649", 3L, "06652", 4L));
    province.keepHouse(0);
    assertEquals(Map.of(), province.stored().documents("C#" + campaign + "#JOB", ""));
    assertEquals(
        "AT_DISTRICT",
        province.stored().document(pk("06649"), "HEAD").orElseThrow().get("state").asString());
    assertEquals(
        "FORWARDED",
        province.stored().document(pk("06652"), "HEAD").orElseThrow().get("state").asString());
  }

  @Test
  void anAnchorThatACrashLeftOutIsCaughtUp() {
    province.back(opened);
    province.clock.set(Instant.parse("2020-11-02T01:00:00Z"));
    Request report = Plan.office(Route.REPORT_RESULT, campaign);
    int call = 1;
    while (true) {
      Faults.killAt(call++, Faults.Moment.BEFORE, 1, Faults.Rates.NONE);
      try {
        province.send(0, report);
        break;
      } catch (Faults.Killed died) {
        Faults.off();
        JsonNode head =
            province.stored().document("C#" + campaign + "#CAMPAIGN", "HEAD").orElseThrow();
        if (head.get("stage").asString().equals("REPORTED")) {
          // Decided, and nobody asks again.
          break;
        }
      } finally {
        Faults.off();
      }
    }
    assertNotEquals(2, call, "it makes calls");
    String key = "anchors/" + campaign + "/report.json";
    province.keepHouse(1);
    province.s3.client().headObject(object -> object.bucket(Province.PUBLISH).key(key));
  }
}
