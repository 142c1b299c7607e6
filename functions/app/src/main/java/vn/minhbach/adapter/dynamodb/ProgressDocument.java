package vn.minhbach.adapter.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.scoring.Measured;

/** A row of the board as it is stored: flat, in this order, whatever parts core makes of it. */
record ProgressDocument(
    UnitCode unit,
    State state,
    int answered,
    int criteria,
    Map<String, Points> groupPoints,
    Points points,
    Points applicableMax,
    Optional<Points> index,
    Optional<String> level,
    Optional<Instant> submittedAt,
    boolean late,
    Instant lastActivityAt,
    long sourceSeq,
    Optional<Progress.Timing> timing,
    Optional<Progress.Signing> signing,
    Optional<Integer> correction,
    Optional<Progress.Owed> owed,
    Optional<Progress.Typed> typed,
    Map<String, Measured> measured,
    Map<String, Points> groupMax,
    Optional<Integer> exemption,
    Optional<Progress.Score> appraised) {

  static ProgressDocument of(Progress row) {
    Progress.Filled filled = row.filled();
    Progress.Score self = row.self();
    Progress.Sending sending = row.sending();
    Progress.Basis basis = row.basis();
    return new ProgressDocument(
        row.unit(),
        row.state(),
        filled.answered(),
        filled.criteria(),
        self.groupPoints(),
        self.points(),
        self.applicableMax(),
        self.index(),
        self.level(),
        sending.submittedAt(),
        sending.late(),
        basis.lastActivityAt(),
        basis.sourceSeq(),
        row.timing(),
        sending.signing(),
        basis.correction(),
        filled.owed(),
        filled.typed(),
        self.measured(),
        self.groupMax(),
        basis.exemption(),
        row.appraised());
  }

  Progress row() {
    return new Progress(
        unit,
        state,
        new Progress.Filled(answered, criteria, owed, typed),
        new Progress.Score(groupPoints, points, applicableMax, index, level, measured, groupMax),
        appraised,
        new Progress.Sending(submittedAt, late, signing),
        timing,
        new Progress.Basis(lastActivityAt, sourceSeq, correction, exemption));
  }
}
