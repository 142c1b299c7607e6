package vn.minhbach.core.publish.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scorecard.GroupTotal;

/**
 * Tables that others published, computed by our rules. Facts only; what was not read is not here.
 */
class OutsideTablesTest {

  /**
   * The ministry's ranking of provinces by e-government 2017, 63 units (vinhphuc.gov.vn, ItemID
   * 1504). Read are Quảng Ninh, 4th with 0,703, and three ties: 0,633 is 17th, 17th and the next
   * 19th; 0,567 is 32nd twice before the 34th; 0,546 is 40th twice before the 42nd. The indexes of
   * the others are stand-ins between those: only their order matters here.
   */
  @Test
  void ranksTheMinistrysTiesOf2017AsTheMinistryDid() {
    Map<Integer, String> read =
        Map.of(4, "70.3", 17, "63.3", 18, "63.3", 32, "56.7", 33, "56.7", 40, "54.6", 41, "54.6");
    var index = new ArrayList<String>();
    BigDecimal above = new BigDecimal("80");
    for (int place = 1; place <= 63; place++) {
      // Each stand-in lies a little below its neighbour, and above the next that was read.
      BigDecimal own =
          read.containsKey(place)
              ? new BigDecimal(read.get(place))
              : above.subtract(new BigDecimal("0.01"));
      index.add(own.toPlainString());
      above = own;
    }
    var provinces = new ArrayList<Standing>();
    for (int place = 1; place <= 63; place++) {
      provinces.add(standing(place, index.get(place - 1)));
    }

    assertEquals(
        List.of(4, 17, 17, 19, 32, 32, 34, 40, 40, 42, 63),
        ranks(provinces, TieRule.COMPETITION, 4, 17, 18, 19, 32, 33, 34, 40, 41, 42, 63));
    // Dense ranks, as Tây Ninh gave its departments in 2019, end as many places earlier as are
    // tied.
    assertEquals(
        List.of(4, 17, 17, 18, 31, 31, 32, 38, 38, 39, 60),
        ranks(provinces, TieRule.DENSE, 4, 17, 18, 19, 32, 33, 34, 40, 41, 42, 63));
  }

  /**
   * Thừa Thiên Huế's nine districts 2020 (namdong.thuathienhue.gov.vn, tc 27310): readiness of 50
   * and results of 100 points, less what was not assessed; converted = done / to be done × maximum.
   */
  @Test
  void convertsHuesPointsToTheFullMaximumToTheDigit() {
    GroupTotal hue = total("readiness", "42.63", "48");
    assertEquals(Optional.of(Points.of("44.41")), hue.converted());
    assertEquals(Optional.of(Points.of("88.81")), hue.percent());
    assertEquals("II", hue.level().orElseThrow().code());

    GroupTotal namDong = total("results", "78.53", "92");
    assertEquals(Optional.of(Points.of("85.36")), namDong.converted());
    assertEquals("II", namDong.level().orElseThrow().code());

    // The least of level I in readiness, and one of level III in results, with nothing left out.
    assertEquals("I", total("readiness", "45.71", "50").level().orElseThrow().code());
    assertEquals("III", total("results", "82.40", "100").level().orElseThrow().code());
  }

  /**
   * A Lưới stands in the same table with 75,41 of 92 and 81,96 %. From the printed points anyone
   * computes 81,97: the table divided points that it rounded only afterwards. We divide what is
   * printed, so that a reader with the printed numbers finds the printed ratio.
   */
  @Test
  void givesALuoiTheRatioOfItsPrintedPoints() {
    GroupTotal aLuoi = total("results", "75.41", "92");
    assertEquals(Optional.of(Points.of("81.97")), aLuoi.percent());
    assertEquals(Optional.of(Points.of("81.97")), aLuoi.converted());

    // Which points round to 75,41 and give 81,96? All below this one, as 75,405 does.
    BigDecimal hidden = new BigDecimal("75.405");
    assertEquals(new BigDecimal("75.41"), hidden.setScale(2, RoundingMode.HALF_UP));
    assertEquals(
        new BigDecimal("81.96"),
        hidden
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(92), 2, RoundingMode.HALF_UP));
  }

  /** A group of two criteria: what is assessed, and what is not. */
  private static GroupTotal total(String group, String done, String toBeDone) {
    CriteriaSet set = hue();
    var scores = new HashMap<CriterionId, CriterionScore>();
    String full = group.equals("readiness") ? "50" : "100";
    // Points are given to the criteria in the order of the set, as many as each takes.
    BigDecimal left = new BigDecimal(done);
    BigDecimal out = new BigDecimal(full).subtract(new BigDecimal(toBeDone));
    List<Criterion> criteria =
        set.criteria().values().stream().filter(one -> one.id().value().startsWith(group)).toList();
    for (Criterion criterion : criteria) {
      BigDecimal max = criterion.maxPoints().value();
      if (out.compareTo(max) >= 0) {
        out = out.subtract(max);
        scores.put(criterion.id(), new CriterionScore.NotApplicable());
      } else {
        BigDecimal given = left.min(max);
        left = left.subtract(given);
        scores.put(criterion.id(), new CriterionScore.Awarded(new Points(given)));
      }
    }
    assertEquals(0, left.signum(), "points were left over");
    assertEquals(0, out.signum(), "points were left in");
    return Scorecard.of(set, scores).groups().stream()
        .filter(one -> one.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  /** Two groups of criteria of 2 points each. Bounds of levels lie between the values published. */
  private static CriteriaSet hue() {
    return accepted(
        CriteriaSet.read(
            CriteriaFixture.json(
                """
                {"setId": "HUE-2020", "title": "Thừa Thiên Huế 2020", "version": "1", "year": 2020,
                 "unitGroup": 2, "maxPoints": 150,
                 "levels": [{"code": "A", "label": "Mọi mức", "minPercent": 0, "minInclusive": true}],
                 "groups": [%s, %s]}
                """
                    .formatted(
                        group("readiness", 25, "90", "80"), group("results", 50, "90", "85")))));
  }

  private static String group(String id, int criteria, String first, String second) {
    var all = new ArrayList<String>();
    for (int i = 1; i <= criteria; i++) {
      all.add(
          """
          {"id": "%s.%d", "title": "Tiêu chí %d", "maxPoints": 2, "evidenceRequired": false,
           "verifyBy": "document", "naAllowed": true, "naReason": "Không đánh giá",
           "scoring": {"type": "boolean", "value": "v", "pointsIfTrue": 2, "pointsIfFalse": 0,
             "inputs": [{"key": "v", "label": "Có", "kind": "boolean"}]}}
          """
              .formatted(id, i, i));
    }
    return """
    {"id": "%s", "title": "%s", "maxPoints": %d, "criteria": [%s],
     "levels": [{"code": "I", "label": "Mức I", "minPercent": %s, "minInclusive": true},
       {"code": "II", "label": "Mức II", "minPercent": %s, "minInclusive": true},
       {"code": "III", "label": "Mức III", "minPercent": 0, "minInclusive": true}]}
    """
        .formatted(id, id, 2 * criteria, String.join(",", all), first, second);
  }

  private static Standing standing(int place, String index) {
    return new Standing(
        new UnitCode("P%02d".formatted(place)),
        "Tỉnh %02d".formatted(place),
        Points.of(index),
        Points.of("100"),
        Optional.of(Points.of(index)),
        Optional.empty(),
        Points.ZERO,
        Optional.empty());
  }

  private static List<Integer> ranks(List<Standing> provinces, TieRule rule, Integer... places) {
    var byUnit = new HashMap<String, Integer>();
    Ranking.rank(provinces, rule)
        .forEach(line -> byUnit.put(line.standing().unit().value(), line.rank().orElseThrow()));
    return List.of(places).stream().map(place -> byUnit.get("P%02d".formatted(place))).toList();
  }
}
