package vn.minhbach.core.submission;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.source.Baseline;
import vn.minhbach.core.source.Provenance;

/**
 * How an answer stands to a figure that the unit did not type itself.
 *
 * @param provenance the extraction that the unit was shown; empty where the system computed
 * @param figure the province's figure as it was shown; empty where the system computed
 * @param reason why the unit contests it; present then
 */
public record Claim(
    Kind kind,
    Optional<Provenance> provenance,
    Map<String, Object> figure,
    Optional<String> reason) {

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

  static Claim confirmed(Baseline baseline) {
    return new Claim(
        Kind.CONFIRMED, Optional.of(baseline.provenance()), baseline.inputs(), Optional.empty());
  }

  static Claim contested(Baseline baseline, String reason) {
    return new Claim(
        Kind.CONTESTED, Optional.of(baseline.provenance()), baseline.inputs(), Optional.of(reason));
  }

  static Claim computed() {
    return new Claim(Kind.COMPUTED, Optional.empty(), Map.of(), Optional.empty());
  }

  /** As the ledger keeps it. */
  Map<String, Object> canonical() {
    var claim = new TreeMap<String, Object>();
    claim.put("kind", kind.name());
    provenance.ifPresent(from -> claim.putAll(from.canonical()));
    if (!figure.isEmpty()) {
      claim.put("figure", LedgerValues.canonical(figure));
    }
    reason.ifPresent(text -> claim.put("reason", text));
    return claim;
  }
}
