package vn.minhbach.function.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.core.assess.question.Referral;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.ProvinceRulingReply;

/**
 * A question as a client reads it.
 *
 * @param answer the one in force
 * @param corrected the answers before it
 * @param referral to the People's Committee
 */
record QuestionReply(
    String id,
    UnitCode unit,
    int group,
    CriterionId criterion,
    String question,
    Instant askedAt,
    Optional<String> answer,
    Optional<Instant> answeredAt,
    boolean published,
    Optional<String> publishedQuestion,
    Optional<List<EarlierReply>> corrected,
    Optional<ReferralReply> referral,
    String etag)
    implements ReplyPart {

  static QuestionReply of(Question question) {
    Optional<Question.Reply> reply = question.reply();
    return new QuestionReply(
        question.id(),
        question.unit(),
        question.group(),
        question.criterion(),
        question.text(),
        question.askedAt(),
        reply.map(Question.Reply::answer),
        reply.map(Question.Reply::at),
        reply.map(Question.Reply::published).orElse(false),
        reply.flatMap(Question.Reply::wording),
        ReplyPart.some(earlier(question)),
        question.referral().map(ReferralReply::of),
        question.etag());
  }

  private static List<EarlierReply> earlier(Question question) {
    return question.replies().stream()
        .limit(Math.max(0, question.replies().size() - 1))
        .map(reply -> new EarlierReply(reply.answer(), reply.at()))
        .toList();
  }

  /** What went up to the People's Committee, and what that ruled. */
  record ReferralReply(String question, Instant at, Optional<ProvinceRulingReply> ruling)
      implements ReplyPart {

    private static ReferralReply of(Referral referral) {
      return new ReferralReply(
          referral.wording().orElse(""),
          referral.at(),
          referral.ruling().map(ProvinceRulingReply::of));
    }
  }

  /** An answer that was replaced. */
  record EarlierReply(String answer, Instant at) implements ReplyPart {}
}
