package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Access;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.access.Target;
import vn.minhbach.core.prepare.campaign.CampaignProblem;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.UnitProblem;

/** Every route, every role, every position: held to a table that was written by hand. */
class AccessTest {

  /**
   * Who comes in, by the line of the access table that a route names.
   *
   * <p>“campaign” are routes without a unit, “own unit” and so on routes with one, “own group”
   * those of draft ranks, “frozen own” and so on the same after the report. “commune” is a commune
   * of the caller's district, “other commune” one of another. “declared” is a unit of which the
   * team's register declares a conflict of the caller. “no unit” is an account that states
   * “(none)”.
   */
  private static final String EXPECTED =
      """
      line                 | position    | roles that come in
      READ_CAMPAIGN        | campaign    | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | own unit     | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | commune      | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | other unit   | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | other commune | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | declared     | office unit contributor signer district appraiser lead deputy approver official par
      READ_CAMPAIGN        | no unit      | office unit contributor signer district appraiser lead deputy approver official par
      RUN_CAMPAIGN         | campaign    | office
      APPROVE              | campaign    | approver office
      CONFIRM_APPROVAL     | campaign    | deputy
      SEND_BACK            | campaign    | approver
      READ_DRAFT_REPORT    | campaign    | office lead deputy approver
      EXCUSE_UNIT          | own unit     |
      EXCUSE_UNIT          | commune      |
      EXCUSE_UNIT          | other unit   | office deputy
      EXCUSE_UNIT          | other commune | office deputy
      EXCUSE_UNIT          | declared     |
      EXCUSE_UNIT          | no unit      | office deputy
      READ_PROGRESS        | campaign    | office lead deputy official
      READ_FORM            | own unit     | unit contributor signer
      READ_FORM            | commune      | district
      READ_FORM            | other unit   | office appraiser lead deputy
      READ_FORM            | other commune | office appraiser lead deputy
      READ_FORM            | declared     |
      READ_FORM            | no unit      | office appraiser lead deputy
      READ_LEDGER          | own unit     | unit contributor signer
      READ_LEDGER          | commune      |
      READ_LEDGER          | other unit   | office appraiser lead deputy
      READ_LEDGER          | other commune | office appraiser lead deputy
      READ_LEDGER          | declared     |
      READ_LEDGER          | no unit      | office appraiser lead deputy
      FILL_FORM            | own unit     | unit
      FILL_FORM            | commune      |
      FILL_FORM            | other unit   |
      FILL_FORM            | other commune |
      FILL_FORM            | declared     |
      FILL_FORM            | no unit      |
      FILL_CRITERION       | own unit     | unit contributor
      FILL_CRITERION       | commune      |
      FILL_CRITERION       | other unit   |
      FILL_CRITERION       | other commune |
      FILL_CRITERION       | declared     |
      FILL_CRITERION       | no unit      |
      FILL_OR_TYPE         | own unit     | unit contributor
      FILL_OR_TYPE         | commune      | district
      FILL_OR_TYPE         | other unit   |
      FILL_OR_TYPE         | other commune | office
      FILL_OR_TYPE         | declared     |
      FILL_OR_TYPE         | no unit      |
      CONTEST_TYPED        | own unit     | unit signer
      CONTEST_TYPED        | commune      |
      CONTEST_TYPED        | other unit   |
      CONTEST_TYPED        | other commune |
      CONTEST_TYPED        | declared     |
      CONTEST_TYPED        | no unit      |
      ASK_QUESTION         | own unit     | unit contributor signer
      ASK_QUESTION         | commune      |
      ASK_QUESTION         | other unit   |
      ASK_QUESTION         | other commune |
      ASK_QUESTION         | declared     |
      ASK_QUESTION         | no unit      |
      ANSWER_QUESTION      | own unit     |
      ANSWER_QUESTION      | commune      |
      ANSWER_QUESTION      | other unit   | office deputy
      ANSWER_QUESTION      | other commune | office deputy
      ANSWER_QUESTION      | declared     |
      ANSWER_QUESTION      | no unit      | office deputy
      READ_QUESTIONS       | own unit     | unit contributor signer
      READ_QUESTIONS       | commune      |
      READ_QUESTIONS       | other unit   | office appraiser lead deputy
      READ_QUESTIONS       | other commune | office appraiser lead deputy
      READ_QUESTIONS       | declared     |
      READ_QUESTIONS       | no unit      | office appraiser lead deputy
      LIST_QUESTIONS       | campaign    | office lead deputy
      SIGN_FORM            | own unit     | unit signer
      SIGN_FORM            | commune      |
      SIGN_FORM            | other unit   |
      SIGN_FORM            | other commune |
      SIGN_FORM            | declared     |
      SIGN_FORM            | no unit      |
      ASK_FOR_TIME         | own unit     | unit signer
      ASK_FOR_TIME         | commune      |
      ASK_FOR_TIME         | other unit   |
      ASK_FOR_TIME         | other commune |
      ASK_FOR_TIME         | declared     |
      ASK_FOR_TIME         | no unit      |
      RELEASE_FILE         | own unit     |
      RELEASE_FILE         | commune      |
      RELEASE_FILE         | other unit   | office deputy
      RELEASE_FILE         | other commune | office deputy
      RELEASE_FILE         | declared     |
      RELEASE_FILE         | no unit      | office deputy
      ASK_TAKEDOWN         | own unit     |
      ASK_TAKEDOWN         | commune      |
      ASK_TAKEDOWN         | other unit   | office deputy
      ASK_TAKEDOWN         | other commune | office deputy
      ASK_TAKEDOWN         | declared     |
      ASK_TAKEDOWN         | no unit      | office deputy
      DECIDE_TAKEDOWN      | own unit     |
      DECIDE_TAKEDOWN      | commune      |
      DECIDE_TAKEDOWN      | other unit   | deputy approver
      DECIDE_TAKEDOWN      | other commune | deputy approver
      DECIDE_TAKEDOWN      | declared     |
      DECIDE_TAKEDOWN      | no unit      | deputy approver
      LIST_TAKEDOWNS       | campaign    | office deputy approver
      EXTEND_DEADLINE      | own unit     |
      EXTEND_DEADLINE      | commune      |
      EXTEND_DEADLINE      | other unit   | office deputy
      EXTEND_DEADLINE      | other commune | office deputy
      EXTEND_DEADLINE      | declared     |
      EXTEND_DEADLINE      | no unit      | office deputy
      NOTE_ARRIVAL         | own unit     | unit
      NOTE_ARRIVAL         | commune      |
      NOTE_ARRIVAL         | other unit   | office deputy
      NOTE_ARRIVAL         | other commune | office deputy
      NOTE_ARRIVAL         | declared     |
      NOTE_ARRIVAL         | no unit      | office deputy
      READ_TEAM            | campaign    | office lead deputy official
      ASSIGN_WORK          | campaign    | lead deputy
      MARK                 | own unit     |
      MARK                 | commune      |
      MARK                 | other unit   | appraiser lead deputy
      MARK                 | other commune | appraiser lead deputy
      MARK                 | declared     |
      MARK                 | no unit      | appraiser lead deputy
      MARK_BLOCK           | campaign    | appraiser lead deputy
      READ_QUEUE           | campaign    | appraiser lead deputy
      READ_INSPECTIONS     | campaign    | office appraiser lead deputy
      READ_SESSION         | campaign    | office appraiser lead deputy approver
      UPLOAD_FILE          | own unit     | unit contributor
      UPLOAD_FILE          | commune      | district
      UPLOAD_FILE          | other unit   | appraiser lead deputy
      UPLOAD_FILE          | other commune | office appraiser lead deputy
      UPLOAD_FILE          | declared     |
      UPLOAD_FILE          | no unit      | appraiser lead deputy
      CLOSE_APPRAISAL      | own unit     |
      CLOSE_APPRAISAL      | commune      |
      CLOSE_APPRAISAL      | other unit   | lead deputy
      CLOSE_APPRAISAL      | other commune | lead deputy
      CLOSE_APPRAISAL      | declared     |
      CLOSE_APPRAISAL      | no unit      | lead deputy
      PETITION             | own unit     | unit signer
      PETITION             | commune      |
      PETITION             | other unit   | office deputy
      PETITION             | other commune | office deputy
      PETITION             | declared     |
      PETITION             | no unit      | office deputy
      DECIDE_PETITION      | own unit     |
      DECIDE_PETITION      | commune      |
      DECIDE_PETITION      | other unit   | lead deputy
      DECIDE_PETITION      | other commune | lead deputy
      DECIDE_PETITION      | declared     |
      DECIDE_PETITION      | no unit      | lead deputy
      READ_SHARED_EVIDENCE | campaign    | office appraiser lead deputy
      READ_CONTACTS        | own unit     | unit signer
      READ_CONTACTS        | commune      |
      READ_CONTACTS        | other unit   | office
      READ_CONTACTS        | other commune | office
      READ_CONTACTS        | declared     |
      READ_CONTACTS        | no unit      | office
      READ_COMMUNES        | own unit     | district
      READ_COMMUNES        | commune      |
      READ_COMMUNES        | other unit   | office
      READ_COMMUNES        | other commune | office
      READ_COMMUNES        | declared     |
      READ_COMMUNES        | no unit      | office
      CONSOLIDATE          | own unit     | district
      CONSOLIDATE          | commune      |
      CONSOLIDATE          | other unit   |
      CONSOLIDATE          | other commune |
      CONSOLIDATE          | declared     |
      CONSOLIDATE          | no unit      |
      OVERRIDE_DISTRICT    | own unit     |
      OVERRIDE_DISTRICT    | commune      |
      OVERRIDE_DISTRICT    | other unit   | office
      OVERRIDE_DISTRICT    | other commune | office
      OVERRIDE_DISTRICT    | declared     |
      OVERRIDE_DISTRICT    | no unit      | office
      RETURN_FORM          | own unit     |
      RETURN_FORM          | commune      | district
      RETURN_FORM          | other unit   | appraiser lead deputy
      RETURN_FORM          | other commune | appraiser lead deputy
      RETURN_FORM          | declared     |
      RETURN_FORM          | no unit      | appraiser lead deputy
      REMARK               | own unit     |
      REMARK               | commune      | district
      REMARK               | other unit   |
      REMARK               | other commune |
      REMARK               | declared     |
      REMARK               | no unit      |
      READ_DIFFERENCES     | campaign    | office deputy
      EXEMPT_UNITS         | campaign    | office deputy
      CONFIRM_FIGURES      | own unit     |
      CONFIRM_FIGURES      | commune      |
      CONFIRM_FIGURES      | other unit   | deputy
      CONFIRM_FIGURES      | other commune | deputy
      CONFIRM_FIGURES      | declared     |
      CONFIRM_FIGURES      | no unit      | deputy
      WRITE_PLAN           | own unit     | unit signer
      WRITE_PLAN           | commune      |
      WRITE_PLAN           | other unit   |
      WRITE_PLAN           | other commune |
      WRITE_PLAN           | declared     |
      WRITE_PLAN           | no unit      |
      PAR_FEED             | campaign    | par
      LIST_DRAFT_OPENINGS  | campaign    | office lead deputy approver official
      READ_DRAFT_RANKING   | own group   |
      READ_DRAFT_RANKING   | other group | office lead approver
      READ_DRAFT_RANKING   | no unit     | office lead approver
      READ_DRAFT_RANKING   | frozen own  | office lead deputy approver
      READ_DRAFT_RANKING   | frozen other | office lead deputy approver
      INSPECT_RESULT       | campaign    | lead deputy approver official
      READ_DRAFT_SCORECARD | own unit     | unit contributor signer
      READ_DRAFT_SCORECARD | commune      | district
      READ_DRAFT_SCORECARD | other unit   | office appraiser lead deputy approver
      READ_DRAFT_SCORECARD | other commune | office appraiser lead deputy approver
      READ_DRAFT_SCORECARD | declared     |
      READ_DRAFT_SCORECARD | no unit      | office appraiser lead deputy approver
      """;

  private static final Scope SCOPE =
      new Scope(new OneCampaign(), new OneCampaign.Register(), null, new OneCampaign.Appointed());
  private static final Scope FROZEN =
      new Scope(
          new OneCampaign(Stage.REPORTED),
          new OneCampaign.Register(),
          null,
          new OneCampaign.Appointed());
  private static final Scope APPRAISED =
      new Scope(
          new OneCampaign().withTeam(),
          new OneCampaign.Register(),
          null,
          new OneCampaign.Appointed());

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("closedRoutesAndPositions")
  void routeLetsInWhomTheTableNames(Route route, String position) {
    var admitted = new TreeSet<String>();
    for (Role role : Role.values()) {
      if (admits(route, position, Set.of(role))) {
        admitted.add(role.label());
      }
    }
    assertEquals(table().get(route.access() + " " + position), admitted);
  }

  static Stream<Arguments> closedRoutesAndPositions() {
    return Arrays.stream(Route.values())
        .filter(route -> route.access() != Access.PUBLIC)
        .flatMap(route -> positions(route).stream().map(position -> Arguments.of(route, position)));
  }

  @Test
  void tableHasALineForEveryAccessThatARouteNames() {
    Set<String> named =
        closedRoutesAndPositions()
            .map(Arguments::get)
            .map(pair -> ((Route) pair[0]).access() + " " + pair[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, table().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void publicRouteAsksNobodyAndAnyOtherRefusesWhoHasNoRole(Route route) {
    Caller nobody = new Caller("a", Set.of(), Optional.of(new UnitCode("193")));
    Optional<Problem> refusal =
        // A store that would fail: nothing may be read for somebody without a role.
        route.access() == Access.PUBLIC
            ? refusal(SCOPE, route, "other unit", nobody)
            : refusal(new Scope(null, null, null, null), route, "other unit", nobody);
    assertEquals(
        route.access() == Access.PUBLIC ? Optional.empty() : Optional.of(AccessProblem.NOT_ALLOWED),
        refusal);
  }

  /** Not even with every role of office and team at once. */
  @ParameterizedTest
  @MethodSource("routesOfAUnit")
  void nobodyActsOnTheUnitThatEmploysThemInAnotherRole(Route route) {
    Set<Role> others =
        EnumSet.complementOf(EnumSet.of(Role.UNIT, Role.CONTRIBUTOR, Role.SIGNER, Role.DISTRICT));
    Caller caller = caller("own unit", others);
    Problem expected =
        others.stream().anyMatch(route.access().reaches()::containsKey)
            ? AccessProblem.OWN_UNIT
            : AccessProblem.NOT_ALLOWED;
    assertEquals(Optional.of(expected), refusal(SCOPE, route, "own unit", caller));
  }

  static Stream<Route> routesOfAUnit() {
    return Arrays.stream(Route.values())
        .filter(route -> route.names("u"))
        .filter(route -> !Set.of(Access.PUBLIC, Access.READ_CAMPAIGN).contains(route.access()));
  }

  /**
   * Fail closed: an employer that cannot be read lifts no rule, whatever else the account may do.
   */
  @ParameterizedTest
  @MethodSource("closedRoutesAndPositions")
  void staffWithoutAStatedEmployerActsNowhere(Route route, String position) {
    for (String claim :
        List.of("", " 193", "193 ", "[193]", "[193 194]", "193,194", "(None)", "Ủy ban")) {
      for (Role role : Role.values()) {
        if (role.staff()) {
          for (Set<Role> roles : List.of(Set.of(role), Set.of(role, Role.UNIT))) {
            // A store that would fail: nothing may be read for whom nobody knows.
            Optional<Problem> refusal =
                refusal(
                    new Scope(null, null, null, null),
                    route,
                    position,
                    new Caller("account", roles, Employer.of(Optional.of(claim))));
            boolean reaches = roles.stream().anyMatch(route.access().reaches()::containsKey);
            assertEquals(
                Optional.of(
                    reaches ? AccessProblem.EMPLOYER_NOT_STATED : AccessProblem.NOT_ALLOWED),
                refusal,
                roles + " " + claim);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("closedRoutesAndPositions")
  void staffOfABodyThatTheRegisterLacksActsNowhereInTheCampaign(Route route, String position) {
    for (String code : List.of("999", "stttt", "06649x", "none")) {
      for (Role role : route.access().reaches().keySet()) {
        if (role.staff() && route.names("c")) {
          assertEquals(
              Optional.of(AccessProblem.EMPLOYER_NOT_IN_REGISTER),
              refusal(
                  SCOPE,
                  route,
                  position,
                  new Caller("account", Set.of(role), new Employer.Body(new UnitCode(code)))),
              role + " " + code);
        }
      }
    }
  }

  /** Not even with every role of office and team at once. */
  @ParameterizedTest
  @MethodSource("routesOfAUnit")
  void nobodyActsOnAUnitThatTheyAreRecusedFrom(Route route) {
    Set<Role> staff =
        EnumSet.complementOf(
            EnumSet.copyOf(Set.of(Role.UNIT, Role.CONTRIBUTOR, Role.SIGNER, Role.DISTRICT)));
    for (String position : List.of("commune", "declared")) {
      Optional<Problem> refusal = refusal(SCOPE, route, position, caller(position, staff));
      assertTrue(
          refusal.isPresent()
              && Set.of(AccessProblem.RECUSED, AccessProblem.NOT_ALLOWED, AccessProblem.OTHER_UNIT)
                  .contains(refusal.get()),
          position + " " + refusal);
      boolean butForThis =
          admits(route, "other commune", staff) || admits(route, "other unit", staff);
      assertEquals(
          butForThis && (position.equals("commune") || admits(route, "other unit", staff)),
          refusal.get() == AccessProblem.RECUSED,
          position + " " + refusal);
    }
  }

  @Test
  void registerOfTheTeamGivesItsOpaqueIdAndItsConflicts() {
    Caller let = let("GET /campaigns/{c}/units/{u}/form", "06760", "account");
    assertEquals("opaque", let.id());
    assertEquals(Set.of(new UnitCode("194"), new UnitCode("193")), let.recused());
    Caller other = let("GET /campaigns/{c}/units/{u}/form", "194", "another");
    assertEquals("account", other.id());
    assertEquals(Set.of(new UnitCode("193")), other.recused());
    // Asked for no single unit, the communes of the own district are named one by one.
    assertEquals(
        Set.of(new UnitCode("194"), new UnitCode("193"), new UnitCode("06649")),
        let("GET /campaigns/{c}/questions", "", "account").recused());
  }

  @Test
  void tokenAndRegisterOfTheTeamAgreeOnTheEmployer() {
    var request = request(Map.of("c", OneCampaign.ID), "moved");
    Caller moved = new Caller("moved", Set.of(Role.LEAD), Optional.of(new UnitCode("194")));
    assertEquals(
        Optional.of(AccessProblem.BODY_DIFFERS),
        APPRAISED
            .admit(Route.LIST_QUESTIONS, request, moved, OneCampaign.APPOINTED)
            .fold(refusal -> Optional.of(refusal.problem()), let -> Optional.empty()));
  }

  private static Caller let(String key, String unit, String account) {
    Route route =
        Arrays.stream(Route.values())
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow();
    return APPRAISED
        .admit(
            route,
            request(Map.of("c", OneCampaign.ID, "u", unit), account),
            caller("other unit", Set.of(Role.LEAD)),
            OneCampaign.APPOINTED)
        .fold(
            refusal -> {
              throw new AssertionError(refusal.fault());
            },
            Scope.Admitted::caller);
  }

  @Test
  void unstatedIsRefusedByTheTableItselfToo() {
    Caller unstated = new Caller("account", Set.of(Role.OFFICE), Optional.<UnitCode>empty());
    for (Access access : Access.values()) {
      if (access != Access.PUBLIC) {
        assertTrue(
            access
                .admit(unstated, Target.draftOf(1, Optional.empty(), true))
                .<Boolean>fold(refusal -> true, admitted -> false),
            access.name());
      }
    }
  }

  @Test
  void refusalSaysWhoMayAndWhy() {
    assertRefused(AccessProblem.NOT_ALLOWED, Route.OPEN_CAMPAIGN, "campaign", Role.UNIT);
    assertRefused(AccessProblem.OTHER_UNIT, Route.SAVE_ANSWER, "other unit", Role.UNIT);
    assertRefused(AccessProblem.OTHER_UNIT, Route.READ_UNIT_FORM, "other unit", Role.DISTRICT);
    assertRefused(AccessProblem.OWN_UNIT, Route.READ_UNIT_FORM, "own unit", Role.APPRAISER);
    assertRefused(AccessProblem.ACCOUNT_WITHOUT_UNIT, Route.SAVE_ANSWER, "no unit", Role.UNIT);
    assertRefused(
        AccessProblem.OWN_GROUP_DRAFT, Route.READ_DRAFT_RANKING_OF_GROUP, "own group", Role.OFFICE);
    assertRefused(
        AccessProblem.DRAFT_NOT_FROZEN,
        Route.READ_DRAFT_RANKING_OF_GROUP,
        "other group",
        Role.DEPUTY);
  }

  @Test
  void whatDoesNotExistIsToldToThoseWithARoleOnly() {
    Caller office = caller("other unit", Set.of(Role.OFFICE));
    assertEquals(
        Optional.of(CampaignProblem.UNKNOWN_CAMPAIGN),
        refusal(Route.READ_ONE_CAMPAIGN, Map.of("c", "other"), office));
    assertEquals(
        Optional.of(CampaignProblem.UNKNOWN_CAMPAIGN),
        refusal(Route.READ_ONE_CAMPAIGN, Map.of("c", "../131"), office));
    assertEquals(
        Optional.of(UnitProblem.UNKNOWN_UNIT),
        refusal(Route.READ_UNIT_FORM, Map.of("c", OneCampaign.ID, "u", "6649"), office));
    assertEquals(
        Optional.of(AccessProblem.NOT_ALLOWED),
        refusal(Route.OPEN_CAMPAIGN, Map.of("c", "other"), caller("other unit", Set.of(Role.PAR))));
  }

  @Test
  void rolesAddUpButNeverAcrossUnits() {
    assertTrue(admits(Route.READ_UNIT_FORM, "own unit", Set.of(Role.UNIT, Role.APPRAISER)));
    assertTrue(admits(Route.READ_UNIT_FORM, "other unit", Set.of(Role.UNIT, Role.APPRAISER)));
    assertEquals(
        Optional.of(AccessProblem.OTHER_UNIT),
        refusal(
            SCOPE,
            Route.FILL_FORM_HEAD,
            "other unit",
            caller("other unit", EnumSet.allOf(Role.class))));
  }

  private static void assertRefused(Problem expected, Route route, String position, Role role) {
    assertEquals(
        Optional.of(expected), refusal(SCOPE, route, position, caller(position, Set.of(role))));
  }

  private static boolean admits(Route route, String position, Set<Role> roles) {
    return refusal(SCOPE, route, position, caller(position, roles)).isEmpty();
  }

  private static Optional<Problem> refusal(
      Scope scope, Route route, String position, Caller caller) {
    String unit =
        switch (position) {
          case "commune" -> "06649";
          case "other unit", "declared" -> "194";
          case "other commune" -> "06760";
          default -> "193";
        };
    String group = position.matches("own group|frozen own") ? "2" : "3";
    return refusal(
        position.startsWith("frozen")
            ? FROZEN
            : position.equals("declared") && scope == SCOPE ? APPRAISED : scope,
        route,
        Map.of("c", OneCampaign.ID, "u", unit, "group", group),
        caller);
  }

  private static Optional<Problem> refusal(Route route, Map<String, String> path, Caller caller) {
    return refusal(SCOPE, route, path, caller);
  }

  private static Optional<Problem> refusal(
      Scope scope, Route route, Map<String, String> path, Caller caller) {
    var request = request(path, "account");
    return scope
        .admit(route, request, caller, Instant.EPOCH)
        .fold(refusal -> Optional.of(refusal.problem()), found -> Optional.empty());
  }

  private static Request request(Map<String, String> path, String account) {
    return new Request(
        APIGatewayV2HTTPEvent.builder()
            .withPathParameters(path)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withAuthorizer(
                        APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                            .withJwt(
                                APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                    .builder()
                                    .withClaims(Map.of("sub", account))
                                    .build())
                            .build())
                    .build())
            .build());
  }

  /** Employed by district 193, which has commune 06649. */
  private static Caller caller(String position, Set<Role> roles) {
    return new Caller(
        "account",
        roles,
        position.equals("no unit")
            ? new Employer.NoneRanked()
            : new Employer.Body(new UnitCode("193")));
  }

  private static List<String> positions(Route route) {
    if (route.names("u")) {
      return List.of("own unit", "commune", "other unit", "other commune", "declared", "no unit");
    }
    return route.access() == Access.READ_DRAFT_RANKING
        ? List.of("own group", "other group", "no unit", "frozen own", "frozen other")
        : List.of("campaign");
  }

  private static Map<String, Set<String>> table() {
    var table = new LinkedHashMap<String, Set<String>>();
    EXPECTED
        .lines()
        .skip(1)
        .forEach(line -> {
          String[] cells = line.split("\\|", -1);
          Set<String> roles =
              Arrays.stream(cells[2].strip().split(" "))
                  .filter(role -> !role.isEmpty())
                  .collect(Collectors.toCollection(TreeSet::new));
          table.put(cells[0].strip() + " " + cells[1].strip(), roles);
        });
    return new TreeMap<>(table);
  }
}
