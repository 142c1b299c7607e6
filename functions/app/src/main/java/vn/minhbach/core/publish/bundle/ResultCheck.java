package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.publish.publication.SnapshotCode;
import vn.minhbach.core.publish.ranking.CanonicalRow;

/** Steps 6 to 10, group by group: points, totals, ranks, and the tables that repeat them. */
final class ResultCheck {

  static final String CAMPAIGN = Bag.PAYLOAD + "campaign.json";

  private final Bag bag;
  private final VerifyBundle.Tools tools;
  private final VerifyBundle.Watch watch;
  private final Findings findings;
  private final StringBuilder points = new StringBuilder(Csv.line(Csv.POINTS));

  ResultCheck(Bag bag, VerifyBundle.Tools tools, VerifyBundle.Watch watch, Findings findings) {
    this.bag = bag;
    this.tools = tools;
    this.watch = watch;
    this.findings = findings;
  }

  /** What is to be looked at, one after the other; nothing where the campaign cannot be read. */
  List<Runnable> parts() {
    var parts = new ArrayList<Runnable>();
    findings.reading(
        Step.POINTS,
        CAMPAIGN,
        () -> {
          Doc campaign = doc(CAMPAIGN);
          findings.same(Step.POINTS, CAMPAIGN, Payload.FORMAT, campaign.text("format"));
          List<Doc> units = campaign.docs("units");
          for (String group : campaign.map("groups").keySet()) {
            String path = Bag.PAYLOAD + "scores/group-" + group + ".jsonl";
            parts.add(() ->
                findings.reading(
                    Step.POINTS, path, () -> group(campaign, group, of(units, group))));
          }
          parts.add(() -> findings.reading(Step.POINTS, CAMPAIGN, () -> all(campaign, units)));
        });
    return parts;
  }

  private void all(Doc campaign, List<Doc> units) {
    findings.reading(Step.CODE, CAMPAIGN, () -> code(campaign));
    table("units.csv", Csv.units(units));
    table("points.csv", points.toString());
    findings.reading(Step.TABLES, Bag.PAYLOAD + "datapackage.json", this::described);
  }

  private void code(Doc campaign) {
    var digests = new TreeMap<Integer, String>();
    Doc groups = campaign.doc("groups");
    groups
        .members()
        .forEach((group, told) ->
            digests.put(
                Integer.valueOf((String) group), groups.doc((String) group).text("digest")));
    findings.same(
        Step.CODE,
        CAMPAIGN + " code",
        SnapshotCode.of(
            new CampaignId(campaign.text("campaign")), (int) campaign.number("issue"), digests),
        campaign.text("code"));
  }

  private void described() {
    for (Doc resource : doc(Bag.PAYLOAD + "datapackage.json").docs("resources")) {
      String path = Bag.PAYLOAD + resource.text("path");
      String head = bag.lines(path).stream().findFirst().orElse("");
      String columns =
          Csv.line(
                  resource.doc("schema").docs("fields").stream()
                      .map(field -> field.text("name"))
                      .toList())
              .strip();
      findings.same(Step.TABLES, path, head, columns);
    }
  }

  private static List<Doc> of(List<Doc> units, String group) {
    return units.stream().filter(unit -> unit.number("group") == Long.parseLong(group)).toList();
  }

  private Doc doc(String path) {
    return Doc.of(tools.json(bag.text(path)));
  }

  private void table(String name, String again) {
    String path = Bag.PAYLOAD + name;
    findings.reading(
        Step.TABLES,
        path,
        () -> {
          if (!bag.text(path).equals(again)) {
            findings.note(Step.TABLES, path, "khác với JSON", "says something else than the JSON");
          }
        });
  }

  private void group(Doc campaign, String group, List<Doc> units) {
    String path = Bag.PAYLOAD + "criteria/group-" + group + ".json";
    CriteriaSet criteria =
        CriteriaSet.read(tools.json(bag.text(path)))
            .fold(
                refusal -> {
                  throw new IllegalArgumentException(path);
                },
                set -> set);
    Map<String, UnitScores> scores = new TreeMap<>();
    bag.lines(Bag.PAYLOAD + "scores/group-" + group + ".jsonl").stream()
        .map(line -> UnitScores.read(Doc.of(tools.json(line))))
        .forEach(unit -> {
          if (scores.put(unit.unit().value(), unit) != null) {
            throw new IllegalArgumentException(unit.unit().value());
          }
        });
    String ranking = Bag.PAYLOAD + "ranking/group-" + group;
    Doc table = doc(ranking + ".json");
    boolean open = campaign.text("view").equals("public");
    Map<String, Set<String>> exempt = exempt(campaign, group);
    var pointCheck = new PointCheck(criteria, open, exempt, findings);
    Map<String, Object> bests = pointCheck.bests(scores.values());
    findings.same(Step.POINTS, ranking + ".json bests", bests, table.map("bests"));
    int done = 0;
    for (UnitScores unit : scores.values()) {
      watch.at(done++, scores.size());
      pointCheck.unit(unit);
    }
    scores.values().forEach(unit -> points.append(Csv.points(unit, criteria)));
    List<String> breaks =
        ((List<?>) Doc.as(List.class, campaign.members().get("tieBreaks"), "tieBreaks"))
            .stream().map(String.class::cast).toList();
    new RankCheck(criteria, TieRule.valueOf(campaign.text("tieRule")), breaks, findings)
        .check(ranking + ".json", units, scores, table.docs("rows"), pointCheck);
    // Where a best value is hidden, so is what the digest was made of.
    boolean partly =
        open
            && criteria.criteria().values().stream()
                .anyMatch(one -> one.rule().relative() && UnitScores.hidden(criteria, one.id()));
    if (!partly) {
      findings.same(
          Step.CODE,
          ranking + ".json",
          CanonicalRow.digest(
              table.docs("rows").stream().map(RankLine::canonical).toList(), table.map("bests")),
          campaign.doc("groups").doc(group).text("digest"));
    }
    table("ranking/group-" + group + ".csv", Csv.ranking(criteria, table.docs("rows")));
  }

  /** Units that are not assigned a criterion, by criterion. */
  private static Map<String, Set<String>> exempt(Doc campaign, String group) {
    var exempt = new HashMap<String, Set<String>>();
    for (Doc one : campaign.docs("exemptions")) {
      if (one.number("group") == Long.parseLong(group)) {
        Set<String> units = exempt.computeIfAbsent(one.text("criterion"), id -> new HashSet<>());
        ((List<?>) Doc.as(List.class, one.members().get("units"), "units"))
            .forEach(unit -> units.add((String) unit));
      }
    }
    return exempt;
  }
}
