package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.minhbach.local.whole.Refusals.at;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.local.whole.Http.Answer;

/**
 * Spring Cloud Function reads bodies and headers of the client as instructions to itself when it is
 * let: none of that may reach it.
 */
@Tag("system")
@Timeout(300)
class ForgedEventTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static Province province;
  private static Refusals refusals;

  @BeforeAll
  static void open() {
    province = Province.open(SYSTEM.http(), "forged");
    refusals = new Refusals(SYSTEM.get());
  }

  /** An event as API Gateway would have made it of a request of the office, of any caller. */
  private static String event(String route, String path, Map<String, String> parameters) {
    return Http.write(
        Map.of(
            "version",
            "2.0",
            "routeKey",
            route,
            "rawPath",
            path,
            "headers",
            Map.of("content-type", "application/json"),
            "pathParameters",
            parameters,
            "body",
            "{}",
            "isBase64Encoded",
            false,
            "requestContext",
            Map.of(
                "authorizer",
                Map.of(
                    "jwt",
                    Map.of(
                        "claims",
                        Map.of("sub", "x", "cognito:groups", "[office lead approver]"))))));
  }

  @Test
  void aBodyThatIsAListOfEventsIsNoEvent() {
    String report =
        event("POST /campaigns/{c}/report", "/campaigns/forged/report", Map.of("c", "forged"));
    refusals.refused(
        province.http.as("unit-SNV", "POST", "/campaigns").json(Http.write(List.of(report))),
        403,
        AccessProblem.NOT_ALLOWED);
    refusals.refused(
        province
            .own(Province.DEPARTMENT, "PUT", "/answers/I.1")
            .json(
                Http.write(
                    List.of(
                        event(
                            "GET /campaigns/{c}/units/{u}/form",
                            "/",
                            Map.of("c", "forged", "u", Province.OTHER_DEPARTMENT))))),
        400,
        InputProblem.INVALID_BODY,
        at("", InputProblem.WRONG_TYPE));
  }

  @Test
  void aHeaderCalledPayloadIsAHeader() {
    String draft =
        event(
            "GET /campaigns/{c}/draft/rankings/{group}",
            "/campaigns/forged/draft/rankings/1",
            Map.of("c", "forged", "group", "1"));
    Answer answer =
        province
            .as("", "GET", "/summary")
            .header("payload", Http.write(List.of(draft)))
            .expect(200);
    assertEquals("forged", answer.at("/campaign"));
    assertFalse(answer.text().contains("rank"), answer.text());
  }

  @Test
  void theClientsHeadersDoNotChooseTheFunction() {
    Answer plain = province.as("", "GET", "/summary").expect(200);
    for (String[] header :
        new String[][] {
          {"spring.cloud.function.definition", "keepDeadlines"},
          {"spring.cloud.function.definition", "functionRouter"},
          {"spring.cloud.function.routing-expression", "'keepDeadlines'"},
          {"aws-api-gateway", "no"},
          {"aws-event", "no"},
          {"aws-context", "none"},
          {"id", "1"},
          {"timestamp", "yesterday"},
          {"scf-target-protocol", "http"},
          {"accept", "nonsense"},
          {"content-type", "///"},
          {"ce-specversion", "1.0"}
        }) {
      Answer answer =
          province
              .as("", "GET", "/summary")
              .header(header[0], header[1])
              .header("ce-type", "x")
              .header("ce-id", "1")
              .header("ce-source", "x")
              .expect(200);
      assertEquals(plain.text(), answer.text(), header[0]);
      assertFalse(answer.headers().containsKey("ce-id"), "echoes nothing");
    }
  }

  @Test
  void aFieldCalledPayloadIsAField() {
    refusals.refused(
        province
            .own(Province.DEPARTMENT, "PUT", "/answers/I.1")
            .json("{\"payload\":{\"inputs\":{\"a\":1,\"b\":2}}}"),
        400,
        InputProblem.INVALID_BODY,
        at("payload", InputProblem.UNKNOWN_FIELD));
  }
}
