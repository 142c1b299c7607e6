package vn.minhbach.function.submissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.function.http.Tree;

/** What was typed for a unit, as it is told. */
final class OnBehalfView {

  private OnBehalfView() {}

  /** Who typed an answer, from which paper, and what the unit says to it. */
  static Tree of(Answer answer, OnBehalf typed) {
    return new Tree()
        .with("paper", typed.paper())
        .with("by", answer.by())
        .with("until", typed.until())
        .with(
            "contest",
            typed
                .contest()
                .map(word -> new Tree().with("reason", word.reason()).with("at", word.at())));
  }

  /** The notice at the top of the form: a line for each paper; nothing where nothing was typed. */
  static List<Map<String, Object>> notice(Form form) {
    var papers = new LinkedHashMap<String, List<Answer>>();
    form.answers()
        .values()
        .forEach(answer ->
            answer
                .onBehalf()
                .ifPresent(typed ->
                    papers.computeIfAbsent(typed.paper(), id -> new ArrayList<>()).add(answer)));
    return papers.isEmpty()
        ? null
        : papers.entrySet().stream()
            .map(paper ->
                new Tree()
                    .with("paper", paper.getKey())
                    .with(
                        "criteria",
                        paper.getValue().stream()
                            .map(answer -> answer.criterion().value())
                            .toList())
                    .with(
                        "until",
                        paper.getValue().stream()
                            .map(answer -> answer.onBehalf().orElseThrow().until())
                            .max(java.util.Comparator.naturalOrder()))
                    .build())
            .toList();
  }
}
