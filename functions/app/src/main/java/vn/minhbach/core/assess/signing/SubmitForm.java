package vn.minhbach.core.assess.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Act;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.answering.ReadForm;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Purpose;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Ledger;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * The head of a unit signs and sends the form (plan V.5): the signature binds exactly the form
 * whose etag was read, or whose check code is given. A commune's form waits at its district then,
 * any other is at the office. A form that was not closed before is closed with it.
 *
 * <p>A head signs by an account, or on paper: then a typist brings the scan of the signed form, the
 * code that is printed on it, and its number and date. Where the campaign has a register of
 * accounts, signing by account takes a signer; the paper is a signature by itself.
 *
 * <p>Refused while the form is not whole; late where the campaign takes none; after the lock, where
 * it was not closed before and is signed within the days of grace; with a code that no longer says
 * what the form says, naming what has changed. While criteria are open again, because a file was
 * rejected later or a criterion corrected, the form is signed again for them alone.
 */
public final class SubmitForm {

  private final ReadForm readForm;
  private final Forms forms;
  private final Commits commits;
  private final FormCheck check;
  private final SinceClosing since;

  public SubmitForm(
      ReadForm readForm, Forms forms, Commits commits, EvidenceVault vault, Ledger ledger) {
    this.readForm = readForm;
    this.forms = forms;
    this.commits = commits;
    this.check = new FormCheck(vault);
    this.since = new SinceClosing(ledger);
  }

  /**
   * The head after submission.
   *
   * @param sent what was read of the body; told after a form that cannot be signed
   */
  public Outcome<Head> submit(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<SignatureDraft> sent) {
    return commits.once(
        act,
        ids -> forms.head(campaign, unit).map(Decision::nothingToDo),
        () -> decide(campaign, unit, act, condition, sent));
  }

  private Outcome<Decision<Head>> decide(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<SignatureDraft> sent) {
    return campaign
        .underway()
        .flatMap(open -> readForm.read(open, unit, act.now()))
        .flatMap(sheet ->
            Forms.signable(campaign, unit, sheet.view().form().head(), act.now())
                .flatMap(head -> sent)
                .flatMap(signed -> signer(campaign, unit, act, signed))
                .flatMap(signed -> paper(unit, sheet, signed))
                .flatMap(signed -> decide(campaign, unit, act, condition, sheet, signed)));
  }

  private Outcome<Decision<Head>> decide(
      Campaign campaign,
      Unit unit,
      Act act,
      Condition condition,
      FormSheet sheet,
      SignatureDraft signed) {
    FormContent content = FormContent.of(campaign, unit, sheet.view());
    return coded(sheet, content, signed)
        .flatMap(ok -> met(sheet, condition, signed))
        .flatMap(ok -> ready(campaign, unit, act, sheet, content, signed))
        .map(ok -> decision(campaign, unit, act, signed, sheet, content));
  }

  private static Outcome<SignatureDraft> signer(
      Campaign campaign, Unit unit, Act act, SignatureDraft signed) {
    boolean needed = campaign.pointers().accounts().isPresent() && signed.paper().isEmpty();
    return needed && !act.caller().is(Role.SIGNER)
        ? Outcome.refused(AccessProblem.SIGNER_NEEDED.of(unit.code().value()))
        : Outcome.accepted(signed);
  }

  private Outcome<SignatureDraft> paper(Unit unit, FormSheet sheet, SignatureDraft signed) {
    if (signed.paper().isEmpty()) {
      return Outcome.accepted(signed);
    }
    Optional<Evidence> file =
        sheet.view().form().evidence().stream()
            .filter(one -> one.id().equals(signed.paper().get()))
            .findFirst();
    if (file.isEmpty()) {
      return Outcome.refused(
          EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), signed.paper().get()));
    }
    return paper(sheet.view().form().head(), file.get()).map(ok -> signed);
  }

  private Outcome<Evidence> paper(Head head, Evidence file) {
    if (file.purpose().filter(Purpose.SIGNED_FORM::equals).isEmpty()) {
      return Outcome.refused(
          SigningProblem.NOT_A_SIGNED_FORM.of(
              file.fileName(),
              file.criterion()
                  .map(id ->
                      new Bilingual(
                          "minh chứng của tiêu chí " + id, "evidence for criterion " + id))
                  .orElse(new Bilingual("phiếu giấy để nhập thay", "a paper form"))));
    }
    if (!file.counts()) {
      return Outcome.refused(SigningProblem.SIGNED_FORM_GONE.of(file.fileName(), file.state()));
    }
    return check.uploaded(head, file)
        ? Outcome.accepted(file)
        : Outcome.refused(SigningProblem.SIGNED_FORM_NOT_UPLOADED.of(file.fileName()));
  }

  // The code says what the form says, however often it was opened and closed in between.
  private Outcome<FormSheet> coded(FormSheet sheet, FormContent content, SignatureDraft signed) {
    return signed.code().filter(code -> !code.equals(content.code())).isPresent()
        ? Outcome.refused(since.refusal(sheet.view(), content, signed.code().get()))
        : Outcome.accepted(sheet);
  }

  // A code binds the signature as the etag does: whoever signs from paper has no etag.
  private static Outcome<FormSheet> met(
      FormSheet sheet, Condition condition, SignatureDraft signed) {
    return signed.code().isPresent() && condition.equals(Condition.NONE)
        ? Outcome.accepted(sheet)
        : condition.against(Optional.of(sheet.view().form().head().etag())).map(ok -> sheet);
  }

  // What is closed was whole, and in time as the campaign takes it: that is not asked again.
  private Outcome<FormSheet> ready(
      Campaign campaign,
      Unit unit,
      Act act,
      FormSheet sheet,
      FormContent content,
      SignatureDraft signed) {
    Head head = sheet.view().form().head();
    boolean closed = head.state() == State.CLOSED && closed(head, content).isPresent();
    if (closed && !act.now().isAfter(head.closing().orElseThrow().signBy())) {
      return Outcome.accepted(sheet);
    }
    return check
        .inTime(campaign, sheet, FormCheck.late(head, act.now()), reason(head, signed))
        .flatMap(
            timely -> closed ? Outcome.accepted(timely) : check.whole(unit, timely, act.now()));
  }

  /** What was closed, if it is what the form says. */
  private static Optional<Closing> closed(Head head, FormContent content) {
    return head.inForce().filter(closing -> closing.formHash().equals(content.hash()));
  }

  private static Optional<String> reason(Head head, SignatureDraft signed) {
    return signed.lateReason().or(() -> head.closing().flatMap(Closing::lateReason));
  }

  // What the system computes becomes an answer with the signature, in the same transaction: it is
  // signed with the rest, and everything that reads answers finds it.
  private Decision<Head> decision(
      Campaign campaign,
      Unit unit,
      Act act,
      SignatureDraft signed,
      FormSheet sheet,
      FormContent content) {
    Head head = sheet.view().form().head();
    List<Answer> computed =
        Fillings.answers(
            sheet.computed(),
            sheet.view().form(),
            sheet.view().criteriaVersion(),
            sheet.view().amendments(),
            act.now());
    FormView view = sheet.view().with(computed);
    Set<CriterionId> again = FormCheck.again(head, act.now());
    boolean late = FormCheck.late(head, act.now());
    Optional<String> lateReason = reason(head, signed).filter(reason -> late);
    Instant sentAt = head.sentAt(act.now());
    Optional<Closing> closed = closed(head, content);
    Closing closing =
        closed.orElseGet(() -> CloseForm.closing(campaign, head, act, content, lateReason));
    List<Head.Reopened> waiting = waiting(campaign, head, act.now());
    var signature =
        new Head.Signature(
            act.now(),
            act.caller().id(),
            signed.name(),
            signed.title(),
            signed.letter(),
            late,
            lateReason,
            Optional.of(sentAt).filter(at -> !at.equals(act.now())),
            Optional.of(closing.checkCode()),
            signed.paper(),
            Optional.of(sheet.view().criteriaVersion()));
    var fact =
        new SigningFact.Signed(
            SigningFact.Score.of(view.scorecard()),
            act.caller().id(),
            late,
            lateReason,
            closing.checkCode(),
            closing.formHash(),
            sheet.view().criteriaVersion(),
            closed.isPresent()
                ? Optional.empty()
                : Optional.of(new SigningFact.GivenOut(closing.signBy(), content.remembered())),
            signature.sent(),
            signed.paper(),
            signed.letter().map(Head.Letter::number),
            FilledIn.of(sheet.computed()),
            waiting.stream().map(Head.Reopened::criterion).toList(),
            waiting.stream().findFirst().map(Head.Reopened::until));
    Commit<PutHead> change =
        commits.move(
            head,
            head.withReopened(waiting).withClosing(closing).withSignature(signature),
            again.isEmpty() ? sending(unit, head) : Move.SIGN_AGAIN,
            computed.stream().map(answer -> PutAnswer.in(head, answer)).toList(),
            Note.of(
                act,
                again.isEmpty()
                    ? new SigningFact.FormSubmitted(fact)
                    : new SigningFact.FormSubmittedAgain(fact, List.copyOf(again)),
                Map.of("unit", unit.code().value())));
    return Decision.commit(change.head().after(), change);
  }

  // A file that fell out while the form waited for its signature opens its criterion from now on.
  private static List<Head.Reopened> waiting(Campaign campaign, Head head, Instant now) {
    return head.state() == State.CLOSED
        ? head.reopened().stream()
            .filter(open -> open.correction().isEmpty())
            .map(open ->
                new Head.Reopened(
                    open.criterion(),
                    campaign.reopenedUntil(now),
                    open.evidence(),
                    open.correction()))
            .toList()
        : List.of();
  }

  // A commune whose signature fell after its district had forwarded it says what it said.
  private static Move sending(Unit unit, Head head) {
    if (head.forwardedAt().isPresent()) {
      return Move.SIGN_FORWARDED;
    }
    return unit.consolidated() ? Move.SEND_TO_DISTRICT : Move.SIGN;
  }
}
