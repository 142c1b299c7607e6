package vn.minhbach.core.assess.submission;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.ledger.BodyReader;
import vn.minhbach.core.ledger.Member;
import vn.minhbach.core.ledger.Part;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Provenance;

/**
 * How an answer stands to a figure that the unit did not type itself.
 *
 * @param provenance the extraction that the unit was shown; empty where the system computed
 * @param figure the province's figure as it was shown; empty where the system computed
 * @param reason why the unit contests it; present then
 */
public record Claim(
    Kind kind,
    @Member(flat = true) Optional<Provenance> provenance,
    @Member(emptyLeftOut = true) Map<String, Object> figure,
    Optional<String> reason)
    implements Part {

  /** What the unit said. */
  public enum Kind {
    /** The province's figure is right: the answer is that figure, and needs no evidence. */
    CONFIRMED,
    /** The unit has another figure, with a reason; evidence is expected. */
    CONTESTED,
    /** Filled in by the system from its own times. */
    COMPUTED
  }

  public Claim {
    figure = new TreeMap<>(figure);
  }

  public static Claim confirmed(Baseline baseline) {
    return new Claim(
        Kind.CONFIRMED, Optional.of(baseline.provenance()), baseline.inputs(), Optional.empty());
  }

  public static Claim contested(Baseline baseline, String reason) {
    return new Claim(
        Kind.CONTESTED, Optional.of(baseline.provenance()), baseline.inputs(), Optional.of(reason));
  }

  public static Claim computed() {
    return new Claim(Kind.COMPUTED, Optional.empty(), Map.of(), Optional.empty());
  }

  @Override
  public Body body() {
    return new Body()
        .with("kind", kind)
        .with(provenance)
        .withSome("figure", figure)
        .with("reason", reason);
  }

  /** As it stands in an entry. */
  public static Claim read(BodyReader in) {
    return new Claim(
        in.constant("kind", Kind.class),
        in.has("source") ? Optional.of(Provenance.read(in)) : Optional.empty(),
        in.figures("figure"),
        in.maybe("reason", BodyReader::text));
  }
}
