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
 * Ranks units by printed index, highest first. Equal indexes share a rank. The order inside a tie
 * is for display only: points of group II, then name, then code.
 */
public final class Ranking {

  private static final Comparator<Standing> BY_NAME =
      Comparator.comparing(Standing::name, VietnameseOrder.COMPARATOR)
          .thenComparing(Standing::unit);

  private static final Comparator<Standing> BY_INDEX =
      Comparator.comparing(Ranking::index, Comparator.reverseOrder())
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
      boolean likePrevious = i > 0 && sameIndex(order, i, i - 1);
      boolean likeNext = i + 1 < order.size() && sameIndex(order, i, i + 1);
      if (!likePrevious) {
        rank = tieRule == TieRule.DENSE ? rank + 1 : i + 1;
      }
      lines.add(new Ranked(OptionalInt.of(rank), likePrevious || likeNext, order.get(i)));
    }
    standings.stream()
        .filter(standing -> standing.index().isEmpty())
        .sorted(BY_NAME)
        .forEach(standing -> lines.add(new Ranked(OptionalInt.empty(), false, standing)));
    return List.copyOf(lines);
  }

  private static boolean sameIndex(List<Standing> order, int one, int other) {
    return index(order.get(one)).equals(index(order.get(other)));
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
