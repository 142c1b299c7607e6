package vn.minhbach.function.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.publish.review.Review;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.LetterReply;
import vn.minhbach.function.view.RulingReply;

/**
 * A request for review.
 *
 * @param unit and {@code unitName}, in the list of all units alone
 * @param etag to be sent as If-Match by who decides
 */
record ReviewReply(
    String id,
    Optional<UnitCode> unit,
    Optional<String> unitName,
    int issue,
    CriterionId criterion,
    Review.State state,
    String text,
    Optional<Boolean> onBehalf,
    SignedReply signed,
    Optional<RulingReply> decision,
    String etag)
    implements ReplyPart {

  static ReviewReply of(Review one, boolean named) {
    return new ReviewReply(
        one.id(),
        Optional.empty(),
        Optional.empty(),
        one.issue(),
        one.criterion(),
        one.state(),
        one.text(),
        ReplyPart.only(one.onBehalf()),
        SignedReply.of(one.signed()),
        one.decision().map(made -> RulingReply.of(made, named)),
        one.etag());
  }

  ReviewReply at(UnitCode code, String name) {
    return new ReviewReply(
        id,
        Optional.of(code),
        Optional.of(name),
        issue,
        criterion,
        state,
        text,
        onBehalf,
        signed,
        decision,
        etag);
  }

  /** By whose word it stands; name and title are left out where the letter alone says it. */
  record SignedReply(Optional<String> name, Optional<String> title, LetterReply letter, Instant at)
      implements ReplyPart {

    private static SignedReply of(Petition.Signed word) {
      return new SignedReply(
          word.name(),
          word.title(),
          new LetterReply(word.letter().number(), word.letter().date()),
          word.at());
    }
  }

  /**
   * The reviews of a unit.
   *
   * @param until last day to ask for one of the latest issue; left out before publication
   */
  record OfUnit(Optional<LocalDate> until, List<ReviewReply> items) implements ReplyPart {}
}
