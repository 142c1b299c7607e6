package vn.minhbach.function.view;

import java.time.Instant;
import java.time.LocalDate;
import vn.minhbach.core.prepare.source.Provenance;
import vn.minhbach.function.http.ReplyPart;

/** Where a figure comes from, as clients read it everywhere. */
public record ProvenanceReply(
    String source, long version, String system, PeriodReply period, Instant extractedAt)
    implements ReplyPart {

  public static ProvenanceReply of(Provenance provenance) {
    return new ProvenanceReply(
        provenance.source(),
        provenance.version(),
        provenance.system(),
        new PeriodReply(provenance.from(), provenance.to()),
        provenance.extractedAt());
  }

  /** First and last day. */
  public record PeriodReply(LocalDate from, LocalDate to) implements ReplyPart {}
}
