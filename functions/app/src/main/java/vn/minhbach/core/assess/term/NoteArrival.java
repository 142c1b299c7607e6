package vn.minhbach.core.assess.term;

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
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * The day on which a unit's registry took the dispatch in, with its number (<i>công văn đến</i>):
 * the unit's term of days runs from it. Entered by the unit while its clock still runs, or by the
 * office.
 *
 * <p>Refused before the day of sending and after today, since a clock must not be bought with a
 * date; after the unit's due date only the office may correct it; never once the form is sent.
 */
public final class NoteArrival {

  private static final int NUMBER_MAX = 100;

  private final Forms forms;
  private final Commits commits;

  public NoteArrival(Forms forms, Commits commits) {
    this.forms = forms;
    this.commits = commits;
  }

  /** When the office's paper came in, under which number. */
  public record Entered(LocalDate date, String number) {}

  /** Reads {@code {date, number}}. */
  public static Outcome<Entered> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, NoteArrival::shape);
  }

  /**
   * The head with its clock as it runs now.
   *
   * @param sent what was read of the body; told after a campaign that is no longer open
   */
  public Outcome<Head> note(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Entered> sent) {
    return commits.until(() ->
        campaign
            .at(Stage.OPEN)
            .flatMap(open -> forms.head(open, unit))
            .flatMap(head ->
                sent.flatMap(entered -> decide(campaign, unit, act, condition, head, entered))));
  }

  private static Outcome<Entered> bounded(Campaign campaign, Act act, Entered entered) {
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate sent = deadlines.day(campaign.openedAt().orElseThrow());
    LocalDate today = deadlines.day(act.now());
    if (entered.date().isBefore(sent) || entered.date().isAfter(today)) {
      return Outcome.refused(
          Refusal.of(
              InputProblem.INVALID_BODY.of(1),
              List.of(
                  Violation.at(
                      "date", TermProblem.ARRIVAL_OUT_OF_BOUNDS.of(entered.date(), sent, today)))));
    }
    return Outcome.accepted(entered);
  }

  private Outcome<Decision<Head>> decide(
      Campaign campaign, Unit unit, Act act, Condition condition, Head head, Entered entered) {
    if (head.term()
        .arrival()
        .filter(old -> old.sameContent(entered.date(), entered.number()))
        .isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(head));
    }
    if (!head.state().editable()) {
      return Forms.submitted(head);
    }
    boolean byUnit = act.caller().unit().equals(Optional.of(unit.code()));
    if (byUnit && act.now().isAfter(head.dueAt())) {
      return Outcome.refused(
          TermProblem.ARRIVAL_TOO_LATE.of(unit.code(), Deadlines.of(campaign).day(head.dueAt())));
    }
    return bounded(campaign, act, entered)
        .flatMap(ok -> condition.against(head.term().arrival().map(Arrival::etag)))
        .map(met -> decision(campaign, unit, act, head, entered));
  }

  private Decision<Head> decision(
      Campaign campaign, Unit unit, Act act, Head head, Entered entered) {
    var arrival =
        new Arrival(
            entered.date(),
            entered.number(),
            act.now(),
            act.caller().id(),
            head.term().arrival().map(Arrival::version).orElse(0L) + 1);
    Head arrived = head.withArrival(arrival);
    Head shaped = arrived.under(Forms.clock(campaign, unit, arrived.facts()), act.now());
    var fact =
        new TermFact.ArrivalEntered(
            act.caller().id(), entered.date(), entered.number(), shaped.dueAt());
    Commit<PutHead> change = commits.note(head, shaped, List.of(), Note.of(act.now(), fact));
    return Decision.commit(change.head().after(), change);
  }

  private static Supplier<Entered> shape(Node body) {
    body.only("date", "number");
    Node date = body.field("date");
    LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
    Node number = body.field("number");
    String text = number.raw() == null ? "" : number.textOrNumber(NUMBER_MAX);
    return () -> new Entered(day, text.strip());
  }
}
