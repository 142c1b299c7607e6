package vn.minhbach.core.criteria;

import java.util.List;
import vn.minhbach.core.Points;

/**
 * A group of criteria (<i>nhóm tiêu chí</i>), as {@code II}.
 *
 * @param kind whether its points belong to the set's maximum, or come on top or off
 * @param maxPoints the sum of its criteria's; of bonus and penalty the most that counts
 * @param subgroups headings inside the group; may be empty
 * @param criteria in the order of the form; they sum up to {@code maxPoints}
 * @param levels of the group's own percentage, best first; empty where only the index has levels
 */
public record CriteriaGroup(
    String id,
    String title,
    Kind kind,
    Points maxPoints,
    List<Subgroup> subgroups,
    List<Criterion> criteria,
    List<Level> levels) {

  /** What the points of a group are. */
  public enum Kind implements Coded {
    /** Part of the set's maximum. */
    BASE("base"),
    /** On top (<i>điểm thưởng</i>): outside the maximum, up to the group's own cap. */
    BONUS("bonus"),
    /** Off (<i>điểm trừ</i>): points tell how much is taken away, up to the group's own cap. */
    PENALTY("penalty");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public CriteriaGroup {
    subgroups = List.copyOf(subgroups);
    criteria = List.copyOf(criteria);
    levels = List.copyOf(levels);
  }

  /** Whether its points belong to the set's maximum. */
  public boolean base() {
    return kind == Kind.BASE;
  }
}
