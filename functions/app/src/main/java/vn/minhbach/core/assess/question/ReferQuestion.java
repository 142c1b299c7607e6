package vn.minhbach.core.assess.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * The office puts a difficulty before the People's Committee and enters what that ruled (plan V,
 * last paragraph: difficulties are reported to the People's Committee, which directs). The group
 * reads a ruling at the criterion, and the report says both.
 */
public final class ReferQuestion {

  private static final int WORDING_MAX = 2_000;
  private static final int RULING_MAX = 4_000;

  private final QuestionDesk desk;
  private final CommitProtocol protocol;

  public ReferQuestion(QuestionDesk desk, CommitProtocol protocol) {
    this.desk = desk;
    this.protocol = protocol;
  }

  /**
   * Reads {@code {referred?, question, ruling?: {number, date, text}}} as the caller's act; {@code
   * {referred: false}} takes it back.
   */
  public static Outcome<Referral> read(Object tree, Act act) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> referral(body, act));
  }

  /**
   * The question with its referral. The same again writes nothing; another one stands over the one
   * before, and both stay. Refused where what the report would say names the unit, and for a ruling
   * that is older than the question or of a day to come.
   */
  public Outcome<Question> refer(
      Campaign campaign,
      Unit unit,
      String id,
      Act act,
      Condition condition,
      Outcome<Referral> sent) {
    return protocol.until(() ->
        Forms.sent(campaign)
            .flatMap(open -> sent)
            .flatMap(referral ->
                desk.found(campaign, unit, id)
                    .flatMap(question ->
                        checked(campaign, unit, question, referral, act)
                            .flatMap(checked -> decide(question, checked, act, condition)))));
  }

  private static Outcome<Referral> checked(
      Campaign campaign, Unit unit, Question question, Referral referral, Act act) {
    String shown =
        question.referred(referral).difficulty()
            + "\n"
            + referral.ruling().map(Referral.Ruling::text).orElse("");
    if (referral.referred() && QuestionDesk.names(unit, shown)) {
      return Outcome.refused(QuestionProblem.NAMES_WHO_ASKED.of(unit.name()));
    }
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate asked = deadlines.day(question.askedAt());
    LocalDate today = deadlines.day(act.now());
    return referral
            .ruling()
            .map(ruling -> ruling.paper().date())
            .filter(day -> day.isBefore(asked) || day.isAfter(today))
            .isPresent()
        ? Outcome.refused(
            Refusal.of(
                InputProblem.INVALID_BODY.of(1),
                List.of(
                    Violation.at(
                        "ruling.date", QuestionProblem.RULING_NOT_OF_THESE_DAYS.of(asked, today)))))
        : Outcome.accepted(referral);
  }

  private Outcome<Decision<Question>> decide(
      Question question, Referral referral, Act act, Condition condition) {
    boolean same =
        question.referrals().isEmpty()
            ? !referral.referred()
            : question.referrals().getLast().sameContent(referral);
    if (same) {
      return Outcome.accepted(Decision.nothingToDo(question));
    }
    return condition
        .against(question.readBefore())
        .map(met -> {
          Question next = question.referred(referral);
          Commit<PutQuestion> commit =
              protocol.commit(
                  question.chain(),
                  question.tip(),
                  Note.of(act.now(), QuestionFact.DifficultyReferred.of(referral)),
                  tip -> new PutQuestion(next.after(tip)),
                  next.everPublished() ? List.of(new PutPublished(Published.of(next))) : List.of());
          return Decision.commit(commit.head().question(), commit);
        });
  }

  private static Supplier<Referral> referral(Node body, Act act) {
    body.only("referred", "question", "ruling");
    boolean referred = body.optional("referred").map(Node::bool).orElse(true);
    // The report is public: what it says of a difficulty is worded for it, never copied unread.
    Optional<String> wording =
        referred ? Optional.of(QuestionDesk.text(body, "question", WORDING_MAX)) : Optional.empty();
    Optional<Referral.Ruling> ruling = body.optional("ruling").map(ReferQuestion::ruling);
    // What is taken back says nothing more; a ruling needs the difficulty that it settles.
    return () ->
        referred
            ? new Referral(true, wording, ruling, act.now(), act.caller().id())
            : new Referral(false, Optional.empty(), Optional.empty(), act.now(), act.caller().id());
  }

  private static Referral.Ruling ruling(Node node) {
    node.only("number", "date", "text");
    Node number = node.field("number");
    Node date = node.field("date");
    return new Referral.Ruling(
        new Head.Letter(
            number.raw() == null ? "" : number.text(Head.Letter.NUMBER_MAX),
            date.raw() == null ? LocalDate.EPOCH : date.date()),
        QuestionDesk.text(node, "text", RULING_MAX));
  }
}
