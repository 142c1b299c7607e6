package vn.minhbach.core.assess.term;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * Notes in the ledger of each unit that its form is locked. The lock itself is the clock's: it is
 * shut from {@code closesAt} on whether this has run or not.
 *
 * <p>A head that was noted is passed over, so that the sweep can be cut short, run twice or at once
 * and goes on where it was; each run notes a limited number. A form that an extension opens again
 * is noted again when it locks again.
 */
public final class NoteLocks {

  /** What one run writes at most; the next goes on a minute later. */
  private static final int RUN_MAX = 500;

  private final Forms forms;
  private final Commits commits;

  public NoteLocks(Forms forms, Commits commits) {
    this.forms = forms;
    this.commits = commits;
  }

  /**
   * One run.
   *
   * @param rows of the progress board
   * @return how many locks were noted
   */
  public int sweep(
      Campaign campaign, Collection<Unit> units, Map<UnitCode, Progress> rows, Instant now) {
    // No form closes before the campaign's own lock, so until then there is nothing to read.
    if (!campaign.stage().underway()
        || !now.isAfter(Deadlines.of(campaign).milestones().closesBy())) {
      return 0;
    }
    int noted = 0;
    for (Unit unit : units) {
      if (noted < RUN_MAX && due(Optional.ofNullable(rows.get(unit.code())), now)) {
        noted += note(campaign, unit, now) ? 1 : 0;
      }
    }
    return noted;
  }

  // The board may lag: it only says whose head is worth reading.
  private static boolean due(Optional<Progress> row, Instant now) {
    return row.isEmpty()
        || row.get().state().editable()
            && row.get()
                .timing()
                .map(timing -> !timing.lockNoted() && now.isAfter(timing.closesAt()))
                .orElse(true);
  }

  private boolean note(Campaign campaign, Unit unit, Instant now) {
    return commits
        .until(() -> forms.head(campaign, unit).map(head -> decide(head, now)))
        .fold(busy -> false, noted -> noted);
  }

  private Decision<Boolean> decide(Head head, Instant now) {
    if (!head.state().editable() || !head.lockedAt(now) || head.term().lockNotedAt().isPresent()) {
      return Decision.nothingToDo(false);
    }
    var fact = new TermFact.FormLocked(head.closesAt(), head.dueAt(), head.state());
    return Decision.commit(
        true, commits.note(head, head.withLockNotedAt(now), List.of(), Note.of(now, fact)));
  }
}
