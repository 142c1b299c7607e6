package vn.minhbach.core.appraise.assignment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The standing office brings in the register of the appraisal team. A file is the whole register:
 * whom it leaves out is no member from that moment. It changes no mark.
 *
 * <p>Refused once the campaign is reported, and as a whole when any line is at fault, naming each.
 */
public final class AppointTeam {

  private static final int NUMBER_MAX = 100;

  private final CampaignChange change;
  private final Units units;
  private final Accounts accounts;
  private final Teams teams;
  private final Chance chance;

  public AppointTeam(
      CampaignChange change, Units units, Accounts accounts, Teams teams, Chance chance) {
    this.change = change;
    this.units = units;
    this.accounts = accounts;
    this.teams = teams;
    this.chance = chance;
  }

  /** Reads {@code {number, date}}: the decision by which the team is set up, or changed. */
  public static Outcome<Team.Decision> decision(Campaign campaign, Act act, Object tree) {
    LocalDate today = act.now().atZone(campaign.calendar().zone()).toLocalDate();
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only("number", "date");
          Node number = body.field("number");
          String text = number.raw() == null ? "" : number.text(NUMBER_MAX);
          Node date = body.field("date");
          LocalDate day = date.raw() == null ? LocalDate.EPOCH : date.date();
          if (day.isAfter(today)) {
            date.fault(InputProblem.IN_THE_FUTURE.of(day.toString(), today));
          }
          return () -> new Team.Decision(text, day);
        });
  }

  /** The campaign with the register in force. */
  public Outcome<Campaign> appoint(CampaignId id, Act act, Team.Decision decision, String csv) {
    return change.of(
        id,
        act,
        campaign -> campaign.beforeReport().flatMap(open -> decide(open, act, decision, csv)));
  }

  private Outcome<CampaignChange.Decided> decide(
      Campaign campaign, Act act, Team.Decision decision, String csv) {
    if (campaign.unitsVersion() == 0) {
      return Outcome.refused(CampaignProblem.NEEDS_UNITS.of(campaign.id()));
    }
    Map<UnitCode, Unit> known =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .collect(Collectors.toMap(Unit::code, Function.identity()));
    return TeamFile.read(csv, campaign.id().value(), known, campaign.settings().appraisalSettings())
        .map(sent ->
            inForce(campaign, decision, csv)
                ? CampaignChange.Decided.nothing(campaign)
                : decided(campaign, act, decision, csv, sent));
  }

  /** Whether this very file is the register already, as when an answer was lost on its way. */
  private boolean inForce(Campaign campaign, Team.Decision decision, String csv) {
    return teams
        .of(campaign)
        .filter(team -> team.decision().equals(decision) && team.sha256().equals(hash(csv)))
        .isPresent();
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private CampaignChange.Decided decided(
      Campaign campaign, Act act, Team.Decision decision, String csv, TeamFile.Sent sent) {
    long version = chance.version();
    Optional<Team> before = teams.of(campaign);
    Map<String, String> actors = actors(campaign, before, sent.members());
    var team =
        new Team(
            campaign.id(),
            version,
            decision,
            hash(csv),
            before.map(Team::seed).orElseGet(chance::version),
            sent.members().stream()
                .map(member -> member.as(actors.get(member.account())))
                .toList());
    var named = new ArrayList<Actor>();
    sent.names()
        .forEach((account, name) ->
            named.add(
                new Actor(
                    actors.get(account), name, List.of(), version, act.now(), Optional.empty())));
    teams.stage(team, named);
    long seed = campaign.settings().appraisalSettings().seed().orElse(team.seed());
    return CampaignChange.Decided.of(
        campaign.withTeam(version),
        new TeamFact.TeamAppointed(
            act.caller().id(),
            version,
            team.members().size(),
            decision.number(),
            decision.date(),
            hash(csv),
            hash(Long.toString(seed))));
  }

  // An account keeps its opaque id from register to register, that of units' accounts included.
  private Map<String, String> actors(
      Campaign campaign, Optional<Team> before, List<Member> members) {
    var actors = new HashMap<String, String>();
    for (Member member : members) {
      actors.computeIfAbsent(
          member.account(),
          account ->
              before.stream()
                  .flatMap(team -> team.lines(account).stream())
                  .map(Member::actor)
                  .findFirst()
                  .or(() ->
                      campaign
                          .pointers()
                          .accounts()
                          .flatMap(version -> accounts.find(campaign.id(), version, account))
                          .map(Account::actor))
                  .orElseGet(chance::hex128));
    }
    return actors;
  }
}
