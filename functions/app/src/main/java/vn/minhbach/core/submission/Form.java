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
}
