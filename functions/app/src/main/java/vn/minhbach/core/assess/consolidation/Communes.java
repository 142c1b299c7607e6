package vn.minhbach.core.assess.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.core.unit.Units;

/** The board of a district: its communes and where each form stands (plan V.4). */
public final class Communes {

  private final Units units;
  private final Submissions submissions;

  public Communes(Units units, Submissions submissions) {
    this.units = units;
    this.submissions = submissions;
  }

  /** One line of the board. */
  public record Line(Unit unit, Head head) {}

  /**
   * The board as a use: refused before the campaign is open and for a unit without communes.
   *
   * @param except units that the reader is recused from, which are left out
   */
  public Outcome<List<Line>> board(Campaign campaign, Unit district, Set<UnitCode> except) {
    return Forms.sent(campaign)
        .flatMap(open -> {
          List<Line> lines = of(open, district);
          return lines.isEmpty()
              ? Outcome.refused(UnitProblem.NOT_A_DISTRICT.of(district.code()))
              : Outcome.accepted(
                  lines.stream().filter(line -> !except.contains(line.unit().code())).toList());
        });
  }

  /** The communes of a district, by code; empty for a unit that is no district. */
  public List<Line> of(Campaign campaign, Unit district) {
    List<Unit> communes =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .filter(unit -> unit.parent().filter(district.code()::equals).isPresent())
            .toList();
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), communes.stream().map(Unit::code).toList());
    return communes.stream()
        .map(unit -> new Line(unit, heads.getOrDefault(unit.code(), Forms.derived(campaign, unit))))
        .toList();
  }
}
