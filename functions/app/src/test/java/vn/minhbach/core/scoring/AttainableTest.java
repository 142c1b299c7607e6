package vn.minhbach.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.AnswerFixture.Answer;

class AttainableTest {

  @Provide
  Arbitrary<Answer> answers() {
    return AnswerFixture.answers();
  }

  @Property(tries = 3000)
  void noAnswerScoresWhatARuleIsSaidNotToGive(@ForAll("answers") Answer answer) {
    Scored scored = answer.scored();
    Attainable.of(answer.criterion())
        .filter(few -> !scored.dropped())
        .ifPresent(few -> assertTrue(few.contains(scored.score().points()), few::toString));
  }

  @Example
  void fewAreToldForRulesOfStepsAndNoneForThoseOfShares() {
    Set<String> told = new HashSet<>();
    Set<String> many = new HashSet<>();
    for (Criterion criterion : AnswerFixture.CRITERIA) {
      Optional<?> few = Attainable.of(criterion);
      (few.isPresent() ? told : many).add(criterion.rule().type());
      few.ifPresent(points ->
          assertEquals(
              criterion.maxPoints(), Attainable.of(criterion).get().getLast(), "full points"));
    }
    assertTrue(told.containsAll(Set.of("boolean", "choice", "tiers")), told::toString);
    assertEquals(Set.of("ratio"), intersection(many, Set.of("ratio", "boolean", "choice")));
  }

  /** II of the foreign set: what its parts give is added up, the best of alternatives is not. */
  @Example
  void partsAddUpAlternativesDoNot() {
    var found =
        CriteriaFixture.foreign().criteria().values().stream()
            .filter(one -> one.rule().type().equals("best"))
            .findFirst()
            .flatMap(Attainable::of)
            .orElseThrow();
    assertTrue(found.contains(Points.ZERO));
    assertTrue(found.size() <= Attainable.MOST);
    List<Criterion> sums =
        CriteriaFixture.foreign().criteria().values().stream()
            .filter(one -> one.rule().type().equals("sum"))
            .toList();
    // One of its parts is a share: so is the whole.
    assertEquals(Optional.empty(), Attainable.of(sums.getFirst()));
  }

  private static Set<String> intersection(Set<String> some, Set<String> others) {
    var both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
