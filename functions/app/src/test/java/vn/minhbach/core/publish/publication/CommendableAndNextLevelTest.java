package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

class CommendableAndNextLevelTest {

  private static final CriteriaSet SET = departments();

  private static CriteriaSet departments() {
    Province province = Province.opened();
    return province
        .memory
        .criteriaSets()
        .find(Province.ID, 1, province.campaign().criteriaVersions().get(1))
        .orElseThrow();
  }

  private static Scorecard card(List<Integer> percents) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    int i = 0;
    for (Criterion criterion : SET.criteria().values()) {
      int percent = percents.get(i++ % percents.size());
      scores.put(
          criterion.id(),
          percent < 0
              ? new CriterionScore.NotApplicable()
              : new CriterionScore.Awarded(
                  new Points(
                      criterion
                          .maxPoints()
                          .value()
                          .multiply(BigDecimal.valueOf(percent))
                          .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN))));
    }
    return Scorecard.of(SET, scores);
  }

  private static Scorecard full(Scorecard card, List<NextLevel.Step> steps) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    card.lines().forEach(line -> scores.put(line.criterion(), line.score()));
    steps.forEach(step ->
        scores.put(
            step.criterion(),
            new CriterionScore.Awarded(SET.criterion(step.criterion()).orElseThrow().maxPoints())));
    return Scorecard.of(SET, scores);
  }

  @Property(tries = 100)
  void stepsReachTheNextLevelAndNoneOfThemIsTooMany(
      @ForAll @Size(min = 3, max = 9) List<@IntRange(min = -1, max = 100) Integer> percents) {
    Scorecard card = card(percents);
    Optional<NextLevel> next = NextLevel.of(SET, card, criterion -> true);
    if (card.index().isEmpty() || card.level().orElseThrow().equals(SET.levels().getFirst())) {
      assertEquals(Optional.empty(), next);
      return;
    }
    int own = SET.levels().indexOf(card.level().orElseThrow());
    assertEquals(SET.levels().get(own - 1), next.orElseThrow().level());
    List<NextLevel.Step> steps = next.get().steps();
    assertTrue(next.get().enough());
    assertTrue(next.get().level().reachedBy(full(card, steps).index().orElseThrow()));
    assertFalse(
        next.get()
            .level()
            .reachedBy(full(card, steps.subList(0, steps.size() - 1)).index().orElseThrow()));
    for (int i = 1; i < steps.size(); i++) {
      assertTrue(steps.get(i - 1).gap().compareTo(steps.get(i).gap()) >= 0);
    }
    assertEquals(next.get().level().minPercent(), card.index().get().plus(next.get().distance()));
  }

  private static RankingRow row(int rank, String index, String level, String before) {
    return row(rank, index, level, before, false);
  }

  private static RankingRow row(
      int rank, String index, String level, String before, boolean noForm) {
    return new RankingRow(
        new UnitCode("U" + rank + index.charAt(1)),
        "Sở",
        Optional.empty(),
        OptionalInt.of(rank),
        OptionalInt.empty(),
        Optional.of(Points.of(index)),
        Points.of(index),
        Points.of("100"),
        Map.of(),
        Optional.of(level),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(
            new RankingRow.Annex(
                Points.of("100"),
                noForm,
                List.of(),
                Optional.empty(),
                Optional.of(before)
                    .filter(told -> !told.isEmpty())
                    .map(told ->
                        new RankingRow.Former(
                            new CampaignId("c"),
                            new UnitCode("U"),
                            Optional.of(Points.of(told)),
                            OptionalInt.of(1),
                            Optional.empty())),
                Optional.empty(),
                Optional.empty())));
  }

  @Test
  void placeAndImprovementAreGroundsAndTheLevelIsTheFloorOfBoth() {
    List<Level> levels = SET.levels();
    String best = levels.get(0).code();
    String good = levels.get(1).code();
    var rows = new ArrayList<RankingRow>();
    rows.add(row(1, "95.00", best, ""));
    rows.add(row(2, "90.00", best, "89.00"));
    rows.add(row(2, "91.00", best, "70.00"));
    rows.add(row(4, "80.00", good, "75.01"));
    rows.add(row(5, "79.00", good, "74.00"));
    rows.add(row(6, "78.00", levels.get(2).code(), "10.00"));
    rows.add(row(7, "77.00", good, "10.00", true));
    assertEquals(
        List.of("1 place", "2 place", "2 place"),
        told(rows, 2, Optional.empty(), Optional.empty()));
    assertEquals(
        List.of("1 place", "2 place", "2 place improvement", "5 improvement"),
        told(rows, 2, Optional.of(good), Optional.of("5.00")));
    assertEquals(List.of("2 improvement"), told(rows, 0, Optional.of(best), Optional.of("5.00")));
    assertEquals(
        List.of("2 improvement", "5 improvement", "6 improvement"),
        told(rows, 0, Optional.empty(), Optional.of("5.00")));
  }

  private static List<String> told(
      List<RankingRow> rows, int top, Optional<String> level, Optional<String> improvement) {
    return ListCommendable.of(
            1,
            rows,
            SET.levels(),
            new ListCommendable.Rules(top, level, improvement.map(Points::of)))
        .candidates()
        .stream()
        .map(one ->
            one.row().rank().orElseThrow()
                + (one.byPlace() ? " place" : "")
                + (one.byImprovement() ? " improvement" : ""))
        .toList();
  }
}
