package vn.minhbach.core.account;

import java.time.Instant;
import java.util.List;

/**
 * Who an actor was as of an import: the only place with a person's name. It can be erased; ledgers
 * keep the opaque id and stay whole.
 *
 * @param id as ledgers keep it
 * @param version of the register that said so
 * @param since when that register came in
 */
public record Actor(String id, String name, List<Title> titles, long version, Instant since) {

  public Actor {
    titles = List.copyOf(titles);
  }

  /** The person's title (<i>chức vụ</i>) in a post. */
  public record Title(Post post, String title) {}
}
