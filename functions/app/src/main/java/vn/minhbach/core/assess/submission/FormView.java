package vn.minhbach.core.assess.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

/**
 * A form with the criteria that it answers and what it scores so far.
 *
 * @param criteriaVersion version of the set that it is judged by
 * @param amendments the corrections that led to that set
 */
public record FormView(
    Form form,
    CriteriaSet criteria,
    long criteriaVersion,
    Amendments amendments,
    Scorecard scorecard) {

  /** Sums up the answers; an answer to a criterion that the set no longer has counts nothing. */
  public static FormView of(
      Form form, CriteriaSet criteria, long criteriaVersion, Amendments amendments) {
    Map<CriterionId, CriterionScore> scores = new TreeMap<>();
    form.answers()
        .forEach((id, answer) ->
            criteria
                .criterion(id)
                .ifPresent(criterion -> scores.put(id, amendments.score(criterion, answer))));
    return new FormView(
        form, criteria, criteriaVersion, amendments, Scorecard.of(criteria, scores));
  }

  /** The same with further answers, or others in place of those it has. */
  public FormView with(List<Answer> more) {
    return of(form.with(more), criteria, criteriaVersion, amendments);
  }
}
