package vn.minhbach.core.prepare.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Csv;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.PlainTime;

/**
 * The table of public holidays that a campaign goes by: Saturdays and Sundays rest, and so does
 * what the table names; a weekend day that the table says is worked does not. The government
 * announces the days year by year, so they are data that the office edits.
 */
public record Holidays(List<Holiday> days) {

  /** Weekends alone. */
  public static final Holidays NONE = new Holidays(List.of());

  /** The whole table is part of the campaign, which every request reads. */
  private static final int DAYS_MAX = 120;

  private static final int NAME_MAX = 100;

  private static final List<String> COLUMNS = List.of("date", "kind", "name");

  /** Where the day was announced: for who keeps the table, not read. */
  private static final List<String> OPTIONAL = List.of("source");

  public Holidays {
    days = days.stream().sorted(Comparator.comparing(Holiday::date)).toList();
  }

  /**
   * Reads CSV {@code date,kind,name}, with {@code source} if there is one: the whole table or, when
   * any line is at fault, nothing.
   */
  public static Outcome<Holidays> read(String csv) {
    return Csv.read(csv, COLUMNS, OPTIONAL, Holidays::shape);
  }

  /** Whether nobody works on that day. */
  public boolean rests(LocalDate day) {
    Optional<Holiday> listed = on(day);
    return listed.isPresent() ? listed.get().kind() == Holiday.Kind.OFF : weekend(day);
  }

  /** The day itself or the next one that is worked. */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate next = day;
    while (rests(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** What the table says of a day; nothing for a day like any other. */
  public Optional<Holiday> on(LocalDate day) {
    return days.stream().filter(listed -> listed.date().equals(day)).findFirst();
  }

  /** The days of these years, both included. */
  public Holidays between(int firstYear, int lastYear) {
    return new Holidays(
        days.stream()
            .filter(day -> day.date().getYear() >= firstYear && day.date().getYear() <= lastYear)
            .toList());
  }

  /** The years of which the table knows nothing, both ends included. */
  public List<Integer> unknownYears(int firstYear, int lastYear) {
    return Stream.iterate(firstYear, year -> year <= lastYear, year -> year + 1)
        .filter(year -> days.stream().noneMatch(day -> day.date().getYear() == year))
        .toList();
  }

  /** The days on which one table rests and the other does not. */
  SortedSet<LocalDate> differing(Holidays other) {
    var differing = new TreeSet<LocalDate>();
    Stream.concat(days.stream(), other.days.stream())
        .map(Holiday::date)
        .filter(day -> rests(day) != other.rests(day))
        .forEach(differing::add);
    return differing;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Supplier<Holidays> shape(List<Csv.Line> lines) {
    var days = new LinkedHashMap<LocalDate, Holiday>();
    for (Csv.Line line : lines) {
      Holiday day = day(line);
      Holiday first = days.putIfAbsent(day.date(), day);
      if (first != null && !day.date().equals(LocalDate.EPOCH)) {
        line.fault("date", InputProblem.DUPLICATE_ID.of(day.date().toString(), first.name()));
      }
    }
    if (lines.size() > DAYS_MAX) {
      lines.get(DAYS_MAX).fault("date", InputProblem.TOO_MANY_LINES.of(DAYS_MAX));
    }
    return () -> new Holidays(List.copyOf(days.values()));
  }

  private static Holiday day(Csv.Line line) {
    LocalDate date = date(line);
    String kind = line.cell("kind");
    if (!kind.equals("off") && !kind.equals("work")) {
      line.fault("kind", InputProblem.UNKNOWN_VALUE.of(kind, List.of("off", "work")));
    } else if (kind.equals("work") && !weekend(date) && !date.equals(LocalDate.EPOCH)) {
      line.fault("kind", CampaignProblem.WORKED_ANYWAY.of(date));
    }
    String name = line.cell("name");
    if (name.isEmpty()) {
      line.fault("name", InputProblem.BLANK.of());
    } else if (name.length() > NAME_MAX) {
      line.fault("name", InputProblem.TOO_LONG.of(name.length(), NAME_MAX));
    }
    return new Holiday(date, kind.equals("work") ? Holiday.Kind.WORK : Holiday.Kind.OFF, name);
  }

  private static LocalDate date(Csv.Line line) {
    String text = line.cell("date");
    Optional<LocalDate> date = PlainTime.day(text);
    if (date.isPresent()) {
      return date.get();
    }
    line.fault("date", InputProblem.BAD_DATE.of(text));
    return LocalDate.EPOCH;
  }
}
