package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * The times of a form, and what moved them.
 *
 * @param receivedAt when the form counts as received
 * @param dueAt last moment in time; decides late
 * @param closesAt last moment at which the unit may change anything; the hard lock
 * @param arrival the dispatch as the unit's registry took it in, where that was entered
 * @param extension what was asked and decided about more time
 * @param lockNotedAt when the ledger noted that the form is locked; empty again once it reopens
 */
public record Term(
    Instant receivedAt,
    Instant dueAt,
    Instant closesAt,
    Optional<Arrival> arrival,
    Optional<Extension> extension,
    Optional<Instant> lockNotedAt) {

  /** The times by the campaign alone. */
  public static Term of(Deadlines.Clock clock) {
    return new Term(
        clock.receivedAt(),
        clock.dueAt(),
        clock.closesAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What the clock needs to know of this unit. */
  Deadlines.Facts facts(Optional<LocalDate> correctedTo, Optional<Deadlines.Returned> returned) {
    return new Deadlines.Facts(
        arrival.map(Arrival::date), extension.flatMap(Extension::until), correctedTo, returned);
  }

  /** The same under another clock. A lock that was noted and is open again is noted anew. */
  Term under(Deadlines.Clock clock, Instant now) {
    return new Term(
        clock.receivedAt(),
        clock.dueAt(),
        clock.closesAt(),
        arrival,
        extension,
        lockNotedAt.filter(noted -> now.isAfter(clock.closesAt())));
  }

  Term withArrival(Arrival entered) {
    return new Term(receivedAt, dueAt, closesAt, Optional.of(entered), extension, lockNotedAt);
  }

  Term withExtension(Extension next) {
    return new Term(receivedAt, dueAt, closesAt, arrival, Optional.of(next), lockNotedAt);
  }

  Term withLockNotedAt(Instant at) {
    return new Term(receivedAt, dueAt, closesAt, arrival, extension, Optional.of(at));
  }
}
