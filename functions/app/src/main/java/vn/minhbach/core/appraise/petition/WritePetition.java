package vn.minhbach.core.appraise.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Condition;
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
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Form;
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
 * A unit asks to reconsider a criterion (<i>đề nghị xem xét lại điểm</i>): any criterion that it is
 * assigned, marked or not, once the provisional result is shown and until its term is over. It
 * writes, brings files, writes anew; its head signs all of it with a letter. The office enters one
 * for a unit from its letter, and that stands as signed.
 *
 * <p>One a criterion: a second one is refused, and who writes over a draft must have read it.
 */
public final class WritePetition {

  private static final int TEXT_MAX = 4_000;
  private static final int FILES_MAX = 20;
  private static final int ID_MAX = 100;

  private final Forms forms;
  private final Petitions petitions;
  private final Commits commits;

  public WritePetition(Forms forms, Petitions petitions, Commits commits) {
    this.forms = forms;
    this.petitions = petitions;
    this.commits = commits;
  }

  /**
   * What comes in.
   *
   * @param letter of the unit, where the office enters it
   */
  public record Draft(
      CriterionId criterion, String text, List<String> evidence, Optional<Head.Letter> letter) {
    public Draft {
      evidence = List.copyOf(evidence);
    }
  }

  /** Reads {@code {criterion, text, evidence?, letter?}}. */
  public static Outcome<Draft> read(Object tree) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, WritePetition::shape);
  }

  /** Reads {@code {signedBy: {name, title}, letter: {number, date}}}. */
  public static Outcome<AnswerExplanation.Signer> signer(Object tree) {
    return Node.read(
        tree,
        InputProblem.INVALID_BODY::of,
        body -> {
          body.only("signedBy", "letter");
          return AnswerExplanation.signer(body);
        });
  }

  /** Writes a petition, or writes over its draft. */
  public Outcome<Petition> write(
      Campaign campaign, Unit unit, Act act, Condition condition, Outcome<Draft> sent) {
    return commits.once(
        act,
        ids ->
            Outcome.accepted(
                Decision.nothingToDo(
                    petitions
                        .find(campaign.id(), unit.code(), new CriterionId(ids.get("petition")))
                        .orElseThrow())),
        () ->
            shown(campaign)
                .flatMap(open -> forms.read(campaign, unit))
                .flatMap(view -> delivered(unit, view))
                .flatMap(view ->
                    sent.flatMap(draft ->
                        permitted(campaign, unit, view, act, draft)
                            .flatMap(ok -> decide(campaign, view, act, condition, draft)))));
  }

  private static Outcome<Campaign> shown(Campaign campaign) {
    return campaign
        .underway()
        .flatMap(open ->
            open.provisional().isPresent()
                ? Outcome.accepted(open)
                : Outcome.refused(PetitionProblem.PROVISIONAL_NOT_SHOWN.of(campaign.id())));
  }

  private static Outcome<FormView> delivered(Unit unit, FormView view) {
    return view.form().head().state().delivered()
        ? Outcome.accepted(view)
        : Outcome.refused(PetitionProblem.PETITION_WITHOUT_FORM.of(unit.code()));
  }

  private static Outcome<Draft> permitted(
      Campaign campaign, Unit unit, FormView view, Act act, Draft draft) {
    boolean own = act.caller().unit().filter(unit.code()::equals).isPresent();
    if (view.criteria().criterion(draft.criterion()).isEmpty()) {
      return Outcome.refused(
          at("criterion", CriteriaProblem.UNKNOWN_CRITERION.of(draft.criterion().value())));
    }
    if (own == draft.letter().isPresent()) {
      return Outcome.refused(
          at(
              "letter",
              own
                  ? PetitionProblem.PETITION_LETTER_BY_SIGNER.of()
                  : PetitionProblem.PETITION_LETTER_NEEDED.of()));
    }
    return Forms.assigned(campaign, unit, draft.criterion())
        .flatMap(asked -> inTime(campaign, act, draft))
        .flatMap(asked -> there(view.form(), draft));
  }

  // A letter that was written in time is taken in later; a unit that writes itself is held to the
  // last moment.
  private static Outcome<Draft> inTime(Campaign campaign, Act act, Draft draft) {
    Campaign.Provisional shown = campaign.provisional().orElseThrow();
    Deadlines deadlines = Deadlines.of(campaign);
    LocalDate until = deadlines.day(shown.until());
    if (draft.letter().isPresent()) {
      LocalDate date = draft.letter().get().date();
      boolean within = !date.isBefore(deadlines.day(shown.at())) && !date.isAfter(until);
      return within && !date.isAfter(deadlines.day(act.now()))
          ? Outcome.accepted(draft)
          : Outcome.refused(
              at("letter.date", PetitionProblem.PETITION_LETTER_TOO_LATE.of(date, until)));
    }
    return act.now().isAfter(shown.until())
        ? Outcome.refused(PetitionProblem.PETITION_TERM_OVER.of(campaign.id(), until))
        : Outcome.accepted(draft);
  }

  private static Outcome<Draft> there(Form form, Draft draft) {
    var faults = new ArrayList<Violation>();
    for (int i = 0; i < draft.evidence().size(); i++) {
      String id = draft.evidence().get(i);
      if (!form.cites(id, draft.criterion())) {
        faults.add(
            Violation.at("evidence[" + i + "]", PetitionProblem.PETITION_FILE_NOT_THERE.of(id)));
      }
    }
    return faults.isEmpty()
        ? Outcome.accepted(draft)
        : Outcome.refused(Refusal.of(InputProblem.INVALID_BODY.of(faults.size()), faults));
  }

  private Outcome<Decision<Petition>> decide(
      Campaign campaign, FormView view, Act act, Condition condition, Draft draft) {
    Head head = view.form().head();
    Optional<Petition> before = petitions.find(head.campaign(), head.unit(), draft.criterion());
    var plea =
        new Petition.Plea(
            draft.text(),
            draft.evidence(),
            act.caller().id(),
            draft.letter().isPresent(),
            act.now());
    if (before.filter(one -> one.plea().sameContent(plea) && same(one, draft)).isPresent()) {
      return Outcome.accepted(Decision.nothingToDo(before.get()));
    }
    if (before.filter(one -> one.state() != Petition.State.DRAFT).isPresent()) {
      return Outcome.refused(
          PetitionProblem.PETITION_ALREADY_SIGNED.of(head.unit(), draft.criterion()));
    }
    return condition
        .against(before.map(Petition::etag))
        .map(met -> {
          Petition next =
              before
                  .map(one -> one.with(plea))
                  .orElseGet(() ->
                      new Petition(
                          head.campaign(),
                          head.unit(),
                          draft.criterion(),
                          plea,
                          Optional.empty(),
                          Optional.empty(),
                          1));
          return commit(campaign, head, act, draft, signedBy(next, act, draft));
        });
  }

  private static boolean same(Petition before, Draft draft) {
    return before.signed().map(Petition.Signed::letter).equals(draft.letter());
  }

  // One item, one version: what is entered from a letter is written and signed at once.
  private static Petition signedBy(Petition next, Act act, Draft draft) {
    return draft
        .letter()
        .map(letter ->
            new Petition(
                next.campaign(),
                next.unit(),
                next.criterion(),
                next.plea(),
                Optional.of(
                    new Petition.Signed(
                        Optional.empty(), Optional.empty(), letter, act.caller().id(), act.now())),
                Optional.empty(),
                next.version()))
        .orElse(next);
  }

  private Decision<Petition> commit(
      Campaign campaign, Head head, Act act, Draft draft, Petition next) {
    var hearing =
        new Head.Hearing(draft.criterion(), campaign.provisional().orElseThrow().until(), false);
    return Decision.commit(
        next,
        commits.note(
            head,
            draft.letter().isEmpty() ? head.withHearings(List.of(hearing)) : head,
            List.of(new PutPetition(next)),
            Note.of(
                act,
                new PetitionFact.PetitionWritten(
                    act.caller().id(),
                    next.criterion(),
                    next.plea().text(),
                    next.plea().evidence(),
                    draft.letter().map(Head.Letter::number),
                    draft.letter().map(Head.Letter::date)),
                Map.of("petition", next.criterion().value()))));
  }

  /**
   * The head of the unit signs its drafts; needs the etag of all petitions of the unit.
   *
   * @return all petitions of the unit then
   */
  public Outcome<List<Petition>> sign(
      Campaign campaign,
      Unit unit,
      Act act,
      Condition condition,
      Outcome<AnswerExplanation.Signer> sent) {
    return commits.once(
        act,
        ids -> Outcome.accepted(Decision.nothingToDo(petitions.ofUnit(campaign.id(), unit.code()))),
        () ->
            shown(campaign)
                .flatMap(open -> drafts(campaign, unit, act))
                .flatMap(drafts ->
                    sent.flatMap(signer ->
                        signing(campaign, unit, act)
                            .flatMap(ok -> forms.open(campaign, unit))
                            .flatMap(form ->
                                arrived(form, drafts)
                                    .flatMap(there ->
                                        condition.against(
                                            Optional.of(
                                                etag(
                                                    petitions.ofUnit(campaign.id(), unit.code())))))
                                    .map(met -> signed(form, drafts, act, signer))))));
  }

  /** What whoever signs must have read. */
  public static String etag(List<Petition> all) {
    return "p" + all.stream().mapToLong(Petition::version).sum();
  }

  private Outcome<List<Petition>> drafts(Campaign campaign, Unit unit, Act act) {
    Campaign.Provisional shown = campaign.provisional().orElseThrow();
    if (act.now().isAfter(shown.until())) {
      return Outcome.refused(
          PetitionProblem.PETITION_TERM_OVER.of(
              campaign.id(), Deadlines.of(campaign).day(shown.until())));
    }
    List<Petition> drafts =
        petitions.ofUnit(campaign.id(), unit.code()).stream()
            .filter(one -> one.state() == Petition.State.DRAFT)
            .toList();
    return drafts.isEmpty()
        ? Outcome.refused(PetitionProblem.NO_PETITION_TO_SIGN.of(unit.code()))
        : Outcome.accepted(drafts);
  }

  private static Outcome<Boolean> signing(Campaign campaign, Unit unit, Act act) {
    return campaign.pointers().accounts().isPresent() && !act.caller().is(Role.SIGNER)
        ? Outcome.refused(AccessProblem.SIGNER_NEEDED.of(unit.code().value()))
        : Outcome.accepted(true);
  }

  private static Outcome<Form> arrived(Form form, List<Petition> drafts) {
    List<Violation> faults =
        drafts.stream()
            .flatMap(one ->
                one.plea().evidence().stream()
                    .filter(id -> !form.holds(id))
                    .map(id ->
                        Violation.at(
                            one.criterion().value(),
                            PetitionProblem.PETITION_FILE_NOT_THERE.of(id))))
            .toList();
    return faults.isEmpty()
        ? Outcome.accepted(form)
        : Outcome.refused(Refusal.of(faults.getFirst().fault(), faults));
  }

  private Decision<List<Petition>> signed(
      Form form, List<Petition> drafts, Act act, AnswerExplanation.Signer signer) {
    var word =
        new Petition.Signed(
            Optional.of(signer.name()),
            Optional.of(signer.title()),
            signer.letter(),
            act.caller().id(),
            act.now());
    List<Petition> next = drafts.stream().map(one -> one.with(word)).toList();
    List<CriterionId> criteria = next.stream().map(Petition::criterion).toList();
    Head head = form.head();
    return Decision.commit(
        next,
        commits.note(
            head,
            head.heard(criteria),
            next.stream().map(PutPetition::new).toList(),
            Note.of(
                act,
                new PetitionFact.PetitionsSigned(
                    act.caller().id(), criteria, signer.letter().number(), signer.letter().date()),
                Map.of("unit", head.unit().value()))));
  }

  private static Refusal at(String place, Fault fault) {
    return Refusal.of(InputProblem.INVALID_BODY.of(1), List.of(Violation.at(place, fault)));
  }

  private static Supplier<Draft> shape(Node body) {
    body.only("criterion", "text", "evidence", "letter");
    Optional<CriterionId> criterion = CriterionId.read(body.field("criterion"));
    Node text = body.field("text");
    String said = text.raw() == null ? "" : text.lines(TEXT_MAX).strip();
    List<String> evidence =
        body.optional("evidence")
            .map(list -> list.items(FILES_MAX).stream().map(node -> node.text(ID_MAX)).toList())
            .orElse(List.of());
    Optional<Head.Letter> letter = body.optional("letter").map(Head.Letter::read);
    return () -> new Draft(criterion.orElseThrow(), said, evidence, letter);
  }
}
