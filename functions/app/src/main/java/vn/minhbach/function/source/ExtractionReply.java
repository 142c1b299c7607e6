package vn.minhbach.function.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.source.Extraction;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.ProvenanceReply;

/**
 * An import of a source.
 *
 * @param awaitingConfirmation the importer's own body, whose figures wait
 * @param awaitingRecused further units that the importer is recused from, whose figures wait
 */
record ExtractionReply(
    @Wire(inline = true) ProvenanceReply provenance,
    String by,
    Instant importedAt,
    String importedBy,
    String sha256,
    int figures,
    int units,
    Optional<Long> previousVersion,
    Optional<UnitCode> awaitingConfirmation,
    Optional<List<UnitCode>> awaitingRecused,
    Optional<ConfirmedReply> confirmed)
    implements ReplyPart {

  static ExtractionReply of(Extraction extraction) {
    return new ExtractionReply(
        ProvenanceReply.of(extraction.provenance()),
        extraction.by(),
        extraction.importedAt(),
        extraction.importedBy(),
        extraction.sha256(),
        extraction.figures(),
        extraction.units(),
        extraction.previous(),
        extraction.awaiting(),
        ReplyPart.some(extraction.recused()),
        extraction
            .confirmed()
            .map(one -> new ConfirmedReply(one.unit(), one.by(), one.at(), one.imported())));
  }

  /** Who confirmed which import. */
  record ConfirmedReply(UnitCode unit, String by, Instant at, long importVersion)
      implements ReplyPart {}
}
