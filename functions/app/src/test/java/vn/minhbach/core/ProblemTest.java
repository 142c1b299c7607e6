package vn.minhbach.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.TemplateFile;

/** Holds the catalogue of refusals to what its readers need. */
class ProblemTest {

  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

  /** Letters that only Vietnamese writes so. */
  private static final Pattern VIETNAMESE =
      Pattern.compile("[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]");

  @Test
  void daysAndMomentsAreToldInVietnamsTimeAndTheDayFirst() {
    Map<String, String> facts = Map.of("unit", "SCT", "closesAt", "2020-10-31T16:59:59.999Z");
    assertTrue(
        Problem.FORM_LOCKED.detail(Language.VI, facts).contains("lúc 23:59 ngày 31/10/2020."));
    assertTrue(Problem.FORM_LOCKED.detail(Language.EN, facts).contains("at 2020-10-31 23:59."));
    Map<String, String> days =
        Map.of("period", "năm 2019", "from", "2020-01-01", "to", "2020-12-31");
    assertTrue(
        Problem.PERIOD_OUTSIDE.detail(Language.VI, days).contains("01/01/2020 đến 31/12/2020"));
    assertTrue(
        Problem.PERIOD_OUTSIDE.detail(Language.EN, days).contains("2020-01-01 to 2020-12-31"));
  }

  @Test
  void whatWasSentIsToldAsItCame() {
    for (String sent : List.of("2020-10-31", "2020-02-31", "2020-10-31T00:00:00Z")) {
      Map<String, String> facts =
          Map.of("place", "until", "value", sent, "now", "2020-99-99", "first", sent);
      assertTrue(Problem.IN_THE_FUTURE.detail(Language.VI, facts).contains(": " + sent + " "));
      assertTrue(Problem.IN_THE_FUTURE.detail(Language.VI, facts).contains("2020-99-99"));
    }
  }

  @ParameterizedTest
  @EnumSource
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
  @EnumSource
  void vietnameseIsWrittenWithItsDiacritics(Problem problem) {
    for (String sentence : problem.text(Language.VI).split("[.:;] ")) {
      String words = SLOT.matcher(sentence).replaceAll("").replaceAll("[^\\p{L} ]", "").strip();
      // A list of field names is no sentence.
      boolean names = sentence.matches("(\\w+, )+\\w+[.]?");
      if (words.split(" +").length > 3 && !names) {
        assertTrue(VIETNAMESE.matcher(words.toLowerCase(java.util.Locale.ROOT)).find(), sentence);
      }
    }
    assertTrue(VIETNAMESE.matcher(problem.text(Language.VI)).find());
  }

  @ParameterizedTest
  @EnumSource
  void englishIsEnglish(Problem problem) {
    String text = problem.text(Language.EN);
    assertFalse(VIETNAMESE.matcher(text).find(), text);
  }

  /** What is told in one language is told in the other; {@code xVi} is the Vietnamese of x. */
  @ParameterizedTest
  @EnumSource
  void bothTextsHaveTheSameSlots(Problem problem) {
    Set<String> english = slots(problem, Language.EN);
    assertEquals(
        english,
        slots(problem, Language.VI).stream()
            .map(slot -> slot.endsWith("Vi") ? slot.substring(0, slot.length() - 2) : slot)
            .collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(english.stream().noneMatch(slot -> slot.endsWith("Vi")), english::toString);
  }

  @Test
  void slugsAreUniqueAndFitIntoAUrn() {
    List<String> slugs = Arrays.stream(Problem.values()).map(Problem::slug).toList();
    assertEquals(slugs.size(), new HashSet<>(slugs).size());
    assertTrue(slugs.stream().allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*")));
  }

  @Test
  void fillsItsSlotsAndShowsThatAFactIsMissing() {
    assertEquals(
        "Tiêu chí II.12 chưa có câu trả lời.",
        Problem.UNANSWERED.detail(Language.VI, Map.of("criterion", "II.12")));
    assertEquals("Criterion … has no answer.", Problem.UNANSWERED.detail(Language.EN, Map.of()));
    assertEquals(
        "Criterion {criterion} has no answer.",
        Problem.UNANSWERED.detail(Language.EN, Map.of("criterion", "{criterion}")));
  }

  @Test
  void nothingInTheCatalogueIsDead() throws IOException {
    Set<String> code =
        words(
            "Problem\\.([A-Z0-9_]+)",
            "functions/app/src/main/java",
            "functions/papers/src/main/java");
    assertEquals(List.of(), unnamed(code));
  }

  /** Named in a test of any module, by its constant or by the type that a client reads. */
  @Test
  void everyRefusalIsTested() throws IOException {
    Set<String> tests =
        words(
            "\\b([A-Z][A-Z0-9_]+)\\b|[\":]([a-z0-9-]+)\\\\?\"",
            "functions/app/src/test/java",
            "functions/papers/src/test/java",
            "functions/local/src/test/java");
    assertEquals(List.of(), unnamed(tests));
  }

  private static List<String> unnamed(Set<String> words) {
    return Arrays.stream(Problem.values())
        .filter(problem -> !words.contains(problem.name()) && !words.contains(problem.slug()))
        .map(Problem::name)
        .toList();
  }

  private static Set<String> words(String pattern, String... folders) throws IOException {
    Pattern word = Pattern.compile(pattern);
    var words = new HashSet<String>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(TemplateFile.root().resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("Problem.java") && !file.endsWith("ProblemTest.java"))
            .map(ProblemTest::read)
            .flatMap(source -> word.matcher(source).results())
            .forEach(match -> words.add(match.group(match.group(1) == null ? 2 : 1)));
      }
    }
    return words;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> slots(Problem problem, Language language) {
    return SLOT.matcher(problem.text(language))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
