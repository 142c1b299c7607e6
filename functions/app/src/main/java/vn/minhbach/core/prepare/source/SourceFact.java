package vn.minhbach.core.prepare.source;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
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
              case SourceConfirmed.KIND -> SourceConfirmed.read(in);
              default -> null;
            });
  }

  /**
   * An extraction is in force. The person's name stays with the extraction, where it can be erased.
   *
   * @param figures how many
   * @param units how many they are for
   * @param previous version that was in force before
   * @param awaiting the importer's own body, whose figures somebody of another body must confirm
   * @param recused further units whose figures somebody else must, since the importer is recused
   */
  record SourceImported(
      @Member(flat = true) Provenance provenance,
      String by,
      String sha256,
      int figures,
      int units,
      Optional<Long> previous,
      Optional<UnitCode> awaiting,
      @Member(emptyLeftOut = true) List<UnitCode> recused)
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
          .with("previous", previous)
          .with("awaiting", awaiting)
          .withSome("recused", recused);
    }

    static SourceImported read(BodyReader in) {
      return new SourceImported(
          Provenance.read(in),
          in.text("by"),
          in.text("sha256"),
          in.count("figures"),
          in.count("units"),
          in.maybe("previous", BodyReader::number),
          in.maybe("awaiting", BodyReader::unit),
          in.texts("recused").stream().map(UnitCode::new).toList());
    }
  }

  /**
   * Figures of the importer's own body are in force: somebody of another body has confirmed them.
   *
   * @param provenance of the figures that waited
   * @param by who confirmed
   * @param figures how many
   * @param previous version that was in force before
   * @param version that is in force now
   */
  record SourceConfirmed(
      @Member(flat = true) Provenance provenance,
      String by,
      UnitCode unit,
      int figures,
      long previous,
      long version)
      implements SourceFact {

    static final String KIND = "SOURCE_CONFIRMED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with(provenance)
          .with("by", by)
          .with("unit", unit)
          .with("figures", figures)
          .with("previous", previous)
          .with("version", version);
    }

    static SourceConfirmed read(BodyReader in) {
      return new SourceConfirmed(
          Provenance.read(in),
          in.text("by"),
          in.unit("unit"),
          in.count("figures"),
          in.number("previous"),
          in.number("version"));
    }
  }
}
