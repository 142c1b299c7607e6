package vn.minhbach.local.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.offline.OfflineProblem;
import vn.minhbach.core.assess.signing.SigningProblem;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.function.http.Route;

/** Twelve hands at once on one form, over several instances of the functions. */
class ManyHandsTest {

  private static final int HANDS = 12;
  private static final int INSTANCES = 4;
  private static Province province;
  private static ExecutorService threads;
  private static int campaigns;

  private String campaign;

  @BeforeAll
  static void start() {
    province = new Province(INSTANCES);
    threads = Executors.newFixedThreadPool(HANDS);
  }

  @AfterAll
  static void stop() {
    threads.shutdown();
    province.close();
  }

  @BeforeEach
  void open() {
    province.wipe();
    campaign = "hands-" + ++campaigns;
    Plan.open(province, campaign);
  }

  /** What a hand was told, and how often it had to try. */
  private record Told(Request request, Request.Reply reply, int pauses) {}

  private interface Hand {
    List<Told> work(int number) throws Exception;
  }

  private static List<Told> together(Hand hand) throws InterruptedException {
    var ready = new CountDownLatch(HANDS);
    var works = new ArrayList<Callable<List<Told>>>();
    for (int n = 0; n < HANDS; n++) {
      int number = n;
      works.add(() -> {
        ready.countDown();
        ready.await();
        return hand.work(number);
      });
    }
    var told = new ArrayList<Told>();
    for (Future<List<Told>> work : threads.invokeAll(works)) {
      try {
        told.addAll(work.get());
      } catch (ExecutionException failed) {
        throw new AssertionError(failed.getCause());
      }
    }
    for (Told each : told) {
      if (each.reply().status() == 503) {
        assertTrue(each.reply().is(WriteProblem.BUSY), each.reply()::toString);
        assertEquals(Attempts.MAX - 1, each.pauses(), "tried as often as it may");
      }
    }
    return told;
  }

  private static Told send(int hand, Request request) {
    province.pauses.set(0);
    Request.Reply reply = province.send(hand, request);
    return new Told(request, reply, province.pauses.get());
  }

  private static List<Told> accepted(List<Told> told) {
    return told.stream().filter(each -> each.reply().accepted()).toList();
  }

  private List<JsonNode> chain(String unit) {
    Stored stored = province.stored();
    String pk = Stored.submission(campaign, unit);
    JsonNode head = stored.document(pk, "HEAD").orElseThrow();
    return stored.chain(pk, head.get("tip").get("hash").asString());
  }

  @Test
  void noUpdateOfAnAnswerIsLost() throws Exception {
    // Each hand reads and overwrites, again and again, with content that no other hand writes.
    List<Told> told =
        together(hand -> {
          var own = new ArrayList<Told>();
          String etag = null;
          for (int n = 0; n < 6; n++) {
            Map<String, Object> content = Map.of("inputs", Map.of("a", hand * 10 + n, "b", 500));
            Told answer = send(hand, Plan.save(campaign, "SA", "I.1", content).ifMatch(etag));
            own.add(answer);
            etag = read(answer, etag);
          }
          return own;
        });
    List<Told> done = accepted(told);
    assertTrue(done.size() >= 2, "some got through");
    var readers = new HashSet<String>();
    var etags = new TreeSet<Integer>();
    for (Told each : done) {
      String read = each.request().headers().getOrDefault("if-match", "none");
      assertTrue(readers.add(read), () -> "two overwrote what they read as " + read);
      etags.add(Integer.valueOf(each.reply().etag().substring(1)));
    }
    assertEquals(done.size(), etags.size(), "each answer has an etag of its own");
    assertEquals(done.size(), etags.last(), "and no version was skipped");
    assertEquals(done.size(), chain("SA").size(), "each is in the ledger once");
    told.stream()
        .filter(each -> !each.reply().accepted() && each.reply().status() != 503)
        .forEach(each ->
            assertTrue(
                each.reply().is(WriteProblem.STALE)
                    || each.reply().is(WriteProblem.IF_MATCH_REQUIRED),
                each.reply()::toString));
  }

  /** A hand that was refused reads anew; the refusal tells the etag by a read of the form. */
  private String read(Told answer, String before) {
    if (answer.reply().accepted()) {
      return answer.reply().etag();
    }
    if (answer.reply().status() == 503) {
      return before;
    }
    JsonNode form = Plan.done(province, Plan.of(campaign, "SA", Route.READ_UNIT_FORM, null)).body();
    return form.at("/groups/0/criteria/0/answer/etag").asString();
  }

  @Test
  void answersToDifferentCriteriaDoNotOverwriteEachOther() throws Exception {
    List<Told> told =
        together(hand -> {
          String criterion = Plan.CRITERIA.get(hand % Plan.CRITERIA.size());
          Request request =
              Plan.save(campaign, "SA", criterion, Plan.answer(criterion, 1 + hand % 2));
          Told answer = send(hand, request);
          // As a client does that is told to try again, or to read first.
          while (!answer.reply().accepted()) {
            assertTrue(
                answer.reply().status() == 503
                    || answer.reply().is(WriteProblem.STALE)
                    || answer.reply().is(WriteProblem.IF_MATCH_REQUIRED),
                answer.reply()::toString);
            answer = send(hand, request.ifMatch(etag(criterion)));
          }
          return List.of(answer);
        });
    assertEquals(HANDS, accepted(told).size());
    List<JsonNode> chain = chain("SA");
    assertEquals(
        chain.size(), province.stored().seq(campaign, "SA"), "the head counts every entry");
    assertEquals(3, province.stored().documents(pk("SA"), "ANSWER#").size());
    for (String criterion : Plan.CRITERIA) {
      long entries =
          chain.stream()
              .filter(entry -> entry.get("body").get("criterion").asString().equals(criterion))
              .count();
      JsonNode answer = province.stored().document(pk("SA"), "ANSWER#" + criterion).orElseThrow();
      assertEquals(entries, answer.get("version").asLong(), criterion);
    }
  }

  private String formEtag() {
    return Plan.done(province, Plan.of(campaign, "SA", Route.READ_UNIT_FORM, null)).etag();
  }

  /** The etag that a criterion's answer has now; null where there is none. */
  private String etag(String criterion) {
    JsonNode form = Plan.done(province, Plan.of(campaign, "SA", Route.READ_UNIT_FORM, null)).body();
    for (JsonNode group : form.path("groups")) {
      for (JsonNode each : group.path("criteria")) {
        if (each.path("id").asString().equals(criterion)) {
          return each.at("/answer/etag").asString(null);
        }
      }
    }
    throw new AssertionError("no criterion " + criterion);
  }

  /** Each contributor reads and overwrites its own criterion, and tries another's. */
  @Test
  void contributorsLoseNoUpdateAndKeepToTheirCriteria() throws Exception {
    var csv = new StringBuilder("account,unit,role,name,title,from,until,criteria\n");
    for (int n = 0; n < HANDS; n++) {
      csv.append("part-%d-06649,06649,contributor,N%d,CV,,,%s\n".formatted(n, n, given(n)));
    }
    Plan.done(province, Plan.office(Route.IMPORT_ACCOUNTS, campaign).csv(csv.toString()));
    List<Told> told =
        together(hand -> {
          var own = new ArrayList<Told>();
          String user = "part-" + hand + "-06649";
          for (int n = 0; n < 5; n++) {
            String etag = etag(hand, user, given(hand));
            own.add(send(hand, as(user, given(hand), Plan.answer(given(hand), hand + n), etag)));
          }
          Told other = send(hand, as(user, given(hand + 1), Plan.answer("I.1", 1), null));
          assertTrue(
              other.reply().is(SubmissionProblem.CRITERION_NOT_GIVEN), other.reply()::toString);
          return own;
        });
    for (String criterion : Plan.CRITERIA) {
      everyUpdateIsThere(told, criterion);
    }
    assertEquals(
        chain("06649").size(),
        province.stored().seq(campaign, "06649"),
        "the head counts every entry");
  }

  private static String given(int hand) {
    return Plan.CRITERIA.get(hand % Plan.CRITERIA.size());
  }

  private Request as(String user, String criterion, Object body, String etag) {
    return Request.json(
            Route.SAVE_ANSWER,
            Map.of("c", campaign, "u", "06649", "criterion", criterion),
            user,
            body)
        .ifMatch(etag);
  }

  private String etag(int hand, String user, String criterion) {
    Request.Reply form =
        province.send(
            hand,
            Request.json(Route.READ_UNIT_FORM, Map.of("c", campaign, "u", "06649"), user, null));
    for (JsonNode group : form.body().get("groups")) {
      JsonNode first = group.get("criteria").get(0);
      if (first.get("id").asString().equals(criterion)) {
        JsonNode answer =
            first.path("answer").isMissingNode() ? first.path("contested") : first.path("answer");
        return answer.isMissingNode() ? null : answer.get("etag").asString();
      }
    }
    throw new AssertionError(criterion + " in " + form);
  }

  /** Accepted writes that changed something were each made on what the one before had left. */
  private void everyUpdateIsThere(List<Told> told, String criterion) {
    List<JsonNode> entries =
        chain("06649").stream()
            .filter(entry -> entry.at("/body/criterion").asString("").equals(criterion))
            .toList();
    long version = 0;
    for (JsonNode entry : entries) {
      assertEquals(++version, entry.at("/body/version").asLong(), criterion);
    }
    JsonNode stored = province.stored().document(pk("06649"), "ANSWER#" + criterion).orElseThrow();
    assertEquals(version, stored.get("version").asLong(), criterion);
    var etags = new TreeSet<Integer>();
    accepted(told).stream()
        .filter(each -> each.request().path().get("criterion").equals(criterion))
        .forEach(each -> etags.add(Integer.valueOf(each.reply().etag().substring(1))));
    assertEquals((long) etags.size(), version, "every version was answered to somebody");
    told.stream()
        .filter(each -> !each.reply().accepted() && each.reply().status() != 503)
        .forEach(each ->
            assertTrue(
                each.reply().is(WriteProblem.STALE)
                    || each.reply().is(WriteProblem.IF_MATCH_REQUIRED)
                    || each.reply().is(AnsweringProblem.OWN_WORD_STANDS),
                each.reply()::toString));
  }

  /** The district types while the commune answers: the commune's word is never written over. */
  @Test
  void typingOnBehalfNeverOverwritesTheCommunesOwnWord() throws Exception {
    String paper =
        Plan.done(province, Plan.paperForm(campaign, "06649", Plan.file(7))).field("evidenceId");
    String key = campaign + "/06649/" + paper;
    province
        .s3
        .client()
        .putObject(
            put -> put.bucket(Province.QUARANTINE).key(key), RequestBody.fromBytes(Plan.file(7)));
    province.arrived(0, key);
    List<Told> told =
        together(hand -> {
          var own = new ArrayList<Told>();
          boolean district = hand % 3 > 0;
          for (int n = 0; n < 6; n++) {
            String criterion = given(hand / 3 + n);
            String etag = etag(hand, "unit-06649", criterion);
            // The commune lets the district begin.
            if (district) {
              own.add(
                  send(
                      hand,
                      Plan.type(campaign, "06649", criterion, hand + n, "unit-193", paper)
                          .ifMatch(etag)));
            } else if (n > 2) {
              own.add(send(hand, as("unit-06649", criterion, Plan.answer(criterion, n), etag)));
            }
          }
          return own;
        });
    int typed = 0;
    for (String criterion : Plan.CRITERIA) {
      everyUpdateIsThere(told, criterion);
      boolean spoken = false;
      for (JsonNode entry : chain("06649")) {
        if (entry.at("/body/criterion").asString("").equals(criterion)) {
          boolean byOther = entry.get("kind").asString().equals("ANSWER_TYPED");
          assertTrue(!(spoken && byOther), () -> "written over: " + entry);
          spoken |= !byOther;
          typed += byOther ? 1 : 0;
        }
      }
    }
    assertTrue(typed > 0, "something was typed");
  }

  @Test
  void offlineCopiesAndSingleSavesAtOnceLoseNothing() throws Exception {
    long version = Plan.criteriaVersion(province, campaign, "SA");
    // Hands 0 to 3 bring copies of the empty form, each with figures of its own; the others save
    // single answers and overwrite what they have read.
    List<Told> told =
        together(hand -> {
          Request request =
              hand < 4
                  ? Plan.merge(
                      campaign,
                      "SA",
                      version,
                      Map.of(),
                      Map.of(
                          "I.1", Map.of("inputs", Map.of("a", hand, "b", 500)),
                          "II.1", Plan.answer("II.1", 1)))
                  : Plan.save(
                      campaign, "SA", "I.1", Map.of("inputs", Map.of("a", 100 + hand, "b", 500)));
          Told answer = send(hand, request);
          while (answer.reply().status() == 503) {
            answer = send(hand, request);
          }
          // Sent again after a lost answer.
          Told again = hand < 4 && answer.reply().accepted() ? send(hand, request) : null;
          return again == null ? List.of(answer) : List.of(answer, again);
        });
    List<JsonNode> chain = chain("SA");
    // Nobody had read anything, so one hand alone may have written I.1; every other was told.
    long writers =
        chain.stream().filter(entry -> entry.get("body").toString().contains("\"I.1\"")).count();
    assertEquals(1, writers);
    JsonNode answer = province.stored().document(pk("SA"), "ANSWER#I.1").orElseThrow();
    assertEquals(1, answer.get("version").asLong());
    told.stream()
        .filter(each -> !each.reply().accepted() && each.reply().status() != 503)
        .forEach(each ->
            assertTrue(
                each.request().route() == Route.MERGE_ANSWERS
                    ? each.reply().is(OfflineProblem.COPY_CONFLICTS)
                    : each.reply().is(WriteProblem.IF_MATCH_REQUIRED),
                each.reply()::toString));
    // A refused copy left nothing, not even what was in nobody's way.
    boolean copyWon = answer.at("/inputs/a").asInt() < 4;
    assertEquals(copyWon, province.stored().document(pk("SA"), "ANSWER#II.1").isPresent());
    assertEquals(chain.size(), province.stored().seq(campaign, "SA"));
    assertEquals(1, chain.size());
  }

  @Test
  void copiesOfDifferentCriteriaAreAllTaken() throws Exception {
    long version = Plan.criteriaVersion(province, campaign, "SA");
    List<Told> told =
        together(hand -> {
          String criterion = Plan.CRITERIA.get(hand % Plan.CRITERIA.size());
          Request request =
              Plan.merge(
                  campaign,
                  "SA",
                  version,
                  Map.of(),
                  Map.of(criterion, Plan.answer(criterion, 1 + hand % 3)));
          Told answer = send(hand, request);
          while (answer.reply().status() == 503) {
            answer = send(hand, request);
          }
          return List.of(answer);
        });
    // The same content from several hands is one change.
    assertEquals(HANDS, accepted(told).size());
    assertEquals(3, chain("SA").size());
    assertEquals(3, province.stored().documents(pk("SA"), "ANSWER#").size());
    Set<String> taken = new TreeSet<>();
    accepted(told)
        .forEach(each ->
            each.reply()
                .body()
                .get("taken")
                .forEach(answer -> taken.add(answer.get("criterion").asString())));
    assertEquals(new TreeSet<>(Plan.CRITERIA), taken);
  }

  private String pk(String unit) {
    return Stored.submission(campaign, unit);
  }

  @Test
  void ofManySubmissionsOneWins() throws Exception {
    for (String criterion : Plan.CRITERIA) {
      Plan.done(province, Plan.save(campaign, "SA", criterion, Plan.answer(criterion, 1)));
    }
    List<Told> told =
        together(hand ->
            List.of(send(hand, Plan.submit(campaign, "SA").ifMatch("f3").key("hand-" + hand))));
    assertEquals(1, accepted(told).size());
    told.stream()
        .filter(each -> !each.reply().accepted())
        .forEach(each ->
            assertTrue(
                each.reply().is(SubmissionProblem.FORM_SUBMITTED)
                    || each.reply().is(WriteProblem.STALE),
                each.reply()::toString));
    assertEquals(4, chain("SA").size());
  }

  @Test
  void clerksAndSignersAtOnceNeverSignWhatTheCodeDoesNotSay() throws Exception {
    for (String criterion : Plan.CRITERIA) {
      Plan.done(province, Plan.save(campaign, "SA", criterion, Plan.answer(criterion, 1)));
    }
    List<Told> told =
        together(hand -> {
          var own = new ArrayList<Told>();
          for (int n = 0; n < 8; n++) {
            own.add(send(hand, next(hand, n)));
          }
          return own;
        });
    List<JsonNode> chain = chain("SA");
    List<String> codes = Codes.check(campaign, "SA", chain);
    assertTrue(!codes.isEmpty(), "some closed");
    List<String> kinds = chain.stream().map(entry -> entry.get("kind").asString()).toList();
    long signed =
        told.stream()
            .filter(each -> each.request().route() == Route.SUBMIT_FORM && each.reply().accepted())
            .count();
    assertTrue(signed <= 1, "one signature at most");
    assertEquals(
        signed, kinds.stream().filter("FORM_SUBMITTED"::equals).count(), "and in the ledger once");
    assertEquals(
        kinds.stream().filter("FORM_CLOSED"::equals).count(),
        told.stream()
            .filter(each -> each.request().route() == Route.CLOSE_FORM)
            .filter(each -> each.reply().accepted())
            .map(each -> each.reply().body().get("closedAt").asString())
            .distinct()
            .count(),
        "each closing was told, and no other");
    told.stream()
        .filter(each -> !each.reply().accepted() && each.reply().status() != 503)
        .forEach(each ->
            assertTrue(
                each.reply().is(WriteProblem.STALE)
                    || each.reply().is(SubmissionProblem.FORM_SUBMITTED)
                    || each.reply().is(SigningProblem.CODE_NOT_IN_FORCE),
                each.reply()::toString));
  }

  /** Two of three hands type and close in turn, the third signs the code that it reads. */
  private Request next(int hand, int n) {
    if (hand % 3 == 2) {
      JsonNode form =
          Plan.done(province, Plan.of(campaign, "SA", Route.READ_UNIT_FORM, null)).body();
      String code = form.at("/closing/checkCode").asString("");
      if (!code.isEmpty() && n > 2) {
        return Plan.submit(campaign, "SA", code).key("sign-" + hand + "-" + n);
      }
    }
    return n % 2 == 0
        ? Plan.close(campaign, "SA").ifMatch(formEtag()).key("close-" + hand + "-" + n)
        : Plan.save(campaign, "SA", "I.1", Plan.answer("I.1", hand + n)).ifMatch(etag("I.1"));
  }

  @Test
  void theSameRequestSentManyTimesAtOnceTakesEffectOnce() throws Exception {
    Request request = Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("one");
    List<Told> told = together(hand -> List.of(send(hand, request)));
    var ids = new TreeSet<String>();
    accepted(told).forEach(each -> ids.add(each.reply().field("evidenceId")));
    assertEquals(HANDS, accepted(told).size());
    assertEquals(1, ids.size());
    assertEquals(1, chain("SA").size());
  }

  @Test
  void everyGrantIsGrantedOnce() throws Exception {
    List<Told> told =
        together(hand ->
            List.of(
                send(
                    hand,
                    Plan.grant(campaign, "SA", "I.1", Plan.file(hand)).key("grant-" + hand))));
    var granted = new TreeSet<String>();
    accepted(told).forEach(each -> granted.add(each.reply().field("evidenceId")));
    assertTrue(!granted.isEmpty());
    assertEquals(granted, province.stored().documents(pk("SA"), "EVIDENCE#").keySet());
    assertEquals(granted.size(), chain("SA").size());
  }

  @Test
  void arrivalAndScanAtOnceAcceptTheFileOnce() throws Exception {
    String id =
        Plan.done(province, Plan.grant(campaign, "SA", "I.1", Plan.file(1)).key("g"))
            .field("evidenceId");
    String key = campaign + "/SA/" + id;
    province
        .s3
        .client()
        .putObject(
            put -> put.bucket(Province.QUARANTINE).key(key), RequestBody.fromBytes(Plan.file(1)));
    together(hand -> {
      if (hand % 2 == 0) {
        province.arrived(hand, key);
      } else {
        province.scanned(hand, key, true);
      }
      return List.of();
    });
    JsonNode file = province.stored().document(pk("SA"), "EVIDENCE#" + id).orElseThrow();
    assertEquals("ACCEPTED", file.get("state").asString());
    assertEquals(4, chain("SA").size(), "granted, one fact, the other, kept");
    String kept = campaign + "/SA/" + Sha256.hex(Plan.file(1));
    province.s3.client().headObject(head -> head.bucket(Province.EVIDENCE).key(kept));
  }

  @Test
  void whateverImportIsInForceIsInForceWhole() throws Exception {
    campaign = "imports-" + ++campaigns;
    Plan.prepared(province, campaign);
    List<Told> told =
        together(hand ->
            List.of(
                send(hand, Plan.units(campaign, register(hand))),
                send(hand, Plan.criteria(campaign, 1, "v" + hand))));
    Stored stored = province.stored();
    JsonNode pointers =
        stored.document("C#" + campaign + "#CAMPAIGN", "HEAD").orElseThrow().get("pointers");
    var units = stored.documents("C#" + campaign + "#UNITS#" + pointers.get("units"), "");
    assertEquals(30, units.size());
    var names = new TreeSet<String>();
    units.values().forEach(unit -> names.add(unit.get("name").asString().split(" ")[0]));
    assertEquals(1, names.size(), "of one import");
    JsonNode set =
        stored
            .document("C#" + campaign + "#CRITERIA#1", "V#" + pointers.get("criteria").get("1"))
            .orElseThrow();
    List<JsonNode> chain =
        stored.chain(
            "C#" + campaign + "#CAMPAIGN",
            stored
                .document("C#" + campaign + "#CAMPAIGN", "HEAD")
                .orElseThrow()
                .at("/tip/hash")
                .asString());
    JsonNode last = null;
    for (JsonNode entry : chain) {
      last = entry.get("kind").asString().equals("CRITERIA_IMPORTED") ? lastOf(entry, last) : last;
    }
    assertEquals(last.at("/body/setVersion").asString(), set.get("version").asString());
    // Created, four imports before, and one entry for each that was accepted.
    assertEquals(5 + accepted(told).size(), chain.size());
  }

  private static JsonNode lastOf(JsonNode entry, JsonNode before) {
    return entry.at("/body/group").asInt() == 1 ? entry : before;
  }

  private static String register(int hand) {
    var csv = new StringBuilder("code,group,kind,name,parent_code\n");
    for (int n = 0; n < 30; n++) {
      csv.append("D%d,1,department,H%d %d,\n".formatted(n, hand, n));
    }
    return csv.toString();
  }

  @Test
  void manyProjectorsLeaveTheNewestRow() throws Exception {
    together(hand -> {
      String criterion = Plan.CRITERIA.get(hand % Plan.CRITERIA.size());
      Told told =
          send(
              hand,
              Plan.save(campaign, "SA", criterion, Plan.answer(criterion, hand))
                  .ifMatch(etag(criterion)));
      province.stream(hand, List.of(pk("SA")));
      return List.of(told);
    });
    JsonNode row = province.stored().document("C#" + campaign + "#PROGRESS", "SA").orElseThrow();
    assertEquals(chain("SA").size(), row.get("sourceSeq").asInt());
    String points =
        province.stored().documents(pk("SA"), "ANSWER#").values().stream()
            .map(answer -> new BigDecimal(answer.path("points").asString("0")))
            .reduce(new BigDecimal("0.00"), BigDecimal::add)
            .toPlainString();
    assertEquals(points, row.get("points").asString());
  }
}
