package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Form;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.ResultSettings.NoFormPolicy;
import vn.minhbach.core.prepare.source.Baseline;
import vn.minhbach.core.prepare.source.Baselines;
import vn.minhbach.core.scoring.Bests;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Measured;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;
import vn.minhbach.core.unit.Unit;

/**
 * Scores of units that sent no form by the last day (<i>không gửi phiếu</i>): the province's own
 * figures count, everything else is nought of the full maximum, so that sending nothing is never
 * better than sending something. A form that waits at its district was sent, and is none of these.
 */
final class WithoutForm {

  private final Baselines baselines;

  WithoutForm(Baselines baselines) {
    this.baselines = baselines;
  }

  /**
   * The scores of those of a group; of none where the campaign does not rank them. One read for
   * each unit without a form, and none while its time runs.
   */
  Map<UnitCode, Progress.Score> scores(
      Campaign campaign,
      Collection<Unit> group,
      Map<UnitCode, Progress> board,
      CriteriaSet criteria,
      Instant now) {
    var scores = new TreeMap<UnitCode, Progress.Score>();
    for (Unit unit : group) {
      if (ranks(campaign, unit)
          && over(campaign, unit, Optional.ofNullable(board.get(unit.code())), now)) {
        scores.put(unit.code(), score(campaign, unit, criteria));
      }
    }
    return scores;
  }

  /** Whether the campaign ranks the unit though it sends no form. */
  static boolean ranks(Campaign campaign, Unit unit) {
    return campaign.settings().resultSettings().withoutForm() == NoFormPolicy.SOURCE
        && campaign.excuse(unit.code()).isEmpty();
  }

  private static boolean over(Campaign campaign, Unit unit, Optional<Progress> row, Instant now) {
    if (row.filter(one -> sent(one.state())).isPresent()) {
      return false;
    }
    Instant closes =
        row.flatMap(Progress::timing)
            .map(Progress.Timing::closesAt)
            .orElseGet(() -> Forms.derived(campaign, unit).closesAt());
    return now.isAfter(closes)
        && row.flatMap(Progress::signing)
            .filter(closing -> closing.signedAt().isEmpty() && !now.isAfter(closing.signBy()))
            .isEmpty();
  }

  /** Whether a form was sent, whoever has it now. */
  static boolean sent(State state) {
    return state.delivered() || state == State.AT_DISTRICT;
  }

  private Progress.Score score(Campaign campaign, Unit unit, CriteriaSet criteria) {
    var measured = new TreeMap<String, Measured>();
    Map<CriterionId, CriterionScore> scores =
        scores(campaign, unit, criteria, Bests.UNKNOWN, measured);
    return Progress.Score.of(criteria, Scorecard.of(criteria, scores), measured);
  }

  /**
   * The form of a unit that sent none, as it counts: nothing that was typed and not sent, and of a
   * unit that is ranked the province's figures.
   */
  FormView view(Campaign campaign, Unit unit, FormView typed, Bests bests, boolean ranked) {
    Map<CriterionId, CriterionScore> scores =
        ranked
            ? scores(campaign, unit, typed.criteria(), bests, new TreeMap<>())
            : notAssigned(campaign, unit, typed.criteria());
    return new FormView(
        new Form(typed.form().head(), Map.of(), List.of()),
        typed.criteria(),
        typed.criteriaVersion(),
        typed.amendments(),
        typed.exempt(),
        Scorecard.of(typed.criteria(), scores));
  }

  /** What counts of a unit that is ranked without a form, criterion by criterion. */
  Map<CriterionId, CriterionScore> scores(
      Campaign campaign, Unit unit, CriteriaSet criteria, Bests bests) {
    return scores(campaign, unit, criteria, bests, new TreeMap<>());
  }

  private Map<CriterionId, CriterionScore> scores(
      Campaign campaign,
      Unit unit,
      CriteriaSet criteria,
      Bests bests,
      Map<String, Measured> measured) {
    Map<CriterionId, CriterionScore> scores = notAssigned(campaign, unit, criteria);
    Map<CriterionId, Baseline> known = baselines.of(campaign, unit, criteria);
    known.forEach((id, figure) ->
        Scoring.score(criteria.criterion(id).orElseThrow(), figure.inputs(), bests)
            .fold(refusal -> Optional.<Scored>empty(), Optional::of)
            .filter(scored -> !scores.containsKey(id))
            .ifPresent(scored -> {
              scores.put(id, scored.score());
              measured.putAll(scored.measured());
            }));
    return scores;
  }

  private static Map<CriterionId, CriterionScore> notAssigned(
      Campaign campaign, Unit unit, CriteriaSet criteria) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    campaign.exemptions(unit.code()).keySet().stream()
        .filter(id -> criteria.criterion(id).isPresent())
        .forEach(id -> scores.put(id, new CriterionScore.NotAssigned()));
    return scores;
  }
}
