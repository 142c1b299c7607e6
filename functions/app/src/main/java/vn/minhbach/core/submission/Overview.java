package vn.minhbach.core.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** How far each unit of a campaign is, from the projection: one query for all. */
public final class Overview {

  private final Units units;
  private final Forms forms;
  private final ProgressBoard board;

  public Overview(Units units, Forms forms, ProgressBoard board) {
    this.units = units;
    this.forms = forms;
    this.board = board;
  }

  /**
   * One unit's line.
   *
   * @param progress empty while nothing was written
   * @param criteria how many there are to answer
   */
  public record Line(Unit unit, Optional<Progress> progress, int criteria, Instant dueAt) {

    public State state() {
      return progress.map(Progress::state).orElse(State.NOT_STARTED);
    }

    /** Percent of the criteria that are answered, two decimals. */
    public Points share() {
      int answered = progress.map(Progress::answered).orElse(0);
      return criteria == 0
          ? Points.ZERO
          : new Points(
              BigDecimal.valueOf(answered * 100L)
                  .divide(BigDecimal.valueOf(criteria), 2, RoundingMode.HALF_UP));
    }

    /** Whether the form was sent late. */
    public boolean late() {
      return progress.map(Progress::late).orElse(false);
    }
  }

  /** Every unit, by group, then code; refused before the campaign is open. */
  public Outcome<List<Line>> lines(Campaign campaign) {
    return Forms.sent(campaign)
        .map(open -> {
          Map<UnitCode, Progress> rows = board.all(open.id());
          return units.all(open.id(), open.unitsVersion()).stream()
              .map(unit ->
                  new Line(
                      unit,
                      Optional.ofNullable(rows.get(unit.code())),
                      forms.criteria(open, unit).criteria().size(),
                      Forms.derived(open, unit).dueAt()))
              .toList();
        });
  }
}
