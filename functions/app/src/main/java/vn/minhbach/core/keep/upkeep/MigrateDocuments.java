package vn.minhbach.core.keep.upkeep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Brings stored documents to the schemas that are written now, some units at each run of the
 * schedule. Nothing waits for it: older documents are read as long as there are any. How far it is
 * stands beside the campaign, so that a run that was cut short goes on, at most {@value
 * #KEPT_EVERY} units behind.
 */
public final class MigrateDocuments {

  /** What a run does at most: some 2 calls a unit, within the schedule's seconds. */
  static final int UNITS_AT_ONCE = 100;

  static final int KEPT_EVERY = 20;

  private final OldDocuments documents;

  public MigrateDocuments(OldDocuments documents) {
    this.documents = documents;
  }

  /** Goes on with a campaign; how many documents were written. */
  public int run(Campaign campaign, List<Unit> register) {
    OldDocuments.Reached reached =
        documents
            .reached(campaign.id())
            .filter(kept -> kept.schemas().equals(documents.schemas()))
            .orElseGet(
                () -> new OldDocuments.Reached(documents.schemas(), Optional.empty(), false));
    return reached.done() ? 0 : goOn(campaign.id(), reached, rest(register, reached.after()));
  }

  private static List<UnitCode> rest(List<Unit> register, Optional<UnitCode> after) {
    return register.stream()
        .map(Unit::code)
        .filter(code -> after.filter(done -> code.compareTo(done) <= 0).isEmpty())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private int goOn(CampaignId campaign, OldDocuments.Reached from, List<UnitCode> rest) {
    int written = 0;
    int last = Math.min(rest.size(), UNITS_AT_ONCE);
    for (int n = 0; n < last; n++) {
      Optional<Integer> brought = documents.bring(campaign, rest.get(n));
      if (brought.isEmpty()) {
        return written; // Many hands are at it now: the next run comes back to this unit.
      }
      written += brought.get();
      if ((n + 1) % KEPT_EVERY == 0 && n + 1 < last) {
        keep(campaign, from, Optional.of(rest.get(n)), false);
      }
    }
    keep(
        campaign,
        from,
        last == 0 ? from.after() : Optional.of(rest.get(last - 1)),
        last == rest.size());
    return written;
  }

  private void keep(
      CampaignId campaign, OldDocuments.Reached from, Optional<UnitCode> after, boolean done) {
    documents.keep(campaign, new OldDocuments.Reached(from.schemas(), after, done));
  }
}
