package vn.minhbach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Routes that take whole registers, or files. */
  private static final Pattern HEAVY =
      Pattern.compile(
          "^PUT /campaigns/\\{c}/(units|accounts|team|sources/\\{source})$"
              + "|^POST .*/(uploads|evidence|workbook)$");

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
    return breaches;
  }

  /**
   * A function's policy holds 20 KB, some 51 permissions, and SAM writes one for each event
   * HttpApi: routes stand in the API, and each function behind it permits it once.
   */
  static List<String> permissions(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    template.functions().stream()
        .flatMap(function -> function.events().values().stream())
        .filter(event -> event.at("Type").is("HttpApi"))
        .forEach(event -> breaches.add(event.path() + " takes a permission of its own"));
    Map<String, Long> permitted =
        template.resources("AWS::Lambda::Permission").values().stream()
            .map(permission -> permission.at("Properties"))
            .filter(permission -> permission.at("Principal").is("apigateway.amazonaws.com"))
            .filter(
                permission -> permission.at("SourceArn", "Fn::Sub").text().endsWith(":${Api}/*"))
            .map(permission -> permission.at("FunctionName", "Ref").text().replace(".Alias", ""))
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    Map<String, Long> wanted =
        template.routes().stream()
            .map(TemplateFile.Route::function)
            .distinct()
            .collect(Collectors.toMap(name -> name, _ -> 1L, Long::sum, TreeMap::new));
    if (!permitted.equals(wanted)) {
      breaches.add("the API is permitted " + permitted + " instead of " + wanted);
    }
    return breaches;
  }

  static List<String> defaults(TemplateFile template) {
    return template.top().at("Parameters").fields().values().stream()
        .filter(parameter -> parameter.at("Default").text().contains("localhost"))
        .map(parameter -> parameter.path() + " would deploy something that names itself")
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
    Set<String> keys =
        template.routes().stream().map(TemplateFile.Route::key).collect(Collectors.toSet());
    Map<String, Place> slower = api.at("RouteSettings").fields();
    slower.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> breaches.add("a limit on no route of ours: " + key));
    keys.stream()
        .filter(key -> HEAVY.matcher(key).find() && !slower.containsKey(key))
        .sorted()
        .forEach(key -> breaches.add(key + " is heavy and has no limit of its own"));
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
      if (!pool.at("Properties", "UsernameConfiguration", "CaseSensitive").is(false)) {
        breaches.add(pool.path() + " takes an account written otherwise for another");
      }
      Place mfa = pool.at("Properties", "MfaConfiguration");
      String byDefault = template.top().at("Parameters", mfa.at("Ref").text(), "Default").text();
      if (!mfa.is("ON") && !byDefault.equals("ON")) {
        breaches.add(pool.path() + " takes a password alone");
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
