package vn.minhbach.core.appraise.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.MarkProblem;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * Whether every unit was heard, so that the result can be reported: the provisional result was
 * shown, the term for petitions is over, and no explanation or petition is open. A campaign without
 * an appraisal team reports what the units gave themselves, and there is nothing to hear.
 */
public final class EndHearings {

  private static final int NAMED_MAX = 10;

  private final Hearings hearings;

  public EndHearings(Hearings hearings) {
    this.hearings = hearings;
  }

  /**
   * Refused while somebody is still to be heard, naming the first.
   *
   * @param heads of the units, as stored
   */
  public Outcome<Campaign> ended(
      Campaign campaign, List<Unit> register, Map<UnitCode, Head> heads, Act act) {
    if (campaign.pointers().team().isEmpty()) {
      return Outcome.accepted(campaign);
    }
    List<Unit> marked =
        register.stream()
            .filter(unit ->
                Optional.ofNullable(heads.get(unit.code()))
                    .filter(head -> head.state().delivered())
                    .isPresent())
            .toList();
    if (marked.isEmpty()) {
      return Outcome.accepted(campaign);
    }
    if (campaign.provisional().isEmpty()) {
      return Outcome.refused(PetitionProblem.PROVISIONAL_FIRST.of(campaign.id()));
    }
    Campaign.Provisional shown = campaign.provisional().get();
    if (!act.now().isAfter(shown.until())) {
      return Outcome.refused(
          PetitionProblem.PETITION_TERM_RUNS.of(
              campaign.id(), Deadlines.of(campaign).day(shown.until())));
    }
    var open = new ArrayList<Violation>();
    int count = 0;
    for (Unit unit : marked) {
      for (Hearings.Open one : hearings.open(campaign, unit, act.now())) {
        count++;
        if (open.size() < NAMED_MAX) {
          open.add(
              Violation.at(
                  unit.code() + "/" + one.criterion(),
                  MarkProblem.HEARING_OPEN.of(one.phase().label())));
        }
      }
    }
    return count == 0
        ? Outcome.accepted(campaign)
        : Outcome.refused(Refusal.of(PetitionProblem.UNITS_STILL_HEARD.of(count), open));
  }
}
