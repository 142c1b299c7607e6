package vn.minhbach.core.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.criteria.ScoringRule.Checklist;
import vn.minhbach.core.criteria.ScoringRule.Choice;
import vn.minhbach.core.criteria.ScoringRule.Item;
import vn.minhbach.core.criteria.ScoringRule.Share;

/** Arbitrary valid answers to real criteria. */
final class AnswerFixture {

  static final List<Criterion> CRITERIA = CriteriaFixture.all();

  record Answer(Criterion criterion, Map<String, Object> inputs) {
    Scored scored() {
      return CriteriaFixture.accepted(Scoring.score(criterion, inputs));
    }
  }

  private AnswerFixture() {}

  static Arbitrary<Answer> answers() {
    return Arbitraries.of(CRITERIA).flatMap(AnswerFixture::answers);
  }

  static Arbitrary<Answer> answers(Criterion criterion) {
    return inputs(criterion.rule()).map(inputs -> new Answer(criterion, inputs));
  }

  private static Arbitrary<Map<String, Object>> inputs(ScoringRule rule) {
    return switch (rule) {
      case ScoringRule.Ratio ratio -> share(ratio.share());
      case ScoringRule.Tiers tiers ->
          switch (tiers.measure()) {
            case Share share -> share(share);
            case ScoringRule.Amount amount ->
                number(amount.value()).map(n -> Map.of(amount.value().key(), (Object) n));
          };
      case ScoringRule.YesNo yesNo ->
          Arbitraries.of(true, false).map(v -> Map.of(yesNo.value().key(), (Object) v));
      case Choice choice ->
          Arbitraries.of(choice.options())
              .map(option -> Map.of(choice.value().key(), (Object) option.value()));
      case ScoringRule.Count count ->
          number(count.value()).map(n -> Map.of(count.value().key(), (Object) n));
      case Checklist checklist ->
          Arbitraries.subsetOf(checklist.items().stream().map(Item::key).toList())
              .map(items -> Map.of("items", (Object) List.copyOf(items)));
      case ScoringRule.Sum sum -> parts(sum.parts());
      // Any of them but none.
      case ScoringRule.Best best ->
          Arbitraries.subsetOf(best.alternatives())
              .ofMinSize(1)
              .flatMap(given -> parts(List.copyOf(given)));
      case ScoringRule.RelativeToBest relative ->
          switch (relative.measure()) {
            case Share share -> share(share);
            case ScoringRule.Amount amount ->
                number(amount.value()).map(n -> Map.of(amount.value().key(), (Object) n));
          };
    };
  }

  private static Arbitrary<Map<String, Object>> parts(List<ScoringRule.Part> parts) {
    return Combinators.combine(parts.stream().map(part -> inputs(part.rule())).toList())
        .as(answers -> {
          var inputs = new LinkedHashMap<String, Object>();
          for (int i = 0; i < parts.size(); i++) {
            inputs.put(parts.get(i).key(), answers.get(i));
          }
          return inputs;
        });
  }

  /** A part of a whole; small wholes often, since rounding bites there. */
  static Arbitrary<Map<String, Object>> share(Share share) {
    Input part = share.numerator();
    Input whole = share.denominator();
    return number(whole)
        .flatMap(b ->
            upTo(b, part.decimals())
                .map(a -> Map.of(part.key(), (Object) a, whole.key(), (Object) b)));
  }

  private static Arbitrary<BigDecimal> number(Input input) {
    return Arbitraries.oneOf(
        upTo(BigDecimal.valueOf(30), input.decimals()),
        upTo(BigDecimal.valueOf(10_000), input.decimals()),
        upTo(Input.MAX, input.decimals()));
  }

  private static Arbitrary<BigDecimal> upTo(BigDecimal max, int decimals) {
    BigInteger most = max.movePointRight(decimals).toBigIntegerExact();
    return Arbitraries.bigIntegers()
        .between(BigInteger.ZERO, most)
        .map(units -> new BigDecimal(units, decimals));
  }
}
