package vn.minhbach.core.memory;

import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.AppointTeam;
import vn.minhbach.core.appraise.assignment.AssignWork;
import vn.minhbach.core.appraise.assignment.Assignment;
import vn.minhbach.core.appraise.assignment.Assignments;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.CampaignFact;
import vn.minhbach.core.prepare.campaign.Stage;

/** The appraisal team of a province in memory. */
public final class Appraisal {

  public static final Instant NOW = Instant.parse("2020-10-05T02:00:00Z");
  public static final String HEADER = "account,body,role,from,until,substitute,conflicts\n";

  /** The plan's five bodies: two lead, and each gives an appraiser. */
  public static final String FIVE =
      HEADER
          + "lead,STTTT,lead,2020-10-01,,,\n"
          + "deputy,SNV,deputy,2020-10-01,,,\n"
          + "appraiser1,STTTT,appraiser,2020-10-01,,,\n"
          + "appraiser2,SNV,appraiser,2020-10-01,,,\n"
          + "appraiser3,SKHCN,appraiser,2020-10-01,2020-11-15,appraiser4,06649:em ruột;06652\n"
          + "appraiser4,TTPVHCC,appraiser,2020-10-01,,,\n"
          + "appraiser5,VPUB,appraiser,2020-10-01,,,\n";

  public final Province province;
  public final List<Actor> named = new ArrayList<>();
  public final AppointTeam appoint;
  public final AssignWork assign;
  public final Duties duties;
  private final Map<String, Team> registers = new HashMap<>();
  private final Map<String, Assignment> assignments = new HashMap<>();
  private int drawn;

  public Appraisal(Province province) {
    this(province, Risks.NONE);
  }

  public Appraisal(Province province, Risks risks) {
    this.province = province;
    province.teams = teams();
    Chance chance =
        () -> Sha256.hex(("t" + ++drawn).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    this.appoint =
        new AppointTeam(province.change, province.memory.units(), new Registers(), teams(), chance);
    this.assign =
        new AssignWork(
            province.change,
            province.memory.units(),
            province.memory.criteriaSets(),
            teams(),
            assignments(),
            chance);
    this.duties = new Duties(teams(), assignments(), risks);
  }

  /** The team of {@link #FIVE}. */
  public static Appraisal five() {
    var appraisal = new Appraisal(Province.opened());
    accepted(appraisal.appointed(FIVE));
    return appraisal;
  }

  public Outcome<Campaign> appointed(String csv) {
    return appoint.appoint(
        ID, Province.act(NOW), new Team.Decision("77/QĐ-STTTT", LocalDate.of(2020, 10, 1)), csv);
  }

  /** Puts the campaign at a stage, by nobody's use. */
  public void at(Stage stage) {
    accepted(
        province.change.of(
            ID,
            Province.act(NOW),
            campaign ->
                Outcome.accepted(
                    CampaignChange.Decided.of(
                        campaign.withStage(stage),
                        new CampaignFact.CampaignCreated("test", Optional.empty())))));
  }

  public Team team() {
    return teams().of(province.campaign()).orElseThrow();
  }

  /** The lead's act of putting an assignment in force, as the tree of a body. */
  public Outcome<AssignWork.Plan> assigned(Map<String, Object> body) {
    return assign.assign(
        province.campaign(), act("lead", NOW), new AssignWork.Sent.Tree(body, false));
  }

  /** An act of a member, as the edge lets it in. */
  public Act act(String account, Instant now) {
    return new Act(caller(account), now, Optional.empty());
  }

  private Caller caller(String account) {
    Team team = team();
    return team.lines(account).stream()
        .findFirst()
        .map(member ->
            new Caller(
                    account,
                    member.role().role().map(Set::of).orElse(Set.of(Role.OFFICE)),
                    Employer.of(
                        Optional.of(member.body().map(UnitCode::value).orElse(Employer.NONE))))
                .listed(member.actor(), team.conflicts(account)))
        .orElseGet(() -> new Caller(account, Set.of(Role.APPRAISER), new Employer.NoneRanked()));
  }

  public Teams teams() {
    return new Teams() {
      @Override
      public void stage(Team team, List<Actor> actors) {
        registers.put(team.campaign() + "#" + team.version(), team);
        named.addAll(actors);
      }

      @Override
      public Optional<Team> find(CampaignId campaign, long version) {
        return Optional.ofNullable(registers.get(campaign + "#" + version));
      }
    };
  }

  public Assignments assignments() {
    return new Assignments() {
      @Override
      public void stage(Assignment one) {
        assignments.put(one.campaign() + "#" + one.group() + "#" + one.version(), one);
      }

      @Override
      public Optional<Assignment> find(CampaignId campaign, int group, long version) {
        return Optional.ofNullable(assignments.get(campaign + "#" + group + "#" + version));
      }
    };
  }
}
