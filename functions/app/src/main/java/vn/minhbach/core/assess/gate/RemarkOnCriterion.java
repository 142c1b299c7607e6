package vn.minhbach.core.assess.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * A district says what it thinks of a criterion of one of its communes, for the commune and the
 * team to read; it changes nothing of the form. A further remark replaces the one before, which the
 * ledger keeps.
 *
 * <p>Refused before the form is sent and once it is appraised, for a criterion that the unit does
 * not have, and over a remark that was not read. The same words again write nothing.
 */
public final class RemarkOnCriterion {

  private static final int REMARK_MAX = 2_000;

  private final Forms forms;
  private final Remarks remarks;
  private final Commits commits;

  public RemarkOnCriterion(Forms forms, Remarks remarks, Commits commits) {
    this.forms = forms;
    this.remarks = remarks;
    this.commits = commits;
  }

  /** Reads {@code {remark}}. */
  public static Outcome<String> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, RemarkOnCriterion::shape);
  }

  /**
   * The remark as it stands.
   *
   * @param sent what was read of the body; told after a form that takes none
   */
  public Outcome<Remark> remark(
      Campaign campaign,
      Unit unit,
      CriterionId criterion,
      Act act,
      Condition condition,
      Outcome<String> sent) {
    return commits.until(() ->
        unreported(campaign)
            .flatMap(open -> forms.head(open, unit))
            .flatMap(Move.REMARK::of)
            .flatMap(head ->
                known(campaign, unit, criterion)
                    .flatMap(found -> sent)
                    .flatMap(text -> decide(head, criterion, act, condition, text))));
  }

  private static Outcome<Campaign> unreported(Campaign campaign) {
    return campaign.stage() == Stage.APPRAISING
        ? Outcome.accepted(campaign)
        : campaign.at(Stage.OPEN);
  }

  private Outcome<CriterionId> known(Campaign campaign, Unit unit, CriterionId criterion) {
    return forms.criteria(campaign, unit).criterion(criterion).isPresent()
        ? Forms.assigned(campaign, unit, criterion)
        : Outcome.refused(CriteriaProblem.UNKNOWN_CRITERION.of(criterion.value()));
  }

  private Outcome<Decision<Remark>> decide(
      Head head, CriterionId criterion, Act act, Condition condition, String text) {
    Optional<Remark> stored = remarks.find(head.campaign(), head.unit(), criterion);
    if (stored.filter(before -> before.text().equals(text)).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(stored.get()));
    }
    return condition
        .against(stored.map(Remark::etag))
        .map(met -> {
          long version = stored.map(Remark::version).orElse(0L) + 1;
          var next = new Remark(criterion, text, act.now(), act.caller().id(), version);
          return Decision.commit(
              next,
              commits.note(
                  head,
                  List.of(new PutRemark(head.campaign(), head.unit(), next)),
                  Note.of(
                      act.now(),
                      new GateFact.RemarkMade(act.caller().id(), criterion, text, version))));
        });
  }

  private static Supplier<String> shape(Node body) {
    body.only("remark");
    Node remark = body.field("remark");
    String text = remark.raw() == null ? "" : remark.lines(REMARK_MAX).strip();
    return () -> text;
  }
}
