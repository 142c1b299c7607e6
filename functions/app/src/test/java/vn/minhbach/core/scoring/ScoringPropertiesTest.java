package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.scoring.AnswerFixture.Answer;

class ScoringPropertiesTest {

  @Provide
  Arbitrary<Answer> answers() {
    return AnswerFixture.answers();
  }

  /** Answers to criteria whose rule looks at a part of a whole. */
  @Provide
  Arbitrary<Answer> shares() {
    return Arbitraries.of(
            AnswerFixture.CRITERIA.stream().filter(it -> it.inputs().size() == 2).toList())
        .flatMap(AnswerFixture::answers);
  }

  @Provide
  Arbitrary<Answer> ratios() {
    return Arbitraries.of(
            AnswerFixture.CRITERIA.stream()
                .filter(it -> it.rule() instanceof ScoringRule.Ratio)
                .toList())
        .flatMap(AnswerFixture::answers);
  }

  @Example
  void coversAllRealCriteriaAndAllSixRules() {
    assertEquals(99, AnswerFixture.CRITERIA.size());
    assertEquals(6, AnswerFixture.CRITERIA.stream().map(it -> it.rule().type()).distinct().count());
  }

  @Property(tries = 4000)
  void staysWithinZeroAndTheMaximum(@ForAll("answers") Answer answer) {
    Scored scored = answer.scored();

    assertTrue(scored.score().points().compareTo(Points.ZERO) >= 0);
    assertTrue(scored.score().points().compareTo(answer.criterion().maxPoints()) <= 0);
    assertTrue(!scored.dropped() || answer.criterion().naAllowed());
  }

  @Property(tries = 1000)
  void answersTheSameTwiceAndForItsOwnNormalForm(@ForAll("answers") Answer answer) {
    Scored scored = answer.scored();

    assertEquals(scored, answer.scored());
    assertEquals(scored, accepted(Scoring.score(answer.criterion(), scored.inputs())));
  }

  @Property(tries = 2000)
  void roundsTheExactRatioOnceHalfUp(@ForAll("ratios") Answer answer) {
    BigDecimal a = number(answer, "a");
    BigDecimal b = number(answer, "b");
    if (b.signum() == 0) {
      return;
    }
    BigDecimal target = ((ScoringRule.Ratio) answer.criterion().rule()).target();
    BigDecimal needed = b.multiply(target);
    BigDecimal exactTimesNeeded = answer.criterion().maxPoints().value().multiply(a.min(needed));
    BigDecimal error =
        answer.scored().score().points().value().multiply(needed).subtract(exactTimesNeeded);

    // −0.005 < points − exact ≤ 0.005, multiplied out so that nothing is divided here either.
    BigDecimal half = needed.multiply(new BigDecimal("0.005"));
    assertTrue(error.compareTo(half) <= 0 && error.compareTo(half.negate()) > 0);
  }

  @Property(tries = 2000)
  void neverFallsWhenMoreIsAchieved(
      @ForAll("shares") Answer answer, @ForAll @IntRange(max = 1000) int permille) {
    BigDecimal a = number(answer, "a");
    BigDecimal b = number(answer, "b");
    BigDecimal more = b.subtract(a).multiply(BigDecimal.valueOf(permille)).movePointLeft(3);
    BigDecimal raised = a.add(more.setScale(0, RoundingMode.DOWN));

    Points before = answer.scored().score().points();
    Points after = with(answer, raised, b).scored().score().points();

    assertTrue(after.compareTo(before) >= 0, before + " fell to " + after);
  }

  @Property(tries = 2000)
  void dependsOnTheShareAlone(
      @ForAll("shares") Answer answer, @ForAll @IntRange(min = 1, max = 1000) int factor) {
    BigDecimal k = BigDecimal.valueOf(factor);
    BigDecimal a = number(answer, "a");
    BigDecimal b = number(answer, "b");
    if (b.multiply(k).compareTo(Input.MAX) > 0) {
      return;
    }

    assertEquals(
        answer.scored().score(), with(answer, a.multiply(k), b.multiply(k)).scored().score());
  }

  @Provide
  Arbitrary<Map<CriterionId, Answer>> forms() {
    return Arbitraries.of(CriteriaFixture.NAMES)
        .map(CriteriaFixture::set)
        .flatMap(set ->
            Combinators.combine(
                    set.criteria().values().stream().map(AnswerFixture::answers).toList())
                .as(ScoringPropertiesTest::byCriterion));
  }

  private static Map<CriterionId, Answer> byCriterion(List<Answer> answers) {
    var form = new LinkedHashMap<CriterionId, Answer>();
    answers.forEach(answer -> form.put(answer.criterion().id(), answer));
    return form;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sumsRoundedPartsOfWhatApplies(@ForAll("forms") Map<CriterionId, Answer> form) {
    CriteriaSet set = setOf(form);
    var scores = new TreeMap<CriterionId, CriterionScore>();
    BigDecimal points = BigDecimal.ZERO;
    BigDecimal max = BigDecimal.ZERO;
    for (Answer answer : form.values()) {
      Scored scored = answer.scored();
      scores.put(answer.criterion().id(), scored.score());
      if (!scored.dropped()) {
        points = points.add(scored.points().orElseThrow().value());
        max = max.add(answer.criterion().maxPoints().value());
      }
    }

    Scorecard card = Scorecard.of(set, scores);

    assertEquals(new Points(points), card.points());
    assertEquals(new Points(max), card.max());
    assertEquals(
        card.points(),
        Points.sum(card.groups().stream().map(Scorecard.GroupTotal::points).toList()));
    assertEquals(List.of(), card.unanswered());
    Points index = card.index().orElseThrow();
    assertTrue(index.compareTo(Points.ZERO) >= 0 && index.compareTo(Points.of("100")) <= 0);
    assertEquals(set.levelOf(index), card.level().orElseThrow());
    // The index is within half a hundredth of the exact percentage.
    BigDecimal error = index.value().multiply(max).subtract(points.movePointRight(2)).abs();
    assertTrue(error.compareTo(max.multiply(new BigDecimal("0.005"))) <= 0);
  }

  private static CriteriaSet setOf(Map<CriterionId, Answer> form) {
    Criterion first = form.values().iterator().next().criterion();
    return CriteriaFixture.NAMES.stream()
        .map(CriteriaFixture::set)
        .filter(set -> set.criteria().size() == form.size())
        .filter(set -> set.criteria().get(first.id()).equals(first))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal number(Answer answer, String key) {
    return (BigDecimal) answer.inputs().get(key);
  }

  private static Answer with(Answer answer, BigDecimal a, BigDecimal b) {
    return new Answer(answer.criterion(), Map.of("a", a, "b", b));
  }
}
