package vn.minhbach.core.appraise.assignment;

/**
 * What a member has to do with a cell.
 *
 * @param blind whether the cell is read by two who do not see each other's mark until both stand
 */
public record Duty(Member member, Reading reading, boolean blind) {

  /** As which of the cell's readers. */
  public enum Reading {
    FIRST,
    SECOND
  }
}
