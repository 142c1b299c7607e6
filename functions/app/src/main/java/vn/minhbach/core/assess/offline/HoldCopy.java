package vn.minhbach.core.assess.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.assess.answering.AnswerDraft;
import vn.minhbach.core.assess.answering.AnswerFact;
import vn.minhbach.core.assess.answering.AnsweringProblem;
import vn.minhbach.core.assess.answering.Settling;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.CriteriaProblem;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.unit.Unit;

/**
 * Holds an offline copy against the form as it is stored, criterion by criterion, see {@link
 * Verdict}. Writes nothing: {@link MergeAnswers} does, and a workbook's reading says beforehand
 * what will come of it.
 */
public final class HoldCopy {

  /**
   * So many answers are written at once: a transaction takes 100 items, and head, entry and what
   * else a change may carry need room.
   */
  public static final int ANSWERS_MAX = 90;

  /** An entry is one item of 400 KB at most. */
  private static final int ENTRY_BYTES_MAX = 350_000;

  private final Forms forms;
  private final Baselines baselines;

  public HoldCopy(Forms forms, Baselines baselines) {
    this.forms = forms;
    this.baselines = baselines;
  }

  /**
   * What a merge would do now. Refused when the body cannot be read or the campaign takes no forms;
   * whatever stands in the way of a single criterion is in the plan.
   */
  public Outcome<MergePlan> plan(Campaign campaign, Unit unit, Act act, Object tree) {
    return OfflineCopy.read(tree).flatMap(copy -> plan(campaign, unit, act, copy));
  }

  Outcome<MergePlan> plan(Campaign campaign, Unit unit, Act act, OfflineCopy copy) {
    return forms
        .open(campaign, unit)
        .map(form -> {
          Settling settling = Settling.of(forms, baselines, campaign, unit, act);
          Optional<CriteriaSet> shown =
              copy.criteriaVersion() == settling.criteriaVersion()
                  ? Optional.of(settling.criteria())
                  : forms.criteria(campaign, unit, copy.criteriaVersion());
          return new Reading(campaign, unit, form, copy, settling, shown).plan();
        });
  }

  /** What the ledger keeps of it. */
  static AnswerFact.AnswersSaved saved(List<Answer> taken, OfflineCopy copy, Act act) {
    return new AnswerFact.AnswersSaved(
        act.caller().id(),
        taken.stream().map(AnswerFact.Given::of).toList(),
        copy.formVersion(),
        Optional.empty());
  }

  /** One copy held against one form. */
  private static final class Reading {

    private final Campaign campaign;
    private final Unit unit;
    private final Form form;
    private final OfflineCopy copy;
    private final Settling settling;
    private final Optional<CriteriaSet> shown;
    private final List<Answer> taken = new ArrayList<>();
    private final List<Answer> kept = new ArrayList<>();
    private final List<MergePlan.Conflict> conflicts = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();

    Reading(
        Campaign campaign,
        Unit unit,
        Form form,
        OfflineCopy copy,
        Settling settling,
        Optional<CriteriaSet> shown) {
      this.campaign = campaign;
      this.unit = unit;
      this.form = form;
      this.copy = copy;
      this.settling = settling;
      this.shown = shown;
    }

    MergePlan plan() {
      // In the order of the form; what the form does not know comes last.
      var named = new LinkedHashSet<String>();
      settling.criteria().criteria().keySet().forEach(id -> named.add(id.value()));
      named.retainAll(union());
      copy.answers().keySet().stream().sorted().forEach(named::add);
      named.forEach(this::read);
      tooMuch();
      return new MergePlan(form.head(), taken, kept, conflicts, faults);
    }

    private LinkedHashSet<String> union() {
      var named = new LinkedHashSet<>(copy.answers().keySet());
      named.addAll(copy.bases().keySet());
      return named;
    }

    private void read(String name) {
      Optional<Criterion> known =
          Optional.of(name)
              .filter(CriterionId::valid)
              .flatMap(valid -> settling.criteria().criterion(new CriterionId(valid)));
      if (known.isEmpty()) {
        faults.add(
            Violation.at(
                MergePlan.place(name), CriteriaProblem.UNKNOWN_CRITERION.of(shortened(name))));
        return;
      }
      Criterion criterion = known.get();
      Optional<Answer> theirs = Optional.ofNullable(form.answers().get(criterion.id()));
      Optional<AnswerDraft> mine = Optional.ofNullable(copy.answers().get(name));
      OfflineCopy.Base base = copy.base(name);
      Verdict verdict = Verdict.of(criterion, base, mine, theirs);
      switch (verdict) {
        case SAME -> {
          // Nothing to do.
        }
        case KEPT -> kept.add(theirs.orElseThrow());
        case TAKEN, CONFLICT -> {
          Optional<Refusal> refusal = refusal(criterion);
          if (refusal.isPresent()) {
            fault(name, refusal.get());
          } else if (verdict == Verdict.CONFLICT) {
            conflicts.add(
                new MergePlan.Conflict(
                    criterion.id(),
                    mine.orElseThrow().told(),
                    base.said().map(AnswerDraft::told).orElse(Map.of()),
                    theirs));
          } else {
            own(mine.orElseThrow())
                .flatMap(draft -> settling.answer(criterion, draft))
                .fold(
                    refused -> {
                      fault(name, refused);
                      return false;
                    },
                    answer -> taken.add(answer.over(stored(criterion))));
          }
        }
      }
    }

    // What was set aside counts for no reader, but it is what a new answer is written over.
    private Optional<Answer> stored(Criterion criterion) {
      return Optional.ofNullable(form.answers().get(criterion.id()))
          .or(() -> Optional.ofNullable(form.contested().get(criterion.id())));
    }

    /** Why this criterion takes no change from this copy now, whatever the change. */
    private Optional<Refusal> refusal(Criterion criterion) {
      if (criterion.computed()) {
        return Optional.of(Refusal.of(OfflineProblem.COMPUTED_CRITERION.of(criterion.id())));
      }
      boolean same =
          shown.flatMap(set -> set.criterion(criterion.id())).filter(criterion::equals).isPresent();
      if (!same) {
        return Optional.of(
            Refusal.of(
                OfflineProblem.CRITERION_CHANGED.of(
                    criterion.id(), copy.criteriaVersion(), settling.criteriaVersion())));
      }
      return Forms.assigned(campaign, unit, criterion.id())
          .flatMap(asked -> Forms.given(settling.act().caller(), unit, criterion.id()))
          .flatMap(
              caller -> Forms.changeable(unit, form.head(), criterion.id(), settling.act().now()))
          .<Optional<Refusal>>fold(Optional::of, head -> Optional.empty());
    }

    // A copy is the unit's own word; from a paper, one answer at a time is typed.
    private Outcome<AnswerDraft> own(AnswerDraft draft) {
      return draft.paper().isEmpty()
          ? Outcome.accepted(draft)
          : Outcome.refused(AnsweringProblem.PAPER_IS_FOR_OTHERS.of(unit.code()));
    }

    private void fault(String criterion, Refusal refusal) {
      String place = MergePlan.place(criterion);
      if (refusal.violations().isEmpty()) {
        faults.add(new Violation(place, refusal.fault()));
      }
      refusal
          .violations()
          .forEach(one -> faults.add(new Violation(place + "." + one.place(), one.fault())));
    }

    private void tooMuch() {
      if (taken.size() > ANSWERS_MAX) {
        faults.add(
            Violation.at("answers", OfflineProblem.TOO_MANY_ANSWERS.of(taken.size(), ANSWERS_MAX)));
      }
      int bytes = saved(taken, copy, settling.act()).body().size();
      if (bytes > ENTRY_BYTES_MAX) {
        faults.add(Violation.at("answers", InputProblem.BODY_TOO_LARGE.of(bytes, ENTRY_BYTES_MAX)));
      }
    }

    // It comes back in the refusal.
    private static String shortened(String name) {
      return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
  }
}
