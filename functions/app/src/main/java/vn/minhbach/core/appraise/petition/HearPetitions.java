package vn.minhbach.core.appraise.petition;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Which petitions are open. A signed one waits for its decision for as long as it takes: nothing is
 * reported over it. A draft that nobody signs in time is no petition, and stays as it was written.
 */
public final class HearPetitions implements Hearings {

  private final Petitions petitions;

  public HearPetitions(Petitions petitions) {
    this.petitions = petitions;
  }

  @Override
  public void lapse(Campaign campaign, Unit unit, Instant now) {
    // No silence decides here.
  }

  @Override
  public List<Open> open(Campaign campaign, Unit unit, Instant now) {
    // Before anything is shown there is nothing to ask about, and nothing is read.
    return campaign.provisional().isEmpty()
        ? List.of()
        : petitions.ofUnit(campaign.id(), unit.code()).stream()
            .flatMap(one -> open(campaign, one, now).stream())
            .toList();
  }

  @Override
  public Optional<Open> of(Campaign campaign, Unit unit, CriterionId criterion, Instant now) {
    return campaign
        .provisional()
        .flatMap(shown -> petitions.find(campaign.id(), unit.code(), criterion))
        .flatMap(one -> open(campaign, one, now));
  }

  @Override
  public Map<UnitCode, Open> column(
      Campaign campaign, CriterionId criterion, Collection<UnitCode> units, Instant now) {
    if (campaign.provisional().isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<UnitCode, Open>();
    petitions
        .of(campaign.id(), criterion, units)
        .forEach(one -> open(campaign, one, now).ifPresent(open -> found.put(one.unit(), open)));
    return found;
  }

  private static Optional<Open> open(Campaign campaign, Petition petition, Instant now) {
    Instant until = campaign.provisional().orElseThrow().until();
    return switch (petition.state()) {
      case DECIDED -> Optional.empty();
      case PENDING -> Optional.of(new Open(petition.criterion(), Phase.PETITIONED, Instant.MAX));
      case DRAFT ->
          now.isAfter(until)
              ? Optional.empty()
              : Optional.of(new Open(petition.criterion(), Phase.DRAFTED, until));
    };
  }
}
