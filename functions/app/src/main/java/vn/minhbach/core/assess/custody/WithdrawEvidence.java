package vn.minhbach.core.assess.custody;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit withdraws evidence before submission: it no longer counts, the record and the object stay.
 * Withdrawing it twice is accepted and writes nothing.
 */
public final class WithdrawEvidence {

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;

  public WithdrawEvidence(Forms forms, Submissions submissions, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.commits = commits;
  }

  /**
   * Withdraws a file. Refused for one that was in force when the form was signed: what is judged
   * stays, also while its criterion is open again.
   */
  public Outcome<Evidence> withdraw(
      Campaign campaign, Unit unit, String id, Act act, Condition condition) {
    return commits.until(() ->
        submissions
            .evidence(campaign.id(), unit.code(), id)
            .filter(evidence -> !evidence.ofTheTeam())
            .map(evidence ->
                forms
                    .editable(campaign, unit, evidence.criterion(), act)
                    .flatMap(head -> decide(head, id, act, condition)))
            .orElseGet(() ->
                forms
                    .editable(campaign, unit, act.now())
                    .flatMap(head ->
                        Outcome.refused(EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), id)))));
  }

  private Outcome<Decision<Evidence>> decide(Head head, String id, Act act, Condition condition) {
    // Read again, after the head: the commit holds only while that head stands.
    Evidence evidence = submissions.evidence(head.campaign(), head.unit(), id).orElseThrow();
    if (evidence.state() == Evidence.State.WITHDRAWN) {
      return Outcome.accepted(Decision.nothingToDo(evidence));
    }
    if (signedFor(head, evidence)) {
      return Outcome.refused(CustodyProblem.EVIDENCE_LOCKED.of(id));
    }
    if (typedFrom(head, evidence)) {
      return Outcome.refused(CustodyProblem.PAPER_IN_USE.of(id));
    }
    return condition
        .against(Optional.of(evidence.etag()))
        .map(met -> {
          Evidence withdrawn = evidence.withdrawn();
          Head counted = head.withFile(Optional.of(evidence), withdrawn);
          List<Write> writes = List.of(PutEvidence.in(head, withdrawn));
          var note =
              Note.of(
                  act.now(),
                  new EvidenceFact.EvidenceWithdrawn(act.caller().id(), id, Optional.empty()));
          // A paper is no part of what the form says.
          return Decision.commit(
              withdrawn,
              withdrawn.paper()
                  ? commits.note(head, counted, writes, note)
                  : commits.edit(head, counted, writes, note));
        });
  }

  // What was typed from it could no longer be held against it.
  private boolean typedFrom(Head head, Evidence evidence) {
    return evidence.purpose().filter(Purpose.PAPER_FORM::equals).isPresent()
        && submissions
            .form(head.campaign(), head.unit())
            .map(form ->
                Stream.concat(form.answers().values().stream(), form.contested().values().stream())
                    .flatMap(answer -> answer.onBehalf().stream())
                    .anyMatch(typed -> typed.paper().equals(evidence.id())))
            .orElse(false);
  }

  private static boolean signedFor(Head head, Evidence evidence) {
    boolean signature =
        head.signature()
            .flatMap(Head.Signature::evidence)
            .filter(evidence.id()::equals)
            .isPresent();
    return signature || inForce(head, evidence);
  }

  private static boolean inForce(Head head, Evidence evidence) {
    return !evidence.paper()
        && !head.state().editable()
        && evidence.state().present()
        && head.signature()
            .filter(signature -> evidence.grantedAt().isBefore(signature.at()))
            .isPresent();
  }
}
