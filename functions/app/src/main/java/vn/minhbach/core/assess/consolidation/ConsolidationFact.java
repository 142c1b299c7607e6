package vn.minhbach.core.assess.consolidation;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Member;

/** What the ledger tells of a district and its communes. */
public sealed interface ConsolidationFact extends Fact {

  /** The fact of an entry; empty where it is none of these, or its body is not shown. */
  static Optional<ConsolidationFact> read(Entry entry) {
    return BodyReader.read(
        entry,
        in ->
            switch (entry.kind()) {
              case CommunesConsolidated.KIND -> CommunesConsolidated.read(in);
              case FormForwarded.KIND -> FormForwarded.read(in);
              case CommunesForwardedInstead.KIND -> CommunesForwardedInstead.read(in);
              case FormForwardedInstead.KIND -> FormForwardedInstead.read(in);
              default -> null;
            });
  }

  /**
   * A district ordered its communes' forms on, in its own chain.
   *
   * @param letter number of the covering letter
   * @param computed what the system filled in
   */
  record CommunesConsolidated(
      String by,
      String job,
      List<UnitCode> communes,
      String statement,
      Optional<String> letter,
      @Member(emptyLeftOut = true) List<FilledIn> computed)
      implements ConsolidationFact {

    static final String KIND = "COMMUNES_CONSOLIDATED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("job", job)
          .with("communes", communes)
          .with("statement", statement)
          .with("letter", letter)
          .withSome("computed", computed);
    }

    static CommunesConsolidated read(BodyReader in) {
      return new CommunesConsolidated(
          in.text("by"),
          in.text("job"),
          in.texts("communes").stream().map(UnitCode::new).toList(),
          in.text("statement"),
          in.maybe("letter", BodyReader::text),
          in.list("computed", FilledIn::read));
    }
  }

  /** A commune's form went on to the office, in the commune's chain. */
  record FormForwarded(UnitCode district, String job) implements ConsolidationFact {

    static final String KIND = "FORM_FORWARDED";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body().with("district", district).with("job", job);
    }

    static FormForwarded read(BodyReader in) {
      return new FormForwarded(in.unit("district"), in.text("job"));
    }
  }

  /**
   * The office ordered communes' forms on in their late district's place, in the district's chain.
   */
  record CommunesForwardedInstead(String by, String job, List<UnitCode> communes, String reason)
      implements ConsolidationFact {

    static final String KIND = "COMMUNES_FORWARDED_INSTEAD";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("job", job)
          .with("communes", communes)
          .with("reason", reason);
    }

    static CommunesForwardedInstead read(BodyReader in) {
      return new CommunesForwardedInstead(
          in.text("by"),
          in.text("job"),
          in.texts("communes").stream().map(UnitCode::new).toList(),
          in.text("reason"));
    }
  }

  /** A commune's form went on by the office's hand, in the commune's chain. */
  record FormForwardedInstead(String by, UnitCode district, String job, String reason)
      implements ConsolidationFact {

    static final String KIND = "FORM_FORWARDED_INSTEAD";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Body body() {
      return new Body()
          .with("by", by)
          .with("district", district)
          .with("job", job)
          .with("reason", reason);
    }

    static FormForwardedInstead read(BodyReader in) {
      return new FormForwardedInstead(
          in.text("by"), in.unit("district"), in.text("job"), in.text("reason"));
    }
  }
}
