package vn.minhbach.core.publish.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.ranking.Exceptions;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.unit.Unit;

/**
 * What the report needs of one unit beside its total.
 *
 * @param scores what counts, criterion by criterion; empty for a unit without a form
 * @param judged what hands of the team made of its self-score
 * @param card its scorecard, as the report freezes it
 */
record CaseFile(
    Unit unit,
    Exceptions exceptions,
    Map<CriterionId, CriterionScore> scores,
    List<Judged> judged,
    UnitCard card) {

  CaseFile {
    scores = new TreeMap<>(scores);
    judged = List.copyOf(judged);
  }

  /**
   * One cell that a hand of the team decided.
   *
   * @param inside whether the body of the hand is ranked in the unit's own group
   * @param change points that count, less those of the self-score
   */
  record Judged(Optional<UnitCode> body, Role role, boolean inside, Points change) {}
}
