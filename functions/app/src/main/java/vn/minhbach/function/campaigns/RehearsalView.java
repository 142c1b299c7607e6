package vn.minhbach.function.campaigns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.publish.publication.Rehearsed;
import vn.minhbach.core.publish.publication.Replay;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Tree;

/** A rehearsal of a criteria set as the office reads it. */
final class RehearsalView {

  private static final List<String> COLUMNS =
      List.of(
          "unit",
          "name",
          "relation",
          "predecessor",
          "status",
          "pointsThen",
          "maxThen",
          "indexThen",
          "levelThen",
          "rankThen",
          "pointsNow",
          "maxNow",
          "indexNow",
          "levelNow",
          "rankNow");

  private RehearsalView() {}

  static Map<String, Object> page(Rehearsed played, int from, int limit) {
    List<Rehearsed.Row> rows = played.rows().stream().skip(from).limit(limit).toList();
    int after = from + rows.size();
    var counts = new LinkedHashMap<String, Object>();
    played.counts().forEach(count -> counts.put(count.status().name(), count.units()));
    var tree =
        new LinkedHashMap<>(
            new Tree()
                .with("campaign", played.campaign())
                .with("earlier", played.earlier())
                .with("group", played.group())
                .with("then", set(played.then()))
                .with("now", set(played.now()))
                .with("counts", counts)
                .with("ranksWithheld", played.ranksWithheld())
                .with("pointsWithheld", played.pointsWithheld())
                .with("aggregatesWithheld", played.aggregatesWithheld())
                .with("levels", played.levels().stream().map(RehearsalView::level).toList())
                .with("removed", played.removed().stream().map(Object::toString).toList())
                .with("criteria", played.criteria().stream().map(RehearsalView::line).toList())
                .build());
    tree.putAll(
        Tree.list(
            rows.stream().map(RehearsalView::row).toList(),
            after < played.rows().size() && !rows.isEmpty()
                ? Optional.of(String.valueOf(after))
                : Optional.empty()));
    return tree;
  }

  static String csv(Rehearsed played) {
    return CsvLine.START
        + Stream.concat(Stream.of(COLUMNS), played.rows().stream().map(RehearsalView::cells))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  private static Tree set(CriteriaSet set) {
    return new Tree()
        .with("setId", set.setId())
        .with("version", set.version())
        .with("maxPoints", set.maxPoints());
  }

  private static Map<String, Object> level(Rehearsed.LevelChange change) {
    return new Tree()
        .with("from", change.from())
        .with("to", change.to())
        .with("units", change.units())
        .build();
  }

  private static Map<String, Object> line(Replay.Line line) {
    var misfits = new LinkedHashMap<String, Object>();
    line.misfits().forEach((problem, count) -> misfits.put(problem.slug(), count));
    Optional<Replay.Spread> spread = line.spread();
    return new Tree()
        .with("criterion", line.criterion().id())
        .with("title", line.criterion().title())
        .with("maxPoints", line.criterion().maxPoints())
        .with("fits", line.fits())
        .with("misfits", misfits)
        .with("unanswered", line.unanswered())
        .with("notApplicable", line.notApplicable())
        .with("scored", spread.map(Replay.Spread::count))
        .with("mean", spread.map(Replay.Spread::mean))
        .with("deviation", spread.map(Replay.Spread::deviation))
        .with("least", spread.map(Replay.Spread::least))
        .with("most", spread.map(Replay.Spread::most))
        .with("full", spread.map(Replay.Spread::full))
        .with("zero", spread.map(Replay.Spread::zero))
        .with("discriminates", spread.map(Replay.Spread::discriminates))
        .build();
  }

  private static Map<String, Object> row(Rehearsed.Row row) {
    return new Tree()
        .with("unit", row.unit().code())
        .with("name", row.unit().name())
        .with("relation", row.relation().name())
        .with("predecessor", row.predecessor())
        .with("status", row.status().name())
        .with("then", row.then().map(RehearsalView::result))
        .with("now", row.now().map(RehearsalView::result))
        .build();
  }

  private static Tree result(Rehearsed.Result result) {
    return new Tree()
        .with("points", result.points())
        .with("max", result.max())
        .with("index", result.index())
        .with("level", result.level())
        .with("rank", result.rank().isPresent() ? result.rank().getAsInt() : null);
  }

  private static List<String> cells(Rehearsed.Row row) {
    return Stream.of(
            Stream.of(
                row.unit().code().value(),
                row.unit().name(),
                row.relation().name(),
                row.predecessor().map(Object::toString).orElse(""),
                row.status().name()),
            cells(row.then()),
            cells(row.now()))
        .flatMap(cells -> cells)
        .toList();
  }

  private static Stream<String> cells(Optional<Rehearsed.Result> result) {
    return Stream.of(
        result.map(one -> one.points().toString()).orElse(""),
        result.map(one -> one.max().toString()).orElse(""),
        result.flatMap(Rehearsed.Result::index).map(Object::toString).orElse(""),
        result.flatMap(Rehearsed.Result::level).orElse(""),
        rank(result.map(Rehearsed.Result::rank).orElse(OptionalInt.empty())));
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? String.valueOf(rank.getAsInt()) : "";
  }
}
