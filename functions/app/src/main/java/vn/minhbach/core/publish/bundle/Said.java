package vn.minhbach.core.publish.bundle;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.InputKind;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;

/**
 * What was said of a criterion, and what it is worth.
 *
 * @param figures in the ledger's form, fractions as texts; empty where none count
 */
record Said(Is is, Points points, Map<String, Object> figures) {

  Said {
    figures = new TreeMap<>(figures);
  }

  /** What sort of word it is. */
  enum Is {
    POINTS,
    /** Leaves points and maximum. */
    NOT_APPLICABLE,
    /** The office does not assign it: leaves both as well. */
    NOT_ASSIGNED,
    /** No points of the full maximum. */
    UNANSWERED,
    /** An answer from before a correction that fits the rule no more: no points of the maximum. */
    UNFIT
  }

  static Said of(CriterionScore score, Map<String, Object> figures) {
    Is is =
        switch (score) {
          case CriterionScore.Awarded awarded -> Is.POINTS;
          case CriterionScore.AwaitsBest awaits -> Is.POINTS;
          case CriterionScore.NotApplicable not -> Is.NOT_APPLICABLE;
          case CriterionScore.NotAssigned not -> Is.NOT_ASSIGNED;
          case CriterionScore.Unanswered unanswered -> Is.UNANSWERED;
          case CriterionScore.Owed owed ->
              owed.equals(CriterionScore.Owed.NOTHING)
                  ? Is.UNFIT
                  : owed.applicable() ? Is.POINTS : Is.NOT_APPLICABLE;
        };
    boolean counts = is == Is.POINTS || is == Is.NOT_APPLICABLE;
    return new Said(is, score.points(), counts ? figures : Map.of());
  }

  static Said read(Doc in) {
    return new Said(in.constant("is", Is.class), in.points("points"), in.map("inputs"));
  }

  Map<String, Object> tree() {
    var tree = new TreeMap<String, Object>();
    tree.put("is", is.name());
    tree.put("points", points.toString());
    if (!figures.isEmpty()) {
      tree.put("inputs", figures);
    }
    return tree;
  }

  /** As a total counts it. */
  CriterionScore score() {
    return switch (is) {
      case POINTS, UNFIT -> new CriterionScore.Awarded(points);
      case NOT_APPLICABLE -> new CriterionScore.NotApplicable();
      case NOT_ASSIGNED -> new CriterionScore.NotAssigned();
      case UNANSWERED -> new CriterionScore.Unanswered();
    };
  }

  /**
   * What it is worth by the criterion's rule; empty where points were given as such, and where the
   * figures break the rule.
   */
  Optional<Said> recomputed(Criterion criterion, Bests bests) {
    if (figures.isEmpty()) {
      return is == Is.POINTS ? Optional.empty() : Optional.of(new Said(is, Points.ZERO, Map.of()));
    }
    return scored(criterion, bests).map(scored -> of(scored.score(), figures));
  }

  Optional<Scored> scored(Criterion criterion, Bests bests) {
    return Scoring.score(criterion, numbers(criterion.rule(), figures), bests)
        .fold(refusal -> Optional.empty(), Optional::of);
  }

  /** Figures as an answer sends them: what the rule takes for a number is one. */
  private static Map<String, Object> numbers(ScoringRule rule, Map<?, ?> figures) {
    var numbers = new LinkedHashMap<String, Object>();
    figures.forEach((key, value) -> numbers.put((String) key, value));
    rule.inputs().stream()
        .filter(input -> input.kind() == InputKind.DECIMAL || input.kind() == InputKind.INTEGER)
        .forEach(input ->
            numbers.computeIfPresent(
                input.key(),
                (key, value) -> value instanceof String text ? new BigDecimal(text) : value));
    rule.parts()
        .forEach(part ->
            numbers.computeIfPresent(
                part.key(),
                (key, value) ->
                    value instanceof Map<?, ?> inner ? numbers(part.rule(), inner) : value));
    return numbers;
  }
}
