package vn.minhbach;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.PropertyResolver;

/**
 * Which part may know which. Allow-lists, so that whatever comes next is refused until it is asked
 * for. Each rule takes the base package, so that it can be shown to fail on planted breaches.
 */
enum ArchitectureRule {
  CORE_KNOWS_ONLY_JAVA(base ->
      classes()
          .that()
          .resideInAPackage(base + ".core..")
          .should()
          .onlyDependOnClassesThat(javaAnd(base + ".core.."))),

  KERNEL_KNOWS_NO_CAPABILITY(base ->
      classes()
          .that()
          .resideInAPackage(base + ".core")
          .should()
          .onlyDependOnClassesThat(javaAnd(base + ".core"))),

  FUNCTION_AND_ADAPTER_NEVER_MEET(base ->
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("core")
          .definedBy(base + ".core..")
          .layer("function")
          .definedBy(base + ".function..")
          .layer("adapter")
          .definedBy(base + ".adapter..")
          .whereLayer("function")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("adapter")
          .mayNotBeAccessedByAnyLayer()),

  FUNCTIONS_KNOW_EVENTS_AND_CORE(base ->
      classes()
          .that()
          .resideInAPackage(base + ".function..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              base + ".core..",
              base + ".function..",
              "com.amazonaws.services.lambda.runtime..",
              "tools.jackson..",
              // AWS's event types carry their times in it.
              "org.joda.time..",
              "org.slf4j")),

  ADAPTERS_KNOW_THEIR_TECHNOLOGY_AND_CORE(base ->
      classes()
          .that()
          .resideInAPackage(base + ".adapter..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              base + ".core..",
              base + ".adapter..",
              "software.amazon.awssdk..",
              "jakarta.mail..",
              // The lock of a PDF.
              "javax.crypto..",
              "org.eclipse.angus.mail.smtp",
              // On papers' class path alone.
              "org.apache.poi..",
              "org.apache.commons.compress.archivers.zip",
              "javax.xml.stream",
              // The parts of a document, as POI hands them out.
              "org.openxmlformats.schemas.wordprocessingml..",
              "org.apache.xmlbeans..",
              "com.openhtmltopdf..",
              "org.apache.pdfbox..",
              "org.apache.fontbox..",
              "org.bouncycastle..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation")),

  PHASES_KNOW_ONLY_EARLIER_ONES(ArchitectureRule::phases),

  // Two levels, or it would see whole phases only.
  ROOMS_OF_A_PHASE_ARE_FREE_OF_CYCLES(
      base -> slices().matching(base + ".core.(*).(*)..").should().beFreeOfCycles()),

  TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER(
      base -> slices().matching(base + ".adapter.(*)..").should().notDependOnEachOther()),

  ROUTE_GROUPS_SHARE_ONLY_THE_EDGE(base ->
      slices()
          .matching(base + ".function.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              resideInAnyPackage(base + ".function.http", base + ".function.view"))),

  // By owner and name of what is accessed: this sees method references and constructors too.
  TIME_AND_CHANCE_COME_IN_AS_ARGUMENTS(base ->
      noClasses()
          .that()
          .resideInAnyPackage(base + ".core..", base + ".function..", base + ".adapter..")
          .should()
          .accessTargetWhere(target("ambient time or chance", ArchitectureRule::ambient))),

  ONLY_WIRING_TAKES_A_CLOCK(base ->
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(base + ".Wiring")
          .should()
          .accessTargetWhere(target("a clock of its own", ArchitectureRule::clock))),

  NOBODY_MAKES_A_CLOCK(base -> noClasses().should().beAssignableTo(InstantSource.class)),

  ONLY_SETTINGS_READS_THE_ENVIRONMENT(base ->
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(base + ".Settings")
          .should()
          .accessTargetWhere(target("the environment", ArchitectureRule::environment))),

  NAMES_SAY_WHAT_A_CLASS_IS(base ->
      noClasses()
          .should()
          .haveNameMatching("(?i).*(Impl|Service|Manager|Helper|Util|Utils|Dto)(\\$.*)?")),

  FUNCTIONS_ARE_CALLED_FUNCTIONS(base ->
      classes()
          .that()
          .implement(Function.class)
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveSimpleNameEndingWith("Function")),

  BEANS_ARE_DECLARED_IN_THE_COMPOSITION_ROOT(base ->
      methods()
          .that()
          .areAnnotatedWith(Bean.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage(base));

  /** Core in the order of the plan: the ground, what is ranked and how, then one phase a year. */
  static final List<String> ORDER =
      List.of(
          "ledger",
          "file",
          "job",
          "unit",
          "access",
          "criteria",
          "scoring",
          "prepare",
          "assess",
          "appraise",
          "publish",
          "keep",
          "paper",
          "print",
          "workbook");

  private final Function<String, ArchRule> rule;

  ArchitectureRule(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** The rule for the code under a base package. */
  ArchRule under(String base) {
    return rule.apply(base);
  }

  private static ArchRule phases(String base) {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] later =
          ORDER.stream()
              .skip(i + 1)
              .map(phase -> base + ".core." + phase + "..")
              .toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(base + ".core." + ORDER.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(later)
              .allowEmptyShould(true));
    }
    rules.add(
        classes()
            .that()
            .resideInAPackage(base + ".core.*..")
            .should()
            .resideInAnyPackage(
                ORDER.stream()
                    .map(phase -> base + ".core." + phase + "..")
                    .toArray(String[]::new)));
    return CompositeArchRule.of(rules);
  }

  /** The pure parts of Java, without input, output and threads. */
  private static DescribedPredicate<JavaClass> javaAnd(String own) {
    return resideInAnyPackage(
            "java.lang..", "java.util..", "java.math", "java.time..", "java.security", own)
        .or(
            describe(
                "values",
                type ->
                    type.isEquivalentTo(URI.class)
                        || type.isEquivalentTo(Charset.class)
                        || type.isEquivalentTo(Normalizer.class)
                        || type.isEquivalentTo(Normalizer.Form.class)
                        || type.isEquivalentTo(StandardCharsets.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String description, java.util.function.Predicate<AccessTarget> targets) {
    return describe(description, access -> targets.test(access.getTarget()));
  }

  private static boolean ambient(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return clock(target)
        || (owner.startsWith("java.time.") && (name.equals("now") || name.equals("systemDefault")))
        || (owner.equals("java.lang.System")
            && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(name))
        || (owner.equals(UUID.class.getName()) && name.equals("randomUUID"))
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (owner.equals("java.util.Collections") && name.equals("shuffle"))
        || (owner.equals("java.lang.Thread") && !name.equals("currentThread"))
        || (owner.equals("java.util.Date") && name.equals("<init>"))
        || owner.equals("java.util.Calendar")
        || owner.equals(ThreadLocalRandom.class.getName())
        || owner.equals("java.security.SecureRandom")
        || owner.equals("java.util.SplittableRandom")
        || target.getOwner().isAssignableTo(Random.class);
  }

  // Everything by which one gets a clock, but the one that the jar ships with.
  private static boolean clock(AccessTarget target) {
    return (target.getOwner().isEquivalentTo(Clock.class)
            || target.getOwner().isEquivalentTo(InstantSource.class))
        && Set.of(
                "system",
                "systemUTC",
                "systemDefaultZone",
                "fixed",
                "offset",
                "tick",
                "tickMillis",
                "tickSeconds",
                "tickMinutes")
            .contains(target.getName());
  }

  private static boolean environment(AccessTarget target) {
    return (target.getOwner().isEquivalentTo(System.class)
            && Set.of("getenv", "getProperty", "getProperties").contains(target.getName()))
        || target.getOwner().isAssignableTo(PropertyResolver.class);
  }
}
