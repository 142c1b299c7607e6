package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.publish.publication.SnapshotCode;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.transparency.LogRecord;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.unit.Unit;

/**
 * What lies under {@code data/} of a bundle, and how it is described. Pure.
 *
 * @param groups of units, by number
 * @param ledger of the campaign itself
 * @param anchors by occasion
 */
record Payload(
    Campaign campaign,
    int issue,
    List<Unit> units,
    Map<Integer, Group> groups,
    String ledger,
    Map<String, SortedMap<String, ChainTip>> anchors,
    List<LogRecord> log) {

  static final String FORMAT = "minhbach-bundle-1";

  /** How a group of units was asked and ranked. */
  record Group(
      long criteriaVersion,
      CriteriaSet criteria,
      Object document,
      Rankings.Table table,
      List<RankingRow> rows) {}

  /** Tags of bag-info.txt; nobody's name. */
  Map<String, String> info() {
    return Map.of(
        "Bag-Software-Agent",
        "minhbach",
        "Bagging-Date",
        published().substring(0, 10),
        "External-Identifier",
        campaign.id() + "/" + issue,
        "External-Description",
        "Kết quả đánh giá đã công bố; kiểm lại: data/README.txt");
  }

  private String published() {
    return campaign.result().flatMap(Campaign.Result::publishedAt).orElseThrow().toString();
  }

  /** The files, of the fragments that were made unit by unit and of what concerns all. */
  Map<String, byte[]> files(Fragments fragments, boolean whole) {
    var files = new TreeMap<String, byte[]>();
    files.putAll(fragments.below(whole ? "whole/" : "public/"));
    files.put(
        "points.csv", joined(Csv.line(Csv.POINTS), files.getOrDefault("points.csv", new byte[0])));
    fragments.below("ledger/").forEach((path, lines) -> files.put("ledger/" + path, lines));
    files.put("ledger/campaign.jsonl", Bag.utf8(ledger));
    files.put("campaign.json", CanonicalJson.bytes(decisive(whole)));
    files.put(
        "units.csv",
        Bag.utf8(Csv.units(units().stream().map(this::described).map(Doc::new).toList())));
    groups.forEach((number, group) -> {
      files.putIfAbsent("scores/group-" + number + ".jsonl", new byte[0]);
      files.put("criteria/group-" + number + ".json", Bag.utf8(PlainJson.text(group.document())));
      List<Map<String, Object>> rows = rows(group);
      files.put(
          "ranking/group-" + number + ".json",
          CanonicalJson.bytes(Map.of("group", number, "bests", bests(group, whole), "rows", rows)));
      files.put(
          "ranking/group-" + number + ".csv",
          Bag.utf8(Csv.ranking(group.criteria(), rows.stream().map(Doc::new).toList())));
    });
    anchors.forEach((occasion, tips) ->
        files.put("anchors/" + occasion + ".json", CanonicalJson.bytes(anchor(occasion, tips))));
    var records = new StringBuilder();
    log.forEach(record -> records.append(CanonicalJson.text(record.tree())).append('\n'));
    files.put("log.jsonl", Bag.utf8(records.toString()));
    files.put("datapackage.json", CanonicalJson.bytes(DataPackage.of(campaign, issue, groups)));
    files.put("README.txt", Bag.utf8(README));
    return files;
  }

  private static byte[] joined(String head, byte[] lines) {
    var both = new Fragments();
    both.add("", head);
    both.add("", lines);
    return both.bag().files().get("");
  }

  /** What decides, beside the criteria: who is ranked with whom, and how ties are numbered. */
  private Map<String, Object> decisive(boolean whole) {
    Campaign.Result result = campaign.result().orElseThrow();
    var tree = new TreeMap<String, Object>();
    tree.put("format", FORMAT);
    tree.put("view", whole ? "inspection" : "public");
    tree.put("campaign", campaign.id().value());
    tree.put("name", campaign.settings().name());
    tree.put("issue", issue);
    tree.put("tieRule", campaign.settings().tieRule().name());
    tree.put("tieBreaks", campaign.settings().resultSettings().tieBreaks());
    tree.put("basis", result.basis());
    tree.put("reportedAt", result.reportedAt().toString());
    tree.put("publishedAt", published());
    result
        .approval()
        .ifPresent(decision ->
            tree.put(
                "approval",
                Map.of("number", decision.number(), "date", decision.date().toString())));
    tree.put("units", units.stream().map(this::described).toList());
    var versions = new TreeMap<String, Object>();
    groups.forEach((number, group) ->
        versions.put(
            String.valueOf(number),
            Map.of("criteriaVersion", group.criteriaVersion(), "digest", group.table().digest())));
    tree.put("groups", versions);
    var digests = new TreeMap<Integer, String>();
    groups.forEach((number, group) -> digests.put(number, group.table().digest()));
    tree.put("code", SnapshotCode.of(campaign.id(), issue, digests));
    tree.put(
        "exemptions",
        campaign.exemptions().stream()
            .filter(one -> !one.inForce().isEmpty())
            .map(Payload::exemption)
            .toList());
    return tree;
  }

  private Map<String, Object> described(Unit unit) {
    var tree = new TreeMap<String, Object>();
    tree.put("code", unit.code().value());
    tree.put("group", (long) unit.group());
    tree.put("kind", unit.kind());
    tree.put("name", unit.name());
    unit.parent().ifPresent(parent -> tree.put("parent", parent.value()));
    return tree;
  }

  private static Map<String, Object> exemption(Exemption one) {
    return Map.of(
        "group", one.group(),
        "criterion", one.criterion().value(),
        "units", one.inForce().stream().map(unit -> unit.value()).toList(),
        "number", one.decision().number(),
        "date", one.decision().date().toString());
  }

  private static List<Map<String, Object>> rows(Group group) {
    var byRank = new TreeMap<Integer, Integer>();
    group.rows().forEach(row -> row.rank().ifPresent(rank -> byRank.merge(rank, 1, Integer::sum)));
    var rows = new ArrayList<Map<String, Object>>();
    for (RankingRow row : group.rows()) {
      boolean tied = row.rank().isPresent() && byRank.get(row.rank().getAsInt()) > 1;
      rows.add(RankLine.tree(row, tied));
    }
    return rows;
  }

  // The best of a cell that is hidden is a unit's figure.
  private static Map<String, Object> bests(Group group, boolean whole) {
    var shown = new TreeMap<String, Measured>(group.table().bests());
    if (!whole) {
      group.criteria().criteria().keySet().stream()
          .filter(id -> UnitScores.hidden(group.criteria(), id))
          .forEach(id ->
              shown
                  .keySet()
                  .removeIf(
                      place -> place.equals(id.value()) || place.startsWith(id.value() + ".")));
    }
    return RankLine.bests(shown);
  }

  private Map<String, Object> anchor(String occasion, SortedMap<String, ChainTip> tips) {
    var chains = new TreeMap<String, Object>();
    tips.forEach((chain, tip) -> chains.put(chain, Map.of("seq", tip.seq(), "hash", tip.hash())));
    return Map.of("campaign", campaign.id().value(), "occasion", occasion, "chains", chains);
  }

  private static final String README =
      """
      KIỂM LẠI KẾT QUẢ
      1. Giải nén, vào thư mục, chạy: sha256sum -c manifest-sha256.txt
      2. java -jar minhbach-verify.jar bundle.zip (hoặc python3 verify.py bundle.zip), không cần mạng.
      3. So mã khoá in ra ở bước 3 với mã khoá do cơ quan công bố.
      Bản tính lại chứng minh phép tính và thứ hạng, không chứng minh số liệu gốc. Hồ sơ, tài liệu minh chứng: gửi yêu cầu
      cung cấp thông tin đến cơ quan thường trực theo Luật Tiếp cận thông tin số 104/2016/QH13.

      RECOMPUTE IT YOURSELF
      1. Unzip, enter the directory, run: sha256sum -c manifest-sha256.txt
      2. java -jar minhbach-verify.jar bundle.zip (or python3 verify.py bundle.zip); no network is needed.
      3. Compare the key's name that step 3 prints with the one that the office publishes.
      This proves the arithmetic and the ranks, not the figures behind them. Evidence is asked for from the standing office
      under the Law on Access to Information 104/2016/QH13.
      """;
}
