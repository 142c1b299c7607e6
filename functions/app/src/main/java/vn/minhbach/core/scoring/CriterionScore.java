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

  /** The office does not assign the criterion to the unit: as one that does not apply. */
  record NotAssigned() implements CriterionScore {
    @Override
    public boolean applicable() {
      return false;
    }
  }

  /**
   * An answer to a criterion that was corrected since: it counts as the new rule has it, and a new
   * answer is awaited.
   */
  record Owed(Points points, boolean applicable) implements CriterionScore {

    /** It does not fit the new rule. */
    public static final Owed NOTHING = new Owed(Points.ZERO, true);
  }

  /**
   * Points that hang on the group's best value, which is not known yet: those of the other parts
   * count already, the full maximum does too.
   */
  record AwaitsBest(Points points) implements CriterionScore {}

  /** Nothing was said: zero points of the full maximum. */
  record Unanswered() implements CriterionScore {}
}
