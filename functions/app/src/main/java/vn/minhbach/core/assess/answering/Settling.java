package vn.minhbach.core.assess.answering;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/**
 * What a unit's answers are held against, read once for a decision: the criteria in force and the
 * province's figures. One answer or many, they become what is stored here and nowhere else.
 *
 * @param criteriaVersion of the criteria in force
 */
public record Settling(
    CriteriaSet criteria, long criteriaVersion, Map<CriterionId, Baseline> baselines, Act act) {

  public Settling {
    baselines = new TreeMap<>(baselines);
  }

  public static Settling of(
      Forms forms, Baselines baselines, Campaign campaign, Unit unit, Act act) {
    CriteriaSet criteria = forms.criteria(campaign, unit);
    return new Settling(
        criteria,
        campaign.criteriaVersions().get(unit.group()),
        baselines.of(campaign, unit, criteria),
        act);
  }

  /** The same for a form that was read with its criteria. */
  static Settling of(Baselines baselines, Campaign campaign, Unit unit, FormView view, Act act) {
    return new Settling(
        view.criteria(),
        view.criteriaVersion(),
        baselines.of(campaign, unit, view.criteria()),
        act);
  }

  Outcome<Criterion> known(CriterionId id) {
    return criteria
        .criterion(id)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(id.value())));
  }

  /** The answer that a draft becomes, as a first one; refused as the criterion refuses it. */
  public Outcome<Answer> answer(Criterion criterion, AnswerDraft draft) {
    return draft
        .settle(criterion, Optional.ofNullable(baselines.get(criterion.id())))
        .map(settled -> answer(criterion.id(), settled));
  }

  public Answer answer(CriterionId criterion, AnswerDraft.Settled settled) {
    return new Answer(
        criterion,
        new Answer.Content(
            settled.inputs(),
            settled.notApplicable(),
            settled.note(),
            settled.points(),
            settled.claim()),
        Answer.Authorship.own(criteriaVersion, act.now(), act.caller().id()),
        1);
  }
}
