package vn.minhbach.core.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.minhbach.core.CampaignId;

/**
 * A correction of a criteria set while forms are out (<i>công văn đính chính</i>): immutable, one
 * item each, kept for ever.
 *
 * @param group of units: 1 to 3
 * @param number 1, 2, 3… within campaign and group
 * @param previous version of the set that was in force before
 * @param version version of the set that came into force
 * @param at domain clock
 * @param until last moment at which a form that was sent may be answered anew; domain clock
 * @param by opaque id of the account
 * @param set fields of the set itself that differ
 * @param lines the criteria that differ
 */
public record Correction(
    CampaignId campaign,
    int group,
    int number,
    long previous,
    long version,
    Letter letter,
    String reason,
    Instant at,
    Instant until,
    String by,
    List<String> set,
    List<CriteriaDiff.Line> lines) {

  public Correction {
    set = List.copyOf(set);
    lines = List.copyOf(lines);
  }

  /** The letter (<i>công văn</i>) that orders it. */
  public record Letter(String number, LocalDate date) {}

  /** Whether units have something to answer. */
  public boolean opens() {
    return lines.stream().anyMatch(CriteriaDiff.Line::opens);
  }

  /** Whether forms that were sent have to be looked at, by their units or by the system. */
  public boolean touchesForms() {
    return lines.stream()
        .anyMatch(line -> line.substance() && line.change() != CriteriaDiff.Change.REMOVED);
  }
}
