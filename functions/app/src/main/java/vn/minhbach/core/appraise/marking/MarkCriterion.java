package vn.minhbach.core.appraise.marking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.assignment.Risks;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * A member of the team marks one criterion of one unit (<i>chấm thẩm định</i>, plan V.1–V.3): it
 * agrees, corrects the figures, gives points, or decides whether the criterion applies; signs what
 * another has marked; looks again at what has moved; takes back. One transaction: head, mark,
 * ledger entry. What it costs does not depend on how many units there are.
 *
 * <p>Refused outside the stages OPEN and APPRAISING, for a form that has not reached the office or
 * whose appraisal is closed, a criterion to which nothing was sent, whoever the cell was not given
 * to, and for what has changed since it was seen. The same again is accepted and writes nothing.
 */
public final class MarkCriterion {

  private final Cells cells;
  private final Jury jury;
  private final Hearings hearings;
  private final Commits commits;

  public MarkCriterion(
      Forms forms,
      Baselines baselines,
      Marks marks,
      Duties duties,
      Risks risks,
      Units units,
      Hearings hearings,
      Commits commits) {
    this.cells = new Cells(forms, baselines, marks, risks);
    this.jury = new Jury(duties, units);
    this.hearings = hearings;
    this.commits = commits;
  }

  /** What an attempt decides on. */
  private record Case(
      Jury.Bench bench,
      Cells.Standing at,
      Optional<Duty> duty,
      boolean decides,
      Optional<Hearings.Open> heard) {

    Cell cell() {
      return at.cell();
    }

    Optional<Mark> mark() {
      return at.mark();
    }

    Mark made() {
      return mark()
          .orElseGet(() -> Mark.unmarked(bench.campaign().id(), bench.unit().code(), cell().id()));
    }

    Marking marking() {
      return Marking.of(cell(), mark(), terms(), bench::recused);
    }

    Terms terms() {
      return Terms.of(bench.campaign());
    }

    CellView view(Optional<Mark> made) {
      return CellView.of(
          cell(),
          made,
          Marking.of(cell(), made, terms(), bench::recused),
          bench.me(),
          duty.isPresent());
    }

    Outcome<Condition> meets(Condition condition) {
      return condition.against(CellView.etag(cell(), mark(), bench.me(), duty.isPresent()));
    }
  }

  /** A change of one reading, with what the ledger says of it; empty where it is so already. */
  private record Next(Reading reading, MarkFact fact) {}

  /**
   * Does what a member asks.
   *
   * @param sent what was read of the body; told after what the form, the stage and the register say
   * @return the cell as the member sees it then
   */
  public Outcome<CellView> mark(
      Campaign campaign,
      Unit unit,
      CriterionId criterion,
      Act act,
      Condition condition,
      Outcome<MarkDraft> sent) {
    return commits.until(() ->
        jury.bench(campaign, unit, act)
            .flatMap(bench ->
                jury.readers(bench)
                    .flatMap(readers -> cells.of(campaign, unit, criterion, readers))
                    .map(at -> known(bench, at))
                    .flatMap(held -> settled(held, criterion)))
            .flatMap(held ->
                sent.flatMap(
                    draft -> next(held, draft).flatMap(next -> decide(held, next, condition)))));
  }

  private Case known(Jury.Bench bench, Cells.Standing at) {
    Outcome<Duty> duty = jury.duty(bench, at.cell().id());
    Optional<Duty> own = duty.fold(refusal -> Optional.empty(), Optional::of);
    return new Case(
        bench,
        at,
        own,
        jury.decides(bench, at.mark()),
        hearings.of(bench.campaign(), bench.unit(), at.cell().id(), bench.act().now()));
  }

  // What silence has decided is written first, and the attempt begins anew on it.
  private Outcome<Case> settled(Case held, CriterionId criterion) {
    Jury.Bench bench = held.bench();
    Instant now = bench.act().now();
    if (held.heard().filter(open -> now.isAfter(open.until())).isEmpty()) {
      return Outcome.accepted(held);
    }
    hearings.lapse(bench.campaign(), bench.unit(), now);
    return jury.readers(bench)
        .flatMap(readers -> cells.of(bench.campaign(), bench.unit(), criterion, readers))
        .map(at -> known(bench, at));
  }

  private Outcome<Optional<Next>> next(Case held, MarkDraft draft) {
    return switch (draft.action()) {
      case MarkDraft.Judge judge -> judged(held, judge, draft);
      case MarkDraft.Confirm confirm -> confirmed(held, draft);
      case MarkDraft.Sign sign -> signed(held);
      case MarkDraft.Clear clear -> cleared(held, draft.reason().orElseThrow());
    };
  }

  // As what the caller judges: by assignment, else as who decides.
  private Outcome<Reading.Kind> kind(Case held) {
    Mark made = held.made();
    if (held.heard().isPresent()) {
      return heard(held, held.heard().get());
    }
    Optional<Reading> after = made.inForce(Reading.Kind.AFTER_EXPLANATION);
    if (made.inForce(Reading.Kind.PETITION).isPresent() || after.isPresent()) {
      return made.inForce(Reading.Kind.PETITION).isEmpty()
              && !after.get().by().another(held.bench().me())
          ? Outcome.accepted(Reading.Kind.AFTER_EXPLANATION)
          : Outcome.refused(MarkProblem.MARK_DECIDED.of(held.cell().unit(), held.cell().id()));
    }
    boolean above =
        made.readings().stream().anyMatch(one -> !one.cleared() && one.kind().decides());
    boolean both =
        made.inForce(Reading.Kind.FIRST).isPresent()
            && made.inForce(Reading.Kind.SECOND).isPresent();
    boolean stale = held.marking().state() == Marking.State.STALE;
    if (held.duty().isPresent() && !above && (!both || stale)) {
      boolean first = held.duty().get().reading() == Duty.Reading.FIRST;
      // Whoever takes over from a member who left may have been the cell's other reader.
      return made.inForce(first ? Reading.Kind.SECOND : Reading.Kind.FIRST)
              .filter(other -> !other.by().another(held.bench().me()))
              .isPresent()
          ? Outcome.refused(MarkProblem.OWN_READING.of(held.cell().unit(), held.cell().id()))
          : Outcome.accepted(first ? Reading.Kind.FIRST : Reading.Kind.SECOND);
    }
    if (held.decides()) {
      return made.readings().stream().anyMatch(one -> !one.cleared())
          ? Outcome.accepted(Reading.Kind.LEAD)
          : Outcome.refused(MarkProblem.NOTHING_TO_DECIDE.of(held.cell().unit(), held.cell().id()));
    }
    return held.duty().isPresent()
        ? Outcome.refused(MarkProblem.MARK_DECIDED.of(held.cell().unit(), held.cell().id()))
        : jury.duty(held.bench(), held.cell().id()).map(never -> Reading.Kind.FIRST);
  }

  // While the unit speaks, what it was shown is not changed under it; once it has, whoever reads
  // the cell judges once more, or who decided between two readings.
  private static Outcome<Reading.Kind> heard(Case held, Hearings.Open open) {
    if (open.phase() != Hearings.Phase.EXPLAINED) {
      return Outcome.refused(
          MarkProblem.HEARING_RUNS.of(held.cell().unit(), held.cell().id(), open.phase().label()));
    }
    boolean first = held.duty().filter(duty -> duty.reading() == Duty.Reading.FIRST).isPresent();
    boolean led = held.made().inForce(Reading.Kind.LEAD).isPresent();
    if (held.decides() || first && !led) {
      return Outcome.accepted(Reading.Kind.AFTER_EXPLANATION);
    }
    return Outcome.refused(
        led
            ? MarkProblem.MARK_DECIDED.of(held.cell().unit(), held.cell().id())
            : MarkProblem.HEARING_RUNS.of(
                held.cell().unit(), held.cell().id(), open.phase().label()));
  }

  private Outcome<Optional<Next>> judged(Case held, MarkDraft.Judge judge, MarkDraft draft) {
    Cell cell = held.cell();
    return kind(held)
        .flatMap(kind ->
            cell.answered() || kind == Reading.Kind.AFTER_EXPLANATION
                ? Outcome.accepted(kind)
                : Outcome.<Reading.Kind>refused(
                    MarkProblem.NOTHING_SENT.of(cell.unit(), cell.id())))
        .flatMap(kind -> held.at().seen(draft.seen()).map(seen -> kind))
        .flatMap(kind ->
            MarkDraft.basis(judge, cell)
                .flatMap(basis -> ruling(cell, basis, draft.reason(), kind))
                .map(ruling -> {
                  Optional<Reading> earlier = held.made().reading(kind);
                  boolean same =
                      earlier
                          .filter(one -> !one.cleared() && !one.by().another(held.bench().me()))
                          .filter(one -> one.ruling().equals(ruling))
                          .filter(one -> one.boundTo().equals(cell.now()))
                          .isPresent();
                  var reading =
                      new Reading(
                              kind,
                              held.bench().me(),
                              ruling,
                              cell.now(),
                              held.bench().act().now(),
                              Reading.After.NOTHING,
                              1)
                          .over(earlier);
                  return same
                      ? Optional.empty()
                      : Optional.of(
                          new Next(
                              reading,
                              new MarkFact.CriterionMarked(
                                  MarkFact.Judged.of(cell.id(), reading),
                                  MarkFact.Signer.of(held.bench().me()),
                                  MarkFact.Counts.of(cell.own()))));
                }));
  }

  /** The judgement if it is whole: with its reason, and with evidence where it favours the unit. */
  static Outcome<Reading.Ruling> ruling(
      Cell cell, Basis basis, Optional<String> reason, Reading.Kind kind) {
    return cell.worth(basis)
        .flatMap(worth -> {
          Change change = cell.change(basis, worth);
          if (change.raise() && !cell.evidence()) {
            return Outcome.refused(MarkProblem.RAISE_WITHOUT_EVIDENCE.of(cell.id()));
          }
          boolean said = change.any() || !worth.equals(cell.own()) || kind.decides();
          return said && reason.isEmpty()
              ? Outcome.refused(MarkDraft.at("reason", MarkProblem.MARK_REASON_REQUIRED.of()))
              : Outcome.accepted(new Reading.Ruling(basis, worth, reason));
        });
  }

  private Outcome<Optional<Next>> confirmed(Case held, MarkDraft draft) {
    Cell cell = held.cell();
    Optional<Reading> own = own(held);
    if (own.isEmpty()) {
      return Outcome.refused(MarkProblem.NO_MARK_TO_CONFIRM.of(cell.unit(), cell.id()));
    }
    Reading reading = own.get();
    if (reading.boundTo().equals(cell.now())) {
      return Outcome.accepted(Optional.empty());
    }
    return held.at()
        .seen(draft.seen())
        .flatMap(seen -> fits(cell, reading))
        .flatMap(basis -> ruling(cell, basis, reading.ruling().reason(), reading.kind()))
        .map(ruling -> {
          Hand me = held.bench().me();
          Reading next =
              reading.with(
                  new Reading.Confirmation(me, cell.now(), held.bench().act().now()),
                  ruling.worth());
          return Optional.of(
              new Next(
                  next,
                  new MarkFact.MarkConfirmed(
                      MarkFact.Judged.of(cell.id(), next),
                      MarkFact.Signer.of(me),
                      MarkFact.Counts.of(cell.own()))));
        });
  }

  // Points that a corrected rule no longer has room for are judged anew.
  private static Outcome<Basis> fits(Cell cell, Reading reading) {
    Basis basis = reading.ruling().basis();
    return basis instanceof Basis.Given(var points)
        ? MarkDraft.basis(new MarkDraft.Give(points), cell)
        : Outcome.accepted(basis);
  }

  /** The reading that is the caller's to look after, whoever of its predecessors gave it. */
  private static Optional<Reading> own(Case held) {
    Optional<Reading> above =
        held.made().readings().stream()
            .filter(one -> !one.cleared() && one.kind().decides())
            .reduce((lower, higher) -> higher);
    if (above.isPresent()) {
      return above.filter(one -> held.decides() || !one.by().another(held.bench().me()));
    }
    return held.duty()
        .map(
            duty -> duty.reading() == Duty.Reading.FIRST ? Reading.Kind.FIRST : Reading.Kind.SECOND)
        .flatMap(held.made()::inForce);
  }

  private static Outcome<Optional<Next>> signed(Case held) {
    Cell cell = held.cell();
    Marking marking = held.marking();
    Hand me = held.bench().me();
    Optional<Reading> decisive = marking.decisive();
    if (decisive.filter(one -> signs(one, me)).isPresent()) {
      return Outcome.accepted(Optional.empty());
    }
    if (decisive.filter(one -> !one.by().another(me)).isPresent()) {
      return Outcome.refused(MarkProblem.OWN_READING.of(cell.unit(), cell.id()));
    }
    if (decisive.isEmpty() || !marking.lacks(me)) {
      return Outcome.refused(
          MarkProblem.SIGNATURE_NOT_NEEDED.of(cell.unit(), cell.id(), marking.told()));
    }
    var countersign = new Countersign(me, decisive.get().worth(), held.bench().act().now());
    Reading next = decisive.get().with(countersign);
    return Outcome.accepted(
        Optional.of(
            new Next(
                next,
                new MarkFact.MarkCountersigned(
                    cell.id(),
                    next.kind(),
                    MarkFact.Counts.of(next.worth()),
                    next.version(),
                    MarkFact.Signer.of(me)))));
  }

  private static boolean signs(Reading reading, Hand me) {
    return reading.after().countersigns().stream()
        .anyMatch(one -> !one.by().another(me) && one.worth().equals(reading.worth()));
  }

  private static Outcome<Optional<Next>> cleared(Case held, String reason) {
    Cell cell = held.cell();
    Hand me = held.bench().me();
    Optional<Reading> own = own(held);
    if (own.isEmpty()) {
      boolean done =
          held.made().readings().stream()
              .flatMap(one -> one.after().cleared().stream())
              .anyMatch(back -> !back.by().another(me) && back.reason().equals(reason));
      return done
          ? Outcome.accepted(Optional.empty())
          : Outcome.refused(MarkProblem.NOTHING_TO_CLEAR.of(cell.unit(), cell.id()));
    }
    Reading next = own.get().with(new Reading.Cleared(me, reason, held.bench().act().now()));
    return Outcome.accepted(
        Optional.of(
            new Next(
                next,
                new MarkFact.MarkCleared(
                    cell.id(), next.kind(), reason, next.version(), MarkFact.Signer.of(me)))));
  }

  private Outcome<Decision<CellView>> decide(Case held, Optional<Next> next, Condition condition) {
    if (next.isEmpty()) {
      return Outcome.accepted(Decision.nothingToDo(held.view(held.mark())));
    }
    return held.meets(condition)
        .map(met -> {
          Mark after = held.made().with(next.get().reading());
          return Decision.commit(
              held.view(Optional.of(after)), commit(held, new PutMark(after), next.get().fact()));
        });
  }

  private Commit<?> commit(Case held, PutMark put, MarkFact fact) {
    var head = held.at().view().form().head();
    Note<MarkFact> note = Note.of(held.bench().act().now(), fact);
    return head.state().inAppraisal()
        ? commits.note(head, List.of(put), note)
        : commits.move(
            head,
            head.withFirstMark(held.bench().act().now()),
            Move.BEGIN_APPRAISAL,
            List.of(put),
            note);
  }
}
