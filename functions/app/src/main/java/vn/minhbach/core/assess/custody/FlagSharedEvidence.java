package vn.minhbach.core.assess.custody;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.SharedFiles;
import vn.minhbach.core.assess.evidence.SharedFiles.Holder;
import vn.minhbach.core.assess.evidence.SharedFiles.Shared;
import vn.minhbach.core.assess.submission.Submissions;

/**
 * Notes which units cite the same bytes: a copied file proves nothing for the second unit. For the
 * office and the team; units are not told of each other.
 *
 * <p>A holder's row is written first and the rows of all holders are read after it: of two units
 * that are indexed at the same time, at least the later one sees both.
 */
public final class FlagSharedEvidence {

  private final Submissions submissions;
  private final SharedFiles files;

  public FlagSharedEvidence(Submissions submissions, SharedFiles files) {
    this.submissions = submissions;
    this.files = files;
  }

  /** Indexes one record as it is stored now. */
  public void index(CampaignId campaign, UnitCode unit, String evidenceId) {
    submissions
        .evidence(campaign, unit, evidenceId)
        .ifPresent(evidence -> index(campaign, unit, evidence));
  }

  void index(CampaignId campaign, UnitCode unit, Evidence evidence) {
    // A grant that nobody used says nothing: a hash can be declared without having the file. And no
    // unit is suspected for what the team itself brought.
    if (evidence.verified().isEmpty() || evidence.ofTheTeam()) {
      return;
    }
    files.put(
        new Holder(
            campaign,
            evidence.sha256(),
            unit,
            evidence.id(),
            evidence.state().present(),
            evidence.version()));
    List<Holder> holders = files.holders(campaign, evidence.sha256());
    Set<UnitCode> ever = holders.stream().map(Holder::unit).collect(toSet());
    if (ever.size() > 1) {
      Set<UnitCode> now =
          holders.stream().filter(Holder::present).map(Holder::unit).collect(toSet());
      long basis = holders.stream().mapToLong(Holder::version).sum();
      ever.forEach(each -> files.put(each, new Shared(campaign, evidence.sha256(), now, basis)));
    }
  }

  /**
   * Hash to the other units that cite it, for a reader of one unit's files.
   *
   * @param hidden units that the reader is not told about: those the reader is recused from
   */
  public Map<String, Set<UnitCode>> others(
      CampaignId campaign, UnitCode unit, Set<UnitCode> hidden) {
    var others = new TreeMap<String, Set<UnitCode>>();
    for (Shared shared : files.at(campaign, unit)) {
      var rest = new TreeSet<>(shared.units());
      boolean holds = rest.remove(unit);
      rest.removeAll(hidden);
      if (holds && !rest.isEmpty()) {
        others.put(shared.sha256(), rest);
      }
    }
    return others;
  }

  /** Every hash that several units cite, by hash. */
  public Collection<Shared> all(CampaignId campaign) {
    var all = new TreeMap<String, Shared>();
    for (Shared shared : files.all(campaign)) {
      all.merge(
          shared.sha256(), shared, (one, other) -> one.basis() >= other.basis() ? one : other);
    }
    all.values().removeIf(shared -> shared.units().size() < 2);
    return all.values();
  }

  private static Collector<UnitCode, ?, Set<UnitCode>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
