package vn.minhbach.core.workbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import vn.minhbach.core.SeenText;

/**
 * The words that a column holds: what a person reads and picks, and the value behind it. The value
 * itself is understood too.
 */
final class Words {

  static final Words YES_NO = of("có", "true", "không", "false");

  private final SequencedMap<String, String> values;

  private Words(SequencedMap<String, String> values) {
    this.values = Collections.unmodifiableSequencedMap(values);
  }

  /** Word, value, word, value… */
  static Words of(String... pairs) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Words(values);
  }

  List<String> words() {
    return List.copyOf(values.keySet());
  }

  /** The word for a value; the value where it has none. */
  String word(String value) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(entry -> entry.getKey())
        .findFirst()
        .orElse(value);
  }

  /** The value of a word; empty for what is neither a word nor a value. */
  Optional<String> value(String word) {
    String bare = SeenText.of(word);
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(bare) || entry.getValue().equals(bare))
        .map(entry -> entry.getValue())
        .findFirst();
  }
}
