package vn.minhbach.local.dynamodb.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.local.dynamodb.Refusal;

class DecimalTest {

  @Property
  void bytesOrderAsNumbersDo(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal two) {
    int order = Arrays.compareUnsigned(Decimal.ordered(one), Decimal.ordered(two));
    assertEquals(one.compareTo(two), Integer.signum(order), () -> one + " and " + two);
  }

  @Property
  void aNumberComesBackAsItWas(@ForAll("numbers") BigDecimal number) {
    assertEquals(number, Decimal.parse(Decimal.text(number)));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    Arbitrary<BigInteger> digits =
        Arbitraries.oneOf(
            Arbitraries.bigIntegers()
                .between(
                    BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                    BigInteger.TEN.pow(38).subtract(BigInteger.ONE)),
            Arbitraries.bigIntegers().between(BigInteger.valueOf(-120), BigInteger.valueOf(120)));
    Arbitrary<Integer> scales =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-88, 130), Arbitraries.integers().between(-2, 2));
    return Combinators.combine(digits, scales)
        .as(BigDecimal::new)
        .map(BigDecimal::stripTrailingZeros)
        .map(number -> number.signum() == 0 ? BigDecimal.ZERO : number);
  }

  @ParameterizedTest
  @CsvSource({
    "00042, 42",
    "-0, 0",
    "3.1400, 3.14",
    "1.5E2, 150",
    "1e-3, 0.001",
    "+7, 7",
    "-1.0, -1",
    "0.0, 0"
  })
  void writesANumberPlain(String given, String written) {
    assertEquals(written, Decimal.text(Decimal.parse(given)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E126",
        "-1E+126",
        "1E-131",
        "1e999999999",
        "123456789012345678901234567890123456789",
        "",
        "x",
        "1,5",
        "0x1",
        "NaN",
        " 1"
      })
  void refusesWhatIsNoNumberOrOutOfRange(String given) {
    assertEquals(
        "ValidationException", assertThrows(Refusal.class, () -> Decimal.parse(given)).code());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "12, 2", "123, 3", "-123, 4", "100, 2", "1.5, 3", "0.001, 2"})
  void countsAByteForTwoDigits(String number, int size) {
    assertEquals(size, Decimal.size(Decimal.parse(number)));
  }

  @Test
  void anItemCountsNamesAndValues() {
    // Name and text, 4 + 6 for the Vietnamese letters; a list: 3, and 1 for each element.
    assertEquals(
        10,
        AttributeJson.item("{\"tên\":{\"S\":\"Đỗ\"}}".getBytes(StandardCharsets.UTF_8)).size() + 1);
    assertEquals(
        1 + 3 + (1 + 1) + (1 + 2),
        AttributeJson.item(
                "{\"l\":{\"L\":[{\"BOOL\":true},{\"N\":\"7\"}]}}".getBytes(StandardCharsets.UTF_8))
            .size());
  }
}
