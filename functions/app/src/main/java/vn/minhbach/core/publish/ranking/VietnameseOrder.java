package vn.minhbach.core.publish.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The Vietnamese alphabet: a ă â b c d đ e ê … The letters of the whole text decide first, then its
 * tones (level, grave, hook, tilde, acute, dot below), then nothing: case makes no difference.
 *
 * <p>Reads composed and decomposed characters alike. Own code because {@code java.text} may not be
 * used in core, and its collation differs between JDKs.
 */
final class VietnameseOrder {

  static final Comparator<String> COMPARATOR = Comparator.comparing(VietnameseOrder::key);

  private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

  /** Each vowel in its six tones. */
  private static final String[] TONES = {
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"
  };

  /** Combining grave, hook above, tilde, acute, dot below: tones 1 to 5. */
  private static final String COMBINING_TONES = "\u0300\u0309\u0303\u0301\u0323";

  /** A letter, the combining breve, circumflex or horn, and what they make. */
  private static final String[] COMPOSED = {
    "a\u0306ă", "a\u0302â", "e\u0302ê", "o\u0302ô", "o\u031bơ", "u\u031bư"
  };

  private static final int DIGITS = 0x200000;
  private static final int LETTERS = 0x300000;
  private static final int OTHER_LETTERS = 0x400000;

  private static final Map<Character, Integer> TONE_OF = new HashMap<>();
  private static final Map<Character, Character> LETTER_OF = new HashMap<>();
  private static final Map<String, Character> LETTER_WITH_MARK = new HashMap<>();

  static {
    for (String vowel : TONES) {
      for (int tone = 0; tone < vowel.length(); tone++) {
        LETTER_OF.put(vowel.charAt(tone), vowel.charAt(0));
        TONE_OF.put(vowel.charAt(tone), tone);
      }
    }
    for (String composed : COMPOSED) {
      LETTER_WITH_MARK.put(composed.substring(0, 2), composed.charAt(2));
    }
  }

  /** Each letter that carries a mark, and the one without it. */
  private static final String BARE = "ăaâađdêeôoơoưu";

  private VietnameseOrder() {}

  /**
   * A text as it is looked for: small letters without tones and marks, one space between words, so
   * that {@code hung ha} finds <i>Hưng Hà</i>.
   */
  static String folded(String text) {
    var bare = new StringBuilder(text.length());
    for (int letter : read(text).letters()) {
      int marked = BARE.indexOf(letter);
      bare.append(marked >= 0 && marked % 2 == 0 ? BARE.charAt(marked + 1) : (char) letter);
    }
    return bare.toString().replaceAll("\\s+", " ").strip();
  }

  private static int compare(int[] one, int[] other) {
    for (int i = 0; i < one.length && i < other.length; i++) {
      if (one[i] != other[i]) {
        return Integer.compare(one[i], other[i]);
      }
    }
    return Integer.compare(one.length, other.length);
  }

  private record Key(int[] letters, int[] tones) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byLetters = compare(letters, other.letters);
      return byLetters != 0 ? byLetters : compare(tones, other.tones);
    }
  }

  private static Key key(String text) {
    Key read = read(text);
    return new Key(
        Arrays.stream(read.letters()).map(letter -> weight((char) letter)).toArray(), read.tones());
  }

  /** The letters with their marks and without their tones, and the tones. */
  private static Key read(String text) {
    char[] letters = new char[text.length()];
    int[] tones = new int[text.length()];
    int length = 0;
    for (char raw : text.strip().toCharArray()) {
      char c = Character.toLowerCase(raw);
      int tone = COMBINING_TONES.indexOf(c) + 1;
      Character marked = length == 0 ? null : LETTER_WITH_MARK.get("" + letters[length - 1] + c);
      if (tone > 0 && length > 0) {
        tones[length - 1] = tone;
      } else if (marked != null) {
        letters[length - 1] = marked;
      } else {
        letters[length] = LETTER_OF.getOrDefault(c, c);
        tones[length++] = TONE_OF.getOrDefault(c, 0);
      }
    }
    int[] plain = new int[length];
    Arrays.setAll(plain, i -> letters[i]);
    return new Key(plain, Arrays.copyOf(tones, length));
  }

  // Spaces first, so that a shorter first word comes first; then signs, digits, letters.
  private static int weight(char c) {
    int place = ALPHABET.indexOf(c);
    if (place >= 0) {
      return LETTERS + place;
    }
    if (Character.isWhitespace(c)) {
      return 0;
    }
    if (Character.isDigit(c)) {
      return DIGITS + Character.digit(c, 10);
    }
    return Character.isLetter(c) ? OTHER_LETTERS + c : 1 + c;
  }
}
