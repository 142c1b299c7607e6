package vn.minhbach.core.appraise.marking;

import vn.minhbach.core.Points;
import vn.minhbach.core.scoring.CriterionScore;

/**
 * What a cell counts.
 *
 * @param points 0 to the criterion's maximum; zero where it does not apply
 * @param applicable whether the criterion's maximum counts
 */
public record Worth(Points points, boolean applicable) {

  /** Neither points nor maximum count. */
  static final Worth NOT_APPLICABLE = new Worth(Points.ZERO, false);

  static Worth of(Points points) {
    return new Worth(points, true);
  }

  static Worth of(CriterionScore score) {
    return score.applicable() ? of(score.points()) : NOT_APPLICABLE;
  }
}
