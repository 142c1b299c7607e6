package vn.minhbach.core.assess.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Role;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.AnswerFact;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.memory.Province;

/** The merge against an oracle that knows only what each hand typed, in what order. */
class MergePropertiesTest {

  private static final String UNIT = "SNV";

  /** Values that a criterion may be given; the last one breaks its rule. */
  private static final Map<String, List<Map<String, Object>>> VALUES = values();

  private static Map<String, List<Map<String, Object>>> values() {
    var values = new LinkedHashMap<String, List<Map<String, Object>>>();
    for (String ratio : List.of("I.1", "I.2", "I.4")) {
      values.put(ratio, List.of(inputs(1, 9), inputs(2, 9), inputs(3, 9), inputs(10, 9)));
    }
    values.put(
        "I.3", List.of(yes(true), yes(false), noted(yes(true)), Map.of("inputs", Map.of("v", 3))));
    values.put(
        "II.9",
        List.of(
            inputs(1, 9),
            Map.of("notApplicable", "Không có thủ tục"),
            Map.of("notApplicable", "Chưa phát sinh"),
            inputs(-1, 9)));
    return values;
  }

  private static Map<String, Object> inputs(int part, int whole) {
    return Map.of("inputs", Map.of("a", part, "b", whole));
  }

  private static Map<String, Object> yes(boolean value) {
    return Map.of("inputs", Map.of("v", value));
  }

  private static Map<String, Object> noted(Map<String, Object> answer) {
    var noted = new HashMap<>(answer);
    noted.put("note", "Quyết định 45/QĐ");
    return noted;
  }

  /** One hand types one value. */
  record Edit(String criterion, int value) {
    private Map<String, Object> typed() {
      return VALUES.get(criterion).get(value);
    }
  }

  @Provide
  Arbitrary<List<Edit>> valid() {
    return edits(2);
  }

  @Provide
  Arbitrary<List<Edit>> any() {
    return edits(3);
  }

  private static Arbitrary<List<Edit>> edits(int last) {
    return Combinators.combine(
            Arbitraries.of(VALUES.keySet()), Arbitraries.integers().between(0, last))
        .as(Edit::new)
        .list()
        .ofMaxSize(8);
  }

  /** What is at each criterion by value, and how often it was changed there. */
  private static final class Side {
    private final Map<String, Integer> values = new TreeMap<>();
    private final Map<String, Integer> changes = new TreeMap<>();

    private void apply(Edit edit) {
      if (!Objects.equals(values.put(edit.criterion(), edit.value()), edit.value())) {
        changes.merge(edit.criterion(), 1, Integer::sum);
      }
    }
  }

  /** The three ways, said again without etags. */
  private static final class Oracle {
    private final Map<String, Integer> result = new TreeMap<>();
    private final TreeSet<String> conflicts = new TreeSet<>();
    private final TreeSet<String> faults = new TreeSet<>();
    private boolean changes;

    private Oracle(Map<String, Integer> base, Map<String, Integer> mine, Side online) {
      result.putAll(online.values);
      mine.forEach((criterion, own) -> {
        Integer there = online.values.get(criterion);
        boolean movedThere = online.changes.containsKey(criterion);
        if (Objects.equals(own, there)) {
          return;
        }
        if (!movedThere) {
          changes = true;
          result.put(criterion, own);
          if (own == 3) {
            faults.add(criterion);
          }
        } else if (!Objects.equals(own, base.get(criterion))) {
          conflicts.add(criterion);
        }
      });
    }

    private String kind() {
      if (!conflicts.isEmpty()) {
        return "conflict";
      }
      return faults.isEmpty() ? changes ? "change" : "nothing" : "fault";
    }
  }

  /** Anew for each try. */
  private Province province;

  private void online(Edit edit) {
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit(UNIT),
            new CriterionId(edit.criterion()),
            Province.by(UNIT, OPENED, Role.UNIT),
            new Condition(Optional.ofNullable(stored().get(edit.criterion())).map(Answer::etag)),
            AnswerDraft.read(edit.typed())));
  }

  private Map<String, Answer> stored() {
    var stored = new TreeMap<String, Answer>();
    province
        .memory
        .submissions()
        .form(ID, province.unit(UNIT).code())
        .ifPresent(form -> form.answers().forEach((id, answer) -> stored.put(id.value(), answer)));
    return stored;
  }

  private Map<String, Object> copy(
      Map<String, Map<String, Object>> bases, Map<String, Integer> mine) {
    var answers = new TreeMap<String, Object>();
    mine.forEach((criterion, value) -> answers.put(criterion, VALUES.get(criterion).get(value)));
    long version = province.campaign().criteriaVersions().get(1);
    return Map.of(
        "basedOn", Map.of("criteriaVersion", version, "answers", bases), "answers", answers);
  }

  private static Map<String, Map<String, Object>> bases(
      Map<String, Answer> stored, Map<String, Integer> values) {
    var bases = new TreeMap<String, Map<String, Object>>();
    for (String criterion : VALUES.keySet()) {
      var base = new HashMap<String, Object>();
      if (stored.containsKey(criterion)) {
        base.putAll(VALUES.get(criterion).get(values.get(criterion)));
      }
      base.put("etag", stored.containsKey(criterion) ? stored.get(criterion).etag() : null);
      bases.put(criterion, base);
    }
    return bases;
  }

  /** What is stored is what the values say, whoever typed them. */
  private void assertStored(Map<String, Integer> values) {
    Province expected = Province.opened();
    var told = new TreeMap<String, String>();
    values.forEach((criterion, value) -> {
      Answer answer =
          accepted(expected.save(UNIT, criterion, VALUES.get(criterion).get(value), OPENED));
      told.put(criterion, AnswerFact.Given.of(answer.withVersion(0)).toString());
    });
    var found = new TreeMap<String, String>();
    stored()
        .forEach((criterion, answer) ->
            found.put(criterion, AnswerFact.Given.of(answer.withVersion(0)).toString()));
    assertEquals(told, found);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void isWhatTheOracleSaysTwiceIsOnceAndNothingIsLost(
      @ForAll("valid") List<Edit> before,
      @ForAll("any") List<Edit> offline,
      @ForAll("valid") List<Edit> meanwhile,
      @ForAll boolean everything) {
    province = Province.opened();
    var began = new Side();
    before.forEach(edit -> {
      online(edit);
      began.apply(edit);
    });
    Map<String, Map<String, Object>> bases = bases(stored(), began.values);
    // A copy sends all its answers, or only those that its hand touched.
    var mine = new TreeMap<String, Integer>(everything ? began.values : Map.of());
    offline.forEach(edit -> mine.put(edit.criterion(), edit.value()));
    var there = new Side();
    there.values.putAll(began.values);
    meanwhile.forEach(edit -> {
      online(edit);
      there.apply(edit);
    });

    var oracle = new Oracle(began.values, mine, there);
    Statistics.collect(oracle.kind());
    Statistics.coverage(coverage -> {
      for (String kind : List.of("conflict", "fault", "change", "nothing")) {
        coverage.check(kind).percentage(percent -> percent > 3);
      }
    });
    int entries = province.memory.entries();
    Outcome<MergePlan> outcome = province.merge(UNIT, copy(bases, mine), OPENED);
    if (oracle.conflicts.isEmpty() && oracle.faults.isEmpty()) {
      accepted(outcome);
      assertStored(oracle.result);
      assertEquals(entries + (oracle.changes ? 1 : 0), province.memory.entries());
      // Sent again, as after a lost answer: nothing more happens.
      accepted(province.merge(UNIT, copy(bases, mine), OPENED));
      assertEquals(entries + (oracle.changes ? 1 : 0), province.memory.entries());
      assertStored(oracle.result);
      return;
    }
    Refusal refusal = outcome.fold(found -> found, plan -> null);
    assertTrue(refusal != null, "refused as a whole");
    assertEquals(entries, province.memory.entries());
    assertStored(there.values);
    var named = new TreeSet<String>();
    refusal
        .violations()
        .forEach(one ->
            VALUES.keySet().stream()
                .filter(id -> (one.place() + ".").startsWith("answers." + id + "."))
                .forEach(named::add));
    var expected = new TreeSet<>(oracle.conflicts);
    expected.addAll(oracle.faults);
    assertEquals(expected, named);
    settle(bases, mine, there, oracle);
  }

  /** Own values over newer etags; what breaks a rule is left out. */
  private void settle(
      Map<String, Map<String, Object>> bases,
      Map<String, Integer> mine,
      Side there,
      Oracle oracle) {
    Map<String, Map<String, Object>> newer = bases(stored(), there.values);
    oracle.conflicts.forEach(criterion -> bases.put(criterion, newer.get(criterion)));
    mine.values().removeIf(value -> value == 3);
    var result = new TreeMap<>(there.values);
    mine.forEach((criterion, value) -> {
      if (oracle.conflicts.contains(criterion) || !there.changes.containsKey(criterion)) {
        result.put(criterion, value);
      }
    });
    accepted(province.merge(UNIT, copy(bases, mine), OPENED));
    assertStored(result);
  }
}
