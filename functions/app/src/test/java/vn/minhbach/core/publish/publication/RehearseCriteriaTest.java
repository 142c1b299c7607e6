package vn.minhbach.core.publish.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.OPENED;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Points;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.criteria.CriteriaFixture;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.memory.Edited;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.publish.publication.Rehearsed.Status;
import vn.minhbach.core.unit.Lineage;

/** Last campaign's answers on a new set, on the plan's real province. */
class RehearseCriteriaTest {

  private static final CampaignId NEXT = new CampaignId("next");

  /** Three departments of 2020: one as it was, one renamed, one of two, one new. */
  private static final String UNITS =
      """
      code,group,kind,name,parent_code,valid_from,valid_to,predecessors
      SKHCN,1,department,Sở Khoa học và Công nghệ,,,,
      SNVX,1,department,Sở Nội vụ mới,,,,SNV
      SXD,1,department,Sở Xây dựng,,,,SXD;SGTVT
      SMOI,1,department,Sở mới,,,,
      STC,1,department,Sở Tài chính,,,,
      193,2,district_city,Hạ Long,,,,
      """;

  private final Province province = Province.opened();
  private final Edited edited = Edited.of(province, 1);

  @BeforeEach
  void prepare() {
    for (String unit : List.of("SKHCN", "SNV", "SXD")) {
      province.answerAll(unit);
    }
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit("SNV"),
            new CriterionId("I.1"),
            Province.by("SNV", OPENED, Role.UNIT),
            new Condition(Optional.of("a1")),
            Map.of("inputs", Map.of("a", 1L, "b", 4L))));
    for (String unit : List.of("SKHCN", "SNV", "SXD")) {
      accepted(province.submit(unit, OPENED));
    }
    accepted(province.prepare.create(act(OPENED), Map.of("template", "131-2020", "id", "next")));
    accepted(province.prepare.importUnits(NEXT, act(OPENED), UNITS));
  }

  private Campaign next() {
    return province.memory.campaigns().find(NEXT).orElseThrow();
  }

  private static Caller office(String unit) {
    return new Caller("o", Set.of(Role.OFFICE), Optional.of(new UnitCode(unit)));
  }

  private Rehearsed played(Caller caller, boolean withSet) {
    var order = new HashMap<String, Object>(Map.of("campaign", ID.value()));
    if (withSet) {
      order.put("set", edited.tree());
    }
    return accepted(province.rehearse.rehearse(next(), 1, caller, order));
  }

  private static Rehearsed.Row row(Rehearsed played, String unit) {
    return played.rows().stream()
        .filter(row -> row.unit().code().value().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private static Replay.Line line(Rehearsed played, String criterion) {
    return played.criteria().stream()
        .filter(line -> line.criterion().id().value().equals(criterion))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameSetGivesTheSameResult() {
    Rehearsed played = played(office("193"), false);
    for (String unit : List.of("SKHCN", "SNVX")) {
      assertEquals(row(played, unit).then(), row(played, unit).now());
    }
    assertTrue(played.levels().stream().allMatch(change -> change.from().equals(change.to())));
    assertTrue(played.criteria().stream().allMatch(line -> line.misfits().isEmpty()));
  }

  @Test
  void unitsAreFollowedAlongTheirLineage() {
    Rehearsed played = played(office("193"), false);
    assertEquals(Lineage.Relation.SAME, row(played, "SKHCN").relation());
    assertEquals(Optional.of(new UnitCode("SNV")), row(played, "SNVX").predecessor());
    assertEquals(Status.REPLAYED, row(played, "SNVX").status());
    assertEquals(Status.NOT_COMPARABLE, row(played, "SXD").status());
    assertEquals(Lineage.Relation.MERGED, row(played, "SXD").relation());
    assertEquals(Status.NOT_COMPARABLE, row(played, "SMOI").status());
    assertEquals(Status.NOT_DELIVERED, row(played, "STC").status());
    assertEquals(List.of(2, 2, 1), played.counts().stream().map(Rehearsed.Count::units).toList());
    assertEquals(OptionalInt.of(1), row(played, "SKHCN").then().orElseThrow().rank());
    assertEquals(OptionalInt.of(2), row(played, "SNVX").then().orElseThrow().rank());
  }

  @Test
  void saysWhatFitsAndWhatTellsNobodyApart() {
    edited.renameDenominator("I.4").replace("I.3", "I.10");
    edited.tree().put("version", "2021.1");
    Rehearsed played = played(office("193"), true);
    assertEquals("2021.1", played.now().version());
    assertEquals("2020.1", played.then().version());
    Replay.Line misfit = line(played, "I.4");
    assertEquals(0, misfit.fits());
    assertEquals(2, misfit.misfits().values().stream().mapToInt(Integer::intValue).sum());
    assertTrue(misfit.spread().isEmpty());
    assertEquals(2, line(played, "I.10").unanswered());
    assertEquals(List.of("I.3"), played.removed().stream().map(Object::toString).toList());
    Replay.Spread varied = line(played, "I.1").spread().orElseThrow();
    assertEquals(Points.of("1.88"), varied.mean(), "3.00 and 0.75");
    assertEquals(Points.of("1.13"), varied.deviation(), "1.125 rounded");
    assertTrue(varied.discriminates());
    Replay.Spread full = line(played, "I.2").spread().orElseThrow();
    assertEquals(2, full.full());
    assertFalse(full.discriminates());
    Rehearsed.Row unit = row(played, "SKHCN");
    assertEquals(
        Points.of("5"),
        unit.then().orElseThrow().points().minus(unit.now().orElseThrow().points()),
        "I.3 and I.4");
  }

  @Test
  void levelChangesAreCounted() {
    List<Object> levels = Edited.list(edited.tree().get("levels"));
    Edited.map(levels.getFirst()).put("minPercent", 99);
    Edited.map(levels.getFirst()).put("minInclusive", true);
    Rehearsed played = played(office("193"), true);
    assertEquals(2, played.levels().stream().mapToInt(Rehearsed.LevelChange::units).sum());
  }

  @Test
  void nobodySeesDraftRanksOfTheOwnGroupNorTheOwnUnitsLine() {
    Rehearsed played = played(office("SNV"), false);
    assertTrue(played.ranksWithheld());
    assertTrue(
        played.rows().stream()
            .flatMap(row -> row.now().stream())
            .allMatch(result -> result.rank().isEmpty()));
    assertEquals(
        Set.of("SKHCN", "SXD", "SMOI", "STC"),
        Set.copyOf(played.rows().stream().map(row -> row.unit().code().value()).toList()),
        "SNVX is what SNV is now");
    assertFalse(played(office("193"), false).ranksWithheld());
  }

  @Test
  void nothingOfTheOwnGroupIsPlayedWhileFewerThanFiveOthersRemain() {
    Rehearsed played = played(office("SNV"), false);
    assertTrue(played.pointsWithheld());
    assertTrue(played.aggregatesWithheld());
    assertEquals(List.of(), played.criteria());
    assertEquals(List.of(), played.levels());
    assertTrue(played.rows().stream().allMatch(row -> row.then().isEmpty()));
    assertEquals(
        List.of(1, 2, 1),
        played.counts().stream().map(Rehearsed.Count::units).toList(),
        "without SNVX, which is what SNV is now");
  }

  /** The running campaign on its own set: what the office could subtract its own body from. */
  @Test
  void theOwnBodyChangesNothingThatItsPeopleSee() {
    for (String unit : List.of("STC", "STNMT", "SCT")) {
      province.answerAll(unit);
      accepted(province.submit(unit, OPENED));
    }
    Map<String, Object> order = Map.of("campaign", ID.value());
    Supplier<Rehearsed> played =
        () -> accepted(province.rehearse.rehearse(running(), 1, office("STTTT"), order));
    Rehearsed before = played.get();
    assertFalse(before.aggregatesWithheld());
    assertEquals(6, line(before, "I.1").fits());
    assertTrue(before.rows().stream().allMatch(row -> row.now().isEmpty()));
    assertEquals(6, before.counts().getFirst().units());
    province.answerAll("STTTT");
    accepted(province.submit("STTTT", OPENED));
    assertEquals(before, played.get());
    // Another body in the group may be read form by form: it is counted.
    province.answerAll("SGTVT");
    accepted(province.submit("SGTVT", OPENED));
    assertEquals(7, line(played.get(), "I.1").fits());
  }

  @Test
  void spreadOfFewerThanFiveIsLeftOut() {
    CriterionId absent =
        CriteriaFixture.department().criteria().values().stream()
            .filter(one -> one.naAllowed() && !one.computed())
            .findFirst()
            .orElseThrow()
            .id();
    for (String unit : List.of("STC", "STNMT")) {
      province.answerAll(unit);
    }
    accepted(
        province.saveAnswer.save(
            province.campaign(),
            province.unit("STC"),
            absent,
            Province.by("STC", OPENED, Role.UNIT),
            new Condition(Optional.of("a1")),
            Map.of("notApplicable", "Không phát sinh trong kỳ đánh giá")));
    for (String unit : List.of("STC", "STNMT")) {
      accepted(province.submit(unit, OPENED));
    }
    Rehearsed played =
        accepted(
            province.rehearse.rehearse(
                running(), 1, office("STTTT"), Map.of("campaign", ID.value())));
    assertFalse(played.aggregatesWithheld());
    assertTrue(line(played, "I.1").spread().isPresent());
    assertEquals(5, line(played, absent.value()).fits());
    assertEquals(Optional.empty(), line(played, absent.value()).spread());
  }

  @Test
  void anEmployerThatTheEarlierRegisterLacksIsRefused() {
    refused(
        AccessProblem.EMPLOYER_NOT_IN_REGISTER,
        province.rehearse.rehearse(next(), 1, office("SMOI"), Map.of("campaign", ID.value())));
  }

  private Campaign running() {
    return province.campaign();
  }

  @Test
  void writesNothing() {
    int entries = province.memory.entries();
    played(office("193"), true);
    assertEquals(entries, province.memory.entries());
  }

  @Test
  void sayNoWhereThereIsNothingToReplay() {
    var order = new HashMap<String, Object>();
    order.put("campaign", "nowhere");
    refused(
        CampaignProblem.UNKNOWN_CAMPAIGN,
        province.rehearse.rehearse(next(), 1, office("193"), order));
    order.put("campaign", NEXT.value());
    refused(
        PublicationProblem.NO_ANSWERS_TO_REPLAY,
        province.rehearse.rehearse(next(), 1, office("193"), order));
    assertEquals(
        Set.of("campaign MISSING_FIELD", "sets UNKNOWN_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                province.rehearse.rehearse(next(), 1, office("193"), Map.of("sets", 1)))));
    edited.with("I.1", "maxPoints", 9);
    order.put("campaign", ID.value());
    order.put("set", edited.tree());
    assertTrue(
        places(
                refused(
                    CriteriaProblem.INVALID_CRITERIA,
                    province.rehearse.rehearse(next(), 1, office("193"), order)))
            .contains("set.groups[0].maxPoints POINTS_DO_NOT_ADD_UP"));
    refused(
        CriteriaProblem.WRONG_GROUP,
        province.rehearse.rehearse(
            next(),
            2,
            office("193"),
            Map.of("campaign", ID.value(), "set", Edited.of(province, 1).tree())));
  }

  @Test
  void needsUnitsAndASet() {
    Map<String, Object> settings =
        Map.of(
            "id",
            "bare",
            "name",
            "Thử",
            "year",
            2021,
            "plan",
            Map.of("number", "1", "date", "2021-01-01", "issuer", "UBND"),
            "calendar",
            Map.of(
                "dueBefore", "2021-09-30",
                "appraisedBefore", "2021-12-30",
                "reportBefore", "2022-01-30",
                "publishBefore", "2022-04-01"));
    accepted(province.prepare.create(act(OPENED), settings));
    Campaign bare = province.memory.campaigns().find(new CampaignId("bare")).orElseThrow();
    refused(
        CriteriaProblem.NO_CRITERIA,
        province.rehearse.rehearse(bare, 1, office("193"), Map.of("campaign", ID.value())));
    refused(
        CampaignProblem.NEEDS_UNITS,
        province.rehearse.rehearse(
            bare, 1, office("193"), Map.of("campaign", ID.value(), "set", edited.tree())));
  }
}
