package vn.minhbach.core.appraise.marking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.progress.AppraisedScores;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/**
 * What a closed appraisal came to, for board and ranking. Who was in the team when it was closed is
 * not asked again: a conflict that is declared later is a matter of taking the appraisal up again.
 */
public final class ScoreAppraised implements AppraisedScores {

  private final Marks marks;
  private final Baselines baselines;

  public ScoreAppraised(Marks marks, Baselines baselines) {
    this.marks = marks;
    this.baselines = baselines;
  }

  @Override
  public Optional<Progress.Score> of(Campaign campaign, Unit unit, FormView view) {
    return appraised(campaign, unit, view)
        .map(form -> Progress.Score.of(form.criteria(), form.scorecard(), form.measured()));
  }

  /**
   * The form as its closed appraisal has it. Empty before it is closed, and again once a correction
   * of the criteria has moved something under a mark: it is closed anew then.
   */
  public Optional<Appraised> appraised(Campaign campaign, Unit unit, FormView view) {
    if (view.form().head().appraisal().closedAt().isEmpty()) {
      return Optional.empty();
    }
    Appraised form = standing(campaign, unit, view);
    return form.cells().stream().allMatch(one -> one.marking().state().done())
        ? Optional.of(form)
        : Optional.empty();
  }

  /** The form as its marks have it now; of a cell that is not settled the self-score. */
  public Appraised standing(Campaign campaign, Unit unit, FormView view) {
    Terms terms = Terms.of(campaign);
    Map<CriterionId, Mark> made = marks.ofUnit(campaign.id(), unit.code());
    Map<CriterionId, Baseline> known = baselines.of(campaign, unit, view.criteria());
    List<Appraised.Settled> cells =
        view.criteria().criteria().values().stream()
            .map(criterion -> {
              Optional<Baseline> figure = Optional.ofNullable(known.get(criterion.id()));
              Cell cell = Cell.of(view, unit, criterion, false, figure);
              Optional<Mark> mark = Optional.ofNullable(made.get(criterion.id()));
              return Appraised.Settled.of(cell, mark, terms);
            })
            .toList();
    return Appraised.of(view.criteria(), cells);
  }
}
