package vn.minhbach.core.prepare.source;

import java.time.Instant;
import java.time.LocalDate;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;

/**
 * Where a figure of the province comes from. Goes with every figure and with every answer that
 * rests on one, so that it can be traced to its extraction.
 *
 * @param source as in the path of the import
 * @param version of the import; the extraction is kept under it for ever
 * @param system that the figures were taken from, as “Hệ thống quản lý văn bản tỉnh”
 * @param from first day that the figures cover
 * @param to last day that they cover
 * @param extractedAt when they were taken from the system
 */
public record Provenance(
    String source,
    @Member("sourceVersion") long version,
    String system,
    LocalDate from,
    LocalDate to,
    Instant extractedAt)
    implements Part {

  @Override
  public Body body() {
    return new Body()
        .with("source", source)
        .with("sourceVersion", version)
        .with("system", system)
        .with("from", from)
        .with("to", to)
        .with("extractedAt", extractedAt);
  }

  /** As it stands in an entry. */
  public static Provenance read(BodyReader in) {
    return new Provenance(
        in.text("source"),
        in.number("sourceVersion"),
        in.text("system"),
        in.day("from"),
        in.day("to"),
        in.moment("extractedAt"));
  }
}
