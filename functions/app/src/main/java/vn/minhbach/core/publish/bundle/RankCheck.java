package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.publish.ranking.Ranked;
import vn.minhbach.core.publish.ranking.Ranking;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Standing;
import vn.minhbach.core.publish.ranking.Unranked;
import vn.minhbach.core.scoring.Scorecard;

/** Steps 7 and 8: index and level of each unit, and its rank among the others. */
final class RankCheck {

  private static final List<String> OF_RANKS = List.of("rank", "tied", "rankInDistrict");

  private final CriteriaSet criteria;
  private final TieRule tieRule;
  private final List<String> tieBreaks;
  private final Findings findings;

  RankCheck(CriteriaSet criteria, TieRule tieRule, List<String> tieBreaks, Findings findings) {
    this.criteria = criteria;
    this.tieRule = tieRule;
    this.tieBreaks = tieBreaks;
    this.findings = findings;
  }

  /** A unit's sums from those of its groups of criteria. */
  private record Sums(Map<String, UnitScores.Total> groups, Points points, Points max) {}

  void check(
      String path,
      List<Doc> units,
      Map<String, UnitScores> scores,
      List<Doc> rows,
      PointCheck points) {
    Map<String, Doc> told = new LinkedHashMap<>();
    rows.forEach(row -> {
      if (told.put(row.text("unit"), row) != null) {
        throw new IllegalArgumentException(row.text("unit"));
      }
    });
    Map<UnitCode, Sums> sums = new HashMap<>();
    var standings = new ArrayList<Standing>();
    var parents = new HashMap<UnitCode, UnitCode>();
    for (Doc unit : units) {
      var code = new UnitCode(unit.text("code"));
      unit.maybe("parent").ifPresent(parent -> parents.put(code, new UnitCode(parent)));
      Optional<Sums> own = Optional.ofNullable(scores.get(code.value())).map(this::sums);
      own.ifPresent(sum -> sums.put(code, sum));
      standings.add(standing(code, unit.text("name"), own, told.get(code.value())));
    }
    Map<UnitCode, OptionalInt> inDistrict = inDistricts(standings, parents);
    var again = new ArrayList<String>();
    for (Ranked ranked : Ranking.rank(standings, tieRule)) {
      UnitCode code = ranked.standing().unit();
      again.add(code.value());
      Map<String, Object> row =
          RankLine.tree(
              row(
                  ranked,
                  Optional.ofNullable(parents.get(code)),
                  inDistrict.getOrDefault(code, OptionalInt.empty()),
                  Optional.ofNullable(sums.get(code)),
                  self(code, scores, told, points)),
              ranked.tied());
      compared(code, row, told.get(code.value()));
    }
    findings.same(Step.RANKS, path, again, List.copyOf(told.keySet()));
  }

  // Member by member, so that the one that differs is named.
  private void compared(UnitCode unit, Map<String, Object> again, Doc told) {
    if (told == null) {
      findings.note(Step.RANKS, unit.value(), "thiếu trong bảng xếp hạng", "not in the ranking");
      return;
    }
    var members = new TreeMap<String, Object>(again);
    told.members().forEach((name, value) -> members.putIfAbsent((String) name, value));
    // What the annex tells beside is bound by the code; no figures of it lie in the bag.
    members.remove("annex");
    for (String member : members.keySet()) {
      findings.same(
          OF_RANKS.contains(member) ? Step.RANKS : Step.TOTALS,
          unit + "/" + member,
          again.get(member),
          told.members().get(member));
    }
  }

  private Sums sums(UnitScores unit) {
    var points = new HashMap<String, Points>();
    Points max = Points.ZERO;
    for (CriteriaGroup group : criteria.groups()) {
      UnitScores.Total total =
          unit.groups().getOrDefault(group.id(), new UnitScores.Total(Points.ZERO, Points.ZERO));
      points.put(group.id(), total.points());
      max = group.base() ? max.plus(total.max()) : max;
    }
    return new Sums(unit.groups(), Scorecard.total(criteria, points, max), max);
  }

  private Standing standing(UnitCode unit, String name, Optional<Sums> own, Doc told) {
    Optional<Points> index = own.flatMap(sum -> Scorecard.index(sum.points(), sum.max()));
    if (index.isEmpty()) {
      // Why it has no rank is not to be recomputed: a form that was not sent leaves nothing behind.
      return Standing.unranked(
          unit,
          name,
          told == null || !told.has("unranked")
              ? Unranked.NOT_SUBMITTED
              : told.constant("unranked", Unranked.class));
    }
    Sums sum = own.orElseThrow();
    UnitScores.Total results = sum.groups().get(Standing.RESULTS_GROUP);
    return new Standing(
        unit,
        name,
        sum.points(),
        sum.max(),
        index,
        index.map(criteria::levelOf),
        results == null ? Points.ZERO : results.points(),
        Optional.empty(),
        tieBreaks.stream()
            .map(group -> Optional.ofNullable(sum.groups().get(group)))
            .map(total -> total.map(UnitScores.Total::points).orElse(Points.ZERO))
            .toList());
  }

  private Map<UnitCode, OptionalInt> inDistricts(
      List<Standing> standings, Map<UnitCode, UnitCode> parents) {
    var byDistrict = new TreeMap<UnitCode, List<Standing>>();
    standings.stream()
        .filter(one -> parents.containsKey(one.unit()))
        .forEach(one ->
            byDistrict
                .computeIfAbsent(parents.get(one.unit()), district -> new ArrayList<>())
                .add(one));
    var ranks = new HashMap<UnitCode, OptionalInt>();
    byDistrict
        .values()
        .forEach(communes ->
            Ranking.rank(communes, tieRule)
                .forEach(ranked -> ranks.put(ranked.standing().unit(), ranked.rank())));
    return ranks;
  }

  /** Recomputed where every cell is shown; else as told. */
  private Optional<RankingRow.SelfScore> self(
      UnitCode unit, Map<String, UnitScores> scores, Map<String, Doc> told, PointCheck points) {
    UnitScores own = scores.get(unit.value());
    Doc row = told.get(unit.value());
    if (row == null || !row.has("self")) {
      return Optional.empty();
    }
    if (own == null || own.partly()) {
      Doc self = row.doc("self");
      return Optional.of(
          new RankingRow.SelfScore(
              self.points("points"),
              self.points("max"),
              self.has("index") ? Optional.of(self.points("index")) : Optional.empty()));
    }
    Scorecard card = points.self(own);
    return Optional.of(new RankingRow.SelfScore(card.points(), card.max(), card.index()));
  }

  private RankingRow row(
      Ranked ranked,
      Optional<UnitCode> parent,
      OptionalInt inDistrict,
      Optional<Sums> sums,
      Optional<RankingRow.SelfScore> self) {
    Standing standing = ranked.standing();
    var groups = new TreeMap<String, Points>();
    var results = new TreeMap<String, RankingRow.OfGroup>();
    sums.filter(sum -> standing.index().isPresent())
        .ifPresent(sum ->
            criteria
                .groups()
                .forEach(group -> {
                  UnitScores.Total total = sum.groups().get(group.id());
                  groups.put(group.id(), total.points());
                  result(group, total).ifPresent(one -> results.put(group.id(), one));
                }));
    return new RankingRow(
        standing.unit(),
        standing.name(),
        parent,
        ranked.rank(),
        inDistrict,
        standing.index(),
        standing.points(),
        standing.max(),
        groups,
        standing.level().map(Level::code),
        standing.cause().map(Unranked::name),
        results,
        self);
  }

  private static Optional<RankingRow.OfGroup> result(CriteriaGroup group, UnitScores.Total total) {
    var again = Scorecard.GroupTotal.of(group, total.points(), total.max());
    return again
        .level()
        .map(level ->
            new RankingRow.OfGroup(
                total.max(),
                again.percent().orElseThrow(),
                again.converted().orElseThrow(),
                level.code()));
  }
}
