package vn.minhbach.core.appraise.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.assess.submission.Head;

/**
 * A unit's request to reconsider one criterion (<i>đề nghị xem xét lại điểm</i>). There is one a
 * criterion, and the criterion is its id, for ever.
 *
 * @param signed by whose word it stands; empty while it is a draft
 * @param decision empty while it waits
 * @param version rises by one with each change
 */
public record Petition(
    CampaignId campaign,
    UnitCode unit,
    CriterionId criterion,
    Plea plea,
    Optional<Signed> signed,
    Optional<Decision> decision,
    long version) {

  /**
   * What the unit says.
   *
   * @param evidence ids of files that it rests on
   * @param by opaque id of the account
   * @param onBehalf whether the office entered it from the unit's letter
   */
  public record Plea(String text, List<String> evidence, String by, boolean onBehalf, Instant at) {

    public Plea {
      evidence = List.copyOf(evidence);
    }

    boolean sameContent(Plea other) {
      return text.equals(other.text) && evidence.equals(other.evidence);
    }
  }

  /**
   * The head of the unit signed it.
   *
   * @param name of the signer; empty where the letter alone says it
   * @param by opaque id of the account
   */
  public record Signed(
      Optional<String> name, Optional<String> title, Head.Letter letter, String by, Instant at) {}

  /**
   * What was decided.
   *
   * @param worth what the criterion counts by it; empty where it stays as it was
   * @param by lead or deputy
   */
  public record Decision(
      Ruling ruling, Optional<Worth> worth, String reason, Hand by, Instant at) {}

  /** There is nothing else: every petition ends with one of these. */
  public enum Ruling {
    /** The points stay. */
    KEPT,
    /** The points are others. */
    NEW_POINTS
  }

  /** Where it stands. */
  public enum State {
    DRAFT,
    PENDING,
    DECIDED
  }

  public State state() {
    return decision.isPresent() ? State.DECIDED : signed.isPresent() ? State.PENDING : State.DRAFT;
  }

  /** What a writer must have read. */
  public String etag() {
    return "p" + version;
  }

  Petition with(Plea next) {
    return new Petition(campaign, unit, criterion, next, signed, decision, version + 1);
  }

  Petition with(Signed word) {
    return new Petition(campaign, unit, criterion, plea, Optional.of(word), decision, version + 1);
  }

  Petition with(Decision end) {
    return new Petition(campaign, unit, criterion, plea, signed, Optional.of(end), version + 1);
  }
}
