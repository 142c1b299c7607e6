package vn.minhbach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules on what the world outside can reach: routes, CORS, accounts. */
final class EdgeRules {

  /** What anyone may read. Anything not listed here needs a token. */
  static final Set<String> PUBLIC =
      Set.of(
          "GET /",
          "GET /campaigns/{c}/summary",
          "GET /campaigns/{c}/rankings/{group}",
          "GET /campaigns/{c}/bundle",
          "GET /campaigns/{c}/checkpoints",
          "GET /campaigns/{c}/report",
          "GET /campaigns/{c}/units/{u}/scorecard",
          "GET /campaigns/{c}/units/{u}/results",
          "GET /campaigns/{c}/rankings/{group}/comparison");

  private static final Set<String> PARAMETERS =
      Set.of("c", "u", "e", "q", "p", "r", "n", "group", "criterion", "source", "paper");

  private static final Set<String> ROLES =
      Set.of(
          "office",
          "unit",
          "signer",
          "district",
          "appraiser",
          "lead",
          "deputy",
          "contributor",
          "approver",
          "official",
          "par");

  private EdgeRules() {}

  static List<String> routes(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    Place auth = template.api().at("Auth");
    Place jwt = auth.at("Authorizers", auth.at("DefaultAuthorizer").text(), "JwtConfiguration");
    if (jwt.at("issuer").absent() || jwt.at("audience").items().isEmpty()) {
      breaches.add("no JWT authorizer with issuer and audience stands before the API by default");
    }
    Set<String> keys = new HashSet<>();
    for (TemplateFile.Route route : template.routes()) {
      if (!keys.add(route.key())) {
        breaches.add(route.key() + " is defined twice");
      }
      if (route.authorized() == PUBLIC.contains(route.key())) {
        breaches.add(route.key() + (route.authorized() ? " asks for a token" : " is public"));
      }
      Pattern.compile("\\{([^}]*)}")
          .matcher(route.path())
          .results()
          .map(match -> match.group(1))
          .filter(name -> !PARAMETERS.contains(name))
          .forEach(name -> breaches.add(route.key() + " has an unknown parameter " + name));
    }
    PUBLIC.stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> breaches.add(key + " is listed as public but not defined"));
    breaches.addAll(otherApis(template));
    return breaches;
  }

  private static List<String> otherApis(TemplateFile template) {
    return template.functions().stream()
        .flatMap(function -> function.events().values().stream())
        .filter(event -> event.at("Type").is("HttpApi"))
        .filter(event -> !event.at("Properties", "ApiId", "Ref").is("Api"))
        .map(event -> event.path() + " goes past the API with the authorizer")
        .toList();
  }

  static List<String> cors(TemplateFile template) {
    Pattern lists = Pattern.compile("(Allow|Allowed|Expose|Exposed)(Origins|Methods|Headers)");
    List<String> breaches = new ArrayList<>();
    template
        .top()
        .walk()
        .filter(place -> lists.matcher(place.name()).matches())
        .flatMap(Place::walk)
        .filter(place -> place.text().contains("*"))
        .forEach(place -> breaches.add(place.path() + " is a wildcard"));
    template
        .top()
        .walk()
        .filter(place -> place.name().equals("CorsConfiguration"))
        .filter(Place::isScalar)
        .forEach(place -> breaches.add(place.path() + " allows everything by one word"));
    Place origin = template.top().at("Parameters", "WebOrigin");
    if (Pattern.matches(origin.at("AllowedPattern").text(), "*")) {
      breaches.add(origin.path() + " may be a wildcard");
    }
    return breaches;
  }

  static List<String> throttling(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    Place api = template.api();
    for (String limit : List.of("ThrottlingRateLimit", "ThrottlingBurstLimit")) {
      if (!(api.at("DefaultRouteSettings", limit).value() instanceof Integer)) {
        breaches.add("the API has no " + limit);
      }
    }
    String format = api.at("AccessLogSettings", "Format").text();
    if (!format.contains("$context.routeKey")) {
      breaches.add("the API keeps no access log");
    }
    if (format.matches("(?i).*(header|email|token|querystring).*")) {
      breaches.add("the access log tells more than it should");
    }
    return breaches;
  }

  static List<String> users(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (Place pool : template.resources("AWS::Cognito::UserPool").values()) {
      if (!pool.at("Properties", "AdminCreateUserConfig", "AllowAdminCreateUserOnly").is(true)) {
        breaches.add(pool.path() + " lets anyone sign up");
      }
      if (pool.at("Properties", "Schema").items().stream()
          .noneMatch(attribute -> attribute.at("Name").is("unit"))) {
        breaches.add(pool.path() + " knows no custom:unit");
      }
    }
    for (Place client : template.resources("AWS::Cognito::UserPoolClient").values()) {
      if (!client.at("Properties", "ReadAttributes").texts().contains("custom:unit")) {
        breaches.add(client.path() + " would issue tokens without custom:unit");
      }
      List<String> writable = client.at("Properties", "WriteAttributes").texts();
      if (writable.isEmpty() || writable.stream().anyMatch(name -> name.startsWith("custom:"))) {
        breaches.add(client.path() + " lets a user choose the own unit");
      }
    }
    Set<String> groups =
        template.resources("AWS::Cognito::UserPoolGroup").values().stream()
            .map(group -> group.at("Properties", "GroupName").text())
            .collect(Collectors.toSet());
    if (!groups.equals(ROLES)) {
      breaches.add("the groups of the user pool are not the roles: " + groups);
    }
    return breaches;
  }
}
