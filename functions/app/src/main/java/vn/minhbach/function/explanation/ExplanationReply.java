package vn.minhbach.function.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.HandReply;
import vn.minhbach.function.view.WorthReply;

/**
 * What was asked of a criterion and said to it.
 *
 * @param rounds oldest first; the last is in force
 * @param etag to be sent as If-Match by who writes over an answer
 */
record ExplanationReply(CriterionId criterion, List<RoundReply> rounds, String etag)
    implements ReplyPart {

  /**
   * An explanation.
   *
   * @param own whether the reader is the unit: what it has not confirmed is its own affair
   * @param named whether the reader is told who asked
   */
  static ExplanationReply of(Explanation one, boolean own, boolean named) {
    return new ExplanationReply(
        one.criterion(),
        one.rounds().stream().map(round -> RoundReply.of(round, own, named)).toList(),
        one.etag());
  }

  /** A question and what came of it. */
  record RoundReply(
      String question,
      boolean figures,
      HandReply by,
      Instant askedAt,
      Instant until,
      Optional<ProposedReply> proposed,
      Optional<AnsweredReply> answer,
      Optional<ConfirmedReply> confirmed,
      Optional<Explanation.Party> silent,
      Optional<Instant> silentAt)
      implements ReplyPart {

    private static RoundReply of(Explanation.Round round, boolean own, boolean named) {
      Explanation.Asked asked = round.asked();
      boolean told = own || round.confirmed().isPresent();
      return new RoundReply(
          asked.question(),
          asked.figures(),
          HandReply.of(asked.by(), named),
          asked.at(),
          asked.until(),
          asked.proposed().map(cut -> ProposedReply.of(cut, named)),
          round.answer().filter(answer -> told).map(AnsweredReply::of),
          round.confirmed().map(ConfirmedReply::of),
          round.lapsed().map(Explanation.Lapsed::party),
          round.lapsed().map(Explanation.Lapsed::at));
    }
  }

  /** The cut that the unit is shown with the question. */
  record ProposedReply(WorthReply worth, Optional<String> reason, HandReply by)
      implements ReplyPart {

    private static ProposedReply of(Explanation.Proposed cut, boolean named) {
      return new ProposedReply(
          WorthReply.of(cut.worth()), cut.reason(), HandReply.of(cut.by(), named));
    }
  }

  /** What the unit says. */
  record AnsweredReply(String text, List<String> evidence, Instant at, Optional<Instant> closedAt)
      implements ReplyPart {

    private static AnsweredReply of(Explanation.Answer answer) {
      return new AnsweredReply(answer.text(), answer.evidence(), answer.at(), answer.closed());
    }
  }

  /**
   * The word of the unit's head.
   *
   * @param judgeBy last moment for the team to judge it
   */
  record ConfirmedReply(
      String name,
      String title,
      String letterNumber,
      LocalDate letterDate,
      Instant at,
      Instant judgeBy)
      implements ReplyPart {

    private static ConfirmedReply of(Explanation.Confirmed word) {
      return new ConfirmedReply(
          word.name(),
          word.title(),
          word.letter().number(),
          word.letter().date(),
          word.at(),
          word.judgeBy());
    }
  }
}
