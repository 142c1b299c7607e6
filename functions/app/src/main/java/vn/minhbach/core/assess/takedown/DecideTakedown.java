package vn.minhbach.core.assess.takedown;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Another body confirms that a file is taken down, or declines it with the reason. Refused to the
 * account and to the body that asked. The same decision again changes nothing.
 *
 * <p>Confirmed, the file's records fall at once; its bytes are removed by {@link TakeDownFiles},
 * which alone may.
 */
public final class DecideTakedown {

  private final Forms forms;
  private final AskTakedown asked;
  private final FallenRecords records;
  private final Commits commits;

  public DecideTakedown(Forms forms, AskTakedown asked, FallenRecords records, Commits commits) {
    this.forms = forms;
    this.asked = asked;
    this.records = records;
    this.commits = commits;
  }

  /** What comes in; {@code reason} where it is declined. */
  public record Draft(boolean confirm, String reason) {}

  /** Reads {@code {confirm: true}} or {@code {confirm: false, reason}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, DecideTakedown::shape);
  }

  /** The takedown as it is kept. */
  public Outcome<Takedown> decide(
      Campaign campaign, Unit unit, String id, Act act, Outcome<Draft> sent) {
    return commits
        .once(
            act,
            ids -> asked.stored(campaign, unit, id).map(Decision::nothingToDo),
            () ->
                forms
                    .head(campaign, unit)
                    .flatMap(head ->
                        asked
                            .stored(campaign, unit, id)
                            .flatMap(
                                found -> sent.flatMap(draft -> decide(head, found, draft, act)))))
        .map(decided -> fallen(decided, act.now()));
  }

  // What it does not come to, the sweep does.
  private Takedown fallen(Takedown decided, Instant now) {
    if (decided.inForce()) {
      records.fall(decided, now);
    }
    return decided;
  }

  private Outcome<Decision<Takedown>> decide(Head head, Takedown found, Draft draft, Act act) {
    Takedown.Order order = found.asked().order();
    if (found.decided().isPresent()) {
      return found.decided().get().confirmed() == draft.confirm()
          ? Outcome.accepted(Decision.nothingToDo(found))
          : Outcome.refused(
              TakedownProblem.TAKEDOWN_DECIDED.of(found.fileName(), order.number(), order.date()));
    }
    Takedown.Hand hand = AskTakedown.hand(act);
    if (hand.same(found.asked().hand())) {
      return Outcome.refused(TakedownProblem.ANOTHER_BODY_DECIDES.of(found.fileName()));
    }
    Takedown decided = found.with(new Takedown.Decided(hand, draft.confirm(), draft.reason()));
    TakedownFact fact =
        draft.confirm()
            ? new TakedownFact.TakedownConfirmed(
                hand.by(),
                hand.body(),
                found.evidence(),
                found.sha256(),
                order.number(),
                order.date())
            : new TakedownFact.TakedownDeclined(
                hand.by(), hand.body(), found.evidence(), found.sha256(), draft.reason());
    return Outcome.accepted(
        Decision.commit(
            decided,
            commits.note(
                head,
                List.of(new PutTakedown(decided)),
                Note.of(act, fact, Map.of("evidence", found.evidence())))));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("confirm", "reason");
    Node answer = body.field("confirm");
    boolean confirm = answer.raw() != null && answer.bool();
    Optional<Node> given = body.optional("reason");
    // Whoever declines says why; a confirmation has its document.
    String reason = confirm && given.isEmpty() ? "" : AskTakedown.reason(body.field("reason"));
    return () -> new Draft(confirm, reason);
  }
}
