package vn.minhbach.local.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import vn.minhbach.core.Problem;
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
        assertTrue(each.reply().is(Problem.BUSY), each.reply()::toString);
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
                each.reply().is(Problem.STALE) || each.reply().is(Problem.IF_MATCH_REQUIRED),
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
              Plan.save(campaign, "SA", criterion, Plan.answer(criterion, 1 + hand % 2))
                  .ifMatch("*");
          Told answer = send(hand, request);
          // As a client does that is told to try again.
          while (answer.reply().status() == 503) {
            answer = send(hand, request);
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
                each.reply().is(Problem.FORM_SUBMITTED) || each.reply().is(Problem.STALE),
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
                each.reply().is(Problem.STALE)
                    || each.reply().is(Problem.FORM_SUBMITTED)
                    || each.reply().is(Problem.CODE_NOT_IN_FORCE),
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
        ? Plan.close(campaign, "SA").ifMatch("*").key("close-" + hand + "-" + n)
        : Plan.save(campaign, "SA", "I.1", Plan.answer("I.1", hand + n)).ifMatch("*");
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
    assertEquals(3, chain("SA").size(), "granted, one fact, the other fact");
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
              Plan.save(campaign, "SA", criterion, Plan.answer(criterion, hand)).ifMatch("*"));
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
