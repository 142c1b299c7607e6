package vn.minhbach.core.criteria;

import java.util.List;
import vn.minhbach.core.Points;

/**
 * A level of e-government (<i>mức độ</i>), as Tốt, reached from an index on.
 *
 * @param minInclusive whether {@code minPercent} itself is enough
 */
public record Level(String code, String label, Points minPercent, boolean minInclusive) {

  /** Whether a printed index reaches this level. */
  public boolean reachedBy(Points index) {
    int difference = index.compareTo(minPercent);
    return difference > 0 || minInclusive && difference == 0;
  }

  /** The level of a printed index: the first reached, top down. The last is reached by all. */
  public static Level of(List<Level> levels, Points index) {
    for (Level level : levels) {
      if (level.reachedBy(index)) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level for index " + index);
  }
}
