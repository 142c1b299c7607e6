package vn.minhbach.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scoring;

/** A commune's form of the plan's set, from the figures as they were sent to its scorecard. */
final class ScoringBench {

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final BigDecimal NOUGHT = new BigDecimal("0.00");

  /** Different ones, so that no branch is learnt by heart. */
  private static final int FORMS = 256;

  /** Kept, so that no compiler leaves the work out. */
  private static volatile Object sink;

  private final CriteriaSet set = set();
  private final Set<Points> shared = shared(set);
  private final ByHand hand = new ByHand(set);
  private final List<List<Map<String, Object>>> forms = new ArrayList<>();

  /** What a run costs: CPU microseconds and bytes a form. */
  private record Cost(double micros, double bytes) {}

  ScoringBench() {
    var random = new Random(131);
    for (int i = 0; i < FORMS; i++) {
      List<Map<String, Object>> form = new ArrayList<>();
      set.criteria().values().forEach(criterion -> form.add(answer(criterion.rule(), random)));
      forms.add(form);
    }
  }

  List<Measure> run(int samples, int rounds) {
    for (List<Map<String, Object>> form : forms) {
      BigDecimal ours = card(form).index().orElseThrow().value();
      if (ours.compareTo(hand.index(form)) != 0) {
        throw new IllegalStateException("the two do not agree: " + ours + " of " + form);
      }
    }
    double[] ours = new double[samples];
    double[] theirs = new double[samples];
    double[] bytes = new double[samples];
    double[] returned = new double[samples];
    double[] handBytes = new double[samples];
    List<Scorecard> cards = forms.stream().map(this::card).toList();
    // Until the compiler is through with all of them.
    for (int i = 0; i < 3; i++) {
      cost(rounds, forms, this::card);
      cost(rounds, forms, hand::index);
      cost(rounds, cards, this::copy);
    }
    for (int i = 0; i < samples; i++) {
      Cost own = cost(rounds, forms, this::card);
      Cost other = cost(rounds, forms, hand::index);
      ours[i] = own.micros;
      theirs[i] = other.micros;
      bytes[i] = own.bytes;
      handBytes[i] = other.bytes;
      returned[i] = cost(rounds, cards, this::copy).bytes;
    }
    double[] beside = new double[samples];
    double[] allowed = new double[samples];
    for (int i = 0; i < samples; i++) {
      beside[i] = (bytes[i] - returned[i]) / 1_000;
      allowed[i] = 4;
    }
    return List.of(
        new Measure(
            "scoring a commune form, CPU µs",
            ours,
            "exact decimals by hand",
            theirs,
            Optional.of(3.0)),
        new Measure(
            "the same against the clock, CPU µs",
            ours,
            "5 µs",
            filled(samples, 5),
            Optional.of(1.0)),
        new Measure(
            "allocated beside the scorecard, kB", beside, "4 kB", allowed, Optional.of(1.0)),
        new Measure(
            "allocated with the scorecard, kB",
            thousands(bytes),
            "exact decimals by hand, no scorecard",
            thousands(handBytes),
            Optional.empty()));
  }

  private static double[] filled(int samples, double value) {
    double[] filled = new double[samples];
    Arrays.fill(filled, value);
    return filled;
  }

  private static double[] thousands(double[] bytes) {
    return Arrays.stream(bytes).map(one -> one / 1_000).toArray();
  }

  private Scorecard card(List<Map<String, Object>> form) {
    Iterator<Map<String, Object>> answers = form.iterator();
    return Scorecard.of(
        set,
        criterion ->
            Scoring.points(criterion, answers.next()).fold(refusal -> null, score -> score));
  }

  /** The scorecard alone, made anew of the same numbers: what of the bytes is the answer itself. */
  private Scorecard copy(Scorecard card) {
    var lines = new Scorecard.Line[card.lines().size()];
    for (int i = 0; i < lines.length; i++) {
      Scorecard.Line line = card.lines().get(i);
      CriterionScore score =
          line.score().applicable()
              ? new CriterionScore.Awarded(copy(line.score().points()))
              : new CriterionScore.NotApplicable();
      lines[i] = new Scorecard.Line(line.criterion(), line.max(), score);
    }
    var groups = new Scorecard.GroupTotal[card.groups().size()];
    for (int i = 0; i < groups.length; i++) {
      Scorecard.GroupTotal group = card.groups().get(i);
      groups[i] =
          new Scorecard.GroupTotal(
              group.group(),
              group.kind(),
              copy(group.points()),
              copy(group.max()),
              group.percent().map(this::copy),
              group.converted().map(this::copy),
              group.level());
    }
    return new Scorecard(
        List.of(lines),
        List.of(groups),
        copy(card.points()),
        copy(card.max()),
        card.index().map(this::copy),
        card.level());
  }

  // What the set has anyway is not part of the answer; an addition makes a number and nothing else.
  private Points copy(Points points) {
    return shared.contains(points) ? points : new Points(points.value().add(NOUGHT));
  }

  private static Set<Points> shared(CriteriaSet set) {
    Set<Points> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    shared.add(Points.ZERO);
    for (Criterion criterion : set.criteria().values()) {
      shared.add(criterion.maxPoints());
      switch (criterion.rule()) {
        case ScoringRule.Tiers tiers -> {
          tiers.tiers().forEach(tier -> shared.add(tier.points()));
          shared.add(tiers.otherwise());
        }
        case ScoringRule.YesNo yesNo -> {
          shared.add(yesNo.pointsIfTrue());
          shared.add(yesNo.pointsIfFalse());
        }
        case ScoringRule.Choice choice ->
            choice.options().forEach(option -> shared.add(option.points()));
        default -> {
          // The others make new numbers, or give the maximum.
        }
      }
    }
    return shared;
  }

  private static <T> Cost cost(int rounds, List<T> of, Function<T, ?> work) {
    long thread = Thread.currentThread().threadId();
    long bytes = THREAD.getThreadAllocatedBytes(thread);
    long nanos = THREAD.getCurrentThreadCpuTime();
    for (int round = 0; round < rounds; round++) {
      for (T one : of) {
        sink = work.apply(one);
      }
    }
    double count = (double) rounds * of.size();
    return new Cost(
        (THREAD.getCurrentThreadCpuTime() - nanos) / 1e3 / count,
        (THREAD.getThreadAllocatedBytes(thread) - bytes) / count);
  }

  private static CriteriaSet set() {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    try (InputStream file =
        CriteriaSet.class.getResourceAsStream("/campaigns/131-2020/criteria-commune.json")) {
      return CriteriaSet.read(json.readValue(file, Object.class))
          .fold(
              refusal -> {
                throw new IllegalStateException(refusal.toString());
              },
              read -> read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Figures as a JSON reader leaves them. */
  private static Map<String, Object> answer(ScoringRule rule, Random random) {
    var figures = new LinkedHashMap<String, Object>();
    switch (rule) {
      case ScoringRule.Checklist checklist ->
          figures.put(
              "items",
              checklist.items().stream()
                  .map(ScoringRule.Item::key)
                  .filter(item -> random.nextBoolean())
                  .toList());
      case ScoringRule.YesNo yesNo -> figures.put(yesNo.value().key(), random.nextBoolean());
      case ScoringRule.Choice choice ->
          figures.put(
              choice.value().key(),
              choice.options().get(random.nextInt(choice.options().size())).value());
      default -> {
        // A part first, then its whole.
        int least = 0;
        for (Input input : rule.inputs()) {
          least = least + random.nextInt(5_000);
          figures.put(input.key(), least);
        }
      }
    }
    return figures;
  }
}
