package vn.minhbach.core.keep.reminder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanTerm;
import vn.minhbach.core.publish.plan.Plans;
import vn.minhbach.core.unit.Unit;

/**
 * The improvement plan after the publication (<i>kế hoạch khắc phục</i>): a unit that has not
 * issued one is told five days before its last day, and in each of the four weeks after it. Who is
 * excused from the assessment has nothing to plan.
 */
public final class PlanKind implements ReminderKind {

  private static final int NAMES_MAX = 40;

  private static final MailText TEXT =
      new MailText(
          "{unit}: kế hoạch khắc phục hạn chế {status}",
          """
          Kính gửi: {unit}

          Kết quả của đợt “{campaign}” theo Kế hoạch số {plan} đã được công bố. Kế hoạch khắc phục hạn chế của quý đơn \
          vị {status}; hạn gửi là hết ngày {until}.

          - Nêu tiêu chí, biện pháp, chức danh hoặc phòng phụ trách, thời hạn; hệ thống gợi ý các tiêu chí mất nhiều điểm nhất.
          - Khi kế hoạch đã ký ban hành, ghi số, ngày và mã SHA-256 của bản PDF.

          Mở kế hoạch: {link}

          Nếu quý đơn vị vừa gửi kế hoạch, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Plans plans;

  public PlanKind(Plans plans) {
    this.plans = plans;
  }

  @Override
  public String id() {
    return "plan";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("status", "until");
  }

  // One query for the plans of all units, and only in the weeks in which anybody is told.
  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return PlanTerm.telling(round.campaign(), round.now()).stream()
        .flatMap(telling -> {
          Set<UnitCode> issued = issued(round);
          return lines.stream()
              .map(Overview.Line::unit)
              .filter(unit -> asked(round, unit) && !issued.contains(unit.code()))
              .map(unit -> open(round, unit, telling));
        })
        .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return PlanTerm.telling(round.campaign(), round.now())
        .filter(telling -> asked(round, open.unit()))
        .filter(telling ->
            plans.find(round.campaign().id(), open.unit().code()).flatMap(Plan::paper).isEmpty())
        .map(telling -> open(round, open.unit(), telling))
        .filter(now -> now.key().equals(open.key()));
  }

  @Override
  public List<String> forOffice(Round round, List<Overview.Line> lines) {
    if (PlanTerm.telling(round.campaign(), round.now()).filter(late -> late > 0).isEmpty()) {
      return List.of();
    }
    Set<UnitCode> issued = issued(round);
    List<String> without =
        lines.stream()
            .map(Overview.Line::unit)
            .filter(unit -> asked(round, unit) && !issued.contains(unit.code()))
            .map(Unit::name)
            .toList();
    return without.isEmpty()
        ? List.of()
        : List.of(
            "Quá hạn, chưa có kế hoạch khắc phục ("
                + without.size()
                + " đơn vị): "
                + String.join(", ", without.stream().limit(NAMES_MAX).toList())
                + (without.size() > NAMES_MAX ? "…" : ""));
  }

  private static boolean asked(Round round, Unit unit) {
    return round.campaign().excuse(unit.code()).isEmpty();
  }

  private Set<UnitCode> issued(Round round) {
    return plans.all(round.campaign().id()).stream()
        .filter(plan -> plan.paper().isPresent())
        .map(Plan::unit)
        .collect(Collectors.toSet());
  }

  private Open open(Round round, Unit unit, int telling) {
    String until = LadderKind.DAY.format(PlanTerm.lastDay(round.campaign()).orElseThrow());
    boolean late = telling > 0;
    return new Open(
        unit,
        id()
            + "@"
            + PlanTerm.lastDay(round.campaign()).orElseThrow()
            + (late ? "-late" + telling : ""),
        Rung.Audience.UNIT,
        id(),
        Map.of("status", late ? "đã quá hạn" : "sắp đến hạn", "until", until),
        MailPage.PLAN,
        "kế hoạch khắc phục " + (late ? "quá hạn từ ngày " : "gửi đến hết ngày ") + until);
  }
}
