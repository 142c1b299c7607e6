package vn.minhbach.local.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.client.Answer;
import vn.minhbach.local.client.ApiClient;

/**
 * Plays the appraisal team: appointed, the work shared out, every cell judged. Each member goes
 * through its queue criterion by criterion, agrees with what is in order in blocks, and marks by
 * hand what is not; lead and deputy settle what two readers found differently, and whoever is of
 * another body signs what needs a second signature.
 */
final class Appraisal {

  static final int CELL_WORK = 1;

  private static final int PAGE = 50;
  private static final int ROUNDS = 6;

  /** Cells that are marked by one member alone, so that their cost is known. */
  private static final int MEASURED = 100;

  private static final int CONFLICT = 409;

  private final ApiClient api;
  private final String path;
  private final Cast cast;
  private final Chances chances;
  private final Finding finding;
  private final Costs costs;
  private final Bar bar;
  private final Map<Integer, Map<String, JsonNode>> criteria = new TreeMap<>();
  private final AtomicInteger judged = new AtomicInteger();
  private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

  Appraisal(ApiClient api, String path, Cast cast, Chances chances, Costs costs, Bar bar) {
    this.api = api;
    this.path = path;
    this.cast = cast;
    this.chances = chances;
    this.finding = new Finding(chances);
    this.costs = costs;
    this.bar = bar;
  }

  private ApiClient as(Cast.Member member) {
    return api.login(member.account());
  }

  private String path(Unit unit) {
    return path + "/units/" + unit.code();
  }

  /** The register of the team and who reads what; as they are where they are there. */
  void appoint(JsonNode campaign, int cells, LocalDate today, long seed) {
    if (!campaign.path("teamVersion").isNumber()) {
      String decision = "%d/QĐ-TTĐ".formatted(20 + chances.of("team").nextInt(80));
      api.login(cast.office())
          .putText(
              path + "/team?number=" + decision.replace("Đ", "%C4%90") + "&date=" + today,
              "text/csv",
              cast.register(today))
          .body();
    }
    ApiClient lead = as(cast.team().getFirst());
    if (lead.get(path + "/assignments").body().get("items").isEmpty()) {
      int fair = cells / cast.appraisers().size();
      Map<String, Object> balance = Map.of("seed", seed, "maximum", fair + fair / 10 + 10);
      Map<String, Object> trial = Map.of("balance", balance, "dryRun", true);
      // Where nobody is free to read a second time, one reading must do.
      List<JsonNode> unread =
          lead.put(path + "/assignments", trial)
              .body()
              .get("open")
              .valueStream()
              .filter(open -> !open.get("cause").asString().equals("NO_SECOND"))
              .toList();
      if (!unread.isEmpty()) {
        throw new RehearsalFailed("Có ô không ai chấm | Cells that nobody reads: " + unread);
      }
      lead.put(path + "/assignments", Map.of("balance", balance)).body();
    }
  }

  /** Every member through its queue; the first columns of one alone, to be measured. */
  void mark(List<Unit> register, Workers workers) throws InterruptedException {
    var columns = new ArrayList<Column>();
    for (int group : new HashSet<>(register.stream().map(Unit::group).toList())) {
      criteria(group)
          .keySet()
          .forEach(criterion ->
              cast.appraisers()
                  .forEach(member -> columns.add(new Column(member, group, criterion))));
    }
    var rest = new ConcurrentLinkedQueue<Column>();
    costs.sample(true);
    new Workers(1)
        .each(
            columns,
            column -> {
              if (judged.get() < MEASURED) {
                mark(column);
              } else {
                rest.add(column);
              }
            });
    costs.sample(false);
    workers.each(List.copyOf(rest), this::mark);
    if (!passedOver.isEmpty()) {
      throw new RehearsalFailed("Ô bị bỏ qua | Cells were passed over: " + passedOver);
    }
  }

  /** One criterion of a group in the hands of one member. */
  private record Column(Cast.Member member, int group, String criterion) {}

  private void mark(Column column) {
    ApiClient user = as(column.member());
    String queue =
        "%s/appraisal/queue?group=%d&criterion=%s&limit=%d"
            .formatted(path, column.group(), column.criterion(), PAGE);
    while (true) {
      List<JsonNode> work =
          user.get(queue)
              .body()
              .get("items")
              .valueStream()
              .filter(line -> line.get("toDo").asBoolean())
              .toList();
      var agreed = new ArrayList<JsonNode>();
      for (JsonNode line : work) {
        JsonNode criterion = criteria(column.group()).get(column.criterion());
        finding
            .at(line, criterion, column.member())
            .ifPresentOrElse(said -> mark(user, line, said), () -> agreed.add(line));
      }
      if (!agreed.isEmpty()) {
        agree(user, column.criterion(), agreed);
      }
      if (work.size() < PAGE) {
        return;
      }
    }
  }

  private void agree(ApiClient user, String criterion, List<JsonNode> lines) {
    var body = new LinkedHashMap<String, Object>();
    body.put("criterion", criterion);
    body.put(
        "units",
        lines.stream()
            .map(line -> Map.of("unit", line.get("unit"), "seen", line.get("seen")))
            .toList());
    JsonNode result =
        costs
            .of(
                Costs.Use.BLOCK,
                lines.size(),
                () -> user.post(path + "/marks", "rehearsal-block", body))
            .body();
    result
        .get("skipped")
        .forEach(one ->
            passedOver.add(
                criterion + " " + one.get("unit").asString() + " " + one.get("detail").asString()));
    done(lines.size());
  }

  private void mark(ApiClient user, JsonNode cell, Map<String, Object> said) {
    String unit = cell.get("unit").asString();
    var body = new HashMap<>(said);
    body.put("seen", cell.get("seen"));
    String mark = "%s/units/%s/marks/%s".formatted(path, unit, cell.get("criterion").asString());
    costs
        .of(
            Costs.Use.MARK,
            1,
            () ->
                cell.has("etag")
                    ? user.put(mark, body, "If-Match", quoted(cell))
                    : user.put(mark, body))
        .body();
    done(1);
  }

  private void done(int cells) {
    judged.addAndGet(cells);
    bar.marks(cells, CELL_WORK, false);
  }

  static String quoted(JsonNode item) {
    return "\"" + item.get("etag").asString() + "\"";
  }

  private synchronized Map<String, JsonNode> criteria(int group) {
    return criteria.computeIfAbsent(
        group,
        unknown -> {
          var found = new LinkedHashMap<String, JsonNode>();
          collect(api.login(cast.office()).get(path + "/criteria/" + group).body(), found);
          return found;
        });
  }

  private static void collect(JsonNode node, Map<String, JsonNode> found) {
    if (node.has("id") && node.has("scoring")) {
      found.put(node.get("id").asString(), node);
    } else {
      node.forEach(child -> collect(child, found));
    }
  }

  /**
   * Lead or deputy goes through the sheet of a unit: decides where two readings differ, and has
   * signed what waits for a signature.
   *
   * @return the sheet when nothing of that is left
   */
  Answer settled(Unit unit) {
    Cast.Member chief = cast.chief(unit);
    for (int round = 0; round < ROUNDS; round++) {
      Answer sheet = as(chief).get(path(unit) + "/marks");
      boolean moved = false;
      for (JsonNode cell : sheet.body().get("items")) {
        switch (cell.get("state").asString()) {
          case "GAP" -> {
            decide(as(chief), cell);
            moved = true;
          }
          case "AWAITS_COUNTERSIGN" -> {
            sign(unit, cell);
            moved = true;
          }
          default -> {
            // Nothing to settle.
          }
        }
      }
      if (!moved) {
        return sheet;
      }
    }
    throw new RehearsalFailed(path(unit) + ": chấm mãi chưa xong | is never settled");
  }

  /** The reading that is nearer to what the files say, which is the lower one. */
  private void decide(ApiClient chief, JsonNode cell) {
    JsonNode lower =
        standing(cell).stream().min(Comparator.comparing(Appraisal::points)).orElseThrow();
    var said = new HashMap<>(word(lower));
    said.put("reason", "Tổ trưởng kết luận sau khi xem lại minh chứng");
    mark(chief, cell, said);
  }

  static BigDecimal points(JsonNode reading) {
    return new BigDecimal(reading.path("worth").path("points").asString("0"));
  }

  /** Readings in force, the highest last. */
  static List<JsonNode> standing(JsonNode cell) {
    return cell.get("readings").valueStream().filter(one -> !one.has("clearedAt")).toList();
  }

  /** What a reading says, to be said again. */
  static Map<String, Object> word(JsonNode reading) {
    return switch (reading.get("basis").asString()) {
      case "INPUTS" -> Map.of("inputs", reading.get("inputs"));
      case "GIVEN" -> Map.of("points", reading.get("worth").get("points"));
      case "NOT_APPLICABLE" ->
          Map.of("notApplicable", reading.get("worth").path("notApplicable").asBoolean(false));
      default -> Map.of("agree", true);
    };
  }

  private void sign(Unit unit, JsonNode cell) {
    List<String> lacks = cell.path("lacks").valueStream().map(JsonNode::asString).toList();
    JsonNode author = standing(cell).getLast().get("by");
    String body = author.path("body").asString("");
    List<Cast.Member> free =
        cast.team().stream()
            .filter(member -> !member.recusedFrom(unit) && !member.body().equals(body))
            .filter(member -> !lacks.contains("LEAD") || member.leads())
            .toList();
    String id = cell.get("criterion").asString();
    Cast.Member signer = free.get(chances.of("signature", unit.code(), id).nextInt(free.size()));
    as(signer)
        .put(
            path(unit) + "/marks/" + id,
            Map.of("countersign", true, "seen", cell.get("seen")),
            "If-Match",
            quoted(cell))
        .body();
  }

  /** Judges a cell once more, after the unit has explained it. */
  void judgeAgain(Unit unit, JsonNode cell) {
    List<JsonNode> standing = standing(cell);
    JsonNode first = standing.getFirst().get("by");
    boolean led = standing.stream().anyMatch(one -> one.get("kind").asString().equals("LEAD"));
    Cast.Member reader =
        led ? cast.chief(unit) : cast.of(first.path("body").asString(), "appraiser").orElseThrow();
    boolean convinced =
        chances.of("convinced", unit.code(), cell.get("criterion").asString()).nextBoolean();
    var said =
        new HashMap<String, Object>(convinced ? Map.of("agree", true) : word(standing.getLast()));
    said.put(
        "reason",
        convinced
            ? "Giải trình có căn cứ"
            : "Giải trình không kèm tài liệu mới, giữ nguyên mức đã chấm");
    mark(as(reader), cell, said);
  }

  /** Closes the appraisal of a unit; whether it was open. */
  boolean close(Unit unit) {
    Answer sheet = settled(unit);
    if (sheet.body().get("state").asString().equals("APPRAISED")) {
      return false;
    }
    Answer closed =
        costs.of(
            Costs.Use.CLOSING,
            1,
            () ->
                as(cast.chief(unit))
                    .post(
                        path(unit) + "/appraisal",
                        "rehearsal-appraisal-" + unit.code(),
                        Map.of(),
                        "If-Match",
                        sheet.etag().orElseThrow()));
    if (closed.status() == CONFLICT) {
      throw new RehearsalFailed(closed.toString());
    }
    closed.body();
    return true;
  }

  /** The team's closing session, where its minutes are not kept yet. */
  void meet(LocalDate day) {
    ApiClient office = api.login(cast.office());
    Answer kept = office.get(path + "/session");
    if (kept.done()) {
      return;
    }
    byte[] paper = Pdf.of("Biên bản họp Tổ thẩm định " + path, "minhbach " + path + " minutes");
    Map<String, Object> file =
        Map.of(
            "fileName",
            "biên-bản-họp.pdf",
            "contentType",
            "application/pdf",
            "sizeBytes",
            paper.length,
            "sha256",
            ApiClient.sha256(paper));
    JsonNode grant = office.post(path + "/uploads", "rehearsal-minutes", file).body();
    office.upload(grant, paper);
    office
        .put(
            path + "/session",
            Map.of(
                "number",
                "01/BB-TTĐ",
                "day",
                day.toString(),
                "present",
                cast.team().stream().map(Cast.Member::account).toList(),
                "dissents",
                List.of(
                    Map.of(
                        "account",
                        cast.team().getLast().account(),
                        "text",
                        "Đề nghị năm sau kiểm tra thực tế nhiều hơn")),
                "upload",
                grant.get("uploadId").asString()))
        .body();
  }
}
