package vn.minhbach.core.assess.takedown;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;

/**
 * The records of bytes that are taken down: each falls in a commit of its own, since a unit may
 * cite one file for every criterion. What fell already stays as it is.
 */
public final class FallenRecords {

  private final Submissions submissions;
  private final Commits commits;

  public FallenRecords(Submissions submissions, Commits commits) {
    this.submissions = submissions;
    this.commits = commits;
  }

  /** Every record of the unit that names the bytes, the team's own too. */
  List<Evidence> of(Takedown takedown) {
    return Stream.concat(
            submissions.evidenceOf(takedown.campaign(), takedown.unit()).stream(),
            submissions.teamFilesOf(takedown.campaign(), takedown.unit()).stream())
        .filter(file -> file.sha256().equals(takedown.sha256()))
        .toList();
  }

  /**
   * Lets all of them fall.
   *
   * @return false where too many hands were at this unit; the next run goes on
   */
  boolean fall(Takedown takedown, Instant now) {
    return of(takedown).stream()
        .filter(file -> file.takenDown().isEmpty())
        .map(file -> commits.until(() -> attempt(takedown, file.id(), now)))
        .map(outcome -> outcome.fold(busy -> false, fallen -> true))
        .reduce(true, Boolean::logicalAnd);
  }

  private Outcome<Decision<Optional<Evidence>>> attempt(Takedown takedown, String id, Instant now) {
    Optional<Head> head = submissions.head(takedown.campaign(), takedown.unit());
    Optional<Evidence> stored =
        submissions
            .evidence(takedown.campaign(), takedown.unit(), id)
            .filter(file -> file.takenDown().isEmpty());
    if (head.isEmpty() || stored.isEmpty()) {
      return Outcome.accepted(Decision.nothingToDo(Optional.empty()));
    }
    Takedown.Order order = takedown.asked().order();
    Evidence fallen = stored.get().takenDown(order);
    return Outcome.accepted(
        Decision.commit(
            Optional.of(fallen),
            commits.note(
                head.get(),
                head.get().withFile(stored, fallen),
                List.of(PutEvidence.in(head.get(), fallen)),
                Note.of(
                    now,
                    new TakedownFact.FileTakenDown(
                        id, takedown.sha256(), order.number(), order.date())))));
  }
}
