package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.access.Access;
import vn.minhbach.function.http.Route;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * Whoever is recused from a unit finds no way round: not by the unit's own routes, not by lists,
 * pages, exports, counts or etags, and not by an act on many units at once. The register of the
 * team declares a conflict of four people, of four bodies and roles, with commune 06652; all else
 * is as for 06655 beside it.
 */
@Tag("system")
@Timeout(300)
class RecusalTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String CSV =
      """
      code,group,kind,name,parent_code
      STTTT,1,department,Sở Thông tin và Truyền thông,
      SNV,1,department,Sở Nội vụ,
      SKHCN,1,department,Sở Khoa học và Công nghệ,
      TTPVHCC,1,board,Trung tâm Phục vụ hành chính công tỉnh,
      VPUB,1,department,Văn phòng UBND tỉnh,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,Phường Hà Phong,193
      06655,3,ward,Phường Hà Khẩu,193
      """;

  private static final String TEAM =
      """
      account,body,role,from,until,substitute,conflicts
      office,STTTT,secretary,2020-08-01,,,06652: em ruột là phó chủ tịch
      lead,STTTT,lead,2020-08-01,,,06652
      deputy,SNV,deputy,2020-08-01,,,06652
      appraiser3,SKHCN,appraiser,2020-08-01,,,06652
      appraiser4,TTPVHCC,appraiser,2020-08-01,,,
      """;

  private static final String RECUSED = "06652";
  private static final String FREE = "06655";
  private static final List<String> USERS = List.of("office", "lead", "deputy", "appraiser3");

  /**
   * Lists that name the unit and tell nothing of its form: the register of the team, who reads
   * what, the board, of which the test below shows that it has no points of it. And the draft
   * ranking, which goes by the group of the employer alone (decision 0028).
   */
  private static final Set<Route> NAMING =
      EnumSet.of(
          Route.READ_TEAM,
          Route.READ_ASSIGNMENTS,
          Route.LIST_PROGRESS,
          Route.READ_DRAFT_RANKING_OF_GROUP);

  private static Province province;

  @BeforeAll
  static void play() throws InterruptedException {
    Http http = SYSTEM.http();
    province = Province.empty(http, "recused").filled();
    province.as("office", "PUT", "/units").csv(CSV).expect(200);
    province.as("office", "PUT", "/team?number=77&date=2020-08-01").csv(TEAM).expect(200);
    source("M").expect(200);
    province.opened();
    for (String unit : List.of(RECUSED, FREE)) {
      province.answer(unit, "I.1", "{\"a\":3,\"b\":12}");
      province
          .own(unit, "POST", "/questions")
          .json("{\"criterion\":\"I.1\",\"question\":\"Gì?\"}")
          .expect(201);
    }
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(60)), "still under way");
  }

  private static Call source(String system) {
    return province
        .as(
            "office",
            "PUT",
            "/sources/mot-cua?system="
                + system
                + "&from=2020-01-01&to=2020-06-30&by=N"
                + "&extractedAt=2020-07-01T08:00:00%2B07:00")
        .csv("unit,criterion,inputs\n06652,II.3,a=7;b=10\n06655,II.3,a=7;b=10\n");
  }

  private static Call request(Route route, String user, String unit) {
    String path =
        route
            .path()
            .replace("{c}", "recused")
            .replace("{u}", unit)
            .replace("{criterion}", "I.1")
            .replace("{source}", "mot-cua")
            .replace("{group}", "3")
            .replace("{e}", "0".repeat(32))
            .replaceAll("\\{\\w+}", "nothing");
    Call call = province.http.as(user, route.method(), path);
    return route.method().matches("POST|PUT") ? call.json("[]") : call;
  }

  @Test
  void noRouteOfTheUnitLetsThemInAndNoneAnswersAnEtag() {
    var stored = new Stored(SYSTEM.get()).about("recused");
    int barred = 0;
    for (Route route : Route.values()) {
      if (route.path().contains("{u}")
          && !Set.of(Access.PUBLIC, Access.READ_CAMPAIGN).contains(route.access())) {
        for (String user : USERS) {
          Answer free = request(route, user, FREE).send();
          Answer recused = request(route, user, RECUSED).send();
          assertEquals(403, recused.status(), user + " " + route);
          assertFalse(recused.headers().containsKey("etag"), user + " " + route);
          if (free.status() != 403) {
            barred++;
            assertEquals("urn:minhbach:problem:recused", recused.at("/type"), user + " " + route);
            assertFalse(recused.text().contains("em ruột"), "the reason is nobody's affair");
          }
        }
      }
    }
    assertTrue(barred > 40, "only " + barred + " doors were tried");
    Stored.assertSame(stored, new Stored(SYSTEM.get()).about("recused"), "it");
  }

  /** Page by page, in JSON and CSV. */
  @Test
  void noListTellsOfTheUnit() {
    var told = new TreeSet<String>();
    int heard = 0;
    for (Route route : Route.values()) {
      boolean list =
          route.method().equals("GET")
              && route.path().contains("{c}")
              && !route.path().contains("{u}")
              && !route.path().contains("workbook")
              && route.access() != Access.PUBLIC;
      for (String user : list ? USERS : List.<String>of()) {
        for (String type : List.of("application/json", "text/csv")) {
          for (Answer page : pages(route, user, type)) {
            heard += page.status() == 200 ? 1 : 0;
            if (page.status() == 200 && told(page).contains(RECUSED) && !NAMING.contains(route)) {
              told.add(user + " " + route + " " + type);
            }
          }
        }
      }
    }
    assertEquals(Set.of(), told);
    assertTrue(heard > 60, "only " + heard + " answers");
    // The same lists tell it to who is not recused: the search would find it.
    for (String path : List.of("/questions", "/sources/mot-cua/differences")) {
      String user = path.startsWith("/q") ? "lead@SXD" : "deputy@SXD";
      assertTrue(
          province
              .as(user.replace("@SXD", "@VPUB"), "GET", path)
              .expect(200)
              .text()
              .contains(RECUSED),
          path);
    }
  }

  // That its figures wait for somebody else, and that they were confirmed, the importer has to
  // know.
  private static String told(Answer page) {
    return page.text()
        .replaceAll("\"awaitingRecused\":\\[[^\\]]*]", "")
        .replaceAll("\"confirmed\":\\{[^}]*}", "");
  }

  private static List<Answer> pages(Route route, String user, String type) {
    var pages = new ArrayList<Answer>();
    String path =
        route
            .path()
            .replace("{c}", "recused")
            .replace("{source}", "mot-cua")
            .replace("{paper}", "session-minutes")
            .replace("{group}", "3");
    boolean limited = Set.of(Route.LIST_QUESTIONS, Route.LIST_SOURCE_DIFFERENCES).contains(route);
    Optional<String> next = Optional.of(path + (limited ? "?limit=1" : ""));
    while (next.isPresent() && pages.size() < 20) {
      Answer page = province.http.as(user, "GET", next.get()).header("Accept", type).send();
      pages.add(page);
      boolean json = page.headers().getOrDefault("content-type", "").contains("json");
      next =
          Optional.of(page)
              .filter(one -> json && one.status() == 200 && limited)
              .map(one -> one.json().path("next"))
              .filter(JsonNode::isString)
              .map(cursor -> path + "?limit=1&cursor=" + cursor.asString());
    }
    return pages;
  }

  @Test
  void progressTellsThatTheUnitIsThereAndNoPointsOfIt() {
    for (String user : List.of("office", "lead")) {
      JsonNode lines = province.as(user, "GET", "/progress").expect(200).json().get("items");
      for (JsonNode line : lines) {
        String unit = line.get("unit").asString();
        if (unit.equals(RECUSED) || unit.equals(FREE)) {
          assertEquals(unit.equals(FREE), line.has("points"), line::toString);
        }
      }
    }
  }

  @Test
  void boardOfTheDistrictAndMailsLeaveTheUnitOut() {
    String board = province.as("office", "GET", "/units/193/communes").expect(200).text();
    assertTrue(board.contains(FREE) && !board.contains(RECUSED), board);
    Answer mail =
        province.as("office", "GET", "/reminders/preview?rung=before-7&unit=" + RECUSED).send();
    assertEquals("urn:minhbach:problem:recused", mail.at("/type"), mail.text());
    assertFalse(mail.text().contains("Hà Phong"), mail.text());
  }

  @Test
  void noActOnManyUnitsReachesIt() {
    String exempt =
        "{\"criterion\":\"I.1\",\"units\":[\"06655\",\"06652\"],"
            + "\"decision\":{\"number\":\"5\",\"date\":\"2020-08-03\"}}";
    for (String user : List.of("office", "deputy")) {
      Answer refused = province.as(user, "POST", "/criteria/3/exemptions").json(exempt).expect(403);
      assertEquals("urn:minhbach:problem:recused", refused.at("/type"));
    }
    assertFalse(
        province.as("office", "GET", "/criteria/3/exemptions").expect(200).text().contains("I.1"));
    for (String shares :
        List.of(
            "{\"group\":3,\"units\":[\"06652\"],\"account\":\"appraiser4\"}",
            "{\"group\":3,\"criterion\":\"I.1\",\"units\":[\"06652\"],\"account\":\"appraiser4\"}")) {
      Answer refused =
          province
              .as("lead", "PUT", "/assignments")
              .json("{\"shares\":[" + shares + "]}")
              .expect(400);
      assertTrue(refused.text().contains("recused"), refused.text());
    }
    // Figures of it wait for somebody else; the deputy is recused as well, a deputy of VPUB is not.
    JsonNode imported = source("N").expect(200).json();
    assertEquals("[\"06652\"]", imported.get("awaitingRecused").toString(), imported::toString);
    String path = "/units/06652/sources/mot-cua/confirmation";
    String body = "{\"version\":" + imported.get("version").asString() + "}";
    province.as("deputy", "POST", path).json(body).expect(403);
    JsonNode confirmed = province.as("deputy@VPUB", "POST", path).json(body).expect(200).json();
    assertFalse(confirmed.has("awaitingRecused"), confirmed::toString);
  }

  @Test
  void assignedIsEverybodyButTheRecusedAndTheLedgerNamesNobody() {
    JsonNode plan =
        province
            .as("lead", "PUT", "/assignments")
            .json("{\"balance\":{\"seed\":7,\"groups\":[3]}}")
            .expect(200)
            .json();
    assertEquals("[]", plan.get("open").toString().replaceAll("\\{[^}]*NO_SECOND[^}]*},?", ""));
    for (JsonNode share : plan.at("/items/0/shares")) {
      assertFalse(
          share.get("account").asString().equals("appraiser3")
              && share.path("units").toString().contains(RECUSED),
          share::toString);
    }
    assertEquals(
        plan.get("items"),
        province.as("deputy", "GET", "/assignments").expect(200).json().get("items"));
    JsonNode team = province.as("official", "GET", "/team").expect(200).json();
    assertFalse(team.toString().contains("em ruột"), team::toString);
    assertTrue(province.as("office", "GET", "/team").expect(200).text().contains("em ruột"));
    province.as("appraiser3", "GET", "/team").expect(403);
    province.as("appraiser3", "GET", "/assignments").expect(403);
  }

  /**
   * A queue, read to its end, and a block of agreements from it; the recused unit is in neither.
   */
  @Test
  void queueLeavesTheUnitOutAndABlockIsSentFromItAsItIs() {
    Province other = Province.empty(SYSTEM.http(), "recused-queue").filled();
    other.as("office", "PUT", "/units").csv(CSV).expect(200);
    other.as("office", "PUT", "/team?number=77&date=2020-08-01").csv(TEAM).expect(200);
    other.opened();
    Answer early = other.as("appraiser3", "GET", "/appraisal/queue").expect(409);
    assertEquals("urn:minhbach:problem:nothing-assigned", early.at("/type"));
    other
        .as("lead", "PUT", "/assignments")
        .json("{\"shares\":[{\"group\":1,\"criterion\":\"I.1\",\"account\":\"appraiser3\"}]}")
        .expect(200);
    for (String unit : List.of("VPUB", "SKHCN", "SNV")) {
      other.answerAll(unit, unit.equals("SNV") ? 9 : 5);
      other.submit(unit);
    }
    JsonNode page = other.as("appraiser3", "GET", "/appraisal/queue").expect(200).json();
    assertEquals("SNV VPUB", units(page), page::toString);
    JsonNode first = page.at("/items/0");
    assertEquals("WITHOUT_EVIDENCE", first.at("/reasons/0/kind").asString(), first::toString);
    assertFalse(first.has("etag"), first::toString);
    String cursor =
        other
            .as("appraiser3", "GET", "/appraisal/queue?group=1&criterion=I.1&limit=1")
            .expect(200)
            .at("/next");
    Answer rest =
        other
            .as(
                "appraiser3",
                "GET",
                "/appraisal/queue?group=1&criterion=I.1&limit=1&cursor=" + cursor)
            .expect(200);
    assertEquals("VPUB", units(rest.json()));
    assertTrue(rest.json().get("next").isNull(), rest.text());
    for (String query :
        List.of("?group=4", "?criterion=a%20b", "?limit=51", "?cursor=x", "?units=1")) {
      other.as("appraiser3", "GET", "/appraisal/queue" + query).expect(400);
    }
    other.as("appraiser3", "GET", "/appraisal/queue?criterion=IX.9").expect(404);
    other.as("office", "GET", "/appraisal/queue").expect(403);
    String block =
        "{\"criterion\":\"I.1\",\"units\":["
            + page.get("items")
                .valueStream()
                .map(line ->
                    "{\"unit\":%s,\"seen\":%s}".formatted(line.get("unit"), line.get("seen")))
                .collect(Collectors.joining(","))
            + "]}";
    JsonNode marked = other.as("appraiser3", "POST", "/marks").json(block).expect(200).json();
    assertEquals(2, marked.get("marked").size(), marked::toString);
    // What is next hangs on the seed that the register drew: a second reading may be among it.
    JsonNode done =
        other.as("appraiser3", "GET", "/appraisal/queue?criterion=I.1").expect(200).json();
    assertEquals("SNV VPUB", units(done), done::toString);
    for (JsonNode line : done.get("items")) {
      assertFalse(line.get("toDo").asBoolean(), line::toString);
      assertEquals("\"m1\"", line.get("etag").toString(), line::toString);
    }
  }

  private static String units(JsonNode page) {
    return page.get("items")
        .valueStream()
        .map(line -> line.get("unit").asString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void faultsOfTheRegisterAreToldByLineInBothLanguagesAndNothingIsStored() {
    var stored = new Stored(SYSTEM.get()).about("recused");
    for (String language : List.of("vi", "en")) {
      Answer answer =
          province
              .as("office", "PUT", "/team?number=77&date=2020-08-01")
              .header("Accept-Language", language)
              .csv(TEAM + "x y,SNVX,chief,,,,\n")
              .expect(400);
      for (String column : List.of("account", "body", "role", "from")) {
        assertTrue(answer.text().contains("dòng/line 7, " + column), answer.text());
      }
    }
    province.as("office", "PUT", "/team?date=2020-08-01").csv(TEAM).expect(400);
    province.as("office", "PUT", "/team?number=1&date=2020-08-31").csv(TEAM).expect(400);
    province.as("lead", "PUT", "/team?number=1&date=2020-08-01").csv(TEAM).expect(403);
    Stored.assertSame(stored, new Stored(SYSTEM.get()).about("recused"), "it");
  }

  /** Token and register must agree on the body, or one of them is wrong about the conflicts. */
  @Test
  void whoseTokenStatesAnotherBodyThanTheRegisterActsNowhere() {
    Province other = Province.empty(SYSTEM.http(), "recused-body").filled();
    other.as("office", "PUT", "/units").csv(CSV).expect(200);
    other
        .as("office", "PUT", "/team?number=77&date=2020-08-01")
        .csv(
            """
            account,body,role,from,until,substitute,conflicts
            lead,STTTT,lead,2020-08-01,,,
            appraiser3,VPUB,appraiser,2020-08-01,,,
            """)
        .expect(200);
    Answer refused = other.as("appraiser3", "GET", "/shared-evidence").expect(403);
    assertEquals("urn:minhbach:problem:body-differs", refused.at("/type"));
  }
}
