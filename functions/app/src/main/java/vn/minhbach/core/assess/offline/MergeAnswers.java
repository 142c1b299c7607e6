package vn.minhbach.core.assess.offline;

import java.util.List;
import vn.minhbach.core.Act;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * A unit brings back a copy of its form that was filled in offline: a workbook, or a page that had
 * no line (plan V.5). Three-way by criterion, see {@link Verdict}: what was changed in the copy
 * only is taken, what was changed in the form only is kept. One transaction: head, the answers
 * taken, one ledger entry {@code ANSWERS_SAVED} that lists them.
 *
 * <p>Refused as a whole, with nothing written, while any criterion was changed on both sides
 * differently or cannot be stored as it came: each is named with what stands on either side. It is
 * settled by sending the copy again with the value that shall stand over the newer etag. A copy
 * without changes is accepted and writes nothing, and so is the same copy sent again.
 */
public final class MergeAnswers {

  private final HoldCopy hold;
  private final Commits commits;

  public MergeAnswers(HoldCopy hold, Commits commits) {
    this.hold = hold;
    this.commits = commits;
  }

  /** What was done, or would be where only the plan is wanted. */
  public Outcome<MergePlan> merge(Campaign campaign, Unit unit, Act act, OfflineCopy copy) {
    return commits.until(
        () -> hold.plan(campaign, unit, act, copy).flatMap(plan -> decide(plan, copy, act)));
  }

  private Outcome<Decision<MergePlan>> decide(MergePlan plan, OfflineCopy copy, Act act) {
    if (copy.dryRun()) {
      return Outcome.accepted(Decision.nothingToDo(plan));
    }
    if (!plan.clean()) {
      return Outcome.refused(plan.refusal());
    }
    return Outcome.accepted(
        plan.taken().isEmpty() ? Decision.nothingToDo(plan) : commit(plan, copy, act));
  }

  private Decision<MergePlan> commit(MergePlan plan, OfflineCopy copy, Act act) {
    Head head = plan.head();
    Commit<PutHead> change =
        commits.edit(
            head,
            head,
            plan.taken().stream().map(answer -> PutAnswer.in(head, answer)).toList(),
            Note.of(act.now(), HoldCopy.saved(plan.taken(), copy, act)));
    return Decision.commit(
        new MergePlan(change.head().after(), plan.taken(), plan.kept(), List.of(), List.of()),
        change);
  }
}
