package vn.minhbach;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on the functions of template.yaml. */
final class FunctionRules {

  /** Made by {@code mvn package} in the module of the same name. */
  private static final Pattern ZIP =
      Pattern.compile("(functions/([a-z]+))/target/minhbach-\\2\\.zip");

  /** Lambda takes no more. */
  private static final int VERSION_DESCRIPTION_MAX = 256;

  private static final String QUEUE = "AWS::SQS::Queue";

  private FunctionRules() {}

  static List<String> handlers(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      String bean = function.bean();
      String expected =
          function.id().substring(0, 1).toLowerCase(Locale.ROOT)
              + function.id().substring(1).replaceFirst("Function$", "");
      if (!bean.equals(expected)) {
        breaches.add(function.id() + " calls bean '" + bean + "' instead of " + expected);
      }
      String[] handler = function.property("Handler").text().split("::", 2);
      if (handler.length < 2 || !hasMethod(handler[0], handler[1])) {
        breaches.add(function.id() + " has no handler " + String.join("::", handler));
      }
      String main = function.property("Environment", "Variables", "MAIN_CLASS").text();
      if (load(main).isEmpty() && !standsInAnotherZip(function, main)) {
        breaches.add(function.id() + " starts no such class: " + main);
      }
    }
    return breaches;
  }

  /** Whether a function with code of its own finds its class in the module that makes its zip. */
  private static boolean standsInAnotherZip(TemplateFile.Function function, String main) {
    String code = function.own().at("CodeUri").text();
    int target = code.indexOf("/target/");
    return target > 0
        && Files.exists(
            TemplateFile.root()
                .resolve(code.substring(0, target))
                .resolve("src/main/java")
                .resolve(main.replace('.', '/') + ".java"));
  }

  /** A class of the shipped code or its libraries; not initialized. */
  static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, FunctionRules.class.getClassLoader()));
    } catch (ClassNotFoundException missing) {
      return Optional.empty();
    }
  }

  private static boolean hasMethod(String type, String method) {
    return load(type).stream()
        .flatMap(found -> Stream.of(found.getMethods()))
        .anyMatch(found -> found.getName().equals(method));
  }

  /** What SAM CLI must find on its own, wherever a build has put the template. */
  static List<String> code(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    if (!template.globals().at("CodeUri").absent()) {
      breaches.add("Globals.CodeUri is looked for in the wrong directory after sam build");
    }
    for (TemplateFile.Function function : template.functions()) {
      String code = function.own().at("CodeUri").text();
      Matcher zip = ZIP.matcher(code);
      if (!zip.matches()
          || !Files.exists(TemplateFile.root().resolve(zip.group(1)).resolve("pom.xml"))) {
        breaches.add(function.id() + " names no zip that the build makes: '" + code + "'");
      }
    }
    template
        .top()
        .walk()
        .flatMap(place -> place.fields().keySet().stream())
        .filter(name -> name.startsWith("Fn::ForEach"))
        .forEach(name -> breaches.add(name + " is not read by SAM CLI unless it is told to"));
    return breaches;
  }

  static List<String> runtime(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      expect(function, "java25", breaches, "Runtime");
      expect(function, "PublishedVersions", breaches, "SnapStart", "ApplyOn");
      expect(function, "live", breaches, "AutoPublishAlias");
      expect(function, "Active", breaches, "Tracing");
      if (!function.property("Architectures").texts().equals(List.of("arm64"))) {
        breaches.add(function.id() + ".Architectures is not [arm64]");
      }
    }
    // With SnapStart the JVM's own defaults apply; stopping at C1 would undo them.
    template
        .top()
        .walk()
        .filter(place -> place.text().contains("TieredStopAtLevel"))
        .forEach(place -> breaches.add(place.path() + " stops the compiler at C1"));
    return breaches;
  }

  private static void expect(
      TemplateFile.Function function, Object expected, List<String> breaches, String... keys) {
    if (!function.property(keys).is(expected)) {
      breaches.add(function.id() + "." + String.join(".", keys) + " is not " + expected);
    }
  }

  /**
   * A parameter alone changes no code and no text of the template, and so no version: SnapStart's
   * snapshot would keep the old one. CloudFormation replaces a version whose description changes.
   */
  static List<String> versions(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      String description = function.own().at("VersionDescription", "Fn::Sub").text();
      Set<String> told = parameters(template, function.own().at("VersionDescription"));
      parameters(template, function.own().at("Environment")).stream()
          .filter(parameter -> !told.contains(parameter))
          .sorted()
          .forEach(parameter ->
              breaches.add(
                  function.id() + " would keep the old " + parameter + ": no new version"));
      int longest = description.replaceAll("\\$\\{[A-Za-z]+}", "").length();
      for (String parameter : told) {
        longest += longest(template.top().at("Parameters", parameter));
      }
      if (longest > VERSION_DESCRIPTION_MAX) {
        breaches.add(function.id() + ".VersionDescription may reach " + longest + " letters");
      }
    }
    return breaches;
  }

  private static int longest(Place parameter) {
    return parameter.at("MaxLength").value() instanceof Integer max
        ? max
        : parameter.at("MaxValue").value() instanceof Integer most
            ? most.toString().length()
            : parameter.at("AllowedValues").texts().stream()
                .mapToInt(String::length)
                .max()
                .orElse(VERSION_DESCRIPTION_MAX + 1);
  }

  /** The parameters that a value follows from, through conditions too. */
  private static Set<String> parameters(TemplateFile template, Place value) {
    Set<String> known = template.top().at("Parameters").fields().keySet();
    Set<String> found = new HashSet<>();
    value
        .walk()
        .forEach(place -> {
          if (place.name().equals("Ref") && known.contains(place.text())) {
            found.add(place.text());
          }
          if (place.name().equals("Fn::Sub")) {
            Pattern.compile("\\$\\{([A-Za-z]+)}")
                .matcher(place.text())
                .results()
                .map(match -> match.group(1))
                .filter(known::contains)
                .forEach(found::add);
          }
          if (place.name().equals("Fn::If")) {
            String condition = place.items().getFirst().text();
            found.addAll(parameters(template, template.top().at("Conditions", condition)));
          }
        });
    return found;
  }

  static List<String> globals(TemplateFile template) {
    return template
        .globals()
        .walk()
        .flatMap(place -> place.fields().values().stream())
        .filter(place -> place.name().equals("Ref") || place.name().startsWith("Fn::"))
        .map(place -> place.path() + " is not a plain value")
        .toList();
  }

  static List<String> logGroups(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (TemplateFile.Function function : template.functions()) {
      expect(function, "JSON", breaches, "LoggingConfig", "LogFormat");
      String group = function.own().at("LoggingConfig", "LogGroup", "Ref").text();
      if (!template.resources("AWS::Logs::LogGroup").containsKey(group)) {
        breaches.add(function.id() + " has no log group of its own");
      } else if (!taken.add(group)) {
        breaches.add(function.id() + " shares log group " + group);
      }
    }
    template
        .resources("AWS::Logs::LogGroup")
        .forEach((id, group) -> {
          if (!(group.at("Properties", "RetentionInDays").value() instanceof Integer)) {
            breaches.add(id + " never expires");
          }
        });
    return breaches;
  }

  static List<String> deadLetters(TemplateFile template) {
    List<String> breaches = new ArrayList<>();
    for (TemplateFile.Function function : template.functions()) {
      function
          .events()
          .forEach((name, event) -> {
            String place = function.id() + ".Events." + name;
            Place properties = event.at("Properties");
            switch (event.at("Type").text()) {
              case "DynamoDB" -> breaches.addAll(stream(template, place, properties));
              case "EventBridgeRule" -> {
                breaches.addAll(delivery(template, place, properties));
                breaches.addAll(handling(template, function));
                breaches.addAll(openToEvents(template, place, properties));
              }
              case "ScheduleV2" -> {
                breaches.addAll(delivery(template, place, properties));
                breaches.addAll(handling(template, function));
                if (properties.at("ScheduleExpressionTimezone").absent()) {
                  breaches.add(place + " names no time zone");
                }
              }
              default -> breaches.add(place + ": no rule says where its failures go");
            }
          });
    }
    return breaches;
  }

  private static List<String> stream(TemplateFile template, String place, Place properties) {
    List<String> breaches = new ArrayList<>();
    if (!isQueue(template, properties.at("DestinationConfig", "OnFailure", "Destination"))) {
      breaches.add(place + " loses the batches that it gives up");
    }
    if (!properties.at("FunctionResponseTypes").texts().contains("ReportBatchItemFailures")) {
      breaches.add(place + " repeats whole batches");
    }
    if (!properties.at("BisectBatchOnFunctionError").is(true)) {
      breaches.add(place + " does not look for the record at fault");
    }
    for (String limit : List.of("MaximumRetryAttempts", "MaximumRecordAgeInSeconds")) {
      if (!(properties.at(limit).value() instanceof Integer)) {
        breaches.add(place + " has no " + limit + ": one bad record would block the shard");
      }
    }
    return breaches;
  }

  private static List<String> delivery(TemplateFile template, String place, Place properties) {
    return isQueue(template, properties.at("DeadLetterConfig", "Arn"))
        ? List.of()
        : List.of(place + " loses what it cannot hand over");
  }

  private static List<String> handling(TemplateFile template, TemplateFile.Function function) {
    Place destination =
        function.own().at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination");
    return isQueue(template, destination)
        ? List.of()
        : List.of(function.id() + " loses the events that it fails at");
  }

  /** EventBridge writes to the queue by the queue's policy, not by a role. */
  private static List<String> openToEvents(TemplateFile template, String place, Place properties) {
    String queue = properties.at("DeadLetterConfig", "Arn").target().orElse("");
    boolean open =
        template.resources("AWS::SQS::QueuePolicy").values().stream()
            .flatMap(
                policy -> policy.at("Properties", "PolicyDocument", "Statement").items().stream())
            .anyMatch(statement ->
                statement.at("Principal", "Service").texts().contains("events.amazonaws.com")
                    && statement.at("Action").texts().contains("sqs:SendMessage")
                    && statement.at("Resource").target().equals(Optional.of(queue)));
    return open ? List.of() : List.of(place + " may not write to its queue " + queue);
  }

  private static boolean isQueue(TemplateFile template, Place arn) {
    return arn.target().map(template.resources(QUEUE)::containsKey).orElse(false);
  }
}
