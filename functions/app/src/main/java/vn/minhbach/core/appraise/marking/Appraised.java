package vn.minhbach.core.appraise.marking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;

/**
 * A form as its appraisal has it: pure, from its cells. The self-score stands beside it untouched.
 *
 * @param cells every one of the form
 * @param scorecard of what counts; of a cell that is not settled the self-score
 * @param measured by place, what counts against the best of the group
 */
public record Appraised(
    CriteriaSet criteria,
    List<Settled> cells,
    Scorecard scorecard,
    Map<String, Measured> measured) {

  public Appraised {
    cells = List.copyOf(cells);
    measured = Map.copyOf(measured);
  }

  /**
   * A cell and what it has come to.
   *
   * @param found what the team had found before it heard the unit; empty where no hand had judged
   * @param explained what it found after the unit's explanation; empty where it judged none
   */
  public record Settled(
      Cell cell, Marking marking, Optional<Worth> found, Optional<Worth> explained) {

    /** For what does not ask how it came to be. */
    Settled(Cell cell, Marking marking) {
      this(cell, marking, Optional.empty(), Optional.empty());
    }

    static Settled of(Cell cell, Optional<Mark> mark, Terms terms) {
      Optional<Mark> first = mark.filter(Mark::heard).map(Mark::unheard).or(() -> mark);
      return new Settled(
          cell,
          Marking.of(cell, mark, terms, hand -> false),
          Marking.of(cell, first, terms, hand -> false).decisive().map(Reading::worth),
          mark.flatMap(made -> made.inForce(Reading.Kind.AFTER_EXPLANATION)).map(Reading::worth));
    }

    /** The figures that count; empty where points were given as such. */
    Map<String, Object> figures() {
      return marking
          .decisive()
          .filter(one -> marking.state() == Marking.State.SETTLED)
          .map(Reading::ruling)
          .map(Reading.Ruling::basis)
          .map(basis -> basis.figures().orElseGet(() -> agreed(basis)))
          .orElseGet(cell::inputs);
    }

    private Map<String, Object> agreed(Basis basis) {
      return basis instanceof Basis.Agreed ? cell.inputs() : Map.of();
    }
  }

  /** Sums up the cells of a form. */
  public static Appraised of(CriteriaSet criteria, List<Settled> cells) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    var measured = new TreeMap<String, Measured>();
    for (Settled one : cells) {
      scores.put(one.cell().id(), one.marking().score());
      if (awaits(one)) {
        Scoring.score(one.cell().criterion(), one.figures())
            .fold(refusal -> Map.<String, Measured>of(), Scored::measured)
            .forEach(measured::put);
      }
    }
    return new Appraised(criteria, cells, Scorecard.of(criteria, scores), measured);
  }

  // Points that were given as such do not wait for anybody's best, and are nobody's best.
  private static boolean awaits(Settled one) {
    CriterionScore score = one.marking().score();
    return one.cell().criterion().rule().relative()
        && (score instanceof CriterionScore.AwaitsBest
            || score instanceof CriterionScore.Owed owed
                && owed.applicable()
                && !owed.equals(CriterionScore.Owed.NOTHING));
  }

  /** The same after the second pass: no line awaits the group's best any more. */
  public Appraised with(Bests bests) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    for (Settled one : cells) {
      CriterionScore first = one.marking().score();
      scores.put(
          one.cell().id(),
          awaits(one)
              ? Scoring.points(one.cell().criterion(), one.figures(), bests)
                  .fold(refusal -> first, score -> score)
              : first);
    }
    return new Appraised(criteria, cells, Scorecard.of(criteria, scores), measured);
  }
}
