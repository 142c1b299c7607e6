package vn.minhbach.core.appraise.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Hand;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * The team asks a unit to explain criteria (<i>yêu cầu giải trình</i>, plan V.5): those are open
 * for further files until the term is over, and their figures stay unless whoever asks lets them be
 * changed. A cut that the unit was not shown yet is shown with the question, and so counts as
 * heard.
 *
 * <p>An appraiser asks about what is assigned to it, lead and deputy about anything; nobody who is
 * recused. Refused for a form that nobody has marked, a criterion that is being explained or was
 * asked about {@value #ROUNDS_MAX} times, and a term shorter than the campaign grants.
 */
public final class AskExplanation {

  /** Each is two items of one transaction. */
  private static final int CRITERIA_MAX = 30;

  private static final int ROUNDS_MAX = 3;
  private static final int QUESTION_MAX = 2_000;
  private static final int CODE_MAX = 40;

  private final Docket docket;
  private final Explanations explanations;
  private final Commits commits;

  public AskExplanation(Docket docket, Explanations explanations, Commits commits) {
    this.docket = docket;
    this.explanations = explanations;
    this.commits = commits;
  }

  /**
   * What is asked of a criterion.
   *
   * @param place of it in the request
   * @param figures whether the unit may change its figures too
   */
  public record Question(String place, CriterionId criterion, String text, boolean figures) {}

  /**
   * What is asked.
   *
   * @param due last day; empty for the campaign's term
   */
  public record Request(List<Question> questions, Optional<LocalDate> due) {
    public Request {
      questions = List.copyOf(questions);
    }
  }

  /** Reads {@code {criteria: [{criterion, question, figures?}], due?}}. */
  public static Outcome<Request> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, AskExplanation::shape);
  }

  /**
   * Asks.
   *
   * @return what was asked now, by criterion
   */
  public Outcome<List<Explanation>> ask(
      Campaign campaign, Unit unit, Act act, Outcome<Request> sent) {
    return commits.once(
        act,
        ids ->
            Outcome.accepted(Decision.nothingToDo(explanations.ofUnit(campaign.id(), unit.code()))),
        () ->
            campaign
                .underway()
                .flatMap(open -> docket.sit(open, unit, act))
                .flatMap(sitting ->
                    Move.ASK_EXPLANATION
                        .of(sitting.view().form().head())
                        .flatMap(head -> sent)
                        .flatMap(asked -> decide(campaign, unit, act, sitting, asked))));
  }

  private Outcome<Decision<List<Explanation>>> decide(
      Campaign campaign, Unit unit, Act act, Docket.Sitting sitting, Request asked) {
    return until(campaign, act.now(), asked)
        .flatMap(until -> {
          var faults = new ArrayList<Violation>();
          var writes = new ArrayList<Write>();
          var made = new ArrayList<Explanation>();
          var facts = new TreeMap<String, ExplanationFact.Asked>();
          for (Question one : asked.questions()) {
            about(campaign, unit, act, sitting, one)
                .fold(
                    refusal -> faults.add(new Violation(one.place(), refusal.fault())),
                    at -> {
                      var question = question(sitting.me(), at, one, act.now(), until);
                      Explanation next = at.before().asked(question);
                      writes.add(new PutExplanation(next));
                      at.cell()
                          .proposed()
                          .map(cut -> docket.shown(sitting, at.cell(), cut, act.now()))
                          .ifPresent(writes::add);
                      facts.put(one.criterion().value(), ExplanationFact.Asked.of(question));
                      return made.add(next);
                    });
          }
          return faults.isEmpty()
              ? Outcome.accepted(commit(act, sitting, asked, until, writes, made, facts))
              : Outcome.<Decision<List<Explanation>>>refused(
                  Refusal.of(faults.getFirst().fault(), faults));
        });
  }

  /** A criterion that may be asked about. */
  private record Askable(Docket.Case cell, Explanation before) {}

  private Outcome<Askable> about(
      Campaign campaign, Unit unit, Act act, Docket.Sitting sitting, Question one) {
    return sitting
        .of(one.criterion())
        .flatMap(cell ->
            docket
                .asking(campaign, unit, one.criterion(), sitting.me(), act)
                .flatMap(
                    hand -> askable(unit, one.criterion(), before(campaign, unit, one), cell)));
  }

  private Explanation before(Campaign campaign, Unit unit, Question one) {
    return explanations
        .find(campaign.id(), unit.code(), one.criterion())
        .orElseGet(() -> Explanation.none(campaign.id(), unit.code(), one.criterion()));
  }

  private static Outcome<Askable> askable(
      Unit unit, CriterionId criterion, Explanation before, Docket.Case cell) {
    boolean open =
        before
            .last()
            .filter(round ->
                round.awaitsUnit()
                    || round.spoken()
                        && !Docket.judgedSince(cell.mark(), round.confirmed().orElseThrow().at()))
            .isPresent();
    if (open) {
      return Outcome.refused(ExplanationProblem.ALREADY_ASKED.of(unit.code(), criterion));
    }
    return before.rounds().size() >= ROUNDS_MAX
        ? Outcome.refused(ExplanationProblem.ASKED_ENOUGH.of(unit.code(), criterion, ROUNDS_MAX))
        : Outcome.accepted(new Askable(cell, before));
  }

  private static Explanation.Asked question(
      Hand me, Askable at, Question one, Instant now, Instant until) {
    return new Explanation.Asked(
        one.text(),
        one.figures(),
        at.cell().proposed().map(Explanation.Proposed::of),
        me,
        now,
        until);
  }

  private Decision<List<Explanation>> commit(
      Act act,
      Docket.Sitting sitting,
      Request asked,
      Instant until,
      List<Write> writes,
      List<Explanation> made,
      Map<String, ExplanationFact.Asked> facts) {
    Head head = sitting.view().form().head();
    return Decision.commit(
        List.copyOf(made),
        commits.move(
            head,
            head.withHearings(
                asked.questions().stream()
                    .map(one -> new Head.Hearing(one.criterion(), until, one.figures()))
                    .toList()),
            Move.ASK_EXPLANATION,
            writes,
            Note.of(
                act,
                ExplanationFact.ExplanationAsked.of(sitting.me(), facts, until),
                Map.of("unit", head.unit().value()))));
  }

  // The campaign's term runs from the recorded receipt. Whoever asks may give more, never less.
  private static Outcome<Instant> until(Campaign campaign, Instant now, Request asked) {
    Deadlines deadlines = Deadlines.of(campaign);
    Instant promised =
        deadlines.answeredBy(now, campaign.settings().appraisalSettings().daysToExplain());
    if (asked.due().isEmpty()) {
      return Outcome.accepted(promised);
    }
    LocalDate due = asked.due().get();
    LocalDate earliest = deadlines.day(promised);
    LocalDate latest = deadlines.lastDayOfExtension();
    if (due.isBefore(earliest)) {
      return Outcome.refused(
          at("due", ExplanationProblem.EXPLANATION_DUE_TOO_EARLY.of(due, earliest)));
    }
    return due.isAfter(latest) && due.isAfter(earliest)
        ? Outcome.refused(at("due", ExplanationProblem.EXPLANATION_DUE_TOO_LATE.of(due, latest)))
        : Outcome.accepted(deadlines.endOf(due));
  }

  private static Refusal at(String place, Fault fault) {
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(Violation.at(place, fault)));
  }

  private static Supplier<Request> shape(Node body) {
    body.only("criteria", "due");
    Node list = body.field("criteria");
    List<Node> nodes = list.raw() == null ? List.of() : list.items(CRITERIA_MAX);
    if (list.raw() instanceof List<?> sent && sent.isEmpty()) {
      list.fault(InputProblem.TOO_FEW.of(1, 0));
    }
    Map<String, String> places = new HashMap<>();
    var questions = new ArrayList<Supplier<Question>>();
    for (Node node : nodes) {
      node.only("criterion", "question", "figures");
      Node criterion = node.field("criterion");
      String id = criterion.raw() == null ? "" : criterion.code(CODE_MAX);
      if (!id.isBlank() && !CriterionId.valid(id)) {
        criterion.fault(InputProblem.BAD_CODE.of(id));
      }
      String before = id.isBlank() ? null : places.putIfAbsent(id, criterion.place());
      if (before != null) {
        criterion.fault(InputProblem.DUPLICATE_ID.of(id, before));
      }
      Node question = node.field("question");
      String text = question.raw() == null ? "" : question.lines(QUESTION_MAX).strip();
      boolean figures = node.optional("figures").map(Node::bool).orElse(false);
      questions.add(() -> new Question(node.place(), new CriterionId(id), text, figures));
    }
    Optional<LocalDate> due = body.optional("due").map(Node::date);
    return () -> new Request(questions.stream().map(Supplier::get).toList(), due);
  }
}
