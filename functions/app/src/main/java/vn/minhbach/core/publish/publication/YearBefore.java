package vn.minhbach.core.publish.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * What the units of a group were in the campaign before, from its published tables. Only where both
 * years may stand side by side: the unit is the same, or took over one unit whole, in the same
 * group.
 */
final class YearBefore {

  private final Campaigns campaigns;
  private final Units units;
  private final Rankings rankings;

  YearBefore(Campaigns campaigns, Units units, Rankings rankings) {
    this.campaigns = campaigns;
    this.units = units;
    this.rankings = rankings;
  }

  /** By unit; empty where the campaign names none before it, or that one was not published. */
  Map<UnitCode, RankingRow.Former> of(Campaign campaign, int group, List<Unit> register) {
    return campaign
        .settings()
        .deskSettings()
        .previous()
        .flatMap(campaigns::find)
        .flatMap(
            before -> table(before, group).map(table -> former(before, table, group, register)))
        .orElse(Map.of());
  }

  private Optional<Rankings.Table> table(Campaign before, int group) {
    return before
        .publicResult()
        .flatMap(result -> rankings.staged(before.id(), group, result.rankingVersion()));
  }

  private Map<UnitCode, RankingRow.Former> former(
      Campaign before, Rankings.Table table, int group, List<Unit> register) {
    var rows = new HashMap<UnitCode, RankingRow>();
    rankings.all(table).forEach(row -> rows.put(row.unit(), row));
    List<Unit> earlier = units.all(before.id(), before.unitsVersion());
    var former = new TreeMap<UnitCode, RankingRow.Former>();
    for (Unit unit : register) {
      if (unit.group() == group) {
        Lineage lineage = Lineage.of(unit, register, earlier);
        Optional.of(lineage)
            .filter(known -> known.relation().comparable())
            .map(known -> known.predecessors().getFirst())
            .filter(then -> then.group() == group)
            .map(then -> rows.get(then.code()))
            .ifPresent(row ->
                former.put(
                    unit.code(),
                    new RankingRow.Former(
                        before.id(), row.unit(), row.index(), row.rank(), row.level())));
      }
    }
    return former;
  }
}
