package vn.minhbach.core.assess.hint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
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
    Form form = view.form();
    Optional<LastYear.Comparison> before = lastYear.of(campaign, unit, view.criteria());
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
   * that gives no answer on last year now costs the hint and nothing else.
   *
   * @param view the form with the saved answer in it
   */
  public List<Plausibility.Warning> afterSaving(
      Campaign campaign, Unit unit, FormView view, CriterionId criterion) {
    try {
      return of(campaign, unit, view).of(criterion);
    } catch (Outage unreachable) {
      return List.of();
    }
  }

  private static Map<CriterionId, Long> files(Form form) {
    var files = new HashMap<CriterionId, Long>();
    form.evidence().stream()
        .filter(Evidence::counts)
        .forEach(file -> file.criterion().ifPresent(id -> files.merge(id, 1L, Long::sum)));
    return files;
  }
}
