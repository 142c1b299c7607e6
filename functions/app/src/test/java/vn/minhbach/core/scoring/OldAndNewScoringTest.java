package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.scoring.AnswerFixture.Answer;

/** Whatever is sent, an answer scores, and is refused, as it was by {@link OldScoring}. */
class OldAndNewScoringTest {

  private static final CriteriaSet FOREIGN = CriteriaFixture.foreign();

  private static final List<Criterion> CRITERIA = criteria();

  private static List<Criterion> criteria() {
    var all = new ArrayList<>(CriteriaFixture.all());
    all.addAll(FOREIGN.criteria().values());
    return all;
  }

  @net.jqwik.api.Example
  void coversAllNineKindsOfRules() {
    var kinds = new HashSet<Class<?>>();
    CRITERIA.forEach(criterion -> kinds(criterion.rule(), kinds));

    assertEquals(Set.of(ScoringRule.class.getPermittedSubclasses()), kinds);
  }

  private static void kinds(ScoringRule rule, Set<Class<?>> kinds) {
    kinds.add(rule.getClass());
    rule.parts().forEach(part -> kinds(part.rule(), kinds));
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Arbitraries.of(CRITERIA).flatMap(AnswerFixture::answers);
  }

  @Property(tries = 1000)
  void scoresAsBefore(@ForAll("answers") Answer answer) {
    assertSame(answer.criterion(), answer.inputs(), Bests.UNKNOWN);
  }

  @Property(tries = 500)
  void scoresAsBeforeByAnyBest(
      @ForAll("answers") Answer answer, @ForAll("answers") Answer other, @ForAll long seed) {
    var random = new Random(seed);
    var measured = new TreeMap<String, Measured>();
    for (Criterion criterion : List.of(answer.criterion(), other.criterion())) {
      vn.minhbach.core.criteria.Leaf.of(criterion)
          .forEach(leaf ->
              measured.put(
                  Bests.place(criterion.id(), leaf.place()),
                  new Measured(
                      BigDecimal.valueOf(random.nextInt(50)),
                      BigDecimal.valueOf(1 + random.nextInt(20)))));
    }
    assertSame(answer.criterion(), answer.inputs(), new Bests(measured));
  }

  /** What nobody should send: figures that are none, too many keys, too few, of another rule. */
  @Property(tries = 2000)
  void takesAndRefusesAsBefore(@ForAll("answers") Answer answer, @ForAll long seed) {
    assertSame(answer.criterion(), spoilt(answer.inputs(), new Random(seed), 0.3), Bests.UNKNOWN);
  }

  @Property(tries = 1000)
  void refusesTheAnswerToAnotherRuleAsBefore(
      @ForAll("answers") Answer answer, @ForAll("answers") Answer other) {
    assertSame(answer.criterion(), other.inputs(), Bests.UNKNOWN);
  }

  private static Object spoilt(Object value, Random random, double often) {
    if (random.nextDouble() < often / 2) {
      return junk(value, random);
    }
    return switch (value) {
      case Map<?, ?> map -> {
        var spoilt = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> {
          if (random.nextDouble() > often / 4) {
            spoilt.put((String) key, spoilt(inner, random, often));
          }
        });
        if (random.nextDouble() < often / 4) {
          spoilt.put(random.nextBoolean() ? "c" : "x" + random.nextInt(3), junk(1, random));
        }
        yield spoilt;
      }
      case List<?> list -> {
        var spoilt = new ArrayList<Object>();
        list.forEach(one -> spoilt.add(spoilt(one, random, often)));
        if (!list.isEmpty() && random.nextDouble() < often / 2) {
          spoilt.add(list.getFirst());
        }
        yield spoilt;
      }
      default -> value;
    };
  }

  private static Object junk(Object value, Random random) {
    Object[] junk = {
      null,
      true,
      false,
      -1,
      0,
      7,
      5_000_000_000L,
      BigInteger.valueOf(12),
      BigInteger.TEN.pow(30),
      new BigDecimal("3.50"),
      new BigDecimal("3.0000000"),
      new BigDecimal("1.23456789"),
      new BigDecimal("1E+3"),
      new BigDecimal("1E+999999"),
      new BigDecimal("1E-999999"),
      new BigDecimal("0E-999999999"),
      new BigDecimal("0E+999999999"),
      new BigDecimal("-0.5"),
      1.5,
      "",
      " ",
      "x",
      value + "\u200B",
      " " + value,
      value + "\n",
      "x".repeat(41),
      List.of(),
      List.of("i1", "i1"),
      new ArrayList<>(Arrays.asList("i1", null, 3)),
      List.copyOf(java.util.Collections.nCopies(101, "i1")),
      Map.of(),
      new HashMap<String, Object>(java.util.Collections.singletonMap("a", null)),
      Map.of("a", 1, "b", 2),
    };
    return junk[random.nextInt(junk.length)];
  }

  private static void assertSame(Criterion criterion, Object inputs, Bests bests) {
    Outcome<OldScoring.Told> before = OldScoring.score(criterion, inputs, bests);
    Outcome<Scored> after = Scoring.score(criterion, inputs, bests);

    assertEquals(refusal(before), refusal(after), () -> criterion.id() + " " + inputs);
    assertEquals(
        refusal(before), refusal(Scoring.points(criterion, inputs, bests)), criterion.id()::value);
    Optional<OldScoring.Told> told = before.fold(refusal -> Optional.empty(), Optional::of);
    if (told.isPresent()) {
      Scored scored = accepted(after);
      assertEquals(told.get().score(), scored.score());
      assertEquals(told.get().score(), accepted(Scoring.points(criterion, inputs, bests)));
      assertEquals(told.get().inputs(), scored.inputs());
      assertEquals(order(told.get().inputs()), order(scored.inputs()));
      assertEquals(told.get().measured(), scored.measured());
      assertEquals(told.get().derivation(), scored.derivation());
    }
  }

  /** Keys in order, which equality of maps does not look at. */
  private static List<Object> order(Map<?, ?> inputs) {
    var order = new ArrayList<Object>();
    inputs.forEach((key, value) -> {
      order.add(key);
      if (value instanceof Map<?, ?> inner) {
        order.add(order(inner));
      }
    });
    return order;
  }

  private static List<String> refusal(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> {
          var told = new ArrayList<String>();
          for (Language language : Language.values()) {
            told.add(refusal.detail(language));
            refusal
                .violations()
                .forEach(violation -> told.add(violation.place() + violation.detail(language)));
          }
          assertTrue(told.size() > 2);
          return told;
        },
        accepted -> List.of());
  }

  @Property(tries = 100)
  void sumsUpAsBefore(@ForAll long seed) {
    var random = new Random(seed);
    CriteriaSet set =
        random.nextInt(4) == 0
            ? FOREIGN
            : CriteriaFixture.set(CriteriaFixture.NAMES.get(random.nextInt(3)));
    var scores = new HashMap<vn.minhbach.core.CriterionId, CriterionScore>();
    set.criteria()
        .values()
        .forEach(
            criterion -> score(criterion, random).ifPresent(it -> scores.put(criterion.id(), it)));

    assertEquals(OldScorecard.of(set, scores), Scorecard.of(set, scores));
  }

  private static Optional<CriterionScore> score(Criterion criterion, Random random) {
    var points =
        new vn.minhbach.core.Points(
            criterion.maxPoints().value().multiply(BigDecimal.valueOf(random.nextDouble())));
    return Optional.ofNullable(
        switch (random.nextInt(8)) {
          case 0 -> new CriterionScore.NotApplicable();
          case 1 -> new CriterionScore.NotAssigned();
          case 2 -> new CriterionScore.Owed(points, random.nextBoolean());
          case 3 -> new CriterionScore.AwaitsBest(points);
          case 4 -> new CriterionScore.Unanswered();
          case 5 -> null;
          default -> new CriterionScore.Awarded(points);
        });
  }
}
