package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * Holds a refusal to what every refusal owes its reader: status and type, each place at fault, the
 * catalogue's sentence in Vietnamese unless English is asked for, no slot left open, and data as
 * they were.
 */
final class Refusals {

  private static final Pattern SLOT = Pattern.compile("\\{[^}]*}");

  private final Stored stored;

  Refusals(LocalSystem system) {
    this.stored = new Stored(system);
  }

  /** A place and what is wrong there. */
  record Fault(String place, Problem problem) {}

  static Fault at(String place, Problem problem) {
    return new Fault(place, problem);
  }

  /** Sends it in both languages and checks both answers; the Vietnamese one comes back. */
  Answer refused(Call call, int status, Problem problem, Fault... faults) {
    String campaign = campaign(call);
    var before = stored.about(campaign);
    Answer vietnamese = check(call, call, status, problem, Language.VI, faults);
    check(call, call.with("Accept-Language", "en-GB,en"), status, problem, Language.EN, faults);
    Stored.assertSame(before, stored.about(campaign), call);
    return vietnamese;
  }

  private static String campaign(Call call) {
    String[] path = call.path.split("[/?]");
    return path.length > 2 ? path[2] : "";
  }

  private static Answer check(
      Call shown, Call sent, int status, Problem problem, Language language, Fault... faults) {
    Answer answer = sent.send();
    String all = shown + ": " + answer.status() + " " + answer.text();
    assertEquals(status, answer.status(), all);
    assertEquals(
        "application/problem+json; charset=utf-8", answer.headers().get("content-type"), all);
    assertEquals(
        language == Language.EN ? "en" : "vi", answer.headers().get("content-language"), all);
    JsonNode body = answer.json();
    assertEquals(status, body.get("status").asInt(), all);
    assertSays(problem, language, body, all);
    assertTrue(!body.get("title").asString().isBlank(), all);
    var places = new ArrayList<Fault>();
    body.path("errors")
        .forEach(error -> {
          Fault fault = at(error.get("place").asString(), problem(error.get("type").asString()));
          places.add(fault);
          assertSays(fault.problem(), language, error, all);
        });
    assertEquals(List.of(faults), places, all);
    return answer;
  }

  private static void assertSays(Problem problem, Language language, JsonNode node, String all) {
    assertEquals("urn:minhbach:problem:" + problem.slug(), node.get("type").asString(), all);
    assertNotEquals(problem.text(Language.VI), problem.text(Language.EN));
    String detail = node.get("detail").asString();
    assertTrue(sentence(problem.text(language)).matcher(detail).matches(), all);
  }

  // A slot that nobody filled shows as an ellipsis, and the sentence is not whole.
  private static Pattern sentence(String text) {
    var pattern = new StringBuilder();
    var slots = SLOT.matcher(text);
    int from = 0;
    while (slots.find()) {
      pattern.append(Pattern.quote(text.substring(from, slots.start()))).append("(?!…)(?s:.*)");
      from = slots.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(from))).toString());
  }

  private static Problem problem(String type) {
    return Catalogues.ofSlug(type.substring("urn:minhbach:problem:".length()));
  }
}
