package vn.minhbach.function.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.appraise.assignment.Teams;
import vn.minhbach.core.file.UploadLimits;
import vn.minhbach.core.prepare.account.Actor;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.prepare.campaign.TieRule;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/** A store with one campaign of four units, for tests of the edge. */
final class OneCampaign implements Campaigns {

  static final String ID = "131-2020";

  private final Campaign campaign;

  OneCampaign() {
    this(Stage.DRAFT);
  }

  OneCampaign(Stage stage) {
    this(drafted().withStage(stage));
  }

  private OneCampaign(Campaign campaign) {
    this.campaign = campaign;
  }

  /** The same with the register of a team in force. */
  OneCampaign withTeam() {
    return new OneCampaign(campaign.withTeam(1));
  }

  /** A day on which its members are members. */
  static final Instant APPOINTED = Instant.parse("2020-10-05T02:00:00Z");

  /** Its team: “account” of 193 with a conflict in 194, and “moved”, whose token says otherwise. */
  static final class Appointed implements Teams {

    @Override
    public void stage(Team team, List<Actor> actors) {
      throw new UnsupportedOperationException("only read here");
    }

    @Override
    public Optional<Team> find(CampaignId campaign, long version) {
      return Optional.of(
          new Team(
              campaign,
              version,
              new Team.Decision("1", LocalDate.of(2020, 10, 1)),
              "",
              7,
              List.of(
                  member("account", "opaque", List.of(conflict("194"))),
                  member("moved", "mover", List.of()))));
    }

    private static Member.Conflict conflict(String unit) {
      return new Member.Conflict(new UnitCode(unit), "");
    }

    private static Member member(String account, String actor, List<Member.Conflict> conflicts) {
      return new Member(
          account,
          actor,
          Optional.of(new UnitCode("193")),
          TeamRole.APPRAISER,
          LocalDate.of(2020, 10, 1),
          Optional.empty(),
          Optional.empty(),
          conflicts);
    }
  }

  private static Campaign drafted() {
    return Campaign.draft(
            new CampaignId(ID),
            new CampaignSettings(
                "Đánh giá",
                2020,
                new CampaignSettings.Plan("131/KH-UBND", LocalDate.of(2020, 7, 21), "UBND"),
                new Calendar(
                    ZoneId.of("Asia/Ho_Chi_Minh"),
                    15,
                    LocalDate.of(2020, 9, 30),
                    LocalDate.of(2020, 11, 1),
                    LocalDate.of(2020, 12, 30),
                    LocalDate.of(2021, 1, 30),
                    LocalDate.of(2021, 4, 1)),
                TieRule.DENSE,
                new UploadLimits(1, 1, List.of())))
        .withUnits(1);
  }

  @Override
  public Optional<Campaign> find(CampaignId id) {
    return Optional.of(campaign).filter(known -> known.id().equals(id));
  }

  @Override
  public List<Campaign> list(Optional<CampaignId> after, int limit) {
    return List.of(campaign);
  }

  /** Its units. */
  static final class Register implements Units {

    private static final List<Unit> UNITS =
        List.of(
            unit("STTTT", 1, "department", ""),
            unit("193", 2, "district_city", ""),
            unit("194", 2, "district_city", ""),
            unit("06649", 3, "ward", "193"),
            unit("06760", 3, "ward", "194"));

    @Override
    public void stage(CampaignId campaign, long version, List<Unit> units) {
      throw new UnsupportedOperationException("only read here");
    }

    @Override
    public Optional<Unit> find(CampaignId campaign, long version, UnitCode code) {
      return UNITS.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    @Override
    public List<Unit> all(CampaignId campaign, long version) {
      return UNITS;
    }

    private static Unit unit(String code, int group, String kind, String parent) {
      return new Unit(
          new UnitCode(code),
          group,
          kind,
          code,
          Optional.of(parent).filter(text -> !text.isEmpty()).map(UnitCode::new));
    }
  }
}
