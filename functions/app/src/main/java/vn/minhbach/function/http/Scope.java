package vn.minhbach.function.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ReadAhead;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.prepare.account.Account;
import vn.minhbach.core.prepare.account.Accounts;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.core.unit.Units;

/** Finds what a path names and holds it against the access table, before any use runs. */
public final class Scope {

  private final Campaigns campaigns;
  private final Units units;
  private final Accounts accounts;
  private final Teams teams;
  private final ReadAhead ahead;

  public Scope(Campaigns campaigns, Units units, Accounts accounts, Teams teams) {
    this(campaigns, units, accounts, teams, ReadAhead.NONE);
  }

  /**
   * The same, in fewer calls.
   *
   * @param ahead reads what the uses that come most often are known to read
   */
  public Scope(Campaigns campaigns, Units units, Accounts accounts, Teams teams, ReadAhead ahead) {
    this.campaigns = campaigns;
    this.units = units;
    this.accounts = accounts;
    this.teams = teams;
    this.ahead = ahead;
  }

  /** Runs what answers a request, with what it will read from admission on in one call. */
  Outcome<Reply> serving(Route route, Request request, Supplier<Outcome<Reply>> use) {
    boolean saves = route == Route.SAVE_ANSWER;
    if (!saves && route != Route.GRANT_UPLOAD) {
      return use.get();
    }
    String campaign = request.parameter("c");
    String unit = request.parameter("u");
    String criterion = saves ? request.parameter("criterion") : "";
    if (!CampaignId.valid(campaign) || !UnitCode.valid(unit)) {
      return use.get();
    }
    return ahead.during(
        new ReadAhead.Reads(
            new CampaignId(campaign),
            new UnitCode(unit),
            Callers.account(request.claims()),
            CriterionId.valid(criterion)
                ? Optional.of(new CriterionId(criterion))
                : Optional.empty()),
        use);
  }

  /**
   * Who was let in, and to what.
   *
   * @param caller as which it acts here: where the campaign has a register of accounts, with what
   *     the register says at this moment
   */
  record Admitted(Caller caller, Exchange.Found found) {}

  /** Campaign and unit of the path, if the caller may go there. */
  Outcome<Admitted> admit(Route route, Request request, Caller caller, Instant now) {
    if (route.access() != Access.PUBLIC
        && route.access().reaches().keySet().stream().noneMatch(caller::is)) {
      // Before any read: whoever has no role learns nothing of what exists.
      return route.access().admit(caller, Target.CAMPAIGN).map(never -> null);
    }
    if (route.access() != Access.PUBLIC && caller.staff() && !caller.employer().stated()) {
      return Access.unstated(caller, Callers.account(request.claims())).map(never -> null);
    }
    return found(route, request)
        .flatMap(found ->
            route.access() == Access.PUBLIC
                ? Outcome.accepted(new Admitted(caller, found))
                : employed(request, caller, found)
                    .flatMap(known ->
                        recused(route, request, caller, known, now)
                            .flatMap(listed -> acting(route, request, listed, known, now))));
  }

  /**
   * Holds the employer of who acts for more than a unit against the campaign's register: a code
   * that it does not have would compare with nothing. Before there is a register there is nothing
   * to hide, and {@code PrepareCampaign} brings in none that lacks it.
   */
  private Outcome<Exchange.Found> employed(Request request, Caller caller, Exchange.Found found) {
    Optional<Campaign> campaign = found.campaign().filter(one -> one.unitsVersion() > 0);
    if (!caller.staff() || campaign.isEmpty() || caller.unit().isEmpty()) {
      return Outcome.accepted(found);
    }
    UnitCode code = caller.unit().get();
    Optional<Unit> employer =
        found
            .unit()
            .filter(unit -> unit.code().equals(code))
            .or(() -> units.find(campaign.get().id(), campaign.get().unitsVersion(), code));
    return employer.isPresent()
        ? Outcome.accepted(new Exchange.Found(found.campaign(), found.unit(), employer))
        : Outcome.refused(
            AccessProblem.EMPLOYER_NOT_IN_REGISTER.of(
                Callers.account(request.claims()), code, campaign.get().id(), Employer.NONE));
  }

  /**
   * The caller with what it is recused from beside its own body. The team's register is read where
   * there is one and an instance has not yet read it; the communes of a district that employs the
   * caller only where no single unit is asked for, whose own parent says enough.
   */
  private Outcome<Caller> recused(
      Route route, Request request, Caller caller, Exchange.Found found, Instant now) {
    if (!caller.staff() || found.campaign().isEmpty()) {
      return Outcome.accepted(caller);
    }
    Campaign campaign = found.campaign().get();
    String account = Callers.account(request.claims());
    Optional<Team> team = teams.of(campaign).filter(one -> !one.lines(account).isEmpty());
    LocalDate today = now.atZone(campaign.calendar().zone()).toLocalDate();
    Optional<Member> member = team.flatMap(one -> one.member(account, today));
    if (member.filter(held -> !held.body().equals(caller.unit())).isPresent()) {
      return Outcome.refused(
          AccessProblem.BODY_DIFFERS.of(account, told(caller.unit()), told(member.get().body())));
    }
    var conflicts = new HashSet<UnitCode>(team.map(one -> one.conflicts(account)).orElse(Set.of()));
    if (!route.names("u")) {
      found
          .employer()
          .filter(employer -> employer.group() == Unit.DISTRICTS)
          .ifPresent(district -> conflicts.addAll(communes(campaign, district)));
    }
    return Outcome.accepted(
        caller.listed(
            team.map(one -> one.lines(account).getFirst().actor()).orElse(caller.id()), conflicts));
  }

  private List<UnitCode> communes(Campaign campaign, Unit district) {
    return units.all(campaign.id(), campaign.unitsVersion()).stream()
        .filter(unit -> unit.parent().filter(district.code()::equals).isPresent())
        .map(Unit::code)
        .toList();
  }

  private static String told(Optional<UnitCode> body) {
    return body.map(UnitCode::value).orElse(Employer.NONE);
  }

  // On every request anew: whoever is taken off the register is off at once, whatever the token
  // still says.
  private Outcome<Admitted> acting(
      Route route, Request request, Caller caller, Exchange.Found found, Instant now) {
    Optional<Long> register = found.campaign().flatMap(campaign -> campaign.pointers().accounts());
    if (register.isEmpty() || !Account.decides(caller)) {
      return admitted(route, request, caller, found);
    }
    CampaignId campaign = found.campaign().orElseThrow().id();
    Optional<Account> listed =
        accounts.find(campaign, register.get(), Callers.account(request.claims()));
    Caller acting = Account.acting(caller, listed, now);
    String unit = caller.unit().map(UnitCode::value).orElse("—");
    if (!Account.decides(acting)) {
      return admitted(route, request, acting, found)
          .fold(
              refusal -> Outcome.refused(AccessProblem.ACCOUNT_NOT_IN_FORCE.of(unit, campaign)),
              Outcome::accepted);
    }
    // A typist brings what the head has signed on paper; whether it is that, the use looks.
    boolean typist = acting.is(Role.UNIT);
    if (route.access() == Access.SIGN_FORM && !acting.is(Role.SIGNER) && !typist) {
      return Outcome.refused(AccessProblem.SIGNER_NEEDED.of(unit));
    }
    return route == Route.CLOSE_FORM && acting.is(Role.CONTRIBUTOR) && !typist
        ? Outcome.refused(AccessProblem.TYPIST_NEEDED.of(unit))
        : admitted(route, request, acting, found);
  }

  private Outcome<Admitted> admitted(
      Route route, Request request, Caller caller, Exchange.Found found) {
    return route
        .access()
        .admit(caller, target(route, request, found))
        .map(let -> new Admitted(let, found));
  }

  private Outcome<Exchange.Found> found(Route route, Request request) {
    if (!route.names("c")) {
      return Outcome.accepted(
          new Exchange.Found(Optional.empty(), Optional.empty(), Optional.empty()));
    }
    String id = request.parameter("c");
    Optional<Campaign> campaign =
        CampaignId.valid(id) ? campaigns.find(new CampaignId(id)) : Optional.empty();
    if (campaign.isEmpty()) {
      return Outcome.refused(CampaignProblem.UNKNOWN_CAMPAIGN.of(id));
    }
    if (!route.names("u")) {
      return Outcome.accepted(new Exchange.Found(campaign, Optional.empty(), Optional.empty()));
    }
    String code = request.parameter("u");
    Optional<Unit> unit =
        UnitCode.valid(code) && campaign.get().unitsVersion() > 0
            ? units.find(campaign.get().id(), campaign.get().unitsVersion(), new UnitCode(code))
            : Optional.empty();
    return unit.isPresent()
        ? Outcome.accepted(new Exchange.Found(campaign, unit, Optional.empty()))
        : Outcome.refused(UnitProblem.UNKNOWN_UNIT.of(id, code));
  }

  private static Target target(Route route, Request request, Exchange.Found found) {
    if (found.unit().isPresent()) {
      return Target.of(found.unit().get());
    }
    if (route.access() != Access.READ_DRAFT_RANKING) {
      return Target.CAMPAIGN;
    }
    Campaign campaign = found.campaign().orElseThrow();
    String group = request.parameter("group");
    return Target.draftOf(
        group.matches("\\d{1,3}") ? Integer.parseInt(group) : 0,
        found.employer().map(Unit::group),
        campaign.stage().frozen());
  }
}
