package vn.minhbach.core.publish.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.TieRule;

/**
 * Ranks units by printed index, highest first. Equal indexes share a rank, unless the campaign
 * declares what breaks a tie and that tells them apart. The order inside a tie that stays is for
 * display only: points of group II, then name, then code.
 */
public final class Ranking {

  private static final Comparator<Standing> BY_NAME =
      Comparator.comparing(Standing::name, VietnameseOrder.COMPARATOR)
          .thenComparing(Standing::unit);

  private static final Comparator<Standing> BY_INDEX =
      Comparator.comparing(Ranking::index, Comparator.reverseOrder())
          .thenComparing(Standing::breakers, Ranking::byBreakers)
          .thenComparing(Standing::results, Comparator.reverseOrder())
          .thenComparing(BY_NAME);

  private Ranking() {}

  /**
   * All units in the order of display, whatever order they come in: the ranked, then the unranked
   * by name. The same function ranks a group, or the communes of one district. A unit given twice
   * is a bug of the caller.
   */
  public static List<Ranked> rank(List<Standing> standings, TieRule tieRule) {
    requireDistinct(standings);
    List<Standing> order =
        standings.stream()
            .filter(standing -> standing.index().isPresent())
            .sorted(BY_INDEX)
            .toList();
    var lines = new ArrayList<Ranked>(standings.size());
    int rank = 0;
    for (int i = 0; i < order.size(); i++) {
      boolean likePrevious = i > 0 && same(order, i, i - 1);
      boolean likeNext = i + 1 < order.size() && same(order, i, i + 1);
      if (!likePrevious) {
        rank = tieRule == TieRule.DENSE ? rank + 1 : i + 1;
      }
      int looked = Math.max(looked(order, i, i - 1), looked(order, i, i + 1));
      lines.add(new Ranked(OptionalInt.of(rank), likePrevious || likeNext, looked, order.get(i)));
    }
    standings.stream()
        .filter(standing -> standing.index().isEmpty())
        .sorted(BY_NAME)
        .forEach(standing -> lines.add(new Ranked(OptionalInt.empty(), false, 0, standing)));
    return List.copyOf(lines);
  }

  private static boolean same(List<Standing> order, int one, int other) {
    return sameIndex(order, one, other)
        && order.get(one).breakers().equals(order.get(other).breakers());
  }

  private static boolean sameIndex(List<Standing> order, int one, int other) {
    return index(order.get(one)).equals(index(order.get(other)));
  }

  // How many breakers it takes to tell two neighbours apart; all of them where they stay equal.
  private static int looked(List<Standing> order, int one, int other) {
    if (other < 0 || other >= order.size() || !sameIndex(order, one, other)) {
      return 0;
    }
    List<Points> mine = order.get(one).breakers();
    List<Points> theirs = order.get(other).breakers();
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equals(theirs.get(i))) {
        return i + 1;
      }
    }
    return mine.size();
  }

  // The higher first, breaker by breaker. Of one campaign all units have the same number.
  private static int byBreakers(List<Points> one, List<Points> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = other.get(i).compareTo(one.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Points index(Standing standing) {
    return standing.index().orElseThrow();
  }

  private static void requireDistinct(List<Standing> standings) {
    var seen = new HashSet<UnitCode>();
    for (Standing standing : standings) {
      if (!seen.add(standing.unit())) {
        throw new IllegalArgumentException("unit given twice: " + standing.unit());
      }
    }
  }
}
