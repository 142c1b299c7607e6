package vn.minhbach.core.assess.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * A unit closes its form (<i>chốt</i>, plan V.5): it is whole, gets a check code of exactly what it
 * says, and waits for the signature of the head. Signed within the days of grace it counts as sent
 * at this moment.
 *
 * <p>Refused as a submission is: incomplete, late where the campaign takes none, after the lock.
 * Closing what is closed already answers the code in force. A criterion that is open again after
 * the signature is closed for itself: the form keeps its state.
 */
public final class CloseForm {

  private final ReadForm readForm;
  private final Forms forms;
  private final Commits commits;
  private final FormCheck check;

  public CloseForm(ReadForm readForm, Forms forms, Commits commits, EvidenceVault vault) {
    this.readForm = readForm;
    this.forms = forms;
    this.commits = commits;
    this.check = new FormCheck(vault);
  }

  /**
   * What was closed.
   *
   * @param etag the form's, as it is now
   */
  public record Closed(
      String checkCode, String formHash, Instant closedAt, Instant signBy, String etag) {

    private static Closed of(Head head) {
      Closing closing = head.closing().orElseThrow();
      return new Closed(
          closing.checkCode(), closing.formHash(), closing.at(), closing.signBy(), head.etag());
    }

    private static Closed again(Map<String, String> ids, Head head) {
      return new Closed(
          ids.get("code"),
          ids.get("hash"),
          Instant.parse(ids.get("at")),
          Instant.parse(ids.get("signBy")),
          head.etag());
    }

    private Map<String, String> ids() {
      return Map.of(
          "code",
          checkCode,
          "hash",
          formHash,
          "at",
          closedAt.toString(),
          "signBy",
          signBy.toString());
    }
  }

  /**
   * Closes the form whose etag was read.
   *
   * @param sent why it is late, as read of the body; told after a form that cannot be signed
   */
  public Outcome<Closed> close(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Optional<String>> sent) {
    return commits.once(
        act,
        ids ->
            forms.head(campaign, unit).map(head -> Decision.nothingToDo(Closed.again(ids, head))),
        () -> decide(campaign, unit, act, condition, sent));
  }

  /** Reads {@code {lateReason?}}. */
  public static Outcome<Optional<String>> lateReason(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, CloseForm::shape);
  }

  private Outcome<Decision<Closed>> decide(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Optional<String>> sent) {
    return campaign
        .underway()
        .flatMap(open -> readForm.read(open, unit, act.now()))
        .flatMap(sheet -> Forms.signable(campaign, unit, head(sheet), act.now()).map(head -> sheet))
        .flatMap(sheet ->
            sent.flatMap(lateReason ->
                condition
                    .against(Optional.of(head(sheet).etag()))
                    .flatMap(met -> decide(campaign, unit, act, sheet, lateReason))));
  }

  private Outcome<Decision<Closed>> decide(
      Campaign campaign, Unit unit, Act act, FormSheet sheet, Optional<String> lateReason) {
    Head head = head(sheet);
    boolean inForce = head.inForce().isPresent();
    if (inForce && head.state() == State.CLOSED) {
      return Outcome.accepted(Decision.nothingToDo(Closed.of(head)));
    }
    return check
        .inTime(campaign, sheet, FormCheck.late(head, act.now()), lateReason)
        .flatMap(timely -> check.whole(unit, timely, act.now()))
        .map(whole ->
            inForce
                ? Decision.nothingToDo(Closed.of(head))
                : decision(campaign, unit, act, whole, lateReason));
  }

  private Decision<Closed> decision(
      Campaign campaign, Unit unit, Act act, FormSheet sheet, Optional<String> lateReason) {
    Head head = head(sheet);
    Set<CriterionId> again = FormCheck.again(head, act.now());
    boolean late = FormCheck.late(head, act.now());
    FormContent content = FormContent.of(campaign, unit, sheet.view());
    Closing closing = closing(campaign, head, act, content, lateReason.filter(reason -> late));
    SigningFact fact = fact(act, sheet, closing, late, content, again);
    var closed =
        new Closed(closing.checkCode(), closing.formHash(), closing.at(), closing.signBy(), "");
    Commit<PutHead> change =
        commits.move(
            head,
            head.withClosing(closing),
            again.isEmpty() ? Move.CLOSE : Move.CLOSE_AGAIN,
            List.of(),
            Note.of(act, fact, closed.ids()));
    return Decision.commit(Closed.of(change.head().after()), change);
  }

  private static SigningFact fact(
      Act act,
      FormSheet sheet,
      Closing closing,
      boolean late,
      FormContent content,
      Set<CriterionId> again) {
    SigningFact.Score score = SigningFact.Score.of(sheet.view().scorecard());
    String by = act.caller().id();
    SigningFact.GivenOut out = new SigningFact.GivenOut(closing.signBy(), content.remembered());
    return again.isEmpty()
        ? new SigningFact.FormClosed(
            score, by, late, closing.lateReason(), closing.checkCode(), closing.formHash(), out)
        : new SigningFact.FormClosedAgain(
            score,
            by,
            late,
            closing.lateReason(),
            closing.checkCode(),
            closing.formHash(),
            out,
            List.copyOf(again));
  }

  /** What is closed at this moment, by itself or with a signature. */
  static Closing closing(
      Campaign campaign, Head head, Act act, FormContent content, Optional<String> lateReason) {
    return new Closing(
        act.now(),
        act.caller().id(),
        content.code().text(),
        content.hash(),
        head.sentAt(act.now()),
        Deadlines.of(campaign).signBy(act.now()),
        lateReason,
        false,
        Optional.of(content.criteriaVersion()));
  }

  private static Head head(FormSheet sheet) {
    return sheet.view().form().head();
  }

  private static Supplier<Optional<String>> shape(Node body) {
    body.only("lateReason");
    Optional<String> lateReason = SignatureDraft.lateReason(body);
    return () -> lateReason;
  }
}
