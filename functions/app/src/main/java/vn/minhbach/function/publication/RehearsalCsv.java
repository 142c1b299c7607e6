package vn.minhbach.function.publication;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.publish.publication.Rehearsed;
import vn.minhbach.function.http.CsvLine;

/** A rehearsal of a criteria set as a spreadsheet opens it. */
final class RehearsalCsv {

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

  private RehearsalCsv() {}

  static String of(Rehearsed played) {
    return CsvLine.START
        + Stream.concat(Stream.of(COLUMNS), played.rows().stream().map(RehearsalCsv::cells))
            .map(CsvLine::of)
            .collect(Collectors.joining());
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
