package vn.minhbach.function.campaigns;

import java.util.Map;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Lineage;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.Tree;

/** What a unit was in an earlier campaign, as a client reads it. */
final class LineageView {

  private LineageView() {}

  static Map<String, Object> of(Unit unit, Campaign earlier, Lineage lineage) {
    return new Tree()
        .with("unit", unit.code())
        .with("name", unit.name())
        .with("against", earlier.id())
        .with("relation", lineage.relation().name())
        .with("comparable", lineage.relation().comparable())
        .with(
            "predecessors",
            lineage.predecessors().stream()
                .map(before ->
                    new Tree().with("unit", before.code()).with("name", before.name()).build())
                .toList())
        .build();
  }
}
