package vn.minhbach.core.prepare.campaign;

import java.time.LocalDate;

/**
 * One line of the table of public holidays.
 *
 * @param kind OFF: nobody works, whatever the day of the week; WORK: a weekend day that is worked
 *     in exchange for another (<i>làm bù</i>)
 * @param name as people know the day, “Giỗ Tổ Hùng Vương”
 */
public record Holiday(LocalDate date, Kind kind, String name) {

  /** What the day is. */
  public enum Kind {
    OFF,
    WORK
  }
}
