package vn.minhbach.function.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.ProvinceRulingReply;

/** What the report says of a group. Nothing here names a person. */
record GroupReportReply(
    int group,
    int issue,
    int units,
    int ranked,
    Optional<SpreadReply> spread,
    Optional<Map<String, ScorecardReply.MiddleReply>> criteriaGroups,
    Map<String, Integer> levels,
    List<WeakReply> weakest,
    Optional<ChangeReply> change,
    AnnexReply.ExceptionsReply exceptions,
    List<HandsReply> hands,
    List<StandInReply> standIns,
    List<DifficultyReply> difficulties,
    Optional<List<MovedReply>> moved)
    implements ReplyPart {

  static ListReply<GroupReportReply> of(List<GroupReport> groups) {
    return ListReply.whole(groups.stream().map(GroupReportReply::of).toList());
  }

  private static GroupReportReply of(GroupReport report) {
    return new GroupReportReply(
        report.group(),
        report.issue(),
        report.units(),
        report.ranked(),
        report.spread().map(SpreadReply::of),
        Optional.of(middles(report)).filter(middles -> !middles.isEmpty()),
        report.levels(),
        report.weakest().stream().map(WeakReply::of).toList(),
        report.change().map(ChangeReply::of),
        AnnexReply.ExceptionsReply.of(report.exceptions()),
        report.hands().stream().map(HandsReply::of).toList(),
        report.standIns().stream().map(StandInReply::of).toList(),
        report.difficulties().stream().map(DifficultyReply::of).toList(),
        Optional.of(report.moved().stream().map(MovedReply::of).toList())
            .filter(moved -> report.issue() > 1));
  }

  private static Map<String, ScorecardReply.MiddleReply> middles(GroupReport report) {
    var middles = new LinkedHashMap<String, ScorecardReply.MiddleReply>();
    report
        .middles()
        .forEach((id, middle) -> middles.put(id, ScorecardReply.MiddleReply.of(middle)));
    return middles;
  }

  /** The spread of the printed indexes. */
  record SpreadReply(
      Points mean, Points best, List<UnitCode> bestUnits, Points worst, List<UnitCode> worstUnits)
      implements ReplyPart {

    private static SpreadReply of(GroupReport.Spread spread) {
      return new SpreadReply(
          spread.mean(), spread.best(), spread.bestUnits(), spread.worst(), spread.worstUnits());
    }
  }

  /** A criterion of which little was reached. */
  record WeakReply(
      CriterionId criterion,
      String title,
      Points percent,
      int assessed,
      int below,
      List<UnitCode> belowUnits)
      implements ReplyPart {

    private static WeakReply of(GroupReport.Weak weak) {
      return new WeakReply(
          weak.criterion(),
          weak.title(),
          weak.percent(),
          weak.assessed(),
          weak.below(),
          weak.belowUnits());
    }
  }

  /** Against the campaign before. */
  record ChangeReply(int units, Points then, Points now, Points difference) implements ReplyPart {

    private static ChangeReply of(GroupReport.Change change) {
      return new ChangeReply(
          change.units(), change.then(), change.now(), change.now().minus(change.then()));
    }
  }

  /** What a body of the team made of self-scores. */
  record HandsReply(
      Optional<UnitCode> body,
      int cellsInside,
      Optional<Points> meanInside,
      int cellsOutside,
      Optional<Points> meanOutside)
      implements ReplyPart {

    private static HandsReply of(GroupReport.Hands hands) {
      return new HandsReply(
          hands.body(),
          hands.cellsInside(),
          hands.meanInside(),
          hands.cellsOutside(),
          hands.meanOutside());
    }
  }

  /** What lead or deputy judged at the other's body. */
  record StandInReply(String role, UnitCode unit, int cells, Points mean) implements ReplyPart {

    private static StandInReply of(GroupReport.StandIn act) {
      return new StandInReply(act.role(), act.unit(), act.cells(), act.mean());
    }
  }

  /** What went up to the People's Committee. */
  record DifficultyReply(
      CriterionId criterion, String question, Optional<ProvinceRulingReply> ruling)
      implements ReplyPart {

    private static DifficultyReply of(GroupReport.Difficulty difficulty) {
      return new DifficultyReply(
          difficulty.criterion(),
          difficulty.text(),
          difficulty.ruling().map(ProvinceRulingReply::of));
    }
  }

  /** A unit whose rank moved with a correction. */
  record MovedReply(UnitCode unit, OptionalInt from, OptionalInt to) implements ReplyPart {

    private static MovedReply of(GroupReport.Moved moved) {
      return new MovedReply(moved.unit(), moved.from(), moved.to());
    }
  }
}
