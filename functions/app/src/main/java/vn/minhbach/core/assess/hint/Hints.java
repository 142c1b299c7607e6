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
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** What helps a clerk and stops nobody: last year's figures, and what looks odd. Writes nothing. */
public final class Hints {

  private final Forms forms;
  private final Submissions submissions;
  private final LastYear lastYear;

  public Hints(Forms forms, Submissions submissions, LastYear lastYear) {
    this.forms = forms;
    this.submissions = submissions;
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
    return of(campaign, unit, view.form(), view.criteria());
  }

  /**
   * What looks odd in a criterion that was just saved. The answer is written already, so a store
   * that fails now costs the hint and nothing else.
   */
  public List<Plausibility.Warning> afterSaving(
      Campaign campaign, Unit unit, CriterionId criterion) {
    try {
      return submissions
          .form(campaign.id(), unit.code())
          .map(form -> of(campaign, unit, form, forms.criteria(campaign, unit)).of(criterion))
          .orElse(List.of());
    } catch (Outage unreachable) {
      return List.of();
    }
  }

  private Hinted of(Campaign campaign, Unit unit, Form form, CriteriaSet criteria) {
    Optional<LastYear.Comparison> before = lastYear.of(campaign, unit, criteria);
    return new Hinted(
        before,
        Plausibility.of(
            new Plausibility.Facts(
                criteria,
                form.answers(),
                files(form),
                before.map(LastYear.Comparison::figures).orElse(Map.of()),
                form.particulars(),
                campaign.settings().deskSettings())));
  }

  private static Map<CriterionId, Long> files(Form form) {
    var files = new HashMap<CriterionId, Long>();
    form.evidence().stream()
        .filter(Evidence::counts)
        .forEach(file -> file.criterion().ifPresent(id -> files.merge(id, 1L, Long::sum)));
    return files;
  }
}
