package vn.minhbach.function.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.question.Question;
import vn.minhbach.function.http.ReplyPart;

/**
 * A question as a client reads it.
 *
 * @param answer the one in force
 * @param corrected the answers before it
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
        question.etag());
  }

  private static List<EarlierReply> earlier(Question question) {
    return question.replies().stream()
        .limit(Math.max(0, question.replies().size() - 1))
        .map(reply -> new EarlierReply(reply.answer(), reply.at()))
        .toList();
  }

  /** An answer that was replaced. */
  record EarlierReply(String answer, Instant at) implements ReplyPart {}
}
