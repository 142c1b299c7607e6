package vn.minhbach.core.appraise.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Hand;

/**
 * The minutes of an inspection at one unit (<i>biên bản kiểm tra</i>). With them the unit sees what
 * was found; nothing is added after.
 *
 * @param inspection number of its plan
 * @param day of the inspection at this unit
 * @param representative title of whoever signed for the unit; the name stands in the signed paper
 * @param conclusion what the team concluded
 * @param opinion what the unit had to say (<i>ý kiến của đơn vị</i>)
 * @param evidence ids of the signed minutes among the team's files
 */
public record Minutes(
    CampaignId campaign,
    UnitCode unit,
    int inspection,
    LocalDate day,
    String representative,
    String conclusion,
    Optional<String> opinion,
    List<String> evidence,
    Hand by,
    Instant at) {

  public Minutes {
    evidence = List.copyOf(evidence);
  }

  /** Whether these are the same minutes again, whoever sends them and when. */
  boolean sameAs(Minutes other) {
    return day.equals(other.day)
        && representative.equals(other.representative)
        && conclusion.equals(other.conclusion)
        && opinion.equals(other.opinion)
        && evidence.equals(other.evidence);
  }
}
