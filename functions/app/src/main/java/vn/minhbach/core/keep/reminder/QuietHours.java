package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/** When mail may go out: from {@code from} (included) to {@code to} (excluded) on working days. */
public record QuietHours(LocalTime from, LocalTime to) {

  public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(8, 0), LocalTime.of(17, 0));

  public boolean maySend(Instant now, ZoneId zone, Predicate<LocalDate> rests) {
    ZonedDateTime there = now.atZone(zone);
    return !rests.test(there.toLocalDate())
        && !there.toLocalTime().isBefore(from)
        && there.toLocalTime().isBefore(to);
  }
}
