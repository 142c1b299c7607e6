package vn.minhbach.core.appraise.queue;

import java.util.Collection;
import vn.minhbach.core.Fault;

/** Why a cell should be looked at early, in words. */
public record Reason(Kind kind, Fault fault) {

  /** What it is about. The weights of the kinds that a cell has add up; each kind counts once. */
  public enum Kind {
    /** Full points, or the whole of a share, and no file behind it. */
    WITHOUT_EVIDENCE(3),
    /** Something else than the province's figure. */
    CONTESTED(3),
    /** The same bytes at several units. */
    SHARED_FILE(3),
    /** A document that is younger than the period that it shall prove. */
    DATED_AFTER(2),
    /** Far from last year's figure. */
    JUMP(2),
    /** Far from the rest of the group. */
    OUTLIER(2),
    /** The unit says that the criterion does not apply to it. */
    NOT_APPLICABLE(2),
    /** Its unit gave itself far more last year than was found. */
    OVER_SCORED(1),
    /** Drawn at random. */
    SAMPLE(1);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    public int weight() {
      return weight;
    }
  }

  /** What the reasons of a cell weigh together; 0 for none. */
  public static int weight(Collection<Reason> reasons) {
    return reasons.stream().map(Reason::kind).distinct().mapToInt(Kind::weight).sum();
  }
}
