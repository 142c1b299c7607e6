package vn.minhbach.core.appraise.inspection;

import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.marking.Narrator;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.ledger.Entry;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** What inspections found, in the words of a criterion's history. */
public final class TellInspections implements Narrator {

  private final Inspections inspections;

  public TellInspections(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public boolean open(Campaign campaign, Unit unit, Entry entry) {
    return InspectionFact.read(entry)
        .filter(fact ->
            fact instanceof InspectionFact.FindingNoted noted
                && inspections.minutes(campaign.id(), unit.code(), noted.inspection()).isEmpty())
        .isEmpty();
  }

  @Override
  public Optional<ReadHistory.Event> tell(Entry entry, CriterionId criterion) {
    return InspectionFact.read(entry)
        .flatMap(fact ->
            fact instanceof InspectionFact.FindingNoted noted && noted.criterion().equals(criterion)
                ? Optional.of(noted(entry, noted))
                : Optional.empty());
  }

  private static ReadHistory.Event noted(Entry entry, InspectionFact.FindingNoted fact) {
    return Narrator.event(
        entry,
        Narrator.who(fact.role(), fact.employer()),
        new Bilingual(
            "kiểm tra thực tế: " + fact.found().vietnamese() + "; " + fact.text(),
            "found on the spot: " + fact.found().english() + "; " + fact.text()),
        Optional.empty());
  }
}
