package vn.minhbach.core.assess.submission;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.evidence.Evidence;

/**
 * How many files of each criterion count ({@link Evidence#counts}), kept in the head: who saves an
 * answer need not read a thousand files to learn that there is one. Files of the team and papers of
 * the form are of no criterion here.
 *
 * @param counting from 1; a criterion without such files is left out
 */
public record Tally(Map<CriterionId, Integer> counting) {

  public static final Tally NONE = new Tally(Map.of());

  public Tally {
    counting = new TreeMap<>(counting);
  }

  /** Counts the files of a form. */
  public static Tally of(Collection<Evidence> files) {
    var counting = new TreeMap<CriterionId, Integer>();
    files.forEach(file -> told(file).ifPresent(id -> counting.merge(id, 1, Integer::sum)));
    return new Tally(counting);
  }

  /** The same after one file changed. */
  Tally after(Optional<Evidence> before, Evidence after) {
    var counting = new TreeMap<>(this.counting);
    before
        .flatMap(Tally::told)
        .ifPresent(id -> counting.computeIfPresent(id, (same, n) -> n > 1 ? n - 1 : null));
    told(after).ifPresent(id -> counting.merge(id, 1, Integer::sum));
    return new Tally(counting);
  }

  private static Optional<CriterionId> told(Evidence file) {
    return file.counts() && !file.ofTheTeam() ? file.criterion() : Optional.empty();
  }
}
