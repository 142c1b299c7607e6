package vn.minhbach.function.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Tree;

/** The progress board: one line a unit. */
final class ProgressView {

  private static final List<String> COLUMNS =
      List.of(
          "unit",
          "name",
          "group",
          "parent",
          "state",
          "stateVi",
          "answered",
          "criteria",
          "share",
          "receivedAt",
          "dueAt",
          "closesAt",
          "locked",
          "late",
          "overdue",
          "daysLate",
          "extensionAsked",
          "extendedTo",
          "submittedAt",
          "closedAt",
          "signBy",
          "signatureOverdue",
          "forwardBy",
          "forwardedAt",
          "daysHeld",
          "correctionOwed",
          "correctionUntil",
          "lastActivityAt",
          "points",
          "applicableMax",
          "index");

  private ProgressView() {}

  /**
   * One line.
   *
   * @param unveiled whether the reader may see points of the unit's group
   */
  static Map<String, Object> of(Overview.Line line, boolean unveiled) {
    Optional<Progress> progress = line.progress();
    Optional<Progress.Score> points = progress.filter(row -> unveiled).map(Progress::self);
    Progress.Timing timing = line.timing();
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
        .with("receivedAt", timing.receivedAt())
        .with("dueAt", timing.dueAt())
        .with("closesAt", timing.closesAt())
        .with("locked", timing.lockNoted())
        .with("late", line.late())
        .with("overdue", line.overdue())
        .with("daysLate", line.daysLate())
        .with("extensionAsked", timing.askedUntil())
        .with("extendedTo", timing.extendedTo())
        .with("submittedAt", progress.flatMap(Progress::submittedAt))
        .with("closedAt", progress.flatMap(Progress::signing).map(Progress.Signing::closedAt))
        .with("signBy", line.signBy())
        .with("signatureOverdue", line.signatureOverdue())
        .with("forwardBy", timing.forwardBy())
        .with("forwardedAt", timing.forwardedAt())
        .with("daysHeld", timing.forwardBy().map(by -> line.daysHeld()))
        .with("correctionOwed", progress.flatMap(Progress::owed).map(Progress.Owed::criteria))
        .with("correctionUntil", progress.flatMap(Progress::owed).map(Progress.Owed::until))
        .with("lastActivityAt", progress.map(Progress::lastActivityAt))
        .with("points", points.map(Progress.Score::points))
        .with("applicableMax", points.map(Progress.Score::applicableMax))
        .with("index", points.flatMap(Progress.Score::index))
        .build();
  }

  static String csv(List<Map<String, Object>> lines) {
    return CsvLine.START
        + Stream.concat(Stream.of(COLUMNS), lines.stream().map(ProgressView::cells))
            .map(CsvLine::of)
            .collect(Collectors.joining());
  }

  private static List<String> cells(Map<String, Object> tree) {
    return COLUMNS.stream().map(column -> String.valueOf(tree.getOrDefault(column, ""))).toList();
  }
}
