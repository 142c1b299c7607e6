package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.criteria.CriteriaFixture.accepted;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.scoring.AnswerFixture.Answer;

/** Rules of parts, the second pass, bonus and penalty, on arbitrary answers to a whole set. */
class GroupBestPropertiesTest {

  private static final CriteriaSet SET = CriteriaFixture.foreign();

  /** A unit's answers to the whole set. */
  record Form(Map<CriterionId, Map<String, Object>> answers) {

    Map<String, Measured> measured() {
      var measured = new TreeMap<String, Measured>();
      scored(Bests.UNKNOWN).values().forEach(one -> measured.putAll(one.measured()));
      return measured;
    }

    Map<CriterionId, Scored> scored(Bests bests) {
      var scored = new LinkedHashMap<CriterionId, Scored>();
      answers.forEach((id, inputs) ->
          scored.put(id, accepted(Scoring.score(SET.criterion(id).orElseThrow(), inputs, bests))));
      return scored;
    }

    Scorecard card(Bests bests) {
      var scores = new HashMap<CriterionId, CriterionScore>();
      scored(bests).forEach((id, scored) -> scores.put(id, scored.score()));
      return Scorecard.of(SET, scores);
    }
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Arbitraries.of(List.copyOf(SET.criteria().values())).flatMap(AnswerFixture::answers);
  }

  @Provide
  Arbitrary<Form> forms() {
    List<Criterion> criteria = List.copyOf(SET.criteria().values());
    return Combinators.combine(criteria.stream().map(AnswerFixture::answers).toList())
        .as(answers -> {
          var form = new LinkedHashMap<CriterionId, Map<String, Object>>();
          answers.forEach(answer -> form.put(answer.criterion().id(), answer.inputs()));
          return new Form(form);
        });
  }

  @Provide
  Arbitrary<List<Form>> groups() {
    return forms().list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 2000)
  void staysWithinZeroAndTheMaximumPartByPart(@ForAll("answers") Answer answer) {
    Scored scored = answer.scored();

    assertWithin(scored.score().points(), answer.criterion().maxPoints());
    parts(scored.derivation()).forEach(part -> assertWithin(part.points(), part.max()));
  }

  @Property(tries = 1000)
  void answersTheSameForItsOwnNormalFormAndInAnyOrder(
      @ForAll("answers") Answer answer, @ForAll long seed) {
    Scored scored = answer.scored();

    assertEquals(scored, accepted(Scoring.score(answer.criterion(), scored.inputs())));
    assertEquals(
        scored,
        accepted(Scoring.score(answer.criterion(), shuffled(answer.inputs(), new Random(seed)))));
  }

  @Property(tries = 1000)
  void givesTheSumOfThePartsOrTheBestOfTheAlternatives(@ForAll("answers") Answer answer) {
    Scored scored = answer.scored();
    List<Points> points =
        parts(scored.derivation()).stream().map(Derivation.OfPart::points).toList();

    switch (scored.derivation()) {
      case Derivation.BySum sum -> assertEquals(Points.sum(points), scored.score().points());
      case Derivation.ByBestPart best ->
          assertEquals(Collections.max(points), scored.score().points());
      default -> assertEquals(List.of(), points);
    }
  }

  /** Another alternative never takes points away. */
  @Property(tries = 500)
  void growsWithEachAlternativeThatIsGiven(@ForAll("forms") Form form) {
    CriterionId id = new CriterionId("I.2");
    Criterion criterion = SET.criterion(id).orElseThrow();
    Map<String, Object> all = form.answers().get(id);
    Points best = accepted(Scoring.score(criterion, all)).score().points();
    all.forEach((key, inputs) ->
        assertTrue(
            accepted(Scoring.score(criterion, Map.of(key, inputs))).score().points().compareTo(best)
                <= 0));
  }

  @Property(tries = 500)
  void awaitsTheGroupsBestUntilItIsKnown(@ForAll("groups") List<Form> group) {
    Bests bests = bests(group);
    for (Form form : group) {
      form.measured()
          .keySet()
          .forEach(place -> {
            Criterion criterion = criterion(place);
            assertInstanceOf(
                CriterionScore.AwaitsBest.class,
                form.scored(Bests.UNKNOWN).get(criterion.id()).score());
            assertInstanceOf(
                CriterionScore.Awarded.class, form.scored(bests).get(criterion.id()).score());
          });
    }
  }

  @Property(tries = 500)
  void findsTheSameBestInAnyOrderAndAgain(@ForAll("groups") List<Form> group, @ForAll long seed) {
    Bests bests = bests(group);
    var shuffled = new ArrayList<>(group);
    Collections.shuffle(shuffled, new Random(seed));
    Bests other = bests(shuffled);

    bests
        .values()
        .forEach(
            (place, best) -> assertEquals(0, best.compareTo(other.values().get(place)), place));
    for (Form form : group) {
      assertEquals(form.card(bests), form.card(other));
      // The best of those who were measured by it is itself: a second pass changes nothing.
      var again = new ArrayList<Map<String, Measured>>();
      group.forEach(one ->
          again.add(
              one.scored(bests).values().stream()
                  .map(Scored::measured)
                  .collect(TreeMap::new, Map::putAll, Map::putAll)));
      assertEquals(bests, Bests.of(again));
    }
  }

  @Property(tries = 500)
  void givesTheBestFullPointsAndTheOthersNoMore(@ForAll("groups") List<Form> group) {
    Bests bests = bests(group);
    bests
        .values()
        .forEach((place, best) -> {
          Points max = leaf(place).maxPoints();
          for (Form form : group) {
            Measured own = form.measured().get(place);
            if (own != null) {
              Points points = own.points(max, best);
              assertWithin(points, max);
              assertEquals(
                  own.compareTo(best) == 0 && best.part().signum() > 0,
                  points.equals(max) && own.compareTo(best) >= 0 && best.part().signum() > 0);
            }
          }
        });
  }

  @Property(tries = 1000)
  void growsWithTheOwnValueAndFallsWithTheBest(
      @ForAll("values") Measured less,
      @ForAll("values") Measured more,
      @ForAll("values") Measured best) {
    Points max = Points.of("20");
    Measured least = less.compareTo(more) <= 0 ? less : more;
    Measured most = less.compareTo(more) <= 0 ? more : less;

    assertTrue(least.points(max, best).compareTo(most.points(max, best)) <= 0);
    if (least.part().signum() > 0) {
      assertTrue(best.points(max, most).compareTo(best.points(max, least)) <= 0);
    }
  }

  @Provide
  Arbitrary<Measured> values() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000), Arbitraries.integers().between(1, 1_000))
        .as((part, whole) -> new Measured(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }

  /** The board adds what waited to the sums of the first pass: the same as scoring all anew. */
  @Property(tries = 500)
  void addsUpTheSecondPassFromTheSumsOfTheFirst(@ForAll("groups") List<Form> group) {
    Bests bests = bests(group);
    for (Form form : group) {
      Scorecard first = form.card(Bests.UNKNOWN);
      Scorecard second = form.card(bests);
      Map<String, Points> added = bests.added(SET, points(first), form.measured());

      assertEquals(points(second), added);
      assertEquals(second.points(), Scorecard.total(SET, added, first.max()));
      assertEquals(second.max(), first.max());
    }
  }

  @Property(tries = 500)
  void keepsBonusAndPenaltyWithinTheirCapsAndTheIndexWithinAHundred(
      @ForAll("groups") List<Form> group) {
    Bests bests = bests(group);
    for (Form form : group) {
      Scorecard card = form.card(bests);
      Map<String, Points> points = points(card);
      for (CriteriaGroup one : SET.groups()) {
        assertWithin(points.get(one.id()), one.maxPoints());
      }
      assertWithin(card.points(), card.max());
      assertTrue(card.max().compareTo(SET.maxPoints()) <= 0);
      assertEquals(
          card.points(),
          clamped(
              points
                  .get("I")
                  .plus(points.get("II"))
                  .plus(least(points.get("T1").plus(points.get("T2")), Points.of("4")))
                  .minus(points.get("P")),
              card.max()));
    }
  }

  private static Points clamped(Points points, Points max) {
    return points.compareTo(Points.ZERO) < 0 ? Points.ZERO : least(points, max);
  }

  private static Points least(Points one, Points other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Map<String, Points> points(Scorecard card) {
    var points = new HashMap<String, Points>();
    card.groups().forEach(group -> points.put(group.group(), group.points()));
    return points;
  }

  private static Bests bests(List<Form> group) {
    return Bests.of(group.stream().map(Form::measured).toList());
  }

  private static Leaf leaf(String place) {
    Criterion criterion = criterion(place);
    return Leaf.of(criterion).stream()
        .filter(leaf -> Bests.place(criterion.id(), leaf.place()).equals(place))
        .findFirst()
        .orElseThrow();
  }

  private static Criterion criterion(String place) {
    return SET.criteria().values().stream()
        .filter(one -> place.equals(one.id().value()) || place.startsWith(one.id() + "."))
        .findFirst()
        .orElseThrow();
  }

  private static List<Derivation.OfPart> parts(Derivation derivation) {
    return switch (derivation) {
      case Derivation.BySum sum -> sum.parts();
      case Derivation.ByBestPart best -> best.given();
      default -> List.of();
    };
  }

  private static Map<String, Object> shuffled(Map<String, Object> inputs, Random random) {
    var keys = new ArrayList<>(inputs.keySet());
    Collections.shuffle(keys, random);
    var shuffled = new LinkedHashMap<String, Object>();
    keys.forEach(key -> shuffled.put(key, inputs.get(key)));
    return shuffled;
  }

  private static void assertWithin(Points points, Points max) {
    assertTrue(
        points.compareTo(Points.ZERO) >= 0 && points.compareTo(max) <= 0, points + " of " + max);
  }
}
