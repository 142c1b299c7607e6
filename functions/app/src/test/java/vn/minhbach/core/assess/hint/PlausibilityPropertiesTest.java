package vn.minhbach.core.assess.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.prepare.campaign.DeskSettings;

/** What holds of warnings whatever a unit answers. */
class PlausibilityPropertiesTest {

  private static final List<CriteriaSet> SETS =
      List.of(CriteriaFixture.department(), CriteriaFixture.district(), CriteriaFixture.commune());
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Set<Problem> OF_PROOF =
      Set.of(HintProblem.ALL_WITHOUT_EVIDENCE, HintProblem.FULL_POINTS_WITHOUT_EVIDENCE);
  private static final Set<Problem> OF_YEARS =
      Set.of(HintProblem.SHARE_JUMPED, HintProblem.FIGURE_JUMPED);

  /** Some answers to some criteria of a set, drawn from a seed. */
  private static Map<CriterionId, Answer> answers(CriteriaSet set, Random random) {
    var answers = new LinkedHashMap<CriterionId, Answer>();
    for (Criterion criterion : set.criteria().values()) {
      if (random.nextInt(4) > 0) {
        answers.put(criterion.id(), answer(criterion, random));
      }
    }
    return answers;
  }

  private static Answer answer(Criterion criterion, Random random) {
    if (criterion.naAllowed() && random.nextInt(3) == 0) {
      return new Answer(
          criterion.id(),
          new Answer.Content(
              Map.of(),
              Optional.of("x".repeat(1 + random.nextInt(20))),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          Answer.Authorship.own(1, Instant.EPOCH, "sub"),
          1);
    }
    var inputs = new HashMap<String, Object>();
    if (criterion.rule() instanceof ScoringRule.Checklist list) {
      inputs.put("items", List.of(list.items().getFirst().key()));
    }
    int whole = 1 + random.nextInt(50);
    for (Input input : criterion.inputs()) {
      inputs.put(
          input.key(),
          switch (input.kind()) {
            case INTEGER, DECIMAL -> input.key().equals("b") ? whole : random.nextInt(whole + 1);
            case BOOLEAN -> random.nextBoolean();
            case CHOICE -> ((ScoringRule.Choice) criterion.rule()).options().getFirst().value();
          });
    }
    return PlausibilityTest.answer(criterion, inputs);
  }

  private static Map<CriterionId, LastYear.Figure> figures(Map<CriterionId, Answer> answers) {
    var figures = new HashMap<CriterionId, LastYear.Figure>();
    answers.forEach((id, answer) ->
        figures.put(
            id, new LastYear.Figure(answer.inputs(), answer.notApplicable(), answer.points())));
    return figures;
  }

  private static List<Plausibility.Warning> warnings(
      CriteriaSet set,
      Map<CriterionId, Answer> answers,
      Map<CriterionId, Integer> files,
      Map<CriterionId, LastYear.Figure> before) {
    return Plausibility.of(
        new Plausibility.Facts(
            set, answers, files, before, Optional.empty(), DeskSettings.DEFAULT));
  }

  @Property(tries = 300)
  void everyWarningIsOfAnAnsweredCriterionAndFillsItsWords(
      @ForAll long seed, @ForAll @IntRange(max = 2) int group) {
    CriteriaSet set = SETS.get(group);
    Random random = new Random(seed);
    Map<CriterionId, Answer> answers = answers(set, random);
    for (Plausibility.Warning warning :
        warnings(set, answers, Map.of(), figures(answers(set, random)))) {
      assertTrue(answers.containsKey(warning.criterion()));
      for (Language language : Language.values()) {
        SLOT.matcher(warning.fault().problem().text(language))
            .results()
            .map(slot -> slot.group(1))
            .forEach(
                slot -> assertTrue(warning.fault().facts().containsKey(slot), warning::toString));
      }
    }
  }

  @Property(tries = 300)
  void evidenceOnlyEverEndsWarningsOfProof(
      @ForAll long seed, @ForAll @IntRange(max = 2) int group) {
    CriteriaSet set = SETS.get(group);
    Map<CriterionId, Answer> answers = answers(set, new Random(seed));
    Map<CriterionId, Integer> all =
        answers.keySet().stream().collect(Collectors.toMap(id -> id, id -> 1));
    List<Plausibility.Warning> bare = warnings(set, answers, Map.of(), Map.of());
    assertEquals(
        bare.stream().filter(warning -> !OF_PROOF.contains(warning.fault().problem())).toList(),
        warnings(set, answers, all, Map.of()));
  }

  @Property(tries = 300)
  void theSameFiguresAgainAreNoJump(@ForAll long seed, @ForAll @IntRange(max = 2) int group) {
    CriteriaSet set = SETS.get(group);
    Map<CriterionId, Answer> answers = answers(set, new Random(seed));
    assertEquals(
        warnings(set, answers, Map.of(), Map.of()),
        warnings(set, answers, Map.of(), figures(answers)));
  }

  @Property(tries = 300)
  void lastYearOnlyEverAddsWarningsOfYears(
      @ForAll long seed, @ForAll @IntRange(max = 2) int group) {
    CriteriaSet set = SETS.get(group);
    Random random = new Random(seed);
    Map<CriterionId, Answer> answers = answers(set, random);
    List<Plausibility.Warning> with =
        warnings(set, answers, Map.of(), figures(answers(set, random)));
    assertEquals(
        warnings(set, answers, Map.of(), Map.of()),
        with.stream().filter(warning -> !OF_YEARS.contains(warning.fault().problem())).toList());
  }

  @Property(tries = 100)
  void anUnansweredFormHasNone(@ForAll long seed, @ForAll @IntRange(max = 2) int group) {
    CriteriaSet set = SETS.get(group);
    assertEquals(
        List.of(), warnings(set, Map.of(), Map.of(), figures(answers(set, new Random(seed)))));
  }
}
