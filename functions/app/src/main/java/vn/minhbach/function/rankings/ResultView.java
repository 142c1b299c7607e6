package vn.minhbach.function.rankings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.Employer;
import vn.minhbach.core.Role;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.DraftOpenings;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.publish.ranking.Rankings;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.function.http.AmendedView;
import vn.minhbach.function.http.DecisionView;
import vn.minhbach.function.http.GroupView;
import vn.minhbach.function.http.Tree;

/** Results as a client reads them. Nothing here names a person, a file or a note. */
final class ResultView {

  private ResultView() {}

  static Map<String, Object> summary(ReadResult.Summary summary) {
    Campaign campaign = summary.campaign();
    return new Tree()
        .with("campaign", campaign.id())
        .with("name", campaign.settings().name())
        .with("year", campaign.settings().year())
        .with("stage", campaign.stage().name())
        .with("stageVi", campaign.stage().vietnamese())
        .with("units", summary.counts().stream().mapToInt(ReadResult.Count::units).sum())
        .with("submitted", summary.counts().stream().mapToInt(ReadResult.Count::submitted).sum())
        .with(
            "groups",
            summary.counts().stream()
                .map(count ->
                    new Tree()
                        .with("group", count.group())
                        .with("units", count.units())
                        .with("submitted", count.submitted())
                        .build())
                .toList())
        .build();
  }

  static Map<String, Object> page(Campaign campaign, ReadResult.Page page) {
    var tree =
        new LinkedHashMap<>(
            new Tree()
                .with("campaign", campaign.id())
                .with("group", page.table().group())
                .with("stage", campaign.stage().name())
                .with("basis", campaign.result().map(Campaign.Result::basis).orElse("SELF"))
                .with("tieRule", campaign.settings().tieRule().name())
                .with("builtAt", page.table().builtAt())
                .with("digest", page.table().digest())
                .with("bests", bests(page.table()))
                .with("count", page.table().count())
                .build());
    tree.putAll(
        Tree.list(
            page.rows().stream().map(ResultView::row).toList(), page.next().map(String::valueOf)));
    return tree;
  }

  // What anyone needs to compute the points again that hang on the best of the group.
  private static Map<String, Object> bests(Rankings.Table table) {
    var bests = new LinkedHashMap<String, Object>();
    table
        .bests()
        .forEach((place, best) ->
            bests.put(
                place,
                new Tree()
                    .with("numerator", best.part().toPlainString())
                    .with("denominator", best.whole().toPlainString())
                    .build()));
    return bests.isEmpty() ? null : bests;
  }

  static Map<String, Object> row(RankingRow row) {
    var groups = new LinkedHashMap<String, Object>();
    row.groupPoints().forEach((id, points) -> groups.put(id, points.toString()));
    return new Tree()
        .with("rank", number(row.rank()))
        .with("unit", row.unit())
        .with("name", row.name())
        .with("parent", row.parent())
        .with("rankInDistrict", number(row.rankInDistrict()))
        .with("index", row.index())
        .with("points", row.unranked().isPresent() ? null : row.points())
        .with("max", row.unranked().isPresent() ? null : row.applicableMax())
        .with("groups", groups.isEmpty() ? null : groups)
        .with("groupResults", groupResults(row))
        .with("level", row.level())
        .with("unranked", row.unranked())
        .build();
  }

  private static Map<String, Object> groupResults(RankingRow row) {
    var results = new LinkedHashMap<String, Object>();
    row.groupResults()
        .forEach((id, result) ->
            results.put(
                id,
                GroupView.result(
                    result.max(), result.percent(), result.converted(), result.level())));
    return results.isEmpty() ? null : results;
  }

  /** Names nobody: who an account is, the register says. */
  static Map<String, Object> opening(DraftOpenings.Opening opening) {
    return new Tree()
        .with("at", opening.at())
        .with("by", opening.by())
        .with("roles", opening.roles().stream().map(Role::label).toList())
        .with("employer", opening.employer().map(Object::toString).orElse(Employer.NONE))
        .with("view", opening.view().name())
        .with("group", opening.group())
        .build();
  }

  static Map<String, Object> card(Unit unit, ReadResult.Card card) {
    Scorecard scores = card.view().scorecard();
    return new Tree()
        .with("unit", unit.code())
        .with("name", unit.name())
        .with("group", unit.group())
        .with("parent", unit.parent())
        .with("state", card.view().form().head().state().name())
        .with("criteriaSet", AmendedView.judgedBy(card.view()))
        .with("points", scores.points())
        .with("max", scores.max())
        .with("index", scores.index())
        .with("level", scores.level().map(Level::code))
        .with("levelVi", scores.level().map(Level::label))
        .with("rank", card.row().map(row -> number(row.rank())).orElse(null))
        .with("rankInDistrict", card.row().map(row -> number(row.rankInDistrict())).orElse(null))
        .with("unranked", card.row().flatMap(RankingRow::unranked))
        .with("unitsInGroup", card.table().map(table -> (Object) table.count()).orElse(null))
        .with(
            "groups",
            card.view().criteria().groups().stream().map(group -> group(group, card)).toList())
        .build();
  }

  private static Map<String, Object> group(CriteriaGroup group, ReadResult.Card card) {
    return new Tree()
        .with("id", group.id())
        .with("title", group.title())
        .with("maxPoints", group.maxPoints())
        .with("points", card.view().scorecard().pointsOf(group.id()))
        .with("kind", GroupView.kind(group))
        .with("result", GroupView.result(group, card.view().scorecard()))
        .with("criteria", criteria(group, card))
        .build();
  }

  private static List<Map<String, Object>> criteria(CriteriaGroup group, ReadResult.Card card) {
    var scores = new LinkedHashMap<Object, CriterionScore>();
    card.view().scorecard().lines().forEach(line -> scores.put(line.criterion(), line.score()));
    return group.criteria().stream()
        .map(criterion -> {
          CriterionScore score = scores.get(criterion.id());
          Answer answer = card.view().form().answers().get(criterion.id());
          return new Tree()
              .with("id", criterion.id())
              .with("title", criterion.title())
              .with("maxPoints", criterion.maxPoints())
              .with("inputs", answer == null ? null : answer.inputs())
              .with("points", score.applicable() ? score.points() : null)
              .with("notApplicable", score instanceof CriterionScore.NotApplicable ? true : null)
              .with(
                  "notAssigned",
                  Optional.ofNullable(card.view().exempt().get(criterion.id()))
                      .map(exemption -> DecisionView.of(exemption.decision())))
              .with("awaitsBest", score instanceof CriterionScore.AwaitsBest ? true : null)
              .with("corrected", AmendedView.of(criterion, card.view()))
              .build();
        })
        .toList();
  }

  private static Object number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
