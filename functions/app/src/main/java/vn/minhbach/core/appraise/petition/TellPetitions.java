package vn.minhbach.core.appraise.petition;

import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.ledger.Entry;

/** Petitions in the words of a criterion's history. What the unit drafts is not told. */
public final class TellPetitions implements Narrator {

  private static final Bilingual UNIT = new Bilingual("Đơn vị", "The unit");

  @Override
  public Optional<ReadHistory.Event> tell(Entry entry, CriterionId criterion) {
    return PetitionFact.read(entry)
        .flatMap(fact ->
            switch (fact) {
              case PetitionFact.PetitionWritten written ->
                  written
                      .letterNumber()
                      .filter(letter -> written.criterion().equals(criterion))
                      .map(letter -> asked(entry, letter));
              case PetitionFact.PetitionsSigned signed ->
                  Optional.of(signed.letterNumber())
                      .filter(letter -> signed.criteria().contains(criterion))
                      .map(letter -> asked(entry, letter));
              case PetitionFact.PetitionDecided decided ->
                  Optional.of(decided)
                      .filter(one -> one.criterion().equals(criterion))
                      .map(one -> decided(entry, one));
              case PetitionFact.ProvisionalShown shown -> Optional.empty();
            });
  }

  private static ReadHistory.Event asked(Entry entry, String letter) {
    return Narrator.event(
        entry,
        UNIT,
        new Bilingual(
            "đề nghị xem xét lại điểm, văn bản số " + letter,
            "asked to reconsider the points, letter " + letter),
        Optional.empty());
  }

  private static ReadHistory.Event decided(Entry entry, PetitionFact.PetitionDecided fact) {
    Bilingual points = Narrator.told(fact.points());
    Bilingual what =
        fact.decision() == Petition.Ruling.KEPT
            ? new Bilingual("xem xét lại, giữ nguyên điểm", "reconsidered, kept the points")
            : new Bilingual(
                "xem xét lại, chấm " + points.vietnamese(),
                "reconsidered, marks " + points.english());
    return Narrator.event(
        entry,
        Narrator.who(fact.role(), fact.employer()),
        Narrator.because(what, fact.reason()),
        fact.points());
  }
}
