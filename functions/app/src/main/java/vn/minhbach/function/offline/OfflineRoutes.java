package vn.minhbach.function.offline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.offline.MergeAnswers;
import vn.minhbach.core.assess.offline.MergePlan;
import vn.minhbach.core.assess.offline.OfflineCopy;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Problems;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.view.AnswerReply;

/** An offline copy, merged into the form or only held against it. */
public final class OfflineRoutes implements Routes {

  private final MergeAnswers merge;

  public OfflineRoutes(MergeAnswers merge) {
    this.merge = merge;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(Route.MERGE_ANSWERS, this::merge);
  }

  private Outcome<Reply> merge(Exchange on) {
    return on.json()
        .flatMap(sent ->
            sent.as(OfflineCopy::read)
                .flatMap(copy -> merge.merge(on.campaign(), on.unit(), sent.act(), copy)))
        .map(plan ->
            Reply.ok(MergeReply.of(plan, on.request().language())).etag(plan.head().etag()));
  }

  /** What became of a copy, or would become of it. */
  private record MergeReply(
      List<AnswerReply> taken,
      List<AnswerReply> kept,
      List<ConflictReply> conflicts,
      List<Problems.ErrorReply> faults)
      implements ReplyPart {

    private static MergeReply of(MergePlan plan, Language language) {
      return new MergeReply(
          plan.taken().stream().map(AnswerReply::of).toList(),
          plan.kept().stream().map(AnswerReply::of).toList(),
          plan.conflicts().stream().map(ConflictReply::of).toList(),
          Problems.errors(plan.faults(), language));
    }
  }

  /** A criterion that was answered on both sides. */
  private record ConflictReply(
      CriterionId criterion,
      Map<String, Object> mine,
      Optional<Map<String, Object>> base,
      Optional<AnswerReply> theirs,
      Optional<String> etag)
      implements ReplyPart {

    private static ConflictReply of(MergePlan.Conflict conflict) {
      return new ConflictReply(
          conflict.criterion(),
          conflict.mine(),
          Optional.of(conflict.base()).filter(base -> !base.isEmpty()),
          conflict.theirs().map(AnswerReply::of),
          conflict.theirs().map(Answer::etag));
    }
  }
}
