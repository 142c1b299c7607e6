package vn.minhbach.core.appraise.inspection;

import java.time.LocalDate;
import java.util.List;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/**
 * A planned inspection (<i>kế hoạch kiểm tra thực tế</i>): who goes to which units on which days,
 * and what they look at.
 *
 * @param number within the campaign, from 1
 * @param decision by which it is ordered
 * @param from first day
 * @param until last day
 * @param members accounts of the team's members who go
 * @param criteria what is looked at; empty for whatever they find worth it
 * @param version rises by one with each change
 */
public record Inspection(
    CampaignId campaign,
    int number,
    Decision decision,
    LocalDate from,
    LocalDate until,
    List<String> members,
    List<UnitCode> units,
    List<CriterionId> criteria,
    long version) {

  /** More than a province plans in a year. */
  public static final int NUMBER_MAX = 999;

  public Inspection {
    members = List.copyOf(members);
    units = List.copyOf(units);
    criteria = List.copyOf(criteria);
  }

  /** The decision or plan of the inspection (<i>quyết định, kế hoạch kiểm tra</i>). */
  public record Decision(String number, LocalDate date) {}

  /** What a writer must have read. */
  public String etag() {
    return "i" + version;
  }

  boolean sameAs(Inspection other) {
    return decision.equals(other.decision)
        && from.equals(other.from)
        && until.equals(other.until)
        && members.equals(other.members)
        && units.equals(other.units)
        && criteria.equals(other.criteria);
  }

  /** Whether a criterion is to be looked at. */
  boolean covers(CriterionId criterion) {
    return criteria.isEmpty() || criteria.contains(criterion);
  }
}
