package vn.minhbach.core.prepare.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.core.memory.Province.accepted;
import static vn.minhbach.core.memory.Province.places;
import static vn.minhbach.core.memory.Province.refused;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;

class CampaignDraftTest {

  private static final CampaignId ID = new CampaignId("thu-2026");

  @Test
  void readsTheSettingsOfThePlan() {
    Campaign campaign = accepted(read(Map.of()));
    assertEquals(Stage.DRAFT, campaign.stage());
    assertEquals("1/KH-UBND", campaign.settings().plan().number());
    assertEquals(LocalDate.of(2026, 9, 30), campaign.calendar().dueBefore());
    assertEquals(0, campaign.version());
  }

  @Test
  void fillsInWhatNeedNotBeSaid() {
    Campaign campaign = accepted(read(Map.of()));
    assertEquals(15, campaign.calendar().answerDays());
    assertEquals(campaign.calendar().dueBefore(), campaign.calendar().closesBefore());
    assertEquals("Asia/Ho_Chi_Minh", campaign.calendar().zone().getId());
    assertEquals(TieRule.COMPETITION, campaign.settings().tieRule());
    assertEquals(20L << 20, campaign.settings().uploadLimits().fileBytesMax());
  }

  @Test
  void namesEverythingThatIsMissing() {
    assertEquals(
        Set.of(
            "name MISSING_FIELD",
            "year MISSING_FIELD",
            "plan MISSING_FIELD",
            "calendar MISSING_FIELD"),
        places(refused(InputProblem.INVALID_BODY, CampaignDraft.read(Map.of(), ID))));
  }

  @Test
  void namesEverythingThatIsWrong() {
    assertEquals(
        Set.of(
            "name TOO_LONG",
            "year OUT_OF_RANGE",
            "plan.date BAD_DATE",
            "tieRule UNKNOWN_VALUE",
            "stage UNKNOWN_FIELD",
            "uploadLimits.fileBytesMax OUT_OF_RANGE",
            "uploadLimits.contentTypes[0] UNKNOWN_VALUE",
            "uploadLimits.unitBytesMax MISSING_FIELD"),
        places(
            refused(
                InputProblem.INVALID_BODY,
                read(
                    Map.of(
                        "name",
                        "x".repeat(201),
                        "year",
                        1999,
                        "plan",
                        Map.of("number", "1", "date", "5/1/2026", "issuer", "UBND"),
                        "tieRule",
                        "dense",
                        "stage",
                        "OPEN",
                        "uploadLimits",
                        Map.of("fileBytesMax", 1L << 40, "contentTypes", List.of("text/html")))))));
  }

  @Test
  void datesMustAscend() {
    for (String[] wrong :
        new String[][] {
          {"closesBefore", "2026-09-29"},
          {"appraisedBefore", "2026-09-29"},
          {"reportBefore", "2026-12-29"},
          {"publishBefore", "2027-01-29"}
        }) {
      var calendar = calendar();
      calendar.put(wrong[0], wrong[1]);
      assertEquals(
          Set.of("calendar." + wrong[0] + " DATES_NOT_ASCENDING"),
          places(refused(InputProblem.INVALID_BODY, read(Map.of("calendar", calendar)))));
    }
  }

  private static Outcome<Campaign> read(Map<String, Object> other) {
    var body = new LinkedHashMap<String, Object>();
    body.put("name", "Đánh giá thử");
    body.put("year", 2026);
    body.put("plan", Map.of("number", "1/KH-UBND", "date", "2026-01-05", "issuer", "UBND tỉnh"));
    body.put("calendar", calendar());
    body.putAll(other);
    return CampaignDraft.read(body, ID);
  }

  private static Map<String, Object> calendar() {
    var calendar = new LinkedHashMap<String, Object>();
    calendar.put("dueBefore", "2026-09-30");
    calendar.put("appraisedBefore", "2026-12-30");
    calendar.put("reportBefore", "2027-01-30");
    calendar.put("publishBefore", "2027-04-01");
    return calendar;
  }
}
