package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.minhbach.local.whole.Refusals.at;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Problem;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.publish.publication.PublicationProblem;
import vn.minhbach.core.unit.UnitProblem;
import vn.minhbach.function.http.RequestProblem;
import vn.minhbach.local.whole.Refusals.Fault;

/** What the standing office may not create, import or do at a stage. */
@Tag("system")
@Timeout(300)
class BadPreparationTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private final Refusals refusals = new Refusals(SYSTEM.get());

  @Test
  void refusesSettingsThatAreNone() {
    settings(body -> body.remove("name"), at("name", InputProblem.MISSING_FIELD));
    settings(body -> body.put("year", "2020"), at("year", InputProblem.WRONG_TYPE));
    settings(body -> body.put("year", 1999), at("year", InputProblem.OUT_OF_RANGE));
    settings(body -> body.put("colour", 1), at("colour", InputProblem.UNKNOWN_FIELD));
    settings(body -> body.put("id", "a b"), at("id", InputProblem.BAD_CODE));
    settings(body -> body.put("tieRule", "LOTS"), at("tieRule", InputProblem.UNKNOWN_VALUE));
    settings(
        body -> calendar(body, "dueBefore", "30/9/2020"),
        at("calendar.dueBefore", InputProblem.BAD_DATE));
    settings(
        body -> calendar(body, "dueBefore", "2020-02-30"),
        at("calendar.dueBefore", InputProblem.BAD_DATE));
    settings(
        body -> calendar(body, "closesBefore", "2020-09-01"),
        at("calendar.closesBefore", InputProblem.DATES_NOT_ASCENDING));
    refusals.refused(
        SYSTEM.http().as("office", "POST", "/campaigns").json("{\"template\":\"131-2019\"}"),
        422,
        CampaignProblem.UNKNOWN_TEMPLATE);
    Province.empty(SYSTEM.http(), "taken");
    refusals.refused(
        SYSTEM.http().as("office", "POST", "/campaigns").json(Province.settings("taken")),
        409,
        CampaignProblem.CAMPAIGN_EXISTS);
    refusals.refused(
        SYSTEM.http().as("office", "GET", "/campaigns/nowhere"),
        404,
        CampaignProblem.UNKNOWN_CAMPAIGN);
  }

  private static void calendar(Map<String, Object> body, String field, String date) {
    var calendar = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) body.get("calendar")).forEach((name, value) -> calendar.put((String) name, value));
    calendar.put(field, date);
    body.put("calendar", calendar);
  }

  private void settings(Consumer<Map<String, Object>> change, Fault fault) {
    Map<String, Object> body = Province.settings("never");
    change.accept(body);
    refusals.refused(
        SYSTEM.http().as("office", "POST", "/campaigns").json(body),
        400,
        InputProblem.INVALID_BODY,
        fault);
  }

  @Test
  void faultyUnitsLeaveTheRegisterThatWasThere() {
    Province province = Province.prepared(SYSTEM.http(), "faulty-units");
    String header = "code,group,kind,name,parent_code\n";
    units(
        province,
        header + "SNV,1,department,Sở Nội vụ,\nSNV,1,department,Sở Nội vụ,\n",
        at("dòng/line 3, code", InputProblem.DUPLICATE_ID));
    units(
        province,
        header + "06649,3,ward,Phường Hà Khánh,999\nA B,4,department,,\n",
        at("dòng/line 3, code", InputProblem.BAD_CODE),
        at("dòng/line 3, group", InputProblem.UNKNOWN_VALUE),
        at("dòng/line 3, name", InputProblem.BLANK),
        at("dòng/line 2, parent_code", UnitProblem.UNKNOWN_PARENT));
    units(
        province,
        header + "SNV,1,ward,Sở Nội vụ,193\n",
        at("dòng/line 2, kind", UnitProblem.WRONG_KIND),
        at("dòng/line 2, parent_code", UnitProblem.PARENT_NOT_ALLOWED));
    units(province, header + "SNV,1\n", at("dòng/line 2", InputProblem.WRONG_CELL_COUNT));
    units(
        province,
        header + "SNV,1,department,\"Sở Nội vụ,\n",
        at("dòng/line 2", InputProblem.UNCLOSED_QUOTE));
    refusals.refused(
        province.as("office", "PUT", "/units").csv(header), 422, CampaignProblem.NO_UNITS);
    refusals.refused(
        province
            .as("office", "PUT", "/units")
            .bytes("text/csv", (header + "SNV,1,department,S").getBytes(StandardCharsets.UTF_16)),
        400,
        RequestProblem.NOT_A_CSV);
    refusals.refused(
        province.as("office", "PUT", "/units").json(header),
        415,
        RequestProblem.UNSUPPORTED_CONTENT_TYPE);
    refusals.refused(
        province.as("office", "PUT", "/units").csv(header + "x".repeat(300_000)),
        413,
        InputProblem.BODY_TOO_LARGE);
    assertEquals(5, province.as("", "GET", "/summary").expect(200).json().get("units").asInt());
    province.opened();
  }

  private void units(Province province, String csv, Fault... faults) {
    refusals.refused(
        province.as("office", "PUT", "/units").csv(csv), 400, InputProblem.MALFORMED_CSV, faults);
  }

  @Test
  void faultyCriteriaLeaveTheSetThatWasThere() {
    Province province = Province.prepared(SYSTEM.http(), "faulty-criteria");
    criteria(
        province,
        set -> criterion(set).put("maxPoints", 4),
        at("groups[0].maxPoints", CriteriaProblem.POINTS_DO_NOT_ADD_UP));
    criteria(
        province,
        set -> ((ObjectNode) criterion(set).get("scoring")).put("type", "guess"),
        at("groups[0].criteria[0].scoring.type", InputProblem.UNKNOWN_VALUE));
    criteria(
        province,
        set -> criterion(set).remove("title"),
        at("groups[0].criteria[0].title", InputProblem.MISSING_FIELD));
    criteria(
        province,
        set -> criterion(set).put("id", "I.2"),
        at("groups[0].criteria[1].id", InputProblem.DUPLICATE_ID));
    refusals.refused(
        province.as("office", "PUT", "/criteria/2").json(Province.criteria(1)),
        422,
        CriteriaProblem.WRONG_GROUP);
    refusals.refused(
        province.as("office", "PUT", "/criteria/4").json(Province.criteria(1)),
        404,
        CriteriaProblem.UNKNOWN_GROUP);
    province.opened();
    assertEquals(
        "3.00", province.form(Province.DEPARTMENT).at("/groups/0/criteria/0/maxPoints").asString());
  }

  private static ObjectNode criterion(ObjectNode set) {
    return (ObjectNode) set.at("/groups/0/criteria/0");
  }

  private void criteria(Province province, Consumer<ObjectNode> change, Fault... faults) {
    ObjectNode set = (ObjectNode) Http.JSON.readTree(Province.criteria(1));
    change.accept(set);
    refusals.refused(
        province.as("office", "PUT", "/criteria/1").json(Http.write(set)),
        422,
        CriteriaProblem.INVALID_CRITERIA,
        faults);
  }

  @Test
  void refusesEveryStepAtTheWrongStage() {
    Province province = Province.empty(SYSTEM.http(), "stages");
    office(province, "/open", CampaignProblem.NOT_READY_TO_OPEN);
    province.as("office", "PUT", "/units").csv(Province.CSV).expect(200);
    office(province, "/open", CampaignProblem.NOT_READY_TO_OPEN);
    province.filled();
    wrongStage(province, "/report", "/approval", "/publication");
    refusals.refused(
        province.own(Province.DEPARTMENT, "GET", "/form"), 409, CampaignProblem.WRONG_STAGE);
    refusals.refused(
        province
            .own(Province.DEPARTMENT, "PUT", "/answers/I.1")
            .json("{\"inputs\":{\"a\":1,\"b\":2}}"),
        409,
        CampaignProblem.WRONG_STAGE);
    try {
      SYSTEM.get().clock().set(OffsetDateTime.parse("2020-09-30T00:00:00+07:00").toInstant());
      office(province, "/open", CampaignProblem.DUE_DATE_PASSED);
    } finally {
      SYSTEM.get().clock().set(SharedSystem.OPENING);
    }
    province.opened();
    wrongStage(province, "/open", "/approval", "/publication");
    refusals.refused(
        province.as("office", "PUT", "/units").csv(Province.CSV), 409, CampaignProblem.WRONG_STAGE);
    refusals.refused(
        province.as("office", "PUT", "/criteria/1").json(Province.criteria(1)),
        409,
        CampaignProblem.WRONG_STAGE);
    office(province, "/report", PublicationProblem.FORMS_STILL_OPEN);
    for (String unit : List.of("SKHCN", "STTTT", "193", "06649", "06652")) {
      province.answerAll(unit, 5);
      province.submit(unit);
    }
    office(province, "/report", null);
    wrongStage(province, "/open", "/report", "/publication");
    refusals.refused(
        province.as("approver", "POST", "/approval").json("{\"number\":\"1/QĐ\"}"),
        400,
        InputProblem.INVALID_BODY,
        at("date", InputProblem.MISSING_FIELD));
    refusals.refused(
        province.own(Province.DISTRICT, "POST", "/submission").json(Province.SIGNED),
        409,
        CampaignProblem.WRONG_STAGE);
    province.as("approver", "POST", "/approval").json("{}").expect(200);
    wrongStage(province, "/open", "/report", "/approval");
    refusals.refused(province.as("", "GET", "/rankings/1"), 404, PublicationProblem.NOT_PUBLISHED);
    office(province, "/publication", null);
    wrongStage(province, "/open", "/report", "/approval", "/publication");
  }

  private void wrongStage(Province province, String... steps) {
    for (String step : steps) {
      String user = step.equals("/approval") ? "approver" : "office";
      refusals.refused(
          province.as(user, "POST", step).json("{}"), 409, CampaignProblem.WRONG_STAGE);
    }
  }

  private void office(Province province, String step, Problem problem) {
    var call = province.as("office", "POST", step).json("{}");
    if (problem == null) {
      call.expect(200);
    } else {
      refusals.refused(call, 409, problem);
    }
  }
}
