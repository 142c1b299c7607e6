package vn.minhbach.local.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;

/**
 * Plays how units are heard: explanations of what the team disputes, then requests to reconsider
 * what the provisional result shows. Of those who are asked one unit stays silent, and once the
 * team does.
 */
final class Hearing {

  static final int EXPLANATIONS = 60;
  static final int PETITIONS = 25;
  static final int WORK = 3;

  private static final int A_UNIT = 3;
  private static final double REMARKED = 0.4;
  private static final double NEW_POINTS = 0.4;
  private static final double ON_BEHALF = 0.2;

  private final ApiClient api;
  private final String path;
  private final Cast cast;
  private final Chances chances;
  private final Costs costs;
  private final Bar bar;
  private final Appraisal appraisal;
  private final Player player;
  private final ConcurrentMap<Unit, JsonNode> asked = new ConcurrentHashMap<>();

  Hearing(
      ApiClient api,
      String path,
      Cast cast,
      Chances chances,
      Costs costs,
      Bar bar,
      Appraisal appraisal,
      Player player) {
    this.api = api;
    this.path = path;
    this.cast = cast;
    this.chances = chances;
    this.costs = costs;
    this.bar = bar;
    this.appraisal = appraisal;
    this.player = player;
  }

  private String path(Unit unit) {
    return path + "/units/" + unit.code();
  }

  private ApiClient chief(Unit unit) {
    return api.login(cast.chief(unit).account());
  }

  private List<Unit> inTurn(List<Unit> units, String word) {
    return units.stream()
        .sorted(Comparator.comparing(unit -> chances.of(word, unit.code()).nextLong()))
        .toList();
  }

  /** Asks about cuts that the units were not shown yet, until enough are asked. */
  void ask(List<Unit> units, Workers workers) throws InterruptedException {
    workers.each(units, this::known);
    int left =
        EXPLANATIONS - asked.values().stream().mapToInt(items -> items.get("items").size()).sum();
    bar.step((EXPLANATIONS - left) * WORK, true);
    var proposed = new ConcurrentHashMap<Unit, List<String>>();
    workers.each(
        units.stream().filter(unit -> !asked.containsKey(unit)).toList(),
        unit -> {
          List<String> cuts =
              appraisal
                  .settled(unit)
                  .body()
                  .get("items")
                  .valueStream()
                  .filter(cell -> cell.get("state").asString().equals("PROPOSED"))
                  .map(cell -> cell.get("criterion").asString())
                  .limit(A_UNIT)
                  .toList();
          if (!cuts.isEmpty()) {
            proposed.put(unit, cuts);
          }
        });
    var chosen = new LinkedHashMap<Unit, List<String>>();
    for (Unit unit : inTurn(List.copyOf(proposed.keySet()), "asked")) {
      List<String> cuts = proposed.get(unit).stream().limit(Math.max(0, left)).toList();
      if (!cuts.isEmpty()) {
        chosen.put(unit, cuts);
        left -= cuts.size();
      }
    }
    costs.sample(true);
    new Workers(1)
        .each(
            List.copyOf(chosen.keySet()),
            unit -> {
              ask(unit, chosen.get(unit));
              bar.step(chosen.get(unit).size() * WORK, false);
            });
    costs.sample(false);
  }

  private void known(Unit unit) {
    JsonNode explanations = chief(unit).get(path(unit) + "/explanations").body();
    if (!explanations.get("items").isEmpty()) {
      asked.put(unit, explanations);
    }
  }

  private void ask(Unit unit, List<String> cuts) {
    List<Map<String, Object>> questions =
        cuts.stream()
            .<Map<String, Object>>map(id ->
                Map.of(
                    "criterion",
                    id,
                    "question",
                    "Đề nghị đơn vị giải trình chênh lệch ở tiêu chí " + id))
            .toList();
    costs
        .of(
            Costs.Use.QUESTION,
            1,
            () ->
                chief(unit)
                    .post(
                        path(unit) + "/explanations",
                        "rehearsal-explanations-" + unit.code(),
                        Map.of("criteria", questions)))
        .body();
    known(unit);
  }

  /** The unit that never answers; empty where too few are asked. */
  private Optional<Unit> silentUnit() {
    return silent(0);
  }

  /** The unit whose answer the team never judges. */
  private Optional<Unit> unheard() {
    return silent(1);
  }

  private Optional<Unit> silent(int which) {
    List<Unit> turn = inTurn(List.copyOf(asked.keySet()), "silent");
    return turn.size() < 3 ? Optional.empty() : Optional.of(turn.get(which));
  }

  /** How many units were asked. */
  int asked() {
    return asked.size();
  }

  /** Units explain, and sign it; districts remark on what their communes were asked. */
  void explain(Workers workers, LocalDate day) throws InterruptedException {
    Optional<Unit> silent = silentUnit();
    workers.each(
        asked.keySet().stream().filter(unit -> silent.filter(unit::equals).isEmpty()).toList(),
        unit -> explain(unit, day));
  }

  private static JsonNode last(JsonNode explanation) {
    JsonNode rounds = explanation.get("rounds");
    return rounds.get(rounds.size() - 1);
  }

  private void explain(Unit unit, LocalDate day) {
    ApiClient user = api.login(unit.user());
    List<JsonNode> open =
        user.get(path(unit) + "/explanations")
            .body()
            .get("items")
            .valueStream()
            .filter(one -> !last(one).has("confirmed") && !last(one).has("silent"))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    for (JsonNode one : open) {
      String id = one.get("criterion").asString();
      if (!last(one).has("answer")) {
        costs
            .of(
                Costs.Use.EXPLANATION,
                1,
                () ->
                    user.put(
                        path(unit) + "/explanations/" + id,
                        Map.of("text", "Đơn vị đối chiếu lại số liệu tiêu chí " + id)))
            .body();
      }
      remark(unit, id);
    }
    Answer written = user.get(path(unit) + "/explanations");
    user.post(
            path(unit) + "/explanations/submission",
            "rehearsal-explained-" + unit.code(),
            player.signed(unit, "GT", day),
            "If-Match",
            written.etag().orElseThrow())
        .body();
  }

  private void remark(Unit unit, String criterion) {
    if (unit.parent().isPresent()
        && chances.of("remark", unit.code(), criterion).nextDouble() < REMARKED) {
      api.login("unit-" + unit.parent().get())
          .put(
              path(unit) + "/remarks/" + criterion,
              Map.of("remark", "Huyện đã xem giải trình của xã ở tiêu chí " + criterion))
          .body();
    }
  }

  /** The team judges once more what was explained, but for what it forgets. */
  void judge(Workers workers) throws InterruptedException {
    Optional<Unit> unheard = unheard();
    workers.each(
        asked.keySet().stream().filter(unit -> unheard.filter(unit::equals).isEmpty()).toList(),
        this::judge);
  }

  private void judge(Unit unit) {
    known(unit);
    List<String> spoken =
        asked
            .get(unit)
            .get("items")
            .valueStream()
            .filter(one -> last(one).has("confirmed") && !last(one).has("silent"))
            .map(one -> one.get("criterion").asString())
            .toList();
    appraisal
        .settled(unit)
        .body()
        .get("items")
        .valueStream()
        .filter(cell -> spoken.contains(cell.get("criterion").asString()))
        .filter(cell ->
            Appraisal.standing(cell).stream()
                .noneMatch(one -> one.get("kind").asString().equals("AFTER_EXPLANATION")))
        .forEach(cell -> appraisal.judgeAgain(unit, cell));
    appraisal.settled(unit);
  }

  /** What silence has decided is written, and nothing is left to settle. */
  void lapse(Workers workers) throws InterruptedException {
    workers.each(
        List.copyOf(asked.keySet()),
        unit -> {
          known(unit);
          appraisal.settled(unit);
        });
  }

  /** A petition that is to be written. */
  private record Plea(Unit unit, String criterion) {}

  /** Units ask to reconsider; for some the office enters it from their letter. */
  void petition(List<Unit> units, Workers workers, LocalDate day) throws InterruptedException {
    var there = new ConcurrentHashMap<Unit, JsonNode>();
    var cut = new ConcurrentHashMap<Unit, String>();
    workers.each(
        units,
        unit -> {
          JsonNode known = api.login(unit.user()).get(path(unit) + "/petitions").body();
          if (!known.get("items").isEmpty()) {
            there.put(unit, known);
          } else {
            appraisal
                .settled(unit)
                .body()
                .get("items")
                .valueStream()
                .filter(Hearing::counted)
                .findFirst()
                .ifPresent(cell -> cut.put(unit, cell.get("criterion").asString()));
          }
        });
    for (Unit unit : there.keySet()) {
      sign(unit, there.get(unit), day);
    }
    bar.step(there.size() * WORK, true);
    List<Plea> pleas =
        new ArrayList<>(
            inTurn(List.copyOf(cut.keySet()), "petition").stream()
                .map(unit -> new Plea(unit, cut.get(unit)))
                .limit(Math.max(0, PETITIONS - there.size()))
                .toList());
    costs.sample(true);
    new Workers(1)
        .each(
            pleas,
            plea -> {
              write(plea, day);
              bar.step(WORK, false);
            });
    costs.sample(false);
  }

  /** A cell that counts less than the unit gave itself. */
  private static boolean counted(JsonNode cell) {
    JsonNode counts = cell.path("counts");
    JsonNode self = cell.get("self");
    return counts.has("points")
        && self.has("points")
        && new BigDecimal(counts.get("points").asString())
                .compareTo(new BigDecimal(self.get("points").asString()))
            < 0;
  }

  private void write(Plea plea, LocalDate day) {
    Unit unit = plea.unit();
    boolean onBehalf = chances.of("letter", unit.code()).nextDouble() < ON_BEHALF;
    String text = "Đề nghị xem xét lại điểm tiêu chí " + plea.criterion();
    if (onBehalf) {
      api.login(cast.clerk(unit))
          .post(
              path(unit) + "/petitions",
              "rehearsal-petition-" + unit.code(),
              Map.of(
                  "criterion",
                  plea.criterion(),
                  "text",
                  text,
                  "letter",
                  Map.of("number", player.letter(unit, "ĐN"), "date", day.toString())))
          .body();
      return;
    }
    ApiClient user = api.login(unit.user());
    costs
        .of(
            Costs.Use.PETITION,
            1,
            () ->
                user.post(
                    path(unit) + "/petitions",
                    "rehearsal-petition-" + unit.code(),
                    Map.of("criterion", plea.criterion(), "text", text)))
        .body();
    sign(unit, user.get(path(unit) + "/petitions").body(), day);
  }

  private void sign(Unit unit, JsonNode petitions, LocalDate day) {
    boolean draft =
        petitions
            .get("items")
            .valueStream()
            .anyMatch(one -> one.get("state").asString().equals("DRAFT"));
    if (draft) {
      ApiClient user = api.login(unit.user());
      user.post(
              path(unit) + "/petitions/submission",
              "rehearsal-petitioned-" + unit.code(),
              player.signed(unit, "ĐN", day),
              "If-Match",
              user.get(path(unit) + "/petitions").etag().orElseThrow())
          .body();
    }
  }

  /** Lead or deputy decides every petition. */
  void decide(List<Unit> units, Workers workers) throws InterruptedException {
    workers.each(
        units,
        unit -> {
          for (JsonNode one : chief(unit).get(path(unit) + "/petitions").body().get("items")) {
            if (one.get("state").asString().equals("PENDING")) {
              decide(unit, one);
              appraisal.settled(unit);
            }
          }
        });
  }

  private void decide(Unit unit, JsonNode petition) {
    String id = petition.get("criterion").asString();
    JsonNode cell =
        chief(unit)
            .get(path(unit) + "/marks")
            .body()
            .get("items")
            .valueStream()
            .filter(one -> one.get("criterion").asString().equals(id))
            .findFirst()
            .orElseThrow();
    boolean other = chances.of("reconsidered", unit.code(), id).nextDouble() < NEW_POINTS;
    Map<String, Object> decision =
        other
            ? Map.of(
                "decision",
                "newPoints",
                "points",
                cell.get("self").get("points"),
                "reason",
                "Đơn vị đã bổ sung căn cứ")
            : Map.of("decision", "kept", "reason", "Không có căn cứ mới");
    costs
        .of(
            Costs.Use.DECISION,
            1,
            () ->
                chief(unit)
                    .put(
                        path(unit) + "/petitions/" + id,
                        decision,
                        "If-Match",
                        Appraisal.quoted(petition)))
        .body();
  }
}
