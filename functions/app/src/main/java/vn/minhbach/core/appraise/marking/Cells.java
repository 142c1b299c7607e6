package vn.minhbach.core.appraise.marking;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.assignment.Readers;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/** Reads what is to be judged. */
final class Cells {

  private final Forms forms;
  private final Baselines baselines;
  private final Marks marks;
  private final Risks risks;

  Cells(Forms forms, Baselines baselines, Marks marks, Risks risks) {
    this.forms = forms;
    this.baselines = baselines;
    this.marks = marks;
    this.risks = risks;
  }

  /** A cell with the form that it is of, and what was said of it. */
  record Standing(FormView view, Cell cell, Optional<Mark> mark) {

    /**
     * What a hand saw, if it is what is there now. Who says nothing saw the form as it was sent:
     * where that is no longer what lies there, it must be said.
     */
    Outcome<Seen> seen(Optional<Seen> said) {
      var moved = said.map(one -> one.moved(cell.now())).orElse(EnumSet.noneOf(Seen.Moved.class));
      if (!moved.isEmpty()) {
        return Outcome.refused(
            MarkProblem.CHANGED_SINCE_SEEN.of(
                cell.unit(), cell.id(), Seen.Moved.told(moved), cell.now().token()));
      }
      return said.isEmpty() && touchedSinceSent()
          ? Outcome.refused(
              MarkProblem.SEEN_REQUIRED.of(cell.unit(), cell.id(), cell.now().token()))
          : Outcome.accepted(cell.now());
    }

    private boolean touchedSinceSent() {
      Head.Signature signature = view.form().head().signature().orElseThrow();
      boolean answered =
          view.form()
              .stored(cell.id())
              .filter(answer -> !answer.computed())
              .map(Answer::at)
              .filter(at -> at.isAfter(signature.sentAt()))
              .isPresent();
      boolean brought =
          view.form().evidence().stream()
              .filter(file -> file.proves(cell.id()))
              .map(Evidence::grantedAt)
              .anyMatch(at -> at.isAfter(signature.sentAt()));
      return answered || brought || view.amendments().substanceSince(cell.id(), view.form().head());
    }
  }

  /**
   * A cell to be marked now. Refused outside the stages that take marks, for a criterion that the
   * set does not have or the unit is not assigned, and for a form that the state keeps from it.
   */
  Outcome<Standing> of(Campaign campaign, Unit unit, CriterionId criterion, Readers readers) {
    return campaign
        .underway()
        .flatMap(open -> Forms.assigned(open, unit, criterion))
        .flatMap(assigned -> forms.read(campaign, unit))
        .flatMap(view ->
            view.criteria()
                .criterion(criterion)
                .map(known ->
                    markable(view).map(head -> standing(campaign, unit, view, known, readers)))
                .orElseGet(() ->
                    Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(criterion.value()))));
  }

  private Standing standing(
      Campaign campaign, Unit unit, FormView view, Criterion criterion, Readers readers) {
    return new Standing(
        view,
        cell(unit, view, criterion, baselines(campaign, unit, view), readers),
        marks.find(campaign.id(), unit.code(), criterion.id()));
  }

  /** Every cell of a form, in its order, with what was said of each. */
  List<Standing> all(Campaign campaign, Unit unit, FormView view, Readers readers) {
    Map<CriterionId, Baseline> known = baselines(campaign, unit, view);
    Map<CriterionId, Mark> made = marks.ofUnit(campaign.id(), unit.code());
    return view.criteria().criteria().values().stream()
        .map(criterion ->
            new Standing(
                view,
                cell(unit, view, criterion, known, readers),
                Optional.ofNullable(made.get(criterion.id()))))
        .toList();
  }

  /** The same where nobody was given anything to read: then nothing is read twice. */
  List<Standing> all(Campaign campaign, Unit unit, FormView view) {
    Map<CriterionId, Baseline> known = baselines(campaign, unit, view);
    Map<CriterionId, Mark> made = marks.ofUnit(campaign.id(), unit.code());
    return view.criteria().criteria().values().stream()
        .map(criterion ->
            new Standing(
                view,
                Cell.of(
                    view, unit, criterion, false, Optional.ofNullable(known.get(criterion.id()))),
                Optional.ofNullable(made.get(criterion.id()))))
        .toList();
  }

  /** One cell, whatever state its form is in. */
  Cell cell(Campaign campaign, Unit unit, FormView view, Criterion criterion, Readers readers) {
    return cell(unit, view, criterion, baselines(campaign, unit, view), readers);
  }

  private Map<CriterionId, Baseline> baselines(Campaign campaign, Unit unit, FormView view) {
    return baselines.of(campaign, unit, view.criteria());
  }

  /** A cell of a form that was read, or of as much of it as the criterion needs. */
  Cell cell(
      Unit unit,
      FormView view,
      Criterion criterion,
      Map<CriterionId, Baseline> known,
      Readers readers) {
    CriterionId id = criterion.id();
    boolean risky = risks.risky(view.form().head().campaign(), unit.code(), id);
    // Where nobody is free to read it again, one reading must do.
    boolean twice = readers.twice(unit, id, risky) && readers.second(unit, id).isPresent();
    return Cell.of(view, unit, criterion, twice, Optional.ofNullable(known.get(id)));
  }

  private static Outcome<Head> markable(FormView view) {
    Head head = view.form().head();
    return head.state().inAppraisal() ? Move.MARK.of(head) : Move.BEGIN_APPRAISAL.of(head);
  }
}
