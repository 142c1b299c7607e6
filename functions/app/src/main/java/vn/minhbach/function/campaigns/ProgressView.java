package vn.minhbach.function.campaigns;

import java.util.Map;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.Progress;
import vn.minhbach.function.http.Tree;

/** One unit's line on the progress board. */
final class ProgressView {

  private ProgressView() {}

  static Map<String, Object> of(Overview.Line line) {
    var progress = line.progress();
    return new Tree()
        .with("unit", line.unit().code())
        .with("name", line.unit().name())
        .with("group", line.unit().group())
        .with("parent", line.unit().parent())
        .with("state", line.state().name())
        .with("stateVi", line.state().vietnamese())
        .with("answered", progress.map(Progress::answered).orElse(0))
        .with("criteria", line.criteria())
        .with("share", line.share())
        .with("dueAt", line.dueAt())
        .with("late", line.late())
        .with("submittedAt", progress.flatMap(Progress::submittedAt))
        .with("lastActivityAt", progress.map(Progress::lastActivityAt))
        .with("points", progress.map(Progress::points))
        .with("applicableMax", progress.map(Progress::applicableMax))
        .with("index", progress.flatMap(Progress::index))
        .build();
  }
}
