package vn.minhbach.core.criteria;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;

/**
 * One criterion (<i>tiêu chí</i>) of a set.
 *
 * @param hint how to count and which evidence is wanted
 * @param naAllowed whether a unit may answer that the criterion does not apply to it
 * @param naReason when it does not apply; present where {@code naAllowed}
 * @param subgroup id of the {@link Subgroup}; present where the group has any
 * @param provenance whether the text is official or reconstructed
 * @param basis the source that the text rests on
 * @param origin where its figures come from; empty where the unit declares or confirms them
 * @param verifier the body that verifies it (<i>đơn vị xác minh</i>); empty where the set names
 *     none
 * @param dataSource where the figure is to be had (<i>nguồn số liệu</i>); empty where not said
 * @param disclosure how much of each unit's figure the public reads
 */
public record Criterion(
    CriterionId id,
    String title,
    Points maxPoints,
    ScoringRule rule,
    boolean evidenceRequired,
    Optional<String> hint,
    VerifyBy verifyBy,
    boolean naAllowed,
    Optional<String> naReason,
    Optional<String> subgroup,
    Optional<String> provenance,
    Optional<String> basis,
    Optional<Origin> origin,
    Optional<String> verifier,
    Optional<String> dataSource,
    Disclosure disclosure) {

  /** A criterion that the unit declares, or confirms where the province holds the figure. */
  public Criterion(
      CriterionId id,
      String title,
      Points maxPoints,
      ScoringRule rule,
      boolean evidenceRequired,
      Optional<String> hint,
      VerifyBy verifyBy,
      boolean naAllowed,
      Optional<String> naReason,
      Optional<String> subgroup,
      Optional<String> provenance,
      Optional<String> basis) {
    this(
        id,
        title,
        maxPoints,
        rule,
        evidenceRequired,
        hint,
        verifyBy,
        naAllowed,
        naReason,
        subgroup,
        provenance,
        basis,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Disclosure.ALL);
  }

  /** Whether the system fills it in and the unit cannot. */
  public boolean computed() {
    return origin.filter(Origin.Computed.class::isInstance).isPresent();
  }

  /** The figures that an answer must give by themselves, see {@link ScoringRule#inputs}. */
  public List<Input> inputs() {
    return rule.inputs();
  }
}
