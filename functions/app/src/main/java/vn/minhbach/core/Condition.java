package vn.minhbach.core;

import java.util.Optional;

/**
 * What a write expects to find (the headers {@code If-Match} and {@code If-None-Match}).
 *
 * @param etag the etag that the writer has read; empty when none was sent
 */
public record Condition(Optional<String> etag) {

  public static final Condition NONE = new Condition(Optional.empty());

  /**
   * Holds the condition against what is stored: a first write needs none, a further one the etag.
   * Refused with 428 without or with an asterisk, with 412 when stale.
   *
   * @param stored etag of what is stored; empty when nothing is
   */
  public Outcome<Condition> against(Optional<String> stored) {
    if (etag.filter("*"::equals).isPresent()) {
      // Nobody may write over what nobody has read.
      return Outcome.refused(WriteProblem.IF_MATCH_ANY.of(stored.orElse("-")));
    }
    if (etag.isPresent()) {
      return etag.equals(stored)
          ? Outcome.accepted(this)
          : Outcome.refused(WriteProblem.STALE.of(stored.orElse("-")));
    }
    return stored.isEmpty()
        ? Outcome.accepted(this)
        : Outcome.refused(WriteProblem.IF_MATCH_REQUIRED.of(stored.get()));
  }
}
