package vn.minhbach.local.faults;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Problem;
import vn.minhbach.function.http.Route;

/**
 * One request as the gateway would hand it over; sent again it is the same request.
 *
 * @param user name of the account, which says what it may do
 */
record Request(
    Route route, Map<String, String> path, String user, Map<String, String> headers, String body) {

  static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the client saw. */
  record Reply(int status, JsonNode body, String etag) {

    boolean accepted() {
      return status / 100 == 2;
    }

    /** Whether it says what happened; else the client must ask again. */
    boolean tells() {
      return status < 500;
    }

    boolean is(Problem problem) {
      return body.path("type").asString("").equals("urn:minhbach:problem:" + problem.slug());
    }

    String field(String name) {
      return body.get(name).asString();
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  /** A request with a JSON body. */
  static Request json(Route route, Map<String, String> path, String user, Object body) {
    return new Request(
        route,
        path,
        user,
        Map.of("content-type", "application/json", "accept-language", "en"),
        body == null ? null : JSON.writeValueAsString(body));
  }

  Request csv(String csv) {
    return new Request(route, path, user, headers, csv).with("content-type", "text/csv");
  }

  Request body(String other) {
    return new Request(route, path, user, headers, other);
  }

  Request with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Request(route, path, user, more, body);
  }

  Request key(String key) {
    return with("idempotency-key", key);
  }

  Request ifMatch(String etag) {
    return etag == null ? this : with("if-match", etag.equals("*") ? "*" : '"' + etag + '"');
  }

  String function() {
    return route.function();
  }

  String rawPath() {
    String raw = route.path();
    for (Map.Entry<String, String> parameter : path.entrySet()) {
      raw = raw.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return raw;
  }

  /** The event as Lambda hands it over. */
  InputStream bytes() {
    var out = new ByteArrayOutputStream();
    LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, Request.class.getClassLoader())
        .toJson(event(), out);
    return new ByteArrayInputStream(out.toByteArray());
  }

  private APIGatewayV2HTTPEvent event() {
    var jwt =
        APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
            .builder()
            .withClaims(claims(user))
            .build();
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(route.key())
        .withRawPath(rawPath())
        .withHeaders(headers)
        .withPathParameters(parameters(true))
        .withQueryStringParameters(parameters(false))
        .withBody(body)
        .withIsBase64Encoded(false)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withAuthorizer(
                    APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder().withJwt(jwt).build())
                .build())
        .build();
  }

  /** Those that the route's path names, or the others, which are the query's. */
  private Map<String, String> parameters(boolean ofPath) {
    var some = new LinkedHashMap<>(path);
    some.keySet().removeIf(name -> route.path().contains("{" + name + "}") != ofPath);
    return some;
  }

  private static Map<String, String> claims(String user) {
    var claims = new LinkedHashMap<String, String>();
    claims.put("sub", user);
    claims.put("token_use", "id");
    if (user.startsWith("part-")) {
      claims.put("cognito:groups", "[contributor]");
      claims.put("custom:unit", user.substring(user.lastIndexOf('-') + 1));
    } else if (user.startsWith("unit-")) {
      claims.put("cognito:groups", "[unit signer district]");
      claims.put("custom:unit", user.substring("unit-".length()));
    } else {
      // Of the staff: role@body, or a role that no ranked body employs.
      int at = user.indexOf('@');
      claims.put("cognito:groups", "[" + (at < 0 ? user : user.substring(0, at)) + "]");
      claims.put("custom:unit", at < 0 ? Employer.NONE : user.substring(at + 1));
    }
    return claims;
  }

  Reply reply(Object response) {
    var answer = (APIGatewayV2HTTPResponse) response;
    String text = answer.getBody() == null ? "" : answer.getBody();
    String etag = answer.getHeaders().getOrDefault("etag", "");
    if (answer.getStatusCode() == 500) {
      throw new AssertionError("a fault is no bug: " + this + " " + text);
    }
    return new Reply(
        answer.getStatusCode(),
        text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text),
        etag.replace("\"", ""));
  }
}
