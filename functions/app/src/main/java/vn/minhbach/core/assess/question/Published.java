package vn.minhbach.core.assess.question;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.submission.Head;

/**
 * An answer as all units of a group read it. Who asked is not in it, so nothing that reads it can
 * tell.
 *
 * @param answer of the office; of the People's Committee where it ruled, which goes before
 * @param ruling number and date of its paper
 * @param shown false once the office has taken it back
 * @param version of the question that it was made from
 */
public record Published(
    CampaignId campaign,
    int group,
    String id,
    CriterionId criterion,
    String question,
    String answer,
    Optional<Head.Letter> ruling,
    Instant answeredAt,
    boolean shown,
    long version) {

  /** What the group reads of a question that was answered or ruled on at least once. */
  static Published of(Question question) {
    Optional<Referral> ruled = question.referral().filter(one -> one.ruling().isPresent());
    Optional<Question.Reply> reply = question.reply();
    return new Published(
        question.campaign(),
        question.group(),
        question.id(),
        question.criterion(),
        ruled.isPresent()
            ? question.difficulty()
            : reply.flatMap(Question.Reply::wording).orElse(question.text()),
        question
            .ruling()
            .map(Referral.Ruling::text)
            .or(() -> reply.map(Question.Reply::answer))
            .orElse(""),
        question.ruling().map(Referral.Ruling::paper),
        ruled.map(Referral::at).or(() -> reply.map(Question.Reply::at)).orElse(question.askedAt()),
        ruled.isPresent() || reply.filter(Question.Reply::published).isPresent(),
        question.version());
  }
}
