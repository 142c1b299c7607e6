package vn.minhbach.function.marking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Language;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.marking.CloseAppraisal;
import vn.minhbach.core.appraise.marking.ReadHistory;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;

/** The appraisal of a unit as a whole, and why a criterion counts what it counts. */
public final class AppraisalRoutes implements Routes {

  private final CloseAppraisal appraisals;
  private final ReadHistory histories;

  public AppraisalRoutes(CloseAppraisal appraisals, ReadHistory histories) {
    this.appraisals = appraisals;
    this.histories = histories;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.CLOSE_APPRAISAL, this::close,
        Route.REOPEN_APPRAISAL, this::reopen,
        Route.READ_HISTORY, this::history);
  }

  private Outcome<Reply> close(Exchange on) {
    return on.jsonOrNothing()
        .flatMap(sent ->
            appraisals.close(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(CloseAppraisal::nothing)))
        .map(AppraisalRoutes::closed);
  }

  private Outcome<Reply> reopen(Exchange on) {
    return on.json()
        .flatMap(sent ->
            appraisals.reopen(
                on.campaign(),
                on.unit(),
                sent.act(),
                on.condition(),
                sent.as(CloseAppraisal::reason)))
        .map(AppraisalRoutes::closed);
  }

  private static Reply closed(CloseAppraisal.Closed closed) {
    return Reply.ok(AppraisalReply.of(closed)).etag(closed.head().etag());
  }

  private Outcome<Reply> history(Exchange on) {
    return on.criterion()
        .flatMap(criterion ->
            on.act().flatMap(act -> histories.read(on.campaign(), on.unit(), criterion, act)))
        .map(history -> Reply.ok(HistoryReply.of(history, on.request().language())));
  }

  /** Where the appraisal of a unit stands, with the sums of both scores. */
  private record AppraisalReply(
      UnitCode unit,
      State state,
      Optional<Instant> closedAt,
      SumReply appraised,
      SumReply self,
      Optional<List<CriterionId>> exceptions)
      implements ReplyPart {

    private static AppraisalReply of(CloseAppraisal.Closed closed) {
      return new AppraisalReply(
          closed.head().unit(),
          closed.head().state(),
          closed.head().appraisal().closedAt(),
          SumReply.of(closed.appraised().scorecard()),
          SumReply.of(closed.self().scorecard()),
          ReplyPart.some(
              closed.appraised().cells().stream()
                  .filter(one -> one.marking().exception())
                  .map(one -> one.cell().id())
                  .toList()));
    }
  }

  /** The sum of a form. */
  private record SumReply(Points points, Points max, Optional<Points> index) implements ReplyPart {

    private static SumReply of(Scorecard card) {
      return new SumReply(card.points(), card.max(), card.index());
    }
  }

  /** Why a criterion counts what it counts, oldest first. */
  private record HistoryReply(CriterionId criterion, String title, List<EventReply> items)
      implements ReplyPart {

    private static HistoryReply of(ReadHistory.History history, Language language) {
      return new HistoryReply(
          history.criterion().id(),
          history.criterion().title(),
          history.events().stream().map(one -> EventReply.of(one, language)).toList());
    }
  }

  /** Something that happened to the criterion, in the reader's language. */
  private record EventReply(
      Instant at,
      long seq,
      String kind,
      String who,
      String what,
      Optional<Points> points,
      Optional<Long> criteriaVersion)
      implements ReplyPart {

    private static EventReply of(ReadHistory.Event event, Language language) {
      return new EventReply(
          event.at(),
          event.seq(),
          event.kind(),
          in(language, event.who()),
          in(language, event.what()),
          event.points(),
          event.criteriaVersion());
    }

    private static String in(Language language, Bilingual words) {
      return language == Language.EN ? words.english() : words.vietnamese();
    }
  }
}
