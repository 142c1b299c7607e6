package vn.minhbach.function.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.CorrectedReply;
import vn.minhbach.function.view.DecisionReply;
import vn.minhbach.function.view.GroupResultReply;
import vn.minhbach.function.view.JudgedByReply;

/** A unit's scorecard. Nothing here names a person, a file or a note. */
record ScorecardReply(
    UnitCode unit,
    String name,
    int group,
    Optional<UnitCode> parent,
    State state,
    JudgedByReply criteriaSet,
    Points points,
    Points max,
    Optional<Points> index,
    Optional<String> level,
    Optional<String> levelVi,
    OptionalInt rank,
    OptionalInt rankInDistrict,
    Optional<String> unranked,
    Optional<String> label,
    @Wire(inline = true) Optional<AnnexReply> annex,
    Optional<Integer> unitsInGroup,
    String basis,
    Optional<SelfReply> self,
    List<GroupReply> groups)
    implements ReplyPart {

  static ScorecardReply of(Unit unit, ReadResult.Card card) {
    Scorecard scores = card.scorecard();
    return new ScorecardReply(
        unit.code(),
        unit.name(),
        unit.group(),
        unit.parent(),
        card.view().form().head().state(),
        JudgedByReply.of(card.view()),
        scores.points(),
        scores.max(),
        scores.index(),
        scores.level().map(Level::code),
        scores.level().map(Level::label),
        card.row().map(RankingRow::rank).orElse(OptionalInt.empty()),
        card.row().map(RankingRow::rankInDistrict).orElse(OptionalInt.empty()),
        card.row().flatMap(RankingRow::unranked),
        card.row().flatMap(AnnexReply::label),
        card.row().map(AnnexReply::of),
        card.table().map(Rankings.Table::count),
        card.appraised().isPresent() ? "APPRAISED" : "SELF",
        card.appraised().map(form -> SelfReply.of(card.view().scorecard())),
        card.view().criteria().groups().stream().map(group -> GroupReply.of(group, card)).toList());
  }

  /** What the unit gave itself, where another score counts. */
  record SelfReply(Points points, Points max, Optional<Points> index) implements ReplyPart {

    private static SelfReply of(Scorecard card) {
      return new SelfReply(card.points(), card.max(), card.index());
    }
  }

  /** What a group gives. */
  record GroupReply(
      String id,
      String title,
      Points maxPoints,
      Points points,
      Optional<String> kind,
      Optional<GroupResultReply> result,
      List<CriterionReply> criteria)
      implements ReplyPart {

    private static GroupReply of(CriteriaGroup group, ReadResult.Card card) {
      var scores = new HashMap<CriterionId, CriterionScore>();
      card.scorecard().lines().forEach(line -> scores.put(line.criterion(), line.score()));
      var own = new HashMap<CriterionId, CriterionScore>();
      card.view().scorecard().lines().forEach(line -> own.put(line.criterion(), line.score()));
      return new GroupReply(
          group.id(),
          group.title(),
          group.maxPoints(),
          card.scorecard().pointsOf(group.id()),
          GroupResultReply.kind(group),
          GroupResultReply.of(group, card.scorecard()),
          group.criteria().stream()
              .map(criterion ->
                  CriterionReply.of(
                      criterion, scores.get(criterion.id()), own.get(criterion.id()), card))
              .toList());
    }
  }

  /** What a criterion gives. */
  record CriterionReply(
      CriterionId id,
      String title,
      Points maxPoints,
      Optional<Map<String, Object>> inputs,
      Optional<Points> points,
      Optional<Boolean> notApplicable,
      Optional<DecisionReply> notAssigned,
      Optional<Boolean> awaitsBest,
      Optional<Points> selfPoints,
      Optional<Boolean> selfNotApplicable,
      Optional<CorrectedReply> corrected)
      implements ReplyPart {

    private static CriterionReply of(
        Criterion criterion, CriterionScore score, CriterionScore own, ReadResult.Card card) {
      boolean beside = card.appraised().isPresent();
      return new CriterionReply(
          criterion.id(),
          criterion.title(),
          criterion.maxPoints(),
          Optional.ofNullable(card.view().form().answers().get(criterion.id())).map(Answer::inputs),
          score.applicable() ? Optional.of(score.points()) : Optional.empty(),
          ReplyPart.only(score instanceof CriterionScore.NotApplicable),
          Optional.ofNullable(card.view().exempt().get(criterion.id())).map(DecisionReply::of),
          ReplyPart.only(score instanceof CriterionScore.AwaitsBest),
          beside && own.applicable() ? Optional.of(own.points()) : Optional.empty(),
          ReplyPart.only(beside && own instanceof CriterionScore.NotApplicable),
          CorrectedReply.of(criterion, card.view()));
    }
  }
}
