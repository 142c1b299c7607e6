package vn.minhbach.core.publish.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.appraise.marking.Appraised;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.ledger.Body;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;

/** A published scorecard as the cells of a bundle. */
final class CellsOfUnit {

  private final FormView view;
  private final Map<CriterionId, Appraised.Settled> settled = new HashMap<>();

  private final Set<CriterionId> inspected;

  private CellsOfUnit(ReadResult.Card card, Set<CriterionId> inspected) {
    this.inspected = inspected;
    this.view = card.view();
    card.appraised()
        .ifPresent(form -> form.cells().forEach(one -> settled.put(one.cell().id(), one)));
  }

  static List<Cell> of(ReadResult.Card card, Set<CriterionId> inspected) {
    var cells = new CellsOfUnit(card, inspected);
    Map<CriterionId, CriterionScore> self = scores(card.view().scorecard());
    Map<CriterionId, CriterionScore> finals = scores(card.scorecard());
    var all = new ArrayList<Cell>();
    self.forEach((id, score) -> all.add(cells.cell(id, score, finals.get(id))));
    return all;
  }

  static Map<String, UnitScores.Total> totals(ReadResult.Card card) {
    var totals = new TreeMap<String, UnitScores.Total>();
    card.scorecard()
        .groups()
        .forEach(
            group -> totals.put(group.group(), new UnitScores.Total(group.points(), group.max())));
    return totals;
  }

  private static Map<CriterionId, CriterionScore> scores(Scorecard card) {
    var scores = new LinkedHashMap<CriterionId, CriterionScore>();
    card.lines().forEach(line -> scores.put(line.criterion(), line.score()));
    return scores;
  }

  private Cell cell(CriterionId id, CriterionScore self, CriterionScore finals) {
    Optional<Appraised.Settled> judged = Optional.ofNullable(settled.get(id));
    Cell.Basis basis = judged.map(CellsOfUnit::basis).orElseGet(() -> unjudged(self));
    Map<String, Object> own = figures(id);
    return new Cell(
        id,
        Said.of(self, own),
        Said.of(finals, judged.map(one -> figures(one, basis, own)).orElse(own)),
        basis,
        proof(id, basis));
  }

  private Map<String, Object> figures(CriterionId id) {
    return Optional.ofNullable(view.form().answers().get(id))
        .<Map<String, Object>>map(answer -> Body.figures(answer.inputs()))
        .orElse(Map.of());
  }

  private static Cell.Basis unjudged(CriterionScore self) {
    return self instanceof CriterionScore.NotAssigned || self instanceof CriterionScore.Unanswered
        ? Cell.Basis.NONE
        : Cell.Basis.SELF;
  }

  private static Cell.Basis basis(Appraised.Settled one) {
    Marking marking = one.marking();
    if (marking.state() != Marking.State.SETTLED) {
      return Cell.Basis.NONE;
    }
    return decided(one)
        .map(basis -> Cell.Basis.valueOf(basis.kind().name()))
        .orElse(Cell.Basis.SOURCE);
  }

  private static Optional<Basis> decided(Appraised.Settled one) {
    return one.marking().decisive().map(Reading::ruling).map(Reading.Ruling::basis);
  }

  private static Map<String, Object> figures(
      Appraised.Settled one, Cell.Basis basis, Map<String, Object> own) {
    return switch (basis) {
      case GIVEN, NOT_APPLICABLE -> Map.of();
      case INPUTS, SOURCE ->
          decided(one).flatMap(Basis::figures).<Map<String, Object>>map(Body::figures).orElse(own);
      default -> own;
    };
  }

  private Cell.Proof proof(CriterionId id, Cell.Basis basis) {
    boolean source =
        Optional.ofNullable(view.form().answers().get(id))
            .flatMap(Answer::claim)
            .filter(claim -> claim.kind() != Claim.Kind.CONTESTED)
            .isPresent();
    if (basis == Cell.Basis.SOURCE || basis == Cell.Basis.SELF && source) {
      return Cell.Proof.SOURCE;
    }
    if (inspected.contains(id)) {
      return Cell.Proof.INSPECTED;
    }
    // One that was taken down lay before who judged: what was published stays as it was.
    boolean files =
        view.form().evidence().stream()
            .anyMatch(file ->
                file.proves(id)
                    && (file.counts() && file.state().present() || file.takenDown().isPresent()));
    return files ? Cell.Proof.DOCUMENT : Cell.Proof.DECLARED;
  }
}
