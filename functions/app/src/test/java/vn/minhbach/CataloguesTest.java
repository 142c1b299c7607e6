package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhbach.core.Language;
import vn.minhbach.core.Problem;
import vn.minhbach.core.Slot;

/**
 * Holds every catalogue of refusals to what its readers need. Runs over app, and in the module
 * papers over both.
 */
class CataloguesTest {

  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

  /** Letters that only Vietnamese writes so. */
  private static final Pattern VIETNAMESE =
      Pattern.compile("[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]");

  static Stream<Problem> problems() {
    return Catalogues.problems().values().stream();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void bothTextsAreSentences(Problem problem) {
    for (Language language : Language.values()) {
      String text = problem.text(language);
      assertFalse(text.isBlank());
      assertEquals(text.strip(), text);
      assertTrue(text.endsWith("."), text);
      assertFalse(text.contains("  "), text);
      assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), text);
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void vietnameseIsWrittenWithItsDiacritics(Problem problem) {
    for (String sentence : problem.text(Language.VI).split("[.:;] ")) {
      String words = SLOT.matcher(sentence).replaceAll("").replaceAll("[^\\p{L} ]", "").strip();
      // A list of field names is no sentence.
      boolean names = sentence.matches("(\\w+, )+\\w+[.]?");
      if (words.split(" +").length > 3 && !names) {
        assertTrue(VIETNAMESE.matcher(words.toLowerCase(Locale.ROOT)).find(), sentence);
      }
    }
    assertTrue(VIETNAMESE.matcher(problem.text(Language.VI)).find());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void englishIsEnglish(Problem problem) {
    String text = problem.text(Language.EN);
    assertFalse(VIETNAMESE.matcher(text).find(), text);
  }

  /** Each text tells exactly the declared facts; {@code xVi} is the Vietnamese of x. */
  @ParameterizedTest
  @MethodSource("problems")
  void bothTextsTellTheDeclaredFacts(Problem problem) {
    Set<String> declared = names(problem, slot -> true);
    assertEquals(problem.slots().size(), declared.size());
    assertEquals(declared, slots(problem, Language.EN));
    Set<String> vietnamese = names(problem, slot -> !slot.inBoth());
    problem.slots().stream()
        .filter(Slot::inBoth)
        .forEach(slot -> vietnamese.add(slot.name() + "Vi"));
    assertEquals(vietnamese, slots(problem, Language.VI));
    assertEquals(
        problem.text(Language.EN).contains("{place}"),
        problem.text(Language.VI).contains("{place}"));
  }

  private static Set<String> names(Problem problem, Predicate<Slot<?>> which) {
    return problem.slots().stream()
        .filter(which)
        .map(Slot::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // A violation fills its place.
  private static Set<String> slots(Problem problem, Language language) {
    return SLOT.matcher(problem.text(language))
        .results()
        .map(match -> match.group(1))
        .filter(slot -> !slot.equals("place"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aProblemIsCalledAsItsConstantAndItsSlugFitsIntoUrn() {
    Map<String, Problem> problems = Catalogues.problems();
    problems.forEach((constant, problem) -> {
      assertEquals(constant.toLowerCase(Locale.ROOT).replace('_', '-'), problem.slug());
      assertTrue(problem.slug().matches("[a-z0-9]+(-[a-z0-9]+)*"), problem.slug());
    });
    assertEquals(problems.size(), new HashSet<>(problems.values()).size());
  }

  /** Tests of other modules, and whoever looks for a text, find a catalogue by its name. */
  @Test
  void everyCatalogueIsCalledOne() {
    List<String> classes = Catalogues.classes();
    assertTrue(classes.stream().allMatch(name -> name.endsWith("Problem")), classes::toString);
    List<String> files =
        sources("functions/app/src/main/java", "functions/papers/src/main/java")
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith("Problem.java") && !file.equals("Problem.java"))
            .map(file -> file.replace(".java", ""))
            .toList();
    assertTrue(
        classes.stream().map(name -> name.replaceAll(".*\\.", "")).allMatch(files::contains),
        files::toString);
  }

  /**
   * {@code problems.txt} has what clients know of each: its slug, its kind (which decides the
   * status) and its two texts. Whoever changes a line there changes what a client reads.
   */
  @Test
  void slugsKindsAndTextsAreAsClientsKnowThem() {
    Map<String, String> known = known();
    problems()
        .forEach(problem ->
            assertEquals(
                known.get(problem.slug()),
                "%s %s\n  %s\n  %s"
                    .formatted(
                        problem.slug(),
                        problem.kind(),
                        problem.text(Language.VI),
                        problem.text(Language.EN))));
    String catalogues =
        sources("functions/app/src/main/java", "functions/papers/src/main/java")
            .filter(file -> file.toString().endsWith("Problem.java"))
            .map(CataloguesTest::read)
            .collect(Collectors.joining());
    assertEquals(
        List.of(),
        known.keySet().stream().filter(slug -> !catalogues.contains('"' + slug + '"')).toList());
  }

  private static Map<String, String> known() {
    var known = new LinkedHashMap<String, String>();
    Path file = TemplateFile.root().resolve("functions/app/src/test/resources/problems.txt");
    for (String problem : read(file).stripTrailing().split("\n(?! )")) {
      known.put(problem.substring(0, problem.indexOf(' ')), problem);
    }
    return known;
  }

  /** What runs in the browser carries the texts of no other capability. */
  @Test
  void scoringCriteriaAndRankingTakeNoOtherTextsAlong() {
    assertEquals(
        Set.of("InputProblem", "CriteriaProblem", "ScoringProblem"),
        Catalogues.takenAlongBy("criteria", "scoring", "publish.ranking"));
  }

  @Test
  void nothingInACatalogueIsDead() {
    Set<String> code =
        words(
            "Problem(?:\\.|::)([A-Z0-9_]+)",
            "functions/app/src/main/java",
            "functions/papers/src/main/java");
    assertEquals(List.of(), unnamed(code));
  }

  /** Named in a test of any module, by its constant or by the type that a client reads. */
  @Test
  void everyRefusalIsTested() {
    Set<String> tests =
        words(
            "\\b([A-Z][A-Z0-9_]+)\\b|[\":]([a-z0-9-]+)\\\\?\"",
            "functions/app/src/test/java",
            "functions/papers/src/test/java",
            "functions/local/src/test/java");
    assertEquals(List.of(), unnamed(tests));
  }

  private static List<String> unnamed(Set<String> words) {
    return Catalogues.problems().entrySet().stream()
        .filter(one -> !words.contains(one.getKey()) && !words.contains(one.getValue().slug()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> words(String pattern, String... folders) {
    Pattern word = Pattern.compile(pattern);
    return sources(folders)
        .filter(file -> !file.toString().endsWith("Problem.java"))
        .filter(file -> !file.endsWith("CataloguesTest.java"))
        .map(CataloguesTest::read)
        .flatMap(source -> word.matcher(source).results())
        .map(match -> match.group(match.group(1) == null ? 2 : 1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<Path> sources(String... folders) {
    return Stream.of(folders)
        .map(TemplateFile.root()::resolve)
        .flatMap(CataloguesTest::files)
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
