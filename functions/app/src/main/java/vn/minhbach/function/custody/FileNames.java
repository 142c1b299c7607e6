package vn.minhbach.function.custody;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a file's name into one form (NFC): macOS sends the letters of “Quyết” in pieces, Windows as
 * wholes, and both mean the same file. Here, because the core knows no text tables.
 */
final class FileNames {

  private static final String FIELD = "fileName";

  private FileNames() {}

  static Object composed(Object body) {
    if (!(body instanceof Map<?, ?> map && map.get(FIELD) instanceof String name)) {
      return body;
    }
    var copy = new LinkedHashMap<Object, Object>(map);
    copy.put(FIELD, Normalizer.normalize(name, Normalizer.Form.NFC));
    return copy;
  }
}
