package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was asked for and decided about more time for one unit (<i>gia hạn</i>): where it stands
 * now. Every earlier step is in the ledger.
 *
 * @param number of the latest request or grant; 1, 2, 3…
 * @param asked the request that waits for a decision
 * @param decided the latest decision
 * @param until last day of the extension in force
 */
public record Extension(
    long number, Optional<Asked> asked, Optional<Decided> decided, Optional<LocalDate> until) {

  static final Extension NONE =
      new Extension(0, Optional.empty(), Optional.empty(), Optional.empty());

  /** The unit's request. */
  public record Asked(LocalDate until, String reason, Instant at, String by) {}

  /**
   * The office's decision.
   *
   * @param until the day granted; empty when refused
   */
  public record Decided(Optional<LocalDate> until, String reason, Instant at, String by) {

    public boolean granted() {
      return until.isPresent();
    }
  }

  /** Names the latest request or grant, for the answer to it. */
  public String id() {
    return "x" + number;
  }

  public Extension withRequest(Asked request) {
    return new Extension(number + 1, Optional.of(request), decided, until);
  }

  /** The decision answers the open request, or stands for itself. */
  public Extension withDecision(Decided decision) {
    return new Extension(
        asked.isPresent() ? number : number + 1,
        Optional.empty(),
        Optional.of(decision),
        decision.until().or(() -> until));
  }
}
