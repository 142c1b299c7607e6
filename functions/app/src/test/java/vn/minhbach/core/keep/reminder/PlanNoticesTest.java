package vn.minhbach.core.keep.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.memory.Province.ID;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.act;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.memory.Province;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.WritePlan;

/**
 * Units are told of their improvement plan after the publication, and no campaign runs for ever.
 */
class PlanNoticesTest {

  private static final Instant LOCKED = Instant.parse("2020-11-01T02:00:00Z");

  private final Province province = Province.opened();
  private final PlanKind kind = new PlanKind(province.memory.plans());

  private void published() {
    accepted(province.publish.report(ID, act(LOCKED)));
    accepted(province.approve(Map.of(), LOCKED));
    accepted(province.publish.publish(ID, act(LOCKED)));
  }

  private Campaign at(Stage stage) {
    return province.campaign().withStage(stage);
  }

  /** A draft; over what was read, the issued plan. */
  private Outcome<Plan> written(Optional<String> read) {
    var body =
        new HashMap<String, Object>(
            Map.of(
                "items",
                List.of(
                    Map.of(
                        "criterion", "I.1",
                        "measure", "Thay máy tính cũ",
                        "responsible", "Văn phòng Sở",
                        "due", "2021-06-30"))));
    read.ifPresent(etag ->
        body.put(
            "official",
            Map.of("number", "14/KH-SNV", "date", "2020-10-30", "sha256", "ab".repeat(32))));
    return new WritePlan(province.memory.plans(), province.forms, province.commits)
        .write(
            province.campaign(),
            province.unit("SNV"),
            act(LOCKED),
            new Condition(read),
            WritePlan.read(body));
  }

  @Test
  void publishedCampaignRunsInTheWeeksOfItsPlansAlone() {
    Instant late = Instant.parse("2020-12-02T02:00:00Z");
    for (Stage stage : List.of(Stage.OPEN, Stage.APPRAISING, Stage.REPORTED, Stage.APPROVED)) {
      assertTrue(SendReminders.running(at(stage), late));
    }
    published();
    assertFalse(SendReminders.running(province.campaign(), LOCKED));
    assertTrue(SendReminders.running(province.campaign(), late));
    assertFalse(SendReminders.running(at(Stage.DRAFT), late));
    assertFalse(SendReminders.running(province.campaign(), Instant.parse("2020-12-30T02:00:00Z")));
  }

  @Test
  void whoHasNotIssuedIsToldBeforeTheLastDayAndFourWeeksAfterIt() {
    assertFalse(SendReminders.running(at(Stage.PUBLISHED), Instant.parse("2020-12-02T02:00:00Z")));
    published();
    accepted(written(Optional.empty()));
    assertEquals(List.of(), keys("2020-11-25T02:00:00Z"));
    assertEquals(220, keys("2020-11-26T02:00:00Z").size());
    assertEquals(Set.of("plan@2020-12-01"), Set.copyOf(keys("2020-12-01T02:00:00Z")));
    ReminderKind.Open open = open("2020-12-02T02:00:00Z").getFirst();
    assertEquals("plan@2020-12-01-late1", open.key());
    assertEquals(Set.copyOf(kind.slots()), open.values().keySet());
    assertEquals(Set.of("plan@2020-12-01-late4"), Set.copyOf(keys("2020-12-29T02:00:00Z")));
    assertEquals(List.of(), keys("2020-12-30T02:00:00Z"));
    accepted(written(Optional.of("k1")));
    assertEquals(219, keys("2020-12-02T02:00:00Z").size());
    ReminderKind.Round round = round("2020-12-02T02:00:00Z");
    ReminderKind.Open own =
        new ReminderKind.Open(
            province.unit("SNV"),
            open.key(),
            open.audience(),
            open.text(),
            open.values(),
            open.page(),
            open.line());
    assertEquals(Optional.empty(), kind.still(round, own), "issued in between");
    ReminderKind.Open other =
        open("2020-12-02T02:00:00Z").stream()
            .filter(one -> !one.unit().equals(own.unit()))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(other), kind.still(round, other));
    assertEquals(Optional.empty(), kind.still(round("2020-12-09T02:00:00Z"), other), "next week");
    assertTrue(
        kind.forOffice(round, lines(round.now()))
            .getFirst()
            .startsWith("Quá hạn, chưa có kế hoạch khắc phục (219 đơn vị): "));
    assertEquals(
        List.of(), kind.forOffice(round("2020-11-30T02:00:00Z"), lines(LOCKED)), "not late yet");
  }

  private List<String> keys(String now) {
    return open(now).stream().map(ReminderKind.Open::key).toList();
  }

  private List<ReminderKind.Open> open(String now) {
    return kind.open(round(now), lines(Instant.parse(now)));
  }

  private ReminderKind.Round round(String now) {
    return new ReminderKind.Round(
        province.campaign(), ReminderSettings.DEFAULT, Instant.parse(now));
  }

  private List<Overview.Line> lines(Instant now) {
    return accepted(
        new Overview(province.memory.units(), province.forms, province.board)
            .lines(province.campaign(), Overview.Filter.ALL, now));
  }
}
