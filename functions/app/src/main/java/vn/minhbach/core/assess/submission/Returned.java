package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * That a form, or criteria of it, was returned (<i>trả lại</i>), and by when it is awaited anew.
 *
 * @param by whose hand returned it: DISTRICT or TEAM
 * @param reason what is to be mended; gone once it was signed anew, the ledger keeps it
 * @param until last moment of the term
 * @param whole what the form was when it was last returned whole; empty where it never was
 */
public record Returned(
    Instant at, Move.Hand by, Optional<String> reason, Instant until, Optional<Whole> whole) {

  /**
   * What the form was when it was returned whole.
   *
   * @param to last day for sending it anew
   * @param byDistrict whether its own district returned it
   * @param sentAt when it was sent: sent anew within the term it counts from then
   * @param late whether it was late; it stays so
   * @param forwardedAt when its district had passed it on, where the team returned it: that the
   *     district was in time stays true
   */
  public record Whole(
      LocalDate to,
      boolean byDistrict,
      Instant sentAt,
      boolean late,
      Optional<Instant> forwardedAt) {

    Deadlines.Returned clock() {
      return new Deadlines.Returned(to, late, byDistrict);
    }
  }

  Returned mended() {
    return new Returned(at, by, Optional.empty(), until, whole);
  }

  /** When a form that is sent at that moment counts as sent; empty where that is then. */
  Optional<Instant> sentAt(Instant now) {
    return whole.filter(form -> !now.isAfter(until)).map(Whole::sentAt);
  }
}
