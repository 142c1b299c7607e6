package vn.minhbach.local.client;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * The API did not do what it was asked to; the message names route, status and the problem's
 * detail.
 */
public final class ApiRefused extends RuntimeException {

  private static final int TEXT_SHOWN = 500;
  private static final int ERRORS_SHOWN = 5;

  private final transient Answer answer;

  public ApiRefused(Answer answer) {
    super(message(answer));
    this.answer = answer;
  }

  /** What it said. */
  public Answer answer() {
    return answer;
  }

  private static String message(Answer answer) {
    JsonNode problem = answer.json();
    StringJoiner message = new StringJoiner(" ");
    message.add(answer.method()).add(answer.path() + ":").add("" + answer.status());
    if (!problem.path("detail").isString()) {
      String text = answer.text();
      return message.add(text.substring(0, Math.min(TEXT_SHOWN, text.length()))).toString();
    }
    message.add(problem.path("detail").asString());
    problem.path("errors").values().stream()
        .limit(ERRORS_SHOWN)
        .forEach(error ->
            message
                .add("[" + error.path("place").asString("") + "]")
                .add(error.path("detail").asString("")));
    return message.add("(" + problem.path("type").asString("") + ")").toString();
  }
}
