package vn.minhbach.core.submission;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.campaign.Campaigns;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.ledger.Entry;

/**
 * One change of one submission, to be written whole or not at all.
 *
 * @param before the head as read; the commit holds only if it is still that
 * @param after the head as it shall be; its tip is the entry's
 */
public record Change(
    Head before, Head after, List<Write> writes, Entry entry, Optional<Receipt> receipt) {

  public Change {
    writes = List.copyOf(writes);
    if (!after.tip().equals(entry.tip())) {
      throw new IllegalArgumentException("the head must end where the entry ends");
    }
  }

  /** What is written beside head and entry. */
  public sealed interface Write {}

  /** Puts an answer over the version one below its own; version 1 over nothing. */
  public record PutAnswer(Answer answer) implements Write {}

  /** Puts evidence over the version one below its own; version 1 over nothing. */
  public record PutEvidence(Evidence evidence) implements Write {}

  /** Puts the head of the form over the version one below its own; version 1 over nothing. */
  public record PutParticulars(Particulars particulars) implements Write {}

  /** Puts a new job. */
  public record PutJob(Job job) implements Write, Campaigns.Beside {}
}
