package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One hand's judgement of a cell. Its author stays whoever confirms it anew.
 *
 * @param version rises by one with each change of this reading, its clearing included
 */
public record Reading(
    Kind kind, Hand by, Ruling ruling, Seen seen, Instant at, After after, long version) {

  /** As what a hand judges; the later one is above the earlier ones. */
  public enum Kind {
    FIRST,
    SECOND,
    /** The lead's, where two readings are too far apart. */
    LEAD,
    AFTER_EXPLANATION,
    PETITION;

    /** Whether it stands above the first two. */
    boolean decides() {
      return compareTo(LEAD) >= 0;
    }

    /** Whether the unit had its say before. */
    boolean afterHearing() {
      return this == AFTER_EXPLANATION || this == PETITION;
    }
  }

  /**
   * What is judged.
   *
   * @param reason present where the worth differs from the self-score
   */
  public record Ruling(Basis basis, Worth worth, Optional<String> reason) {}

  /** Looked at anew after something moved. */
  public record Confirmation(Hand by, Seen seen, Instant at) {}

  /** What the unit was shown: a cut that it did not see counts nothing. */
  public record Shown(Worth worth, Instant at) {}

  /** Taken back: the cell is unmarked again. */
  public record Cleared(Hand by, String reason, Instant at) {}

  /** What came after it was given. */
  public record After(
      List<Countersign> countersigns,
      Optional<Confirmation> confirmed,
      Optional<Shown> shown,
      Optional<Cleared> cleared) {

    static final After NOTHING =
        new After(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public After {
      countersigns = List.copyOf(countersigns);
    }
  }

  public Worth worth() {
    return ruling.worth();
  }

  public boolean cleared() {
    return after.cleared().isPresent();
  }

  /** The versions that it is bound to: those that were seen last. */
  Seen boundTo() {
    return after.confirmed().map(Confirmation::seen).orElse(seen);
  }

  /** Whether the unit was shown just this, by itself or with the provisional result. */
  boolean heard(Terms terms) {
    return after.shown().filter(shown -> shown.worth().equals(worth())).isPresent()
        || terms.shown().filter(all -> !stoodFrom().isAfter(all)).isPresent();
  }

  /** Since when it is what it is. */
  Instant stoodFrom() {
    return after.confirmed().map(Confirmation::at).orElse(at);
  }

  Reading over(Optional<Reading> earlier) {
    return new Reading(
        kind, by, ruling, seen, at, after, earlier.map(Reading::version).orElse(0L) + 1);
  }

  Reading with(Countersign more) {
    var all = new ArrayList<>(after.countersigns());
    all.removeIf(one -> one.by().account().equals(more.by().account()));
    all.add(more);
    return with(new After(all, after.confirmed(), after.shown(), after.cleared()));
  }

  /** Confirmed, with what the same judgement is worth now. */
  Reading with(Confirmation confirmation, Worth worth) {
    return new Reading(
        kind,
        by,
        new Ruling(ruling.basis(), worth, ruling.reason()),
        seen,
        at,
        new After(after.countersigns(), Optional.of(confirmation), after.shown(), after.cleared()),
        version + 1);
  }

  /** Shown to the unit, with its reason, as it is now. */
  public Reading shownAt(Instant moment) {
    return with(
        new After(
            after.countersigns(),
            after.confirmed(),
            Optional.of(new Shown(worth(), moment)),
            after.cleared()));
  }

  /** The same reading, shown to the unit as it is made. */
  Reading told(Instant moment) {
    return new Reading(
        kind,
        by,
        ruling,
        seen,
        at,
        new After(
            after.countersigns(),
            after.confirmed(),
            Optional.of(new Shown(worth(), moment)),
            after.cleared()),
        version);
  }

  Reading with(Cleared back) {
    return with(
        new After(after.countersigns(), after.confirmed(), after.shown(), Optional.of(back)));
  }

  private Reading with(After next) {
    return new Reading(kind, by, ruling, seen, at, next, version + 1);
  }
}
