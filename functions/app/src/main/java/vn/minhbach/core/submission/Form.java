package vn.minhbach.core.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.evidence.Evidence;

/** A submission read as a whole, in one consistent query. */
public record Form(Head head, Map<CriterionId, Answer> answers, List<Evidence> evidence) {

  public Form {
    answers = new TreeMap<>(answers);
    evidence = List.copyOf(evidence);
  }

  Form withHead(Head next) {
    return new Form(next, answers, evidence);
  }

  /** The same form with further answers, or others in place of those it has. */
  Form with(List<Answer> more) {
    var all = new TreeMap<>(answers);
    more.forEach(answer -> all.put(answer.criterion(), answer));
    return new Form(head, all, evidence);
  }
}
