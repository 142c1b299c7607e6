package vn.minhbach.local.whole;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.openapi.OpenApi;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/** Holds every answer of the API to openapi.yaml. */
final class Described implements BiConsumer<Call, Answer> {

  private final OpenApi openApi = OpenApi.ofProject();
  private final Set<String> faults = new LinkedHashSet<>();

  @Override
  public synchronized void accept(Call call, Answer answer) {
    String path = call.path.split("\\?", 2)[0];
    if (path.startsWith("/local/")) {
      return;
    }
    boolean json = answer.headers().getOrDefault("content-type", "").contains("json");
    Object body = json ? plain(answer.json()) : answer.text();
    faults.addAll(openApi.faults(call.method, path, answer.status(), answer.headers(), body));
  }

  /** What was answered so far that is not as described, each fault once. */
  Set<String> faults() {
    return faults;
  }

  private static Object plain(JsonNode tree) {
    return Http.JSON.convertValue(tree, Object.class);
  }
}
