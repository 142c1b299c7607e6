package vn.minhbach.function.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.OnBehalf;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;

/**
 * An answer as a client reads it.
 *
 * @param inputs left out where the criterion does not apply
 * @param claim what the unit says to the province's figure
 */
public record AnswerReply(
    CriterionId criterion,
    Optional<Map<String, Object>> inputs,
    Optional<String> notApplicable,
    Optional<String> note,
    Optional<Points> points,
    Optional<ClaimReply> claim,
    Optional<OnBehalfReply> onBehalf,
    Instant savedAt,
    String etag)
    implements ReplyPart {

  public static AnswerReply of(Answer answer) {
    return new AnswerReply(
        answer.criterion(),
        inputs(answer),
        answer.notApplicable(),
        answer.note(),
        answer.points(),
        answer.claim().map(ClaimReply::of),
        answer.onBehalf().map(typed -> OnBehalfReply.of(answer, typed)),
        answer.at(),
        answer.etag());
  }

  /** The figures of an answer; empty where the criterion does not apply. */
  public static Optional<Map<String, Object>> inputs(Answer answer) {
    return answer.notApplicable().isPresent() ? Optional.empty() : Optional.of(answer.inputs());
  }

  /** The province's figure, confirmed or contested. */
  public record ClaimReply(
      @Wire(inline = true) Optional<ProvenanceReply> provenance,
      Claim.Kind kind,
      Optional<Map<String, Object>> figure,
      Optional<String> reason)
      implements ReplyPart {

    private static ClaimReply of(Claim claim) {
      return new ClaimReply(
          claim.provenance().map(ProvenanceReply::of),
          claim.kind(),
          Optional.of(claim.figure()).filter(figure -> !figure.isEmpty()),
          claim.reason());
    }
  }

  /** Who typed an answer, from which paper, and what the unit says to it. */
  public record OnBehalfReply(
      String paper, String by, Instant until, Optional<ContestReply> contest) implements ReplyPart {

    private static OnBehalfReply of(Answer answer, OnBehalf typed) {
      return new OnBehalfReply(
          typed.paper(),
          answer.by(),
          typed.until(),
          typed.contest().map(word -> new ContestReply(word.reason(), word.at())));
    }
  }

  /** Why the unit set it aside. */
  public record ContestReply(String reason, Instant at) implements ReplyPart {}
}
