package vn.minhbach.core.appraise.petition;

import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.ScoreAppraised;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit's own provisional result: what it gave itself and what the team gives it, criterion by
 * criterion, with reason, role and body; no rank, no name and nobody else's points. A judgement
 * that was made since and not shown yet is not told; the criterion says that it is looked at again.
 */
public final class ReadProvisional {

  private final Forms forms;
  private final ScoreAppraised scores;

  public ReadProvisional(Forms forms, ScoreAppraised scores) {
    this.forms = forms;
    this.scores = scores;
  }

  /** The form with both scores. */
  public record Sheet(Campaign.Provisional shown, FormView view, Appraised appraised) {}

  /** Refused before the provisional result is shown, and for a form that was not delivered. */
  public Outcome<Sheet> read(Campaign campaign, Unit unit) {
    if (campaign.provisional().isEmpty()) {
      return Outcome.refused(PetitionProblem.PROVISIONAL_NOT_SHOWN.of(campaign.id()));
    }
    return forms
        .read(campaign, unit)
        .flatMap(view ->
            view.form().head().state().delivered()
                ? Outcome.accepted(
                    new Sheet(
                        campaign.provisional().get(), view, scores.standing(campaign, unit, view)))
                : Outcome.refused(PetitionProblem.PETITION_WITHOUT_FORM.of(unit.code())));
  }
}
