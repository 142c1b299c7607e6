package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The dispatch that brought the form, as the unit's registry took it in (<i>công văn đến</i>).
 *
 * @param date the day of arrival (<i>ngày đến</i>); the form counts as received on it
 * @param number under which it stands in the register (<i>số đến</i>)
 * @param by opaque id of who entered it
 * @param version rises by one with each correction
 */
public record Arrival(LocalDate date, String number, Instant enteredAt, String by, long version) {

  /** What a writer must have read to correct it. */
  public String etag() {
    return "r" + version;
  }

  public boolean sameContent(LocalDate otherDate, String otherNumber) {
    return date.equals(otherDate) && number.equals(otherNumber);
  }
}
