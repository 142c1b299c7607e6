package vn.minhbach.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues of words: the same keys in both languages, each used, none missing. */
class WordsTest {

  private static final Pattern USE =
      Pattern.compile("['\"`]([a-z]+\\.[a-zA-Z][a-zA-Z0-9.-]*)(['\"`]|\\.?\\$\\{)");
  private static final Pattern KIND = Pattern.compile("KIND\\s*=\\s*\"([A-Z_]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSameValues() {
    for (String area : areas()) {
      Map<String, String> vi = catalogue(area, "vi");
      Map<String, String> en = catalogue(area, "en");
      Set<String> onlyHere = new TreeSet<>(vi.keySet());
      onlyHere.removeAll(en.keySet());
      assertEquals(Set.of(), onlyHere, area + ": only Vietnamese");
      Set<String> onlyThere = new TreeSet<>(en.keySet());
      onlyThere.removeIf(key -> one(key) || vi.containsKey(key));
      assertEquals(Set.of(), onlyThere, area + ": only English");
      vi.forEach((key, text) -> {
        assertFalse(text.isBlank() || en.get(key).isBlank(), area + "." + key);
        assertEquals(values(text), values(en.get(key)), area + "." + key);
      });
      en.keySet().stream()
          .filter(WordsTest::one)
          .forEach(key -> assertTrue(en.containsKey(key.substring(0, key.length() - 4)), key));
    }
  }

  /** A key in a script is a whole one, or the beginning of those that a value completes. */
  @Test
  void everyKeyOfTheScriptsIsThereAndEveryWordIsUsed() {
    Set<String> known =
        areas().stream()
            .flatMap(area -> catalogue(area, "vi").keySet().stream().map(key -> area + "." + key))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>();
    Set<String> unused = new TreeSet<>(known);
    for (String directory : Set.of("shell", "pages")) {
      for (Path file : Sources.files(directory, ".js")) {
        for (MatchResult use : USE.matcher(Sources.text(file)).results().toList()) {
          String key = use.group(1);
          if (!areas().contains(key.substring(0, key.indexOf('.')))) {
            continue;
          }
          if (use.group(2).contains("$")) {
            String prefix = key + (use.group(2).startsWith(".") ? "." : "");
            if (known.stream().noneMatch(word -> word.startsWith(prefix))) {
              missing.add(key + "… in " + file);
            }
            unused.removeIf(word -> word.startsWith(prefix));
          } else if (!known.contains(key)) {
            missing.add(key + " in " + file);
          }
          unused.remove(key);
        }
      }
    }
    assertEquals(Set.of(), missing, "keys without words");
    assertEquals(Set.of(), unused, "words that nothing uses");
  }

  /** A ledger is read by people: whatever a core's fact is called, the page has a word for it. */
  @Test
  void everyKindOfALedgerEntryHasAWord() throws IOException {
    Set<String> words = catalogue("clerk", "vi").keySet();
    Set<String> missing = new TreeSet<>();
    int kinds = 0;
    try (Stream<Path> files = Files.walk(Path.of("../app/src/main/java/vn/minhbach/core"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (MatchResult kind : KIND.matcher(Sources.text(file)).results().toList()) {
          kinds++;
          if (!words.contains("ledger.kind." + kind.group(1))) {
            missing.add(kind.group(1));
          }
        }
      }
    }
    assertTrue(kinds > 50, "kinds are no longer found");
    assertEquals(Set.of(), missing);
  }

  private static boolean one(String key) {
    return key.endsWith(".one");
  }

  private static Set<String> values(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(value -> value.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> areas() {
    return Sources.files("words", ".vi.js").stream()
        .map(file -> file.getFileName().toString().replace(".vi.js", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A catalogue is JSON behind two words of JavaScript. */
  private static Map<String, String> catalogue(String area, String language) {
    String text =
        Sources.text(Sources.SITE.resolve("words/" + area + "." + language + ".js")).strip();
    assertTrue(text.startsWith("export default {") && text.endsWith("};"), area);
    return new TreeMap<>(
        JsonMapper.shared()
            .readValue(
                text.substring("export default ".length(), text.length() - 1),
                new TypeReference<Map<String, String>>() {}));
  }
}
