package vn.minhbach.function.feed;

import java.util.Optional;
import vn.minhbach.core.publish.feed.ParMapping;
import vn.minhbach.function.http.ReplyPart;

/** Which of our figures: just one of the three. */
record SourceReply(
    Optional<String> criterion, Optional<String> criteriaGroup, Optional<Boolean> index)
    implements ReplyPart {

  static SourceReply of(ParMapping.Source source) {
    return new SourceReply(
        Optional.of(source.id()).filter(id -> source.kind() == ParMapping.Kind.CRITERION),
        Optional.of(source.id()).filter(id -> source.kind() == ParMapping.Kind.GROUP),
        ReplyPart.only(source.kind() == ParMapping.Kind.INDEX));
  }
}
