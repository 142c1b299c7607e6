package vn.minhbach.core.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;

/**
 * How far one unit is: a projection of its submission, rebuildable at any time.
 *
 * @param groupPoints criteria group (I, II, III) to its points
 * @param applicableMax the maximum without what does not apply
 * @param index percent of the applicable maximum; empty when nothing applies
 * @param sourceSeq seq of the head that this was computed from; an older one never overwrites
 */
public record Progress(
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
    long sourceSeq) {

  public Progress {
    groupPoints = new TreeMap<>(groupPoints);
  }
}
