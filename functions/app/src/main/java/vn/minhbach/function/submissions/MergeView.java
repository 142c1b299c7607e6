package vn.minhbach.function.submissions;

import java.util.Map;
import vn.minhbach.core.Language;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.function.http.Problems;
import vn.minhbach.function.http.Tree;

/** What became of an offline copy, or would become of it, as a client reads it. */
final class MergeView {

  private MergeView() {}

  static Map<String, Object> of(MergePlan plan, Language language) {
    return new Tree()
        .with("taken", plan.taken().stream().map(SubmissionView::answer).toList())
        .with("kept", plan.kept().stream().map(SubmissionView::answer).toList())
        .with("conflicts", plan.conflicts().stream().map(MergeView::conflict).toList())
        .with("faults", Problems.errors(plan.faults(), language))
        .build();
  }

  private static Map<String, Object> conflict(MergePlan.Conflict conflict) {
    return new Tree()
        .with("criterion", conflict.criterion())
        .with("mine", conflict.mine())
        .with("base", conflict.base().isEmpty() ? null : conflict.base())
        .with("theirs", conflict.theirs().map((Answer answer) -> SubmissionView.answer(answer)))
        .with("etag", conflict.theirs().map(Answer::etag))
        .build();
  }
}
