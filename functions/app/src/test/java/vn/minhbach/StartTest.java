package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts each function as Lambda does, with exactly what template.yaml sets for it. Where the class
 * path is the first zip's alone, as in app, the functions of the second wait for its module, which
 * runs this test too.
 */
class StartTest {

  /** What talks to AWS; a function must not make more of it than it needs. */
  private static final Map<String, Set<String>> CLIENTS =
      Map.ofEntries(
          Map.entry("campaigns", Set.of("dynamoDb", "s3")),
          Map.entry("submissions", Set.of("dynamoDb", "s3", "presigner")),
          Map.entry("appraisals", Set.of("dynamoDb")),
          Map.entry("rankings", Set.of("dynamoDb")),
          Map.entry("papers", Set.of("dynamoDb", "s3")),
          Map.entry("evidenceArrived", Set.of("dynamoDb", "s3", "presigner")),
          Map.entry("evidenceScanned", Set.of("dynamoDb", "s3", "presigner")),
          Map.entry("readFile", Set.of("dynamoDb", "s3")),
          Map.entry("takeDownFiles", Set.of("dynamoDb", "s3")),
          Map.entry("projectScores", Set.of("dynamoDb")),
          Map.entry("keepDeadlines", Set.of("dynamoDb", "s3", "presigner")),
          Map.entry("keepAccounts", Set.of("cognito", "dynamoDb")),
          Map.entry("sendReminders", Set.of("dynamoDb")));

  /** What a function may be told; each only where the function touches it. */
  private static final Set<String> SETTINGS =
      TemplateFile.read().functions().stream()
          .flatMap(function -> function.environment().keySet().stream())
          .filter(name -> !Set.of("MAIN_CLASS", TemplateFile.DEFINITION).contains(name))
          .collect(Collectors.toSet());

  private static String region;

  @BeforeAll
  static void regionAsLambdaSetsIt() {
    region = System.setProperty("aws.region", "ap-southeast-1");
  }

  @AfterAll
  static void regionAsItWas() {
    if (region == null) {
      System.clearProperty("aws.region");
    } else {
      System.setProperty("aws.region", region);
    }
  }

  @ParameterizedTest
  @MethodSource("ofThisModule")
  void functionAsksForWhatTheTemplateSetsAndMakesNothingOfTheOthers(String bean) {
    var asked = new TreeSet<String>();
    Map<String, String> settings = settings(bean);
    try (var context = start(settings, asked)) {
      assertTrue(context.getBean(bean) instanceof Function);
      assertEquals(
          new TreeSet<>(CLIENTS.get(bean)),
          made(context, "cognito", "dynamoDb", "s3", "presigner"));
      assertEquals(Set.of(bean), made(context, functions().toArray(String[]::new)));
    }
    var set = new TreeSet<>(settings.keySet());
    set.retainAll(SETTINGS);
    assertEquals(set, asked);
  }

  @Test
  void missingSettingIsTold() {
    var settings = settings("rankings");
    settings.remove("TABLE_NAME");
    try (var context = start(settings)) {
      String told =
          messages(assertThrows(RuntimeException.class, () -> context.getBean("rankings")));
      assertTrue(told.contains("setting TABLE_NAME is missing: see template.yaml"), told);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "functionRouter", "domainClock", "campaigns|rankings", " "})
  void definitionThatNamesNoFunctionOfOursStopsTheStart(String definition) {
    var settings = settings("rankings");
    settings.put(TemplateFile.DEFINITION, definition);
    String told = messages(assertThrows(RuntimeException.class, () -> start(settings).close()));
    assertTrue(
        told.contains("no function of ours is called '" + definition + "'")
            || told.contains("setting spring.cloud.function.definition is missing"),
        told);
  }

  @Test
  void missingDefinitionStopsTheStart() {
    var settings = settings("rankings");
    settings.remove(TemplateFile.DEFINITION);
    String told = messages(assertThrows(RuntimeException.class, () -> start(settings).close()));
    assertTrue(told.contains("setting spring.cloud.function.definition is missing"), told);
  }

  /** The domain clock decides deadlines: whoever sets it could submit after them. */
  @Test
  void noSettingMovesTheDomainClock() {
    var settings = settings("rankings");
    for (String name :
        List.of("DOMAIN_CLOCK", "CLOCK", "NOW", "DOMAINCLOCK", "MINHBACH_CLOCK", "LOCAL_CLOCK")) {
      settings.put(name, "2020-08-03T02:00:00Z");
    }
    try (var context = start(settings)) {
      assertEquals(
          Set.of("domainClock", "wallClock"), Set.of(context.getBeanNamesForType(Clock.class)));
      assertEquals(Clock.systemUTC(), context.getBean("domainClock"));
      assertEquals(Clock.systemUTC(), context.getBean("wallClock"));
      assertFalse(
          ((org.springframework.beans.factory.support.DefaultListableBeanFactory)
                  context.getBeanFactory())
              .isAllowBeanDefinitionOverriding());
    }
  }

  @Test
  void beansAreMadeOnce() {
    try (var context = start(settings("rankings"))) {
      assertSame(context.getBean("rankings"), context.getBean("rankings"));
    }
  }

  static List<String> functions() {
    return TemplateFile.read().functions().stream()
        .filter(function -> FunctionRules.load(main(function)).isPresent())
        .map(TemplateFile.Function::bean)
        .toList();
  }

  /** Those of the zip that this module makes: app's start in app, on the class path of theirs. */
  static List<String> ofThisModule() {
    return functions().stream()
        .filter(bean -> classes(FunctionRules.load(main(function(bean))).orElseThrow()))
        .toList();
  }

  private static boolean classes(Class<?> main) {
    return Path.of(URI.create(main.getProtectionDomain().getCodeSource().getLocation().toString()))
        .equals(Path.of("target", "classes").toAbsolutePath());
  }

  private static String main(TemplateFile.Function function) {
    return function.environment().get("MAIN_CLASS").text();
  }

  /** Each zip has its own functions: no variable can make one run those of the other. */
  @Test
  void functionOfAnotherZipCannotBeChosen() {
    for (TemplateFile.Function one : TemplateFile.read().functions()) {
      for (String bean : functions()) {
        if (FunctionRules.load(main(one)).isPresent() && !main(one).equals(main(function(bean)))) {
          var settings = settings(one.bean());
          settings.put(TemplateFile.DEFINITION, bean);
          String told =
              messages(assertThrows(RuntimeException.class, () -> start(settings).close()));
          assertTrue(told.contains("no function of ours is called '" + bean + "'"), told);
        }
      }
    }
  }

  private static TemplateFile.Function function(String bean) {
    return TemplateFile.read().functions().stream()
        .filter(candidate -> candidate.bean().equals(bean))
        .findFirst()
        .orElseThrow();
  }

  // Names of resources stand for what CloudFormation would put in their place.
  private static Map<String, String> settings(String bean) {
    TemplateFile.Function function = function(bean);
    var settings = new LinkedHashMap<String, String>();
    function
        .environment()
        .forEach((name, value) -> settings.put(name, value.target().orElseGet(value::text)));
    settings.replace("MAIL_PORT", "25");
    return settings;
  }

  private static ConfigurableApplicationContext start(Map<String, String> settings) {
    return start(settings, new TreeSet<>());
  }

  /** Starts with these settings, in front of all others, and notes which of them are asked for. */
  private static ConfigurableApplicationContext start(
      Map<String, String> settings, Set<String> asked) {
    var properties = new LinkedHashMap<String, Object>(settings);
    // As Spring reads the environment variable.
    Object definition = properties.remove(TemplateFile.DEFINITION);
    if (definition != null) {
      properties.put("spring.cloud.function.definition", definition);
    }
    var source =
        new MapPropertySource("template.yaml", properties) {
          @Override
          public Object getProperty(String name) {
            if (SETTINGS.contains(name)) {
              asked.add(name);
            }
            return super.getProperty(name);
          }
        };
    Class<?> main = FunctionRules.load(settings.get("MAIN_CLASS")).orElseThrow();
    return new SpringApplicationBuilder(main)
        .initializers(context -> context.getEnvironment().getPropertySources().addFirst(source))
        .registerShutdownHook(false)
        .run();
  }

  private static Set<String> made(ConfigurableApplicationContext context, String... names) {
    return Arrays.stream(names)
        .filter(context.getBeanFactory()::containsSingleton)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String messages(Throwable failure) {
    var messages = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
