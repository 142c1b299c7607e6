package vn.minhbach.core.assess.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;

/**
 * A form with the criteria that it answers and what it scores so far.
 *
 * @param criteriaVersion version of the set that it is judged by
 * @param amendments the corrections that led to that set
 * @param exempt what the unit is not assigned: it leaves the maximum, whatever was answered
 */
public record FormView(
    Form form,
    CriteriaSet criteria,
    long criteriaVersion,
    Amendments amendments,
    Map<CriterionId, Exemption> exempt,
    Scorecard scorecard) {

  /** Sums up the answers; an answer to a criterion that the set no longer has counts nothing. */
  public static FormView of(
      Form form,
      CriteriaSet criteria,
      long criteriaVersion,
      Amendments amendments,
      Map<CriterionId, Exemption> exempt) {
    Map<CriterionId, CriterionScore> scores = new TreeMap<>();
    form.answers()
        .forEach((id, answer) ->
            criteria
                .criterion(id)
                .ifPresent(criterion -> scores.put(id, amendments.score(criterion, answer))));
    exempt.keySet().stream()
        .filter(id -> criteria.criterion(id).isPresent())
        .forEach(id -> scores.put(id, new CriterionScore.NotAssigned()));
    return new FormView(
        form, criteria, criteriaVersion, amendments, exempt, Scorecard.of(criteria, scores));
  }

  /** What the unit reached where the group's best decides: what the second pass needs of it. */
  public Map<String, Measured> measured() {
    var measured = new TreeMap<String, Measured>();
    relative()
        .forEach((criterion, answer) ->
            Scoring.score(criterion, answer.inputs())
                .fold(refusal -> Map.<String, Measured>of(), Scored::measured)
                .forEach(measured::put));
    return measured;
  }

  /** The same after the second pass: no line awaits the group's best any more. */
  public FormView with(Bests bests) {
    if (bests.values().isEmpty()) {
      return this;
    }
    var scores = new TreeMap<CriterionId, CriterionScore>();
    scorecard.lines().forEach(line -> scores.put(line.criterion(), line.score()));
    relative()
        .forEach((criterion, answer) ->
            Scoring.points(criterion, answer.inputs(), bests)
                .fold(refusal -> Optional.<CriterionScore>empty(), Optional::of)
                .ifPresent(score ->
                    scores.computeIfPresent(
                        criterion.id(),
                        (id, first) ->
                            first instanceof CriterionScore.Owed
                                ? new CriterionScore.Owed(score.points(), score.applicable())
                                : score)));
    return new FormView(
        form, criteria, criteriaVersion, amendments, exempt, Scorecard.of(criteria, scores));
  }

  // Only what counts: an answer that fits no more measures nothing.
  private Map<Criterion, Answer> relative() {
    var answers = new LinkedHashMap<Criterion, Answer>();
    for (Scorecard.Line line : scorecard.lines()) {
      Criterion criterion = criteria.criterion(line.criterion()).orElseThrow();
      Answer answer = form.answers().get(line.criterion());
      boolean counts =
          line.score().applicable()
              && !(line.score() instanceof CriterionScore.Unanswered)
              && !line.score().equals(CriterionScore.Owed.NOTHING);
      if (counts && criterion.rule().relative() && answer != null) {
        answers.put(criterion, answer);
      }
    }
    return answers;
  }

  /** The same with further answers, or others in place of those it has. */
  public FormView with(List<Answer> more) {
    return of(form.with(more), criteria, criteriaVersion, amendments, exempt);
  }
}
