package vn.minhbach.core.prepare.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who an actor was as of an import: the only place with a person's name and address. It can be
 * erased; ledgers keep the opaque id and stay whole.
 *
 * @param id as ledgers keep it
 * @param version of the register that said so
 * @param since when that register came in
 * @param email where the user pool sends the first password; empty where nobody said
 */
public record Actor(
    String id,
    String name,
    List<Title> titles,
    long version,
    Instant since,
    Optional<String> email) {

  public Actor {
    titles = List.copyOf(titles);
  }

  /** The person's title (<i>chức vụ</i>) in a post. */
  public record Title(Post post, String title) {}
}
