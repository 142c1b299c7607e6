package vn.minhbach.function.source;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.correction.SourceDifferences;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.prepare.source.Provenance;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.AnswerReply;

/** Where an import differs from what units have dealt with. */
record DifferencesReply(@Wire(inline = true) ListReply<LineReply> list, ExtractionReply extraction)
    implements ReplyPart {

  static DifferencesReply of(SourceDifferences.Page page) {
    return new DifferencesReply(
        new ListReply<>(
            page.lines().stream().map(LineReply::of).toList(),
            page.next().map(at -> at.unit() + "/" + at.criterion())),
        ExtractionReply.of(page.extraction()));
  }

  /**
   * One figure.
   *
   * @param was null where there was none
   * @param is null where there is none now
   */
  record LineReply(
      UnitCode unit,
      CriterionId criterion,
      SourceDifferences.AnswerState answerState,
      Optional<AnsweredReply> answer,
      Optional<Boolean> awaitsConfirmation,
      @Wire(name = "old", orNull = true) Optional<Map<String, Object>> was,
      @Wire(name = "new", orNull = true) Optional<Map<String, Object>> is)
      implements ReplyPart {

    private static LineReply of(SourceDifferences.Line line) {
      return new LineReply(
          line.at().unit(),
          line.at().criterion(),
          line.state(),
          line.answer().map(AnsweredReply::of),
          ReplyPart.only(line.awaits()),
          line.was(),
          line.is());
    }
  }

  /** What the unit answered, and to which import. */
  record AnsweredReply(
      Optional<Map<String, Object>> inputs,
      Optional<String> notApplicable,
      Optional<Points> points,
      Optional<String> reason,
      Optional<Long> baselineVersion)
      implements ReplyPart {

    private static AnsweredReply of(Answer answer) {
      return new AnsweredReply(
          AnswerReply.inputs(answer),
          answer.notApplicable(),
          answer.points(),
          answer.claim().flatMap(Claim::reason),
          answer.claim().flatMap(Claim::provenance).map(Provenance::version));
    }
  }
}
