package vn.minhbach.core.appraise.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.MarkDraft;
import vn.minhbach.core.appraise.marking.PutMark;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Lead or deputy decides a petition (<i>quyết định xem xét lại</i>): the points are kept, or they
 * are others, and why; nothing else, and once. Who first read the criterion does not decide, nor
 * who is recused from the unit. New points are a judgement above all earlier ones and under the
 * same rules: what the rule cannot give, or lies above the self-score, waits for its second
 * signature.
 */
public final class DecidePetition {

  private static final int REASON_MAX = 2_000;

  private final Docket docket;
  private final Petitions petitions;
  private final Commits commits;

  public DecidePetition(Docket docket, Petitions petitions, Commits commits) {
    this.docket = docket;
    this.petitions = petitions;
    this.commits = commits;
  }

  /**
   * A decision as it comes in.
   *
   * @param judge what it shall count; empty where the points are kept
   */
  public record Draft(Optional<MarkDraft.Judge> judge, String reason) {}

  /** Reads {@code {decision: "kept" | "newPoints", points | inputs, reason}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, DecidePetition::shape);
  }

  /**
   * Decides.
   *
   * @param id the criterion's
   */
  public Outcome<Petition> decide(
      Campaign campaign, Unit unit, String id, Act act, Condition condition, Outcome<Draft> sent) {
    return commits.until(() ->
        campaign
            .underway()
            .flatMap(open -> docket.lead(open, unit, act))
            .flatMap(sitting ->
                found(campaign, unit, id)
                    .flatMap(petition ->
                        sitting
                            .of(petition.criterion())
                            .flatMap(at ->
                                another(unit, sitting, at)
                                    .flatMap(ok -> sent)
                                    .flatMap(draft ->
                                        decide(sitting, at, petition, draft, act, condition))))));
  }

  private Outcome<Petition> found(Campaign campaign, Unit unit, String id) {
    return (CriterionId.valid(id)
            ? petitions.find(campaign.id(), unit.code(), new CriterionId(id))
            : Optional.<Petition>empty())
        .map(Outcome::accepted)
        .orElseGet(() ->
            Outcome.refused(
                PetitionProblem.UNKNOWN_PETITION.of(
                    unit.code(), id.length() > 40 ? id.substring(0, 40) + "…" : id)));
  }

  private static Outcome<Docket.Case> another(Unit unit, Docket.Sitting sitting, Docket.Case at) {
    return at.readBy(sitting.me())
        ? Outcome.refused(PetitionProblem.PETITION_OWN_MARK.of(unit.code(), at.cell().id()))
        : Outcome.accepted(at);
  }

  private Outcome<Decision<Petition>> decide(
      Docket.Sitting sitting,
      Docket.Case at,
      Petition petition,
      Draft draft,
      Act act,
      Condition condition) {
    return switch (petition.state()) {
      case DRAFT ->
          Outcome.refused(
              PetitionProblem.PETITION_NOT_SIGNED.of(petition.unit(), petition.criterion()));
      case DECIDED ->
          again(petition, draft, sitting)
              ? Outcome.accepted(Decision.nothingToDo(petition))
              : Outcome.refused(
                  PetitionProblem.PETITION_DECIDED.of(petition.unit(), petition.criterion()));
      case PENDING ->
          Move.MARK
              .of(sitting.view().form().head())
              .flatMap(head -> ruled(sitting, at, draft, act))
              .flatMap(ruled ->
                  condition
                      .against(Optional.of(petition.etag()))
                      .map(met -> commit(sitting, petition, draft, ruled, act)));
    };
  }

  // A request whose answer was lost.
  private static boolean again(Petition petition, Draft draft, Docket.Sitting sitting) {
    Petition.Decision made = petition.decision().orElseThrow();
    return made.by().account().equals(sitting.me().account())
        && made.reason().equals(draft.reason())
        && draft.judge().isPresent() == (made.ruling() == Petition.Ruling.NEW_POINTS);
  }

  /**
   * What is decided of the mark.
   *
   * @param worth empty where the points are kept
   * @param mark what is written of it; empty where nobody had judged and nobody does
   */
  private record Ruled(Optional<Worth> worth, Optional<PutMark> mark) {}

  private Outcome<Ruled> ruled(Docket.Sitting sitting, Docket.Case at, Draft draft, Act act) {
    if (draft.judge().isEmpty()) {
      return Outcome.accepted(new Ruled(Optional.empty(), docket.kept(sitting, at, act.now())));
    }
    return docket
        .petitioned(sitting, at, draft.judge().get(), draft.reason(), act.now())
        .flatMap(put -> {
          Worth worth = put.mark().reading(Reading.Kind.PETITION).orElseThrow().worth();
          Worth before =
              at.marking().decisive().map(Reading::worth).orElseGet(() -> at.cell().own());
          return worth.equals(before)
              ? Outcome.refused(PetitionProblem.PETITION_NOTHING_NEW.of(at.cell().id()))
              : Outcome.accepted(new Ruled(Optional.of(worth), Optional.of(put)));
        });
  }

  private Decision<Petition> commit(
      Docket.Sitting sitting, Petition petition, Draft draft, Ruled ruled, Act act) {
    Petition next =
        petition.with(
            new Petition.Decision(
                draft.judge().isEmpty() ? Petition.Ruling.KEPT : Petition.Ruling.NEW_POINTS,
                ruled.worth(),
                draft.reason(),
                sitting.me(),
                act.now()));
    List<Write> writes = new ArrayList<>();
    writes.add(new PutPetition(next));
    ruled.mark().ifPresent(writes::add);
    Head head = sitting.view().form().head();
    return Decision.commit(
        next,
        commits.note(
            head,
            head.heard(List.of(petition.criterion())),
            writes,
            Note.of(
                act.now(),
                new PetitionFact.PetitionDecided(
                    sitting.me().account(),
                    sitting.me().body(),
                    sitting.me().role(),
                    petition.criterion(),
                    next.decision().orElseThrow().ruling(),
                    ruled.worth().filter(Worth::applicable).map(Worth::points),
                    draft.reason()))));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("decision", "points", "inputs", "reason");
    Node decision = body.field("decision");
    String word = decision.raw() == null ? "" : decision.oneOf("kept", "newPoints");
    Optional<Points> points = body.optional("points").flatMap(MarkDraft::points);
    Optional<Object> inputs = body.optional("inputs").map(Node::raw);
    Node reason = body.field("reason");
    String why = reason.raw() == null ? "" : reason.lines(REASON_MAX).strip();
    int given = (body.optional("points").isPresent() ? 1 : 0) + (inputs.isPresent() ? 1 : 0);
    if (!body.faulty() && given != ("newPoints".equals(word) ? 1 : 0)) {
      decision.fault(PetitionProblem.PETITION_POINTS.of());
    }
    return () ->
        new Draft(
            points
                .<MarkDraft.Judge>map(MarkDraft.Give::new)
                .or(() -> inputs.map(MarkDraft.Correct::new)),
            why);
  }
}
