package vn.minhbach.function.feed;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.Points;
import vn.minhbach.core.publish.feed.ParFeed;
import vn.minhbach.function.http.CsvLine;

/**
 * A feed as CSV, each line with whence it is; held against an earlier issue, the lines that differ
 * alone, with what they were.
 */
final class FeedCsv {

  private static final String HEADER =
      "unit,name,group,code,parName,value,maxPoints,cause,from,points,max,level,campaign,issue,"
          + "checkCode,rankingVersion,criteriaVersion,mappingVersion";

  private FeedCsv() {}

  static String of(ParFeed feed) {
    if (feed.since().isEmpty()) {
      return CsvLine.START
          + HEADER
          + "\r\n"
          + feed.values().stream()
              .map(value -> CsvLine.of(cells(feed.origin(), value).toList()))
              .collect(Collectors.joining());
    }
    return CsvLine.START
        + HEADER
        + ",since,valueBefore,causeBefore\r\n"
        + feed.changes().stream().map(change -> line(feed, change)).collect(Collectors.joining());
  }

  private static String line(ParFeed feed, ParFeed.Change change) {
    Optional<ParFeed.Value> before = change.before();
    return CsvLine.of(
        Stream.concat(
                cells(feed.origin(), change.now()),
                Stream.of(
                    feed.since().orElseThrow().toString(),
                    points(before.flatMap(ParFeed.Value::value)),
                    before.flatMap(ParFeed.Value::cause).orElse("")))
            .toList());
  }

  private static Stream<String> cells(ParFeed.Origin origin, ParFeed.Value value) {
    return Stream.of(
        value.unit().value(),
        value.name(),
        String.valueOf(value.line().group()),
        value.line().code(),
        value.line().name(),
        points(value.value()),
        value.line().maxPoints().toString(),
        value.cause().orElse(""),
        value.line().source().told(),
        points(value.reached()),
        points(value.max()),
        value.level().orElse(""),
        origin.campaign().value(),
        String.valueOf(origin.issue()),
        origin.code().orElse(""),
        String.valueOf(origin.rankingVersion()),
        value.criteriaVersion().map(String::valueOf).orElse(""),
        String.valueOf(origin.mappingVersion()));
  }

  private static String points(Optional<Points> points) {
    return points.map(Points::toString).orElse("");
  }
}
