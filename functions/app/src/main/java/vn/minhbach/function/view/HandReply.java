package vn.minhbach.function.view;

import java.util.Optional;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.function.http.ReplyPart;

/**
 * Whose hand: as what and of which body.
 *
 * @param account the member's opaque id, for who leads
 */
public record HandReply(Role role, Optional<UnitCode> body, Optional<String> account)
    implements ReplyPart {

  public static HandReply of(Hand hand, boolean named) {
    return new HandReply(
        hand.role(), hand.body(), named ? Optional.of(hand.account()) : Optional.empty());
  }
}
