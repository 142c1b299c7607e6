package vn.minhbach.function.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.function.http.ReplyPart;

/** A line of the progress board; as CSV its fields are the columns. */
record ProgressReply(
    UnitCode unit,
    String name,
    int group,
    Optional<UnitCode> parent,
    State state,
    String stateVi,
    int answered,
    int criteria,
    Points share,
    Instant receivedAt,
    Instant dueAt,
    Instant closesAt,
    boolean locked,
    boolean late,
    boolean overdue,
    long daysLate,
    Optional<LocalDate> extensionAsked,
    Optional<LocalDate> extendedTo,
    Optional<Instant> submittedAt,
    Optional<Instant> closedAt,
    Optional<Instant> signBy,
    boolean signatureOverdue,
    Optional<Instant> forwardBy,
    Optional<Instant> forwardedAt,
    Optional<Long> daysHeld,
    Optional<Integer> correctionOwed,
    Optional<Instant> correctionUntil,
    Optional<Instant> lastActivityAt,
    Optional<Points> points,
    Optional<Points> applicableMax,
    Optional<Points> index,
    Optional<String> basis,
    Optional<Points> selfPoints,
    Optional<Points> selfMax,
    Optional<Points> selfIndex)
    implements ReplyPart {

  /**
   * One line.
   *
   * @param unveiled whether the reader may see points of the unit's group
   */
  static ProgressReply of(Overview.Line line, boolean unveiled) {
    Optional<Progress> progress = line.progress();
    Optional<Progress> shown = progress.filter(row -> unveiled);
    Optional<Progress.Score> points = shown.map(Progress::ranking);
    Optional<Progress.Score> self = shown.map(Progress::self);
    Progress.Timing timing = line.timing();
    return new ProgressReply(
        line.unit().code(),
        line.unit().name(),
        line.unit().group(),
        line.unit().parent(),
        line.state(),
        line.state().vietnamese(),
        progress.map(Progress::answered).orElse(0),
        line.criteria(),
        line.share(),
        timing.receivedAt(),
        timing.dueAt(),
        timing.closesAt(),
        timing.lockNoted(),
        line.late(),
        line.overdue(),
        line.daysLate(),
        timing.askedUntil(),
        timing.extendedTo(),
        progress.flatMap(Progress::submittedAt),
        progress.flatMap(Progress::signing).map(Progress.Signing::closedAt),
        line.signBy(),
        line.signatureOverdue(),
        timing.forwardBy(),
        timing.forwardedAt(),
        timing.forwardBy().map(by -> line.daysHeld()),
        progress.flatMap(Progress::owed).map(Progress.Owed::criteria),
        progress.flatMap(Progress::owed).map(Progress.Owed::until),
        progress.map(Progress::lastActivityAt),
        points.map(Progress.Score::points),
        points.map(Progress.Score::applicableMax),
        points.flatMap(Progress.Score::index),
        shown.map(row -> row.appraised().isPresent() ? "APPRAISED" : "SELF"),
        self.map(Progress.Score::points),
        self.map(Progress.Score::applicableMax),
        self.flatMap(Progress.Score::index));
  }
}
