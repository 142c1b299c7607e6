package vn.minhbach.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.teavm.jso.JSExport;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.scoring.Attainable;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.scoring.Scored;
import vn.minhbach.core.scoring.Scoring;

/** A set of criteria, by which a page scores what is typed. All answers are JSON. */
public final class Form {

  private final CriteriaSet criteria;

  Form(CriteriaSet criteria) {
    this.criteria = criteria;
  }

  /**
   * What an answer's inputs score: {@code {"is":"POINTS","points":"3.88",…,"why":{…}}}, or {@code
   * {"refused":{…}}} with each place at fault in both languages.
   *
   * @param inputs as they are sent, {@code {"a":187,"b":193}}
   */
  @JSExport
  public String score(String criterion, String inputs) {
    return Told.text(
        Scoring.score(criterion(criterion), JsonText.read(inputs))
            .fold(Told::refusal, Form::scored));
  }

  /**
   * The points that a criterion's rule can give, {@code {"points":["0.00","1.00"]}}; null where
   * they are not few.
   */
  @JSExport
  public String attainable(String criterion) {
    return Attainable.of(criterion(criterion))
        .map(points -> Told.text(Map.of("points", points.stream().map(Points::toString).toList())))
        .orElse(null);
  }

  private Criterion criterion(String id) {
    return criteria
        .criterion(new CriterionId(id))
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  private static Map<String, Object> scored(Scored scored) {
    var tree = new TreeMap<String, Object>();
    tree.put("is", scored.dropped() ? "NOT_APPLICABLE" : "POINTS");
    tree.put("points", scored.score().points().toString());
    tree.put("awaitsBest", scored.score() instanceof CriterionScore.AwaitsBest);
    tree.put("inputs", scored.inputs());
    tree.put("why", scored.derivation().tree());
    return tree;
  }

  /**
   * The form's sums, as they print: points, maximum, index and level, and those of each group.
   *
   * @param answers by criterion: {@code {"inputs":{…}}}, {@code {"notApplicable":true}} or {@code
   *     {"notAssigned":true}}; one that is refused counts as unanswered, as one that is left out
   */
  @JSExport
  public String card(String answers) {
    var scores = new HashMap<CriterionId, CriterionScore>();
    ((Map<?, ?>) JsonText.read(answers))
        .forEach((id, answer) -> {
          Criterion criterion = criterion((String) id);
          scores.put(criterion.id(), score(criterion, (Map<?, ?>) answer));
        });
    return Told.text(Told.card(Scorecard.of(criteria, scores)));
  }

  private static CriterionScore score(Criterion criterion, Map<?, ?> answer) {
    if (Boolean.TRUE.equals(answer.get("notAssigned"))) {
      return new CriterionScore.NotAssigned();
    }
    if (Boolean.TRUE.equals(answer.get("notApplicable"))) {
      return criterion.naAllowed()
          ? new CriterionScore.NotApplicable()
          : new CriterionScore.Unanswered();
    }
    return Scoring.points(criterion, answer.get("inputs"))
        .fold(refusal -> new CriterionScore.Unanswered(), score -> score);
  }
}
