package vn.minhbach.core.assess.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;

/**
 * Does what a district's consolidation ordered: each commune's form goes on to the office. A
 * commune that is forwarded already is left as it is, so that the job can run twice or be taken up
 * again; so is one whose form is no longer the one that the district consolidated.
 */
public final class ForwardCommunes {

  private final Submissions submissions;
  private final Commits commits;
  private final Transmittals transmittals;
  private final Jobs jobs;

  public ForwardCommunes(
      Submissions submissions, Commits commits, Transmittals transmittals, Jobs jobs) {
    this.submissions = submissions;
    this.commits = commits;
    this.transmittals = transmittals;
    this.jobs = jobs;
  }

  /** Runs the job. It is struck off only when every commune is through. */
  public void run(Job job, Instant now) {
    // Empty for a job from before batches were kept.
    Optional<Transmittal> batch =
        transmittals.of(job.campaign(), job.owner().orElseThrow()).stream()
            .filter(one -> one.job().equals(job.id()))
            .findFirst();
    boolean whole = true;
    for (Job.Form form : job.forms()) {
      whole &= forward(job, batch, form, now).fold(busy -> false, forwarded -> true);
    }
    if (whole) {
      jobs.done(job);
    }
  }

  private Outcome<Optional<Head>> forward(
      Job job, Optional<Transmittal> batch, Job.Form form, Instant now) {
    return commits.until(() -> {
      Optional<Head> head = submissions.head(job.campaign(), form.unit());
      if (head.filter(stored -> ordered(form, stored)).isEmpty()) {
        return Outcome.accepted(Decision.nothingToDo(head));
      }
      Optional<Transmittal> office = batch.filter(one -> one.by() == Move.Hand.OFFICE);
      Commit<PutHead> change =
          commits.move(
              head.get(),
              head.get().forwarded(now, batch.map(Transmittal::number)),
              office.isPresent() ? Move.FORWARD_INSTEAD : Move.FORWARD,
              List.of(),
              Note.of(now, fact(job, office)));
      return Outcome.accepted(Decision.commit(Optional.of(change.head().after()), change));
    });
  }

  private static ConsolidationFact fact(Job job, Optional<Transmittal> office) {
    UnitCode district = job.owner().orElseThrow();
    return office
        .<ConsolidationFact>map(batch ->
            new ConsolidationFact.FormForwardedInstead(
                batch.account(), district, job.id(), batch.statement()))
        .orElseGet(() -> new ConsolidationFact.FormForwarded(district, job.id()));
  }

  private static boolean ordered(Job.Form form, Head stored) {
    return Move.FORWARD.legalFrom(stored.state()) && stored.formVersion() == form.formVersion();
  }
}
