package vn.minhbach.core.assess.takedown;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.unit.Unit;

/**
 * One body asks to take a file down, by a document with number and date, and with the reason. From
 * then on nobody opens it. Possible in every stage once forms were sent, and of a file in every
 * state. The same request again changes nothing; another one while it waits is refused.
 */
public final class AskTakedown {

  private static final int REASON_MAX = 1_000;

  private final Forms forms;
  private final Submissions submissions;
  private final Takedowns takedowns;
  private final Commits commits;

  public AskTakedown(Forms forms, Submissions submissions, Takedowns takedowns, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.takedowns = takedowns;
    this.commits = commits;
  }

  /** What comes in. */
  public record Draft(String reason, Takedown.Order order) {}

  /**
   * Reads {@code {reason, decision: {number, date}}}.
   *
   * @param campaign whose calendar says which day it is
   */
  public static Outcome<Draft> read(Object tree, Campaign campaign, Act act) {
    ZoneId zone = campaign.calendar().zone();
    LocalDate today = act.now().atZone(zone).toLocalDate();
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> shape(body, today));
  }

  /** The takedown as it is kept. */
  public Outcome<Takedown> ask(
      Campaign campaign, Unit unit, String id, Act act, Outcome<Draft> sent) {
    return commits.once(
        act,
        ids -> stored(campaign, unit, id).map(Decision::nothingToDo),
        () ->
            forms
                .head(campaign, unit)
                .flatMap(head ->
                    file(campaign, unit, id)
                        .flatMap(file -> sent.flatMap(draft -> decide(head, file, draft, act)))));
  }

  /** The takedown of a file; refused where nobody has asked for one. */
  public Outcome<Takedown> stored(Campaign campaign, Unit unit, String id) {
    return file(campaign, unit, id)
        .flatMap(file ->
            takedowns
                .of(campaign.id(), unit.code(), file.sha256())
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(TakedownProblem.NO_TAKEDOWN.of(file.fileName()))));
  }

  /** The same for a reader, to whom the team's own files are unknown unless it is of the staff. */
  public Outcome<Takedown> seen(Campaign campaign, Unit unit, String id, Caller caller) {
    return file(campaign, unit, id)
        .flatMap(file ->
            file.ofTheTeam() && !caller.staff()
                ? Outcome.refused(EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), id))
                : stored(campaign, unit, id));
  }

  private Outcome<Evidence> file(Campaign campaign, Unit unit, String id) {
    return submissions
        .evidence(campaign.id(), unit.code(), id)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), id)));
  }

  private Outcome<Decision<Takedown>> decide(Head head, Evidence file, Draft draft, Act act) {
    Optional<Takedown> before = takedowns.of(head.campaign(), head.unit(), file.sha256());
    Optional<Takedown> standing =
        before.filter(takedown -> takedown.state() != Takedown.State.DECLINED);
    if (standing.isPresent()) {
      Takedown.Asked asked = standing.get().asked();
      return asked.order().equals(draft.order()) && asked.reason().equals(draft.reason())
          ? Outcome.accepted(Decision.nothingToDo(standing.get()))
          : Outcome.refused(
              TakedownProblem.TAKEDOWN_ASKED_ALREADY.of(
                  file.fileName(), asked.order().number(), asked.order().date()));
    }
    var asked =
        new Takedown(
            head.campaign(),
            head.unit(),
            file.sha256(),
            file.id(),
            file.fileName(),
            new Takedown.Asked(hand(act), draft.reason(), draft.order()),
            Optional.empty(),
            Optional.empty(),
            before.map(Takedown::version).orElse(0L) + 1);
    return Outcome.accepted(
        Decision.commit(
            asked,
            commits.note(
                head,
                List.of(new PutTakedown(asked)),
                Note.of(
                    act, TakedownFact.TakedownAsked.of(asked), Map.of("evidence", file.id())))));
  }

  static Takedown.Hand hand(Act act) {
    return new Takedown.Hand(act.caller().id(), act.caller().unit(), act.now());
  }

  static String reason(Node field) {
    return field.raw() == null ? "" : field.lines(REASON_MAX).strip();
  }

  private static Supplier<Draft> shape(Node body, LocalDate today) {
    body.only("reason", "decision");
    String reason = reason(body.field("reason"));
    Exemption.Decision decision = Exemption.Decision.read(body.field("decision"), today);
    return () -> new Draft(reason, new Takedown.Order(decision.number(), decision.date()));
  }
}
