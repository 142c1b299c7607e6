package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitRegister;
import vn.minhbach.function.http.Route;
import vn.minhbach.local.oidc.LocalUsers;
import vn.minhbach.local.whole.Http.Answer;
import vn.minhbach.local.whole.Http.Call;

/**
 * Every route × every kind of user × own and other units over HTTP, held to the table of access.
 * Requests carry bodies that no use accepts, so that whoever is let in changes nothing.
 *
 * <p>Of units that differ for a user in name alone one is asked about, another one from user to
 * user and route to route; {@code -Dmatrix.units=all} asks about every unit.
 */
@Tag("system")
@Timeout(300)
class AccessMatrixTest {

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
      195,2,district_city,UBND thành phố Cẩm Phả,
      06649,3,ward,Phường Hà Khánh,193
      06760,3,ward,Phường Cẩm Thạch,195
      """;

  /** Recused beside the own body, which nobody needs to declare. */
  private static final UnitCode DECLARED = new UnitCode("06760");

  private static final Set<String> LISTED =
      Set.of("office", "lead", "deputy", "appraiser1", "appraiser3");

  private static final String TEAM =
      """
      account,body,role,from,until,substitute,conflicts
      office,STTTT,secretary,2020-08-01,,,06760
      lead,STTTT,lead,2020-08-01,,,06760
      deputy,SNV,deputy,2020-08-01,,,06760
      appraiser1,STTTT,appraiser,2020-08-01,,,06760
      appraiser3,SKHCN,appraiser,2020-08-01,,,06760
      appraiser4,TTPVHCC,appraiser,2020-08-01,,,
      """;

  private static final boolean ALL_UNITS = "all".equals(System.getProperty("matrix.units"));

  private static Province province;
  private static List<Unit> units;
  private static final List<String> USERS =
      Stream.concat(
              LocalUsers.names().stream(),
              Stream.of(
                  "unit-STTTT",
                  "signer-STTTT",
                  "unit-SNV",
                  "unit-193",
                  "signer-193",
                  "contributor-193",
                  "contributor-06649",
                  "unit-195",
                  "unit-06649",
                  "signer-06760"))
          .toList();

  @BeforeAll
  static void open() {
    Http http = SYSTEM.http();
    province = Province.empty(http, "matrix").filled();
    province.as("office", "PUT", "/units").csv(CSV).expect(200);
    province.as("office", "PUT", "/team?number=1&date=2020-08-01").csv(TEAM).expect(200);
    province.opened();
    units = UnitRegister.read(CSV).fold(refused -> List.<Unit>of(), register -> register);
    assertEquals(9, units.size());
  }

  /** Signing a token costs more than a request, and a user is the same one on every route. */
  private static final Map<String, Caller> CALLERS = new HashMap<>();

  private static Caller caller(String user) {
    return CALLERS.computeIfAbsent(user, AccessMatrixTest::ofToken);
  }

  /** Who a user's token says it is. */
  private static Caller ofToken(String user) {
    String payload = SYSTEM.get().oidc().token(user).split("\\.")[1];
    JsonNode claims =
        Http.JSON.readTree(
            new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    var roles = EnumSet.noneOf(Role.class);
    claims.get("cognito:groups").forEach(role -> roles.add(Role.of(role.asString()).orElseThrow()));
    return new Caller(
            user,
            roles,
            Employer.of(Optional.ofNullable(claims.get("custom:unit")).map(JsonNode::asString)))
        .listed(user, LISTED.contains(user) ? Set.of(DECLARED) : Set.of());
  }

  private record Case(Target target, Map<String, String> parameters) {}

  /** What a unit may be to a user, as far as any rule of access looks. */
  private record Relation(
      int group, boolean own, boolean ownDistrict, boolean ownCommune, boolean conflict) {

    static Relation of(Unit unit, Caller caller) {
      Optional<UnitCode> employer = caller.unit();
      Optional<UnitCode> district =
          employer.flatMap(code ->
              units.stream()
                  .filter(one -> one.code().equals(code))
                  .findFirst()
                  .flatMap(Unit::parent));
      return new Relation(
          unit.group(),
          employer.equals(Optional.of(unit.code())),
          district.equals(Optional.of(unit.code())),
          employer.isPresent() && employer.equals(unit.parent()),
          unit.code().equals(DECLARED));
    }
  }

  private static List<Unit> toldApart(Route route, Caller caller) {
    if (ALL_UNITS) {
      return units;
    }
    var relations = new LinkedHashMap<Relation, List<Unit>>();
    for (Unit unit : units) {
      relations.computeIfAbsent(Relation.of(unit, caller), alike -> new ArrayList<>()).add(unit);
    }
    int turn = route.ordinal() + USERS.indexOf(caller.id());
    return relations.values().stream().map(alike -> alike.get(turn % alike.size())).toList();
  }

  private static List<Case> cases(Route route, Caller caller) {
    if (route.path().contains("{u}")) {
      return toldApart(route, caller).stream()
          .map(unit -> new Case(Target.of(unit), Map.of("u", unit.code().value())))
          .toList();
    }
    if (route.access() == Access.READ_DRAFT_RANKING) {
      Optional<Integer> employer =
          caller
              .unit()
              .flatMap(code -> units.stream().filter(unit -> unit.code().equals(code)).findFirst())
              .map(Unit::group);
      return Stream.of(1, 2, 3)
          .map(group ->
              new Case(Target.draftOf(group, employer, false), Map.of("group", "" + group)))
          .toList();
    }
    return List.of(new Case(Target.CAMPAIGN, Map.of()));
  }

  private static Call request(Route route, String user, Map<String, String> parameters) {
    String path =
        route
            .path()
            .replace("{c}", "matrix")
            .replace("{u}", parameters.getOrDefault("u", "SNV"))
            .replace("{group}", parameters.getOrDefault("group", "1"))
            .replace("{criterion}", "I.1")
            .replace("{e}", "0".repeat(32))
            .replaceAll("\\{\\w+}", "nothing");
    Call call = province.http.as(user, route.method(), path);
    return switch (route) {
      case IMPORT_UNITS -> call.csv("x\n");
      case APPROVE_RESULT -> call.json("{\"x\":1}");
      default -> route.method().matches("POST|PUT") ? call.json("[]") : call;
    };
  }

  /** What the register of the team says of somebody whom the table has let in. */
  private static final Set<String> OF_THE_TEAM =
      Set.of("urn:minhbach:problem:not-a-member", "urn:minhbach:problem:not-leading");

  private static boolean barred(Answer answer) {
    return answer.status() == 403 && !OF_THE_TEAM.contains(answer.at("/type"));
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void everyRouteLetsInWhomTheTableLetsIn(Route route) {
    var before = new Stored(SYSTEM.get()).about("matrix");
    var wrong = new ArrayList<String>();
    for (String user : USERS) {
      Caller caller = caller(user);
      for (Case one : cases(route, caller)) {
        Answer answer = request(route, user, one.parameters()).send();
        boolean admitted =
            route.access() == Access.PUBLIC
                || route.access().admit(caller, one.target()).fold(no -> false, yes -> true);
        boolean expected =
            admitted
                ? answer.status() != 401 && answer.status() < 500 && !barred(answer)
                : answer.status() == 403;
        if (!expected) {
          wrong.add(user + " " + one.parameters() + ": " + answer.status() + " " + answer.text());
        }
      }
    }
    assertEquals(List.of(), wrong);
    Stored.assertSame(before, new Stored(SYSTEM.get()).about("matrix"), "it");
  }

  @Test
  void withoutATokenOnlyPublicRoutesAnswer() {
    for (Route route : Route.values()) {
      Answer answer = request(route, "", Map.of()).send();
      if (route.access() == Access.PUBLIC) {
        // A checkpoint tells a number and a hash, at every stage.
        boolean counts =
            Set.of(Route.FIRST_PAGE, Route.READ_SUMMARY, Route.LIST_CHECKPOINTS).contains(route);
        assertEquals(counts ? 200 : 404, answer.status(), route.key());
      } else {
        assertEquals(401, answer.status(), route.key());
      }
    }
  }

  @Test
  void publicRoutesReadNoToken() {
    for (Route route : Route.values()) {
      if (route.access() == Access.PUBLIC) {
        Answer nobody = request(route, "", Map.of()).send();
        Answer approver = request(route, "approver", Map.of()).send();
        assertEquals(nobody.text(), approver.text(), route.key());
      }
    }
  }

  /** What is left out is answered by the table as what is asked: no rule looks further. */
  @Test
  void unitsThatAreAlikeToAUserAreAlikeToTheTable() {
    for (String user : USERS) {
      Caller caller = caller(user);
      for (Access access : Access.values()) {
        var answers = new HashMap<Relation, Boolean>();
        for (Unit unit : units) {
          boolean admitted =
              access.admit(caller, Target.of(unit)).<Boolean>fold(no -> false, yes -> true);
          Boolean before = answers.putIfAbsent(Relation.of(unit, caller), admitted);
          assertTrue(before == null || before == admitted, user + " " + access + " " + unit);
        }
      }
    }
  }

  @Test
  void theMatrixHoldsEveryRoleAndBothAnswers() {
    var roles = EnumSet.noneOf(Role.class);
    USERS.forEach(user -> roles.addAll(caller(user).roles()));
    assertEquals(EnumSet.allOf(Role.class), roles);
    for (Route route : Route.values()) {
      if (route.access() != Access.PUBLIC && route.access() != Access.READ_CAMPAIGN) {
        List<Boolean> admitted =
            USERS.stream()
                .map(AccessMatrixTest::caller)
                .flatMap(caller ->
                    cases(route, caller).stream()
                        .map(one ->
                            route
                                .access()
                                .admit(caller, one.target())
                                .<Boolean>fold(no -> false, yes -> true)))
                .distinct()
                .toList();
        assertTrue(admitted.containsAll(Arrays.asList(true, false)), route.key());
      }
    }
    assertFalse(units.isEmpty());
    // Who differs in nothing but the declared conflict is told apart by it.
    Target commune =
        Target.of(
            units.stream().filter(unit -> unit.code().equals(DECLARED)).findFirst().orElseThrow());
    for (Access access : List.of(Access.READ_FORM, Access.READ_LEDGER)) {
      assertTrue(
          access.admit(caller("appraiser4"), commune).<Boolean>fold(no -> false, yes -> true));
      assertFalse(
          access.admit(caller("appraiser3"), commune).<Boolean>fold(no -> false, yes -> true));
    }
  }
}
