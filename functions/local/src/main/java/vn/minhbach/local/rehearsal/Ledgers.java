package vn.minhbach.local.rehearsal;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Verification;
import vn.minhbach.local.LocalSystem;
import vn.minhbach.local.client.ApiClient;

/**
 * Holds the published result against the ledgers, as each unit reads its own: every chain is whole
 * and ends where the anchor of the publication says, and every score is the sum of what the ledger
 * says of its criteria. Then counts what each member of the team decided.
 */
final class Ledgers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGE = 500;
  private static final List<String> ABOVE = List.of("LEAD", "AFTER_EXPLANATION", "PETITION");

  private final ApiClient api;
  private final LocalSystem system;
  private final String campaign;
  private final Cast cast;
  private final PrintStream out;
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  // Guarded by this.
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private long entries;

  Ledgers(ApiClient api, LocalSystem system, String campaign, Cast cast, PrintStream out) {
    this.api = api;
    this.system = system;
    this.campaign = campaign;
    this.cast = cast;
    this.out = out;
  }

  /** What a member did. */
  private static final class Tally {
    int agreed;
    int marked;
    int second;
    int signed;
    int decided;
    int closed;

    int byHand() {
      return marked + signed + decided + closed;
    }
  }

  /**
   * Checks all and prints what came out.
   *
   * @throws RehearsalFailed when anything does not hold, naming it
   */
  void check(List<Unit> units, int cells, Workers workers) throws InterruptedException {
    Map<String, JsonNode> rows = rows(units);
    JsonNode anchored = anchor();
    workers.each(units, unit -> check(unit, Optional.ofNullable(rows.get(unit.code())), anchored));
    if (!faults.isEmpty()) {
      throw new RehearsalFailed(
          "Nhật ký điểm không khớp | Ledgers do not hold: " + String.join("; ", faults));
    }
    out.println();
    out.printf(
        "Nhật ký điểm: %d chuỗi, %d mục, liền mạch và khớp neo công bố; điểm công bố bằng tổng ghi"
            + " trong sổ | Ledgers: %1$d chains, %2$d entries, whole and as anchored; every"
            + " published score is the sum of its ledger%n",
        units.size(), entries);
    print(cells);
  }

  private Map<String, JsonNode> rows(Collection<Unit> units) {
    var rows = new TreeMap<String, JsonNode>();
    for (int group : units.stream().map(Unit::group).distinct().toList()) {
      String cursor = "0";
      while (cursor != null) {
        JsonNode page =
            api.anonymous()
                .get(
                    "/campaigns/%s/rankings/%d?limit=100&cursor=%s"
                        .formatted(campaign, group, cursor))
                .body();
        page.get("items").forEach(row -> rows.put(row.get("unit").asString(), row));
        cursor = page.path("next").isString() ? page.get("next").asString() : null;
      }
    }
    return rows;
  }

  private JsonNode anchor() {
    String bucket =
        system.template().buckets().stream()
            .map(found -> found.name())
            .filter(name -> name.toLowerCase(Locale.ROOT).contains("publish"))
            .findFirst()
            .orElseThrow();
    byte[] bytes =
        system
            .s3()
            .client()
            .getObjectAsBytes(
                get -> get.bucket(bucket).key("anchors/" + campaign + "/publication.json"))
            .asByteArray();
    return JSON.readTree(bytes).get("chains");
  }

  private List<Entry> entries(Unit unit) {
    var read = new ArrayList<Entry>();
    String cursor = "";
    do {
      JsonNode page =
          api.login(unit.user())
              .get(
                  "/campaigns/%s/units/%s/ledger?limit=%d%s"
                      .formatted(campaign, unit.code(), PAGE, cursor))
              .body();
      for (JsonNode item : page.get("items")) {
        Entry entry = entry(item);
        if (!entry.hash().equals(item.get("hash").asString())) {
          faults.add(unit.code() + " " + entry.seq() + ": hash");
        }
        read.add(entry);
      }
      cursor = page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
    } while (!cursor.isEmpty());
    return read;
  }

  private static Entry entry(JsonNode item) {
    return new Entry(
        item.get("format").asString(),
        item.get("chain").asString(),
        item.get("seq").asLong(),
        Instant.parse(item.get("at").asString()),
        item.get("kind").asString(),
        item.get("bodyHash").asString(),
        item.get("previousHash").asString(),
        body(item.path("body")));
  }

  private static Map<String, Object> body(JsonNode node) {
    var body = new TreeMap<String, Object>();
    node.properties()
        .forEach(
            field -> body.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
    return body;
  }

  private void check(Unit unit, Optional<JsonNode> row, JsonNode anchored) {
    List<Entry> chain = entries(unit);
    if (chain.isEmpty()) {
      return;
    }
    JsonNode tip = anchored.path(chain.getFirst().chain());
    Verification.faults(
            chain, new ChainTip(tip.path("seq").asLong(), tip.path("hash").asString("")))
        .forEach(fault -> faults.add(unit.code() + " " + fault.seq() + ": " + fault.what()));
    sum(unit, chain, row);
    count(chain);
  }

  /** What was said of the criteria of a form, lived through entry by entry. */
  private static final class Said {
    final Map<String, Optional<BigDecimal>> self = new TreeMap<>();
    final Map<String, Map<String, Optional<BigDecimal>>> readings = new TreeMap<>();

    void live(JsonNode entry) {
      JsonNode body = entry.get("body");
      String criterion = body.path("criterion").asString("");
      switch (entry.get("kind").asString()) {
        case "ANSWER_SAVED", "ANSWER_TYPED" -> self.put(criterion, points(body));
        case "CRITERION_MARKED", "MARK_CONFIRMED" ->
            of(criterion).put(body.get("reading").asString(), points(body));
        case "MARK_CLEARED" -> of(criterion).remove(body.get("reading").asString());
        case "PETITION_DECIDED" -> {
          if (body.get("decision").asString().equals("NEW_POINTS")) {
            of(criterion).put("PETITION", points(body));
          }
        }
        case "EXPLANATION_LAPSED" -> {
          if (body.get("silent").asString().equals("TEAM")) {
            body.get("criteria")
                .forEach(id ->
                    of(id.asString())
                        .put(
                            "AFTER_EXPLANATION",
                            self.getOrDefault(id.asString(), Optional.empty())));
          }
        }
        default -> {
          // Says nothing of points.
        }
      }
    }

    private Map<String, Optional<BigDecimal>> of(String criterion) {
      return readings.computeIfAbsent(criterion, unknown -> new LinkedHashMap<>());
    }

    /** What the criterion may count: one figure, or either of two readers. */
    List<Optional<BigDecimal>> counts(String criterion, Optional<BigDecimal> unmarked) {
      Map<String, Optional<BigDecimal>> said = readings.getOrDefault(criterion, Map.of());
      for (String kind : ABOVE.reversed()) {
        if (said.containsKey(kind)) {
          return List.of(said.get(kind));
        }
      }
      return said.isEmpty() ? List.of(unmarked) : List.copyOf(said.values());
    }

    static Optional<BigDecimal> points(JsonNode body) {
      return body.has("points")
          ? Optional.of(new BigDecimal(body.get("points").asString()))
          : Optional.empty();
    }
  }

  private void sum(Unit unit, List<Entry> chain, Optional<JsonNode> row) {
    var said = new Said();
    Optional<JsonNode> closed = Optional.empty();
    for (Entry entry : chain) {
      JsonNode told = JSON.valueToTree(Map.of("kind", entry.kind(), "body", entry.body()));
      said.live(told);
      if (entry.kind().equals("APPRAISAL_CLOSED")) {
        closed = Optional.of(told.get("body"));
      }
    }
    if (row.isEmpty() || !row.get().has("points")) {
      return;
    }
    BigDecimal published = new BigDecimal(row.get().get("points").asString());
    if (!cast.appraises()) {
      return;
    }
    if (closed.isEmpty()) {
      faults.add(unit.code() + ": APPRAISAL_CLOSED?");
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, JsonNode> one : closed.get().get("criteria").properties()) {
      Optional<BigDecimal> counts = Said.points(one.getValue());
      Optional<BigDecimal> own = Said.points(one.getValue().get("self"));
      boolean told = said.counts(one.getKey(), own).stream().anyMatch(value -> same(value, counts));
      if (!told) {
        faults.add(
            unit.code()
                + " "
                + one.getKey()
                + ": "
                + counts
                + " ≠ "
                + said.counts(one.getKey(), own));
      }
      sum = sum.add(counts.orElse(BigDecimal.ZERO));
    }
    if (sum.compareTo(published) != 0) {
      faults.add("%s: %s ≠ Σ %s".formatted(unit.code(), published, sum));
    }
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
  }

  private synchronized void count(List<Entry> chain) {
    entries += chain.size();
    for (Entry entry : chain) {
      kinds.merge(entry.kind(), 1, Integer::sum);
      JsonNode body = JSON.valueToTree(entry.body());
      Tally of =
          tallies.computeIfAbsent(
              body.path("role").asString("").toLowerCase(Locale.ROOT)
                  + "@"
                  + body.path("body").asString(""),
              unknown -> new Tally());
      String reading = body.path("reading").asString("");
      switch (entry.kind()) {
        case "CRITERION_MARKED" -> {
          boolean agreed = body.get("basis").asString().equals("AGREED");
          of.second += reading.equals("SECOND") ? 1 : 0;
          if (ABOVE.contains(reading)) {
            of.decided++;
          } else if (agreed) {
            of.agreed++;
          } else {
            of.marked++;
          }
        }
        case "MARK_COUNTERSIGNED" -> of.signed++;
        case "PETITION_DECIDED" -> of.decided++;
        case "APPRAISAL_CLOSED" -> of.closed++;
        default -> {
          // No decision of a member.
        }
      }
    }
  }

  private void print(int cells) {
    if (!cast.appraises()) {
      return;
    }
    out.println();
    out.printf(
        "Mỗi thành viên | Each member (ô thẩm định | cells: %d)%n"
            + "  %-12s %-9s %-9s %8s %8s %8s %8s %8s %8s %8s %7s%n",
        cells,
        "",
        "vai trò",
        "cơ quan",
        "đồng ý",
        "chấm",
        "lần hai",
        "ký",
        "kết luận",
        "chốt",
        "bằng tay",
        "%");
    out.printf(
        "  %-12s %-9s %-9s %8s %8s %8s %8s %8s %8s %8s %7s%n",
        "", "role", "body", "agreed", "marked", "second", "signed", "decided", "closed", "by hand",
        "%");
    Tally all = new Tally();
    for (Cast.Member member : cast.team()) {
      Tally of = tallies.getOrDefault(member.role() + "@" + member.body(), new Tally());
      line(member.account(), member.role(), member.body(), of, cells);
      all.agreed += of.agreed;
      all.marked += of.marked;
      all.second += of.second;
      all.signed += of.signed;
      all.decided += of.decided;
      all.closed += of.closed;
    }
    line("tất cả", "in all", "", all, cells);
    out.println(
        "  đồng ý theo lô, mỗi lô tối đa 50 ô; lần hai: phần đọc lần thứ hai trong đồng ý và chấm"
            + " | agreed in blocks of up to 50; second: how many of agreed and marked were second"
            + " readings");
    out.println();
    out.println("Thủ tục | Proceedings");
    told("trả lại phiếu | forms returned", "FORM_RETURNED");
    told("ý kiến của huyện | remarks of districts", "REMARK_MADE");
    told("chuyển thay huyện chậm | passed on for slow districts", "COMMUNES_FORWARDED_INSTEAD");
    told("câu trả lời nhập thay | answers typed on behalf", "ANSWER_TYPED");
    told("lượt yêu cầu giải trình | requests to explain", "EXPLANATION_ASKED");
    told("giải trình đã viết | explanations written", "EXPLANATION_ANSWERED");
    told("bên im lặng | silent parties", "EXPLANATION_LAPSED");
    told("đề nghị xem xét lại | petitions", "PETITION_WRITTEN");
    told("đề nghị đã giải quyết | petitions decided", "PETITION_DECIDED");
  }

  private void told(String what, String kind) {
    out.printf("  %6d  %s%n", kinds.getOrDefault(kind, 0), what);
  }

  private void line(String account, String role, String body, Tally of, int cells) {
    out.println(
        String.format(
            Locale.ROOT,
            "  %-12s %-9s %-9s %8d %8d %8d %8d %8d %8d %8d %6.2f%%",
            account,
            role,
            body,
            of.agreed,
            of.marked,
            of.second,
            of.signed,
            of.decided,
            of.closed,
            of.byHand(),
            100.0 * of.byHand() / Math.max(1, cells)));
  }
}
