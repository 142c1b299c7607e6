package vn.minhbach.core.assess.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Extension;
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
 * The extension desk (<i>gia hạn</i>): a unit asks for more time with a reason, the office decides
 * with a reason and a date, asked or not. It works for a form that nobody has written to and for
 * one that is locked, which opens again.
 *
 * <p>An extension only lengthens: a day not after the due date, in the past, or past the end of the
 * appraisal is refused; so is anything for a form that is sent. One request waits at a time.
 */
public final class ExtendDeadline {

  private static final int REASON_MAX = 1_000;
  private static final String GRANT = "GRANT";
  private static final String REFUSE = "REFUSE";

  private final Forms forms;
  private final Commits commits;

  public ExtendDeadline(Forms forms, Commits commits) {
    this.forms = forms;
    this.commits = commits;
  }

  /** How long the unit would have, and why. */
  public record Asked(LocalDate until, String reason) {}

  /**
   * What the office rules.
   *
   * @param request the one that is answered; empty where nobody asked
   */
  public record Ruling(
      Optional<String> request, boolean grants, Optional<LocalDate> until, String reason) {}

  /** Reads what a unit asks for. */
  public static Outcome<Asked> asked(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ExtendDeadline::request);
  }

  /** Reads what the office rules. */
  public static Outcome<Ruling> ruling(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ExtendDeadline::shape);
  }

  /** The unit asks: {@code {until, reason}}. */
  public Outcome<Head> ask(Campaign campaign, Unit unit, Act act, Outcome<Asked> sent) {
    return changed(
        campaign,
        unit,
        act,
        head ->
            sent.flatMap(asked -> later(campaign, head, act, asked.until(), asked))
                .flatMap(asked -> asked(head, act, asked)));
  }

  /**
   * The office decides: {@code {until, reason}} grants, and answers the request that waits, if any;
   * {@code {request, decision: GRANT | REFUSE, until?, reason}} answers that request.
   */
  public Outcome<Head> decide(Campaign campaign, Unit unit, Act act, Outcome<Ruling> sent) {
    return changed(
        campaign,
        unit,
        act,
        head -> sent.flatMap(ruling -> decided(campaign, unit, head, act, ruling)));
  }

  private interface Step {
    Outcome<Moved> from(Head head);
  }

  private Outcome<Head> changed(Campaign campaign, Unit unit, Act act, Step step) {
    return commits.once(
        act,
        ids -> forms.head(campaign, unit).map(Decision::nothingToDo),
        () ->
            campaign
                .at(Stage.OPEN)
                .flatMap(open -> forms.head(open, unit))
                .flatMap(ExtendDeadline::unsent)
                .flatMap(head ->
                    step.from(head).map(moved -> decision(campaign, unit, act, head, moved))));
  }

  private Decision<Head> decision(Campaign campaign, Unit unit, Act act, Head head, Moved moved) {
    Head extended = head.withExtension(moved.extension());
    Head shaped = extended.under(Forms.clock(campaign, unit, extended.facts()), act.now());
    TermFact fact = moved.told().of(act.caller().id(), moved.extension().id(), shaped.dueAt());
    Commit<PutHead> change =
        commits.note(
            head, shaped, List.of(), Note.of(act, fact, Map.of("unit", unit.code().value())));
    return Decision.commit(change.head().after(), change);
  }

  private static Outcome<Head> unsent(Head head) {
    return head.state().editable() ? Outcome.accepted(head) : Forms.submitted(head);
  }

  private static <T> Outcome<T> later(
      Campaign campaign, Head head, Act act, LocalDate until, T accepted) {
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate due = deadlines.day(head.dueAt());
    LocalDate today = deadlines.day(act.now());
    LocalDate first = due.isBefore(today) ? today : due.plusDays(1);
    LocalDate last = deadlines.lastDayOfExtension();
    return until.isBefore(first) || until.isAfter(last)
        ? Outcome.refused(
            Refusal.of(
                InputProblem.INVALID_BODY.of(1),
                List.of(
                    Violation.at(
                        "until", TermProblem.EXTENSION_OUT_OF_BOUNDS.of(until, first, last)))))
        : Outcome.accepted(accepted);
  }

  private static Outcome<Moved> asked(Head head, Act act, Asked asked) {
    Extension before = head.extensionOrNone();
    if (before.asked().isPresent()) {
      return Outcome.refused(
          TermProblem.EXTENSION_PENDING.of(head.unit(), before.id(), before.asked().get().until()));
    }
    return Outcome.accepted(
        new Moved(
            before.withRequest(
                new Extension.Asked(asked.until(), asked.reason(), act.now(), act.caller().id())),
            (by, request, dueAt) ->
                new TermFact.ExtensionRequested(
                    by, request, asked.until(), asked.reason(), dueAt)));
  }

  private static Outcome<Moved> decided(
      Campaign campaign, Unit unit, Head head, Act act, Ruling ruling) {
    Extension before = head.extensionOrNone();
    if (ruling.request().isPresent()
        && (before.asked().isEmpty() || !ruling.request().get().equals(before.id()))) {
      return Outcome.refused(
          TermProblem.EXTENSION_NOT_ASKED.of(
              unit.code(),
              ruling.request().get(),
              before.asked().map(asked -> before.id()).orElse("-")));
    }
    if (!ruling.grants()) {
      return Outcome.accepted(
          new Moved(
              before.withDecision(decided(Optional.empty(), ruling, act)),
              (by, request, dueAt) ->
                  new TermFact.ExtensionRefused(by, request, ruling.reason(), dueAt)));
    }
    LocalDate until =
        ruling.until().or(() -> before.asked().map(Extension.Asked::until)).orElseThrow();
    return later(
        campaign,
        head,
        act,
        until,
        new Moved(
            before.withDecision(decided(Optional.of(until), ruling, act)),
            (by, request, dueAt) ->
                new TermFact.ExtensionGranted(by, request, until, ruling.reason(), dueAt)));
  }

  private static Extension.Decided decided(Optional<LocalDate> until, Ruling ruling, Act act) {
    return new Extension.Decided(until, ruling.reason(), act.now(), act.caller().id());
  }

  private static Supplier<Asked> request(Node body) {
    body.only("until", "reason");
    Node until = body.field("until");
    LocalDate day = until.raw() == null ? LocalDate.EPOCH : until.date();
    String reason = reason(body);
    return () -> new Asked(day, reason);
  }

  private static Supplier<Ruling> shape(Node body) {
    body.only("until", "reason", "request", "decision");
    Optional<String> request = body.optional("request").map(node -> node.text(20));
    Optional<String> decision = body.optional("decision").map(node -> node.oneOf(GRANT, REFUSE));
    boolean grants = !decision.filter(REFUSE::equals).isPresent();
    if (request.isPresent() != decision.isPresent()) {
      body.faultAt(request.isPresent() ? "decision" : "request", InputProblem.MISSING_FIELD.of());
    }
    Optional<LocalDate> until = body.optional("until").map(Node::date);
    if (until.isPresent() && !grants) {
      body.faultAt(
          "until", InputProblem.UNKNOWN_FIELD.of(List.of("request", "decision", "reason")));
    } else if (until.isEmpty() && request.isEmpty()) {
      body.faultAt("until", InputProblem.MISSING_FIELD.of());
    }
    String reason = reason(body);
    return () -> new Ruling(request, grants, until, reason);
  }

  private static String reason(Node body) {
    Node reason = body.field("reason");
    return reason.raw() == null ? "" : reason.lines(REASON_MAX);
  }

  private record Moved(Extension extension, Told told) {}

  /** What the ledger says, once the number of the request and the new due date are known. */
  private interface Told {
    TermFact of(String by, String request, Instant dueAt);
  }
}
