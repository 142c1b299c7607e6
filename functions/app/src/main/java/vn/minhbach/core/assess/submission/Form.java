package vn.minhbach.core.assess.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Evidence;

/**
 * A submission read as a whole, in one consistent query.
 *
 * @param answers those that count
 * @param contested what was typed for the unit and set aside by it: not answered, for every reader
 */
public record Form(
    Head head,
    Map<CriterionId, Answer> answers,
    List<Evidence> evidence,
    Optional<Particulars> particulars,
    Map<CriterionId, Answer> contested) {

  public Form {
    var counting = new TreeMap<>(answers);
    var aside = new TreeMap<>(contested);
    answers.values().stream()
        .filter(Answer::contested)
        .forEach(answer -> {
          counting.remove(answer.criterion());
          aside.put(answer.criterion(), answer);
        });
    answers = counting;
    contested = aside;
    evidence = List.copyOf(evidence);
  }

  Form withHead(Head next) {
    return new Form(next, answers, evidence, particulars, contested);
  }

  /** A form from all its stored answers. */
  public Form(
      Head head,
      Map<CriterionId, Answer> answers,
      List<Evidence> evidence,
      Optional<Particulars> particulars) {
    this(head, answers, evidence, particulars, Map.of());
  }

  /** A form whose head nobody has filled in. */
  public Form(Head head, Map<CriterionId, Answer> answers, List<Evidence> evidence) {
    this(head, answers, evidence, Optional.empty());
  }

  /** The answer as stored, whether it counts or was set aside. */
  public Optional<Answer> stored(CriterionId criterion) {
    return Optional.ofNullable(answers.getOrDefault(criterion, contested.get(criterion)));
  }

  /** A file or a paper of the form. */
  public Optional<Evidence> file(String id) {
    return evidence.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  /** Whether a file of this criterion counts, its bytes still awaited or not. */
  public boolean cites(String id, CriterionId criterion) {
    return file(id).filter(file -> file.proves(criterion) && file.counts()).isPresent();
  }

  /** Whether a file lies there and counts. */
  public boolean holds(String id) {
    return file(id).filter(file -> file.counts() && file.state().present()).isPresent();
  }

  /** The same form with further answers, or others in place of those it has. */
  Form with(List<Answer> more) {
    var all = new TreeMap<>(answers);
    more.forEach(answer -> all.put(answer.criterion(), answer));
    var aside = new TreeMap<>(contested);
    more.forEach(answer -> aside.remove(answer.criterion()));
    return new Form(head, all, evidence, particulars, aside);
  }
}
