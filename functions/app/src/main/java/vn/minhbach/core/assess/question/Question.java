package vn.minhbach.core.assess.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.ChainId;
import vn.minhbach.core.ledger.ChainTip;

/**
 * A unit's question on a criterion, with every answer that it was given.
 *
 * @param group of the unit; a published answer is for all of it
 * @param askedBy opaque id of the account
 * @param replies oldest first; the last is in force
 * @param referrals to the People's Committee, oldest first; the last is in force
 * @param tip end of the question's own chain
 */
public record Question(
    CampaignId campaign,
    UnitCode unit,
    int group,
    String id,
    CriterionId criterion,
    String text,
    Instant askedAt,
    String askedBy,
    List<Reply> replies,
    List<Referral> referrals,
    ChainTip tip) {

  public Question {
    replies = List.copyOf(replies);
    referrals = List.copyOf(referrals);
  }

  /**
   * What the office answered.
   *
   * @param published whether all units of the group may read it
   * @param wording the question as others shall read it; empty for as it was asked
   * @param by opaque id of the account
   */
  public record Reply(
      String answer, boolean published, Optional<String> wording, Instant at, String by) {

    boolean sameContent(Reply other) {
      return answer.equals(other.answer)
          && published == other.published
          && wording.equals(other.wording);
    }
  }

  /** The answer in force. */
  public Optional<Reply> reply() {
    return replies.isEmpty() ? Optional.empty() : Optional.of(replies.getLast());
  }

  /** That it went up to the People's Committee; empty where it did not, or was taken back. */
  public Optional<Referral> referral() {
    return referrals.isEmpty()
        ? Optional.empty()
        : Optional.of(referrals.getLast()).filter(Referral::referred);
  }

  /** What the People's Committee said to it. */
  public Optional<Referral.Ruling> ruling() {
    return referral().flatMap(Referral::ruling);
  }

  /** The difficulty as report and group read it. */
  public String difficulty() {
    return referral().flatMap(Referral::wording).orElse(text);
  }

  /** Rises by one with each answer and each referral. */
  public long version() {
    return replies.size() + referrals.size() + 1L;
  }

  /** What who answers or refers must have read; empty while nobody has said anything to it. */
  Optional<String> readBefore() {
    return version() == 1 ? Optional.empty() : Optional.of(etag());
  }

  /** Whether others ever read anything of it. */
  boolean everPublished() {
    return replies.stream().anyMatch(Reply::published)
        || referrals.stream().anyMatch(one -> one.ruling().isPresent());
  }

  /** What who answers must have read. */
  public String etag() {
    return "q" + version();
  }

  public ChainId chain() {
    return ChainId.of(campaign, unit, id);
  }

  Question answered(Reply reply) {
    var all = new ArrayList<>(replies);
    all.add(reply);
    return new Question(
        campaign, unit, group, id, criterion, text, askedAt, askedBy, all, referrals, tip);
  }

  Question referred(Referral referral) {
    var all = new ArrayList<>(referrals);
    all.add(referral);
    return new Question(
        campaign, unit, group, id, criterion, text, askedAt, askedBy, replies, all, tip);
  }

  Question after(ChainTip newTip) {
    return new Question(
        campaign, unit, group, id, criterion, text, askedAt, askedBy, replies, referrals, newTip);
  }
}
