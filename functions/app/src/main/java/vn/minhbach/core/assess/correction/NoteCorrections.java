package vn.minhbach.core.assess.correction;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.FilledIn;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutAnswer;
import vn.minhbach.core.assess.submission.PutHead;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.job.Job;
import vn.minhbach.core.job.Jobs;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Does what a correction of criteria ordered: notes it in the chain of every form that it opens
 * again or gives more time, and fills in anew what the system computes. The form is open by
 * derivation already ({@link Amendments}); this only writes it down, so that it may run late, twice
 * or in pieces.
 *
 * <p>A form may be sent while it runs, by a function that has read the campaign before the
 * correction. So the job is struck off only by a pass that began when no such function can live any
 * more.
 */
public final class NoteCorrections {

  /** Twice as long as any function may take. */
  private static final Duration SETTLED_AFTER = Duration.ofMinutes(2);

  /** How many forms lie between two notes of how far the job is. */
  private static final int STRIDE = 25;

  private final Units units;
  private final Forms forms;
  private final Submissions submissions;
  private final Fillings fillings;
  private final Commits commits;
  private final Jobs jobs;

  public NoteCorrections(
      Units units,
      Forms forms,
      Submissions submissions,
      Fillings fillings,
      Commits commits,
      Jobs jobs) {
    this.units = units;
    this.forms = forms;
    this.submissions = submissions;
    this.fillings = fillings;
    this.commits = commits;
    this.jobs = jobs;
  }

  /** One pass from where the job is; struck off, or set back to the beginning, at its end. */
  public void run(Campaign campaign, Job job, Instant now) {
    boolean whole = true;
    if (campaign.stage().underway()) {
      List<Unit> open = open(campaign, job);
      Map<UnitCode, Head> heads =
          submissions.heads(campaign.id(), open.stream().map(Unit::code).toList());
      for (int from = 0; from < open.size(); from += STRIDE) {
        List<Unit> some = open.subList(from, Math.min(from + STRIDE, open.size()));
        for (Unit unit : some) {
          whole &=
              Optional.ofNullable(heads.get(unit.code()))
                  .filter(head -> due(campaign, unit, head))
                  .map(head -> note(campaign, unit, now))
                  .orElse(true);
        }
        jobs.keep(job.done(Optional.of(some.getLast().code())));
      }
    }
    if (whole && job.after().isEmpty() && !now.isBefore(job.at().plus(SETTLED_AFTER))) {
      jobs.done(job);
    } else {
      jobs.keep(job.done(Optional.empty()));
    }
  }

  private List<Unit> open(Campaign campaign, Job job) {
    return units.all(campaign.id(), campaign.unitsVersion()).stream()
        .filter(unit -> job.group().filter(group -> group == unit.group()).isPresent())
        .filter(unit -> job.after().filter(done -> unit.code().compareTo(done) <= 0).isEmpty())
        .sorted(Comparator.comparing(Unit::code))
        .toList();
  }

  /** Whether the chain has something to note. */
  private boolean due(Campaign campaign, Unit unit, Head head) {
    Amendments amendments = forms.amendments(campaign, unit);
    if (head.notedCorrection() >= amendments.number()) {
      return false;
    }
    Head applied = amendments.applied(campaign, unit, head);
    return head.state().editable()
        ? !applied.dueAt().equals(head.dueAt()) || !applied.closing().equals(head.closing())
        : amendments.signedUnder(head) < amendments.number();
  }

  private boolean note(Campaign campaign, Unit unit, Instant now) {
    return commits
        .until(() ->
            Outcome.accepted(
                submissions
                    .head(campaign.id(), unit.code())
                    .filter(head -> due(campaign, unit, head))
                    .map(head -> Decision.commit(true, change(campaign, unit, head, now)))
                    .orElseGet(() -> Decision.nothingToDo(true))))
        .fold(busy -> false, noted -> noted);
  }

  private Commit<PutHead> change(Campaign campaign, Unit unit, Head head, Instant now) {
    Amendments amendments = forms.amendments(campaign, unit);
    Head shaped = amendments.applied(campaign, unit, head).withNotedCorrection(amendments.number());
    List<Answer> computed =
        head.state().changeable() == State.Changeable.REOPENED
            ? computed(campaign, unit, head, amendments, now)
            : List.of();
    var note = Note.of(now, corrected(head, shaped, amendments, computed));
    return computed.isEmpty()
        ? commits.note(head, shaped, List.of(), note)
        : commits.edit(
            head,
            shaped,
            computed.stream().map(answer -> PutAnswer.in(head, answer)).toList(),
            note);
  }

  // A sent form's computed figures are the system's own: nobody need be asked for them again. In an
  // appraised one they stay as they were judged; what the correction makes of them is derived.
  private List<Answer> computed(
      Campaign campaign, Unit unit, Head head, Amendments amendments, Instant now) {
    boolean touched =
        amendments.corrections().stream()
            .flatMap(one -> one.lines().stream())
            .anyMatch(line -> line.computed() && line.substance());
    if (!touched) {
      return List.of();
    }
    CriteriaSet criteria = forms.criteria(campaign, unit);
    Form form = submissions.form(campaign.id(), unit.code()).orElseThrow();
    Map<CriterionId, Fillings.Computed> figures =
        new TreeMap<>(fillings.computed(campaign, unit, head, criteria, now, List.of()));
    figures.keySet().removeIf(id -> amendments.of(id, Optional.empty()).isEmpty());
    return Fillings.answers(figures, form, Forms.criteriaVersion(campaign, unit), amendments, now);
  }

  private static CorrectionFact.FormCorrected corrected(
      Head head, Head shaped, Amendments amendments, List<Answer> computed) {
    List<Correction> news =
        amendments.corrections().stream()
            .filter(one -> one.number() > head.notedCorrection())
            .toList();
    Optional<Head> unsent = Optional.of(shaped).filter(form -> head.state().editable());
    return new CorrectionFact.FormCorrected(
        news.stream().map(Correction::number).toList(),
        news.stream().map(one -> one.letter().number()).toList(),
        amendments.corrections().getLast().version(),
        unsent.map(Head::dueAt),
        unsent.map(Head::closesAt),
        unsent.isPresent() ? Optional.empty() : Optional.of(opened(head, shaped)),
        FilledIn.of(computed),
        unsent
            .filter(form -> form.inForce().isEmpty())
            .flatMap(form -> head.inForce())
            .map(Closing::checkCode));
  }

  private static List<CorrectionFact.Opened> opened(Head head, Head shaped) {
    return shaped.reopened().stream()
        .filter(
            open -> open.correction().filter(number -> number > head.notedCorrection()).isPresent())
        .map(open -> new CorrectionFact.Opened(open.criterion(), open.until()))
        .toList();
  }
}
