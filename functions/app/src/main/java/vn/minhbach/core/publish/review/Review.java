package vn.minhbach.core.publish.review;

import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.petition.Petition;

/**
 * A request for review (<i>đề nghị phúc tra</i>).
 *
 * @param issue of the result that it is about: 1, 2, …
 * @param onBehalf whether the office entered it from the unit's letter
 * @param decision empty while it waits
 * @param version rises by one with each change
 */
public record Review(
    CampaignId campaign,
    UnitCode unit,
    int issue,
    CriterionId criterion,
    String text,
    Petition.Signed signed,
    boolean onBehalf,
    Optional<Petition.Decision> decision,
    long version) {

  /** Where it stands. */
  public enum State {
    PENDING,
    /** The points stay. */
    KEPT,
    /** The points are others, by a correction of the result. */
    CHANGED
  }

  public State state() {
    return decision
        .map(made -> made.ruling() == Petition.Ruling.KEPT ? State.KEPT : State.CHANGED)
        .orElse(State.PENDING);
  }

  /** Names it among those of its unit, {@code 1-II.12}. */
  public String id() {
    return issue + "-" + criterion;
  }

  /** What a writer must have read. */
  public String etag() {
    return "r" + version;
  }

  /** Whether the same was asked before, by the same letter. */
  boolean asks(String same, Petition.Signed word) {
    return text.equals(same) && signed.letter().equals(word.letter());
  }

  Review with(Petition.Decision end) {
    return new Review(
        campaign, unit, issue, criterion, text, signed, onBehalf, Optional.of(end), version + 1);
  }
}
