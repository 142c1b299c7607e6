package vn.minhbach.core.publish.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.file.FileProblem;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.upload.BulkFile;
import vn.minhbach.core.unit.Unit;

/**
 * A unit writes its improvement plan, whole, as often as it likes; with the paper that issues it,
 * it is official. Refused before publication, for a criterion that its form does not have, for a
 * day before the publication, and over an issued plan without another paper. The same again writes
 * nothing; after its last day it is taken all the same.
 */
public final class WritePlan {

  static final int ITEMS_MAX = 60;
  private static final int MEASURE_MAX = 2_000;
  private static final int RESPONSIBLE_MAX = 200;
  private static final int NUMBER_MAX = 100;

  private final Plans plans;
  private final Forms forms;
  private final Commits commits;

  public WritePlan(Plans plans, Forms forms, Commits commits) {
    this.plans = plans;
    this.forms = forms;
    this.commits = commits;
  }

  /** A plan as a request brings it. */
  public record Draft(List<Plan.Item> items, Optional<Plan.Paper> paper) {
    public Draft {
      items = List.copyOf(items);
    }
  }

  /**
   * Reads {@code {items: [{criterion, measure, responsible, due}], official?: {number, date,
   * sha256}}}.
   */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, WritePlan::shape);
  }

  /** The plan as it is kept. */
  public Outcome<Plan> write(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Draft> sent) {
    return commits.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(plans.find(campaign.id(), unit.code()).orElseThrow())),
        () ->
            published(campaign)
                .flatMap(result ->
                    sent.flatMap(draft -> checked(campaign, unit, result, act, draft))
                        .flatMap(draft -> decide(campaign, unit, result, act, condition, draft))));
  }

  private static Outcome<Campaign.Result> published(Campaign campaign) {
    return campaign
        .publicResult()
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(PlanProblem.PLAN_BEFORE_PUBLICATION.of(campaign.id())));
  }

  private Outcome<Draft> checked(
      Campaign campaign, Unit unit, Campaign.Result result, Act act, Draft draft) {
    var faults = new ArrayList<Violation>();
    CriteriaSet set = forms.criteria(campaign, unit);
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate published = deadlines.day(result.publishedAt().orElseThrow());
    for (int i = 0; i < draft.items().size(); i++) {
      Plan.Item item = draft.items().get(i);
      String place = "items[" + i + "]";
      if (set.criterion(item.criterion()).isEmpty()) {
        faults.add(
            Violation.at(
                place + ".criterion",
                CriteriaProblem.UNKNOWN_CRITERION.of(item.criterion().value())));
      }
      if (item.due().isBefore(published)) {
        faults.add(
            Violation.at(
                place + ".due", PlanProblem.MEASURE_DUE_TOO_EARLY.of(item.due(), published)));
      }
    }
    LocalDate today = deadlines.day(act.now());
    draft
        .paper()
        .filter(paper -> paper.date().isAfter(today))
        .ifPresent(paper ->
            faults.add(
                Violation.at(
                    "official.date",
                    InputProblem.IN_THE_FUTURE.of(paper.date().toString(), today))));
    return faults.isEmpty()
        ? Outcome.accepted(draft)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private Outcome<Decision<Plan>> decide(
      Campaign campaign,
      Unit unit,
      Campaign.Result result,
      Act act,
      Condition condition,
      Draft draft) {
    Optional<Plan> stored = plans.find(campaign.id(), unit.code());
    if (stored.filter(plan -> same(plan, result, draft)).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    Optional<Plan.Paper> issued = stored.flatMap(Plan::paper);
    if (issued.isPresent() && (draft.paper().isEmpty() || draft.paper().equals(issued))) {
      return Outcome.refused(
          PlanProblem.PLAN_ALREADY_ISSUED.of(issued.get().number(), issued.get().date()));
    }
    var next =
        new Plan(
            campaign.id(),
            unit.code(),
            result.issue(),
            draft.items(),
            draft.paper(),
            act.caller().id(),
            act.now(),
            stored.map(Plan::version).orElse(0L) + 1);
    return condition
        .against(stored.map(Plan::etag))
        .flatMap(met -> forms.head(campaign, unit))
        .map(head ->
            Decision.commit(
                next,
                commits.note(
                    head,
                    List.of(new PutPlan(next)),
                    Note.of(
                        act, PlanFact.PlanWritten.of(next), Map.of("unit", unit.code().value())))));
  }

  // An issued plan answers the result that it was made for; a later issue makes it no other plan.
  private static boolean same(Plan plan, Campaign.Result result, Draft draft) {
    return plan.items().equals(draft.items())
        && plan.paper().equals(draft.paper())
        && (plan.paper().isPresent() || plan.issue() == result.issue());
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("items", "official");
    Node list = body.field("items");
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    List<Supplier<Plan.Item>> items =
        list.raw() == null
            ? List.of()
            : list.items(ITEMS_MAX).stream().map(WritePlan::item).toList();
    Optional<Plan.Paper> paper = body.optional("official").map(WritePlan::paper);
    return () -> new Draft(items.stream().map(Supplier::get).toList(), paper);
  }

  private static Supplier<Plan.Item> item(Node node) {
    node.only("criterion", "measure", "responsible", "due");
    Optional<CriterionId> criterion = CriterionId.read(node.field("criterion"));
    Node measure = node.field("measure");
    String what = measure.raw() == null ? "" : measure.lines(MEASURE_MAX).strip();
    Node responsible = node.field("responsible");
    String who = responsible.raw() == null ? "" : responsible.text(RESPONSIBLE_MAX).strip();
    Node due = node.field("due");
    LocalDate day = due.raw() == null ? LocalDate.EPOCH : due.date();
    return () -> new Plan.Item(criterion.orElseThrow(), what, who, day);
  }

  private static Plan.Paper paper(Node node) {
    node.only("number", "date", "sha256");
    Node number = node.field("number");
    Node date = node.field("date");
    Node sha256 = node.field("sha256");
    String digest = sha256.raw() == null ? "" : sha256.text(64);
    if (!digest.isBlank() && !BulkFile.validId(digest)) {
      sha256.fault(FileProblem.BAD_SHA256.of());
    }
    return new Plan.Paper(
        number.raw() == null ? "" : number.text(NUMBER_MAX),
        date.raw() == null ? LocalDate.EPOCH : date.date(),
        digest);
  }
}
