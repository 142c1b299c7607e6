package vn.minhbach.core.appraise.marking;

/**
 * How a judgement stands to the self-score. What cannot be told to help or to harm, as a criterion
 * that leaves the maximum with half of its points, counts as both: it is shown to the unit and
 * signed by another body.
 *
 * @param cut the unit may come out lower: nothing counts before it was shown
 * @param raise the unit may come out higher: an exception, with evidence and another signature
 */
record Change(boolean cut, boolean raise) {

  static final Change NONE = new Change(false, false);

  /**
   * From the self-score to what is judged.
   *
   * @param max of the criterion
   * @param penalty whether its points are taken off
   */
  static Change of(Worth self, Worth judged, Worth max, boolean penalty) {
    if (self.equals(judged)) {
      return NONE;
    }
    int more = judged.points().compareTo(self.points());
    if (self.applicable() && judged.applicable()) {
      return penalty ? new Change(more > 0, more < 0) : new Change(more < 0, more > 0);
    }
    // A penalty that does not apply takes nothing off, as one of no points.
    if (penalty) {
      return more == 0 ? NONE : new Change(more > 0, more < 0);
    }
    Worth applies = self.applicable() ? self : judged;
    boolean none = applies.points().value().signum() == 0;
    boolean full = applies.points().equals(max.points());
    // Into the maximum with none of the points, or out of it with all of them: only to lose.
    return self.applicable() ? new Change(!none, !full) : new Change(!full, !none);
  }

  boolean any() {
    return cut || raise;
  }
}
