package vn.minhbach.core.scoring;

import vn.minhbach.core.Points;

/** What counts for one criterion in a total. */
public sealed interface CriterionScore {

  /** Points that count; zero where there are none. */
  default Points points() {
    return Points.ZERO;
  }

  /** Whether the criterion's maximum counts. */
  default boolean applicable() {
    return true;
  }

  /** Points were computed or given. */
  record Awarded(Points points) implements CriterionScore {}

  /** The criterion does not apply: neither points nor maximum count. */
  record NotApplicable() implements CriterionScore {
    @Override
    public boolean applicable() {
      return false;
    }
  }

  /** Nothing was said: zero points of the full maximum. */
  record Unanswered() implements CriterionScore {}
}
