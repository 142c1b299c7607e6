package vn.minhbach.core;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Content-Disposition for a download under the unit's own file name (RFC 6266), Vietnamese letters
 * by RFC 8187, with a plain fallback for old readers.
 *
 * <p>What could mislead a person or break the header is replaced: controls, directional and
 * invisible marks ({@code fdp.exe} must not look like {@code exe.pdf}), quotes, slashes and what
 * file systems refuse.
 */
public final class Disposition {

  private static final String NAMELESS = "minh-chung";
  private static final String REFUSED = "\"*/:<>?\\|%";

  /** RFC 8187 attr-char beside letters and digits. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private static final int LENGTH_MAX = 150;

  private Disposition() {}

  /** The header for a file of this name, which is made safe. */
  public static String attachment(String fileName) {
    String name = safe(fileName);
    return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String safe(String fileName) {
    var safe = new StringBuilder();
    Normalizer.normalize(fileName, Normalizer.Form.NFC)
        .codePoints()
        .map(c -> misleading(c) ? '_' : c)
        .forEach(safe::appendCodePoint);
    // Leading dots hide a file; trailing dots and blanks are dropped by some systems.
    String name = safe.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
    return name.isEmpty() ? NAMELESS : shortened(name);
  }

  private static boolean misleading(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> REFUSED.indexOf(codePoint) >= 0;
    };
  }

  /** Cut in the middle, so that the ending stays. */
  private static String shortened(String name) {
    int count = name.codePointCount(0, name.length());
    if (count <= LENGTH_MAX) {
      return name;
    }
    int keptEnd = 20;
    return name.substring(0, name.offsetByCodePoints(0, LENGTH_MAX - keptEnd))
        + name.substring(name.offsetByCodePoints(name.length(), -keptEnd));
  }

  private static String ascii(String name) {
    String plain =
        Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "");
    return plain.replaceAll("[^\\x20-\\x7e]", "_");
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
