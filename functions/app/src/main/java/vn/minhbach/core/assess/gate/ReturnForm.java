package vn.minhbach.core.assess.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.Role;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * Gives a sent form back to its unit (<i>trả lại phiếu</i>) with a reason: its district while the
 * form lies there or has gone on, the team once it was delivered; both before the first mark only.
 *
 * <p>Whole, the form is in work again: its signature falls, and it is sent anew within five working
 * days. By criterion, it stays where it is, and those criteria are open again as long as those of a
 * rejected file, and signed for themselves. Whoever returns sets no term of its own: more time is
 * the office's to give.
 *
 * <p>Refused where the state does not allow it, with what it allows; for a form that was not read
 * as it is now; for criteria that the unit does not have or cannot change, naming each.
 */
public final class ReturnForm {

  private static final int REASON_MAX = 1_000;
  private static final int CRITERIA_MAX = 200;

  /** Working days: a return comes unannounced, as a correction of criteria does. */
  private static final int DAYS_TO_SEND_ANEW = 5;

  private final Forms forms;
  private final Commits commits;

  public ReturnForm(Forms forms, Commits commits) {
    this.forms = forms;
    this.commits = commits;
  }

  /**
   * What is returned.
   *
   * @param criteria ids as they were sent; none for the whole form
   */
  public record Order(List<String> criteria, String reason) {

    boolean whole() {
      return criteria.isEmpty();
    }
  }

  /** Reads {@code {reason, criteria?}}. */
  public static Outcome<Order> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, ReturnForm::shape);
  }

  /**
   * The head after the return.
   *
   * @param sent what was read of the body; told after a form that cannot be returned
   */
  public Outcome<Head> giveBack(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Order> sent) {
    return commits.once(
        act,
        ids -> forms.head(campaign, unit).map(Decision::nothingToDo),
        () -> decide(campaign, unit, act, condition, sent));
  }

  private Outcome<Decision<Head>> decide(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Order> sent) {
    boolean district = ofItsDistrict(act.caller(), unit);
    return campaign
        .at(Stage.OPEN)
        .flatMap(open -> forms.head(open, unit))
        .flatMap(move(district, true)::of)
        .flatMap(head ->
            sent.flatMap(order ->
                condition
                    .against(Optional.of(head.etag()))
                    .flatMap(met -> criteria(campaign, unit, order))
                    .map(criteria ->
                        decision(returned(campaign, unit, act, head, order, criteria)))));
  }

  /** As what the caller acts: a district for its own communes, else as one of the team. */
  private static boolean ofItsDistrict(Caller caller, Unit unit) {
    return caller.is(Role.DISTRICT)
        && unit.parent().isPresent()
        && unit.parent().equals(caller.unit());
  }

  // Whole or by criterion, both are legal in the same states.
  private static Move move(boolean district, boolean whole) {
    if (whole) {
      return district ? Move.RETURN : Move.RETURN_FROM_TEAM;
    }
    return district ? Move.RETURN_CRITERIA : Move.RETURN_CRITERIA_FROM_TEAM;
  }

  private Outcome<List<CriterionId>> criteria(Campaign campaign, Unit unit, Order order) {
    CriteriaSet set = forms.criteria(campaign, unit);
    var found = new LinkedHashSet<CriterionId>();
    var faults = new ArrayList<Violation>();
    for (int i = 0; i < order.criteria().size(); i++) {
      String id = order.criteria().get(i);
      String place = "criteria[" + i + "]";
      Optional<Criterion> criterion =
          CriterionId.valid(id) ? set.criterion(new CriterionId(id)) : Optional.empty();
      if (criterion.isEmpty()) {
        faults.add(Violation.at(place, CriteriaProblem.UNKNOWN_CRITERION.of(id)));
      } else if (criterion.get().computed()) {
        faults.add(Violation.at(place, GateProblem.NOTHING_TO_MEND.of(criterion.get().id())));
      } else {
        Forms.assigned(campaign, unit, criterion.get().id())
            .fold(
                refusal -> faults.add(Violation.at(place, refusal.fault())),
                assigned -> found.add(assigned));
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(List.copyOf(found))
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private static Decision<Head> decision(Commit<PutHead> change) {
    return Decision.commit(change.head().after(), change);
  }

  private Commit<PutHead> returned(
      Campaign campaign, Unit unit, Act act, Head head, Order order, List<CriterionId> criteria) {
    boolean district = ofItsDistrict(act.caller(), unit);
    Move move = move(district, order.whole());
    Instant until = until(campaign, head, act.now(), order.whole());
    Head shaped =
        order.whole()
            ? awaited(campaign, unit, act, head, move, order, until)
            : head.returnedPartly(act.now(), move.by(), order.reason(), until, criteria);
    return commits.move(
        head,
        shaped,
        move,
        List.of(),
        Note.of(
            act,
            fact(act, district, head, shaped, order, criteria),
            Map.of("unit", unit.code().value())));
  }

  // Nobody has less time than was promised before.
  private static Instant until(Campaign campaign, Head head, Instant now, boolean whole) {
    if (!whole) {
      return campaign.reopenedUntil(now);
    }
    Instant until = Deadlines.of(campaign).correctedBy(now, DAYS_TO_SEND_ANEW);
    return until.isBefore(head.dueAt()) ? head.dueAt() : until;
  }

  private static Head awaited(
      Campaign campaign, Unit unit, Act act, Head head, Move move, Order order, Instant until) {
    Head back =
        head.returnedWhole(
            act.now(), move.by(), order.reason(), Deadlines.of(campaign).day(until), until);
    return back.under(Forms.clock(campaign, unit, back.facts()), act.now());
  }

  private static GateFact fact(
      Act act, boolean district, Head head, Head shaped, Order order, List<CriterionId> criteria) {
    Caller caller = act.caller();
    Role role = role(caller, district);
    Instant until = shaped.returned().orElseThrow().until();
    return order.whole()
        ? new GateFact.FormReturned(
            caller.id(),
            role,
            caller.unit(),
            order.reason(),
            until,
            shaped.dueAt(),
            head.inForce().map(Closing::checkCode))
        : new GateFact.CriteriaReturned(
            caller.id(), role, caller.unit(), order.reason(), criteria, until);
  }

  private static Role role(Caller caller, boolean district) {
    if (district) {
      return Role.DISTRICT;
    }
    return caller.is(Role.LEAD) ? Role.LEAD : caller.is(Role.DEPUTY) ? Role.DEPUTY : Role.APPRAISER;
  }

  private static Supplier<Order> shape(Node body) {
    body.only("reason", "criteria");
    Node reason = body.field("reason");
    String text = reason.raw() == null ? "" : reason.lines(REASON_MAX).strip();
    var criteria = new ArrayList<String>();
    body.optional("criteria")
        .ifPresent(field -> {
          List<Node> items = field.items(CRITERIA_MAX);
          if (field.raw() instanceof List<?> list && list.isEmpty()) {
            field.fault(InputProblem.TOO_FEW.of(1, 0));
          }
          items.forEach(item -> criteria.add(item.code(40)));
        });
    return () -> new Order(List.copyOf(criteria), text);
  }
}
