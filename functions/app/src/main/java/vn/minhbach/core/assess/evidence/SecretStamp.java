package vn.minhbach.core.assess.evidence;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.SeenText;

/**
 * A stamp of a state secret (<i>dấu chỉ độ mật</i>, law on the protection of state secrets 2018,
 * article 8, in the form of circular 24/2020/TT-BCA: capitals in a frame of their own).
 *
 * <p>A stamp is a line that holds nothing else. “BẢO MẬT”, “Mật khẩu” and “độ mật: MẬT” are none.
 */
public enum SecretStamp {
  SECRET("Mật"),
  TOP_SECRET("Tối mật"),
  /** The highest degree. */
  UTMOST_SECRET("Tuyệt mật");

  /**
   * Capitals without blanks, as Unicode has them, as the fonts of TCVN3 and VNI have them, which
   * offices wrote in for decades, and as a scanner reads two words without their marks. “MAT” alone
   * may be anything.
   */
  private static final Map<String, SecretStamp> LINES =
      Map.ofEntries(
          Map.entry("MẬT", SECRET),
          Map.entry("MËT", SECRET),
          Map.entry("mËt", SECRET),
          Map.entry("MAÄT", SECRET),
          Map.entry("TỐIMẬT", TOP_SECRET),
          Map.entry("TÈIMËT", TOP_SECRET),
          Map.entry("tèimËt", TOP_SECRET),
          Map.entry("TOÁIMAÄT", TOP_SECRET),
          Map.entry("TOIMAT", TOP_SECRET),
          Map.entry("TUYỆTMẬT", UTMOST_SECRET),
          Map.entry("TUYÖTMËT", UTMOST_SECRET),
          Map.entry("tuyÖtmËt", UTMOST_SECRET),
          Map.entry("TUYEÄTMAÄT", UTMOST_SECRET),
          Map.entry("TUYETMAT", UTMOST_SECRET));

  /** Greek and Cyrillic capitals that are drawn as the Latin ones of the stamps. */
  private static final String ALIKE =
      "\u0410\u0391\u0422\u03a4\u041c\u039c\u041e\u039f\u0406\u0399\u0423\u03a5\u0415\u0395";

  private static final String LATIN = "AATTMMOOIIYYEE";

  private static final int LONGEST = 60;

  private final String vietnamese;

  SecretStamp(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The degree as the law names it. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The stamp that a line is; empty where it is none. */
  public static Optional<SecretStamp> on(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    var letters = new StringBuilder();
    Normalizer.normalize(SeenText.of(line), Normalizer.Form.NFKD)
        .codePoints()
        .filter(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        .forEach(c -> letters.appendCodePoint(latin(c)));
    return Optional.ofNullable(LINES.get(Normalizer.normalize(letters, Normalizer.Form.NFC)));
  }

  private static int latin(int c) {
    int at = ALIKE.indexOf(c);
    return at < 0 ? c : LATIN.charAt(at);
  }
}
