package vn.minhbach.core.appraise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.prepare.campaign.NewCampaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/** What the board of the year before says of today's units. */
class YearsCutsTest {

  private static final CampaignId NEXT = new CampaignId("next");
  private static final List<String> UNITS = List.of("06649", "06652", "06655", "06658", "06661");

  private final Province province = Province.opened();

  private YearsCuts cuts(Stage stage) {
    var published =
        new Campaigns() {
          @Override
          public Optional<Campaign> find(CampaignId id) {
            return province.memory.campaigns().find(id).map(one -> one.withStage(stage));
          }

          @Override
          public List<Campaign> list(Optional<CampaignId> after, int limit) {
            throw new AssertionError();
          }
        };
    return new YearsCuts(
        new LastYear(
            published,
            province.memory.units(),
            province.memory.criteriaSets(),
            province.memory.submissions()),
        province.board);
  }

  private static Progress.Score score(String index) {
    return new Progress.Score(
        Map.of(),
        Points.of(index),
        Points.of("100.00"),
        Optional.of(Points.of(index)),
        Optional.empty(),
        Map.of(),
        Map.of());
  }

  private void row(String code, String self, Optional<String> appraised) {
    UnitCode unit = new UnitCode(code);
    if (!province.board.all(ID).containsKey(unit)) {
      accepted(province.save(code, "I.1", Map.of("inputs", Map.of("a", 12, "b", 21)), OPENED));
    }
    province.projectScores.project(ID, unit);
    Progress row = province.board.all(ID).get(unit);
    province.board.put(
        ID,
        new Progress(
            unit,
            row.state(),
            row.filled(),
            score(self),
            appraised.map(YearsCutsTest::score),
            row.sending(),
            row.timing(),
            row.basis()));
  }

  private Campaign next() {
    accepted(
        NewCampaign.read(Map.of("template", "131-2020", "id", "next", "previous", ID.value()))
            .flatMap(sent -> province.prepare.create(act(OPENED), sent)));
    accepted(
        province.prepare.importUnits(
            NEXT,
            act(OPENED),
            """
            code,group,kind,name,parent_code,predecessors
            193,2,district_city,UBND thành phố Hạ Long,,
            06649,3,ward,Phường Hà Khánh,193,
            N1,3,ward,Phường đổi tên,193,06652
            06655,3,ward,Phường Hồng Hải,193,
            06658,3,ward,Phường Hồng Hà,193,
            06661,3,ward,Phường Giếng Đáy,193,
            N5,3,ward,Phường lập mới,193,
            X,1,department,Sở mới,,
            """));
    return province.memory.campaigns().find(NEXT).orElseThrow();
  }

  @Test
  void successorOfAUnitThatGaveItselfTooMuchIsHintedAtOnceThatYearIsPublic() {
    UNITS.forEach(unit -> row(unit, "80.00", Optional.of("79.00")));
    row("06652", "92.50", Optional.of("80.00"));
    Campaign campaign = next();
    List<Unit> group =
        province.memory.units().all(NEXT, campaign.unitsVersion()).stream()
            .filter(unit -> unit.group() == 3)
            .toList();
    assertEquals(
        Map.of(new UnitCode("N1"), new OverScoring(Points.of("12.50"), Points.of("1.00"))),
        cuts(Stage.PUBLISHED).of(campaign, group));
    assertEquals(Map.of(), cuts(Stage.APPROVED).of(campaign, group));
    assertEquals(
        Map.of(), cuts(Stage.PUBLISHED).of(province.campaign(), group), "no campaign before");
    row("06652", "92.50", Optional.empty());
    assertEquals(Set.of(), cuts(Stage.PUBLISHED).of(campaign, group).keySet(), "four are no group");
  }
}
