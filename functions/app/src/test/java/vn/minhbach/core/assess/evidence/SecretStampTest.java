package vn.minhbach.core.assess.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStampTest {

  @ParameterizedTest
  @CsvSource({
    "MẬT, SECRET",
    "TỐI MẬT, TOP_SECRET",
    "TUYỆT MẬT, UTMOST_SECRET",
    "'  T Ố I   M Ậ T ', TOP_SECRET",
    "[ MẬT ], SECRET",
    "TUYỆT\u00a0MẬT, UTMOST_SECRET",
    "M\u200bẬT, SECRET",
    "\u041cẬ\u0422, SECRET",
    "ＭẬＴ, SECRET",
    "tuyÖt mËt, UTMOST_SECRET",
    "TOÁI MAÄT, TOP_SECRET",
    "TOI MAT, TOP_SECRET"
  })
  void aLineThatIsNothingElseIsAStamp(String line, SecretStamp stamp) {
    assertEquals(Optional.of(stamp), SecretStamp.on(line));
    assertEquals(
        Optional.of(stamp), SecretStamp.on(Normalizer.normalize(line, Normalizer.Form.NFD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BẢO MẬT",
        "Hệ thống bảo đảm an toàn, BẢO MẬT thông tin",
        "Mật",
        "Tối mật",
        "MẬT KHẨU",
        "ĐỘ MẬT: MẬT",
        "MẤT",
        "MẶT",
        "MAT",
        "MẬT 1",
        ""
      })
  void aWordInASentenceIsNone(String line) {
    assertEquals(Optional.empty(), SecretStamp.on(line));
  }

  @Test
  void aLongLineIsNotEvenLookedAt() {
    assertEquals(Optional.empty(), SecretStamp.on("MẬT" + " ".repeat(100)));
  }
}
