package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.Catalogues;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.scoring.ScoringProblem;

/** A refusal becomes a problem document (RFC 9457) in the reader's language. */
class ProblemsTest {

  @ParameterizedTest
  @EnumSource
  void everyKindHasAStatusOfItsOwnAndATitleInBothLanguages(Problem.Kind kind) {
    int status = Problems.status(kind);
    assertTrue(status >= 400 && status <= 503);
    Problem problem =
        Catalogues.problems().values().stream()
            .filter(one -> one.kind() == kind)
            .findFirst()
            .orElseThrow();
    var fault = new Fault(problem, new LinkedHashMap<>());
    Map<?, ?> vietnamese = body(Problems.reply(Refusal.of(fault), Language.VI));
    Map<?, ?> english = body(Problems.reply(Refusal.of(fault), Language.EN));
    assertEquals(status, vietnamese.get("status"));
    assertFalse(vietnamese.get("title").toString().isBlank());
    assertNotEquals(vietnamese.get("title"), english.get("title"));
    assertEquals(vietnamese.get("type"), english.get("type"));
  }

  @Test
  void noTwoKindsShareAStatus() {
    var statuses = new EnumMap<Problem.Kind, Integer>(Problem.Kind.class);
    for (Problem.Kind kind : Problem.Kind.values()) {
      statuses.put(kind, Problems.status(kind));
    }
    assertEquals(statuses.size(), new HashSet<>(statuses.values()).size());
  }

  @Test
  void namesEachPlaceAtFault() {
    Refusal refusal =
        Refusal.of(
            ScoringProblem.INVALID_ANSWER.of(new CriterionId("I.1"), 1),
            List.of(Refusal.Violation.at("inputs.a", InputProblem.NEGATIVE.of("-1", 0))));
    Reply reply = Problems.reply(refusal, Language.VI);
    assertEquals(422, reply.status());
    assertTrue(reply.contentType().startsWith("application/problem+json"));
    assertEquals("vi", reply.headers().get("content-language"));
    assertEquals(
        Map.of(
            "type", "urn:minhbach:problem:invalid-answer",
            "title", "Không hợp lệ",
            "status", 422,
            "detail", "Câu trả lời cho tiêu chí I.1 có 1 chỗ không đúng; chưa có gì được ghi.",
            "errors",
                List.of(
                    Map.of(
                        "place", "inputs.a",
                        "type", "urn:minhbach:problem:negative",
                        "detail", "“inputs.a”: -1 là số âm; cần số từ 0 trở lên."))),
        body(reply));
  }

  @Test
  void tellsWhenToTryAgain() {
    assertEquals(
        "2",
        Problems.reply(Refusal.of(WriteProblem.BUSY.of()), Language.EN)
            .headers()
            .get("retry-after"));
    assertFalse(
        Problems.reply(Refusal.of(WriteProblem.STALE.of("e2")), Language.EN)
            .headers()
            .containsKey("retry-after"));
  }

  private static Map<?, ?> body(Reply reply) {
    return JsonMapper.shared().readValue(reply.body(), Map.class);
  }
}
