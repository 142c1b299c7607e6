package vn.minhbach.core.publish.review;

import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.ledger.Entry;

/** Reviews in the words of a criterion's history. */
public final class TellReviews implements Narrator {

  private static final Bilingual UNIT = new Bilingual("Đơn vị", "The unit");

  @Override
  public Optional<ReadHistory.Event> tell(Entry entry, CriterionId criterion) {
    return ReviewFact.read(entry)
        .flatMap(fact ->
            switch (fact) {
              case ReviewFact.ReviewAsked asked ->
                  Optional.of(asked)
                      .filter(one -> one.criterion().equals(criterion))
                      .map(one -> asked(entry, one));
              case ReviewFact.ReviewDecided decided ->
                  Optional.of(decided)
                      .filter(one -> one.criterion().equals(criterion))
                      .map(one -> decided(entry, one));
            });
  }

  private static ReadHistory.Event asked(Entry entry, ReviewFact.ReviewAsked fact) {
    return Narrator.event(
        entry,
        UNIT,
        new Bilingual(
            "đề nghị phúc tra kết quả công bố lần "
                + fact.issue()
                + ", văn bản số "
                + fact.letterNumber(),
            "asked for a review of issue " + fact.issue() + ", letter " + fact.letterNumber()),
        Optional.empty());
  }

  private static ReadHistory.Event decided(Entry entry, ReviewFact.ReviewDecided fact) {
    Bilingual points = Narrator.told(fact.points());
    Bilingual what =
        fact.decision() == Petition.Ruling.KEPT
            ? new Bilingual("phúc tra, giữ nguyên điểm", "reviewed, kept the points")
            : new Bilingual(
                "phúc tra, chấm " + points.vietnamese(), "reviewed, marks " + points.english());
    return Narrator.event(
        entry,
        Narrator.who(fact.role(), fact.employer()),
        Narrator.because(what, fact.reason()),
        fact.points());
  }
}
