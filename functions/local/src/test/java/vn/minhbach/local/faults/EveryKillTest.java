package vn.minhbach.local.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.minhbach.function.http.Route;
import vn.minhbach.local.Faults;

/**
 * Every use of the write path is killed between any two calls that it makes, and asked for again:
 * what is stored in the end is what is stored without the kill.
 */
class EveryKillTest {

  private static final int CALLS_MAX = 200;
  private static final Pattern DRAWN =
      Pattern.compile(
          "[0-9a-f]{32,64}|\\b[0-9]{12,}\\b|\\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\\b");
  private static final Pattern MOMENT = Pattern.compile("20[0-9-]+T[0-9:.]+Z");

  private static Province province;
  private static int campaigns;

  /** What is killed, on what ground. */
  enum Use {
    FIRST_ANSWER(world -> {}, world -> world.send(world.answer(1, null).key("x"))),
    OVERWRITTEN_ANSWER(
        world -> world.done(world.answer(1, null)), world -> world.send(world.answer(2, "a1"))),
    MERGED_COPY(
        world -> world.done(world.answer(1, null)),
        world ->
            world.send(
                Plan.merge(
                    world.campaign,
                    "SA",
                    Plan.criteriaVersion(province, world.campaign, "SA"),
                    Map.of("I.1", Map.of("etag", "a1", "inputs", Map.of("a", 1, "b", 7))),
                    Map.of(
                        "I.1", Plan.answer("I.1", 2),
                        "II.1", Plan.answer("II.1", 1),
                        "III.1", Plan.answer("III.1", 3))))),
    GRANT(world -> {}, world -> world.send(world.grant("k"))),
    GRANT_OF_AN_ACCEPTED_FILE(
        world -> {
          world.uploaded();
          world.scanned();
          world.arrived();
        },
        world -> world.send(world.grant("k2"))),
    FORM_HEAD(world -> {}, world -> world.send(Plan.formHead(world.campaign, "06649", 100))),
    OTHER_FORM_HEAD(
        world -> world.done(Plan.formHead(world.campaign, "06649", 100)),
        world -> world.send(Plan.formHead(world.campaign, "06649", 200).ifMatch("h1"))),
    TYPED_ANSWER(
        World::paper,
        world -> world.send(Plan.type(world.campaign, "06649", "I.1", 1, "unit-193", world.paper))),
    CONTEST(
        world -> {
          world.paper();
          world.done(Plan.type(world.campaign, "06649", "I.1", 1, "unit-193", world.paper));
        },
        world -> world.send(world.contest().key("c"))),
    CONTEST_AFTER_SENDING(
        world -> {
          world.paper();
          world.done(Plan.type(world.campaign, "06649", "I.1", 3, "unit-193", world.paper));
          for (String criterion : List.of("II.1", "III.1")) {
            world.done(Plan.save(world.campaign, "06649", criterion, Plan.answer(criterion, 3)));
          }
          world.done(Plan.submit(world.campaign, "06649").ifMatch("f3").key("s"));
        },
        world -> world.send(world.contest())),
    QUESTION(world -> {}, world -> world.send(Plan.ask(world.campaign, "06649", "Gì?").key("q"))),
    REPLY(
        World::question,
        world -> world.send(Plan.reply(world.campaign, "06649", world.question, "Có."))),
    REPLY_CORRECTED(
        world -> {
          world.question();
          world.done(Plan.reply(world.campaign, "06649", world.question, "Có."));
        },
        world ->
            world.send(
                Plan.reply(world.campaign, "06649", world.question, "Không.").ifMatch("q2"))),
    WITHDRAWAL(
        World::uploaded,
        world -> world.send(Plan.withdraw(world.campaign, "SA", world.evidence).ifMatch("e1"))),
    SUBMISSION(
        world -> world.fill("SA"),
        world -> world.send(Plan.submit(world.campaign, "SA").ifMatch("f3").key("s"))),
    CLOSING(
        world -> world.fill("SA"),
        world -> world.send(Plan.close(world.campaign, "SA").ifMatch("f3").key("c"))),
    SIGNATURE_OF_A_CLOSED_FORM(
        world -> {
          world.fill("SA");
          world.done(Plan.close(world.campaign, "SA").ifMatch("f3").key("c"));
        },
        world -> world.send(Plan.submit(world.campaign, "SA").ifMatch("f4").key("s"))),
    ANSWER_THAT_VOIDS_A_CODE(
        world -> {
          world.fill("SA");
          world.done(Plan.close(world.campaign, "SA").ifMatch("f3").key("c"));
        },
        world -> world.send(world.answer(2, "a1"))),
    CLOSING_AND_SIGNATURE_ON_PAPER(
        world -> {
          world.fill("SA");
          world.paperUploaded();
        },
        World::closeAndSignOnPaper),
    SIGNATURE_THAT_FALLS(
        world -> {
          world.fill("SA");
          world.paperUploaded();
          world.arrived();
          world.closeAndSignOnPaper();
        },
        World::infected),
    CONSOLIDATION(
        World::communesSent,
        world -> world.send(Plan.consolidate(world.campaign, "ready").ifMatch("f0").key("c"))),
    OVERRIDE(
        world -> {
          world.communesSent();
          province.clock.set(Instant.parse("2020-10-02T01:00:00Z"));
        },
        world -> world.send(Plan.override(world.campaign).key("o"))),
    RETURN(
        World::communesSent,
        world ->
            world.send(Plan.giveBack(world.campaign, "06649", "unit-193").ifMatch("f4").key("r"))),
    RETURN_OF_A_CRITERION(
        World::communesSent,
        world ->
            world.send(
                Plan.giveBack(world.campaign, "06649", "unit-193", "I.1").ifMatch("f4").key("r"))),
    SENT_ANEW(
        world -> {
          world.communesSent();
          world.done(Plan.giveBack(world.campaign, "06649", "unit-193").ifMatch("f4").key("r"));
        },
        world -> world.send(Plan.submit(world.campaign, "06649").ifMatch("f5").key("t"))),
    REMARK(World::communesSent, world -> world.send(Plan.remark(world.campaign, "06649", "Đúng"))),
    ARRIVAL_FIRST(World::uploaded, World::arrived),
    ARRIVAL_SECOND(
        world -> {
          world.uploaded();
          world.scanned();
        },
        World::arrived),
    SCAN_FIRST(World::uploaded, World::scanned),
    SCAN_SECOND(
        world -> {
          world.uploaded();
          world.arrived();
        },
        World::scanned),
    STREAM_BATCH(
        world -> world.fill("SA"),
        world ->
            assertTrue(
                province.stream(0, List.of(Stored.submission(world.campaign, "SA"))).isEmpty())),
    SCHEDULE(
        world -> {
          world.fill("SA");
          world.done(Plan.submit(world.campaign, "SA").ifMatch("f3").key("s"));
        },
        world -> province.keepHouse(0)),
    CORRECTION(
        world -> {
          world.fill("SA");
          world.done(Plan.submit(world.campaign, "SA").ifMatch("f3").key("s"));
        },
        world -> world.send(Plan.correct(world.campaign, 1).key("x"))),
    CORRECTION_NOTED(
        world -> {
          world.fill("SA");
          world.done(Plan.submit(world.campaign, "SA").ifMatch("f3").key("s"));
          world.done(Plan.correct(world.campaign, 1).key("x"));
          province.clock.set(Instant.parse("2020-08-03T03:00:00Z"));
        },
        world -> province.keepHouse(0)),
    CORRECTED_ANSWER(World::corrected, world -> world.send(world.answer(3, "a1"))),
    SIGNED_AGAIN(
        world -> {
          world.corrected();
          world.done(world.answer(3, "a1"));
        },
        world -> world.send(Plan.submit(world.campaign, "SA").ifMatch("f5").key("t"))),
    OPENING(
        world -> world.done(Plan.units(world.campaign, Plan.CSV)),
        world -> world.send(Plan.office(Route.OPEN_CAMPAIGN, world.campaign).key("o")),
        false),
    TEAM(world -> {}, world -> world.send(Plan.team(world.campaign))),
    ASSIGNMENT(
        world -> world.done(Plan.team(world.campaign)),
        world -> world.send(Plan.assignment(world.campaign))),
    FIRST_MARK(World::appraising, world -> world.send(world.agree("I.1"))),
    MARK_THAT_CUTS(
        world -> {
          world.appraising();
          world.done(world.agree("I.1"));
        },
        world -> world.send(world.mark("II.1", "points", "0.00", "reason", "Thiếu"))),
    MARK_COUNTERSIGNED(
        world -> {
          world.appraising();
          world.done(world.mark("II.1", "points", "7.00", "reason", "Một phần"));
        },
        world ->
            world.send(world.marks("lead", "II.1", Map.of("countersign", true)).ifMatch("m1"))),
    MARK_CONFIRMED(
        world -> {
          world.appraising();
          world.done(world.agree("I.1"));
          world.done(Plan.correct(world.campaign, 1).key("x"));
          province.clock.set(Instant.parse("2020-08-03T03:00:00Z"));
          province.keepHouse(0);
          world.done(world.answer(3, "a1"));
          world.see("SA");
        },
        world -> world.send(world.mark("I.1", "confirm", true).ifMatch("m1"))),
    MARK_CLEARED(
        world -> {
          world.appraising();
          world.done(world.agree("I.1"));
        },
        world -> world.send(world.mark("I.1", "clear", true, "reason", "Chấm nhầm").ifMatch("m1"))),
    BLOCK(World::communesAppraised, World::agreeBlock),
    QUESTION_TO_THE_UNIT(World::cut, world -> world.send(world.askToExplain())),
    EXPLANATION(World::asked, world -> world.send(world.explanation("Đây"))),
    EXPLANATION_CHANGED(
        world -> {
          world.asked();
          world.done(world.explanation("Đây"));
        },
        world -> world.send(world.explanation("Và đây").ifMatch("x2"))),
    EXPLANATIONS_CONFIRMED(
        world -> {
          world.asked();
          world.done(world.explanation("Đây"));
        },
        world -> world.send(world.explained())),
    JUDGED_AFTER_EXPLANATION(
        World::spoken,
        world ->
            world.send(world.mark("II.1", "agree", true, "reason", "Có căn cứ").ifMatch("m2"))),
    SILENCE_OF_THE_UNIT(
        world -> {
          world.asked();
          province.clock.set(Instant.parse("2020-08-24T01:00:00Z"));
        },
        World::explanationsRead),
    SILENCE_OF_THE_TEAM(
        world -> {
          world.spoken();
          province.clock.set(Instant.parse("2020-08-24T01:00:00Z"));
        },
        World::explanationsRead),
    PROVISIONAL(World::judged, world -> world.send(world.provisional())),
    PETITION(World::shown, world -> world.send(world.petition("Xem lại"))),
    PETITION_FROM_A_LETTER(
        World::shown,
        world ->
            world.send(
                Plan.staff(
                        "office",
                        Route.WRITE_PETITION,
                        world.campaign,
                        "SA",
                        Map.of(
                            "criterion",
                            "II.1",
                            "text",
                            "Xem lại",
                            "letter",
                            Map.of("number", "9/CV", "date", "2020-08-03")))
                    .key("q"))),
    PETITIONS_SIGNED(
        world -> {
          world.shown();
          world.done(world.petition("Xem lại"));
        },
        world -> world.send(world.petitioned())),
    PETITION_DECIDED(
        World::pleaded,
        world ->
            world.send(
                world.decide(
                    Map.of("decision", "newPoints", "points", "30.00", "reason", "Có căn cứ")))),
    PETITION_REFUSED(
        World::pleaded,
        world ->
            world.send(world.decide(Map.of("decision", "kept", "reason", "Không có căn cứ mới")))),
    APPRAISAL_CLOSED(
        World::shown,
        world ->
            world.send(world.lead(Route.CLOSE_APPRAISAL, Map.of()).ifMatch(world.form()).key("e"))),
    APPRAISAL_REOPENED(
        world -> {
          world.shown();
          world.done(world.lead(Route.CLOSE_APPRAISAL, Map.of()).ifMatch(world.form()).key("e"));
          world.see("SA");
        },
        world ->
            world.send(
                world
                    .lead(Route.REOPEN_APPRAISAL, Map.of("reason", "Xem lại"))
                    .ifMatch(world.form())
                    .key("f"))),
    MEMBER_LEAVES(
        World::appraising, world -> world.send(Plan.readers(world.campaign, "2020-08-31"))),
    IMPORT(world -> {}, world -> world.send(Plan.units(world.campaign, Plan.CSV)), false),
    REPORT(
        world -> {
          world.fill("SA");
          world.done(Plan.submit(world.campaign, "SA").ifMatch("f3").key("s"));
          province.clock.set(Instant.parse("2020-11-02T01:00:00Z"));
        },
        world -> world.send(Plan.office(Route.REPORT_RESULT, world.campaign).key("r")));

    private final Consumer<World> ground;
    private final Consumer<World> use;
    private final boolean open;

    Use(Consumer<World> ground, Consumer<World> use) {
      this(ground, use, true);
    }

    Use(Consumer<World> ground, Consumer<World> use, boolean open) {
      this.ground = ground;
      this.use = use;
      this.open = open;
    }
  }

  /** A campaign in which the use is tried. */
  private static final class World extends Appraising {
    private final Province.Ground stored;
    private String evidence;
    private String paper;
    private String question;

    World(Use use) {
      super(EveryKillTest.province, "kill-" + ++campaigns);
      province.wipe();
      province.clock.set(Instant.parse("2020-08-03T01:00:00Z"));
      if (use.open) {
        Plan.open(province, campaign);
      } else {
        Plan.prepared(province, campaign);
      }
      use.ground.accept(this);
      stored = province.ground();
    }

    /** Sends; a refusal is a failure of the test, no answer is the kill. */
    void send(Request request) {
      Request.Reply reply = province.send(0, request);
      assertTrue(reply.accepted(), () -> request + " " + reply);
    }

    Request answer(int number, String etag) {
      return Plan.save(campaign, "SA", "I.1", Plan.answer("I.1", number)).ifMatch(etag);
    }

    Request grant(String key) {
      return Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key(key);
    }

    /** Every commune's form waits at the district. */
    void communesSent() {
      for (String commune : Plan.COMMUNES) {
        fill(commune);
        done(Plan.submit(campaign, commune).ifMatch("f3").key("s"));
      }
    }

    /** The communes' forms have come through their district; somebody of elsewhere reads them. */
    void communesAppraised() {
      communesSent();
      done(Plan.consolidate(campaign, "ready").ifMatch("f0").key("c"));
      province.keepHouse(0);
      team();
      see("06649");
      see("06652");
    }

    /** A second try finds what the first one marked, and says so. */
    void agreeBlock() {
      var units =
          Plan.COMMUNES.stream()
              .map(unit -> Map.of("unit", unit, "seen", seen(unit, "I.1")))
              .toList();
      Request.Reply reply =
          province.send(
              0,
              Request.json(
                  Route.AGREE_BLOCK,
                  Map.of("c", campaign),
                  Plan.READER,
                  Map.of("criterion", "I.1", "units", units)));
      assertTrue(reply.accepted(), reply::toString);
      assertEquals(
          2,
          reply.body().get("marked").size() + reply.body().get("skipped").size(),
          reply::toString);
    }

    void explanationsRead() {
      send(Plan.of(campaign, "SA", Route.READ_EXPLANATIONS, null));
    }

    /** Sent, and its first criterion corrected: the same answer is owed anew. */
    void corrected() {
      fill("SA");
      done(Plan.submit(campaign, "SA").ifMatch("f3").key("s"));
      done(Plan.correct(campaign, 1).key("x"));
    }

    void uploaded() {
      evidence = Plan.done(province, grant("k")).field("evidenceId");
      lies();
    }

    void paperUploaded() {
      evidence =
          Plan.done(province, Plan.paper(campaign, "SA", Plan.file(1)).key("p"))
              .field("evidenceId");
      lies();
    }

    void closeAndSignOnPaper() {
      Request.Reply closed = province.send(0, Plan.close(campaign, "SA").ifMatch("f3").key("c"));
      assertTrue(closed.accepted(), closed::toString);
      send(Plan.submit(campaign, "SA", closed.field("checkCode"), evidence).key("s"));
    }

    void infected() {
      province.scanned(0, object(), false);
    }

    /** The commune's paper form has come. */
    void paper() {
      paper =
          Plan.done(province, Plan.paperForm(campaign, "06649", Plan.file(7))).field("evidenceId");
      String key = campaign + "/06649/" + paper;
      province
          .s3
          .client()
          .putObject(
              put -> put.bucket(Province.QUARANTINE).key(key), RequestBody.fromBytes(Plan.file(7)));
      province.arrived(0, key);
    }

    Request contest() {
      return Plan.of(
          campaign,
          "06649",
          Route.CONTEST_TYPED,
          Map.of("criterion", "I.1", "reason", "Phiếu ghi khác"));
    }

    void question() {
      question = Plan.done(province, Plan.ask(campaign, "06649", "Gì?")).field("id");
    }

    private void lies() {
      province
          .s3
          .client()
          .putObject(
              put -> put.bucket(Province.QUARANTINE).key(object()),
              RequestBody.fromBytes(Plan.file(1)));
    }

    private String object() {
      return campaign + "/SA/" + evidence;
    }

    void arrived() {
      province.arrived(0, object());
    }

    void scanned() {
      province.scanned(0, object(), true);
    }

    /**
     * All that is stored, a line for each, sorted, without what is drawn and without times: those
     * of a kill are other.
     */
    String left() {
      var left = new ArrayList<String>();
      for (Map<String, AttributeValue> item : items()) {
        left.add(
            neutral(
                item.get("PK").s() + " " + item.get("SK").s() + " " + item.get("document").s()));
      }
      for (String bucket : List.of(Province.EVIDENCE, Province.PUBLISH)) {
        objects(bucket).forEach(key -> left.add(neutral(bucket + " " + key)));
      }
      return left.stream()
          // Rows that were staged before a kill stay, and nobody ever reads them.
          .filter(line ->
              !line.contains("#UNITS#")
                  && !line.contains("#CRITERIA#")
                  && !line.contains("#TEAM ")
                  && !line.contains("#ASSIGNMENT#")
                  && !line.contains("#ACTOR ")
                  && !line.contains("#RANKING#"))
          .sorted()
          .collect(Collectors.joining("\n"));
    }

    private List<Map<String, AttributeValue>> items() {
      return province.stored().partitions().values().stream()
          .flatMap(partition -> partition.values().stream())
          .toList();
    }

    private List<String> objects(String bucket) {
      return province.s3.client().listObjectsV2(list -> list.bucket(bucket)).contents().stream()
          .map(S3Object::key)
          .filter(key -> key.contains(campaign + "/"))
          .toList();
    }

    /** The same ground again. */
    World again() {
      province.back(stored);
      return this;
    }

    private String neutral(String text) {
      String drawn = DRAWN.matcher(text.replace(campaign, "CAMPAIGN")).replaceAll("DRAWN");
      return MOMENT.matcher(drawn).replaceAll("TIME");
    }
  }

  @BeforeAll
  static void start() {
    province = new Province(1);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @AfterEach
  void calm() {
    Faults.off();
  }

  @ParameterizedTest
  @EnumSource
  void isAsIfTheKillHadNotBeen(Use use) {
    World ground = new World(use);
    World untouched = ground.again();
    use.use.accept(untouched);
    settled();
    String expected = untouched.left();
    assertFalse(expected.isEmpty());
    int call = 1;
    while (killed(use, ground, Faults.Moment.BEFORE, call, expected)) {
      call++;
      assertTrue(call < CALLS_MAX, "it never ends");
    }
    assertTrue(call > 1, "it makes calls");
    // After any other call is before the next one.
    assertTrue(killed(use, ground, Faults.Moment.AFTER, call - 1, expected));
  }

  /** What is accepted but not through is the schedule's. */
  private static void settled() {
    province.keepHouse(0);
  }

  private static boolean killed(
      Use use, World ground, Faults.Moment moment, int call, String expected) {
    World world = ground.again();
    Faults.killAt(call, moment, 1, Faults.Rates.NONE);
    boolean killed = false;
    try {
      use.use.accept(world);
    } catch (Faults.Killed expectedDeath) {
      killed = true;
    } finally {
      Faults.off();
    }
    if (killed) {
      use.use.accept(world);
    }
    settled();
    assertEquals(expected, world.left(), () -> "killed " + moment + " call " + call + " of " + use);
    return killed;
  }
}
