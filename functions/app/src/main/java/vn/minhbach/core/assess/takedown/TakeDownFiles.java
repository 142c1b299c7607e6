package vn.minhbach.core.assess.takedown;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.FileRemoval;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;

/**
 * Removes what was confirmed to be taken down, in spite of the lock: records fall, bytes go, then
 * it is noted as removed. Whoever dies in between is followed by the next run. What was removed is
 * looked for in every run: an upload that was under way, or a bucket that was put back, brings the
 * bytes back, and they go again.
 */
public final class TakeDownFiles {

  private static final int CAMPAIGNS_MAX = 100;

  private final Campaigns campaigns;
  private final Submissions submissions;
  private final Takedowns takedowns;
  private final FallenRecords records;
  private final FileRemoval removal;
  private final Commits commits;

  public TakeDownFiles(
      Campaigns campaigns,
      Submissions submissions,
      Takedowns takedowns,
      FallenRecords records,
      FileRemoval removal,
      Commits commits) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.takedowns = takedowns;
    this.records = records;
    this.removal = removal;
    this.commits = commits;
  }

  /**
   * What there was to do.
   *
   * @param files confirmed takedowns that were brought to their end
   * @param versions objects that were removed, of those and of earlier ones
   */
  public record Done(int files, int versions) {

    Done plus(Done other) {
      return new Done(files + other.files, versions + other.versions);
    }
  }

  /**
   * Goes through all campaigns.
   *
   * @param now domain clock
   */
  public Done run(Instant now) {
    return campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .map(Campaign::id)
        .flatMap(campaign -> takedowns.all(campaign).stream())
        .filter(Takedown::inForce)
        .map(takedown -> remove(takedown, now))
        .reduce(new Done(0, 0), Done::plus);
  }

  private Done remove(Takedown takedown, Instant now) {
    if (!records.fall(takedown, now)) {
      return new Done(0, 0);
    }
    List<String> ids = records.of(takedown).stream().map(Evidence::id).toList();
    int versions = removal.remove(takedown.campaign(), takedown.unit(), takedown.sha256(), ids);
    boolean ended =
        takedown.state() == Takedown.State.CONFIRMED
            && commits.until(() -> ended(takedown, now)).fold(busy -> false, done -> done);
    return new Done(ended ? 1 : 0, versions);
  }

  private Outcome<Decision<Boolean>> ended(Takedown seen, Instant now) {
    Head head = submissions.head(seen.campaign(), seen.unit()).orElseThrow();
    Optional<Takedown> confirmed =
        takedowns
            .of(seen.campaign(), seen.unit(), seen.sha256())
            .filter(found -> found.state() == Takedown.State.CONFIRMED);
    if (confirmed.isEmpty()) {
      return Outcome.accepted(Decision.nothingToDo(false));
    }
    Takedown.Order order = seen.asked().order();
    return Outcome.accepted(
        Decision.commit(
            true,
            commits.note(
                head,
                List.of(new PutTakedown(confirmed.get().removed(now))),
                Note.of(
                    now,
                    new TakedownFact.FileRemoved(seen.sha256(), order.number(), order.date())))));
  }
}
