package vn.minhbach.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;
import vn.minhbach.local.client.ApiRefused;

/**
 * Whom to write to at the units of the first start's campaign, entered by each unit itself, so that
 * reminders go somewhere. The addresses end in .example, which no mail server ever has. A unit that
 * has contacts, or had some, keeps its own.
 */
final class SampleContacts {

  /**
   * The campaign takes none any more, or somebody has written before and their list stays. That may
   * have been ourselves, when the answer was lost.
   */
  private static final Set<Integer> NOT_NOW = Set.of(403, 409, 412, 428);

  /** As many as the local system runs of a function at a time. */
  private static final int HANDS = 2;

  private final ApiClient api;
  private final String campaign;

  /**
   * For a campaign that is open.
   *
   * @param api repeats what failed on the other side
   */
  SampleContacts(ApiClient api, String campaign) {
    this.api = api;
    this.campaign = "/campaigns/" + campaign;
  }

  /** Whether some unit has contacts already. */
  boolean begun() {
    return units().stream().anyMatch(line -> line.path("contacts").asInt(0) > 0);
  }

  private List<JsonNode> units() {
    return api.login("office")
        .get(campaign + "/reminders")
        .body()
        .get("items")
        .valueStream()
        .toList();
  }

  /**
   * Fills in what is missing.
   *
   * @return how many units had none
   * @throws ApiRefused when the system refuses, with its answer
   */
  int fill() throws InterruptedException {
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      List<Future<?>> units = new ArrayList<>();
      for (JsonNode line : units()) {
        if (line.path("contacts").asInt(0) == 0) {
          units.add(hands.submit(() -> fill(line.get("unit").asString(), line)));
        }
      }
      for (Future<?> unit : units) {
        unit.get();
      }
      return units.size();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException told
          ? told
          : new IllegalStateException(failed);
    }
  }

  private void fill(String code, JsonNode line) {
    String name = line.path("name").asString(code);
    Answer answer =
        api.login("unit-" + code)
            .put(
                campaign + "/units/" + code + "/contacts",
                Map.of(
                    "contacts",
                    List.of(
                        contact("Văn thư", "van-thu", "typist", code, name),
                        contact("Lãnh đạo", "lanh-dao", "signer", code, name))));
    if (!answer.done() && !NOT_NOW.contains(answer.status())) {
      throw new ApiRefused(answer);
    }
  }

  private static Map<String, String> contact(
      String office, String box, String role, String code, String name) {
    return Map.of(
        "name",
        office + " " + name,
        "email",
        box + "@" + code.toLowerCase(Locale.ROOT) + ".example",
        "role",
        role);
  }
}
