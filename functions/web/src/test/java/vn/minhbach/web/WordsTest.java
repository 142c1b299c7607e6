package vn.minhbach.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues of words: the same keys in both languages, each used, none missing. */
class WordsTest {

  private static final Pattern USE =
      Pattern.compile("['\"`]([a-z]+\\.[a-zA-Z][a-zA-Z0-9.-]*)(['\"`]|\\.?\\$\\{)");
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
