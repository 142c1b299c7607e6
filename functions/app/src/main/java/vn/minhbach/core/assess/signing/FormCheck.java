package vn.minhbach.core.assess.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem.Of2;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.LatePolicy;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.unit.Unit;

/**
 * What a form must be to be closed, and to be sent: whole, and in time as the campaign takes it.
 */
final class FormCheck {

  private final EvidenceVault vault;

  FormCheck(EvidenceVault vault) {
    this.vault = vault;
  }

  /**
   * Refused while a criterion is unanswered, a figure of the province is neither confirmed nor
   * contested, or a cited file is not there, naming each.
   */
  Outcome<FormSheet> whole(Unit unit, FormSheet sheet, Instant now) {
    FormView view = sheet.view();
    var open = new ArrayList<Violation>();
    Head head = view.form().head();
    Set<CriterionId> again = again(head, now);
    view.scorecard().unanswered().stream()
        .filter(id -> !sheet.computed().containsKey(id))
        .filter(id -> again.isEmpty() || again.contains(id))
        .forEach(id ->
            open.add(
                outdated(view, id)
                    .orElseGet(
                        () -> unanswered(id, Optional.ofNullable(sheet.baselines().get(id))))));
    for (Evidence evidence : view.form().evidence()) {
      evidence
          .criterion()
          .filter(criterion -> again.isEmpty() || again.contains(criterion))
          .ifPresent(criterion ->
              fault(head, evidence)
                  .map(problem -> fileFault(evidence, criterion, problem))
                  .ifPresent(open::add));
    }
    return open.isEmpty()
        ? Outcome.accepted(sheet)
        : Outcome.refused(
            Refusal.of(SigningProblem.INCOMPLETE_FORM.of(unit.code(), open.size()), open));
  }

  /**
   * Holds a late form against the campaign's policy: taken and marked, taken with a reason, or
   * refused.
   */
  Outcome<FormSheet> inTime(
      Campaign campaign, FormSheet sheet, boolean late, Optional<String> lateReason) {
    LatePolicy policy = campaign.settings().deadlineRules().latePolicy();
    if (!late || policy == LatePolicy.MARK) {
      return Outcome.accepted(sheet);
    }
    Head head = sheet.view().form().head();
    LocalDate due = Deadlines.of(campaign).day(head.dueAt());
    if (policy == LatePolicy.REFUSE) {
      return Outcome.refused(SigningProblem.LATE_REFUSED.of(head.unit(), due));
    }
    return lateReason.isPresent()
        ? Outcome.accepted(sheet)
        : Outcome.refused(
            Refusal.of(
                SigningProblem.LATE_REASON_NEEDED.of(head.unit(), due),
                List.of(Violation.at("lateReason", InputProblem.MISSING_FIELD.of()))));
  }

  /** Whether the form, sent at this moment, is late. Signed again it is what it was at first. */
  static boolean late(Head head, Instant now) {
    return head.state().editable()
        ? head.sentAt(now).isAfter(head.dueAt())
        : head.signature().map(Head.Signature::late).orElse(false);
  }

  /** The criteria that are signed for again; empty at the first signature. */
  static Set<CriterionId> again(Head head, Instant now) {
    return head.reopenedAt(now).stream()
        .map(Head.Reopened::criterion)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Whether the bytes of a file are there: what S3 has taken is, though its event is on the way.
   */
  boolean uploaded(Head head, Evidence evidence) {
    return evidence.state() != Evidence.State.AWAITED
        || vault.uploadedAt(head.campaign(), head.unit(), evidence.id()).isPresent();
  }

  private Optional<Of2<String, CriterionId>> fault(Head head, Evidence evidence) {
    return switch (evidence.state()) {
      case AWAITED ->
          uploaded(head, evidence)
              ? Optional.empty()
              : Optional.of(SigningProblem.FILE_NOT_UPLOADED);
      case REJECTED -> Optional.of(SigningProblem.FILE_REFUSED);
      default -> Optional.empty();
    };
  }

  /** That a criterion was corrected since it was answered; empty where it was not. */
  static Optional<Violation> outdated(FormView view, CriterionId id) {
    return Optional.ofNullable(view.form().answers().get(id))
        .filter(view.amendments()::outdated)
        .flatMap(answer -> view.amendments().of(id, Optional.of(answer)))
        .map(amended ->
            Violation.at(
                "answers." + id,
                SigningProblem.CORRECTED_SINCE.of(
                    id, amended.by().letter().number(), amended.by().letter().date())));
  }

  private static Violation unanswered(CriterionId id, Optional<Baseline> baseline) {
    String place = "answers." + id;
    return baseline
        .map(known ->
            Violation.at(place, SigningProblem.UNCONFIRMED.of(id, known.provenance().source())))
        .orElseGet(() -> Violation.at(place, SigningProblem.UNANSWERED.of(id)));
  }

  private static Violation fileFault(
      Evidence evidence, CriterionId criterion, Of2<String, CriterionId> problem) {
    return Violation.at("evidence." + evidence.id(), problem.of(evidence.fileName(), criterion));
  }
}
