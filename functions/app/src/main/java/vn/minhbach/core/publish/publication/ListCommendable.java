package vn.minhbach.core.publish.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;

/**
 * Which units may be proposed for commendation (<i>đề nghị khen thưởng</i>), by rules that are said
 * with the list. From the frozen result alone, so that the list cannot be drawn up to move a rank.
 * Whom the council commends, it decides on paper.
 */
public final class ListCommendable {

  private final CriteriaSets criteriaSets;
  private final Rankings rankings;

  public ListCommendable(CriteriaSets criteriaSets, Rankings rankings) {
    this.criteriaSets = criteriaSets;
    this.rankings = rankings;
  }

  /**
   * By what a unit is on the list: its place, or how much better it became; one is enough.
   *
   * @param top the first so many ranks of each group; all who share the last of them are on it
   * @param level code of the lowest level that is good enough for either; empty for any
   * @param improvement points of the index above last year's, at least; empty where it is no ground
   */
  public record Rules(int top, Optional<String> level, Optional<Points> improvement) {}

  /**
   * Why a unit is on the list.
   *
   * @param gained points of the index above last year's; empty where the years cannot be compared
   */
  public record Candidate(
      RankingRow row, boolean byPlace, boolean byImprovement, Optional<Points> gained) {}

  /** Those of one group, by rank. */
  public record OfGroup(int group, int ranked, List<Candidate> candidates) {

    public OfGroup {
      candidates = List.copyOf(candidates);
    }
  }

  /** By group; refused before the result is frozen, and for a level that a group does not have. */
  public Outcome<List<OfGroup>> of(Campaign campaign, Rules rules) {
    if (campaign.result().isEmpty()) {
      return Outcome.refused(PublicationProblem.NOT_REPORTED.of(campaign.id()));
    }
    long version = campaign.result().get().rankingVersion();
    var groups = new ArrayList<OfGroup>();
    for (int group : campaign.criteriaVersions().keySet()) {
      List<Level> levels = levels(campaign, group);
      if (rules.level().filter(code -> place(levels, code).isEmpty()).isPresent()) {
        return Outcome.refused(
            PublicationProblem.NO_SUCH_LEVEL.of(
                rules.level().get(), levels.stream().map(Level::code).toList()));
      }
      rankings
          .staged(campaign.id(), group, version)
          .ifPresent(table -> groups.add(of(group, rankings.all(table), levels, rules)));
    }
    return Outcome.accepted(List.copyOf(groups));
  }

  private List<Level> levels(Campaign campaign, int group) {
    return criteriaSets
        .find(campaign.id(), group, campaign.criteriaVersions().get(group))
        .map(CriteriaSet::levels)
        .orElseThrow();
  }

  /** Pure: the candidates among the rows of a group. */
  static OfGroup of(int group, List<RankingRow> rows, List<Level> levels, Rules rules) {
    List<RankingRow> ranked = rows.stream().filter(row -> row.rank().isPresent()).toList();
    return new OfGroup(
        group,
        ranked.size(),
        ranked.stream()
            // Silence earns nothing, whatever the province's own figures say.
            .filter(row -> !row.withoutForm())
            .filter(row -> goodEnough(row, levels, rules))
            .map(row -> candidate(row, rules))
            .filter(one -> one.byPlace() || one.byImprovement())
            .toList());
  }

  private static Candidate candidate(RankingRow row, Rules rules) {
    Optional<Points> gained =
        row.annex()
            .flatMap(RankingRow.Annex::former)
            .flatMap(RankingRow.Former::index)
            .flatMap(then -> row.index().map(now -> now.minus(then)));
    return new Candidate(
        row,
        row.rank().orElseThrow() <= rules.top(),
        rules
            .improvement()
            .filter(least -> gained.filter(more -> more.compareTo(least) >= 0).isPresent())
            .isPresent(),
        gained);
  }

  private static boolean goodEnough(RankingRow row, List<Level> levels, Rules rules) {
    return rules
        .level()
        .map(lowest ->
            place(levels, row.level().orElse("")).orElse(Integer.MAX_VALUE)
                <= place(levels, lowest).orElseThrow())
        .orElse(true);
  }

  private static OptionalInt place(List<Level> levels, String code) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).code().equals(code)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
