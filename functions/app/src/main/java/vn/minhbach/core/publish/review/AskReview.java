package vn.minhbach.core.publish.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.appraise.explanation.AnswerExplanation;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/**
 * A unit asks for a review of one criterion (<i>đề nghị phúc tra</i>), signed by its head with a
 * letter; or the office enters that letter, also after the term, if it was written within it.
 * Refused before publication, after the term, for a criterion that the unit is not assigned, for a
 * unit without a form, and twice.
 */
public final class AskReview {

  private static final int TEXT_MAX = 4_000;

  private final Forms forms;
  private final Reviews reviews;
  private final Commits commits;

  public AskReview(Forms forms, Reviews reviews, Commits commits) {
    this.forms = forms;
    this.reviews = reviews;
    this.commits = commits;
  }

  /**
   * What comes in.
   *
   * @param name and {@code title} of who signs; empty where it is entered from the letter
   */
  public record Draft(
      CriterionId criterion,
      String text,
      Optional<String> name,
      Optional<String> title,
      Head.Letter letter) {}

  /** Reads {@code {criterion, text, letter: {number, date}, signedBy?: {name, title}}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, AskReview::shape);
  }

  /** The review as it is kept. */
  public Outcome<Review> ask(Campaign campaign, Unit unit, Act act, Outcome<Draft> sent) {
    return commits.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(
                    reviews.find(campaign.id(), unit.code(), ids.get("review")).orElseThrow())),
        () ->
            term(campaign)
                .flatMap(term ->
                    forms
                        .read(campaign, unit)
                        .flatMap(view -> marked(campaign, unit, view))
                        .flatMap(view ->
                            sent.flatMap(draft ->
                                permitted(campaign, unit, view, term, act, draft)
                                    .flatMap(ok -> decide(view, unit, term, act, draft))))));
  }

  private static Outcome<ReviewTerm> term(Campaign campaign) {
    return ReviewTerm.of(campaign)
        .map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.refused(ReviewProblem.REVIEW_BEFORE_PUBLICATION.of(campaign.id())));
  }

  private static Outcome<FormView> marked(Campaign campaign, Unit unit, FormView view) {
    return campaign.pointers().team().isPresent() && view.form().head().state().delivered()
        ? Outcome.accepted(view)
        : Outcome.refused(ReviewProblem.REVIEW_WITHOUT_MARKS.of(unit.code()));
  }

  private static Outcome<Draft> permitted(
      Campaign campaign, Unit unit, FormView view, ReviewTerm term, Act act, Draft draft) {
    boolean own = act.caller().unit().filter(unit.code()::equals).isPresent();
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate today = deadlines.day(act.now());
    LocalDate written = draft.letter().date();
    if (own && today.isAfter(term.until())) {
      return Outcome.refused(ReviewProblem.REVIEW_TERM_OVER.of(campaign.id(), term.until()));
    }
    if (own && campaign.pointers().accounts().isPresent() && !act.caller().is(Role.SIGNER)) {
      return Outcome.refused(AccessProblem.SIGNER_NEEDED.of(unit.code().value()));
    }
    if (own != draft.name().isPresent()) {
      return Outcome.refused(at("signedBy", ReviewProblem.REVIEW_SIGNER.of()));
    }
    if (!term.holds(written) || written.isAfter(today)) {
      return Outcome.refused(
          at("letter.date", ReviewProblem.REVIEW_LETTER_OUT_OF_TERM.of(term.from(), term.until())));
    }
    if (view.criteria().criterion(draft.criterion()).isEmpty()) {
      return Outcome.refused(
          at("criterion", CriteriaProblem.UNKNOWN_CRITERION.of(draft.criterion().value())));
    }
    return Forms.assigned(campaign, unit, draft.criterion()).map(asked -> draft);
  }

  private Outcome<Decision<Review>> decide(
      FormView view, Unit unit, ReviewTerm term, Act act, Draft draft) {
    Head head = view.form().head();
    var word =
        new Petition.Signed(
            draft.name(), draft.title(), draft.letter(), act.caller().id(), act.now());
    var next =
        new Review(
            head.campaign(),
            unit.code(),
            term.issue(),
            draft.criterion(),
            draft.text(),
            word,
            draft.name().isEmpty(),
            Optional.empty(),
            1);
    Optional<Review> before = reviews.find(head.campaign(), unit.code(), next.id());
    if (before.isPresent()) {
      return before.get().asks(draft.text(), word)
          ? Outcome.accepted(Decision.nothingToDo(before.get()))
          : Outcome.refused(ReviewProblem.REVIEW_ALREADY_ASKED.of(unit.code(), draft.criterion()));
    }
    return Outcome.accepted(
        Decision.commit(
            next,
            commits.note(
                head,
                List.of(new PutReview(next)),
                Note.of(act, ReviewFact.ReviewAsked.of(next), Map.of("review", next.id())))));
  }

  private static Refusal at(String place, Fault fault) {
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(Violation.at(place, fault)));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("criterion", "text", "signedBy", "letter");
    Optional<CriterionId> criterion = CriterionId.read(body.field("criterion"));
    Node text = body.field("text");
    String said = text.raw() == null ? "" : text.lines(TEXT_MAX).strip();
    if (body.optional("signedBy").isPresent()) {
      Supplier<AnswerExplanation.Signer> signer = AnswerExplanation.signer(body);
      return () ->
          new Draft(
              criterion.orElseThrow(),
              said,
              Optional.of(signer.get().name()),
              Optional.of(signer.get().title()),
              signer.get().letter());
    }
    Node letter = body.field("letter");
    var paper =
        letter.raw() == null ? new Head.Letter("", LocalDate.EPOCH) : Head.Letter.read(letter);
    return () ->
        new Draft(criterion.orElseThrow(), said, Optional.empty(), Optional.empty(), paper);
  }
}
