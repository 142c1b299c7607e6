package vn.minhbach.core.prepare.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office says who acts for which unit. A file is the whole register: whom it leaves
 * out is off from that moment, and a hand-over is a file with the new account, or with the day on
 * which one ends and the other begins.
 *
 * <p>Refused as a whole when any line is at fault, naming each.
 */
public final class ImportAccounts {

  private final CampaignChange change;
  private final Units units;
  private final CriteriaSets criteriaSets;
  private final Accounts accounts;
  private final Chance chance;

  public ImportAccounts(
      CampaignChange change,
      Units units,
      CriteriaSets criteriaSets,
      Accounts accounts,
      Chance chance) {
    this.change = change;
    this.units = units;
    this.criteriaSets = criteriaSets;
    this.accounts = accounts;
    this.chance = chance;
  }

  /** The campaign with the register in force. */
  public Outcome<Campaign> bring(CampaignId id, Act act, String csv) {
    return change.of(id, act, campaign -> decide(campaign, act, csv));
  }

  private Outcome<CampaignChange.Decided> decide(Campaign campaign, Act act, String csv) {
    if (campaign.unitsVersion() == 0) {
      return Outcome.refused(CampaignProblem.NEEDS_UNITS.of(campaign.id()));
    }
    var byCode = new HashMap<UnitCode, Unit>();
    units
        .all(campaign.id(), campaign.unitsVersion())
        .forEach(unit -> byCode.put(unit.code(), unit));
    return AccountFile.read(
            csv, campaign.id().value(), campaign.calendar().zone(), byCode, sets(campaign))
        .map(persons -> decided(campaign, act, csv, persons));
  }

  private Map<Integer, CriteriaSet> sets(Campaign campaign) {
    var sets = new HashMap<Integer, CriteriaSet>();
    campaign
        .criteriaVersions()
        .forEach((group, version) ->
            criteriaSets
                .find(campaign.id(), group, version)
                .ifPresent(set -> sets.put(group, set)));
    return sets;
  }

  private CampaignChange.Decided decided(
      Campaign campaign, Act act, String csv, SortedMap<String, AccountFile.Person> persons) {
    long version = chance.version();
    Map<String, String> ids = knownIds(campaign);
    var rows = new ArrayList<Account>();
    var actors = new ArrayList<Actor>();
    persons.forEach((account, person) -> {
      String actor = ids.computeIfAbsent(account, fresh -> chance.hex128());
      rows.add(new Account(account, actor, posts(person)));
      actors.add(
          new Actor(actor, person.name(), person.titles(), version, act.now(), person.email()));
    });
    accounts.stage(campaign.id(), version, rows, actors);
    return CampaignChange.Decided.of(
        campaign.withAccounts(version),
        new AccountFact.AccountsImported(
            act.caller().id(),
            version,
            rows.size(),
            Sha256.hex(csv.getBytes(StandardCharsets.UTF_8))));
  }

  // An account keeps its opaque id from register to register.
  private Map<String, String> knownIds(Campaign campaign) {
    var ids = new HashMap<String, String>();
    campaign
        .pointers()
        .accounts()
        .ifPresent(version ->
            accounts
                .all(campaign.id(), version)
                .forEach(account -> ids.put(account.account(), account.actor())));
    return ids;
  }

  private static List<Post> posts(AccountFile.Person person) {
    return person.titles().stream().map(Actor.Title::post).toList();
  }
}
