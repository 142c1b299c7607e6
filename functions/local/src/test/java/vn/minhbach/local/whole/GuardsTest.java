package vn.minhbach.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import vn.minhbach.local.Faults;
import vn.minhbach.local.whole.Http.Answer;

/** What bites this stack, past the gateway: raw events in, raw answers and logs out. */
@Tag("system")
@Timeout(300)
class GuardsTest {

  @RegisterExtension static final SharedSystem SYSTEM = new SharedSystem();

  private static final String UNIT = Province.DEPARTMENT;
  private static final String MAIL = "nguyen.van.bi.mat@example.vn";

  private static Province province;

  /** What the functions log goes to standard output, here as in Lambda. */
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  private static final PrintStream OUT = System.out;

  @AfterAll
  static void stopListening() {
    System.setOut(OUT);
  }

  /**
   * A function that does not come up, or a system that is closed, leaves the one logging of this
   * JVM half set up, and what is logged from then on is lost: seen by the order of classes alone.
   */
  private static void setUpLogging() {
    LoggingSystem logging = LoggingSystem.get(GuardsTest.class.getClassLoader());
    logging.cleanUp();
    logging.beforeInitialize();
    logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
  }

  @BeforeAll
  static void open() {
    setUpLogging();
    System.setOut(new PrintStream(LOG, true, StandardCharsets.UTF_8));
    province = Province.open(SYSTEM.http(), "guards");
  }

  /** An event of a unit that saves an answer, as API Gateway makes it. */
  private static Map<String, Object> saving(String criterion, String body, boolean base64) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", "PUT /campaigns/{c}/units/{u}/answers/{criterion}");
    event.put("rawPath", "/campaigns/guards/units/SKHCN/answers/" + criterion);
    event.put("headers", Map.of("content-type", "application/json"));
    event.put("pathParameters", Map.of("c", "guards", "u", UNIT, "criterion", criterion));
    event.put("body", body);
    event.put("isBase64Encoded", base64);
    var claims = Map.of("sub", "unit-SKHCN", "cognito:groups", "[unit]", "custom:unit", UNIT);
    event.put("requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))));
    return event;
  }

  private static JsonNode invoked(Map<String, Object> event) throws Exception {
    byte[] answer =
        SYSTEM
            .get()
            .lambdas()
            .invoke("SubmissionsFunction", Http.write(event).getBytes(StandardCharsets.UTF_8));
    return Http.JSON.readTree(answer);
  }

  @Test
  void aBase64BodyIsReadAsWhatItIs() throws Exception {
    String body = "{\"inputs\":{\"v\":true},\"note\":\"Đã ký số\"}";
    String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    JsonNode answer = invoked(saving("I.3", encoded, true));
    assertEquals(200, answer.get("statusCode").asInt(), answer.toString());
    assertEquals(
        "Đã ký số", Http.JSON.readTree(answer.get("body").asString()).get("note").asString());
  }

  @Test
  void answersLeaveOutWhatIsNull() throws Exception {
    JsonNode answer = invoked(saving("I.5", "{\"inputs\":{\"v\":true}}", false));
    assertEquals(200, answer.get("statusCode").asInt(), answer.toString());
    answer.properties().forEach(field -> assertFalse(field.getValue().isNull(), answer.toString()));
    assertEquals(
        List.of("body", "headers", "isBase64Encoded", "statusCode"),
        answer.propertyNames().stream().sorted().toList());
  }

  @Test
  void anEventWithoutClaimsIsNobodys() throws Exception {
    var event = saving("I.3", "{}", false);
    event.remove("requestContext");
    assertEquals(403, invoked(event).get("statusCode").asInt());
  }

  @Test
  void aBugIsAReferenceAndNothingElse() throws Exception {
    String reference = referenceOfABug();
    assertTrue(
        logs().contains("reference " + reference),
        () -> "the log has what the client has not:\n" + logs());
  }

  private static String referenceOfABug() throws Exception {
    // API Gateway never sends base64 that is none: whoever reads it may well throw.
    JsonNode answer = invoked(saving("I.3", "***" + MAIL, true));
    assertEquals(500, answer.get("statusCode").asInt(), answer.toString());
    JsonNode problem = Http.JSON.readTree(answer.get("body").asString());
    assertEquals("urn:minhbach:problem:internal", problem.get("type").asString());
    String text = answer.toString();
    for (String internal : List.of("base64", "Exception", "java", "vn.minhbach", MAIL)) {
      assertFalse(text.contains(internal), text);
    }
    return problem.get("detail").asString().replaceFirst(".*mã tra cứu ([0-9a-f]+).*", "$1");
  }

  @Test
  void anOutageIsA503ThatSaysWhenToComeBack() {
    Answer answer;
    Faults.on(1, new Faults.Rates(0, 0, 1, 0));
    try {
      answer =
          province
              .own(UNIT, "PUT", "/answers/I.6")
              .json("{\"inputs\":{\"v\":true},\"note\":\"" + MAIL + "\"}")
              .send();
    } finally {
      Faults.off();
    }
    assertEquals(503, answer.status(), answer.text());
    assertEquals("urn:minhbach:problem:unavailable", answer.at("/type"));
    assertTrue(Integer.parseInt(answer.headers().get("retry-after")) > 0);
    province
        .own(UNIT, "PUT", "/answers/I.6")
        .json("{\"inputs\":{\"v\":true},\"note\":\"" + MAIL + "\"}")
        .expect(200);
  }

  @Test
  void noTokenNoAddressAndNoBodyReachTheLog() throws Exception {
    String secret = "bi-mat-0123456789";
    String token = SYSTEM.get().oidc().token("unit-SKHCN");
    String answers = "/campaigns/guards/units/SKHCN/answers/";
    for (String body :
        List.of(
            "{\"inputs\":{\"v\":true},\"note\":\"" + secret + " " + MAIL + "\"}",
            "{\"inputs\":{\"v\":\"" + secret + "\"},\"note\":\"" + MAIL + "\"}",
            "{\"" + secret + "\":\"" + MAIL + "\"",
            "[\"" + secret + "\",\"" + MAIL + "\"]",
            "{\"payload\":\"" + secret + "\"}")) {
      province
          .http
          .as("", "PUT", answers + "I.7")
          .header("Authorization", "Bearer " + token)
          .header("X-Contact", MAIL)
          .json(body)
          .send();
    }
    var file = Upload.declared("I.1", secret + " " + MAIL + ".pdf", Upload.pdf(secret));
    new Upload(province, UNIT).through(file, Upload.pdf(secret));
    anOutageIsA503ThatSaysWhenToComeBack();
    aBugIsAReferenceAndNothingElse();
    assertTrue(SYSTEM.get().awaitQuiet(Duration.ofSeconds(30)));
    String log = logs();
    assertTrue(log.contains("SAVE_ANSWER"), "the log is the one of the functions");
    for (String hidden : List.of(secret, MAIL, token, token.split("\\.")[2], "Bearer ")) {
      assertFalse(log.contains(hidden), () -> "in the log: " + hidden);
    }
  }

  private static String logs() {
    return LOG.toString(StandardCharsets.UTF_8);
  }
}
