package vn.minhbach.core.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.unit.Unit;

/**
 * A unit withdraws evidence before submission: it no longer counts, the record and the object stay.
 * Withdrawing it twice is accepted and writes nothing.
 */
public final class WithdrawEvidence {

  private final Forms forms;
  private final Submissions submissions;
  private final Commits commits;

  public WithdrawEvidence(Forms forms, Submissions submissions, Commits commits) {
    this.forms = forms;
    this.submissions = submissions;
    this.commits = commits;
  }

  public Outcome<Evidence> withdraw(
      Campaign campaign, Unit unit, String id, Act act, Condition condition) {
    return commits.until(() ->
        forms
            .editable(campaign, unit, act.now())
            .flatMap(head -> decide(head, id, act, condition)));
  }

  private Outcome<Decision<Evidence>> decide(Head head, String id, Act act, Condition condition) {
    Optional<Evidence> stored = submissions.evidence(head.campaign(), head.unit(), id);
    if (stored.isEmpty()) {
      return Outcome.refused(Problem.UNKNOWN_EVIDENCE, "unit", head.unit().value(), "evidence", id);
    }
    Evidence evidence = stored.get();
    if (evidence.state() == Evidence.State.WITHDRAWN) {
      return Outcome.accepted(Decision.nothingToDo(evidence));
    }
    return condition
        .against(Optional.of(evidence.etag()))
        .map(met -> {
          Evidence withdrawn = evidence.with(Evidence.State.WITHDRAWN, evidence.reason());
          return Decision.commit(
              withdrawn,
              commits.change(
                  head,
                  head,
                  State.IN_PROGRESS,
                  List.of(new Change.PutEvidence(withdrawn)),
                  new Commits.Note(
                      act.now(),
                      "EVIDENCE_WITHDRAWN",
                      Map.of("by", act.caller().id(), "evidence", id))));
        });
  }
}
