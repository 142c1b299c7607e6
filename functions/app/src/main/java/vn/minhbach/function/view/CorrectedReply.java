package vn.minhbach.function.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Language;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.function.http.ReplyPart;

/**
 * What the last correction made of a criterion and of the answer to it, as form and scorecard show
 * it.
 *
 * @param owed whether the unit has still to answer anew
 * @param points what the old answer gives under the new rule; with {@code fits}, where it is older
 *     than the correction
 * @param reason why the old answer no longer fits
 */
public record CorrectedReply(
    int number,
    String letter,
    LocalDate date,
    List<String> fields,
    Instant until,
    boolean owed,
    Optional<Points> points,
    Optional<Boolean> fits,
    Optional<String> reason,
    Optional<String> reasonVi,
    Optional<String> reasonEn)
    implements ReplyPart {

  /** Empty where no correction names the criterion. */
  public static Optional<CorrectedReply> of(Criterion criterion, FormView view) {
    Optional<Answer> answer = Optional.ofNullable(view.form().answers().get(criterion.id()));
    return view.amendments()
        .of(criterion.id(), answer)
        .map(amended ->
            of(
                amended,
                answer
                    .filter(view.amendments()::outdated)
                    .map(old -> view.amendments().carried(criterion, old))));
  }

  private static CorrectedReply of(
      Amendments.Amended amended, Optional<Amendments.Carried> carried) {
    Optional<Refusal> refusal = carried.flatMap(Amendments.Carried::refusal);
    return new CorrectedReply(
        amended.by().number(),
        amended.by().letter().number(),
        amended.by().letter().date(),
        amended.fields(),
        amended.by().until(),
        amended.owed(),
        carried
            .map(Amendments.Carried::score)
            .filter(CriterionScore::applicable)
            .map(CriterionScore::points),
        carried.map(one -> one.refusal().isEmpty()),
        refusal.map(one -> one.problem().slug()),
        refusal.map(one -> one.told(Language.VI)),
        refusal.map(one -> one.told(Language.EN)));
  }

  /** The same of a scorecard. */
  public static CorrectedReply of(CardLine.Corrected corrected) {
    return new CorrectedReply(
        corrected.number(),
        corrected.letter(),
        corrected.date(),
        corrected.fields(),
        corrected.until(),
        corrected.owed(),
        corrected.points(),
        corrected.fits(),
        corrected.unfit().map(CardLine.Unfit::slug),
        corrected.unfit().map(CardLine.Unfit::vietnamese),
        corrected.unfit().map(CardLine.Unfit::english));
  }
}
