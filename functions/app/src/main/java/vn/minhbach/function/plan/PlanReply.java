package vn.minhbach.function.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.publish.plan.ReadPlan;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.ReplyPart;

/**
 * A unit's plan with what stands around it.
 *
 * @param official the paper that issued it
 * @param weakest criteria with the most to gain
 */
record PlanReply(
    UnitCode unit,
    String name,
    Optional<LocalDate> dueOn,
    Optional<Integer> issue,
    List<ItemReply> items,
    Optional<PaperReply> official,
    Optional<Instant> at,
    List<WeakReply> weakest,
    Optional<EarlierReply> earlier,
    Optional<String> etag)
    implements ReplyPart {

  static PlanReply of(Unit unit, ReadPlan.Shown shown) {
    return new PlanReply(
        unit.code(),
        unit.name(),
        shown.dueOn(),
        shown.plan().map(Plan::issue),
        shown.plan().map(ItemReply::all).orElse(List.of()),
        shown.plan().flatMap(Plan::paper).map(PaperReply::of),
        shown.plan().map(Plan::at),
        shown.weakest().stream().map(WeakReply::of).toList(),
        shown.earlier().map(EarlierReply::of),
        shown.plan().map(Plan::etag));
  }

  /** A measure. */
  record ItemReply(
      int number, CriterionId criterion, String measure, String responsible, LocalDate due)
      implements ReplyPart {

    private static List<ItemReply> all(Plan plan) {
      return IntStream.range(0, plan.items().size())
          .mapToObj(i -> of(i + 1, plan.items().get(i)))
          .toList();
    }

    private static ItemReply of(int number, Plan.Item item) {
      return new ItemReply(
          number, item.criterion(), item.measure(), item.responsible(), item.due());
    }
  }

  /** The signed plan. */
  record PaperReply(String number, LocalDate date, String sha256) implements ReplyPart {

    private static PaperReply of(Plan.Paper paper) {
      return new PaperReply(paper.number(), paper.date(), paper.sha256());
    }
  }

  /** A criterion by what was not reached of it. */
  record WeakReply(
      CriterionId criterion, Optional<String> title, Points points, Points max, Points lost)
      implements ReplyPart {

    private static WeakReply of(ReadPlan.Weak weak) {
      return new WeakReply(weak.criterion(), weak.title(), weak.points(), weak.max(), weak.lost());
    }
  }

  /**
   * The plan of the campaign before.
   *
   * @param etag needed to mark a measure once one is marked
   */
  record EarlierReply(
      CampaignId campaign,
      UnitCode unit,
      Optional<PaperReply> official,
      List<MeasureReply> items,
      Optional<String> etag)
      implements ReplyPart {

    static EarlierReply of(EarlierPlan.Reviewed then) {
      Plan plan = then.plan();
      return new EarlierReply(
          plan.campaign(),
          plan.unit(),
          plan.paper().map(PaperReply::of),
          IntStream.rangeClosed(1, plan.items().size())
              .mapToObj(number -> MeasureReply.of(then, number))
              .toList(),
          then.stored().map(PlanReview::etag));
    }
  }

  /** A measure of then, and what became of it; {@code done} is left out while nobody has said. */
  record MeasureReply(
      int number,
      CriterionId criterion,
      String measure,
      String responsible,
      LocalDate due,
      Optional<Boolean> done,
      Optional<String> note,
      Optional<String> evidence,
      Optional<Instant> markedAt)
      implements ReplyPart {

    private static MeasureReply of(EarlierPlan.Reviewed then, int number) {
      Plan.Item item = then.plan().item(number).orElseThrow();
      Optional<PlanReview.Mark> mark = then.mark(number);
      return new MeasureReply(
          number,
          item.criterion(),
          item.measure(),
          item.responsible(),
          item.due(),
          mark.map(PlanReview.Mark::done),
          mark.flatMap(PlanReview.Mark::note),
          mark.flatMap(PlanReview.Mark::evidence),
          mark.map(PlanReview.Mark::at));
    }
  }
}
