package vn.minhbach.core.appraise.queue;

import java.util.Comparator;
import vn.minhbach.core.UnitCode;

/**
 * The place of a cell in the queue: what the member has to do before what is done or waits for
 * others, then the heavier reasons, then by code of the unit.
 *
 * @param weight of the reasons, not below zero
 */
public record Rank(boolean toDo, int weight, UnitCode unit) implements Comparable<Rank> {

  private static final Comparator<Rank> ORDER =
      Comparator.comparing(Rank::toDo)
          .thenComparing(Rank::weight)
          .reversed()
          .thenComparing(Rank::unit);

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
