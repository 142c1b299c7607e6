package vn.minhbach.function.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.Employer;
import vn.minhbach.core.NewerDocument;
import vn.minhbach.core.Outage;
import vn.minhbach.core.Outcome;
import vn.minhbach.function.http.HttpFunction.Handler;

/** An event becomes a checked exchange, or a refusal that says what is wrong with it. */
class HttpFunctionTest {

  private static final Clock DOMAIN = fixed("2020-08-03T02:00:00.123456789Z");
  private static final Clock WALL = fixed("2026-01-05T02:00:00Z");

  private final Map<Route, Handler> handlers = new EnumMap<>(Route.class);
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> path = new HashMap<>(Map.of("c", OneCampaign.ID));
  private Object seen = "nothing";

  @BeforeEach
  void everyRouteOfCampaignsShowsItsBody() {
    Arrays.stream(Route.values())
        .filter(route -> route.function().equals("campaigns"))
        .forEach(route -> handlers.put(route, this::body));
    headers.put("content-type", "application/json");
    headers.put("authorization", "Bearer secret");
  }

  @Test
  void bodyIsReadAsAPlainTreeWhateverItsFieldsAreCalled() {
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "{\"payload\":{\"a\":1},\"n\":1.50}"));
    assertEquals("{payload={a=1}, n=1.50}", seen.toString());
  }

  @Test
  void bodyInBase64IsTheSameBody() {
    String json = "{\"name\":\"Hạ Long\"}";
    var event = event(Route.CREATE_CAMPAIGN, null);
    event.setBody(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    assertEquals(200, function().apply(event).getStatusCode());
    assertEquals("{name=Hạ Long}", seen.toString());
  }

  @Test
  void refusesBodiesThatCannotBeRead() {
    assertProblem("malformed-json", Route.CREATE_CAMPAIGN, "{\"a\":");
    assertProblem("malformed-json", Route.CREATE_CAMPAIGN, "{\"a\":1,\"a\":2}");
    assertProblem("malformed-json", Route.CREATE_CAMPAIGN, "{} {}");
    assertProblem("body-required", Route.CREATE_CAMPAIGN, "");
    assertProblem("body-required", Route.CREATE_CAMPAIGN, " ");
    assertProblem("body-required", Route.CREATE_CAMPAIGN, "null");
    assertProblem("body-too-large", Route.CREATE_CAMPAIGN, "\"" + "x".repeat(262_143) + "\"");
    var event = event(Route.CREATE_CAMPAIGN, Base64.getEncoder().encodeToString(new byte[] {-1}));
    event.setIsBase64Encoded(true);
    assertTrue(function().apply(event).getBody().contains(":malformed-text\""));
    headers.put("content-type", "text/plain");
    assertProblem("unsupported-content-type", Route.CREATE_CAMPAIGN, "{}");
    headers.remove("content-type");
    assertProblem("unsupported-content-type", Route.CREATE_CAMPAIGN, "{}");
  }

  @Test
  void numbersThatNobodyCouldWriteOutAreRefusedAtTheirPlace() {
    for (String number :
        new String[] {
          "1e2147483648",
          "1e-2147483648",
          "1e99999999999999999999",
          "1E+41",
          "-0e-41",
          "1.0e41",
          "1".repeat(42),
          "0." + "1".repeat(41),
          "1" + "0".repeat(900),
          "9".repeat(2_000)
        }) {
      String answer =
          function()
              .apply(event(Route.CREATE_CAMPAIGN, "{\"a\":[1,{\"b\":" + number + "}]}"))
              .getBody();
      assertTrue(
          answer.contains(":number-too-long\"") && answer.contains("\"place\":\"a[1].b\"")
              || answer.contains(":json-out-of-bounds\""),
          answer);
      assertTrue(answer.length() < 2_000 && !answer.contains("StreamRead"), answer);
    }
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "{\"a\":-1.5e-40,\"b\":1e040}"));
  }

  @Test
  void treesAreNotDeep() {
    String deep = "[".repeat(51) + "]".repeat(51);
    assertProblem("json-out-of-bounds", Route.CREATE_CAMPAIGN, deep);
    assertProblem("json-out-of-bounds", Route.CREATE_CAMPAIGN, "[".repeat(100_000));
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "[".repeat(50) + "]".repeat(50)));
  }

  @Test
  void everythingIsUtf8() {
    headers.put("content-type", "application/json; charset=iso-8859-1");
    assertProblem("unsupported-content-type", Route.CREATE_CAMPAIGN, "{}");
    headers.put("content-type", "application/json;Charset=\"UTF-8\"");
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "{}"));
  }

  @Test
  void unknownParametersAreRefusedWithTheKnownOnes() {
    handlers.put(Route.LIST_CAMPAIGNS, on -> Outcome.accepted(Reply.ok(new Told("list"))));
    assertEquals(
        "{\"told\":\"list\"}", answer(Route.LIST_CAMPAIGNS, Map.of("limit", "", "cursor", " ")));
    String answer = answer(Route.LIST_CAMPAIGNS, Map.of("Limit", "1"));
    assertTrue(answer.contains(":unknown-parameter\"") && answer.contains("cursor, limit"), answer);
  }

  @Test
  void cursorOfNoPageIsRefused() {
    handlers.put(
        Route.LIST_CAMPAIGNS,
        on ->
            on.request()
                .cursor(text -> Optional.of(text).filter("known"::equals))
                .map(at -> Reply.ok(new Told(at.orElse("first")))));
    assertEquals("{\"told\":\"first\"}", answer(Route.LIST_CAMPAIGNS, Map.of()));
    assertEquals("{\"told\":\"known\"}", answer(Route.LIST_CAMPAIGNS, Map.of("cursor", "known")));
    String answer = answer(Route.LIST_CAMPAIGNS, Map.of("cursor", "forged"));
    assertTrue(answer.contains(":invalid-parameter\""), answer);
  }

  @Test
  void ifNoneMatchMeansNothingYetAndNothingElse() {
    headers.put("if-none-match", "*");
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "{}"));
    headers.put("if-match", "\"c1\"");
    assertProblem("invalid-header", Route.CREATE_CAMPAIGN, "{}");
    headers.remove("if-match");
    for (String other : new String[] {"\"c1\"", "", "**", "W/\"c1\"", "*, *"}) {
      headers.put("if-none-match", other);
      assertProblem("invalid-header", Route.CREATE_CAMPAIGN, "{}");
    }
    // What a cache asks is not a write.
    assertEquals(200, status(Route.LIST_CAMPAIGNS, "{}"));
  }

  @Test
  void locationIsAUriReference() {
    assertEquals(
        "/campaigns/%C4%91%E1%BB%A3t%202020",
        Reply.ok(new Told("")).location("/campaigns/đợt 2020").headers().get("location"));
  }

  @Test
  void malformedJsonIsToldByLineAndColumn() {
    String detail = function().apply(event(Route.CREATE_CAMPAIGN, "{\n \"a\": x}")).getBody();
    assertTrue(detail.contains("dòng 2"), detail);
  }

  @Test
  void emptyBodyWillDoWhereNothingNeedsToBeSaid() {
    handlers.put(
        Route.OPEN_CAMPAIGN,
        on -> on.jsonOrNothing().map(sent -> Reply.ok(new Fields((Map<?, ?>) sent.tree()))));
    headers.remove("content-type");
    assertEquals("{}", function().apply(event(Route.OPEN_CAMPAIGN, null)).getBody());
  }

  @Test
  void refusesParametersAndKeysThatCannotBe() {
    handlers.put(
        Route.LIST_CAMPAIGNS,
        on -> on.request().limit(10).map(limit -> Reply.ok(new Fields(Map.of("limit", limit)))));
    handlers.put(Route.IMPORT_CRITERIA, on -> on.group().map(group -> Reply.ok(new Told(group))));
    assertEquals("{\"limit\":10}", answer(Route.LIST_CAMPAIGNS, Map.of()));
    assertEquals("{\"limit\":500}", answer(Route.LIST_CAMPAIGNS, Map.of("limit", "500")));
    for (String limit : new String[] {"0", "501", "-1", "ten", "1.5", "99999999999"}) {
      String answer = answer(Route.LIST_CAMPAIGNS, Map.of("limit", limit));
      assertTrue(answer.contains(":invalid-parameter\""), answer);
    }
    path.put("group", "4");
    assertProblem("unknown-group", Route.IMPORT_CRITERIA, "{}");
    for (String key : new String[] {"", " ", "a b", "é", "x".repeat(201)}) {
      headers.put("idempotency-key", key);
      assertProblem("invalid-header", Route.CREATE_CAMPAIGN, "{}");
    }
  }

  @Test
  void idempotencyKeyIsScopedByWhoAndWhere() {
    handlers.put(
        Route.CREATE_CAMPAIGN,
        on -> on.act().map(act -> Reply.ok(new Told(act.key().orElseThrow().scope()))));
    handlers.put(
        Route.OPEN_CAMPAIGN,
        on -> on.act().map(act -> Reply.ok(new Told(act.key().orElseThrow().scope()))));
    headers.put("idempotency-key", "k1");
    String one = function().apply(event(Route.CREATE_CAMPAIGN, "{}")).getBody();
    assertEquals(one, function().apply(event(Route.CREATE_CAMPAIGN, "{\"other\":1}")).getBody());
    assertFalse(one.equals(function().apply(event(Route.OPEN_CAMPAIGN, "{}")).getBody()));
    headers.put("idempotency-key", "k2");
    assertFalse(one.equals(function().apply(event(Route.CREATE_CAMPAIGN, "{}")).getBody()));
  }

  @Test
  void timeIsTheDomainsInWholeMillisecondsAndGrantsGoByTheWall() {
    handlers.put(
        Route.CREATE_CAMPAIGN,
        on -> Outcome.accepted(Reply.ok(new Told(on.now() + " " + on.wall()))));
    assertEquals(
        "{\"told\":\"2020-08-03T02:00:00.123Z 2026-01-05T02:00:00Z\"}",
        function().apply(event(Route.CREATE_CAMPAIGN, "{}")).getBody());
  }

  @Test
  void clientsHeadersAndPathsDoNotChooseTheRoute() {
    headers.put("spring.cloud.function.definition", "keepDeadlines");
    assertEquals(200, status(Route.CREATE_CAMPAIGN, "{}"));
    var event = event(Route.CREATE_CAMPAIGN, "{}");
    event.setRouteKey("GET /campaigns/{c}/units/{u}/form");
    assertTrue(function().apply(event).getBody().contains(":no-such-route\""));
  }

  @Test
  void outageIsToldAsSuchAndABugByNothingButAReference() {
    handlers.put(
        Route.CREATE_CAMPAIGN,
        on -> {
          throw new Outage("table minhbach-prod did not answer", null);
        });
    APIGatewayV2HTTPResponse outage = function().apply(event(Route.CREATE_CAMPAIGN, "{}"));
    assertEquals(503, outage.getStatusCode());
    assertEquals("2", outage.getHeaders().get("retry-after"));
    assertTrue(outage.getBody().contains(":unavailable\""));
    handlers.put(
        Route.CREATE_CAMPAIGN,
        on -> {
          throw new NewerDocument("HEAD", 3, 2);
        });
    APIGatewayV2HTTPResponse newer = function().apply(event(Route.CREATE_CAMPAIGN, "{}"));
    assertEquals(500, newer.getStatusCode());
    assertTrue(
        newer.getBody().contains(":" + RequestProblem.NEWER_DATA.of().problem().slug() + "\""),
        newer.getBody());
    assertFalse(newer.getBody().contains("HEAD"), newer.getBody());
    handlers.put(
        Route.CREATE_CAMPAIGN,
        on -> {
          throw new IllegalStateException("secret of the house");
        });
    APIGatewayV2HTTPResponse bug = function().apply(event(Route.CREATE_CAMPAIGN, "{}"));
    assertEquals(500, bug.getStatusCode());
    assertTrue(bug.getBody().contains(":internal\""));
    for (String answer : new String[] {outage.getBody(), bug.getBody()}) {
      assertFalse(answer.contains("minhbach-prod") || answer.contains("secret"), answer);
    }
  }

  @Test
  void functionMustServeExactlyItsRoutes() {
    handlers.remove(Route.CREATE_CAMPAIGN);
    assertThrows(IllegalStateException.class, this::function);
    handlers.put(Route.CREATE_CAMPAIGN, this::body);
    handlers.put(Route.FIRST_PAGE, this::body);
    assertThrows(IllegalStateException.class, this::function);
  }

  @Test
  void answerTellsNobodyToGuessItsTypeNorToKeepIt() {
    var headers = function().apply(event(Route.CREATE_CAMPAIGN, "{}")).getHeaders();
    assertEquals("nosniff", headers.get("x-content-type-options"));
    assertEquals("no-store", headers.get("cache-control"));
  }

  private Outcome<Reply> body(Exchange on) {
    return on.json()
        .map(sent -> {
          seen = sent.tree();
          return Reply.ok(new Told(Map.of("ok", true)));
        });
  }

  private void assertProblem(String slug, Route route, String body) {
    String answer = function().apply(event(route, body)).getBody();
    assertTrue(answer.contains("\"type\":\"urn:minhbach:problem:" + slug + "\""), answer);
  }

  private int status(Route route, String body) {
    return function().apply(event(route, body)).getStatusCode();
  }

  private String answer(Route route, Map<String, String> query) {
    var event = event(route, null);
    event.setQueryStringParameters(query);
    return function().apply(event).getBody();
  }

  private HttpFunction function() {
    return new HttpFunction(
        "campaigns",
        handlers,
        new Scope(new OneCampaign(), new OneCampaign.Register(), null, new OneCampaign.Appointed()),
        new Bodies(Optional.empty()),
        DOMAIN,
        WALL);
  }

  private APIGatewayV2HTTPEvent event(Route route, String body) {
    var claims = new LinkedHashMap<String, String>();
    claims.put("sub", "account");
    claims.put("cognito:groups", "[office par]");
    claims.put("custom:unit", Employer.NONE);
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(route.key())
        .withRawPath(route.path())
        .withPathParameters(path)
        .withHeaders(headers)
        .withBody(body)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withAuthorizer(
                    APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                        .withJwt(
                            APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(claims)
                                .build())
                        .build())
                .build())
        .build();
  }

  private static Clock fixed(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  private record Fields(@Wire(inline = true) Map<?, ?> fields) implements ReplyPart {}

  /** What a handler of these tests answers. */
  private record Told(Object told) implements ReplyPart {}
}
