package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * That bytes which should never have been uploaded are to be removed from a unit's vault (<i>gỡ bỏ
 * tệp tải lên nhầm</i>): asked by one body, decided by another. One of each unit and hash, whatever
 * the bytes were to prove.
 *
 * @param evidence id of the record from which it was asked
 * @param fileName of that record
 * @param decided empty while it waits
 * @param removedAt when nothing was left; domain clock
 * @param version rises by one with each change
 */
public record Takedown(
    CampaignId campaign,
    UnitCode unit,
    String sha256,
    String evidence,
    String fileName,
    Asked asked,
    Optional<Decided> decided,
    Optional<Instant> removedAt,
    long version) {

  /** The document (<i>quyết định, công văn</i>) that orders it. */
  public record Order(String number, LocalDate date) {}

  /**
   * Who did it.
   *
   * @param by opaque id of the account
   * @param body that employs its holder; empty for none of the ranked
   */
  public record Hand(String by, Optional<UnitCode> body, Instant at) {

    /** Whether one and the same account or body would have done both. Two of none are one. */
    public boolean same(Hand other) {
      return by.equals(other.by) || body.equals(other.body);
    }
  }

  /** The request, and why. */
  public record Asked(Hand hand, String reason, Order order) {}

  /**
   * The answer to it.
   *
   * @param reason why it is declined; empty where it is confirmed
   */
  public record Decided(Hand hand, boolean confirmed, String reason) {}

  /** Where it stands. */
  public enum State {
    /** Nobody may open the file while it waits. */
    ASKED,
    /** The file opens as before; it can be asked for again. */
    DECLINED,
    /** Nobody may open the file ever again; its bytes are about to be removed. */
    CONFIRMED,
    /** No copy was left when it was last looked for. */
    REMOVED
  }

  public State state() {
    if (decided.isEmpty()) {
      return State.ASKED;
    }
    if (!decided.get().confirmed()) {
      return State.DECLINED;
    }
    return removedAt.isPresent() ? State.REMOVED : State.CONFIRMED;
  }

  /** Whether the bytes are, or are about to be, gone. */
  public boolean inForce() {
    return state() == State.CONFIRMED || state() == State.REMOVED;
  }

  public Takedown with(Decided answer) {
    return new Takedown(
        campaign,
        unit,
        sha256,
        evidence,
        fileName,
        asked,
        Optional.of(answer),
        removedAt,
        version + 1);
  }

  public Takedown removed(Instant now) {
    return new Takedown(
        campaign, unit, sha256, evidence, fileName, asked, decided, Optional.of(now), version + 1);
  }
}
