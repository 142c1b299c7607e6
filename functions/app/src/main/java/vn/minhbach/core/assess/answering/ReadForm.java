package vn.minhbach.core.assess.answering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/** Reads a form as the unit, its district, the team and the office see it. Writes nothing. */
public final class ReadForm {

  private final Forms forms;
  private final Baselines baselines;
  private final Fillings fillings;

  public ReadForm(Forms forms, Baselines baselines, Fillings fillings) {
    this.forms = forms;
    this.baselines = baselines;
    this.fillings = fillings;
  }

  /** The form with all that is known for it. Refused before the campaign is open. */
  public Outcome<FormSheet> read(Campaign campaign, Unit unit, Instant now) {
    return forms.read(campaign, unit).map(view -> sheet(campaign, unit, view, now));
  }

  /**
   * The form, and what its communes sum up to where it is a district's.
   *
   * @param employer of a reader from the staff. One of the communes: no sums, which less the forms
   *     of all others would be that commune's own figure
   */
  public Outcome<FormSheet> readWithSums(
      Campaign campaign, Unit unit, Optional<Unit> employer, Instant now) {
    if (employer.flatMap(Unit::parent).filter(unit.code()::equals).isPresent()) {
      return read(campaign, unit, now);
    }
    return read(campaign, unit, now)
        .map(sheet ->
            new FormSheet(
                sheet.view(),
                sheet.baselines(),
                sheet.computed(),
                fillings.derived(campaign, unit, sheet.view().criteria()),
                sheet.awaited()));
  }

  private FormSheet sheet(Campaign campaign, Unit unit, FormView view, Instant now) {
    Baselines.Known known = baselines.known(campaign, unit, view.criteria());
    return new FormSheet(
        view,
        known.inForce(),
        fillings.computed(campaign, unit, view.form().head(), view.criteria(), now, List.of()),
        Map.of(),
        known.awaited());
  }
}
