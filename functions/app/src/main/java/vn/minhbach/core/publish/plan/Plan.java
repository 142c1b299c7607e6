package vn.minhbach.core.publish.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;

/**
 * A unit's improvement plan.
 *
 * @param issue of the result that it answers: 1, 2, …
 * @param items in their order
 * @param paper by which it was issued; empty while it is a draft
 * @param by opaque id of who wrote it last
 * @param version rises by one with each change
 */
public record Plan(
    CampaignId campaign,
    UnitCode unit,
    int issue,
    List<Item> items,
    Optional<Paper> paper,
    String by,
    Instant at,
    long version) {

  public Plan {
    items = List.copyOf(items);
  }

  /**
   * A measure.
   *
   * @param responsible title or department in charge, no name
   * @param due last day
   */
  public record Item(CriterionId criterion, String measure, String responsible, LocalDate due) {}

  /**
   * The signed plan (<i>kế hoạch đã ban hành</i>).
   *
   * @param sha256 of its PDF, hex; the paper itself stays with the unit
   */
  public record Paper(String number, LocalDate date, String sha256) {}

  /** What a writer must have read. */
  public String etag() {
    return "k" + version;
  }

  /** A measure by its number, 1, 2, … */
  public Optional<Item> item(int number) {
    return number < 1 || number > items.size()
        ? Optional.empty()
        : Optional.of(items.get(number - 1));
  }
}
