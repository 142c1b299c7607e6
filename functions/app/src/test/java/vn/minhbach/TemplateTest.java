package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Holds template.yaml to our rules, and the rules to mistakes that they must notice. */
class TemplateTest {

  @ParameterizedTest
  @EnumSource
  void templateKeepsTheRule(TemplateRule rule) {
    assertEquals(List.of(), rule.breaches(TemplateFile.read()));
  }

  @ParameterizedTest
  @MethodSource("plantedBreaches")
  void ruleNoticesThePlantedBreach(TemplateBreaches breach) {
    TemplateFile template = TemplateFile.read();
    breach.plant().accept(template);
    List<String> found = breach.rule().breaches(template);
    assertTrue(found.stream().anyMatch(line -> line.contains(breach.expected())), found::toString);
  }

  static List<TemplateBreaches> plantedBreaches() {
    return TemplateBreaches.ALL;
  }

  @Test
  void everyRuleIsShownToFail() {
    Set<TemplateRule> shown =
        TemplateBreaches.ALL.stream().map(TemplateBreaches::rule).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(TemplateRule.class), shown);
  }

  @Test
  void readsShortTagsAsTheirLongForm() {
    TemplateFile template = TemplateFile.read();
    Place table = template.resource("CampaignsFunction").at("Properties", "Environment");
    assertEquals("Table", table.at("Variables", "TABLE_NAME").target().orElseThrow());
    assertEquals(
        List.of("Table", "StreamArn"),
        template
            .resource("ProjectScoresFunction")
            .at("Properties", "Events", "Changes", "Properties", "Stream", "Fn::GetAtt")
            .texts());
  }

  @Test
  void functionsInheritWhatTheyDoNotSay() {
    TemplateFile.Function function =
        TemplateFile.read().functions().stream()
            .filter(candidate -> candidate.bean().equals("keepDeadlines"))
            .findFirst()
            .orElseThrow();
    assertEquals("55", function.property("Timeout").text());
    assertEquals("1024", function.property("MemorySize").text());
    assertEquals("vn.minhbach.Application", function.environment().get("MAIN_CLASS").text());
  }

  /** A name that no bean bears would let callers choose the function by a header. */
  @Test
  void everyFunctionNamesABeanOfItsApplication() {
    for (TemplateFile.Function function : TemplateFile.read().functions()) {
      String main = function.environment().get("MAIN_CLASS").text();
      // Where it is missing, this is the test run of the other zip; HANDLERS_EXIST saw its source.
      FunctionRules.load(main)
          .ifPresent(application -> {
            Set<String> beans = new HashSet<>();
            assertTrue(application.isAnnotationPresent(SpringBootConfiguration.class), main);
            collectBeans(application, beans, new HashSet<>());
            assertTrue(beans.contains(function.bean()), function.id());
          });
    }
  }

  private static void collectBeans(Class<?> type, Set<String> beans, Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return;
    }
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Bean.class))
        .forEach(method -> {
          String[] names = method.getAnnotation(Bean.class).value();
          beans.addAll(names.length == 0 ? List.of(method.getName()) : List.of(names));
        });
    Stream.ofNullable(type.getAnnotation(Import.class))
        .flatMap(imported -> Stream.of(imported.value()))
        .forEach(imported -> collectBeans(imported, beans, seen));
    Stream.of(type.getDeclaredClasses()).forEach(inner -> collectBeans(inner, beans, seen));
  }
}
