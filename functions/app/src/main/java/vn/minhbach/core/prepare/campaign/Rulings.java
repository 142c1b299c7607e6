package vn.minhbach.core.prepare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.UnitCode;

/**
 * What was ruled about the result of a campaign as a whole. It outlives the result that it was
 * about.
 *
 * @param excuses units that are listed without a rank, by decision
 * @param sentBack the latest return of a reported result; empty where none was returned
 * @param issues results that were published and are corrected since, in their order
 */
public record Rulings(List<Excuse> excuses, Optional<SentBack> sentBack, List<Issue> issues) {

  public static final Rulings NONE = new Rulings(List.of(), Optional.empty(), List.of());

  public Rulings {
    excuses = List.copyOf(excuses);
    issues = List.copyOf(issues);
  }

  /**
   * A unit is excused from the assessment (<i>miễn đánh giá, xếp hạng</i>): listed without a rank,
   * with the decision that says so.
   *
   * @param number of the decision; {@code date} its day
   * @param reason in words, for everybody
   * @param by opaque id of who entered it
   */
  public record Excuse(
      UnitCode unit, String number, LocalDate date, String reason, String by, Instant at) {}

  /**
   * A reported result was sent back.
   *
   * @param count how many were, this one included
   */
  public record SentBack(int count, String reason, String by, Instant at) {}

  /**
   * A published result that was taken up for correction; it stays readable under its number.
   *
   * @param reason of the correction
   */
  public record Issue(Campaign.Result result, String reason, Instant reopenedAt) {}

  public Optional<Excuse> excuse(UnitCode unit) {
    return excuses.stream().filter(one -> one.unit().equals(unit)).findFirst();
  }

  /** With this excuse, in place of one that the unit had. */
  public Rulings with(Excuse excuse) {
    var all = new ArrayList<>(excuses);
    all.removeIf(one -> one.unit().equals(excuse.unit()));
    all.add(excuse);
    return new Rulings(all, sentBack, issues);
  }

  /** With a result sent back. */
  public Rulings withSentBack(String reason, String by, Instant at) {
    int count = sentBack.map(SentBack::count).orElse(0) + 1;
    return new Rulings(excuses, Optional.of(new SentBack(count, reason, by, at)), issues);
  }

  /** With a published result that is corrected from now on. */
  public Rulings withIssue(Issue former) {
    var all = new ArrayList<>(issues);
    all.add(former);
    return new Rulings(excuses, sentBack, all);
  }
}
