package vn.minhbach.core.publish.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.appraise.petition.DecidePetition;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Lead or deputy decides a review (<i>quyết định phúc tra</i>): the points are kept, or they are
 * others, and why; once. Who has judged the criterion before, in whatever step, does not decide.
 * The points are kept while the result stands published as while it is corrected; new ones come
 * with a correction alone, under the rules of a petition's ({@link DecidePetition}).
 */
public final class DecideReview {

  private static final int ID_SHOWN = 60;

  private final Docket docket;
  private final Petitions petitions;
  private final Reviews reviews;
  private final Commits commits;

  public DecideReview(Docket docket, Petitions petitions, Reviews reviews, Commits commits) {
    this.docket = docket;
    this.petitions = petitions;
    this.reviews = reviews;
    this.commits = commits;
  }

  /**
   * Decides.
   *
   * @param id as {@link Review#id}
   */
  public Outcome<Review> decide(
      Campaign campaign,
      Unit unit,
      String id,
      Act act,
      Condition condition,
      Outcome<DecidePetition.Draft> sent) {
    return commits.until(() ->
        docket
            .lead(campaign, unit, act)
            .flatMap(sitting ->
                found(campaign, unit, id)
                    .flatMap(review ->
                        sitting
                            .of(review.criterion())
                            .flatMap(at ->
                                another(unit, sitting, at)
                                    .flatMap(ok -> sent)
                                    .flatMap(draft ->
                                        decide(
                                            campaign, sitting, at, review, draft, act,
                                            condition))))));
  }

  private Outcome<Review> found(Campaign campaign, Unit unit, String id) {
    return reviews
        .find(campaign.id(), unit.code(), id)
        .map(Outcome::accepted)
        .orElseGet(() ->
            Outcome.refused(
                ReviewProblem.UNKNOWN_REVIEW.of(
                    unit.code(), id.length() > ID_SHOWN ? id.substring(0, ID_SHOWN) + "…" : id)));
  }

  // A petition that was refused left the mark as its first reader gave it: the petition alone tells
  // who refused.
  private Outcome<Docket.Case> another(Unit unit, Docket.Sitting sitting, Docket.Case at) {
    boolean decided =
        petitions
            .find(sitting.view().form().head().campaign(), unit.code(), at.cell().id())
            .flatMap(Petition::decision)
            .filter(made -> !made.by().another(sitting.me()))
            .isPresent();
    return decided || at.judgedBy(sitting.me())
        ? Outcome.refused(ReviewProblem.REVIEW_OWN_MARK.of(unit.code(), at.cell().id()))
        : Outcome.accepted(at);
  }

  private Outcome<Decision<Review>> decide(
      Campaign campaign,
      Docket.Sitting sitting,
      Docket.Case at,
      Review review,
      DecidePetition.Draft draft,
      Act act,
      Condition condition) {
    if (review.decision().isPresent()) {
      return Outcome.refused(ReviewProblem.REVIEW_DECIDED.of(review.unit(), review.criterion()));
    }
    return ruled(campaign, sitting, at, draft, act)
        .flatMap(mark ->
            condition
                .against(Optional.of(review.etag()))
                .map(met -> commit(sitting, review, draft, mark, act)));
  }

  // Empty where the points are kept: what was published stays as it was judged.
  private Outcome<Optional<PutMark>> ruled(
      Campaign campaign,
      Docket.Sitting sitting,
      Docket.Case at,
      DecidePetition.Draft draft,
      Act act) {
    if (draft.judge().isEmpty()) {
      return Outcome.accepted(Optional.empty());
    }
    if (!campaign.stage().underway()) {
      return Outcome.refused(ReviewProblem.REVIEW_NEEDS_CORRECTION.of(campaign.id()));
    }
    return Move.MARK
        .of(sitting.view().form().head())
        .flatMap(
            head -> docket.petitioned(sitting, at, draft.judge().get(), draft.reason(), act.now()))
        .flatMap(put -> {
          Worth before =
              at.marking().decisive().map(Reading::worth).orElseGet(() -> at.cell().own());
          return worth(put).equals(before)
              ? Outcome.refused(ReviewProblem.REVIEW_NOTHING_NEW.of(at.cell().id()))
              : Outcome.accepted(Optional.of(put));
        });
  }

  private static Worth worth(PutMark put) {
    return put.mark().reading(Reading.Kind.PETITION).orElseThrow().worth();
  }

  private Decision<Review> commit(
      Docket.Sitting sitting,
      Review review,
      DecidePetition.Draft draft,
      Optional<PutMark> mark,
      Act act) {
    Optional<Worth> worth = mark.map(DecideReview::worth);
    Petition.Ruling ruling = worth.isPresent() ? Petition.Ruling.NEW_POINTS : Petition.Ruling.KEPT;
    Review next =
        review.with(new Petition.Decision(ruling, worth, draft.reason(), sitting.me(), act.now()));
    List<Write> writes = new ArrayList<>();
    writes.add(new PutReview(next));
    mark.ifPresent(writes::add);
    return Decision.commit(
        next,
        commits.note(
            sitting.view().form().head(),
            writes,
            Note.of(
                act.now(),
                new ReviewFact.ReviewDecided(
                    sitting.me().account(),
                    sitting.me().body(),
                    sitting.me().role(),
                    review.issue(),
                    review.criterion(),
                    ruling,
                    worth.filter(Worth::applicable).map(Worth::points),
                    draft.reason()))));
  }
}
