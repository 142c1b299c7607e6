package vn.minhbach.function.feed;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.feed.ParFeed;
import vn.minhbach.function.http.ReplyPart;

/**
 * A feed.
 *
 * @param decision number of the decision that approved the result
 * @param since the issue that it was held against; {@code changes} stand with it
 */
record FeedReply(
    CampaignId campaign,
    int issue,
    Optional<String> code,
    long rankingVersion,
    String decision,
    long mappingVersion,
    List<ValueReply> values,
    Optional<Integer> since,
    Optional<List<ChangeReply>> changes)
    implements ReplyPart {

  static FeedReply of(ParFeed feed) {
    ParFeed.Origin origin = feed.origin();
    return new FeedReply(
        origin.campaign(),
        origin.issue(),
        origin.code(),
        origin.rankingVersion(),
        origin.decision(),
        origin.mappingVersion(),
        feed.values().stream().map(value -> ValueReply.of(origin, value)).toList(),
        feed.since(),
        feed.since().map(issue -> feed.changes().stream().map(ChangeReply::of).toList()));
  }

  /**
   * A criterion of the PAR index of a unit.
   *
   * @param cause why there is no value
   */
  record ValueReply(
      UnitCode unit,
      String name,
      int group,
      String code,
      Optional<Points> value,
      Points maxPoints,
      Optional<String> cause,
      OriginReply provenance)
      implements ReplyPart {

    private static ValueReply of(ParFeed.Origin origin, ParFeed.Value value) {
      return new ValueReply(
          value.unit(),
          value.name(),
          value.line().group(),
          value.line().code(),
          value.value(),
          value.line().maxPoints(),
          value.cause(),
          OriginReply.of(origin, value));
    }
  }

  /** Whence a value is. */
  record OriginReply(
      CampaignId campaign,
      int issue,
      Optional<String> code,
      long rankingVersion,
      Optional<Long> criteriaVersion,
      SourceReply from,
      Optional<Points> points,
      Optional<Points> max,
      Optional<String> level)
      implements ReplyPart {

    private static OriginReply of(ParFeed.Origin origin, ParFeed.Value value) {
      return new OriginReply(
          origin.campaign(),
          origin.issue(),
          origin.code(),
          origin.rankingVersion(),
          value.criteriaVersion(),
          SourceReply.of(value.line().source()),
          value.reached(),
          value.max(),
          value.level());
    }
  }

  /** A value that is another in this issue. */
  record ChangeReply(
      UnitCode unit,
      String name,
      String code,
      Optional<Points> before,
      Optional<String> causeBefore,
      Optional<Points> now,
      Optional<String> cause)
      implements ReplyPart {

    private static ChangeReply of(ParFeed.Change change) {
      ParFeed.Value now = change.now();
      return new ChangeReply(
          now.unit(),
          now.name(),
          now.line().code(),
          change.before().flatMap(ParFeed.Value::value),
          change.before().flatMap(ParFeed.Value::cause),
          now.value(),
          now.cause());
    }
  }
}
