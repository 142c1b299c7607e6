package vn.minhbach.function.http;

import java.util.List;
import java.util.Optional;

/**
 * A list as every list is shown.
 *
 * @param next where the next page begins; null on the last one
 */
public record ListReply<T>(List<T> items, @Wire(orNull = true) Optional<String> next)
    implements ReplyPart {

  /** A list of one page. */
  public static <T> ListReply<T> whole(List<T> items) {
    return new ListReply<>(items, Optional.empty());
  }
}
