package vn.minhbach.function.view;

import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.function.http.ReplyPart;

/** Points, or that the criterion does not apply. */
public record WorthReply(Optional<Points> points, Optional<Boolean> notApplicable)
    implements ReplyPart {

  public static WorthReply of(Worth worth) {
    return new WorthReply(
        worth.applicable() ? Optional.of(worth.points()) : Optional.empty(),
        ReplyPart.only(!worth.applicable()));
  }
}
