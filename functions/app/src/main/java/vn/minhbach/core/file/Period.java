package vn.minhbach.core.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.SeenText;

/** A stretch of days, both ends included. */
public record Period(LocalDate from, LocalDate to) {

  private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv");

  /** What clerks write, and ISO; the first that fits counts. */
  private static final List<Form> FORMS =
      List.of(
          new Form("(?:năm\\s*)?(\\d{4})", found -> months(found, 1, 1, 12)),
          new Form("(\\d{4})-(\\d{2})", found -> months(found, 1, number(found, 2), 1)),
          new Form(
              "(?:tháng\\s*)?(\\d{1,2})\\s*/\\s*(\\d{4})",
              found -> months(found, 2, number(found, 1), 1)),
          new Form("(\\d{4})-?q([1-4])", found -> quarter(found, 1, number(found, 2))),
          new Form(
              "(?:quý|q)\\s*(iv|i{1,3}|[1-4])\\s*[/ -]?\\s*(?:năm\\s*)?(\\d{4})",
              found -> quarter(found, 2, quarterNumber(found.group(1)))),
          new Form(
              "(\\d{1,2})\\s*tháng(?:\\s*đầu)?(?:\\s*năm)?\\s*(\\d{4})",
              found -> months(found, 2, 1, number(found, 1))),
          new Form("6\\s*tháng\\s*cuối(?:\\s*năm)?\\s*(\\d{4})", found -> months(found, 1, 7, 6)),
          new Form(
              "(\\d{4})-(\\d{2})-(\\d{2})",
              found -> day(number(found, 1), number(found, 2), number(found, 3))),
          new Form(
              "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})",
              found -> day(number(found, 3), number(found, 2), number(found, 1))));

  /** What stands between two ends; it may stand within one as well, so that each is tried. */
  private static final Pattern BETWEEN =
      Pattern.compile("\\s+đến\\s+(?:hết\\s+)?|\\s*[-–]\\s*|\\s*/\\s*");

  private static final Pattern BEGINNING = Pattern.compile("^(?:từ\\s+)?(?:ngày\\s+)?");

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(to + " is before " + from);
    }
  }

  /** Whether the two have a day in common. */
  public boolean meets(Period other) {
    return !other.to.isBefore(from) && !other.from.isAfter(to);
  }

  /**
   * Reads a period as a clerk writes it: {@code 2020}, {@code Quý III/2020}, {@code 7/2020}, {@code
   * 9 tháng đầu năm 2020}, {@code 2020-01-01/2020-09-30}. Empty when it is written otherwise.
   */
  public static Optional<Period> read(String text) {
    String plain = SeenText.of(text).toLowerCase(Locale.ROOT);
    return one(plain)
        .or(() ->
            BETWEEN
                .matcher(plain)
                .results()
                .map(found -> span(plain.substring(0, found.start()), plain.substring(found.end())))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private static Optional<Period> span(String beginning, String end) {
    Optional<Period> first = one(bare(beginning));
    Optional<Period> last = one(bare(end));
    return first.isPresent() && last.isPresent() && !last.get().to.isBefore(first.get().from)
        ? Optional.of(new Period(first.get().from, last.get().to))
        : Optional.empty();
  }

  private static String bare(String end) {
    return BEGINNING.matcher(end.strip()).replaceFirst("");
  }

  private static Optional<Period> one(String text) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(text);
      if (matcher.matches()) {
        try {
          return Optional.of(form.reading().apply(matcher.toMatchResult()));
        } catch (DateTimeException noSuchDay) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Period months(MatchResult found, int year, int first, int count) {
    YearMonth begin = YearMonth.of(number(found, year), first);
    return new Period(
        begin.atDay(1),
        YearMonth.of(begin.getYear(), first + Math.max(1, count) - 1).atEndOfMonth());
  }

  private static Period quarter(MatchResult found, int year, int quarter) {
    return months(found, year, 3 * quarter - 2, 3);
  }

  private static int quarterNumber(String written) {
    int roman = ROMAN.indexOf(written);
    return roman >= 0 ? roman + 1 : Integer.parseInt(written);
  }

  private static Period day(int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return new Period(date, date);
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private record Form(Pattern pattern, Function<MatchResult, Period> reading) {

    Form(String expression, Function<MatchResult, Period> reading) {
      this(Pattern.compile(expression), reading);
    }
  }
}
