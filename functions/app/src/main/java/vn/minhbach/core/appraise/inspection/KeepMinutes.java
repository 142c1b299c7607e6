package vn.minhbach.core.appraise.inspection;

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
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * A member who was sent there keeps the minutes of an inspection at a unit, with the signed paper.
 * From then on the unit sees what was found and nothing is added.
 *
 * <p>Refused for who was not sent, for a day outside the inspection, without the signed paper, and
 * over minutes that say something else. The same again writes nothing.
 */
public final class KeepMinutes {

  private static final int TITLE_MAX = 200;
  private static final int TEXT_MAX = 4_000;

  private final Visit visit;
  private final Forms forms;
  private final Commits commits;

  public KeepMinutes(Visit visit, Forms forms, Commits commits) {
    this.visit = visit;
    this.forms = forms;
    this.commits = commits;
  }

  /** Minutes as a request brings them. */
  public record Draft(
      LocalDate day,
      String representative,
      String conclusion,
      Optional<String> opinion,
      List<String> evidence) {

    public Draft {
      evidence = List.copyOf(evidence);
    }
  }

  /** Reads {@code {day, representative, conclusion, opinion?, evidence}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, KeepMinutes::shape);
  }

  /** The minutes as they are kept. */
  public Outcome<Minutes> keep(
      Campaign campaign, Unit unit, int number, Act act, Outcome<Draft> sent) {
    return commits.until(() ->
        campaign
            .underway()
            .flatMap(open -> forms.head(open, unit))
            .flatMap(Move.INSPECT::of)
            .flatMap(head ->
                visit
                    .sent(campaign, unit, number, act)
                    .flatMap(there ->
                        sent.flatMap(draft -> decide(campaign, unit, act, head, there, draft)))));
  }

  private Outcome<Decision<Minutes>> decide(
      Campaign campaign, Unit unit, Act act, Head head, Visit.There there, Draft draft) {
    Inspection plan = there.plan();
    var minutes =
        new Minutes(
            campaign.id(),
            unit.code(),
            plan.number(),
            draft.day(),
            draft.representative(),
            draft.conclusion(),
            draft.opinion(),
            draft.evidence(),
            there.me(),
            act.now());
    if (there.minutes().isPresent()) {
      return there.minutes().filter(minutes::sameAs).isPresent()
          ? Outcome.accepted(Decision.nothingToDo(there.minutes().get()))
          : Outcome.refused(InspectionProblem.MINUTES_ALREADY_KEPT.of(plan.number(), unit.code()));
    }
    LocalDate today = Deadlines.of(campaign).day(act.now());
    if (draft.day().isBefore(plan.from())
        || draft.day().isAfter(plan.until())
        || draft.day().isAfter(today)) {
      return Outcome.refused(
          Refusal.of(
              InputProblem.INVALID_BODY.of(1),
              List.of(
                  Violation.at(
                      "day", InspectionProblem.MINUTES_DAY.of(draft.day(), plan.from())))));
    }
    return visit
        .files(campaign, unit, draft.evidence())
        .map(there2 ->
            Decision.commit(
                minutes,
                commits.note(
                    head,
                    List.of(new PutMinutes(minutes)),
                    Note.of(act, InspectionFact.MinutesKept.of(minutes), Map.of()))));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("day", "representative", "conclusion", "opinion", "evidence");
    Node date = body.field("day");
    LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
    Node title = body.field("representative");
    String representative = title.raw() == null ? "" : title.text(TITLE_MAX);
    Node text = body.field("conclusion");
    String conclusion = text.raw() == null ? "" : text.lines(TEXT_MAX).strip();
    Optional<String> opinion = body.optional("opinion").map(node -> node.lines(TEXT_MAX).strip());
    Node files = body.field("evidence");
    if (files.raw() instanceof List<?> list && list.isEmpty()) {
      files.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    List<String> evidence = files.raw() == null ? List.of() : NoteFinding.files(Optional.of(files));
    return () -> new Draft(day, representative, conclusion, opinion, evidence);
  }
}
