package vn.minhbach.core;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a reader sees of a short text: a code, a choice, a heading, an address. “Có” typed in pieces
 * (Unicode tổ hợp, NFD), with the no-break blank of a web page or a zero-width mark of a chat, is
 * “Có”. Texts that are kept as what somebody said (notes, reasons) stay as they were sent.
 */
public final class SeenText {

  private SeenText() {}

  /** Composed letters, one plain blank for each run of blanks, none at the ends, no marks. */
  public static String of(String text) {
    String composed = composed(text);
    var plain = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (!blank) {
        plain.append(c);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    int end = plain.length();
    return plain.substring(0, end > 0 && plain.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /**
   * The same text in the letters that everybody types: composed, with plain blanks for all that
   * look like one and without marks that nobody sees; line ends and the number of blanks stay.
   */
  public static String composed(String text) {
    if (isPlain(text)) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !invisible(c))
        .forEach(c -> plain.appendCodePoint(blank(c) ? ' ' : c));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /**
   * What is compared where somebody searches: without marks, all in small letters, {@code đ} as d.
   */
  public static String folded(String text) {
    String small = of(text).toLowerCase(Locale.ROOT).replace('đ', 'd');
    var bare = new StringBuilder(small.length());
    Normalizer.normalize(small, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  // Also what Unicode calls letters or marks but no program draws: the Hangul fillers, the
  // combining grapheme joiner, variation selectors, the empty Braille pattern counts as a blank.
  private static boolean invisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0x180b && c <= 0x180f;
  }

  private static boolean blank(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR || c == 0x2800 || c == 0x85;
  }
}
