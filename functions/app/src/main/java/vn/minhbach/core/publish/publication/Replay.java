package vn.minhbach.core.publish.publication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;

/** Earlier answers on another set, form by form; remembers what each criterion made of them. */
public final class Replay {

  private final CriteriaSet set;
  private final SequencedMap<CriterionId, Tally> tallies = new LinkedHashMap<>();

  Replay(CriteriaSet set) {
    this.set = set;
    set.criteria().values().forEach(one -> tallies.put(one.id(), new Tally(one)));
  }

  /** What a form's answers measure where the group's best decides; what does not fit, nothing. */
  Map<String, Measured> measured(Map<CriterionId, Answer> answers) {
    var measured = new TreeMap<String, Measured>();
    for (Criterion criterion : set.criteria().values()) {
      Answer answer = answers.get(criterion.id());
      if (criterion.rule().relative() && answer != null && answer.notApplicable().isEmpty()) {
        Scoring.score(criterion, answer.inputs())
            .fold(refusal -> Map.<String, Measured>of(), Scored::measured)
            .forEach(measured::put);
      }
    }
    return measured;
  }

  /** What a form's answers score on the set; what does not fit scores nothing. */
  Scorecard card(Map<CriterionId, Answer> answers, Bests bests) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    for (Criterion criterion : set.criteria().values()) {
      Optional<Answer> answer = Optional.ofNullable(answers.get(criterion.id()));
      Tally tally = tallies.get(criterion.id());
      answer
          .map(given -> score(criterion, given, bests))
          .ifPresentOrElse(
              outcome ->
                  outcome.fold(
                      refusal -> {
                        tally.misfit(
                            refusal.violations().isEmpty()
                                ? refusal.problem()
                                : refusal.violations().getFirst().problem());
                        return null;
                      },
                      score -> {
                        tally.fits(score);
                        return scores.put(criterion.id(), score);
                      }),
              tally::unanswered);
    }
    return Scorecard.of(set, scores);
  }

  private static Outcome<CriterionScore> score(Criterion criterion, Answer answer, Bests bests) {
    if (answer.notApplicable().isPresent()) {
      return criterion.naAllowed()
          ? Outcome.accepted(new CriterionScore.NotApplicable())
          : Outcome.refused(SubmissionProblem.NOT_APPLICABLE_REFUSED.of(criterion.id()));
    }
    return Scoring.points(criterion, answer.inputs(), bests);
  }

  /** Every criterion of the set, in the order of the form. */
  List<Line> lines() {
    return tallies.values().stream().map(Tally::line).toList();
  }

  /**
   * What a criterion made of the answers.
   *
   * @param fits answers that the rule takes
   * @param misfits why others are not taken, with how many
   * @param unanswered forms without an answer under this id
   * @param notApplicable fitting answers that leave the maximum
   * @param spread of the fitting answers that score; empty without any
   */
  public record Line(
      Criterion criterion,
      int fits,
      SequencedMap<Problem, Integer> misfits,
      int unanswered,
      int notApplicable,
      Optional<Spread> spread) {

    public Line {
      misfits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(misfits));
    }

    Line withoutSpread() {
      return new Line(criterion, fits, misfits, unanswered, notApplicable, Optional.empty());
    }
  }

  /**
   * How points are spread.
   *
   * @param deviation standard deviation
   * @param full how many have the maximum
   * @param zero how many have nothing
   */
  public record Spread(
      int count, Points mean, Points deviation, Points least, Points most, int full, int zero) {

    /** Whether it tells units apart: not all have the maximum, and not all nothing. */
    public boolean discriminates() {
      return full < count && zero < count;
    }
  }

  private static final class Tally {

    private final Criterion criterion;
    private final List<Points> points = new ArrayList<>();
    private final Map<Problem, Integer> misfits =
        new TreeMap<>(Comparator.comparing(Problem::slug));
    private int fits;
    private int unanswered;
    private int notApplicable;

    Tally(Criterion criterion) {
      this.criterion = criterion;
    }

    void fits(CriterionScore score) {
      fits++;
      if (score.applicable()) {
        points.add(score.points());
      } else {
        notApplicable++;
      }
    }

    void misfit(Problem problem) {
      misfits.merge(problem, 1, Integer::sum);
    }

    void unanswered() {
      unanswered++;
    }

    Line line() {
      return new Line(
          criterion, fits, new LinkedHashMap<>(misfits), unanswered, notApplicable, spread());
    }

    private Optional<Spread> spread() {
      if (points.isEmpty()) {
        return Optional.empty();
      }
      var count = BigDecimal.valueOf(points.size());
      BigDecimal mean = Points.sum(points).value().divide(count, MathContext.DECIMAL64);
      BigDecimal variance =
          points.stream()
              .map(one -> one.value().subtract(mean).pow(2))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(count, MathContext.DECIMAL64);
      return Optional.of(
          new Spread(
              points.size(),
              new Points(mean.setScale(2, RoundingMode.HALF_UP)),
              new Points(variance.sqrt(MathContext.DECIMAL64)),
              Collections.min(points),
              Collections.max(points),
              (int) points.stream().filter(criterion.maxPoints()::equals).count(),
              (int) points.stream().filter(Points.ZERO::equals).count()));
    }
  }
}
