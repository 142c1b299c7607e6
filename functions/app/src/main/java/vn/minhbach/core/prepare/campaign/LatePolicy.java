package vn.minhbach.core.prepare.campaign;

/** What happens to a form that is sent after its due date and before the lock. */
public enum LatePolicy {
  /** Taken, and marked late. */
  MARK,
  /** Taken with a reason, and marked late. */
  REASON,
  /** Refused; the unit needs an extension first. */
  REFUSE
}
