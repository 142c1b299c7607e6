package vn.minhbach.core.prepare.campaign;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.ledger.Sha256;

/**
 * The standing office puts the campaign's table of public holidays in force, whole.
 *
 * <p>Once forms are out, a change of a day on which a term can end is refused, naming each: a due
 * date that a unit has read must not move behind its back, and written and unwritten forms must
 * count alike. Days after the fixed date stay free; they serve reminders.
 */
public final class SetHolidays {

  private final CampaignChange change;

  public SetHolidays(CampaignChange change) {
    this.change = change;
  }

  public Outcome<Campaign> set(CampaignId id, Act act, String csv) {
    return Holidays.read(csv)
        .flatMap(table -> change.of(id, act, campaign -> decide(campaign, table, act, csv)));
  }

  private static Outcome<CampaignChange.Decided> decide(
      Campaign campaign, Holidays table, Act act, String csv) {
    DeadlineRules rules = campaign.settings().deadlineRules();
    List<Violation> bound =
        binding(campaign, rules.holidays().differing(table)).stream()
            .map(day -> Violation.at(day.toString(), CampaignProblem.HOLIDAY_BINDS.of(day)))
            .toList();
    if (!bound.isEmpty()) {
      return Outcome.refused(
          Refusal.of(CampaignProblem.HOLIDAYS_BIND.of(campaign.id(), bound.size()), bound));
    }
    return Outcome.accepted(
        CampaignChange.Decided.of(
            campaign.withRules(rules.with(table)),
            new CampaignFact.HolidaysSet(
                act.caller().id(),
                table.days().size(),
                Sha256.hex(csv.getBytes(StandardCharsets.UTF_8)))));
  }

  /** The days between sending and the fixed date: there a term of days may end. */
  private static SortedSet<LocalDate> binding(Campaign campaign, SortedSet<LocalDate> differing) {
    return campaign
        .openedAt()
        .map(sent -> sent.atZone(campaign.calendar().zone()).toLocalDate())
        .filter(sent -> sent.isBefore(campaign.calendar().dueBefore()))
        .map(sent -> differing.subSet(sent, campaign.calendar().dueBefore()))
        .orElseGet(TreeSet::new);
  }
}
