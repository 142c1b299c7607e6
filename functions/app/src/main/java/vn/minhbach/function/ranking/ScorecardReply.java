package vn.minhbach.function.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.Worth;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.publish.publication.CardLine;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.publication.NextLevel;
import vn.minhbach.core.publish.publication.ReadScorecard;
import vn.minhbach.core.publish.ranking.RankingRow;
import vn.minhbach.core.scoring.Scorecard;
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
    Optional<Integer> issue,
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
    Optional<NextLevelReply> nextLevel,
    Optional<RequestReply> evidenceRequest,
    List<GroupReply> groups)
    implements ReplyPart {

  static ScorecardReply of(ReadScorecard.Sheet sheet) {
    Scorecard scores = sheet.scores();
    Optional<ReadScorecard.Ranked> ranked = sheet.ranked();
    Optional<RankingRow> row = ranked.map(ReadScorecard.Ranked::row);
    return new ScorecardReply(
        sheet.card().unit(),
        sheet.card().name(),
        sheet.card().group(),
        sheet.card().parent(),
        sheet.card().state(),
        ranked.map(ReadScorecard.Ranked::issue),
        JudgedByReply.of(
            sheet.criteria(), sheet.card().criteriaVersion(), sheet.card().correction()),
        scores.points(),
        scores.max(),
        scores.index(),
        scores.level().map(Level::code),
        scores.level().map(Level::label),
        row.map(RankingRow::rank).orElse(OptionalInt.empty()),
        row.map(RankingRow::rankInDistrict).orElse(OptionalInt.empty()),
        row.flatMap(RankingRow::unranked),
        row.flatMap(AnnexReply::label),
        row.map(AnnexReply::of),
        ranked.map(one -> one.table().count()),
        sheet.card().appraised() ? "APPRAISED" : "SELF",
        sheet.card().self().map(SelfReply::of),
        sheet.next().map(NextLevelReply::of),
        ranked.map(published -> RequestReply.TO_THE_OFFICE),
        sheet.criteria().groups().stream().map(group -> GroupReply.of(group, sheet)).toList());
  }

  /** What the unit gave itself, where another score counts. */
  record SelfReply(Points points, Points max, Optional<Points> index) implements ReplyPart {

    private static SelfReply of(RankingRow.SelfScore self) {
      return new SelfReply(self.points(), self.max(), self.index());
    }
  }

  /** How whoever wants to see the evidence asks for it. */
  record RequestReply(String vi, String en) implements ReplyPart {

    private static final RequestReply TO_THE_OFFICE =
        new RequestReply(
            "Tài liệu minh chứng không đăng kèm phiếu điểm. Công dân có quyền yêu cầu cung cấp theo"
                + " Luật Tiếp cận thông tin số 104/2016/QH13: gửi phiếu yêu cầu đến đơn vị hoặc cơ"
                + " quan thường trực của đợt đánh giá, nêu mã đơn vị và mã tiêu chí.",
            "Evidence is not published with a scorecard. Any citizen may ask for it under the Law"
                + " on access to information 104/2016/QH13: send a request to the unit or to the"
                + " standing office of the assessment, naming the codes of unit and criterion.");
  }

  /** How far the level above is. */
  record NextLevelReply(
      String level,
      String levelVi,
      Points minPercent,
      boolean minInclusive,
      Points distance,
      boolean enough,
      List<StepReply> criteria)
      implements ReplyPart {

    private static NextLevelReply of(NextLevel next) {
      return new NextLevelReply(
          next.level().code(),
          next.level().label(),
          next.level().minPercent(),
          next.level().minInclusive(),
          next.distance(),
          next.enough(),
          next.steps().stream()
              .map(step -> new StepReply(step.criterion(), step.title(), step.gap()))
              .toList());
    }
  }

  /** A criterion that would help, and what it lacks. */
  record StepReply(CriterionId id, String title, Points gap) implements ReplyPart {}

  /** Where the points of the whole group of units lie. */
  record MiddleReply(Points least, Points median, Points most) implements ReplyPart {

    static MiddleReply of(GroupReport.Middle middle) {
      return new MiddleReply(middle.least(), middle.median(), middle.most());
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
      Optional<MiddleReply> ofAllUnits,
      List<CriterionReply> criteria)
      implements ReplyPart {

    private static GroupReply of(CriteriaGroup group, ReadScorecard.Sheet sheet) {
      return new GroupReply(
          group.id(),
          group.title(),
          group.maxPoints(),
          sheet.scores().pointsOf(group.id()),
          GroupResultReply.kind(group),
          GroupResultReply.of(group, sheet.scores()),
          sheet
              .ranked()
              .flatMap(ReadScorecard.Ranked::report)
              .map(GroupReport::middles)
              .flatMap(all -> Optional.ofNullable(all.get(group.id())))
              .map(MiddleReply::of),
          group.criteria().stream()
              .map(criterion ->
                  sheet
                      .line(criterion.id())
                      .map(line -> CriterionReply.of(criterion, line))
                      .orElseGet(() -> CriterionReply.hidden(criterion)))
              .toList());
    }
  }

  /** What hearing the unit came to. */
  record HeardReply(CardLine.Ended ended, Optional<Points> points, Optional<Boolean> notApplicable)
      implements ReplyPart {

    private static HeardReply of(CardLine.Heard heard) {
      return new HeardReply(
          heard.ended(),
          ScorecardReply.points(heard.worth()),
          ReplyPart.only(heard.worth().filter(worth -> !worth.applicable()).isPresent()));
    }
  }

  private static Optional<Points> points(Optional<Worth> worth) {
    return worth.filter(Worth::applicable).map(Worth::points);
  }

  /** What a criterion gives. */
  record CriterionReply(
      CriterionId id,
      String title,
      Points maxPoints,
      Optional<Boolean> hidden,
      Optional<Map<String, Object>> inputs,
      Optional<List<FigureReply>> figures,
      Optional<Points> points,
      Optional<Boolean> notApplicable,
      Optional<DecisionReply> notAssigned,
      Optional<Boolean> awaitsBest,
      Optional<Points> selfPoints,
      Optional<Boolean> selfNotApplicable,
      Optional<Points> appraisedPoints,
      Optional<HeardReply> explained,
      Optional<HeardReply> petitioned,
      Optional<CorrectedReply> corrected)
      implements ReplyPart {

    /** What the public is told of a criterion that is not public. */
    private static CriterionReply hidden(Criterion criterion) {
      return new CriterionReply(
          criterion.id(),
          criterion.title(),
          criterion.maxPoints(),
          Optional.of(true),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static CriterionReply of(Criterion criterion, CardLine line) {
      return new CriterionReply(
          criterion.id(),
          criterion.title(),
          criterion.maxPoints(),
          Optional.empty(),
          Optional.of(line.inputs()).filter(inputs -> !inputs.isEmpty()),
          FigureReply.of(criterion.rule(), line.inputs()),
          line.applicable() ? Optional.of(line.points()) : Optional.empty(),
          ReplyPart.only(line.counts() == CardLine.Counts.NOT_APPLICABLE),
          line.notAssigned().map(DecisionReply::of),
          ReplyPart.only(line.counts() == CardLine.Counts.AWAITS_BEST),
          ScorecardReply.points(line.self()),
          ReplyPart.only(
              line.self().filter(own -> !own.applicable()).isPresent()
                  && line.counts() != CardLine.Counts.NOT_ASSIGNED),
          ScorecardReply.points(line.appraised()),
          line.explained().map(HeardReply::of),
          line.petitioned().map(HeardReply::of),
          line.corrected().map(CorrectedReply::of));
    }
  }
}
