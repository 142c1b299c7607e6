package vn.minhbach.local.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.local.Template;
import vn.minhbach.local.lambda.InProcessLambdas;
import vn.minhbach.local.lambda.LambdaSettings;
import vn.minhbach.local.lambda.TestFunctions;
import vn.minhbach.local.oidc.LocalOidc;
import vn.minhbach.local.template.TemplateReader;

@Timeout(60)
class GatewayTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AUDIENCE = LocalOidc.AUDIENCE;

  private static LocalOidc oidc;
  private static InProcessLambdas lambdas;
  private static Gateway gateway;
  private static Gateway impatient;
  private static HttpClient client;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    Template template = TemplateReader.read(new StringReader(TestFunctions.TEMPLATE), Map.of());
    oidc = LocalOidc.start(0);
    lambdas =
        new InProcessLambdas(
            template,
            new LambdaSettings(
                TestFunctions.class,
                "ap-southeast-1",
                "key",
                "secret",
                URI.create("http://localhost:1"),
                URI.create("http://localhost:2"),
                URI.create("http://localhost:3"),
                Map.of("SPRING_JACKSON_DEFAULT_PROPERTY_INCLUSION", "non_null"),
                Clock.systemUTC(),
                directory,
                2,
                UnaryOperator.identity()));
    lambdas.warm();
    gateway = gateway(template, Duration.ofSeconds(30));
    impatient = gateway(template, Duration.ofMillis(500));
    client = HttpClient.newHttpClient();
  }

  private static Gateway gateway(Template template, Duration patience) throws Exception {
    Gateway bound = Gateway.bind(0, Clock.systemUTC(), patience);
    bound.serve(
        template,
        new JwtAuthorizer(
            oidc.issuer().toString(), oidc.keys(), Set.of(AUDIENCE), Clock.systemUTC()),
        lambdas,
        new LocalPaths().add("GET", "/local/x/", (rest, _) -> "{\"rest\":\"" + rest + "\"}"),
        Site.of(oidc.issuer(), AUDIENCE, URI.create("http://localhost:9000")));
    return bound;
  }

  @AfterAll
  static void stop() {
    client.close();
    gateway.close();
    impatient.close();
    lambdas.close();
    oidc.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + oidc.token("unit-193"));
  }

  private static JsonNode event(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  @Test
  void anEventHasThePayloadFormatOfHttpApi() throws Exception {
    JsonNode event =
        event(
            authorized("/things/a%20b/parts/%C4%91?q=1&q=2&name=S%E1%BB%9F+X&empty=")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"payload\":\"đ\"}")));
    assertEquals("2.0", event.get("version").asString());
    assertEquals("POST /things/{thing}/parts/{part}", event.get("routeKey").asString());
    assertEquals("/things/a b/parts/đ", event.get("rawPath").asString());
    assertEquals("q=1&q=2&name=S%E1%BB%9F+X&empty=", event.get("rawQueryString").asString());
    JsonNode query = event.get("queryStringParameters");
    assertEquals("1,2", query.get("q").asString());
    assertEquals("Sở X", query.get("name").asString());
    assertEquals("", query.get("empty").asString());
    JsonNode parameters = event.get("pathParameters");
    assertEquals("a b", parameters.get("thing").asString());
    assertEquals("đ", parameters.get("part").asString());
    assertEquals("one,two", event.get("headers").get("x-twice").asString());
    assertEquals("[\"a=1\",\"b=2\"]", event.get("cookies").toString());
    assertFalse(event.get("headers").has("cookie"));
    assertEquals("{\"payload\":\"đ\"}", event.get("body").asString());
    assertFalse(event.get("isBase64Encoded").asBoolean());
    JsonNode context = event.get("requestContext");
    assertEquals("$default", context.get("stage").asString());
    assertEquals("POST /things/{thing}/parts/{part}", context.get("routeKey").asString());
    assertEquals("POST", context.get("http").get("method").asString());
    assertEquals("/things/a b/parts/đ", context.get("http").get("path").asString());
    assertEquals("HTTP/1.1", context.get("http").get("protocol").asString());
    assertEquals("127.0.0.1", context.get("http").get("sourceIp").asString());
    assertTrue(context.get("time").asString().endsWith(" +0000"), context.toString());
  }

  @Test
  void claimsAreTextsAndArraysAreFlattened() throws Exception {
    JsonNode claims = event(authorized("/things/1")).at("/requestContext/authorizer/jwt/claims");
    assertEquals("[unit signer district]", claims.get("cognito:groups").asString());
    assertEquals("193", claims.get("custom:unit").asString());
    assertEquals("unit-193", claims.get("sub").asString());
    assertTrue(claims.get("exp").asString().matches("\\d{10}"), claims.toString());
  }

  @Test
  void aBodyThatIsNotTextComesAsBase64() throws Exception {
    byte[] bytes = {0, (byte) 0xff, 10};
    for (String type : List.of("application/octet-stream", "application/x-www-form-urlencoded")) {
      JsonNode event =
          event(
              authorized("/things/1/parts/2")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(bytes)));
      assertTrue(event.get("isBase64Encoded").asBoolean());
      assertArrayEquals(bytes, Base64.getDecoder().decode(event.get("body").asString()));
    }
    JsonNode text =
        event(
            authorized("/things/1/parts/2")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString("mã,tên")));
    assertEquals("mã,tên", text.get("body").asString());
    JsonNode notUtf8 =
        event(
            authorized("/things/1/parts/2")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(bytes)));
    assertTrue(notUtf8.get("isBase64Encoded").asBoolean());
  }

  @Test
  void answersMayBeBinaryWithHeadersAndCookies() throws Exception {
    HttpResponse<byte[]> response =
        client.send(authorized("/things/1?binary").build(), BodyHandlers.ofByteArray());
    assertArrayEquals(new byte[] {0, (byte) 0xff}, response.body());
    assertEquals("application/pdf", response.headers().firstValue("content-type").orElseThrow());
    assertEquals("\"7\"", response.headers().firstValue("etag").orElseThrow());
    assertEquals(List.of("a=1; Path=/", "b=2"), response.headers().allValues("set-cookie"));
    assertTrue(response.headers().firstValue("apigw-requestid").isPresent());
  }

  @Test
  void aPublicRouteGetsNoClaimsEvenWithAToken() throws Exception {
    assertFalse(event(request("/open")).get("requestContext").has("authorizer"));
    assertFalse(event(authorized("/open")).get("requestContext").has("authorizer"));
    assertFalse(
        event(request("/open").header("Authorization", "Bearer nonsense"))
            .get("requestContext")
            .has("authorizer"));
  }

  private static void refused(String authorization) throws Exception {
    HttpRequest.Builder request = request("/things/1");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> response = send(request);
    assertEquals(401, response.statusCode());
    assertEquals("{\"message\":\"Unauthorized\"}", response.body());
    assertTrue(response.headers().firstValue("www-authenticate").orElse("").startsWith("Bearer"));
  }

  private static Map<String, Object> claims(String issuer, String audience) {
    return Map.of("iss", issuer, "aud", audience, "sub", "office");
  }

  @Test
  void refusesWhatIsNoValidToken() throws Exception {
    String issuer = oidc.issuer().toString();
    refused(null);
    refused("Bearer nonsense");
    refused("Bearer a.b.c");
    refused("Bearer " + oidc.token("office", Duration.ofSeconds(-1)));
    refused("Bearer " + oidc.token(claims("http://elsewhere", AUDIENCE), Duration.ofHours(1)));
    refused("Bearer " + oidc.token(claims(issuer, "other"), Duration.ofHours(1)));
    refused("Bearer " + oidc.token(Map.of("iss", issuer), Duration.ofHours(1)));
    refused("Bearer " + foreign(issuer));
    String good = oidc.token("office");
    refused("Bearer " + good.substring(0, good.lastIndexOf('.') + 1));
    // {"alg":"none"}
    refused("Bearer eyJhbGciOiJub25lIn0" + good.substring(good.indexOf('.')));
  }

  private static String foreign(String issuer) throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("minhbach").generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("minhbach").build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("office")
                .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(600)))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  @Test
  void takesAClientIdWhereThereIsNoAudienceAndATokenWithoutTheWordBearer() throws Exception {
    String token =
        oidc.token(
            Map.of("iss", oidc.issuer().toString(), "client_id", AUDIENCE), Duration.ofHours(1));
    assertEquals(200, send(request("/things/1").header("Authorization", token)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing,404,Not Found",
    "PUT,/open,404,Not Found",
    "GET,/things,404,Not Found",
    "GET,/things/,404,Not Found",
    "GET,/things/1?crash,500,Internal Server Error",
    "GET,/things/1?huge,500,Internal Server Error",
    "GET,/local/nothing,404,Not Found"
  })
  void answersInTheWordsOfTheGateway(String method, String path, int status, String message)
      throws Exception {
    HttpResponse<String> response = send(authorized(path).method(method, BodyPublishers.noBody()));
    assertEquals(status, response.statusCode());
    assertEquals("{\"message\":\"" + message + "\"}", response.body());
    assertEquals("application/json", response.headers().firstValue("content-type").orElseThrow());
  }

  @Test
  void aFunctionThatDoesNotAnswerInTimeIsUnavailable() throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(impatient.url() + "/things/1?hang"))
                .header("Authorization", "Bearer " + oidc.token("unit-193")));
    assertEquals(503, response.statusCode());
    assertEquals("{\"message\":\"Service Unavailable\"}", response.body());
  }

  @Test
  void refusesABodyOverTenMegabytes() throws Exception {
    HttpResponse<String> response =
        send(
            authorized("/things/1/parts/2")
                .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));
    assertEquals(413, response.statusCode());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", response.body());
  }

  @Test
  void aLiteralWinsOverAParameterAndTheMostExactMethodOverAny() throws Exception {
    assertEquals("GET /things/all", event(authorized("/things/all")).get("routeKey").asString());
    assertEquals("ANY /things/{thing}", event(authorized("/things/al")).get("routeKey").asString());
    assertEquals(
        "ANY /things/{thing}",
        event(authorized("/things/all").DELETE()).get("routeKey").asString());
  }

  @Test
  void answersPreflightsOfTheTemplatesOriginAlone() throws Exception {
    HttpResponse<String> ours = send(preflight("http://localhost:8080"));
    assertEquals(204, ours.statusCode());
    assertEquals(
        "http://localhost:8080",
        ours.headers().firstValue("access-control-allow-origin").orElseThrow());
    assertEquals(
        "GET,PUT", ours.headers().firstValue("access-control-allow-methods").orElseThrow());
    assertEquals("600", ours.headers().firstValue("access-control-max-age").orElseThrow());
    HttpResponse<String> others = send(preflight("http://evil.example"));
    assertFalse(others.headers().firstValue("access-control-allow-origin").isPresent());
    HttpResponse<String> answer = send(request("/open").header("Origin", "http://localhost:8080"));
    assertEquals(
        "etag", answer.headers().firstValue("access-control-expose-headers").orElseThrow());
  }

  private static HttpRequest.Builder preflight(String origin) {
    return request("/things/1")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PUT")
        .method("OPTIONS", BodyPublishers.noBody());
  }

  @Test
  void localPathsStandBesideTheApi() throws Exception {
    assertEquals("{\"rest\":\"a/b\"}", send(request("/local/x/a/b")).body());
  }

  @Test
  void pagesComeCompressedWithTheirPolicyAndAreAskedForAgainByEtag() throws Exception {
    HttpResponse<byte[]> page =
        client.send(
            request("/app/").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, page.statusCode());
    assertEquals("gzip", page.headers().firstValue("content-encoding").orElseThrow());
    assertEquals("no-cache", page.headers().firstValue("cache-control").orElseThrow());
    String policy = page.headers().firstValue("content-security-policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("connect-src 'self' http://localhost:"), policy);
    String etag = page.headers().firstValue("etag").orElseThrow();
    assertEquals(304, send(request("/app/").header("If-None-Match", etag)).statusCode());
    HttpResponse<String> library = send(request("/app/vendor/idb/8.0.4/idb.js"));
    assertTrue(library.headers().firstValue("cache-control").orElseThrow().contains("immutable"));
    assertEquals("/app/", send(request("/app")).headers().firstValue("location").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "/app/nothing.js",
    "/app/../application.properties",
    "/app/%2e%2e/application.properties",
    "/app/shell//app.js",
    "/app/words/",
    "/app/index.class"
  })
  void nothingButThePagesIsServed(String path) throws Exception {
    assertEquals(404, send(request(path)).statusCode());
    assertEquals(405, send(request("/app/").method("POST", BodyPublishers.noBody())).statusCode());
  }
}
