package vn.minhbach.core.publish.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.TieRule;

class RankingPropertiesTest {

  private static final List<String> NAMES =
      List.of("Xã Đầm Hà", "Xã Dực Yên", "Phường Hà Lầm", "Phường Ha Lam", "Sở Y tế", "Xã Ấm");

  /** Few distinct indexes, so that ties are frequent; some units without one. */
  @Provide
  Arbitrary<List<Standing>> groups() {
    Arbitrary<Optional<Points>> index =
        Arbitraries.integers()
            .between(0, 12)
            .map(i -> new Points(BigDecimal.valueOf(60 + i / 4L).add(BigDecimal.valueOf(i, 2))))
            .optional(0.85);
    Arbitrary<Points> results =
        Arbitraries.integers().between(0, 3).map(i -> new Points(BigDecimal.valueOf(i)));
    return Combinators.combine(index, results, Arbitraries.of(NAMES))
        .as(Draft::new)
        .list()
        .ofMaxSize(40)
        .map(RankingPropertiesTest::number);
  }

  private record Draft(Optional<Points> index, Points results, String name) {}

  private static List<Standing> number(List<Draft> drafts) {
    var standings = new ArrayList<Standing>();
    for (Draft draft : drafts) {
      standings.add(
          new Standing(
              new UnitCode("U" + standings.size()),
              draft.name(),
              Points.ZERO,
              Points.ZERO,
              draft.index(),
              Optional.empty(),
              draft.results(),
              draft.index().isPresent() ? Optional.empty() : Optional.of(Unranked.NOT_SUBMITTED)));
    }
    return standings;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void givesTheSameRankingWhateverTheOrderOfTheUnits(
      @ForAll("groups") List<Standing> group, @ForAll TieRule rule, @ForAll long seed) {
    var shuffled = new ArrayList<>(group);
    Collections.shuffle(shuffled, new Random(seed));

    assertEquals(Ranking.rank(group, rule), Ranking.rank(shuffled, rule));
  }

  @Property
  void listsEveryUnitOnceTheUnrankedLast(
      @ForAll("groups") List<Standing> group, @ForAll TieRule rule) {
    List<Ranked> lines = Ranking.rank(group, rule);

    assertEquals(group.size(), lines.stream().map(it -> it.standing().unit()).distinct().count());
    assertEquals(group.size(), lines.size());
    boolean unranked = false;
    for (Ranked line : lines) {
      assertEquals(line.standing().index().isPresent(), line.rank().isPresent());
      assertTrue(!unranked || line.rank().isEmpty());
      unranked = line.rank().isEmpty();
    }
  }

  @Property
  void ranksByTheIndexAlone(@ForAll("groups") List<Standing> group, @ForAll TieRule rule) {
    List<Ranked> lines = ranked(group, rule);
    for (Ranked one : lines) {
      for (Ranked other : lines) {
        int byIndex = Integer.signum(index(other).compareTo(index(one)));
        int byRank = Integer.signum(Integer.compare(rank(one), rank(other)));
        assertEquals(byIndex, byRank, one + " and " + other);
      }
      long sharers = lines.stream().filter(it -> rank(it) == rank(one)).count();
      assertEquals(sharers > 1, one.tied());
    }
  }

  @Property
  void ranksDenseByTheHigherIndexesAndByCompetitionByTheHigherUnits(
      @ForAll("groups") List<Standing> group) {
    List<Ranked> dense = ranked(group, TieRule.DENSE);
    List<Ranked> competition = ranked(group, TieRule.COMPETITION);
    assertEquals(
        dense.stream().map(Ranked::standing).toList(),
        competition.stream().map(Ranked::standing).toList());
    for (int i = 0; i < dense.size(); i++) {
      Points own = index(dense.get(i));
      List<Points> higher =
          dense.stream()
              .map(RankingPropertiesTest::index)
              .filter(it -> it.compareTo(own) > 0)
              .toList();
      assertEquals(1 + higher.stream().distinct().count(), rank(dense.get(i)));
      assertEquals(1 + higher.size(), rank(competition.get(i)));
    }
  }

  private static List<Ranked> ranked(List<Standing> group, TieRule rule) {
    return Ranking.rank(group, rule).stream().filter(line -> line.rank().isPresent()).toList();
  }

  private static Points index(Ranked line) {
    return line.standing().index().orElseThrow();
  }

  private static int rank(Ranked line) {
    return line.rank().orElseThrow();
  }

  /** The same group in a campaign that breaks ties by the points of results. */
  private static List<Standing> breaking(List<Standing> group) {
    return group.stream()
        .map(plain ->
            new Standing(
                plain.unit(),
                plain.name(),
                plain.points(),
                plain.max(),
                plain.index(),
                plain.level(),
                plain.results(),
                plain.cause(),
                List.of(plain.results())))
        .toList();
  }

  @Property
  void breakersOnlySplitTiesOfTheIndexAndWhoIsEqualInAllSharesARank(
      @ForAll("groups") List<Standing> group, @ForAll TieRule rule, @ForAll long seed) {
    List<Standing> breaking = breaking(group);
    var shuffled = new ArrayList<>(breaking);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(Ranking.rank(breaking, rule), Ranking.rank(shuffled, rule));
    List<Ranked> lines = ranked(breaking, rule);
    for (Ranked one : lines) {
      for (Ranked other : lines) {
        int byIndex = index(other).compareTo(index(one));
        int byBoth =
            byIndex != 0 ? byIndex : other.standing().results().compareTo(one.standing().results());
        assertEquals(
            Integer.signum(byBoth), Integer.signum(Integer.compare(rank(one), rank(other))));
      }
      boolean shares = lines.stream().filter(it -> index(it).equals(index(one))).count() > 1;
      assertEquals(shares ? 1 : 0, one.breakers());
    }
  }
}
