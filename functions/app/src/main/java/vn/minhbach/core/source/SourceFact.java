package vn.minhbach.core.source;

import java.util.Optional;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of the province's own figures. */
public sealed interface SourceFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<SourceFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case SourceImported.KIND -> SourceImported.read(in);
              default -> null;
            });
  }

  /**
   * An extraction is in force. The person's name stays with the extraction, where it can be erased.
   *
   * @param figures how many
   * @param units how many they are for
   * @param previous version that was in force before
   */
  record SourceImported(
      @Member(flat = true) Provenance provenance,
      String by,
      String sha256,
      int figures,
      int units,
      Optional<Long> previous)
      implements SourceFact {

    static final String KIND = "SOURCE_IMPORTED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(provenance)
          .with("by", by)
          .with("sha256", sha256)
          .with("figures", figures)
          .with("units", units)
          .with("previous", previous);
    }

    static SourceImported read(BodyReader in) {
      return new SourceImported(
          Provenance.read(in),
          in.text("by"),
          in.text("sha256"),
          in.count("figures"),
          in.count("units"),
          in.maybe("previous", BodyReader::number));
    }
  }
}
