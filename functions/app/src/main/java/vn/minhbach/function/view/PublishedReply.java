package vn.minhbach.function.view;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.function.http.ReplyPart;

/**
 * A question and its answer as the other units of the group read them.
 *
 * @param ruling the paper of the People's Committee, where the answer is what that ruled
 */
public record PublishedReply(
    String id,
    CriterionId criterion,
    String question,
    String answer,
    Optional<LetterReply> ruling,
    Instant answeredAt)
    implements ReplyPart {

  public static PublishedReply of(Published copy) {
    return new PublishedReply(
        copy.id(),
        copy.criterion(),
        copy.question(),
        copy.answer(),
        copy.ruling().map(paper -> new LetterReply(paper.number(), paper.date())),
        copy.answeredAt());
  }
}
