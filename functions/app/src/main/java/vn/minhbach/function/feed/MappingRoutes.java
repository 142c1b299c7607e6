package vn.minhbach.function.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.publish.feed.MapPar;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** Which criteria of the PAR index are made from which of our figures. */
public final class MappingRoutes implements Routes {

  private final MapPar mapping;

  public MappingRoutes(MapPar mapping) {
    this.mapping = mapping;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.MAP_PAR, this::map, Route.READ_PAR_MAPPING, this::read);
  }

  private Outcome<Reply> map(Exchange on) {
    return on.json()
        .flatMap(sent ->
            mapping.map(on.campaign().id(), sent.act(), on.condition(), sent.as(MapPar::lines)))
        .map(MappingRoutes::shown);
  }

  private Outcome<Reply> read(Exchange on) {
    return mapping.read(on.campaign()).map(MappingRoutes::shown);
  }

  private static Reply shown(ParMapping kept) {
    return Reply.ok(MappingReply.of(kept)).etag(kept.etag());
  }

  /** The mapping in force. */
  private record MappingReply(long version, List<LineReply> lines, Instant at, String etag)
      implements ReplyPart {

    private static MappingReply of(ParMapping kept) {
      return new MappingReply(
          kept.version(),
          kept.lines().stream().map(LineReply::of).toList(),
          kept.at(),
          kept.etag());
    }
  }

  /** A line of it. */
  private record LineReply(
      String code,
      String name,
      int group,
      SourceReply from,
      Points maxPoints,
      Optional<Map<String, Points>> levels)
      implements ReplyPart {

    private static LineReply of(ParMapping.Line line) {
      return new LineReply(
          line.code(),
          line.name(),
          line.group(),
          SourceReply.of(line.source()),
          line.maxPoints(),
          Optional.of(line.levels()).filter(levels -> !levels.isEmpty()));
    }
  }
}
