package vn.minhbach.core.appraise.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.scoring.Scoring;

/** Which points a rule can give. */
class RuleValuesTest {

  private static final List<Criterion> CRITERIA =
      Stream.concat(
              CriteriaFixture.all().stream(),
              CriteriaFixture.foreign().criteria().values().stream())
          .toList();

  /** Whatever a unit declares, what it scores is among them. */
  @Property(tries = 200)
  void whatTheRuleGivesForAnyAnswerIsOneOfItsValues(@ForAll long seed) {
    var random = new Random(seed);
    for (Criterion criterion : CRITERIA) {
      Scoring.score(criterion, answer(criterion.rule(), random))
          .fold(refusal -> Optional.<Points>empty(), scored -> Optional.of(scored.score().points()))
          .ifPresent(points ->
              assertTrue(
                  RuleValues.gives(criterion, points), () -> criterion.id() + " gave " + points));
    }
  }

  @Test
  void whatNoAnswerReachesIsNone() {
    Criterion yesNo = first(ScoringRule.YesNo.class);
    List<Points> given = values(yesNo);
    assertEquals(
        Stream.of(
                ((ScoringRule.YesNo) yesNo.rule()).pointsIfFalse(),
                ((ScoringRule.YesNo) yesNo.rule()).pointsIfTrue())
            .sorted()
            .distinct()
            .toList(),
        given);
    Criterion choice = first(ScoringRule.Choice.class);
    assertEquals(
        ((ScoringRule.Choice) choice.rule())
            .options().stream().map(ScoringRule.Option::points).sorted().distinct().toList(),
        values(choice));
    assertFalse(RuleValues.gives(yesNo, yesNo.maxPoints().plus(Points.of("0.01"))));
    assertFalse(RuleValues.gives(yesNo, Points.of("-0.01")));
  }

  @Test
  void checklistGivesTheSumsOfItsItemsAndRatioEverything() {
    Criterion checklist = first(ScoringRule.Checklist.class);
    var sums = new TreeSet<Points>(List.of(Points.ZERO));
    for (ScoringRule.Item item : ((ScoringRule.Checklist) checklist.rule()).items()) {
      sums.addAll(sums.stream().map(item.points()::plus).toList());
    }
    assertEquals(List.copyOf(sums), values(checklist));
    Criterion ratio = first(ScoringRule.Ratio.class);
    assertEquals(
        ratio.maxPoints().value().movePointRight(2).intValueExact() + 1, values(ratio).size());
  }

  private static Criterion first(Class<? extends ScoringRule> rule) {
    return CRITERIA.stream().filter(one -> rule.isInstance(one.rule())).findFirst().orElseThrow();
  }

  private static List<Points> values(Criterion criterion) {
    return IntStream.rangeClosed(0, criterion.maxPoints().value().movePointRight(2).intValueExact())
        .mapToObj(cents -> new Points(BigDecimal.valueOf(cents, 2)))
        .filter(points -> RuleValues.gives(criterion, points))
        .toList();
  }

  private static Object answer(ScoringRule rule, Random random) {
    Map<String, Object> inputs = new HashMap<>();
    if (rule instanceof ScoringRule.Checklist checklist) {
      inputs.put(
          "items",
          checklist.items().stream()
              .filter(item -> random.nextBoolean())
              .map(ScoringRule.Item::key)
              .toList());
      return inputs;
    }
    for (ScoringRule.Part part : rule.parts()) {
      inputs.put(part.key(), answer(part.rule(), random));
    }
    int last = 0;
    for (Input input : rule.inputs().reversed()) {
      last =
          switch (input.kind()) {
            case INTEGER, DECIMAL -> {
              int number = last == 0 ? random.nextInt(40) : random.nextInt(last + 1);
              inputs.put(input.key(), number);
              yield number;
            }
            case BOOLEAN -> {
              inputs.put(input.key(), random.nextBoolean());
              yield 0;
            }
            case CHOICE -> {
              List<ScoringRule.Option> options = ((ScoringRule.Choice) rule).options();
              inputs.put(input.key(), options.get(random.nextInt(options.size())).value());
              yield 0;
            }
          };
    }
    return inputs;
  }
}
