package vn.minhbach.core.assess.hint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Tally;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** What helps a clerk and stops nobody: last year's figures, and what looks odd. Writes nothing. */
public final class Hints {

  private final LastYear lastYear;

  public Hints(LastYear lastYear) {
    this.lastYear = lastYear;
  }

  /** The hints of a form. */
  public record Hinted(
      Optional<LastYear.Comparison> lastYear, List<Plausibility.Warning> warnings) {

    /** What is to be looked at in one criterion. */
    public List<Plausibility.Warning> of(CriterionId criterion) {
      return warnings.stream().filter(warning -> warning.criterion().equals(criterion)).toList();
    }
  }

  /** The hints of a form that was read. */
  public Hinted of(Campaign campaign, Unit unit, FormView view) {
    return hinted(campaign, view, lastYear.of(campaign, unit, view.criteria()));
  }

  private static Hinted hinted(
      Campaign campaign, FormView view, Optional<LastYear.Comparison> before) {
    Form form = view.form();
    return new Hinted(
        before,
        Plausibility.of(
            new Plausibility.Facts(
                view.criteria(),
                form.answers(),
                files(form),
                before.map(LastYear.Comparison::figures).orElse(Map.of()),
                form.particulars(),
                campaign.settings().deskSettings())));
  }

  /**
   * What looks odd in a criterion that was just saved. The answer is written already, so a store
   * that gives no answer on last year now costs the hint and nothing else. Of last year one answer
   * is read.
   *
   * @param view the form with the saved answer in it
   */
  public List<Plausibility.Warning> afterSaving(
      Campaign campaign, Unit unit, FormView view, CriterionId criterion) {
    try {
      return hinted(campaign, view, lastYear.of(campaign, unit, view.criteria(), criterion))
          .of(criterion);
    } catch (Outage unreachable) {
      return List.of();
    }
  }

  private static Map<CriterionId, Integer> files(Form form) {
    return form.head().files().tally().orElseGet(() -> Tally.of(form.evidence())).counting();
  }
}
