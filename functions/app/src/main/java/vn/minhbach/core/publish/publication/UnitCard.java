package vn.minhbach.core.publish.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/**
 * A unit's scorecard (<i>phiếu điểm</i>). That of a result is frozen by the report under the
 * version of its ranking: whatever becomes of form and marks, it stays what was approved. Sums are
 * not kept; they are those of its lines.
 *
 * @param criteriaVersion of the set that it is judged by
 * @param correction how often that set had been corrected
 * @param self what the unit gave itself in all; present where the appraisal counts
 * @param lines by criterion, in the order of the form
 */
public record UnitCard(
    UnitCode unit,
    String name,
    int group,
    Optional<UnitCode> parent,
    State state,
    long criteriaVersion,
    int correction,
    Optional<RankingRow.SelfScore> self,
    List<CardLine> lines) {

  public UnitCard {
    lines = List.copyOf(lines);
  }

  /** What hearings of a unit came to, by criterion. */
  record Hearings(List<Explanation> explanations, List<Petition> petitions) {
    static final Hearings NONE = new Hearings(List.of(), List.of());
  }

  /** The card of a form, and of its appraisal where that counts. */
  static UnitCard of(Unit unit, FormView view, Optional<Appraised> appraised, Hearings heard) {
    Map<CriterionId, CriterionScore> own = scores(view.scorecard());
    Map<CriterionId, CriterionScore> counts =
        appraised.map(form -> scores(form.scorecard())).orElse(own);
    var cells = new HashMap<CriterionId, Appraised.Settled>();
    appraised.ifPresent(form -> form.cells().forEach(one -> cells.put(one.cell().id(), one)));
    Map<CriterionId, Explanation> asked = by(heard.explanations(), Explanation::criterion);
    Map<CriterionId, Petition> pleas = by(heard.petitions(), Petition::criterion);
    return new UnitCard(
        unit.code(),
        unit.name(),
        unit.group(),
        unit.parent(),
        view.form().head().state(),
        view.criteriaVersion(),
        view.amendments().number(),
        appraised.map(form ->
            new RankingRow.SelfScore(
                view.scorecard().points(), view.scorecard().max(), view.scorecard().index())),
        view.criteria().criteria().values().stream()
            .map(criterion ->
                CardLine.of(
                    criterion,
                    view,
                    counts.get(criterion.id()),
                    own.get(criterion.id()),
                    Optional.ofNullable(cells.get(criterion.id())),
                    Optional.ofNullable(asked.get(criterion.id())),
                    Optional.ofNullable(pleas.get(criterion.id()))))
            .toList());
  }

  private static <T> Map<CriterionId, T> by(List<T> all, Function<T, CriterionId> criterion) {
    return all.stream().collect(Collectors.toMap(criterion, one -> one));
  }

  private static Map<CriterionId, CriterionScore> scores(Scorecard card) {
    return card.lines().stream()
        .collect(Collectors.toMap(Scorecard.Line::criterion, Scorecard.Line::score));
  }

  /** Whether the appraisal counts. */
  public boolean appraised() {
    return self.isPresent();
  }

  /** Its sums. */
  Scorecard scorecard(CriteriaSet criteria) {
    var scores = new TreeMap<CriterionId, CriterionScore>();
    lines.forEach(line -> scores.put(line.criterion(), line.score()));
    return Scorecard.of(criteria, scores);
  }
}
