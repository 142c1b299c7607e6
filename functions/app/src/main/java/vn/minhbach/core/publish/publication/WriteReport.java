package vn.minhbach.core.publish.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.CriterionScore;

/** Writes what the report says of a group, from its table and the files of its units. Pure. */
final class WriteReport {

  private static final int WEAKEST = 10;
  private static final int UNITS_SHOWN = 100;

  // One item holds the report, and a difficulty with its ruling has up to 6,000 characters.
  private static final int DIFFICULTIES_SHOWN = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private WriteReport() {}

  /**
   * The report of a group.
   *
   * @param questions of the group's units
   * @param before the group's rows in the issue before; empty for a first one
   */
  static GroupReport of(
      int group,
      int issue,
      CriteriaSet set,
      AppraisalSettings appraisal,
      List<RankingRow> rows,
      List<CaseFile> files,
      List<Question> questions,
      List<RankingRow> before) {
    List<RankingRow> ranked = rows.stream().filter(row -> row.rank().isPresent()).toList();
    var levels = new TreeMap<String, Integer>();
    set.levels().forEach(level -> levels.put(level.code(), 0));
    ranked.forEach(row -> row.level().ifPresent(level -> levels.merge(level, 1, Integer::sum)));
    return new GroupReport(
        group,
        issue,
        rows.size(),
        ranked.size(),
        spread(ranked),
        middles(ranked),
        levels,
        weakest(set, files),
        change(ranked),
        Exceptions.sum(files.stream().map(CaseFile::exceptions).toList()),
        hands(files),
        standIns(appraisal, files),
        difficulties(questions),
        moved(rows, before));
  }

  private static Optional<GroupReport.Spread> spread(List<RankingRow> ranked) {
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    Points best = index(ranked.getFirst());
    Points worst = index(ranked.getLast());
    return Optional.of(
        new GroupReport.Spread(
            mean(ranked.stream().map(WriteReport::index).toList()),
            best,
            having(ranked, best),
            worst,
            having(ranked, worst)));
  }

  private static Map<String, GroupReport.Middle> middles(List<RankingRow> ranked) {
    var points = new TreeMap<String, List<Points>>();
    ranked.forEach(row ->
        row.groupPoints()
            .forEach((id, own) -> points.computeIfAbsent(id, group -> new ArrayList<>()).add(own)));
    var middles = new TreeMap<String, GroupReport.Middle>();
    points.forEach((id, all) -> {
      List<Points> order = all.stream().sorted().toList();
      int half = order.size() / 2;
      middles.put(
          id,
          new GroupReport.Middle(
              order.getFirst(),
              order.size() % 2 == 1
                  ? order.get(half)
                  : mean(List.of(order.get(half - 1), order.get(half))),
              order.getLast()));
    });
    return middles;
  }

  private static List<UnitCode> having(List<RankingRow> ranked, Points index) {
    return ranked.stream()
        .filter(row -> index(row).equals(index))
        .map(RankingRow::unit)
        .limit(UNITS_SHOWN)
        .toList();
  }

  private static Points index(RankingRow row) {
    return row.index().orElseThrow();
  }

  private static Points mean(List<Points> all) {
    return new Points(
        Points.sum(all).value().divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_UP));
  }

  private static List<GroupReport.Weak> weakest(CriteriaSet set, List<CaseFile> files) {
    return set.groups().stream()
        .filter(group -> group.base())
        .flatMap(group -> group.criteria().stream())
        .flatMap(criterion -> weak(criterion, files).stream())
        .sorted(
            Comparator.comparing(GroupReport.Weak::percent)
                .thenComparing(GroupReport.Weak::criterion))
        .limit(WEAKEST)
        .toList();
  }

  private static Optional<GroupReport.Weak> weak(Criterion criterion, List<CaseFile> files) {
    var below = new ArrayList<UnitCode>();
    Points sum = Points.ZERO;
    int assessed = 0;
    for (CaseFile file : files) {
      CriterionScore score = file.scores().get(criterion.id());
      if (score != null && score.applicable()) {
        assessed++;
        sum = sum.plus(score.points());
        if (score.points().plus(score.points()).compareTo(criterion.maxPoints()) < 0) {
          below.add(file.unit().code());
        }
      }
    }
    BigDecimal most = criterion.maxPoints().value().multiply(BigDecimal.valueOf(assessed));
    if (most.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new GroupReport.Weak(
            criterion.id(),
            criterion.title(),
            new Points(sum.value().multiply(HUNDRED).divide(most, 2, RoundingMode.HALF_UP)),
            assessed,
            below.size(),
            // Where the figures are not public, neither is who has few of them.
            below.stream()
                .filter(unit -> !criterion.disclosure().hidden())
                .sorted()
                .limit(UNITS_SHOWN)
                .toList()));
  }

  private static Optional<GroupReport.Change> change(List<RankingRow> ranked) {
    List<RankingRow> both = ranked.stream().filter(row -> then(row).isPresent()).toList();
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GroupReport.Change(
                both.size(),
                mean(both.stream().map(row -> then(row).orElseThrow()).toList()),
                mean(both.stream().map(WriteReport::index).toList())));
  }

  private static Optional<Points> then(RankingRow row) {
    return row.annex().flatMap(RankingRow.Annex::former).flatMap(RankingRow.Former::index);
  }

  private static List<GroupReport.Hands> hands(List<CaseFile> files) {
    var byBody = new TreeMap<String, List<CaseFile.Judged>>();
    files.stream()
        .flatMap(file -> file.judged().stream())
        .forEach(one ->
            byBody
                .computeIfAbsent(one.body().map(UnitCode::value).orElse(""), b -> new ArrayList<>())
                .add(one));
    return byBody.values().stream().map(WriteReport::ofBody).toList();
  }

  private static GroupReport.Hands ofBody(List<CaseFile.Judged> judged) {
    List<Points> inside =
        judged.stream().filter(CaseFile.Judged::inside).map(CaseFile.Judged::change).toList();
    List<Points> outside =
        judged.stream().filter(one -> !one.inside()).map(CaseFile.Judged::change).toList();
    return new GroupReport.Hands(
        judged.getFirst().body(),
        inside.size(),
        inside.isEmpty() ? Optional.empty() : Optional.of(mean(inside)),
        outside.size(),
        outside.isEmpty() ? Optional.empty() : Optional.of(mean(outside)));
  }

  private static List<GroupReport.StandIn> standIns(
      AppraisalSettings appraisal, List<CaseFile> files) {
    return Stream.of(
            standIn(Role.LEAD, appraisal.deputyBody(), files),
            standIn(Role.DEPUTY, appraisal.standingOffice(), files))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<GroupReport.StandIn> standIn(
      Role role, Optional<UnitCode> body, List<CaseFile> files) {
    List<Points> changes =
        files.stream()
            .filter(file -> body.filter(file.unit().code()::equals).isPresent())
            .flatMap(file -> file.judged().stream())
            .filter(one -> one.role() == role)
            .map(CaseFile.Judged::change)
            .toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GroupReport.StandIn(
                role.label(), body.orElseThrow(), changes.size(), mean(changes)));
  }

  // By time within a criterion: an order by unit would tell who asked.
  private static List<GroupReport.Difficulty> difficulties(List<Question> questions) {
    return questions.stream()
        .filter(question -> question.referral().isPresent())
        .sorted(
            Comparator.comparing(Question::criterion)
                .thenComparing(Question::askedAt)
                .thenComparing(Question::id))
        .map(question ->
            new GroupReport.Difficulty(
                question.criterion(), question.difficulty(), question.ruling()))
        .distinct()
        .limit(DIFFICULTIES_SHOWN)
        .toList();
  }

  private static List<GroupReport.Moved> moved(List<RankingRow> rows, List<RankingRow> before) {
    if (before.isEmpty()) {
      return List.of();
    }
    var then = new HashMap<UnitCode, OptionalInt>();
    before.forEach(row -> then.put(row.unit(), row.rank()));
    return rows.stream()
        .filter(row -> !row.rank().equals(then.getOrDefault(row.unit(), OptionalInt.empty())))
        .map(row ->
            new GroupReport.Moved(
                row.unit(), then.getOrDefault(row.unit(), OptionalInt.empty()), row.rank()))
        .toList();
  }
}
