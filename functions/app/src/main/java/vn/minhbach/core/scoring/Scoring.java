package vn.minhbach.core.scoring;

import java.util.LinkedHashMap;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.criteria.Criterion;

/**
 * From an answer's inputs to points: one pure function for all rules, exact up to the one rounding
 * at its end (domain/README.md section 4). Anyone can run it offline on published data.
 *
 * <p>{@link Pass} has the arithmetic, {@link AnswerCheck} tells what is wrong with an answer that
 * the arithmetic could not take, {@link Reasons} says why an answer scores what it scores.
 */
public final class Scoring {

  private Scoring() {}

  /**
   * Checks and scores the inputs of an answer, a plain tree as {@code {"a":187,"b":193}}. Refused
   * as {@link ScoringProblem#INVALID_ANSWER} with every fault at its place, as {@code inputs.a}.
   */
  public static Outcome<Scored> score(Criterion criterion, Object inputs) {
    return score(criterion, inputs, Bests.UNKNOWN);
  }

  /** The second pass: the same with the best values of the unit's group. */
  public static Outcome<Scored> score(Criterion criterion, Object inputs, Bests bests) {
    var normal = new LinkedHashMap<String, Object>();
    var pass = new Pass(criterion.id(), bests);
    CriterionScore score = pass.score(criterion, inputs, normal);
    return score == null
        ? AnswerCheck.refused(criterion, inputs)
        : Outcome.accepted(new Scored(criterion, bests, score, normal, pass.measured()));
  }

  /** What an answer counts and nothing else: for sums over whole forms. */
  public static Outcome<CriterionScore> points(Criterion criterion, Object inputs) {
    return points(criterion, inputs, Bests.UNKNOWN);
  }

  /** The same in the second pass. */
  public static Outcome<CriterionScore> points(Criterion criterion, Object inputs, Bests bests) {
    CriterionScore score = new Pass(criterion.id(), bests).score(criterion, inputs, null);
    return score == null ? AnswerCheck.refused(criterion, inputs) : Outcome.accepted(score);
  }
}
