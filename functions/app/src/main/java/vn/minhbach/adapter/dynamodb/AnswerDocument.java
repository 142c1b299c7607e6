package vn.minhbach.adapter.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.OnBehalf;

/** An answer as it is stored: flat, in this order, whatever parts core makes of it. */
record AnswerDocument(
    CriterionId criterion,
    Map<String, Object> inputs,
    Optional<String> notApplicable,
    Optional<String> note,
    Optional<Points> points,
    long criteriaVersion,
    Instant at,
    String by,
    long version,
    Optional<Claim> claim,
    Optional<OnBehalf> onBehalf) {

  static AnswerDocument of(Answer answer) {
    Answer.Content content = answer.content();
    Answer.Authorship authorship = answer.authorship();
    return new AnswerDocument(
        answer.criterion(),
        content.inputs(),
        content.notApplicable(),
        content.note(),
        content.points(),
        authorship.criteriaVersion(),
        authorship.at(),
        authorship.by(),
        answer.version(),
        content.claim(),
        authorship.onBehalf());
  }

  Answer answer() {
    return new Answer(
        criterion,
        new Answer.Content(inputs, notApplicable, note, points, claim),
        new Answer.Authorship(criteriaVersion, at, by, onBehalf),
        version);
  }
}
