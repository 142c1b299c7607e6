package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;

/** A foreign set of districts from the first answer to the published, recomputable result. */
class GroupBestResultTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");

  private final Province province = Province.opened(CriteriaFixture.foreignTree());

  private void fill(String unit, long network, long online) {
    Map<String, Object> answers =
        Map.of(
            "I.1", Map.of("truongban", Map.of("v", true), "hop", Map.of("a", 5L, "b", 5L)),
            "I.2", Map.of("cong", Map.of("n", 60L)),
            "I.3", Map.of("a", network, "b", 1_000L),
            "II.1", Map.of("tyle", Map.of("a", 50L, "b", 100L), "soluong", Map.of("n", online)),
            "II.2", Map.of("a", 10L, "b", 10L),
            "T1.1", Map.of("n", 1L),
            "T2.1", Map.of("v", false),
            "P.1", Map.of("n", 1L));
    answers.forEach(
        (id, inputs) -> accepted(province.save(unit, id, Map.of("inputs", inputs), OPENED)));
    accepted(province.submit(unit, OPENED));
    province.projectScores.project(ID, new UnitCode(unit));
  }

  @Test
  void awaitsTheBestInTheFormAndCountsItInTheResult() {
    fill("193", 500, 80);
    fill("194", 250, 100);
    FormView form = accepted(province.forms.read(province.campaign(), province.unit("193")));
    assertInstanceOf(CriterionScore.AwaitsBest.class, score(form, "I.3"));
    // 10 + 10 + 0, 20 + 0 + 30, + 1 − 2.5
    assertEquals(Points.of("68.50"), form.scorecard().points());

    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));

    var first = accepted(province.results.publishedCard(province.campaign(), province.unit("193")));
    var second =
        accepted(province.results.publishedCard(province.campaign(), province.unit("194")));
    // + 20 × 500/500 + 10 × 80/100
    assertEquals(Points.of("96.50"), first.view().scorecard().points());
    // + 20 × 250/500 + 10 × 100/100
    assertEquals(Points.of("88.50"), second.view().scorecard().points());
    for (var card : List.of(first, second)) {
      var row = card.row().orElseThrow();
      assertEquals(card.view().scorecard().points(), row.points());
      assertEquals(card.view().scorecard().index(), row.index());
      card.view()
          .scorecard()
          .groups()
          .forEach(group -> assertEquals(group.points(), row.groupPoints().get(group.group())));
    }
    assertEquals(1, first.row().orElseThrow().rank().orElseThrow());
    assertEquals("I", first.row().orElseThrow().groupResults().get("I").level());
    assertEquals("III", second.row().orElseThrow().groupResults().get("I").level());

    // Anyone finds the same from the answers: the frozen best is the best of the delivered forms.
    Rankings.Table table = first.table().orElseThrow();
    assertEquals(
        table.bests(),
        Bests.of(
                Stream.of("193", "194")
                    .map(unit ->
                        accepted(province.forms.read(province.campaign(), province.unit(unit)))
                            .measured())
                    .toList())
            .values());
  }

  @Test
  void measuresByDeliveredFormsAlone() {
    fill("193", 500, 80);
    // A form that is not sent moves nobody, whatever it says.
    accepted(province.save("194", "I.3", Map.of("inputs", Map.of("a", 900L, "b", 1_000L)), OPENED));
    province.projectScores.project(ID, new UnitCode("194"));
    province.drafted(OPENED);
    Rankings.Table draft = province.board.draft(ID, 2).orElseThrow();
    assertEquals("500", draft.bests().get("I.3").part().toPlainString());
    assertEquals(
        Points.of("98.50"), province.board.row(draft, new UnitCode("193")).orElseThrow().points());
    assertTrue(province.board.row(draft, new UnitCode("194")).orElseThrow().rank().isEmpty());
  }

  @Test
  void rehearsesTheSetWithTheBestOfThoseWhoArePlayed() {
    fill("193", 500, 80);
    fill("194", 250, 100);
    var replay = new Replay(CriteriaFixture.foreign());
    var forms =
        Stream.of("193", "194")
            .map(unit ->
                accepted(province.forms.read(province.campaign(), province.unit(unit)))
                    .form()
                    .answers())
            .toList();
    var bests = Bests.of(forms.stream().map(replay::measured).toList());
    assertEquals(Points.of("96.50"), replay.card(forms.getFirst(), bests).points());
    assertEquals(Points.of("88.50"), replay.card(forms.getLast(), bests).points());
  }

  private static CriterionScore score(FormView form, String id) {
    return form.scorecard().lines().stream()
        .filter(line -> line.criterion().equals(new CriterionId(id)))
        .findFirst()
        .orElseThrow()
        .score();
  }
}
