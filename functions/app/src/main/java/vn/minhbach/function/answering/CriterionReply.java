package vn.minhbach.function.answering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.hint.LastYear;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Input;
import vn.minhbach.core.criteria.ScoringRule;
import vn.minhbach.core.publish.plan.EarlierPlan;
import vn.minhbach.core.publish.plan.Plan;
import vn.minhbach.core.publish.plan.PlanReview;
import vn.minhbach.core.scoring.CriterionScore;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.AnswerReply;
import vn.minhbach.function.view.CorrectedReply;
import vn.minhbach.function.view.DecisionReply;
import vn.minhbach.function.view.EvidenceReply;
import vn.minhbach.function.view.PublishedReply;
import vn.minhbach.function.view.RemarkReply;

/**
 * A criterion of the form: what is known of it, what is asked, what was answered.
 *
 * @param contested an answer typed for the unit and set aside by it
 * @param remark what the unit's district says on it
 * @param planned measures that the unit planned for it in the campaign before
 */
record CriterionReply(
    @Wire(inline = true) KnownReply known,
    Optional<FigureReply> lastYear,
    Optional<List<OddityReply>> warnings,
    Optional<List<PublishedReply>> questions,
    CriterionId id,
    String title,
    Points maxPoints,
    String rule,
    List<InputReply> inputs,
    Optional<List<OptionReply>> options,
    Optional<List<ItemReply>> items,
    Optional<List<PartReply>> parts,
    Optional<String> hint,
    boolean evidenceRequired,
    String verifyBy,
    Optional<String> verifier,
    Optional<String> dataSource,
    Optional<DecisionReply> notAssigned,
    Optional<Boolean> awaitsBest,
    boolean naAllowed,
    Optional<String> naReason,
    Optional<AnswerReply> answer,
    Optional<CorrectedReply> corrected,
    Optional<AnswerReply> contested,
    Optional<RemarkReply> remark,
    Optional<List<MeasureReply>> planned,
    List<EvidenceReply> evidence)
    implements ReplyPart {

  static CriterionReply of(
      Criterion criterion, FormSheet sheet, List<EvidenceReply> evidence, FormReply.Help help) {
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    Optional<Answer> aside =
        Optional.ofNullable(sheet.view().form().contested().get(criterion.id()));
    return new CriterionReply(
        KnownReply.of(criterion, sheet),
        help.hints().lastYear().flatMap(before -> FigureReply.of(before, criterion.id())),
        ReplyPart.some(help.hints().of(criterion.id()).stream().map(OddityReply::of).toList()),
        ReplyPart.some(
            help.questions().stream()
                .filter(question -> question.criterion().equals(criterion.id()))
                .map(PublishedReply::of)
                .toList()),
        criterion.id(),
        criterion.title(),
        criterion.maxPoints(),
        criterion.rule().type(),
        criterion.inputs().stream().map(InputReply::of).toList(),
        OptionReply.all(criterion.rule()),
        ItemReply.all(criterion.rule()),
        PartReply.all(criterion.rule()),
        criterion.hint(),
        criterion.evidenceRequired(),
        criterion.verifyBy().code(),
        criterion.verifier(),
        criterion.dataSource(),
        Optional.ofNullable(sheet.view().exempt().get(criterion.id())).map(DecisionReply::of),
        ReplyPart.only(awaitsBest(criterion, sheet.view())),
        criterion.naAllowed(),
        criterion.naReason(),
        answer.map(AnswerReply::of),
        CorrectedReply.of(criterion, sheet.view()),
        aside.map(AnswerReply::of),
        Optional.ofNullable(help.remarks().get(criterion.id())).map(RemarkReply::of),
        help.earlier().flatMap(then -> MeasureReply.of(then, criterion.id())),
        evidence);
  }

  /** A measure of the earlier plan; {@code done} is left out while nobody has said. */
  record MeasureReply(int number, String measure, LocalDate due, Optional<Boolean> done)
      implements ReplyPart {

    private static Optional<List<MeasureReply>> of(
        EarlierPlan.Reviewed then, CriterionId criterion) {
      return ReplyPart.some(
          IntStream.rangeClosed(1, then.plan().items().size())
              .filter(
                  number -> then.plan().item(number).orElseThrow().criterion().equals(criterion))
              .mapToObj(number -> of(then, number))
              .toList());
    }

    private static MeasureReply of(EarlierPlan.Reviewed then, int number) {
      Plan.Item item = then.plan().item(number).orElseThrow();
      return new MeasureReply(
          number, item.measure(), item.due(), then.mark(number).map(PlanReview.Mark::done));
    }
  }

  private static boolean awaitsBest(Criterion criterion, FormView view) {
    return view.scorecard().lines().stream()
        .filter(line -> line.criterion().equals(criterion.id()))
        .anyMatch(line -> line.score() instanceof CriterionScore.AwaitsBest);
  }

  /** A part of a sum or an alternative of a best, with what it asks. */
  record PartReply(
      String key,
      String label,
      Points maxPoints,
      String rule,
      List<InputReply> inputs,
      Optional<List<OptionReply>> options,
      Optional<List<ItemReply>> items,
      Optional<List<PartReply>> parts)
      implements ReplyPart {

    private static Optional<List<PartReply>> all(ScoringRule rule) {
      return ReplyPart.some(
          rule.parts().stream()
              .map(part ->
                  new PartReply(
                      part.key(),
                      part.label(),
                      part.maxPoints(),
                      part.rule().type(),
                      part.rule().inputs().stream().map(InputReply::of).toList(),
                      OptionReply.all(part.rule()),
                      ItemReply.all(part.rule()),
                      all(part.rule())))
              .toList());
    }
  }

  /** What the unit, or the one that it comes from, answered in the campaign before. */
  record FigureReply(
      CampaignId campaign,
      UnitCode unit,
      Optional<Map<String, Object>> inputs,
      Optional<String> notApplicable,
      Optional<Points> points)
      implements ReplyPart {

    private static Optional<FigureReply> of(LastYear.Comparison before, CriterionId criterion) {
      return Optional.ofNullable(before.figures().get(criterion))
          .map(figure ->
              new FigureReply(
                  before.campaign().id(),
                  before.unit().orElseThrow().code(),
                  Optional.of(figure.inputs()).filter(all -> figure.notApplicable().isEmpty()),
                  figure.notApplicable(),
                  figure.points()));
    }
  }

  /**
   * A figure that is asked for.
   *
   * @param min the least that it may be; of numbers alone
   */
  record InputReply(String key, String label, String kind, Optional<BigDecimal> min)
      implements ReplyPart {

    private static InputReply of(Input input) {
      return new InputReply(
          input.key(),
          input.label(),
          input.kind().code(),
          input.kind().numeric() ? Optional.ofNullable(input.min()) : Optional.empty());
    }
  }

  /** A choice, and what it gives. */
  record OptionReply(String value, String label, Points points) implements ReplyPart {

    private static Optional<List<OptionReply>> all(ScoringRule rule) {
      return rule instanceof ScoringRule.Choice choice
          ? Optional.of(
              choice.options().stream()
                  .map(option -> new OptionReply(option.value(), option.label(), option.points()))
                  .toList())
          : Optional.empty();
    }
  }

  /** An item of a list to be ticked off, and what it gives. */
  record ItemReply(String id, String label, Points points) implements ReplyPart {

    private static Optional<List<ItemReply>> all(ScoringRule rule) {
      return rule instanceof ScoringRule.Checklist checklist
          ? Optional.of(
              checklist.items().stream()
                  .map(item -> new ItemReply(item.key(), item.label(), item.points()))
                  .toList())
          : Optional.empty();
    }
  }
}
