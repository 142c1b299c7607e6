package vn.minhbach.local.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.BindException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalOidcTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static LocalOidc oidc;
  private static HttpClient client;

  @BeforeAll
  static void start() throws BindException {
    oidc = LocalOidc.start(0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    oidc.close();
  }

  private static HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(oidc.issuer() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static JWTClaimsSet claims(JsonNode answer, String token) throws Exception {
    return SignedJWT.parse(answer.get(token).asString()).getJWTClaimsSet();
  }

  @ParameterizedTest
  @CsvSource({
    "office,office,STTTT",
    "lead,lead,STTTT",
    "deputy,deputy,SNV",
    "par,par,SNV",
    "approver,approver,(none)",
    "official,official,(none)",
    "appraiser1,appraiser,STTTT",
    "appraiser2,appraiser,SNV",
    "appraiser3,appraiser,SKHCN",
    "appraiser4,appraiser,TTPVHCC",
    "appraiser5,appraiser,VPUB",
    "deputy@193,deputy,193",
    "office@none,office,(none)",
    "unit-SCT,unit signer,SCT",
    "unit-BQLVQG-BTL,unit signer,BQLVQG-BTL",
    "unit-193,unit signer district,193",
    "unit-06649,unit signer,06649",
    "signer-193,signer,193"
  })
  void everyUserHasTheClaimsOfTheDesignInBothTokens(String user, String groups, String unit)
      throws Exception {
    HttpResponse<String> response =
        post("/token", "grant_type=password&username=" + user + "&password=anything");
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answer = JSON.readTree(response.body());
    for (String token : List.of("id_token", "access_token")) {
      JWTClaimsSet claims = claims(answer, token);
      assertEquals(user, claims.getSubject());
      assertEquals(List.of(groups.split(" ")), claims.getStringListClaim("cognito:groups"));
      assertEquals(unit, claims.getStringClaim("custom:unit"));
      assertEquals(List.of("minhbach-web"), claims.getAudience());
      assertEquals(oidc.issuer().toString(), claims.getIssuer());
      assertNotNull(claims.getStringClaim("token_use"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nobody",
    "unit-",
    "unit-a b",
    "appraiser6",
    "signer",
    "Office",
    "unit@193",
    "boss@193",
    "office@"
  })
  void refusesAnUnknownUserInPlainWords(String user) throws Exception {
    HttpResponse<String> response =
        post(
            "/token",
            "grant_type=password&password=x&username="
                + URLEncoder.encode(user, StandardCharsets.UTF_8));
    assertEquals(400, response.statusCode());
    JsonNode error = JSON.readTree(response.body());
    assertEquals("invalid_grant", error.get("error").asString());
    assertTrue(error.get("message").asString().contains("Không có người dùng " + user));
  }

  @Test
  void refusesARequestWithoutUserName() throws Exception {
    HttpResponse<String> response = post("/token", "grant_type=password&password=x");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("username is missing"), response.body());
  }

  @Test
  void theIssuerIsTheSameByWhateverNameItIsCalled() throws Exception {
    URI byAddress =
        URI.create(oidc.issuer().toString().replace("localhost", "127.0.0.1") + "/token");
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(byAddress)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&username=office&password=x"))
                .build(),
            BodyHandlers.ofString());
    assertEquals(
        oidc.issuer().toString(), claims(JSON.readTree(response.body()), "id_token").getIssuer());
  }

  @Test
  void theCodeFlowWithPkceGivesTheSameClaims() throws Exception {
    String verifier = "a-verifier-that-is-long-enough-for-the-rules-of-pkce-0123456789";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    String query =
        "/authorize?response_type=code&client_id=minhbach-web&scope=openid&state=s1&nonce=n1"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F&code_challenge_method=S256"
            + "&code_challenge="
            + challenge;
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(URI.create(oidc.issuer() + query)).build(),
            BodyHandlers.ofString());
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Đăng nhập"), page.body());

    HttpResponse<String> unknown = post(query, "username=nobody");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("Không có người dùng này"), unknown.body());

    HttpResponse<String> redirect =
        post(query, "username=unit-193&claims=%7B%22cognito%3Agroups%22%3A%5B%22office%22%5D%7D");
    assertEquals(302, redirect.statusCode(), redirect.body());
    String location = redirect.headers().firstValue("location").orElseThrow();
    assertTrue(location.startsWith("http://localhost:8080/?"), location);
    String code =
        Arrays.stream(URI.create(location).getQuery().split("&"))
            .filter(pair -> pair.startsWith("code="))
            .findFirst()
            .orElseThrow()
            .substring(5);
    String form =
        "grant_type=authorization_code&client_id=minhbach-web&code="
            + code
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F&code_verifier=";
    JsonNode answer = JSON.readTree(post("/token", form + verifier).body());
    JWTClaimsSet claims = claims(answer, "id_token");
    assertEquals("unit-193", claims.getSubject());
    assertEquals(
        List.of("unit", "signer", "district"), claims.getStringListClaim("cognito:groups"));
    assertEquals("n1", claims.getStringClaim("nonce"));
    assertEquals(400, post("/token", form + verifier).statusCode(), "a code serves once");
  }

  @Test
  void aTokenMadeDirectlyHasTheSameClaimsAsOneOverHttp() throws Exception {
    JWTClaimsSet direct = SignedJWT.parse(oidc.token("unit-193")).getJWTClaimsSet();
    JsonNode answer =
        JSON.readTree(post("/token", "grant_type=password&username=unit-193&password=x").body());
    JWTClaimsSet http = claims(answer, "id_token");
    for (String name : List.of("sub", "iss", "aud", "cognito:groups", "custom:unit", "token_use")) {
      assertEquals(http.getClaim(name), direct.getClaim(name), name);
    }
    assertThrows(IllegalArgumentException.class, () -> oidc.token("nobody"));
  }

  @Test
  void whoSignedInIsNotAskedAgainUntilTheyChooseAnewOrSignOut() throws Exception {
    String query =
        "/authorize?response_type=code&client_id=minhbach-web&scope=openid&state=s2"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fapp%2F";
    String cookie =
        post(query, "username=unit-193").headers().firstValue("set-cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    String kept = cookie.split(";")[0];
    assertEquals(302, get(query, kept).statusCode());
    assertEquals(200, get(query, "").statusCode());
    assertEquals(200, get(query + "&prompt=login", kept).statusCode());
    assertEquals(200, get(query, "local-oidc-user=nobody").statusCode());
    String back = "/endsession?post_logout_redirect_uri=";
    HttpResponse<String> out = get(back + "http%3A%2F%2Flocalhost%3A8080%2Fapp%2F", kept);
    assertEquals("http://localhost:8080/app/", out.headers().firstValue("location").orElseThrow());
    assertTrue(out.headers().firstValue("set-cookie").orElseThrow().contains("Max-Age=0"));
    assertEquals(204, get(back + "https%3A%2F%2Felsewhere.example%2F", kept).statusCode());
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(oidc.issuer() + path)).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }
}
