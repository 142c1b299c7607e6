package vn.minhbach.core.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.evidence.UploadLimits;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ranking.TieRule;

/**
 * A campaign as stored: one item, changed by the office alone.
 *
 * @param unitsVersion the register in force; 0 for none
 * @param criteriaVersions group to the version of the criteria set in force
 * @param openedAt when the forms were sent; every unit's receipt until dispatch has its own delay
 * @param result the frozen ranking, from the report on
 * @param tip end of the campaign's own chain
 * @param version rises by one with each change
 */
public record Campaign(
    CampaignId id,
    String name,
    int year,
    Plan plan,
    Calendar calendar,
    TieRule tieRule,
    UploadLimits uploadLimits,
    Stage stage,
    long unitsVersion,
    Map<Integer, Long> criteriaVersions,
    Optional<Instant> openedAt,
    Optional<Result> result,
    ChainTip tip,
    long version) {

  public Campaign {
    criteriaVersions = new TreeMap<>(criteriaVersions);
  }

  /** The plan (<i>kế hoạch</i>) that orders the campaign. */
  public record Plan(String number, LocalDate date, String issuer) {}

  /**
   * The frozen result.
   *
   * @param rankingVersion version of the ranking tables, the same for every group
   * @param basis whose points: {@code SELF} until units are appraised
   */
  public record Result(
      long rankingVersion,
      String basis,
      Instant reportedAt,
      Optional<Decision> approval,
      Optional<Instant> publishedAt) {}

  /** A decision (<i>quyết định</i>) with its number and date, and when it was entered. */
  public record Decision(String number, LocalDate date, Instant enteredAt) {}

  public ChainId chain() {
    return ChainId.of(id);
  }

  /** The same campaign after a change: with its new chain end and one version on. */
  public Campaign after(ChainTip newTip) {
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        stage,
        unitsVersion,
        criteriaVersions,
        openedAt,
        result,
        newTip,
        version + 1);
  }

  public Campaign withStage(Stage next) {
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        next,
        unitsVersion,
        criteriaVersions,
        openedAt,
        result,
        tip,
        version);
  }

  public Campaign withOpenedAt(Instant at) {
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        stage,
        unitsVersion,
        criteriaVersions,
        Optional.of(at),
        result,
        tip,
        version);
  }

  public Campaign withUnits(long newVersion) {
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        stage,
        newVersion,
        criteriaVersions,
        openedAt,
        result,
        tip,
        version);
  }

  public Campaign withCriteria(int group, long newVersion) {
    var versions = new TreeMap<>(criteriaVersions);
    versions.put(group, newVersion);
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        stage,
        unitsVersion,
        versions,
        openedAt,
        result,
        tip,
        version);
  }

  public Campaign withResult(Result newResult) {
    return new Campaign(
        id,
        name,
        year,
        plan,
        calendar,
        tieRule,
        uploadLimits,
        stage,
        unitsVersion,
        criteriaVersions,
        openedAt,
        Optional.of(newResult),
        tip,
        version);
  }

  /** The campaign if it stands at this stage; refused otherwise, naming both. */
  public Outcome<Campaign> at(Stage needed) {
    return stage == needed
        ? Outcome.accepted(this)
        : Outcome.refused(
            Problem.WRONG_STAGE,
            "campaign",
            id.value(),
            "stage",
            stage.name(),
            "needed",
            needed.name());
  }
}
