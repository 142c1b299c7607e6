package vn.minhbach.core.appraise.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.appraise.marking.Bench;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.upload.UploadProblem;

/** The team's closing session: who was there, who dissented, and the report that waits for it. */
class SessionTest {

  private static final String PDF = "5".repeat(64);
  private static final String TEXT = "6".repeat(64);

  private final Bench bench = new Bench();

  @BeforeEach
  void scanIsUploaded() {
    bench.at(Instant.parse("2020-12-28T02:00:00Z"));
    bench.uploaded.put(PDF, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
    bench.uploaded.put(TEXT, "<html>".getBytes(StandardCharsets.UTF_8));
  }

  private Outcome<Session> held(Condition condition, Map<String, Object> other) {
    var body = new HashMap<String, Object>();
    body.put("number", "03/BB-TTĐ");
    body.put("day", "2020-12-28");
    body.put("present", List.of(Bench.LEAD, Bench.SKHCN));
    body.put("upload", PDF);
    body.putAll(other);
    return bench.session.hold(ID, Province.act(bench.now()), condition, HoldSession.read(body));
  }

  private static Map<String, Object> dissent(String account) {
    return Map.of("account", account, "text", "Tiêu chí II.12 chấm chưa thống nhất");
  }

  @Test
  void minutesKeepWhoWasThereWhoDissentedAndTheSignedPaper() {
    refused(SessionProblem.NO_SESSION, bench.session.read(bench.campaign()));
    accepted(held(Condition.NONE, Map.of("dissents", List.of(dissent(Bench.SKHCN)))));
    Session kept = accepted(bench.session.read(bench.campaign()));
    assertEquals(List.of(Bench.LEAD, Bench.SKHCN), kept.present());
    assertEquals(Bench.SKHCN, kept.dissents().getFirst().by());
    assertEquals(Set.of(PDF), bench.papers.keySet());
    assertEquals(
        "SESSION_MINUTED",
        bench.province.memory.chain(bench.campaign().chain().toString()).getLast().kind());
  }

  @Test
  void sameMinutesAgainWriteNothingAndOthersNeedTheEtag() {
    accepted(held(Condition.NONE, Map.of()));
    int entries = bench.province.memory.entries();
    accepted(held(Condition.NONE, Map.of()));
    assertEquals(entries, bench.province.memory.entries());
    refused(WriteProblem.IF_MATCH_REQUIRED, held(Condition.NONE, Map.of("number", "04/BB-TTĐ")));
    assertEquals(
        "s2",
        accepted(held(new Condition(Optional.of("s1")), Map.of("number", "04/BB-TTĐ"))).etag());
  }

  @Test
  void minutesAreRefusedWithEveryPlaceAtFaultAndNothingIsKept() {
    assertEquals(
        Set.of(
            "day " + SessionProblem.SESSION_DAY,
            "present[0] " + SessionProblem.NOT_IN_SESSION,
            "present " + SessionProblem.SESSION_WITHOUT_LEAD,
            "dissents[0] " + SessionProblem.DISSENT_OF_ABSENT),
        places(
            refused(
                InputProblem.INVALID_BODY,
                held(
                    Condition.NONE,
                    Map.of(
                        "day", "2020-12-29",
                        "present", List.of("stranger"),
                        "dissents", List.of(dissent(Bench.SNV)))))));
    assertEquals(
        Set.of("upload " + SessionProblem.SESSION_PAPER),
        places(refused(InputProblem.INVALID_BODY, held(Condition.NONE, Map.of("upload", TEXT)))));
    refused(UploadProblem.UNKNOWN_UPLOAD, held(Condition.NONE, Map.of("upload", "7".repeat(64))));
    assertTrue(bench.papers.isEmpty());
  }

  @Test
  void reportWaitsForMinutesThatAreAsLateAsTheLastClosing() {
    Instant closed = Instant.parse("2020-12-29T02:00:00Z");
    bench.delivered("SXD");
    List<Head> heads = List.of(closed(closed));
    accepted(bench.session.held(bench.campaign(), List.of()));
    refused(SessionProblem.SESSION_FIRST, bench.session.held(bench.campaign(), heads));
    accepted(held(Condition.NONE, Map.of()));
    refused(SessionProblem.SESSION_OVERTAKEN, bench.session.held(bench.campaign(), heads));
    accepted(
        bench.session.held(
            bench.campaign(), List.of(closed(Instant.parse("2020-12-28T09:00:00Z")))));
  }

  private Head closed(Instant at) {
    return bench.province.head("SXD").withAppraisalClosed(at);
  }
}
