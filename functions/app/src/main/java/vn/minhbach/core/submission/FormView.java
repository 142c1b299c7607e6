package vn.minhbach.core.submission;

import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

/** A form with the criteria that it answers and what it scores so far. */
public record FormView(Form form, CriteriaSet criteria, Scorecard scorecard) {

  /** Sums up the answers; an answer to a criterion that the set no longer has counts nothing. */
  public static FormView of(Form form, CriteriaSet criteria) {
    Map<CriterionId, CriterionScore> scores = new TreeMap<>();
    form.answers()
        .forEach((id, answer) -> {
          if (criteria.criterion(id).isPresent()) {
            scores.put(id, score(answer));
          }
        });
    return new FormView(form, criteria, Scorecard.of(criteria, scores));
  }

  private static CriterionScore score(Answer answer) {
    return answer
        .points()
        .<CriterionScore>map(CriterionScore.Awarded::new)
        .orElseGet(CriterionScore.NotApplicable::new);
  }
}
