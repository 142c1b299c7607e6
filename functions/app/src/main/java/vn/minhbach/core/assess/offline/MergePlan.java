package vn.minhbach.core.assess.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.criteria.Leaf;

/**
 * What a merge of an offline copy does, or would do.
 *
 * @param head of the form, after the merge where it was written
 * @param taken answers changed in the copy only, as they are stored, or would be
 * @param kept answers changed in the form only, as they are stored
 * @param conflicts criteria changed on both sides, differently
 * @param faults what of the copy cannot be stored, each at its place as {@code
 *     answers.I.1.inputs.a}
 */
public record MergePlan(
    Head head,
    List<Answer> taken,
    List<Answer> kept,
    List<Conflict> conflicts,
    List<Violation> faults) {

  public MergePlan {
    taken = List.copyOf(taken);
    kept = List.copyOf(kept);
    conflicts = List.copyOf(conflicts);
    faults = List.copyOf(faults);
  }

  /**
   * One criterion that two hands have changed.
   *
   * @param mine what the copy says
   * @param base what both began from, by the copy's own word; empty where nothing was answered
   * @param theirs what is stored; empty where the copy names an answer that is not there
   */
  public record Conflict(
      CriterionId criterion,
      Map<String, Object> mine,
      Map<String, Object> base,
      Optional<Answer> theirs) {

    public Conflict {
      mine = new TreeMap<>(mine);
      base = new TreeMap<>(base);
    }

    private Violation violation() {
      return Violation.at(
          place(criterion.value()),
          OfflineProblem.CHANGED_ON_BOTH_SIDES.of(
              criterion,
              shown(mine),
              theirs.map(answer -> shown(told(answer))).orElse("–"),
              theirs.map(Answer::etag).orElse("–"),
              shown(base)));
    }

    private static Map<String, Object> told(Answer answer) {
      var told = new TreeMap<String, Object>();
      answer
          .notApplicable()
          .ifPresentOrElse(
              reason -> told.put("notApplicable", reason),
              () -> told.put("inputs", answer.inputs()));
      answer.claim().flatMap(Claim::reason).ifPresent(reason -> told.put("contest", reason));
      answer.note().ifPresent(note -> told.put("note", note));
      return told;
    }

    // Figures first, without braces and in one order on either side: a clerk reads a=5; b=7.
    private static String shown(Map<String, Object> told) {
      var parts = new ArrayList<String>();
      if (told.get("inputs") instanceof Map<?, ?> inputs) {
        var figures = new TreeMap<String, Object>();
        inputs.forEach((key, value) -> figures.put(String.valueOf(key), value));
        Leaf.flat(figures).entrySet().stream()
            .map(input -> input.getKey() + "=" + input.getValue())
            .sorted()
            .forEach(parts::add);
      }
      told.forEach((field, value) -> {
        if (!(field.equals("inputs") && value instanceof Map)) {
          Object plain =
              value instanceof Map<?, ?> map && map.containsKey("reason")
                  ? map.get("reason")
                  : value;
          parts.add(field + "=" + plain);
        }
      });
      return parts.isEmpty() ? "–" : String.join("; ", parts);
    }
  }

  static String place(String criterion) {
    return "answers." + criterion;
  }

  boolean clean() {
    return conflicts.isEmpty() && faults.isEmpty();
  }

  /** Why nothing is written: every criterion that stands in the way, named. */
  Refusal refusal() {
    var all = new ArrayList<Violation>();
    conflicts.forEach(conflict -> all.add(conflict.violation()));
    all.addAll(faults);
    List<Problem> problems = all.stream().map(Violation::problem).distinct().toList();
    boolean oneCause = problems.size() == 1 && problems.getFirst().kind() == Problem.Kind.CONFLICT;
    if (conflicts.isEmpty() && oneCause) {
      // The form takes nothing now, or its criteria are others: said as of one criterion.
      return new Refusal(together(all), all);
    }
    return Refusal.of(
        conflicts.isEmpty()
            ? OfflineProblem.COPY_FAULTY.of(faults.size())
            : OfflineProblem.COPY_CONFLICTS.of(conflicts.size(), faults.size()),
        all);
  }

  private static Fault together(List<Violation> all) {
    return all.getFirst()
        .fault()
        .retold((name, first) ->
            name.equals("criterion")
                ? all.stream().map(one -> one.facts().get(name)).collect(Collectors.joining(", "))
                : first);
  }
}
