package vn.minhbach.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2020, 2020-01-01, 2020-12-31",
    "Năm 2020, 2020-01-01, 2020-12-31",
    "2020-02, 2020-02-01, 2020-02-29",
    "Tháng 7/2020, 2020-07-01, 2020-07-31",
    "7/2020, 2020-07-01, 2020-07-31",
    "2020-Q3, 2020-07-01, 2020-09-30",
    "Quý III/2020, 2020-07-01, 2020-09-30",
    "quý 4 năm 2020, 2020-10-01, 2020-12-31",
    "9 tháng đầu năm 2020, 2020-01-01, 2020-09-30",
    "6 tháng cuối năm 2020, 2020-07-01, 2020-12-31",
    "30/9/2020, 2020-09-30, 2020-09-30",
    "2019-10-30/2020-10-30, 2019-10-30, 2020-10-30",
    "từ 01/01/2020 đến ngày 30/9/2020, 2020-01-01, 2020-09-30",
    "01/01/2020-30/06/2020, 2020-01-01, 2020-06-30",
    "1/2020 - 9/2020, 2020-01-01, 2020-09-30",
  })
  void readsWhatClerksWrite(String text, LocalDate from, LocalDate to) {
    assertEquals(Optional.of(new Period(from, to)), Period.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "trang 4", "2020-13", "31/2/2020", "2020/2019", "13/2020", "99 tháng 2020"})
  void readsNothingElse(String text) {
    assertEquals(Optional.empty(), Period.read(text));
  }

  @Test
  void oneCommonDayIsEnough() {
    var year = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    assertEquals(true, year.meets(Period.read("2020-12-31/2021-06-30").orElseThrow()));
    assertEquals(false, year.meets(Period.read("2021").orElseThrow()));
  }
}
