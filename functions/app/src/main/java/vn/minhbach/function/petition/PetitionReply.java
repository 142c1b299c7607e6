package vn.minhbach.function.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.RulingReply;

/**
 * A petition.
 *
 * @param id the criterion's
 * @param etag to be sent as If-Match by who writes over a draft, and by who decides
 */
record PetitionReply(
    CriterionId id,
    CriterionId criterion,
    Petition.State state,
    String text,
    List<String> evidence,
    Instant writtenAt,
    Optional<Boolean> onBehalf,
    Optional<SignedReply> signed,
    Optional<RulingReply> decision,
    String etag)
    implements ReplyPart {

  static PetitionReply of(Petition one, boolean named) {
    return new PetitionReply(
        one.criterion(),
        one.criterion(),
        one.state(),
        one.plea().text(),
        one.plea().evidence(),
        one.plea().at(),
        ReplyPart.only(one.plea().onBehalf()),
        one.signed().map(SignedReply::of),
        one.decision().map(made -> RulingReply.of(made, named)),
        one.etag());
  }

  /** By whose word it stands; name and title are left out where the letter alone says it. */
  record SignedReply(
      Optional<String> name,
      Optional<String> title,
      String letterNumber,
      LocalDate letterDate,
      Instant at)
      implements ReplyPart {

    private static SignedReply of(Petition.Signed word) {
      return new SignedReply(
          word.name(), word.title(), word.letter().number(), word.letter().date(), word.at());
    }
  }
}
