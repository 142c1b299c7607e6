package vn.minhbach.core.appraise.queue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.progress.ProgressBoard;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** What the year before took off the self-scores of a group, from its board: a batch a hundred. */
final class YearsCuts {

  private final LastYear lastYear;
  private final ProgressBoard board;

  YearsCuts(LastYear lastYear, ProgressBoard board) {
    this.lastYear = lastYear;
    this.board = board;
  }

  /**
   * Who stands out, by the unit of today. Without those that are no successor of one unit in the
   * same group, and those that were not appraised; empty before that year's result is public: until
   * then nobody is told what another unit came to.
   */
  Map<UnitCode, OverScoring> of(Campaign campaign, Collection<Unit> group) {
    return lastYear
        .before(campaign, group)
        .filter(then -> then.campaign().stage().published())
        .map(then -> OverScoring.of(cuts(then)))
        .orElse(Map.of());
  }

  private Map<UnitCode, Points> cuts(LastYear.Predecessors then) {
    Map<UnitCode, Progress> rows =
        board.of(then.campaign().id(), then.units().values().stream().map(Unit::code).toList());
    var cuts = new TreeMap<UnitCode, Points>();
    then.units()
        .forEach((unit, was) ->
            Optional.ofNullable(rows.get(was.code()))
                .flatMap(YearsCuts::cut)
                .ifPresent(cut -> cuts.put(unit, cut)));
    return cuts;
  }

  // By the index, since what does not apply may have left the maximum.
  private static Optional<Points> cut(Progress row) {
    return row.appraised()
        .flatMap(Progress.Score::index)
        .flatMap(appraised -> row.self().index().map(self -> self.minus(appraised)));
  }
}
