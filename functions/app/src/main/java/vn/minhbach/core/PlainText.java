package vn.minhbach.core;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The one rule for every text that comes in, whatever way it comes: what nobody can see or print
 * does not come in, and line ends are written one way. What is stored can therefore be printed, put
 * into a workbook and read back as it was.
 *
 * <p>A name is one line. A note may have several: every line end of Unicode (CR LF, CR, NEL,
 * U+2028, U+2029, and the vertical tab and form feed that Word puts for “new line, same paragraph”
 * and “new page”) is kept as LF; a tab stays.
 */
public final class PlainText {

  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\u000B\f\r\u0085\u2028\u2029]");

  /** What shows nothing where it stands though it counts as a letter, a sign or a format. */
  private static final String BLANK_LETTERS =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u180F\u2800\u3164\uFFA0";

  private PlainText() {}

  /** Whether nothing of a text can be seen: empty, or blanks and invisible characters only. */
  public static boolean blank(String text) {
    // Asked of every text that comes in: a loop, since a stream costs more than the text.
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (visible(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text with every line end as LF. */
  public static String lines(String text) {
    if (!severalLines(text)) {
      return text;
    }
    return LINE_END.matcher(text).replaceAll("\n");
  }

  /** Whether a text has a line end of any kind. */
  public static boolean severalLines(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * The first character that no text may have, counted from 1 as people count; line ends are
   * another question. Those are control characters but the tab, marks that turn the direction of
   * reading (“fdp.exe” would look like “exe.pdf”), half characters and what Unicode keeps free for
   * ever.
   */
  public static OptionalInt refused(String text) {
    int position = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      position++;
      if (forbidden(text.codePointAt(i))) {
        return OptionalInt.of(position);
      }
    }
    return OptionalInt.empty();
  }

  /** How a character that cannot be shown is told, as {@code U+000B}. */
  public static String named(String text, int position) {
    int character = text.codePointAt(text.offsetByCodePoints(0, position - 1));
    String hex = Integer.toHexString(character).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
  }

  private static boolean forbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\t' && !LINE_END.matcher(asText(character)).matches();
      case Character.SURROGATE -> true;
      case Character.FORMAT ->
          (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2066 && character <= 0x2069);
      case Character.UNASSIGNED ->
          (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
      default -> false;
    };
  }

  private static boolean visible(int character) {
    return !Character.isWhitespace(character)
        && switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED ->
              false;
          default -> BLANK_LETTERS.indexOf(character) < 0 && !variation(character);
        };
  }

  // They choose the shape of the character before them and are none themselves.
  private static boolean variation(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  private static String asText(int character) {
    return new String(Character.toChars(character));
  }
}
