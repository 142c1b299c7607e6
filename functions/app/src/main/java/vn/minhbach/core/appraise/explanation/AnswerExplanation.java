package vn.minhbach.core.appraise.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Move;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * A unit explains (<i>giải trình</i>, plan V.5): one answer to each criterion that it was asked
 * about, with text and files, as often changed as it likes until its head confirms them all with
 * the number and date of the letter. The typist closes them for the signer; writing on takes that
 * back.
 *
 * <p>Refused for a criterion that nobody asked about, after the term, and over somebody else's
 * words unread. Nothing of it changes what the unit gave itself.
 */
public final class AnswerExplanation {

  private static final int FILES_MAX = 20;
  private static final int ID_MAX = 100;
  private static final int NAME_MAX = 200;

  private final Forms forms;
  private final Explanations explanations;
  private final Commits commits;

  public AnswerExplanation(Forms forms, Explanations explanations, Commits commits) {
    this.forms = forms;
    this.explanations = explanations;
    this.commits = commits;
  }

  /** What the unit says of a criterion. */
  public record Draft(String text, List<String> evidence) {
    public Draft {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What ends the unit's part.
   *
   * @param signer who confirms, with the letter; empty where the typist closes
   */
  public record Submission(Optional<Signer> signer) {}

  /** The head of the unit, and the covering letter. */
  public record Signer(String name, String title, Head.Letter letter) {}

  /** Reads {@code {text, evidence?}}. */
  public static Outcome<Draft> draft(Object tree, Campaign campaign) {
    int max = campaign.settings().appraisalSettings().longestExplanation();
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> shape(body, max));
  }

  /** Reads {@code {}} or {@code {signedBy: {name, title}, letter: {number, date}}}. */
  public static Outcome<Submission> submission(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, AnswerExplanation::signed);
  }

  /** Writes the answer to one criterion. */
  public Outcome<Explanation> answer(
      Campaign campaign,
      Unit unit,
      CriterionId criterion,
      Act act,
      Condition condition,
      Outcome<Draft> sent) {
    return commits.until(() ->
        campaign
            .underway()
            .flatMap(open -> Forms.given(act.caller(), unit, criterion))
            .flatMap(caller -> forms.open(campaign, unit))
            .flatMap(form ->
                open(campaign, unit, criterion, act.now())
                    .flatMap(asked ->
                        sent.flatMap(draft ->
                            there(form, criterion, draft)
                                .flatMap(ok -> write(form, asked, draft, act, condition))))));
  }

  private Outcome<Explanation> open(
      Campaign campaign, Unit unit, CriterionId criterion, Instant now) {
    Optional<Explanation> asked = explanations.find(campaign.id(), unit.code(), criterion);
    Optional<Explanation.Round> round = asked.flatMap(Explanation::last);
    if (round.filter(Explanation.Round::awaitsUnit).isEmpty()) {
      boolean silent =
          round
              .flatMap(Explanation.Round::lapsed)
              .filter(lapsed -> lapsed.party() == Explanation.Party.UNIT)
              .isPresent();
      return silent
          ? over(campaign, criterion, round.get())
          : Outcome.refused(ExplanationProblem.EXPLANATION_NOT_ASKED.of(unit.code(), criterion));
    }
    return now.isAfter(round.get().asked().until())
        ? over(campaign, criterion, round.get())
        : Outcome.accepted(asked.get());
  }

  private static Outcome<Explanation> over(
      Campaign campaign, CriterionId criterion, Explanation.Round round) {
    return Outcome.refused(
        ExplanationProblem.EXPLANATION_TERM_OVER.of(
            criterion, Deadlines.of(campaign).day(round.asked().until())));
  }

  private static Outcome<Draft> there(Form form, CriterionId criterion, Draft draft) {
    var faults = new ArrayList<Violation>();
    for (int i = 0; i < draft.evidence().size(); i++) {
      String id = draft.evidence().get(i);
      if (!form.cites(id, criterion)) {
        faults.add(
            Violation.at(
                "evidence[" + i + "]", ExplanationProblem.EXPLANATION_FILE_NOT_THERE.of(id)));
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(draft)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private Outcome<Decision<Explanation>> write(
      Form form, Explanation asked, Draft draft, Act act, Condition condition) {
    Explanation.Round round = asked.last().orElseThrow();
    var answer =
        new Explanation.Answer(
            draft.text(), draft.evidence(), act.caller().id(), act.now(), Optional.empty());
    if (round.answer().filter(answer::sameContent).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(asked));
    }
    return condition
        .against(round.answer().map(before -> asked.etag()))
        .map(met -> {
          Explanation next = asked.withLast(round.with(answer));
          return Decision.commit(
              next,
              commits.note(
                  form.head(),
                  List.of(new PutExplanation(next)),
                  Note.of(
                      act.now(),
                      new ExplanationFact.ExplanationAnswered(
                          act.caller().id(),
                          asked.criterion(),
                          answer.text(),
                          answer.evidence()))));
        });
  }

  /**
   * Closes what was written, or confirms it; needs the etag of all explanations of the unit.
   *
   * @return all explanations of the unit then
   */
  public Outcome<List<Explanation>> submit(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Submission> sent) {
    return commits.once(
        act,
        ids ->
            Outcome.accepted(Decision.nothingToDo(explanations.ofUnit(campaign.id(), unit.code()))),
        () ->
            campaign
                .underway()
                .flatMap(open -> forms.open(open, unit))
                .flatMap(form ->
                    awaited(campaign, unit, form, act.now())
                        .flatMap(all ->
                            sent.flatMap(submission ->
                                signer(campaign, unit, act, submission)
                                    .flatMap(ok ->
                                        condition.against(
                                            Optional.of(
                                                etag(
                                                    explanations.ofUnit(
                                                        campaign.id(), unit.code())))))
                                    .map(met ->
                                        submission
                                            .signer()
                                            .map(signer ->
                                                confirmed(campaign, form, all, act, signer))
                                            .orElseGet(() -> closed(form, all, act)))))));
  }

  /** What whoever closes or confirms must have read. */
  public static String etag(List<Explanation> all) {
    return "x" + all.stream().mapToLong(Explanation::version).sum();
  }

  /** The explanations that are due now; refused where one has no answer, naming each. */
  private Outcome<List<Explanation>> awaited(Campaign campaign, Unit unit, Form form, Instant now) {
    List<Explanation> open =
        explanations.ofUnit(campaign.id(), unit.code()).stream()
            .filter(one ->
                one.last()
                    .filter(Explanation.Round::awaitsUnit)
                    .filter(round -> !now.isAfter(round.asked().until()))
                    .isPresent())
            .toList();
    if (open.isEmpty()) {
      return Outcome.refused(ExplanationProblem.NO_EXPLANATION_TO_CONFIRM.of(unit.code()));
    }
    var faults = new ArrayList<Violation>();
    for (Explanation one : open) {
      Optional<Explanation.Answer> answer = one.last().flatMap(Explanation.Round::answer);
      if (answer.isEmpty()) {
        faults.add(
            Violation.at(one.criterion().value(), ExplanationProblem.EXPLANATION_MISSING.of()));
      }
      answer.stream()
          .flatMap(said -> said.evidence().stream())
          .filter(id -> !form.holds(id))
          .forEach(id ->
              faults.add(
                  Violation.at(
                      one.criterion().value(),
                      ExplanationProblem.EXPLANATION_FILE_NOT_THERE.of(id))));
    }
    return faults.isEmpty()
        ? Outcome.accepted(open)
        : Outcome.refused(
            Refusal.of(
                ExplanationProblem.EXPLANATIONS_UNANSWERED.of(unit.code(), faults.size()), faults));
  }

  // As with the form: where the campaign has a register of accounts, a signer confirms.
  private static Outcome<Submission> signer(
      Campaign campaign, Unit unit, Act act, Submission submission) {
    boolean needed = campaign.pointers().accounts().isPresent() && submission.signer().isPresent();
    return needed && !act.caller().is(Role.SIGNER)
        ? Outcome.refused(AccessProblem.SIGNER_NEEDED.of(unit.code().value()))
        : Outcome.accepted(submission);
  }

  private Decision<List<Explanation>> closed(Form form, List<Explanation> all, Act act) {
    List<Explanation> next =
        all.stream()
            .map(one -> {
              Explanation.Round round = one.last().orElseThrow();
              return one.withLast(round.with(round.answer().orElseThrow().closedAt(act.now())));
            })
            .toList();
    return Decision.commit(
        next,
        commits.note(
            form.head(),
            next.stream().map(PutExplanation::new).toList(),
            Note.of(
                act,
                new ExplanationFact.ExplanationsClosed(act.caller().id(), criteria(next)),
                Map.of("unit", form.head().unit().value()))));
  }

  private Decision<List<Explanation>> confirmed(
      Campaign campaign, Form form, List<Explanation> all, Act act, Signer signer) {
    Deadlines deadlines = Deadlines.of(campaign);
    // The team has as many working days to weigh it as the unit had to write it.
    Instant judgeBy =
        deadlines.workingDaysAfter(
            deadlines.day(act.now()), campaign.settings().appraisalSettings().daysToExplain());
    var word =
        new Explanation.Confirmed(
            signer.name(), signer.title(), signer.letter(), act.caller().id(), act.now(), judgeBy);
    List<Explanation> next =
        all.stream().map(one -> one.withLast(one.last().orElseThrow().with(word))).toList();
    return Decision.commit(
        next,
        commits.move(
            form.head(),
            form.head().heard(criteria(next)),
            Move.EXPLAIN,
            next.stream().map(PutExplanation::new).toList(),
            Note.of(
                act,
                new ExplanationFact.ExplanationsConfirmed(
                    act.caller().id(),
                    criteria(next),
                    signer.letter().number(),
                    signer.letter().date(),
                    judgeBy),
                Map.of("unit", form.head().unit().value()))));
  }

  private static List<CriterionId> criteria(List<Explanation> all) {
    return all.stream().map(Explanation::criterion).toList();
  }

  private static Supplier<Draft> shape(Node body, int max) {
    body.only("text", "evidence");
    Node text = body.field("text");
    String said = text.raw() == null ? "" : text.lines(max).strip();
    List<String> evidence =
        body.optional("evidence")
            .map(list -> list.items(FILES_MAX).stream().map(node -> node.text(ID_MAX)).toList())
            .orElse(List.of());
    return () -> new Draft(said, evidence);
  }

  private static Supplier<Submission> signed(Node body) {
    body.only("signedBy", "letter");
    if (body.optional("signedBy").isEmpty() && body.optional("letter").isEmpty()) {
      return () -> new Submission(Optional.empty());
    }
    Supplier<Signer> signer = signer(body);
    return () -> new Submission(Optional.of(signer.get()));
  }

  /** Reads {@code signedBy} and {@code letter} of a body; both must be there. */
  public static Supplier<Signer> signer(Node body) {
    Node by = body.field("signedBy");
    String name = "";
    String title = "";
    if (by.raw() != null) {
      by.only("name", "title");
      name = text(by, "name");
      title = text(by, "title");
    }
    Node letter = body.field("letter");
    var read =
        letter.raw() == null ? new Head.Letter("", LocalDate.EPOCH) : Head.Letter.read(letter);
    String signer = name;
    String office = title;
    return () -> new Signer(signer, office, read);
  }

  private static String text(Node object, String field) {
    Node node = object.field(field);
    return node.raw() == null ? "" : node.text(NAME_MAX);
  }
}
