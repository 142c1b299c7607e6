package vn.minhbach.core.keep.reminder;

/**
 * One rung of the ladder.
 *
 * @param id names its text and its claims, as {@code before-7}
 * @param days distance from the event, in calendar days; 0 for {@link Trigger#SENT}
 */
public record Rung(String id, Trigger trigger, int days, Audience audience) {

  /** What a rung hangs on. */
  public enum Trigger {
    /** The form was received. */
    SENT,
    /** So many days before the due day; on a rest day, the working day before it. */
    BEFORE_DUE,
    /**
     * So many days after the due day; on a rest day, the next working day. Two such rungs never
     * fall on one day: after a Friday the unit is told on Monday, whoever is above it on Tuesday.
     */
    AFTER_DUE
  }

  /** Who is written to. Where nobody has the role, all contacts of the unit are. */
  public enum Audience {
    /** The unit's own contacts but its head. */
    UNIT,
    /** A commune's district, in one digest; any other unit's head. */
    ABOVE,
    /** The unit's head. */
    SIGNER,
    /** All contacts of the unit. */
    EVERYBODY
  }
}
