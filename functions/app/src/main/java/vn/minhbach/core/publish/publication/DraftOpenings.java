package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;

/** Port: the log of who read a frozen result before its publication. It is only ever added to. */
public interface DraftOpenings {

  /** In which form it was read. */
  enum View {
    /** A page of the draft ranking of a group. */
    RANKING,
    /** The progress board with points. */
    PROGRESS,
    /** What the report says of every group. */
    REPORT,
    /** What the PAR index takes of departments and districts. */
    PAR_FEED,
    /** Who may be commended by it. */
    COMMENDATIONS
  }

  /**
   * One opening.
   *
   * @param id random, so that two openings in one millisecond are two
   * @param by opaque id of the account; no name, no address
   * @param employer of the reader; empty for none of the ranked
   * @param group that was read; empty for all
   * @param at domain clock
   */
  record Opening(
      CampaignId campaign,
      String id,
      String by,
      Set<Role> roles,
      Optional<UnitCode> employer,
      View view,
      Optional<Integer> group,
      Instant at) {

    public Opening {
      roles = new TreeSet<>(roles);
    }

    /** Where the next page begins. */
    public String cursor() {
      return at.toEpochMilli() + "-" + id;
    }

    /** Whether a text from outside may be one. */
    public static boolean isCursor(String text) {
      return text.matches("\\d{1,15}-[0-9a-f]{1,64}");
    }
  }

  void note(Opening opening);

  /**
   * Openings, oldest first.
   *
   * @param after cursor of the last one of the page before; empty for the first page
   */
  List<Opening> of(CampaignId campaign, Optional<String> after, int limit);
}
