package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.Caller;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Role;
import vn.minhbach.core.access.AccessProblem;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.CriteriaSets;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * Reads forms. A form that nobody has written to exists by derivation from the campaign, so that
 * sending 220 of them writes nothing.
 */
public final class Forms {

  private final Submissions submissions;
  private final CriteriaSets criteriaSets;
  private final Corrections corrections;

  public Forms(Submissions submissions, CriteriaSets criteriaSets, Corrections corrections) {
    this.submissions = submissions;
    this.criteriaSets = criteriaSets;
    this.corrections = corrections;
  }

  /** The form with its criteria and scores. Refused before the campaign is open. */
  public Outcome<FormView> read(Campaign campaign, Unit unit) {
    return sent(campaign).map(open -> view(open, unit, submissions.form(open.id(), unit.code())));
  }

  private FormView view(Campaign campaign, Unit unit, Optional<Form> stored) {
    Amendments amendments = amendments(campaign, unit);
    return FormView.of(
        standing(campaign, unit, stored, amendments),
        criteria(campaign, unit),
        criteriaVersion(campaign, unit),
        amendments,
        campaign.exemptions(unit.code()));
  }

  private static Form standing(
      Campaign campaign, Unit unit, Optional<Form> stored, Amendments amendments) {
    Form form = stored.orElseGet(() -> new Form(derived(campaign, unit), Map.of(), List.of()));
    return form.withHead(amendments.applied(campaign, unit, form.head()));
  }

  /** A file or a paper of the form, read by itself. */
  public Optional<Evidence> file(Campaign campaign, Unit unit, String id) {
    return submissions.evidence(campaign.id(), unit.code(), id).filter(file -> !file.ofTheTeam());
  }

  /** The head as stored or derived. Refused before the campaign is open. */
  public Outcome<Head> head(Campaign campaign, Unit unit) {
    return sent(campaign)
        .map(open -> standing(open, unit, submissions.head(open.id(), unit.code())));
  }

  /** The head as it stands now, from what is stored of it, if anything. */
  public Head standing(Campaign campaign, Unit unit, Optional<Head> stored) {
    return amendments(campaign, unit)
        .applied(campaign, unit, stored.orElseGet(() -> derived(campaign, unit)));
  }

  /** What corrections changed under the unit's form; nothing is read where there are none. */
  public Amendments amendments(Campaign campaign, Unit unit) {
    int count = campaign.corrections(unit.group());
    return count == 0
        ? Amendments.NONE
        : new Amendments(corrections.of(campaign.id(), unit.group(), count));
  }

  /** The version of the criteria set that the unit is judged by. */
  public static long criteriaVersion(Campaign campaign, Unit unit) {
    return campaign.criteriaVersions().getOrDefault(unit.group(), 0L);
  }

  /** The criteria set that the unit is judged by. */
  public CriteriaSet criteria(Campaign campaign, Unit unit) {
    return criteria(campaign, unit, criteriaVersion(campaign, unit))
        .orElseThrow(() ->
            new IllegalStateException("an open campaign has criteria for group " + unit.group()));
  }

  /** The criteria set of a version that is in force, or was. */
  public Optional<CriteriaSet> criteria(Campaign campaign, Unit unit, long version) {
    return criteriaSets.find(campaign.id(), unit.group(), version);
  }

  /**
   * The head if the unit may change its form now: refused outside the stage OPEN, after the lock,
   * and once the form is sent.
   */
  public Outcome<Head> editable(Campaign campaign, Unit unit, Instant now) {
    return openHead(campaign, unit).flatMap(head -> whole(unit, head, now));
  }

  /**
   * The head if the unit may change one criterion now: as a whole form, or because that criterion
   * is open again after submission. Every change of an answer or of evidence passes here, and so it
   * is here that a contributor is held to the criteria that it was given.
   */
  public Outcome<Head> editable(Campaign campaign, Unit unit, CriterionId criterion, Act act) {
    return asked(campaign, unit, criterion, act)
        .flatMap(caller -> openHead(campaign, unit))
        .flatMap(head -> changeable(unit, head, criterion, act.now()));
  }

  /**
   * The same with what an answer is saved on, for what is decided on more of the form than its
   * head. Its files need not stand in it, see {@link Submissions#sheet}.
   */
  public Outcome<FormView> editableForm(
      Campaign campaign, Unit unit, CriterionId criterion, Act act) {
    return asked(campaign, unit, criterion, act)
        .flatMap(caller -> campaign.underway())
        .flatMap(Forms::sent)
        .map(open -> view(open, unit, submissions.sheet(open.id(), unit.code())))
        .flatMap(
            view -> changeable(unit, view.form().head(), criterion, act.now()).map(head -> view));
  }

  private static Outcome<Caller> asked(
      Campaign campaign, Unit unit, CriterionId criterion, Act act) {
    return assigned(campaign, unit, criterion)
        .flatMap(asked -> given(act.caller(), unit, criterion));
  }

  /** The same of a head that was read, whoever asks. */
  public static Outcome<Head> changeable(Unit unit, Head head, CriterionId criterion, Instant now) {
    if (head.reopenedFor(criterion, now)
        || head.hearingOf(criterion, now).filter(Head.Hearing::figures).isPresent()) {
      return Outcome.accepted(head);
    }
    List<Head.Reopened> others = head.reopenedAt(now);
    return others.isEmpty()
        ? whole(unit, head, now)
        : Outcome.refused(
            SubmissionProblem.CRITERION_NOT_REOPENED.of(
                unit.code(), others.stream().map(open -> open.criterion()).distinct().toList()));
  }

  /** The form as stored or derived, until the campaign is reported. */
  public Outcome<Form> open(Campaign campaign, Unit unit) {
    return campaign
        .underway()
        .map(open ->
            standing(open, unit, submissions.form(open.id(), unit.code()), amendments(open, unit)));
  }

  /**
   * The same for a new file: a criterion of which the unit is heard takes files, though nothing
   * that was answered may change.
   */
  public static Outcome<Head> takesFile(
      Campaign campaign, Unit unit, Head head, Optional<CriterionId> criterion, Act act) {
    if (criterion.isEmpty()) {
      return papersOfItsOwn(act)
          .flatMap(caller -> campaign.underway())
          .flatMap(open -> signable(open, unit, head, act.now()));
    }
    return asked(campaign, unit, criterion.get(), act)
        .flatMap(caller -> campaign.underway())
        .flatMap(open ->
            head.hearingOf(criterion.get(), act.now()).isPresent()
                ? Outcome.accepted(head)
                : changeable(unit, head, criterion.get(), act.now()));
  }

  /** The same for a file: of a criterion, or, without one, of the form as a whole. */
  public Outcome<Head> editable(
      Campaign campaign, Unit unit, Optional<CriterionId> criterion, Act act) {
    if (criterion.isPresent()) {
      return editable(campaign, unit, criterion.get(), act);
    }
    return papersOfItsOwn(act).flatMap(caller -> takesPapers(campaign, unit, act.now()));
  }

  // A paper concerns the whole form, which is nobody's who fills a part of it.
  private static Outcome<Caller> papersOfItsOwn(Act act) {
    return act.caller().is(Role.CONTRIBUTOR) && !act.caller().is(Role.UNIT)
        ? Outcome.refused(AccessProblem.NOT_ALLOWED.of(List.of(Role.UNIT)))
        : Outcome.accepted(act.caller());
  }

  /**
   * The head, read already, if anything at all may be brought to the form now: what whoever asks
   * hears first.
   */
  public static Outcome<Head> takesAnything(Campaign campaign, Unit unit, Head head, Instant now) {
    Outcome<Campaign> open = campaign.underway();
    if (!head.hearingsAt(now).isEmpty()) {
      return open.map(underway -> head);
    }
    return head.reopenedAt(now).isEmpty() && head.state() != State.CLOSED
        ? open.flatMap(underway -> whole(unit, head, now))
        : open.flatMap(underway -> signable(underway, unit, head, now));
  }

  /** The criterion if the office assigns it to the unit. */
  public static Outcome<CriterionId> assigned(Campaign campaign, Unit unit, CriterionId criterion) {
    return campaign
        .exemption(unit.code(), criterion)
        .<Outcome<CriterionId>>map(exemption ->
            Outcome.refused(
                SubmissionProblem.CRITERION_NOT_ASSIGNED.of(
                    unit.code(),
                    criterion,
                    exemption.decision().number(),
                    exemption.decision().date())))
        .orElseGet(() -> Outcome.accepted(criterion));
  }

  /** The caller if the criterion is among those that it was given. */
  public static Outcome<Caller> given(Caller caller, Unit unit, CriterionId criterion) {
    return caller.barredFrom(unit.code(), criterion)
        ? Outcome.refused(
            SubmissionProblem.CRITERION_NOT_GIVEN.of(
                unit.code(), criterion, caller.part().stream().sorted().toList()))
        : Outcome.accepted(caller);
  }

  /**
   * The head if the form may be closed or signed now: at first, or again for what is open again. A
   * closed one is signed within its days of grace also after the lock.
   */
  public static Outcome<Head> signable(Campaign campaign, Unit unit, Head head, Instant now) {
    if (head.state() == State.CLOSED) {
      return now.isAfter(head.signableUntil())
          ? Outcome.refused(
              SubmissionProblem.SIGNATURE_OVERDUE.of(
                  unit.code(), Deadlines.of(campaign).day(head.signableUntil())))
          : Outcome.accepted(head);
    }
    return head.reopenedAt(now).isEmpty() ? whole(unit, head, now) : Outcome.accepted(head);
  }

  /** The head if the unit may bring or withdraw a paper of its form now: as long as it may sign. */
  public Outcome<Head> takesPapers(Campaign campaign, Unit unit, Instant now) {
    return openHead(campaign, unit).flatMap(head -> signable(campaign, unit, head, now));
  }

  private Outcome<Head> openHead(Campaign campaign, Unit unit) {
    return campaign.underway().flatMap(open -> head(open, unit));
  }

  private static Outcome<Head> whole(Unit unit, Head head, Instant now) {
    if (!head.state().editable()) {
      return submitted(head);
    }
    return head.lockedAt(now)
        ? Outcome.refused(SubmissionProblem.FORM_LOCKED.of(unit.code(), head.closesAt()))
        : Outcome.accepted(head);
  }

  /** That a sent form cannot be changed, with what can be done to it. */
  public static <T> Outcome<T> submitted(Head head) {
    return Outcome.refused(
        SubmissionProblem.FORM_SUBMITTED.of(head.unit(), head.state(), Move.allowed(head.state())));
  }

  /** The head of a form that nobody has written to. */
  public static Head derived(Campaign campaign, Unit unit) {
    return Head.unwritten(
        campaign.id(), unit.code(), Term.of(clock(campaign, unit, Deadlines.Facts.NONE)));
  }

  /** The clock of a unit of an open campaign. */
  public static Deadlines.Clock clock(Campaign campaign, Unit unit, Deadlines.Facts facts) {
    return Deadlines.of(campaign).clock(unit, campaign.openedAt().orElseThrow(), facts);
  }

  /** The campaign once its forms are out. */
  public static Outcome<Campaign> sent(Campaign campaign) {
    return campaign.openedAt().isPresent() ? Outcome.accepted(campaign) : campaign.at(Stage.OPEN);
  }
}
