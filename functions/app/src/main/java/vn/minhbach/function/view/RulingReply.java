package vn.minhbach.function.view;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.function.http.ReplyPart;

/**
 * What was decided of points that a unit asks to look at again, before publication or after it; the
 * worth is left out where they are kept.
 */
public record RulingReply(
    String decision, Optional<WorthReply> worth, String reason, HandReply by, Instant at)
    implements ReplyPart {

  public static RulingReply of(Petition.Decision made, boolean named) {
    return new RulingReply(
        made.ruling() == Petition.Ruling.KEPT ? "kept" : "newPoints",
        made.worth().map(WorthReply::of),
        made.reason(),
        HandReply.of(made.by(), named),
        made.at());
  }
}
