package vn.minhbach.core.publish.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Rulings;
import vn.minhbach.core.unit.Unit;

/**
 * A unit is excused from the assessment by a decision (<i>miễn đánh giá</i>): it is listed without
 * a rank, with the decision's number and date beside its name. The same again changes nothing;
 * another decision takes its place, and the ledger keeps both.
 *
 * <p>Refused before the forms are out and from the report on, and with a decision of a day to come.
 */
public final class ExcuseUnit {

  private static final int NUMBER_MAX = 100;
  private static final int REASON_MAX = 500;

  private final CampaignChange change;

  public ExcuseUnit(CampaignChange change) {
    this.change = change;
  }

  /** A decision as it is sent. */
  private record Order(String number, LocalDate date, String reason) {}

  /** Excuses: {@code {"decision": {"number", "date"}, "reason"}}. */
  public Outcome<Campaign> excuse(Campaign campaign, Unit unit, Act act, Object tree) {
    return change.of(
        campaign.id(),
        act,
        found ->
            found
                .underway()
                .flatMap(open ->
                    Node.read(tree, InputProblem.INVALID_BODY::of, body -> shape(body, open, act)))
                .map(order -> decided(found, unit, order, act)));
  }

  private static CampaignChange.Decided decided(
      Campaign campaign, Unit unit, Order order, Act act) {
    boolean same =
        campaign
            .excuse(unit.code())
            .filter(one -> new Order(one.number(), one.date(), one.reason()).equals(order))
            .isPresent();
    if (same) {
      return CampaignChange.Decided.nothing(campaign);
    }
    var excuse =
        new Rulings.Excuse(
            unit.code(),
            order.number(),
            order.date(),
            order.reason(),
            act.caller().id(),
            act.now());
    return new CampaignChange.Decided(
        campaign.with(campaign.ruled().with(excuse)),
        Optional.of(
            new ResultFact.UnitExcused(
                excuse.by(), excuse.unit(), excuse.number(), excuse.date(), excuse.reason())),
        Map.of("unit", unit.code().value()),
        List.of());
  }

  private static Supplier<Order> shape(Node body, Campaign campaign, Act act) {
    body.only("decision", "reason");
    Node reason = body.field("reason");
    String why = reason.raw() == null ? "" : reason.text(REASON_MAX);
    Node decision = body.field("decision");
    if (decision.raw() == null) {
      return () -> new Order("", LocalDate.EPOCH, why);
    }
    decision.only("number", "date");
    Node number = decision.field("number");
    String text = number.raw() == null ? "" : number.text(NUMBER_MAX);
    Node date = decision.field("date");
    LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
    LocalDate today = act.now().atZone(campaign.calendar().zone()).toLocalDate();
    if (day.isAfter(today)) {
      date.fault(InputProblem.IN_THE_FUTURE.of(day.toString(), today));
    }
    return () -> new Order(text, day, why);
  }
}
