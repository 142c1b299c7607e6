package vn.minhbach.core.publish.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseOrderTest {

  @Test
  void followsTheAlphabet() {
    assertInOrder(
        "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n",
        "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z");
  }

  @Test
  void putsTonesAfterLetters() {
    assertInOrder("ma", "mà", "mả", "mã", "má", "mạ", "măc", "mâ");
    // The letters of the whole name come first, tones only when all letters are the same.
    assertInOrder("Ha Lam", "Hà Lam", "Hà Lâm", "Ha Tu", "Hà Tu");
    assertInOrder("Dực Yên", "Đại Bình", "Đầm Hà", "Quảng An", "Tân Bình");
  }

  @Test
  void putsTheShorterWordFirstAndDigitsBeforeLetters() {
    assertInOrder("Sở", "Sở Y tế", "Sởn");
    assertInOrder("Khu 1", "Khu 2", "Khu A");
    assertInOrder("Ban Quản lý", "Ban-quản", "Ban1", "Bana");
  }

  @Test
  void makesNoDifferenceOfCaseNorOfComposition() {
    assertEquals(0, compare("ĐẦM HÀ", "đầm hà"));
    for (String vowels :
        List.of("ấầẩẫậắằẳẵặớờởỡợứừửữựếềểễệốồổỗộýỳỷỹỵíìỉĩịáàảãạ", "Đường Ngõ Ầm Ĩ")) {
      String apart = Normalizer.normalize(vowels, Normalizer.Form.NFD);
      assertTrue(apart.length() > vowels.length());
      assertEquals(0, compare(vowels, apart), vowels);
    }
  }

  @Test
  void takesWhatIsNoVietnamese() {
    assertInOrder("", "!", "1", "z", "ж");
    assertEquals(0, compare(" Sở ", "Sở"));
    assertEquals(0, compare("\u0301", "\u0301"));
  }

  /** Spaces apart, which the JDK's collation passes over, both order all real names alike. */
  @Test
  void agreesWithTheCollationOfTheJdkOnTheLettersOfTheRealNames() throws IOException {
    List<String> names = new ArrayList<>();
    try (var file = getClass().getResourceAsStream("/campaigns/131-2020/units.csv")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        names.add(line.split(",")[3].replace(" ", ""));
      }
    }
    Collections.shuffle(names, new Random(7));
    Collator jdk = Collator.getInstance(Locale.of("vi"));
    jdk.setStrength(Collator.TERTIARY);
    var differing = new ArrayList<String>();
    for (String one : names) {
      for (String other : names) {
        if (Integer.signum(compare(one, other)) != Integer.signum(jdk.compare(one, other))) {
          differing.add(one + " | " + other);
        }
      }
    }
    assertEquals(List.of(), differing);
  }

  private static int compare(String one, String other) {
    return VietnameseOrder.COMPARATOR.compare(one, other);
  }

  private static void assertInOrder(String... texts) {
    for (int i = 0; i < texts.length; i++) {
      for (int j = 0; j < texts.length; j++) {
        int expected = Integer.compare(i, j);
        assertEquals(
            expected, Integer.signum(compare(texts[i], texts[j])), texts[i] + " ? " + texts[j]);
      }
    }
  }

  @Test
  void isLookedForWithoutMarksOrTones() {
    for (String told :
        List.of("Đường Hưng Yên", "duong hung yen", " ĐƯỜNG  hưng\tYÊN ", "Ðuong Hung Yen")) {
      boolean icelandic = told.startsWith("Ð");
      assertEquals(
          icelandic ? "ðuong hung yen" : "duong hung yen", VietnameseOrder.folded(told), told);
    }
    assertEquals(
        VietnameseOrder.folded("Ấp Thượng Ngạn"),
        VietnameseOrder.folded(Normalizer.normalize("Ấp Thượng Ngạn", Normalizer.Form.NFD)));
  }
}
