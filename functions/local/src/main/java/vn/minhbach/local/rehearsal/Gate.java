package vn.minhbach.local.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.ApiClient;

/**
 * Plays the districts: each gives one form back to its commune, remarks on another, and sends on
 * what has come. For the slow ones the office does, once their day is over.
 */
final class Gate {

  static final int WORK = 2;

  private static final int PAGE = 500;

  private final ApiClient api;
  private final String path;
  private final Province province;
  private final Player player;
  private final Bar bar;
  private final String office;

  Gate(ApiClient api, String path, Province province, Player player, Bar bar, String office) {
    this.api = api;
    this.path = path;
    this.province = province;
    this.player = player;
    this.bar = bar;
    this.office = office;
  }

  private String path(Unit unit) {
    return path + "/units/" + unit.code();
  }

  /** Gives one form back, and has it sent anew; remarks on the next one's first criterion. */
  void check(Unit district, LocalDate day) {
    List<Unit> communes = province.inTimeOf(district);
    if (communes.isEmpty()) {
      return;
    }
    ApiClient user = api.login(district.user());
    Unit back = communes.getFirst();
    if (!returned(back)) {
      user.post(
              path(back) + "/return",
              "rehearsal-return-" + back.code(),
              Map.of("reason", "Số liệu chưa khớp với sổ của huyện, đề nghị xã rà soát"),
              "If-Match",
              user.get(path(back) + "/form").etag().orElseThrow())
          .body();
    }
    player.submit(back, day, false);
    JsonNode form = user.get(path(communes.getLast()) + "/form").body();
    String criterion = form.get("groups").get(0).get("criteria").get(0).get("id").asString();
    boolean remarked = form.get("groups").get(0).get("criteria").get(0).has("remark");
    if (!remarked) {
      user.put(
              path(communes.getLast()) + "/remarks/" + criterion,
              Map.of("remark", "Huyện đã đối chiếu, số liệu đúng"))
          .body();
    }
  }

  private boolean returned(Unit commune) {
    return api.login(commune.user())
        .get(path(commune) + "/ledger?limit=" + PAGE)
        .body()
        .get("items")
        .valueStream()
        .anyMatch(entry -> entry.get("kind").asString().equals("FORM_RETURNED"));
  }

  /** Sends on what waits at a district, in one of its batches. */
  void forward(Unit district, int batch) {
    ApiClient user = api.login(district.user());
    JsonNode communes = user.get(path(district) + "/communes").body().get("items");
    ToIntFunction<Boolean> count =
        waits ->
            (int)
                communes
                    .valueStream()
                    .map(commune -> commune.get("state").asString())
                    .filter(Player::delivered)
                    .filter(state -> waits == state.equals("AT_DISTRICT"))
                    .count();
    int waiting = count.applyAsInt(true);
    if (batch == 1) {
      bar.step(count.applyAsInt(false) * WORK, true);
    }
    if (waiting == 0) {
      return;
    }
    if (province.slow(district)) {
      api.login(office)
          .post(
              path(district) + "/consolidation/override",
              "rehearsal-override-" + district.code(),
              Map.of("communes", "ready", "reason", "Huyện quá hạn tổng hợp, xã đã nộp đúng hạn"))
          .body();
    } else {
      String etag = user.get(path(district) + "/form").body().get("etag").asString();
      user.post(
              path(district) + "/consolidation",
              "rehearsal-batch-" + batch,
              Map.of(
                  "communes",
                  "ready",
                  "statement",
                  "%s đã kiểm tra, tổng hợp phiếu tự đánh giá của cấp xã, đợt %d"
                      .formatted(district.name(), batch)),
              "If-Match",
              "\"" + etag + "\"")
          .body();
    }
    bar.step(waiting * WORK, false);
  }
}
