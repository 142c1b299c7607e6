package vn.minhbach.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;

/**
 * Plays a unit's form: uploads its files, answers every criterion, signs. Each step is left out
 * when it is done already.
 */
final class Player {

  /** Work of each step, for the bar: about the time that it takes. */
  static final int FILE_WORK = 4;

  static final int ANSWER_WORK = 1;
  static final int SIGN_WORK = 2;

  static final int FILES = 2;
  private static final String PDF = "application/pdf";
  private static final String PAPER = "paper-form";
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Set<String> FOR_NOTHING = Set.of("WITHDRAWN", "EXPIRED", "REJECTED");
  private static final List<String> FAMILY_NAMES =
      List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô");
  private static final List<String> MIDDLE_NAMES =
      List.of("Văn", "Thị", "Đức", "Minh", "Thanh", "Quang", "Ngọc", "Hữu");
  private static final List<String> GIVEN_NAMES =
      List.of("An", "Bình", "Cường", "Dũng", "Hà", "Hùng", "Lan", "Long", "Nga", "Thủy", "Tuấn");

  private final ApiClient api;
  private final String campaign;
  private final Script script;
  private final Chances chances;
  private final Costs costs;
  private final Bar bar;

  Player(ApiClient api, String campaign, Script script, Costs costs, Bar bar) {
    this.api = api;
    this.campaign = campaign;
    this.script = script;
    this.chances = new Chances(script.seed());
    this.costs = costs;
    this.bar = bar;
  }

  /** One file that the unit cites. */
  private record File(String criterion, String fileName, byte[] bytes, String sha256) {}

  private String path(Unit unit) {
    return "/campaigns/" + campaign + "/units/" + unit.code();
  }

  /** Whether the unit has sent its form. */
  static boolean sent(JsonNode form) {
    return delivered(form.get("state").asString());
  }

  /** Whether a form in this state has left its unit. */
  static boolean delivered(String state) {
    return !Set.of("NOT_STARTED", "IN_PROGRESS", "CLOSED").contains(state);
  }

  /**
   * Answers every criterion and uploads the files.
   *
   * @param onBehalf whether the district types it from the commune's signed paper form
   */
  void fill(Unit unit, boolean onBehalf) {
    ApiClient user = api.login(unit.user());
    JsonNode form = costs.of(Costs.Use.FORM, 1, () -> user.get(path(unit) + "/form")).body();
    List<JsonNode> criteria = criteria(form);
    boolean done = sent(form);
    Figures figures = new Figures(unit, chances);
    for (File file : files(unit, criteria, figures)) {
      boolean earlier = done || uploaded(file, evidence(criteria));
      if (!earlier) {
        upload(user, unit, file, evidence(criteria));
      }
      bar.file(FILE_WORK, earlier);
    }
    ApiClient typist = onBehalf ? api.login("unit-" + unit.parent().orElseThrow()) : user;
    Map<String, Object> from = onBehalf && !done ? Map.of("paper", paper(typist, unit)) : Map.of();
    for (JsonNode criterion : criteria) {
      // What the system computes nobody types.
      boolean earlier = done || criterion.path("answer").isObject() || criterion.has("computed");
      if (!earlier) {
        String answers = path(unit) + "/answers/" + criterion.get("id").asString();
        Map<String, Object> body = new HashMap<>(figures.answer(criterion));
        body.putAll(from);
        costs.of(Costs.Use.ANSWER, 1, () -> typist.put(answers, body)).body();
      }
      bar.answer(ANSWER_WORK, earlier);
    }
  }

  /** The commune's paper form, as its district brings it. */
  private String paper(ApiClient district, Unit unit) {
    for (JsonNode known : district.get(path(unit) + "/evidence").body().get("items")) {
      boolean there = Set.of("CHECKING", "ACCEPTED").contains(known.get("state").asString());
      if (there && known.path("purpose").asString("").equals(PAPER)) {
        return known.get("evidenceId").asString();
      }
    }
    byte[] bytes = Pdf.of("Phiếu giấy của " + unit.name(), "minhbach paper form " + unit.code());
    Map<String, Object> file =
        Map.of(
            "purpose",
            PAPER,
            "fileName",
            "phiếu-giấy-" + unit.code() + ".pdf",
            "contentType",
            PDF,
            "sizeBytes",
            bytes.length,
            "sha256",
            ApiClient.sha256(bytes));
    JsonNode grant =
        district.post(path(unit) + "/evidence", "rehearsal-paper-" + unit.code(), file).body();
    district.upload(grant, bytes);
    String id = grant.get("evidenceId").asString();
    awaitPaper(district, unit, id);
    return id;
  }

  private void awaitPaper(ApiClient district, Unit unit, String id) {
    Instant deadline = Instant.now().plus(script.patience());
    while (true) {
      for (JsonNode known : district.get(path(unit) + "/evidence").body().get("items")) {
        if (known.get("evidenceId").asString().equals(id)
            && known.get("state").asString().equals("ACCEPTED")) {
          return;
        }
      }
      if (Instant.now().isAfter(deadline)) {
        throw new RehearsalFailed(
            path(unit) + ": phiếu giấy chưa kiểm tra xong | the paper form is not checked");
      }
      pause();
    }
  }

  /**
   * Signs and sends the form, once its files are checked.
   *
   * @param day date of the covering letter
   * @param counted whether the bar counts it
   */
  void submit(Unit unit, LocalDate day, boolean counted) {
    ApiClient user = api.login(unit.user());
    Answer form = costs.of(Costs.Use.FORM, 1, () -> user.get(path(unit) + "/form"));
    boolean earlier = sent(form.body());
    if (!earlier) {
      awaitChecks(user, unit, evidence(criteria(form.json())));
      String etag = form.etag().orElseThrow();
      // A form that was given back is another request.
      String key = "rehearsal-submission" + (form.json().has("returned") ? "-again" : "");
      costs
          .of(
              Costs.Use.SUBMISSION,
              1,
              () ->
                  user.post(
                      path(unit) + "/submission", key, signed(unit, "BC", day), "If-Match", etag))
          .body();
    }
    if (counted) {
      bar.unit(SIGN_WORK, earlier);
    }
  }

  /**
   * The word of a unit's head, with the covering letter.
   *
   * @param kind of letter, as its number names it
   */
  Map<String, Object> signed(Unit unit, String kind, LocalDate day) {
    return Map.of(
        "signedBy", signer(unit),
        "letter", Map.of("number", letter(unit, kind), "date", day.toString()));
  }

  private static List<JsonNode> criteria(JsonNode form) {
    return form.get("groups").values().stream()
        .flatMap(group -> group.get("criteria").values().stream())
        .toList();
  }

  private static List<JsonNode> evidence(List<JsonNode> criteria) {
    return criteria.stream()
        .flatMap(criterion -> criterion.get("evidence").values().stream())
        .toList();
  }

  /** For criteria that want evidence and apply to the unit; any where there are too few. */
  private List<File> files(Unit unit, List<JsonNode> criteria, Figures figures) {
    List<JsonNode> wanted =
        new ArrayList<>(
            criteria.stream()
                .filter(criterion -> criterion.path("evidenceRequired").asBoolean(false))
                .filter(criterion -> figures.answer(criterion).containsKey("inputs"))
                .toList());
    Collections.shuffle(wanted, new Random(chances.of("files", unit.code()).nextLong()));
    criteria.stream().filter(criterion -> !wanted.contains(criterion)).forEach(wanted::add);
    List<File> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      // A form of one criterion has all its files there.
      files.add(file(unit, wanted.get(i % wanted.size()), i + 1));
    }
    return files;
  }

  private File file(Unit unit, JsonNode criterion, int number) {
    String id = criterion.get("id").asString();
    String title =
        "Minh chứng tiêu chí %s, %s: %s"
            .formatted(id, unit.name(), criterion.get("title").asString());
    byte[] bytes =
        Pdf.of(title, "minhbach %s %s %s/%d".formatted(campaign, unit.code(), id, number));
    return new File(
        id, "minh-chứng-" + id + "-" + unit.code() + ".pdf", bytes, ApiClient.sha256(bytes));
  }

  private static boolean uploaded(File file, List<JsonNode> evidence) {
    return evidence.stream()
        .filter(known -> known.get("sha256").asString().equals(file.sha256()))
        .anyMatch(known -> Set.of("CHECKING", "ACCEPTED").contains(known.get("state").asString()));
  }

  /**
   * Declares and uploads. A grant that an interrupted run left unused may have expired: it is
   * withdrawn, and the next one has a key of its own.
   */
  private void upload(ApiClient user, Unit unit, File file, List<JsonNode> evidence) {
    int tries = 0;
    for (JsonNode known : evidence) {
      if (known.get("sha256").asString().equals(file.sha256())) {
        tries++;
        if (known.get("state").asString().equals("AWAITED")) {
          String path = path(unit) + "/evidence/" + known.get("evidenceId").asString();
          user.delete(path, "If-Match", "\"" + known.get("etag").asString() + "\"").body();
        }
      }
    }
    String key =
        "rehearsal-%s-%s-%d".formatted(file.criterion(), file.sha256().substring(0, 8), tries);
    JsonNode grant =
        costs.of(
            Costs.Use.GRANT,
            1,
            () ->
                user.declare(
                    path(unit), file.criterion(), file.fileName(), PDF, file.bytes(), key));
    user.upload(grant, file.bytes());
  }

  private void awaitChecks(ApiClient user, Unit unit, List<JsonNode> evidence) {
    Instant deadline = Instant.now().plus(script.patience());
    List<JsonNode> files = evidence;
    while (true) {
      List<JsonNode> open =
          files.stream()
              .filter(file -> !FOR_NOTHING.contains(file.get("state").asString()))
              .filter(file -> !file.get("state").asString().equals("ACCEPTED"))
              .toList();
      refuseIfRejected(unit, files);
      if (open.isEmpty()) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new RehearsalFailed(
            "%s: sau %d giây tệp vẫn chưa kiểm tra xong | files are not checked after %2$d s: %s"
                .formatted(path(unit), script.patience().toSeconds(), names(open)));
      }
      pause();
      files = user.get(path(unit) + "/evidence").body().get("items").values().stream().toList();
    }
  }

  /** A rejected file counts as long as no other with its bytes has taken its place. */
  private void refuseIfRejected(Unit unit, List<JsonNode> files) {
    Set<String> living = new TreeSet<>();
    files.stream()
        .filter(file -> !FOR_NOTHING.contains(file.get("state").asString()))
        .forEach(file -> living.add(file.get("sha256").asString()));
    List<JsonNode> rejected =
        files.stream()
            .filter(file -> file.get("state").asString().equals("REJECTED"))
            .filter(file -> !living.contains(file.get("sha256").asString()))
            .toList();
    if (!rejected.isEmpty()) {
      throw new RehearsalFailed(
          path(unit) + ": tệp bị từ chối | files were rejected: " + names(rejected));
    }
  }

  private static String names(List<JsonNode> files) {
    return files.stream()
        .map(file ->
            file.get("fileName").asString()
                + " "
                + file.get("state").asString()
                + " "
                + file.path("reason").asString(""))
        .collect(Collectors.joining(", "));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RehearsalFailed("bị dừng | interrupted");
    }
  }

  private Map<String, Object> signer(Unit unit) {
    var random = chances.of("signer", unit.code());
    String name =
        String.join(
            " ",
            FAMILY_NAMES.get(random.nextInt(FAMILY_NAMES.size())),
            MIDDLE_NAMES.get(random.nextInt(MIDDLE_NAMES.size())),
            GIVEN_NAMES.get(random.nextInt(GIVEN_NAMES.size())));
    return Map.of("name", name, "title", unit.group() == 1 ? "Thủ trưởng đơn vị" : "Chủ tịch UBND");
  }

  String letter(Unit unit, String kind) {
    return (10 + chances.of("letter", unit.code()).nextInt(480))
        + "/"
        + kind
        + "-"
        + (unit.group() == 1 ? unit.code() : "UBND");
  }
}
