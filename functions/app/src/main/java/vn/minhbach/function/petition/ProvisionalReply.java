package vn.minhbach.function.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.petition.ReadProvisional;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.HandReply;
import vn.minhbach.function.view.WorthReply;

/**
 * A unit's provisional result: both scores, no rank.
 *
 * @param petitionsUntil last moment for a petition
 */
record ProvisionalReply(
    UnitCode unit,
    String name,
    Instant shownAt,
    Instant petitionsUntil,
    SumReply appraised,
    SumReply self,
    List<LineReply> criteria)
    implements ReplyPart {

  static ProvisionalReply of(Unit unit, ReadProvisional.Sheet sheet) {
    return new ProvisionalReply(
        unit.code(),
        unit.name(),
        sheet.shown().at(),
        sheet.shown().until(),
        SumReply.of(sheet.appraised().scorecard()),
        SumReply.of(sheet.view().scorecard()),
        sheet.appraised().cells().stream().map(LineReply::of).toList());
  }

  /** The sum of a form. */
  record SumReply(Points points, Points max, Optional<Points> index) implements ReplyPart {

    private static SumReply of(Scorecard card) {
      return new SumReply(card.points(), card.max(), card.index());
    }
  }

  /**
   * A criterion.
   *
   * @param counts what it counts as appraised; left out while it is looked at again
   * @param reason why, where somebody gave one
   */
  record LineReply(
      CriterionId criterion,
      String title,
      Points maxPoints,
      WorthReply self,
      Optional<WorthReply> counts,
      Optional<Boolean> underReview,
      Optional<String> reason,
      Optional<HandReply> by)
      implements ReplyPart {

    private static LineReply of(Appraised.Settled one) {
      Marking marking = one.marking();
      boolean done = marking.state().done();
      Optional<Reading> told = marking.decisive().filter(reading -> done);
      CriterionScore score = marking.score();
      return new LineReply(
          one.cell().id(),
          one.cell().criterion().title(),
          one.cell().criterion().maxPoints(),
          WorthReply.of(one.cell().own()),
          done ? Optional.of(worth(score)) : Optional.empty(),
          ReplyPart.only(!done),
          told.flatMap(reading -> reading.ruling().reason()),
          told.map(reading -> HandReply.of(reading.by(), false)));
    }

    private static WorthReply worth(CriterionScore score) {
      return new WorthReply(
          score.applicable() ? Optional.of(score.points()) : Optional.empty(),
          ReplyPart.only(!score.applicable()));
    }
  }
}
