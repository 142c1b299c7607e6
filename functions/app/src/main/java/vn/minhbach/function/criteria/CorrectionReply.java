package vn.minhbach.function.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.assess.correction.CorrectCriteria;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Wire;
import vn.minhbach.function.view.LetterReply;

/**
 * A correction as a client reads it.
 *
 * @param version of the corrected set; left out where it was only tried
 */
record CorrectionReply(
    int number,
    int group,
    LetterReply letter,
    String reason,
    long previous,
    Optional<Long> version,
    Instant at,
    Instant until,
    LocalDate untilDay,
    List<String> set,
    List<LineReply> criteria)
    implements ReplyPart {

  static CorrectionReply of(Campaign campaign, Correction correction) {
    return new CorrectionReply(
        correction.number(),
        correction.group(),
        new LetterReply(correction.letter().number(), correction.letter().date()),
        correction.reason(),
        correction.previous(),
        Optional.of(correction.version()).filter(version -> version != 0),
        correction.at(),
        correction.until(),
        Deadlines.of(campaign).day(correction.until()),
        correction.set(),
        correction.lines().stream().map(LineReply::of).toList());
  }

  static MadeReply made(Campaign campaign, CorrectCriteria.Made made) {
    CorrectCriteria.Reach reach = made.reach();
    return new MadeReply(
        of(campaign, made.correction()),
        made.dryRun(),
        new ReachReply(
            reach.units(), reach.touched(), reach.sent(), reach.outdated(), reach.answers()));
  }

  /** A correction that was made or tried, with what it bears on. */
  record MadeReply(
      @Wire(inline = true) CorrectionReply correction, boolean dryRun, ReachReply forms)
      implements ReplyPart {}

  /** Forms and answers on which it bears. */
  record ReachReply(int units, int touched, int sent, int unsent, int answers)
      implements ReplyPart {}

  /** What changed at one criterion. */
  record LineReply(
      CriterionId criterion, CriteriaDiff.Change change, List<String> fields, boolean reopens)
      implements ReplyPart {

    private static LineReply of(CriteriaDiff.Line line) {
      return new LineReply(line.criterion(), line.change(), line.fields(), line.opens());
    }
  }
}
