package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.CanonicalRow;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.Ranked;
import vn.minhbach.core.publish.ranking.Ranking;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.publish.ranking.Standing;
import vn.minhbach.core.publish.ranking.Unranked;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/** Computes the ranking of one group from the units' progress. Pure: the same in, the same out. */
final class Tables {

  private Tables() {}

  /**
   * Every unit of the group has a line: the ranked by rank, then the unranked with the cause.
   * Points that are measured by the group's best are so by the best of the forms that were
   * delivered.
   *
   * @param beside what is known beside the board
   */
  static Made made(
      Campaign campaign,
      List<Unit> group,
      Map<UnitCode, Progress> progress,
      CriteriaSet set,
      Beside beside) {
    Bests bests = bests(group, progress);
    Map<UnitCode, Final> finals = new HashMap<>();
    group.forEach(unit ->
        Optional.ofNullable(progress.get(unit.code()))
            .ifPresent(row -> finals.put(unit.code(), Final.of(row, set, bests))));
    beside
        .noForms()
        .forEach((unit, score) ->
            finals.put(
                unit, Final.of(State.NOT_STARTED, score, set, bests, Optional.empty(), true)));
    return new Made(rows(campaign, group, finals, set, beside), bests.values());
  }

  /** The best of the forms of a group that were delivered. */
  static Bests bests(List<Unit> group, Map<UnitCode, Progress> progress) {
    return Bests.of(
        group.stream()
            .map(unit -> progress.get(unit.code()))
            .filter(row -> row != null && row.state().delivered())
            .map(row -> row.ranking().measured())
            .toList());
  }

  /**
   * What is known of a group beside the board.
   *
   * @param noForms scores of units that sent no form by the last day and are ranked all the same
   * @param former what units were in the campaign before
   * @param exceptions how often the ordinary course was left
   */
  record Beside(
      Map<UnitCode, Progress.Score> noForms,
      Map<UnitCode, RankingRow.Former> former,
      Map<UnitCode, Exceptions> exceptions) {

    static final Beside NOTHING = new Beside(Map.of(), Map.of(), Map.of());
  }

  /** Rows with the best values that they were measured by. */
  record Made(List<RankingRow> rows, SortedMap<String, Measured> bests) {

    /** SHA-256, hex, over all that a reader of the table sees. */
    String digest() {
      var best = new TreeMap<String, Object>();
      bests.forEach((place, value) ->
          best.put(place, List.of(value.part().toPlainString(), value.whole().toPlainString())));
      return CanonicalRow.digest(rows.stream().map(CanonicalRow::of).toList(), best);
    }

    Rankings.Table table(Campaign campaign, int group, long version, Instant at) {
      return new Rankings.Table(campaign.id(), group, version, at, digest(), rows.size(), bests);
    }
  }

  /** A row of the board after the second pass; as it stands for a set that needs none. */
  private record Final(
      State state,
      Map<String, Points> groupPoints,
      Map<String, Points> groupMax,
      Points points,
      Points max,
      Optional<Points> index,
      Optional<RankingRow.SelfScore> self,
      boolean noForm) {

    static Final of(Progress row, CriteriaSet set, Bests bests) {
      Optional<RankingRow.SelfScore> beside =
          row.appraised()
              .map(ranks -> of(row.state(), row.self(), set, bests, Optional.empty(), false))
              .map(own -> new RankingRow.SelfScore(own.points(), own.max(), own.index()));
      return of(row.state(), row.ranking(), set, bests, beside, false);
    }

    private static Final of(
        State state,
        Progress.Score score,
        CriteriaSet set,
        Bests bests,
        Optional<RankingRow.SelfScore> self,
        boolean noForm) {
      if (score.measured().isEmpty()) {
        return new Final(
            state,
            score.groupPoints(),
            score.groupMax(),
            score.points(),
            score.applicableMax(),
            score.index(),
            self,
            noForm);
      }
      Map<String, Points> groups = bests.added(set, score.groupPoints(), score.measured());
      Points points = Scorecard.total(set, groups, score.applicableMax());
      return new Final(
          state,
          groups,
          score.groupMax(),
          points,
          score.applicableMax(),
          Scorecard.index(points, score.applicableMax()),
          self,
          noForm);
    }
  }

  private static List<RankingRow> rows(
      Campaign campaign,
      List<Unit> group,
      Map<UnitCode, Final> finals,
      CriteriaSet set,
      Beside beside) {
    var standings = new ArrayList<Standing>();
    for (Unit unit : group) {
      standings.add(standing(campaign, unit, Optional.ofNullable(finals.get(unit.code())), set));
    }
    Map<UnitCode, Unit> byCode = new HashMap<>();
    group.forEach(unit -> byCode.put(unit.code(), unit));
    Map<UnitCode, OptionalInt> inDistrict = ranksInDistricts(campaign, byCode, standings);
    return Ranking.rank(standings, campaign.settings().tieRule()).stream()
        .map(ranked ->
            row(
                ranked,
                byCode.get(ranked.standing().unit()),
                inDistrict.getOrDefault(ranked.standing().unit(), OptionalInt.empty()),
                Optional.ofNullable(finals.get(ranked.standing().unit())),
                set,
                annex(campaign, ranked, finals, set, beside, byCode.get(ranked.standing().unit()))))
        .toList();
  }

  /**
   * The number under which rows are staged: 52 bits of their digest, so that two builders at once
   * write under one number only when they write the same rows.
   */
  static long version(String digest) {
    return Long.parseLong(digest.substring(0, 13), 16);
  }

  private static Standing standing(
      Campaign campaign, Unit unit, Optional<Final> found, CriteriaSet set) {
    if (campaign.excuse(unit.code()).isPresent()) {
      return Standing.unranked(unit.code(), unit.name(), Unranked.EXCUSED);
    }
    State state = found.map(Final::state).orElse(State.NOT_STARTED);
    if (!state.delivered() && found.filter(Final::noForm).isEmpty()) {
      return Standing.unranked(
          unit.code(),
          unit.name(),
          state == State.AT_DISTRICT ? Unranked.NOT_FORWARDED : Unranked.NOT_SUBMITTED);
    }
    Final row = found.orElseThrow();
    Optional<Level> level = row.index().map(set::levelOf);
    return new Standing(
        unit.code(),
        unit.name(),
        row.points(),
        row.max(),
        row.index(),
        level,
        row.groupPoints().getOrDefault(Standing.RESULTS_GROUP, Points.ZERO),
        row.index().isPresent() ? Optional.empty() : Optional.of(Unranked.NOTHING_APPLICABLE),
        campaign.settings().resultSettings().tieBreaks().stream()
            .map(group -> row.groupPoints().getOrDefault(group, Points.ZERO))
            .toList());
  }

  private static RankingRow.Annex annex(
      Campaign campaign,
      Ranked ranked,
      Map<UnitCode, Final> finals,
      CriteriaSet set,
      Beside beside,
      Unit registered) {
    Standing standing = ranked.standing();
    UnitCode unit = standing.unit();
    List<String> groups = campaign.settings().resultSettings().tieBreaks();
    var looked = new ArrayList<RankingRow.TieBreak>();
    for (int i = 0; i < ranked.breakers(); i++) {
      looked.add(new RankingRow.TieBreak(groups.get(i), standing.breakers().get(i)));
    }
    return new RankingRow.Annex(
        set.maxPoints(),
        ranked.rank().isPresent()
            && Optional.ofNullable(finals.get(unit)).filter(Final::noForm).isPresent(),
        looked,
        campaign
            .excuse(unit)
            .map(one -> new RankingRow.Excused(one.number(), one.date(), one.reason())),
        Optional.ofNullable(beside.former().get(unit)),
        Optional.ofNullable(beside.exceptions().get(unit)),
        Optional.of(registered.kind()));
  }

  private static Map<UnitCode, OptionalInt> ranksInDistricts(
      Campaign campaign, Map<UnitCode, Unit> units, List<Standing> standings) {
    var byDistrict = new TreeMap<UnitCode, List<Standing>>();
    for (Standing standing : standings) {
      units
          .get(standing.unit())
          .parent()
          .ifPresent(district ->
              byDistrict.computeIfAbsent(district, d -> new ArrayList<>()).add(standing));
    }
    var ranks = new HashMap<UnitCode, OptionalInt>();
    byDistrict
        .values()
        .forEach(communes ->
            Ranking.rank(communes, campaign.settings().tieRule())
                .forEach(ranked -> ranks.put(ranked.standing().unit(), ranked.rank())));
    return ranks;
  }

  private static RankingRow row(
      Ranked ranked,
      Unit unit,
      OptionalInt inDistrict,
      Optional<Final> found,
      CriteriaSet set,
      RankingRow.Annex annex) {
    Standing standing = ranked.standing();
    return new RankingRow(
        unit.code(),
        unit.name(),
        unit.parent(),
        ranked.rank(),
        inDistrict,
        standing.index(),
        standing.points(),
        standing.max(),
        standing.index().isPresent() ? found.map(Final::groupPoints).orElse(Map.of()) : Map.of(),
        standing.level().map(Level::code),
        standing.cause().map(Unranked::name),
        standing.index().isPresent()
            ? found.map(row -> groupResults(row, set)).orElse(Map.of())
            : Map.of(),
        found.flatMap(Final::self),
        Optional.of(annex));
  }

  private static Map<String, RankingRow.OfGroup> groupResults(Final row, CriteriaSet set) {
    var results = new TreeMap<String, RankingRow.OfGroup>();
    for (CriteriaGroup group : set.groups()) {
      Points max = row.groupMax().getOrDefault(group.id(), Points.ZERO);
      var total =
          Scorecard.GroupTotal.of(
              group, row.groupPoints().getOrDefault(group.id(), Points.ZERO), max);
      total
          .level()
          .ifPresent(level ->
              results.put(
                  group.id(),
                  new RankingRow.OfGroup(
                      max,
                      total.percent().orElseThrow(),
                      total.converted().orElseThrow(),
                      level.code())));
    }
    return results;
  }
}
