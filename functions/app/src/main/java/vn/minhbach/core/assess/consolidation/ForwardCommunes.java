package vn.minhbach.core.assess.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Outcome;
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
  private final Jobs jobs;

  public ForwardCommunes(Submissions submissions, Commits commits, Jobs jobs) {
    this.submissions = submissions;
    this.commits = commits;
    this.jobs = jobs;
  }

  /** Runs the job. It is struck off only when every commune is through. */
  public void run(Job job, Instant now) {
    boolean whole = true;
    for (Job.Form form : job.forms()) {
      whole &= forward(job, form, now).fold(busy -> false, forwarded -> true);
    }
    if (whole) {
      jobs.done(job);
    }
  }

  private Outcome<Optional<Head>> forward(Job job, Job.Form form, Instant now) {
    return commits.until(() -> {
      Optional<Head> head = submissions.head(job.campaign(), form.unit());
      if (head.filter(stored -> ordered(form, stored)).isEmpty()) {
        return Outcome.accepted(Decision.nothingToDo(head));
      }
      Commit<PutHead> change =
          commits.move(
              head.get(),
              head.get().withForwardedAt(now),
              Move.FORWARD,
              List.of(),
              Note.of(
                  now, new ConsolidationFact.FormForwarded(job.owner().orElseThrow(), job.id())));
      return Outcome.accepted(Decision.commit(Optional.of(change.head().after()), change));
    });
  }

  private static boolean ordered(Job.Form form, Head stored) {
    return Move.FORWARD.legalFrom(stored.state()) && stored.formVersion() == form.formVersion();
  }
}
