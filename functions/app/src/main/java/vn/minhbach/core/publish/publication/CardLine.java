package vn.minhbach.core.publish.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Points;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.assess.submission.Amendments;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.scoring.CriterionScore;

/**
 * One criterion of a scorecard, from what the unit said to what counts. Names no person.
 *
 * @param inputs what the unit told; empty where it told nothing
 * @param points that count; zero where none do
 * @param self what the unit gave itself; present where the appraisal counts
 * @param appraised what the team found before it heard the unit; empty where no hand judged
 * @param explained what came of the unit's explanation (<i>giải trình</i>); empty where none was
 *     asked
 * @param petitioned what came of its request (<i>đề nghị xem xét lại</i>); empty where it made none
 * @param notAssigned the decision by which the criterion is not assigned to it
 */
public record CardLine(
    CriterionId criterion,
    Map<String, Object> inputs,
    Counts counts,
    Points points,
    Optional<Worth> self,
    Optional<Worth> appraised,
    Optional<Heard> explained,
    Optional<Heard> petitioned,
    Optional<Exemption.Decision> notAssigned,
    Optional<Corrected> corrected) {

  public CardLine {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /** How a criterion counts. */
  public enum Counts {
    POINTS,
    NOT_APPLICABLE,
    NOT_ASSIGNED,
    /** The rest of its points hangs on the best of the group, which is not known yet. */
    AWAITS_BEST
  }

  /** What hearing the unit came to. */
  public enum Ended {
    /** The points stay. */
    KEPT,
    /** The points are others. */
    NEW_POINTS,
    /** The unit did not explain in time: what it was shown stands. */
    UNIT_SILENT,
    /** The team did not judge in time: the self-score stands. */
    TEAM_SILENT
  }

  /**
   * A unit was heard.
   *
   * @param worth what the criterion counted by it; empty where it stayed
   */
  public record Heard(Ended ended, Optional<Worth> worth) {}

  /**
   * What the last correction of the set made of the criterion and of the answer to it.
   *
   * @param owed whether an answer to what it asks now is awaited
   * @param points what the old answer gives under the new rule; with {@code fits}, where it is
   *     older than the correction
   * @param unfit why the old answer no longer fits; empty where it does
   */
  public record Corrected(
      int number,
      String letter,
      LocalDate date,
      List<String> fields,
      Instant until,
      boolean owed,
      Optional<Points> points,
      Optional<Boolean> fits,
      Optional<Unfit> unfit) {

    public Corrected {
      fields = List.copyOf(fields);
    }

    private static Optional<Corrected> of(Criterion criterion, FormView view) {
      Optional<Answer> answer = Optional.ofNullable(view.form().answers().get(criterion.id()));
      return view.amendments()
          .of(criterion.id(), answer)
          .map(amended -> {
            Optional<Amendments.Carried> carried =
                answer
                    .filter(view.amendments()::outdated)
                    .map(old -> view.amendments().carried(criterion, old));
            return new Corrected(
                amended.by().number(),
                amended.by().letter().number(),
                amended.by().letter().date(),
                amended.fields(),
                amended.by().until(),
                amended.owed(),
                carried
                    .map(Amendments.Carried::score)
                    .filter(CriterionScore::applicable)
                    .map(CriterionScore::points),
                carried.map(one -> one.refusal().isEmpty()),
                carried.flatMap(Amendments.Carried::refusal).map(Unfit::of));
          });
    }
  }

  /** Why an answer no longer fits its criterion, in words that stay as they were told. */
  public record Unfit(String slug, String vietnamese, String english) {

    private static Unfit of(Refusal refusal) {
      return new Unfit(
          refusal.problem().slug(), refusal.told(Language.VI), refusal.told(Language.EN));
    }
  }

  /** The score that the line stands for. */
  CriterionScore score() {
    return switch (counts) {
      case POINTS -> new CriterionScore.Awarded(points);
      case NOT_APPLICABLE -> new CriterionScore.NotApplicable();
      case NOT_ASSIGNED -> new CriterionScore.NotAssigned();
      case AWAITS_BEST -> new CriterionScore.AwaitsBest(points);
    };
  }

  /** Whether points of the criterion count. */
  public boolean applicable() {
    return score().applicable();
  }

  /**
   * The line of a criterion.
   *
   * @param counts its score that counts
   * @param own what the unit gave itself
   * @param settled its cell; empty where no appraisal counts
   */
  static CardLine of(
      Criterion criterion,
      FormView view,
      CriterionScore counts,
      CriterionScore own,
      Optional<Appraised.Settled> settled,
      Optional<Explanation> explanation,
      Optional<Petition> petition) {
    Optional<Worth> found = settled.flatMap(Appraised.Settled::found);
    Optional<Worth> explained = settled.flatMap(Appraised.Settled::explained);
    return new CardLine(
        criterion.id(),
        Optional.ofNullable(view.form().answers().get(criterion.id()))
            .map(Answer::inputs)
            .orElse(Map.of()),
        how(counts),
        counts.points(),
        settled.map(one -> new Worth(own.points(), own.applicable())),
        found,
        explanation
            .flatMap(Explanation::last)
            .map(round -> new Heard(ended(round, found, explained), explained)),
        petition
            .flatMap(Petition::decision)
            .map(decision ->
                new Heard(
                    decision.ruling() == Petition.Ruling.KEPT ? Ended.KEPT : Ended.NEW_POINTS,
                    decision.worth())),
        Optional.ofNullable(view.exempt().get(criterion.id())).map(Exemption::decision),
        Corrected.of(criterion, view));
  }

  private static Ended ended(
      Explanation.Round round, Optional<Worth> found, Optional<Worth> explained) {
    return round
        .lapsed()
        .map(silence ->
            silence.party() == Explanation.Party.UNIT ? Ended.UNIT_SILENT : Ended.TEAM_SILENT)
        .orElse(explained.isPresent() && !explained.equals(found) ? Ended.NEW_POINTS : Ended.KEPT);
  }

  private static Counts how(CriterionScore score) {
    return switch (score) {
      case CriterionScore.NotAssigned none -> Counts.NOT_ASSIGNED;
      case CriterionScore.AwaitsBest waits -> Counts.AWAITS_BEST;
      default -> score.applicable() ? Counts.POINTS : Counts.NOT_APPLICABLE;
    };
  }
}
