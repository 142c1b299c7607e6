package vn.minhbach.core.assess.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.SubmissionProblem;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Leaf;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.scoring.Scoring;

/**
 * What a unit sends for one criterion, before it is held against the criterion and the province's
 * figure.
 *
 * @param confirm the province's figure is right
 * @param contest why it is not; goes with the own figure
 * @param paper from which paper of the unit somebody else types; empty for the unit's own word
 * @param baselineVersion the import that the unit has seen; refused as stale when another is in
 *     force
 */
public record AnswerDraft(
    Optional<Object> inputs,
    Optional<String> note,
    Optional<String> notApplicable,
    boolean confirm,
    Optional<String> contest,
    Optional<Long> baselineVersion,
    Optional<String> paper) {

  private static final int NOTE_MAX = 2_000;
  private static final int PAPER_MAX = 100;

  /** What is stored of it. */
  record Settled(
      Map<String, Object> inputs,
      Optional<String> notApplicable,
      Optional<String> note,
      Optional<Points> points,
      Optional<Claim> claim) {}

  static Outcome<AnswerDraft> read(Object tree) {
    return Node.read(
            tree,
            InputProblem.INVALID_BODY::of,
            body -> {
              AnswerDraft draft = shape(body);
              return () -> draft;
            })
        .flatMap(draft ->
            draft.oneWay()
                ? Outcome.accepted(draft)
                : Outcome.refused(AnsweringProblem.ANSWER_EITHER_OR.of()));
  }

  /** Reads it as a part of a larger body: what is wrong is noted at its place there. */
  public static AnswerDraft part(Node node) {
    AnswerDraft draft = shape(node);
    if (node.raw() instanceof Map && !draft.oneWay()) {
      node.fault(AnsweringProblem.ANSWER_EITHER_OR.of());
    }
    return draft;
  }

  private boolean oneWay() {
    long ways =
        (inputs.isPresent() ? 1 : 0) + (notApplicable.isPresent() ? 1 : 0) + (confirm ? 1 : 0);
    return ways == 1 && !(confirm && contest.isPresent());
  }

  /** Reads the fields; {@code besides} names others that the node may have. */
  public static AnswerDraft shape(Node body, String... besides) {
    var known =
        new ArrayList<>(
            List.of(
                "inputs",
                "note",
                "notApplicable",
                "confirm",
                "contest",
                "baselineVersion",
                "paper"));
    known.addAll(List.of(besides));
    body.only(known.toArray(String[]::new));
    Optional<Object> inputs = body.optional("inputs").map(Node::raw);
    Optional<String> note = body.optional("note").map(text -> text.lines(NOTE_MAX));
    Optional<String> notApplicable =
        body.optional("notApplicable").map(text -> text.lines(NOTE_MAX));
    boolean confirm = body.optional("confirm").map(Node::bool).orElse(false);
    Optional<String> contest = body.optional("contest").map(AnswerDraft::reason);
    Optional<Long> version =
        body.optional("baselineVersion").map(number -> number.integer(0, Long.MAX_VALUE));
    Optional<String> paper = body.optional("paper").map(id -> id.text(PAPER_MAX));
    return new AnswerDraft(inputs, note, notApplicable, confirm, contest, version, paper);
  }

  private static String reason(Node contest) {
    contest.only("reason");
    Node reason = contest.field("reason");
    return reason.raw() == null ? "" : reason.lines(NOTE_MAX);
  }

  /**
   * Whether a stored answer says this already. Whether the province's figure was imported again
   * since makes no difference: who sends back what is there has changed nothing.
   */
  public boolean says(Answer stored, Criterion criterion) {
    if (!note.equals(stored.note())) {
      return false;
    }
    Optional<Claim> claim = stored.claim();
    if (confirm) {
      return claim
          .filter(made -> made.kind() == Claim.Kind.CONFIRMED)
          .flatMap(Claim::provenance)
          .filter(from -> baselineVersion.filter(seen -> seen != from.version()).isEmpty())
          .isPresent();
    }
    Optional<String> contested = claim.flatMap(Claim::reason);
    if (notApplicable.isPresent()) {
      return notApplicable.equals(stored.notApplicable())
          && (contest.isEmpty() || contest.equals(contested));
    }
    return stored.notApplicable().isEmpty()
        && normal(criterion).equals(Optional.of(stored.inputs()))
        && contest.equals(contested);
  }

  /** Whether another draft says the same; which import either has seen does not matter. */
  public boolean says(AnswerDraft other, Criterion criterion) {
    return note.equals(other.note)
        && notApplicable.equals(other.notApplicable)
        && confirm == other.confirm
        && contest.equals(other.contest)
        && normal(criterion).equals(other.normal(criterion));
  }

  // What the criterion refuses is compared as it was sent.
  private Optional<Object> normal(Criterion criterion) {
    return inputs.map(sent ->
        Scoring.score(criterion, sent)
            .<Object>fold(refusal -> sent, scored -> new TreeMap<>(scored.inputs())));
  }

  /** What it says, for a reader: figures, or the reason why the criterion does not apply. */
  public Map<String, Object> told() {
    var told = new TreeMap<String, Object>();
    inputs.ifPresent(sent -> told.put("inputs", sent));
    notApplicable.ifPresent(reason -> told.put("notApplicable", reason));
    if (confirm) {
      told.put("confirm", true);
    }
    contest.ifPresent(reason -> told.put("contest", Map.of("reason", reason)));
    note.ifPresent(text -> told.put("note", text));
    return told;
  }

  /** Holds it against the criterion and what the province knows. */
  Outcome<Settled> settle(Criterion criterion, Optional<Baseline> baseline) {
    if (baseline.isEmpty()) {
      return confirm || contest.isPresent() || baselineVersion.isPresent()
          ? Outcome.refused(AnsweringProblem.NO_BASELINE.of(criterion.id()))
          : declared(criterion, Optional.empty());
    }
    Baseline known = baseline.get();
    if (baselineVersion.filter(seen -> seen != known.provenance().version()).isPresent()) {
      return Outcome.refused(
          AnsweringProblem.STALE_BASELINE.of(criterion.id(), known.provenance().version()));
    }
    return confirm ? Outcome.accepted(confirmed(known)) : against(criterion, known);
  }

  private Settled confirmed(Baseline known) {
    return new Settled(
        known.inputs(),
        Optional.empty(),
        note,
        known.points(),
        Optional.of(Claim.confirmed(known)));
  }

  // A plain figure that equals the province's is a confirmation; another one needs its reason. That
  // a criterion does not apply is said with a reason always.
  private Outcome<Settled> against(Criterion criterion, Baseline known) {
    Optional<String> reason = contest.or(() -> notApplicable);
    return declared(criterion, reason.map(text -> Claim.contested(known, text)))
        .flatMap(own -> {
          boolean same = notApplicable.isEmpty() && own.inputs().equals(known.inputs());
          if (same && contest.isPresent()) {
            return Outcome.refused(AnsweringProblem.NOTHING_TO_CONTEST.of(criterion.id()));
          }
          if (same) {
            return Outcome.accepted(confirmed(known));
          }
          return reason.isPresent()
              ? Outcome.accepted(own)
              : Outcome.refused(
                  AnsweringProblem.CONTEST_NEEDS_REASON.of(
                      criterion.id(), shown(known.inputs()), known.provenance().source()));
        });
  }

  private Outcome<Settled> declared(Criterion criterion, Optional<Claim> claim) {
    if (notApplicable.isPresent()) {
      return criterion.naAllowed()
          ? Outcome.accepted(new Settled(Map.of(), notApplicable, note, Optional.empty(), claim))
          : Outcome.refused(SubmissionProblem.NOT_APPLICABLE_REFUSED.of(criterion.id()));
    }
    return Scoring.score(criterion, inputs.orElseThrow())
        .map(scored ->
            new Settled(
                new TreeMap<>(scored.inputs()), Optional.empty(), note, scored.points(), claim));
  }

  /** Figures as a reader knows them: {@code a=187; b=193}. */
  public static String shown(Map<String, Object> inputs) {
    return String.join(
        "; ",
        new TreeMap<>(Leaf.flat(inputs))
            .entrySet().stream().map(figure -> figure.getKey() + "=" + figure.getValue()).toList());
  }
}
