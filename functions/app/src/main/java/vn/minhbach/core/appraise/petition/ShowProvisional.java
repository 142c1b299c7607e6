package vn.minhbach.core.appraise.petition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Act;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.Refusal.Violation;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.appraise.assignment.Duties;
import vn.minhbach.core.appraise.marking.Docket;
import vn.minhbach.core.appraise.marking.Hearings;
import vn.minhbach.core.appraise.marking.MarkProblem;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignChange;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * The office shows every unit its provisional result (<i>thông báo kết quả thẩm định dự kiến</i>)
 * and opens the term for petitions: one write into the campaign, from which each unit's own sheet
 * follows; no item a unit. Every judgement that stands at that moment counts as shown.
 *
 * <p>Refused without a team, and while a delivered form has a criterion that waits for a mark or of
 * which the unit is heard, naming the first ten. Shown again only where something was cut since.
 */
public final class ShowProvisional {

  /** More than a screen shows; the count is exact. */
  private static final int NAMED_MAX = 10;

  private final CampaignChange change;
  private final Units units;
  private final Submissions submissions;
  private final Forms forms;
  private final Duties duties;
  private final Docket docket;
  private final Hearings hearings;

  public ShowProvisional(
      CampaignChange change,
      Units units,
      Submissions submissions,
      Forms forms,
      Duties duties,
      Docket docket,
      Hearings hearings) {
    this.change = change;
    this.units = units;
    this.submissions = submissions;
    this.forms = forms;
    this.duties = duties;
    this.docket = docket;
    this.hearings = hearings;
  }

  /** What a look at every unit came to. */
  private static final class Survey {
    private final List<Violation> open = new ArrayList<>();
    private int count;
    private int units;
    private boolean unseen;

    private void open(String place, Fault fault) {
      count++;
      if (open.size() < NAMED_MAX) {
        open.add(Violation.at(place, fault));
      }
    }
  }

  /** OPEN or APPRAISING → APPRAISING, with the result shown. */
  public Outcome<Campaign> show(CampaignId id, Act act) {
    return change.of(
        id,
        act,
        campaign ->
            campaign
                .underway()
                .flatMap(open -> duties.team(open))
                .flatMap(team -> decide(campaign, act)));
  }

  private Outcome<CampaignChange.Decided> decide(Campaign campaign, Act act) {
    Survey survey = survey(campaign, act);
    if (survey.count > 0) {
      return Outcome.refused(
          Refusal.of(PetitionProblem.PROVISIONAL_NOT_READY.of(survey.count), survey.open));
    }
    Deadlines deadlines = Deadlines.of(campaign);
    if (campaign.provisional().isPresent() && !survey.unseen) {
      return Outcome.refused(
          PetitionProblem.PROVISIONAL_ALREADY_SHOWN.of(
              campaign.id(), deadlines.day(campaign.provisional().get().until())));
    }
    Instant until =
        deadlines.workingDaysAfter(
            deadlines.day(act.now()), campaign.settings().appraisalSettings().daysToPetition());
    int number = campaign.provisional().map(Campaign.Provisional::number).orElse(0) + 1;
    return Outcome.accepted(
        CampaignChange.Decided.of(
            campaign.withProvisional(new Campaign.Provisional(number, act.now(), until)),
            new PetitionFact.ProvisionalShown(act.caller().id(), number, until, survey.units)));
  }

  // Reads each delivered form with its marks: once a showing, and nothing else can tell.
  private Survey survey(Campaign campaign, Act act) {
    var survey = new Survey();
    List<Unit> register = units.all(campaign.id(), campaign.unitsVersion());
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), register.stream().map(Unit::code).toList());
    register.stream()
        .filter(unit ->
            Optional.ofNullable(heads.get(unit.code()))
                .filter(head -> head.state().delivered())
                .isPresent())
        .forEach(unit -> {
          survey.units++;
          if (heads.get(unit.code()).state() != State.APPRAISED) {
            look(campaign, unit, act, survey);
          }
        });
    return survey;
  }

  private void look(Campaign campaign, Unit unit, Act act, Survey survey) {
    boolean recused = Recusal.of(act.caller(), unit).isPresent();
    int before = survey.count;
    var own = new Survey();
    Survey into = recused ? own : survey;
    List<Hearings.Open> heard = hearings.open(campaign, unit, act.now());
    if (heard.stream().anyMatch(one -> act.now().isAfter(one.until()))) {
      hearings.lapse(campaign, unit, act.now());
      heard = hearings.open(campaign, unit, act.now());
    }
    heard.forEach(one ->
        into.open(
            unit.code() + "/" + one.criterion(), MarkProblem.HEARING_OPEN.of(one.phase().label())));
    Optional<FormView> view =
        forms.read(campaign, unit).fold(refusal -> Optional.empty(), Optional::of);
    view.flatMap(form -> docket.look(campaign, unit, form, act))
        .map(Docket::inOrder)
        .orElse(List.of())
        .forEach(at -> {
          survey.unseen |= at.proposed().isPresent();
          if (Docket.awaits(at)) {
            into.open(
                unit.code() + "/" + at.cell().id(), MarkProblem.CELL_OPEN.of(at.marking().told()));
          }
        });
    // Of the own body nobody is told more than that it is not done.
    if (recused && own.count > 0 && survey.count == before) {
      survey.open(unit.code().value(), PetitionProblem.UNIT_NOT_READY.of());
    }
  }
}
