package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The campaign's dates; {@link Deadlines} counts from them. “Trước ngày X” means that X − 1 is the
 * last permitted day (domain/README.md section 3).
 *
 * @param answerDays days to answer after receipt; day 1 is the day after (plan V.5: 15)
 * @param dueBefore forms are due before this day (plan IV.1: 30/9/2020)
 * @param closesBefore the hard lock: nothing can be changed from this day on
 * @param appraisedBefore appraisal ends before this day (plan V.1: 30/12/2020)
 * @param reportBefore the report is due before this day (plan V.1: 30/01/2021)
 * @param publishBefore publication is due before this day (plan IV.3: first quarter of 2021)
 */
public record Calendar(
    ZoneId zone,
    int answerDays,
    LocalDate dueBefore,
    LocalDate closesBefore,
    LocalDate appraisedBefore,
    LocalDate reportBefore,
    LocalDate publishBefore) {

  /** The last millisecond before a day begins in the campaign's zone. */
  public Instant lastMomentBefore(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MILLIS);
  }

  /** The first year in which a term of the campaign can run. */
  public int firstYear() {
    return dueBefore.minusDays(answerDays).getYear();
  }

  /** The year in which the campaign ends. */
  public int lastYear() {
    return publishBefore.getYear();
  }
}
