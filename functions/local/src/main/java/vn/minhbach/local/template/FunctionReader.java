package vn.minhbach.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.local.Template.Function;
import vn.minhbach.local.Template.Route;
import vn.minhbach.local.Template.Rule;
import vn.minhbach.local.Template.Schedule;
import vn.minhbach.local.Template.Stream;

/** Reads the functions of a template with their events. */
final class FunctionReader {

  private static final Pattern TABLE_OF_STREAM = Pattern.compile(":table/([^/]+)/stream/");
  private static final String NO_AUTHORIZER = "NONE";

  private final Tree root;
  private final Intrinsics intrinsics;
  private final boolean authorizedByDefault;
  private final List<Function> functions = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<Stream> streams = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  FunctionReader(Tree root, Intrinsics intrinsics, boolean authorizedByDefault) {
    this.root = root;
    this.intrinsics = intrinsics;
    this.authorizedByDefault = authorizedByDefault;
  }

  List<Function> functions() {
    return functions;
  }

  List<Route> routes() {
    return routes;
  }

  List<Stream> streams() {
    return streams;
  }

  List<Rule> rules() {
    return rules;
  }

  List<Schedule> schedules() {
    return schedules;
  }

  void read(String id, Tree raw) {
    Map<String, String> environment = environment(raw);
    String definition = environment.get("SPRING_CLOUD_FUNCTION_DEFINITION");
    if (definition == null) {
      throw new TemplateError(
          raw,
          "Environment.Variables.SPRING_CLOUD_FUNCTION_DEFINITION is missing: it names the bean");
    }
    Duration timeout = Duration.ofSeconds(setting(raw, "Timeout").map(Tree::number).orElse(3));
    int memory = setting(raw, "MemorySize").map(Tree::number).orElse(128);
    functions.add(new Function(id, definition, environment, timeout, memory));
    raw.find("Events")
        .ifPresent(events -> events.map().forEach((name, event) -> event(id, name, event)));
  }

  /** Routes that stand in the API's own description, with the function that each integrates. */
  void readApi(Tree description) {
    Tree integrations = description.at("components").at("x-amazon-apigateway-integrations");
    description
        .at("paths")
        .map()
        .forEach((path, methods) ->
            methods
                .map()
                .forEach((method, operation) -> {
                  if (!method.equals("parameters")) {
                    routes.add(described(path, method, operation, integrations));
                  }
                }));
  }

  private Route described(String path, String method, Tree operation, Tree integrations) {
    Tree reference = operation.at("x-amazon-apigateway-integration").at("$ref");
    String name = reference.text().substring(reference.text().lastIndexOf('/') + 1);
    Tree uri = integrations.at(name).at("uri").at("Fn::Sub");
    String alias = uri.list().getLast().at("Function").at("Ref").text();
    if (!alias.endsWith(Intrinsics.ALIAS)) {
      throw new TemplateError(uri, "integrates the alias of no function");
    }
    String function = alias.substring(0, alias.length() - Intrinsics.ALIAS.length());
    boolean open =
        operation.find("security").map(Tree::list).orElse(List.of()).stream()
            .anyMatch(one -> one.map().containsKey(NO_AUTHORIZER));
    return new Route(method.toUpperCase(Locale.ROOT), path, function, authorizedByDefault && !open);
  }

  /** A property of the function, or of Globals. */
  private Optional<Tree> setting(Tree raw, String name) {
    return raw.find(name).or(() -> root.find("Globals", "Function", name)).map(intrinsics::resolve);
  }

  private Map<String, String> environment(Tree raw) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Optional<Tree> source :
        List.of(
            root.find("Globals", "Function", "Environment", "Variables"),
            raw.find("Environment", "Variables"))) {
      source
          .map(intrinsics::resolve)
          .ifPresent(
              tree -> tree.map().forEach((name, value) -> variables.put(name, value.text())));
    }
    return variables;
  }

  private void event(String function, String name, Tree event) {
    Tree properties = event.find("Properties").map(intrinsics::resolve).orElse(event);
    String id = function + "." + name;
    switch (event.at("Type").text()) {
      case "HttpApi" -> routes.add(route(function, properties));
      case "DynamoDB" -> streams.add(stream(function, properties));
      case "EventBridgeRule", "CloudWatchEvent" -> rules.add(rule(id, function, properties));
      case "ScheduleV2" -> schedules.add(schedule(id, function, properties, "ScheduleExpression"));
      case "Schedule" -> schedules.add(schedule(id, function, properties, "Schedule"));
      default ->
          throw new TemplateError(
              event.at("Type"), "the local run does not know this kind of event source");
    }
  }

  private Route route(String function, Tree properties) {
    Optional<String> authorizer = properties.find("Auth", "Authorizer").map(Tree::text);
    boolean authorized =
        authorizer.map(name -> !name.equals(NO_AUTHORIZER)).orElse(authorizedByDefault);
    String path = properties.find("Path").map(Tree::text).orElse("$default");
    String method =
        properties.find("Method").map(Tree::text).orElse("ANY").toUpperCase(Locale.ROOT);
    if (!path.startsWith("/") && !path.equals("$default")) {
      throw new TemplateError(properties.at("Path"), "a path begins with /");
    }
    return new Route(method.equals("*") ? "ANY" : method, path, function, authorized);
  }

  @SuppressWarnings("unchecked")
  private Stream stream(String function, Tree properties) {
    Tree source = properties.at("Stream");
    Matcher table = TABLE_OF_STREAM.matcher(source.text());
    if (!table.find()) {
      throw new TemplateError(source, "not the StreamArn of a table of this template");
    }
    List<Map<String, Object>> filters = new ArrayList<>();
    properties
        .find("FilterCriteria", "Filters")
        .ifPresent(list ->
            list.list()
                .forEach(
                    filter -> filters.add((Map<String, Object>) Json.read(filter.at("Pattern")))));
    boolean reports =
        properties.find("FunctionResponseTypes").map(Tree::list).orElse(List.of()).stream()
            .anyMatch(type -> type.text().equals("ReportBatchItemFailures"));
    int age = properties.find("MaximumRecordAgeInSeconds").map(Tree::number).orElse(-1);
    return new Stream(
        function,
        table.group(1),
        properties.find("BatchSize").map(Tree::number).orElse(100),
        properties.at("StartingPosition").text().equals("TRIM_HORIZON"),
        reports,
        properties.find("BisectBatchOnFunctionError").map(Tree::yes).orElse(false),
        properties.find("MaximumRetryAttempts").map(Tree::number).orElse(-1),
        age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
        Duration.ofSeconds(
            properties.find("MaximumBatchingWindowInSeconds").map(Tree::number).orElse(0)),
        filters,
        properties.find("DestinationConfig", "OnFailure", "Destination").map(FunctionReader::name));
  }

  @SuppressWarnings("unchecked")
  private static Rule rule(String id, String function, Tree properties) {
    return new Rule(
        id,
        function,
        (Map<String, Object>) properties.at("Pattern").plain(),
        properties.find("RetryPolicy", "MaximumRetryAttempts").map(Tree::number).orElse(185),
        properties.find("DeadLetterConfig", "Arn").map(FunctionReader::name));
  }

  private static Schedule schedule(String id, String function, Tree properties, String expression) {
    return new Schedule(
        id,
        function,
        properties.at(expression).text(),
        properties.find("Input").map(Json::checked).orElse("{}"),
        properties.find("State").map(state -> !state.text().equals("DISABLED")).orElse(true));
  }

  /** The name at the end of an ARN. */
  private static String name(Tree arn) {
    return arn.text().substring(arn.text().lastIndexOf(':') + 1);
  }
}
