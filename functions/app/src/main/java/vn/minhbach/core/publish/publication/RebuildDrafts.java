package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.unit.Unit;

/**
 * Rebuilds the draft rankings from the progress board, each only when its rows have changed. The
 * schedule decides how often.
 */
public final class RebuildDrafts {

  private final CriteriaSets criteriaSets;
  private final Rankings rankings;
  private final WithoutForm without;

  public RebuildDrafts(CriteriaSets criteriaSets, Rankings rankings, Baselines baselines) {
    this.criteriaSets = criteriaSets;
    this.rankings = rankings;
    this.without = new WithoutForm(baselines);
  }

  /**
   * Rebuilds what is dirty.
   *
   * @param units every unit of the campaign
   * @param progress their rows on the progress board
   * @return how many drafts were switched
   */
  public int rebuild(
      Campaign campaign, List<Unit> units, Map<UnitCode, Progress> progress, Instant now) {
    int switched = 0;
    for (Map.Entry<Integer, List<Unit>> group : byGroup(units).entrySet()) {
      if (behind(campaign, group.getValue(), progress)) {
        // Never one ranking from points of two rules: the sweep brings the rows up to date first.
        continue;
      }
      Tables.Made made =
          made(campaign, group.getValue(), progress, criteria(campaign, group.getKey()), now);
      String digest = made.digest();
      Optional<Rankings.Table> before = rankings.draft(campaign.id(), group.getKey());
      if (before.isPresent() && before.get().digest().equals(digest)) {
        continue;
      }
      Rankings.Table next = made.table(campaign, group.getKey(), Tables.version(digest), now);
      rankings.stage(next, made.rows());
      // Overtaken: the other builder read the same board, so its draft is as good.
      switched += rankings.switchDraft(next, before) ? 1 : 0;
    }
    return switched;
  }

  private Tables.Made made(
      Campaign campaign,
      List<Unit> group,
      Map<UnitCode, Progress> progress,
      CriteriaSet set,
      Instant now) {
    var noForms = without.scores(campaign, group, progress, set, now);
    return Tables.made(
        campaign, group, progress, set, new Tables.Beside(noForms, Map.of(), Map.of()));
  }

  private CriteriaSet criteria(Campaign campaign, int group) {
    return criteriaSets
        .find(campaign.id(), group, campaign.criteriaVersions().get(group))
        .orElseThrow();
  }

  /** Whether a row is from before a correction or an exemption that bears on it. */
  static boolean behind(Campaign campaign, List<Unit> members, Map<UnitCode, Progress> progress) {
    return members.stream()
        .anyMatch(unit ->
            Optional.ofNullable(progress.get(unit.code()))
                .filter(row -> row.behind(campaign, unit))
                .isPresent());
  }

  static Map<Integer, List<Unit>> byGroup(List<Unit> units) {
    var groups = new TreeMap<Integer, List<Unit>>();
    units.forEach(unit -> groups.computeIfAbsent(unit.group(), g -> new ArrayList<>()).add(unit));
    return groups;
  }
}
