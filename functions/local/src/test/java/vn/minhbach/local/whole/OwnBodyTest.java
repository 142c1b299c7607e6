package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Role;
import vn.minhbach.function.http.Route;
import vn.minhbach.local.oidc.LocalOidc;
import vn.minhbach.local.openapi.OpenApi;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * Before the report nobody can tell from all that they may read together where their own body
 * stands, nor in which order the rest of its group does.
 *
 * <p>Three campaigns are alike in everything but points: in one the own department has other
 * figures and two departments have changed places, in one the same is done to communes. Whoever
 * could compute the order from lists and counts would have to read something else in one than in
 * the other. A single form that a role may open is not a list: it is compared where it is neither
 * of the units that changed places.
 */
@Tag("system")
@Timeout(300)
class OwnBodyTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final Described DESCRIBED = new Described();
  private static final OpenApi API = OpenApi.ofProject();
  private static final String BASE = "own-body-0";

  private static final String CSV =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SNV,1,department,Sở Nội vụ,
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      TTPVHCC,1,board,Trung tâm Phục vụ hành chính công tỉnh,
      VPUB,1,department,Văn phòng UBND tỉnh,
      SXD,1,department,Sở Xây dựng,
      STC,1,department,Sở Tài chính,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,Phường Hà Phong,193
      06655,3,ward,Phường Hà Khẩu,193
      06658,3,ward,Phường Cao Xanh,193
      06661,3,ward,Phường Giếng Đáy,193
      06664,3,ward,Phường Hà Tu,193
      """;

  /** Points are the same in no two units of a group, and rise with nothing else. */
  private static final Map<String, Integer> POINTS =
      Map.ofEntries(
          Map.entry("STTTT", 41),
          Map.entry("SNV", 73),
          Map.entry("SKHCN", 56),
          Map.entry("TTPVHCC", 22),
          Map.entry("VPUB", 91),
          Map.entry("SXD", 37),
          Map.entry("STC", 84),
          Map.entry("193", 65),
          Map.entry("06649", 47),
          Map.entry("06652", 88),
          Map.entry("06655", 29),
          Map.entry("06658", 76),
          Map.entry("06661", 58),
          Map.entry("06664", 93));

  /**
   * One way to be employed: the own body, its group, and what is different in the other campaign.
   */
  private enum Employed {
    DEPARTMENT("STTTT", 1, "own-body-1", Map.of("STTTT", 97, "SKHCN", 84, "STC", 56)),
    COMMUNE("06649", 3, "own-body-3", Map.of("06649", 97, "06655", 76, "06658", 29));

    private final String unit;
    private final int group;
    private final String campaign;
    private final Map<String, Integer> other;

    Employed(String unit, int group, String campaign, Map<String, Integer> other) {
      this.unit = unit;
      this.group = group;
      this.campaign = campaign;
      this.other = other;
    }

    OwnOrder order() {
      var order = new TreeMap<String, BigDecimal>();
      CSV.lines()
          .skip(1)
          .map(line -> line.split(","))
          .filter(cells -> cells[1].equals("" + group))
          .forEach(cells -> order.put(cells[0], BigDecimal.valueOf(POINTS.get(cells[0]))));
      return new OwnOrder(order);
    }
  }

  /** Routes that ask though they do not read by GET, with what they are asked. */
  private static final Map<Route, String> ASKING =
      Map.of(
          Route.REHEARSE_CRITERIA, "{\"campaign\":\"{c}\"}",
          Route.PREVIEW_REMINDER_DRAFT, "{\"subject\":\"Nhắc\",\"text\":\"Kính gửi {{unit}}\"}",
          Route.CORRECT_CRITERIA,
              "{\"letter\":{\"number\":\"1\",\"date\":\"2020-08-03\"},\"reason\":\"Thử\",\"days\":5,"
                  + "\"dryRun\":true,\"set\":{set}}");

  /** Routes that write; what they answer is what was written, or a single form. */
  private static final Set<Route> WRITING =
      Set.of(
          Route.CREATE_CAMPAIGN,
          Route.IMPORT_UNITS,
          Route.IMPORT_CRITERIA,
          Route.IMPORT_SOURCE,
          Route.GRANT_BULK_UPLOAD,
          Route.IMPORT_ACCOUNTS,
          Route.APPOINT_TEAM,
          Route.ASSIGN_WORK,
          Route.MARK_CRITERION,
          Route.AGREE_BLOCK,
          Route.CLOSE_APPRAISAL,
          Route.REOPEN_APPRAISAL,
          Route.SHOW_PROVISIONAL,
          Route.ASK_EXPLANATION,
          Route.ANSWER_EXPLANATION,
          Route.SUBMIT_EXPLANATIONS,
          Route.WRITE_PETITION,
          Route.SIGN_PETITIONS,
          Route.DECIDE_PETITION,
          Route.PLAN_INSPECTION,
          Route.NOTE_FINDING,
          Route.KEEP_MINUTES,
          Route.HOLD_SESSION,
          Route.OPEN_CAMPAIGN,
          Route.SET_HOLIDAYS,
          Route.EXEMPT_UNITS,
          Route.ASSIGN_AGAIN,
          Route.DECIDE_EXTENSION,
          Route.REPORT_RESULT,
          Route.APPROVE_RESULT,
          Route.CONFIRM_APPROVAL,
          Route.SEND_RESULT_BACK,
          Route.REISSUE_RESULT,
          Route.EXCUSE_UNIT,
          Route.MAP_PAR,
          Route.WRITE_PLAN,
          Route.MARK_MEASURE,
          Route.ASK_REVIEW,
          Route.DECIDE_REVIEW,
          Route.PUBLISH_RESULT,
          Route.VERIFY_EVIDENCE,
          Route.SET_REMINDERS,
          Route.SET_CONTACTS,
          Route.CONFIRM_FIGURES,
          Route.CONVERT_CRITERIA_WORKBOOK,
          Route.CONVERT_SOURCE_WORKBOOK,
          Route.CONVERT_UNITS_WORKBOOK,
          Route.SAVE_ANSWER,
          Route.READ_RETURNED_WORKBOOK,
          Route.MERGE_ANSWERS,
          Route.FILL_FORM_HEAD,
          Route.GRANT_UPLOAD,
          Route.WITHDRAW_EVIDENCE,
          Route.RELEASE_FILE,
          Route.ASK_TAKEDOWN,
          Route.DECIDE_TAKEDOWN,
          Route.CLOSE_FORM,
          Route.SUBMIT_FORM,
          Route.CONSOLIDATE_COMMUNES,
          Route.OVERRIDE_DISTRICT,
          Route.RETURN_FORM,
          Route.REMARK_ON_CRITERION,
          Route.NOTE_ARRIVAL,
          Route.ASK_EXTENSION,
          Route.CONTEST_TYPED,
          Route.ASK_QUESTION,
          Route.ANSWER_QUESTION,
          Route.REFER_QUESTION);

  private static Http http;

  @BeforeAll
  static void play() throws InterruptedException {
    http = SYSTEM.http();
    http.listener(DESCRIBED);
    play(BASE, Map.of());
    for (Employed employed : Employed.values()) {
      play(employed.campaign, employed.other);
    }
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)), "events are still under way");
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
  }

  @AfterAll
  static void everyAnswerWasAsDescribed() {
    assertEquals(Set.of(), DESCRIBED.faults());
  }

  /** Every unit answers, signs, and is forwarded: what can be ranked is there to be found out. */
  private static void play(String id, Map<String, Integer> other) {
    Province province = opened(id);
    POINTS.forEach((unit, points) -> {
      int figure = other.getOrDefault(unit, points);
      province.answer(unit, "I.1", "{\"a\":" + figure + ",\"b\":100}");
      boolean source = unit.equals("SNV") || unit.equals("06649");
      province
          .own(unit, "PUT", "/answers/II.1")
          .json(
              "{\"inputs\":{\"a\":"
                  + figure
                  + ",\"b\":100}"
                  + (source ? ",\"contest\":{\"reason\":\"Thiếu số quý II\"}}" : "}"))
          .expect(200);
      province.submit(unit);
    });
    province
        .own("193", "POST", "/consolidation")
        .ifMatch(province.formEtag("193"))
        .json("{\"communes\":\"ready\",\"statement\":\"Thống nhất.\"}")
        .expect(200);
  }

  private static Province opened(String id) {
    Map<String, Object> settings = Province.settings(id);
    // The same name in all, so that it tells nothing.
    settings.put("name", "Đánh giá");
    Province province = Province.created(http, settings);
    province.as("office", "PUT", "/units").csv(CSV).expect(200);
    for (int group = 1; group <= 3; group++) {
      province.as("office", "PUT", "/criteria/" + group).json(set(group, "1")).expect(200);
    }
    province
        .as(
            "office",
            "PUT",
            "/sources/mot-cua?system=M&from=2020-01-01&to=2020-06-30&by=N"
                + "&extractedAt=2020-07-01T08:00:00%2B07:00")
        .csv("unit,criterion,inputs\nSTTTT,II.1,a=9;b=10\nSNV,II.1,a=5;b=10\n06649,II.1,a=7;b=10\n")
        .expect(200);
    return province.opened();
  }

  private static String set(int group, String version) {
    String origin =
        group == 2
            ? ",\"origin\":{\"kind\":\"derived\",\"criterion\":\"I.1\",\"input\":\"a\",\"atLeast\":90}"
            : "";
    return """
    {"setId":"SET-%1$d","title":"Bộ tiêu chí","version":"%2$s","year":2020,"unitGroup":%1$d,
     "maxPoints":100,
     "levels":[{"code":"TOT","label":"Tốt","minPercent":80,"minInclusive":true},
       {"code":"KHA","label":"Khá","minPercent":50,"minInclusive":true},
       {"code":"YEU","label":"Yếu","minPercent":0,"minInclusive":true}],
     "groups":[
      {"id":"I","title":"Một","maxPoints":60,"criteria":[{"id":"I.1","title":"Tỷ lệ",
        "maxPoints":60,"evidenceRequired":false,"verifyBy":"document"%3$s,
        "scoring":{"type":"ratio","inputs":[
          {"key":"a","label":"Đạt","kind":"integer","min":0},
          {"key":"b","label":"Tổng","kind":"integer","min":0}],
         "numerator":"a","denominator":"b","target":1,"whenDenominatorZero":"zero"}}]},
      {"id":"II","title":"Hai","maxPoints":40,"criteria":[{"id":"II.1","title":"Tỷ lệ hai",
        "maxPoints":40,"evidenceRequired":false,"verifyBy":"shared-system",
        "scoring":{"type":"ratio","inputs":[
          {"key":"a","label":"Đạt","kind":"integer","min":0},
          {"key":"b","label":"Tổng","kind":"integer","min":0}],
         "numerator":"a","denominator":"b","target":1,"whenDenominatorZero":"zero"}}]}]}
    """
        .formatted(group, version, origin);
  }

  private static List<Role> staff() {
    return Arrays.stream(Role.values()).filter(Role::staff).toList();
  }

  private static String token(Role role, Object employer) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("cognito:groups", List.of(role.label()));
    if (employer != null) {
      claims.put("custom:unit", employer);
    }
    claims.put("token_use", "id");
    claims.put("sub", role.label() + "-somewhere");
    claims.put("iss", SYSTEM.get().oidc().issuer().toString());
    claims.put("aud", List.of(LocalOidc.AUDIENCE));
    return SYSTEM.get().oidc().token(claims, Duration.ofHours(1));
  }

  /** A question to the API, about a campaign that is filled in later. */
  private record Asked(Route route, String path, String accept, boolean list) {
    @Override
    public String toString() {
      return route.method() + " " + path + " " + accept;
    }
  }

  /** Every route that tells something, with everything that its path may name. */
  private static List<Asked> asked(Employed employed) {
    var asked = new ArrayList<Asked>();
    for (Route route : Route.values()) {
      if (route.method().equals("GET") || ASKING.containsKey(route)) {
        for (String path : paths(route, employed)) {
          boolean list = !path.contains("/units/") || path.contains("/communes");
          types(route).forEach(type -> asked.add(new Asked(route, path, type, list)));
        }
      }
    }
    return asked;
  }

  /** In what a route answers; what is no text says as much in one of its forms as in the other. */
  private static Set<String> types(Route route) {
    Map<?, ?> node = API.document();
    for (String key :
        List.of("paths", route.path(), route.method().toLowerCase(Locale.ROOT), "responses")) {
      node = (Map<?, ?>) node.get(key);
    }
    var types = new TreeSet<String>();
    if (node.get("200") instanceof Map<?, ?> answer
        && answer.get("content") instanceof Map<?, ?> content) {
      content.keySet().forEach(type -> types.add("" + type));
    }
    return types.isEmpty() ? Set.of("application/json") : types;
  }

  private static List<String> paths(Route route, Employed employed) {
    // Of those that changed places each role may read the form: one by one, and it shows.
    Set<String> same = new TreeSet<>(POINTS.keySet());
    same.removeAll(employed.other.keySet());
    same.retainAll(Set.of("SNV", "193", "06652"));
    same.add(employed.unit);
    Stream<String> paths =
        route.path().contains("{u}")
            ? same.stream().map(unit -> route.path().replace("{u}", unit))
            : Stream.of(route.path());
    paths =
        paths.flatMap(path ->
            path.contains("{group}")
                ? Stream.of("1", "2", "3").map(group -> path.replace("{group}", group))
                : Stream.of(path));
    paths =
        paths.map(path ->
            path.replace("{source}", "mot-cua")
                .replace("{paper}", "session-minutes")
                .replace("{criterion}", "I.1")
                .replaceAll("\\{(e|q)}", "0".repeat(32)));
    return switch (route) {
      case PREVIEW_REMINDER, PREVIEW_REMINDER_DRAFT ->
          paths
              .flatMap(path -> same.stream().map(unit -> path + "?rung=before-7&unit=" + unit))
              .toList();
      case READ_LINEAGE -> paths.map(path -> path + "?against={c}").toList();
      case LIST_PROGRESS ->
          paths
              .flatMap(path ->
                  Stream.of("", "?group=" + employed.group, "?sort=points", "?state=SUBMITTED")
                      .map(query -> path + query))
              .toList();
      default ->
          paths
              .flatMap(path ->
                  route.path().contains("{u}")
                      ? Stream.of(path)
                      : Stream.of(path, path + "?limit=3"))
              .toList();
    };
  }

  /** The answer, and all pages behind it. */
  private static List<Answer> answers(Asked asked, String token, String campaign) {
    var pages = new ArrayList<Answer>();
    String path = asked.path().replace("{c}", campaign);
    Optional<String> next = Optional.of(path);
    while (next.isPresent() && pages.size() < 20) {
      Call call =
          http.as("", asked.route().method(), next.get())
              .header("Authorization", "Bearer " + token)
              .header("Accept", asked.accept());
      if (ASKING.containsKey(asked.route())) {
        String group = path.replaceAll(".*/criteria/(\\d).*", "$1");
        call.json(
            ASKING
                .get(asked.route())
                .replace("{c}", campaign)
                .replace("{set}", group.length() == 1 ? set(Integer.parseInt(group), "2") : ""));
      }
      Answer answer = call.send();
      pages.add(answer);
      boolean json = answer.headers().getOrDefault("content-type", "").contains("json");
      next =
          Optional.of(answer)
              .filter(page -> json && page.status() == 200)
              .map(page -> page.json().path("next"))
              .filter(JsonNode::isString)
              .map(cursor ->
                  path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor.asString());
    }
    return pages;
  }

  // What is drawn or hashed says nothing and is another each time; the campaign's own name too.
  private static String masked(Answer answer) {
    String type = answer.headers().getOrDefault("content-type", "");
    if (!type.matches(".*(json|csv|html|plain).*")) {
      return answer.status() + " " + type;
    }
    return answer.status()
        + " "
        + answer
            .text()
            .replaceAll("own-body-\\d", "own-body")
            .replaceAll("\\b[0-9a-f]{16,}\\b", "#")
            // Hashes and signatures of a checkpoint: nothing can be told from them.
            .replaceAll("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}", "#")
            .replaceAll("\\b\\d{13,16}\\b", "#")
            // The clock runs on between two campaigns; the day is the same.
            .replaceAll("T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "T#")
            .replaceAll("\\b\\d\\d:\\d\\d(:\\d\\d)?\\b", "#")
            .replaceAll("\\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\\b", "#");
  }

  @ParameterizedTest
  @CsvSource({"DEPARTMENT", "COMMUNE"})
  void nobodyCanTellWhereTheirOwnBodyStands(Employed employed) {
    OwnOrder order = employed.order();
    var leaks = new TreeSet<String>();
    int heard = 0;
    for (Role role : staff()) {
      String token = token(role, employed.unit);
      for (Asked asked : asked(employed)) {
        List<Answer> here = answers(asked, token, BASE);
        List<Answer> there = answers(asked, token, employed.campaign);
        List<String> one = here.stream().map(OwnBodyTest::masked).toList();
        List<String> other = there.stream().map(OwnBodyTest::masked).toList();
        if (!one.equals(other)) {
          leaks.add(role + " " + asked + " differs: " + difference(one, other));
        }
        for (Answer page : here) {
          heard += page.status() == 200 ? 1 : 0;
          String type = page.headers().getOrDefault("content-type", "");
          if (page.status() == 200 && asked.list()) {
            order
                .leaks(type, page.text())
                .forEach(leak -> leaks.add(role + " " + asked + ": " + leak));
          }
        }
      }
    }
    assertEquals(Set.of(), leaks);
    assertTrue(heard > 300, "only " + heard + " answers");
  }

  private static String difference(List<String> one, List<String> other) {
    String left = String.join("\n", one);
    String right = String.join("\n", other);
    int at = 0;
    while (at < Math.min(left.length(), right.length()) && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    return left.substring(Math.max(0, at - 80), Math.min(left.length(), at + 40))
        + " / "
        + right.substring(Math.max(0, at - 80), Math.min(right.length(), at + 40));
  }

  @Test
  void everyRouteIsAskedOrWrites() {
    Set<Route> unplaced =
        Arrays.stream(Route.values())
            .filter(route -> !route.method().equals("GET"))
            .filter(route -> !ASKING.containsKey(route) && !WRITING.contains(route))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), unplaced, "say whether it asks or writes");
  }

  /** The search finds what it is there to find, whoever may read it. */
  @Test
  void aLeakIsNoticed() {
    OwnOrder order = Employed.DEPARTMENT.order();
    String json = "application/json";
    JsonNode board =
        http.as("", "GET", "/campaigns/" + BASE + "/progress")
            .header("Authorization", "Bearer " + token(Role.LEAD, "193"))
            .expect(200)
            .json();
    // Of another group the points are shown: the same search must notice them there.
    assertFalse(order.leaks(json, board.toString()).isEmpty(), board::toString);
    String csv =
        http.as("", "GET", "/campaigns/" + BASE + "/progress")
            .header("Authorization", "Bearer " + token(Role.LEAD, "193"))
            .header("Accept", "text/csv")
            .expect(200)
            .text();
    assertFalse(order.leaks("text/csv", csv).isEmpty(), csv);
    assertFalse(
        order.leaks(json, "{\"items\":[\"VPUB\",\"STC\",\"SNV\",\"SKHCN\",\"STTTT\"]}").isEmpty());
    assertFalse(
        order.leaks(json, "{\"stars\":{\"VPUB\":5,\"STC\":4,\"SNV\":4,\"STTTT\":1}}").isEmpty());
    assertTrue(
        order.leaks(json, "{\"stars\":{\"STC\":1,\"VPUB\":5,\"STTTT\":3,\"SNV\":4}}").isEmpty());
    String rehearsed =
        http.as("", "POST", "/campaigns/" + BASE + "/criteria/1/rehearsal")
            .header("Authorization", "Bearer " + token(Role.OFFICE, "193"))
            .json("{\"campaign\":\"" + BASE + "\"}")
            .expect(200)
            .text();
    assertFalse(order.leaks(json, rehearsed).isEmpty(), rehearsed);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, employer-not-stated",
        "'', employer-not-stated",
        "' STTTT', employer-not-stated",
        "'STTTT ', employer-not-stated",
        "'STTTT,SNV', employer-not-stated",
        "'[STTTT]', employer-not-stated",
        "stttt, employer-not-in-register",
        "STTTT2, employer-not-in-register",
        "none, employer-not-in-register"
      })
  void employerThatCannotBeReadLiftsNoRule(String claim, String problem) {
    refused(claim, problem);
    if (claim != null && claim.equals("[STTTT]")) {
      refused(List.of("STTTT"), problem);
      refused(List.of("STTTT", "SNV"), problem);
    }
  }

  private static void refused(Object claim, String problem) {
    for (Role role : staff()) {
      String token = token(role, claim);
      for (String path : List.of("/campaigns", "/campaigns/" + BASE, "/campaigns/" + BASE + "/x")) {
        boolean register = problem.equals("employer-not-in-register");
        if (path.endsWith("/x") || (register && path.equals("/campaigns"))) {
          continue;
        }
        for (String language : List.of("vi", "en")) {
          Answer answer =
              http.as("", "GET", path)
                  .header("Authorization", "Bearer " + token)
                  .header("Accept-Language", language)
                  .expect(403);
          assertEquals("urn:minhbach:problem:" + problem, answer.at("/type"));
          String detail = answer.at("/detail");
          assertTrue(detail.contains(role.label() + "-somewhere"), detail);
          assertTrue(detail.contains(Employer.NONE), detail);
        }
      }
    }
  }

  @Test
  void whoIsEmployedByNoneSaysSo() {
    for (Role role : staff()) {
      http.as("", "GET", "/campaigns/" + BASE)
          .header("Authorization", "Bearer " + token(role, Employer.NONE))
          .expect(200);
    }
  }

  @Test
  void boardOfADistrictLeavesOutTheReadersOwnCommune() {
    Province province = Province.of(http, BASE);
    String own = province.as("office@06649", "GET", "/units/193/communes").expect(200).text();
    assertFalse(own.contains("06649"), own);
    assertTrue(own.contains("06652"), own);
    assertTrue(
        province
            .as("office@06652", "GET", "/units/193/communes")
            .expect(200)
            .text()
            .contains("06649"));
  }

  /** What waits shows to others, in the differences, and to the unit, in its form. */
  @Test
  void figureOfTheOwnBodyIsConfirmedByAnother() {
    String source = "/sources/mot-cua";
    Province province = opened("own-body-8");
    assertFalse(
        province
            .as("office", "GET", source + "/differences")
            .expect(200)
            .text()
            .contains("\"STTTT\","));
    JsonNode page = province.as("deputy", "GET", source + "/differences").expect(200).json();
    assertEquals("STTTT", page.at("/extraction/awaitingConfirmation").asString());
    JsonNode line = page.at("/items/" + (page.get("items").size() - 1));
    assertEquals("STTTT", line.get("unit").asString(), page.toString());
    assertTrue(line.get("awaitsConfirmation").asBoolean());
    JsonNode criterion = province.form("STTTT").at("/groups/1/criteria/0");
    assertFalse(criterion.has("baseline"), criterion.toString());
    assertTrue(criterion.at("/baselineAwaiting/noteVi").asString().contains("chờ thành viên"));
    String version = page.at("/extraction/version").asString();
    String path = "/units/STTTT" + source + "/confirmation";
    province.as("office", "POST", path).json("{\"version\":" + version + "}").expect(403);
    province.as("deputy", "POST", path).json("{\"version\":1}").expect(409);
    province.as("deputy", "POST", path).json("{}").expect(400);
    Answer done =
        province.as("deputy", "POST", path).json("{\"version\":" + version + "}").expect(200);
    assertEquals("STTTT", done.at("/confirmed/unit"));
    assertEquals("deputy", done.at("/confirmed/by"));
    criterion = province.form("STTTT").at("/groups/1/criteria/0");
    assertEquals(9, criterion.at("/baseline/inputs/a").asInt(), criterion.toString());
    assertEquals(version, criterion.at("/baseline/version").asString(), "of its import");
    assertFalse(criterion.has("baselineAwaiting"));
    province.as("deputy", "POST", path).json("{\"version\":" + version + "}").expect(409);
  }

  /** In a campaign of its own, since it goes on where the others must stay. */
  @Test
  void fromTheReportOnThoseWhoMustSeeItDoAndItIsLogged() throws InterruptedException {
    play("own-body-9", Map.of());
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)), "events are still under way");
    http.as("", "POST", "/local/schedules/keepDeadlines").expect(200);
    Province province = Province.of(http, "own-body-9");
    for (String user : List.of("office", "lead", "deputy", "official")) {
      province.as(user, "GET", "/draft/rankings/1").expect(403);
    }
    province.as("office", "GET", "/draft/rankings/2").expect(200);
    assertEquals(0, openings(province, "approver").size(), "before the report nothing is noted");
    province.as("office", "POST", "/report").json("{}").expect(200);
    var expected = new ArrayList<String>();
    for (String user : List.of("office", "lead", "deputy", "approver")) {
      JsonNode draft = province.as(user, "GET", "/draft/rankings/1").expect(200).json();
      assertEquals("VPUB", draft.at("/items/0/unit").asString());
      expected.add(user + " RANKING 1");
    }
    assertTrue(board(province, "lead").contains("\"points\":\"41.00\""));
    expected.add("lead PROGRESS all");
    assertFalse(board(province, "official").contains("points"));
    for (String user : List.of("official", "appraiser1", "par", "unit-STTTT", "unit-SNV")) {
      province.as(user, "GET", "/draft/rankings/1").expect(403);
    }
    assertEquals(expected, openings(province, "official"));
    JsonNode first = province.as("lead", "GET", "/draft/openings?limit=2").expect(200).json();
    JsonNode rest =
        province
            .as("lead", "GET", "/draft/openings?cursor=" + first.get("next").asString())
            .expect(200)
            .json();
    assertEquals(expected.size(), first.get("items").size() + rest.get("items").size());
    province.as("appraiser1", "GET", "/draft/openings").expect(403);
    province.as("lead", "GET", "/draft/openings?cursor=x").expect(400);
    province
        .as("approver", "POST", "/approval")
        .json("{\"number\":\"512/QĐ-UBND\",\"date\":\"2020-08-03\"}")
        .expect(200);
    province.as("office", "POST", "/publication").json("{}").expect(200);
    assertTrue(board(province, "official").contains("\"points\":\"41.00\""));
    province.as("office", "GET", "/draft/rankings/1").expect(200);
    assertEquals(expected, openings(province, "official"), "what is public is nobody's secret");
  }

  private static String board(Province province, String user) {
    return province.as(user, "GET", "/progress").expect(200).text();
  }

  private static List<String> openings(Province province, String user) {
    var openings = new ArrayList<String>();
    for (JsonNode one :
        province.as(user, "GET", "/draft/openings").expect(200).json().get("items")) {
      openings.add(
          one.get("by").asString()
              + " "
              + one.get("view").asString()
              + " "
              + one.path("group").asString("all"));
    }
    return openings;
  }
}
