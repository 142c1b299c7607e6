package vn.minhbach.core.appraise.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Chance;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A member notes what an inspection found of a criterion, with the files that show it. It moves no
 * point and makes no mark stale: whoever marks weighs it, and says so in the reason.
 *
 * <p>Refused for who was not sent there, before the first day, for a unit or a criterion outside
 * the plan, after the minutes, and with files that are not there.
 */
public final class NoteFinding {

  private static final int TEXT_MAX = 4_000;
  private static final int FILES_MAX = 20;

  private final Visit visit;
  private final Forms forms;
  private final Inspections inspections;
  private final Commits commits;
  private final Chance chance;

  public NoteFinding(
      Visit visit, Forms forms, Inspections inspections, Commits commits, Chance chance) {
    this.visit = visit;
    this.forms = forms;
    this.inspections = inspections;
    this.commits = commits;
    this.chance = chance;
  }

  /** A finding as a request brings it. */
  public record Draft(
      int inspection,
      CriterionId criterion,
      Finding.Found found,
      String text,
      List<String> evidence) {

    public Draft {
      evidence = List.copyOf(evidence);
    }
  }

  /** Reads {@code {inspection, criterion, found, text, evidence?}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, NoteFinding::shape);
  }

  /** The finding as it is kept. */
  public Outcome<Finding> note(Campaign campaign, Unit unit, Act act, Outcome<Draft> sent) {
    String id = chance.hex128();
    return commits.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(
                    inspections
                        .finding(campaign.id(), unit.code(), ids.get("finding"))
                        .orElseThrow())),
        () ->
            campaign
                .underway()
                .flatMap(open -> forms.head(open, unit))
                .flatMap(Move.INSPECT::of)
                .flatMap(
                    head -> sent.flatMap(draft -> decide(campaign, unit, act, head, id, draft))));
  }

  private Outcome<Decision<Finding>> decide(
      Campaign campaign, Unit unit, Act act, Head head, String id, Draft draft) {
    return visit
        .at(campaign, unit, draft.inspection(), act)
        .flatMap(there -> known(campaign, unit, there.plan(), draft.criterion()).map(ok -> there))
        .flatMap(there -> visit.files(campaign, unit, draft.evidence()).map(ok -> there))
        .map(there -> {
          var finding =
              new Finding(
                  campaign.id(),
                  unit.code(),
                  id,
                  draft.inspection(),
                  draft.criterion(),
                  draft.found(),
                  draft.text(),
                  draft.evidence(),
                  there.me(),
                  act.now());
          return Decision.commit(
              finding,
              commits.note(
                  head,
                  List.of(new PutFinding(finding)),
                  Note.of(act, InspectionFact.FindingNoted.of(finding), Map.of("finding", id))));
        });
  }

  private Outcome<CriterionId> known(
      Campaign campaign, Unit unit, Inspection plan, CriterionId criterion) {
    if (forms.criteria(campaign, unit).criterion(criterion).isEmpty()) {
      return Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(criterion.value()));
    }
    return plan.covers(criterion)
        ? Forms.assigned(campaign, unit, criterion)
        : Outcome.refused(InspectionProblem.CRITERION_NOT_INSPECTED.of(plan.number(), criterion));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("inspection", "criterion", "found", "text", "evidence");
    Node number = body.field("inspection");
    int inspection = number.raw() == null ? 1 : (int) number.integer(1, Inspection.NUMBER_MAX);
    Optional<CriterionId> criterion = CriterionId.read(body.field("criterion"));
    Node found = body.field("found");
    String code =
        found.raw() == null
            ? ""
            : found.oneOf(
                Arrays.stream(Finding.Found.values())
                    .map(Finding.Found::code)
                    .toArray(String[]::new));
    Node text = body.field("text");
    String words = text.raw() == null ? "" : text.lines(TEXT_MAX).strip();
    List<String> evidence = files(body.optional("evidence"));
    return () ->
        new Draft(
            inspection,
            criterion.orElseThrow(),
            Arrays.stream(Finding.Found.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(),
            words,
            evidence);
  }

  /** Ids of files, each once. */
  static List<String> files(Optional<Node> list) {
    var all = new LinkedHashSet<String>();
    list.map(node -> node.items(FILES_MAX))
        .orElseGet(ArrayList::new)
        .forEach(node -> all.add(node.text(40)));
    return List.copyOf(all);
  }
}
