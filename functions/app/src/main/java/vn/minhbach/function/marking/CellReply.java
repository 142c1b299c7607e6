package vn.minhbach.function.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Duty;
import vn.minhbach.core.appraise.marking.Basis;
import vn.minhbach.core.appraise.marking.CellView;
import vn.minhbach.core.appraise.marking.Countersign;
import vn.minhbach.core.appraise.marking.Marking;
import vn.minhbach.core.appraise.marking.Reading;
import vn.minhbach.core.appraise.marking.Seen;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.view.AnswerReply;
import vn.minhbach.function.view.HandReply;
import vn.minhbach.function.view.WorthReply;

/**
 * A cell as one member of the team sees it.
 *
 * @param yours as which of its readers the member has to judge it
 * @param lacks whose signatures are missing
 * @param moved what has changed under the mark
 * @param counts what it counts, or will once it is settled
 * @param judgedOn {@code inspection} where the criterion was seen on the spot, else {@code
 *     documents}; left out outside a sheet
 * @param seen to be sent back with a mark, so that it is bound to what is shown here
 * @param etag to be sent as If-Match; left out where nothing is there to overwrite
 */
record CellReply(
    UnitCode unit,
    CriterionId criterion,
    String title,
    Points maxPoints,
    Marking.State state,
    String stateVi,
    Optional<List<Marking.Lack>> lacks,
    Optional<List<Seen.Moved>> moved,
    Optional<Duty.Reading> yours,
    Optional<AnswerReply> answer,
    boolean evidence,
    WorthReply self,
    Optional<WorthReply> counts,
    Optional<Boolean> bySource,
    Optional<Boolean> exception,
    Optional<String> judgedOn,
    List<ReadingReply> readings,
    String seen,
    Optional<String> etag)
    implements ReplyPart {

  /**
   * A cell.
   *
   * @param named whether the member is told who marked
   * @param judgedOn as in the reply
   */
  static CellReply of(
      CellView view, Optional<Duty.Reading> yours, boolean named, Optional<String> judgedOn) {
    Marking marking = view.marking();
    return new CellReply(
        view.cell().unit(),
        view.cell().id(),
        view.cell().criterion().title(),
        view.cell().criterion().maxPoints(),
        marking.state(),
        marking.told().vietnamese(),
        ReplyPart.some(sorted(marking.lacks())),
        ReplyPart.some(sorted(marking.moved())),
        yours,
        view.cell().answer().map(AnswerReply::of),
        view.cell().evidence(),
        WorthReply.of(view.cell().own()),
        marking.decisive().map(Reading::worth).map(WorthReply::of),
        ReplyPart.only(marking.decisive().isEmpty() && view.cell().source().isPresent()),
        ReplyPart.only(marking.exception()),
        judgedOn,
        view.readings().stream().map(one -> ReadingReply.of(one, named)).toList(),
        view.cell().now().token(),
        view.etag());
  }

  private static <E extends Enum<E>> List<E> sorted(Iterable<E> all) {
    var list = new ArrayList<E>();
    all.forEach(list::add);
    list.sort(Comparator.naturalOrder());
    return list;
  }

  /** A signature under a reading. */
  record CountersignReply(HandReply by, WorthReply worth, Instant at) implements ReplyPart {

    static CountersignReply of(Countersign one, boolean named) {
      return new CountersignReply(
          HandReply.of(one.by(), named), WorthReply.of(one.worth()), one.at());
    }
  }

  /** What one hand judged. */
  record ReadingReply(
      Reading.Kind kind,
      HandReply by,
      Basis.Kind basis,
      Optional<Map<String, Object>> inputs,
      WorthReply worth,
      Optional<String> reason,
      Instant at,
      Optional<List<CountersignReply>> countersigns,
      Optional<Instant> confirmedAt,
      Optional<Instant> shownAt,
      Optional<Instant> clearedAt,
      Optional<String> clearedBecause)
      implements ReplyPart {

    static ReadingReply of(Reading reading, boolean named) {
      return new ReadingReply(
          reading.kind(),
          HandReply.of(reading.by(), named),
          reading.ruling().basis().kind(),
          reading.ruling().basis().figures(),
          WorthReply.of(reading.worth()),
          reading.ruling().reason(),
          reading.at(),
          ReplyPart.some(
              reading.after().countersigns().stream()
                  .map(one -> CountersignReply.of(one, named))
                  .toList()),
          reading.after().confirmed().map(Reading.Confirmation::at),
          reading.after().shown().map(Reading.Shown::at),
          reading.after().cleared().map(Reading.Cleared::at),
          reading.after().cleared().map(Reading.Cleared::reason));
    }
  }
}
