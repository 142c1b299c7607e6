package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * Says where code may go, and shows each rule a breach that it must notice. Runs over app, and in
 * the module papers over both.
 */
class ArchitectureTest {

  private static final String BASE = "vn.minhbach";

  private static final JavaClasses SHIPPED = Shipped.CLASSES;

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(BASE + ".planted");

  /** In which planted class each rule must notice something. */
  private static final Map<ArchitectureRule, String> BREACHES =
      Map.ofEntries(
          Map.entry(ArchitectureRule.CORE_KNOWS_ONLY_JAVA, "core.unit.PlantedFile"),
          Map.entry(ArchitectureRule.KERNEL_KNOWS_NO_CAPABILITY, "core.PlantedKernel"),
          Map.entry(
              ArchitectureRule.FUNCTION_AND_ADAPTER_NEVER_MEET, "function.units.PlantedUnits"),
          Map.entry(ArchitectureRule.FUNCTIONS_KNOW_EVENTS_AND_CORE, "function.units.PlantedUnits"),
          Map.entry(
              ArchitectureRule.ADAPTERS_KNOW_THEIR_TECHNOLOGY_AND_CORE, "adapter.s3.PlantedBucket"),
          Map.entry(ArchitectureRule.PHASES_KNOW_ONLY_EARLIER_ONES, "core.unit.PlantedFile"),
          Map.entry(
              ArchitectureRule.ROOMS_OF_A_PHASE_ARE_FREE_OF_CYCLES, "core.assess.term.PlantedTerm"),
          Map.entry(
              ArchitectureRule.TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER, "adapter.s3.PlantedBucket"),
          Map.entry(
              ArchitectureRule.ROUTE_GROUPS_SHARE_ONLY_THE_EDGE, "function.units.PlantedUnits"),
          Map.entry(ArchitectureRule.TIME_AND_CHANCE_COME_IN_AS_ARGUMENTS, "core.unit.PlantedTime"),
          Map.entry(ArchitectureRule.ONLY_WIRING_TAKES_A_CLOCK, "adapter.s3.PlantedBucket"),
          Map.entry(ArchitectureRule.NOBODY_MAKES_A_CLOCK, "adapter.dynamodb.PlantedTable"),
          Map.entry(
              ArchitectureRule.ONLY_SETTINGS_READS_THE_ENVIRONMENT, "function.units.PlantedUnits"),
          Map.entry(
              ArchitectureRule.NAMES_SAY_WHAT_A_CLASS_IS, "core.prepare.campaign.PlantedService"),
          Map.entry(ArchitectureRule.FUNCTIONS_ARE_CALLED_FUNCTIONS, "function.units.PlantedUnits"),
          Map.entry(
              ArchitectureRule.BEANS_ARE_DECLARED_IN_THE_COMPOSITION_ROOT,
              "function.units.PlantedUnits"));

  @ParameterizedTest
  @EnumSource
  void shippedCodeKeepsTheRule(ArchitectureRule rule) {
    rule.under(BASE).check(SHIPPED);
  }

  @ParameterizedTest
  @EnumSource
  void ruleNoticesThePlantedBreach(ArchitectureRule rule) {
    EvaluationResult result = rule.under(BASE + ".planted").evaluate(PLANTED);
    String details = String.join("\n", result.getFailureReport().getDetails());
    assertTrue(details.contains(BASE + ".planted." + BREACHES.get(rule)), details);
  }

  /** A rule on method calls alone would see one of these; each must be seen for itself. */
  @Test
  void everyWayToReadTheClockOrRollDiceIsNoticed() {
    String found =
        ArchitectureRule.TIME_AND_CHANCE_COME_IN_AS_ARGUMENTS
            .under(BASE + ".planted")
            .evaluate(PLANTED)
            .getFailureReport()
            .getDetails()
            .stream()
            .collect(Collectors.joining("\n"));
    for (String read :
        Set.of(
            "Instant.now",
            "LocalDate.now",
            "System.currentTimeMillis",
            "UUID.randomUUID",
            "java.util.Random.<init>",
            "Math.random",
            "Thread.sleep",
            "Clock.systemUTC",
            "ZoneId.systemDefault",
            "System.nanoTime",
            "ThreadLocalRandom.current")) {
      assertTrue(found.contains(read), () -> read + " in\n" + found);
    }
  }

  @Test
  void shippedClocksAreTheSystemsAlone() {
    Set<String> calls =
        SHIPPED.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isEquivalentTo(Clock.class))
            .map(JavaMethodCall::getName)
            .filter(name -> !Set.of("instant", "millis").contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("systemUTC"), calls);
  }

  /** A condition, a profile or a bound property could replace a bean by what the deployer sets. */
  @Test
  void nothingConditionalStandsInTheCompositionRoot() {
    Set<Class<? extends Annotation>> known =
        Set.of(Bean.class, Configuration.class, Import.class, Lazy.class);
    Set<String> others =
        SHIPPED.stream()
            .flatMap(type ->
                java.util.stream.Stream.concat(
                    type.getAnnotations().stream(),
                    type.getMembers().stream().flatMap(member -> member.getAnnotations().stream())))
            .map(annotation -> annotation.getRawType().getName())
            .filter(name -> name.startsWith("org.springframework."))
            .filter(name -> known.stream().noneMatch(one -> one.getName().equals(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(
            "org.springframework.boot.SpringBootConfiguration",
            "org.springframework.boot.autoconfigure.ImportAutoConfiguration"),
        others);
  }

  @Test
  void everyRuleIsShownToFail() {
    assertEquals(Set.of(ArchitectureRule.values()), BREACHES.keySet());
  }
}
