package vn.minhbach.core.assess.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Arrival;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Extension;
import vn.minhbach.core.assess.submission.FormView;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Keeps the progress board true: for a unit that changed, reads its submission anew and puts the
 * row. What the event said does not count, so that it may come twice, late or out of order.
 */
public final class ProjectScores {

  private final Campaigns campaigns;
  private final Units units;
  private final Forms forms;
  private final Submissions submissions;
  private final ProgressBoard board;
  private final AppraisedScores appraised;

  public ProjectScores(
      Campaigns campaigns,
      Units units,
      Forms forms,
      Submissions submissions,
      ProgressBoard board,
      AppraisedScores appraised) {
    this.campaigns = campaigns;
    this.units = units;
    this.forms = forms;
    this.submissions = submissions;
    this.board = board;
    this.appraised = appraised;
  }

  /** Projects one unit. Nothing happens for a unit that the campaign does not have. */
  public void project(CampaignId campaign, UnitCode code) {
    campaigns
        .find(campaign)
        .filter(found -> found.openedAt().isPresent())
        .ifPresent(found ->
            units
                .find(campaign, found.unitsVersion(), code)
                .ifPresent(unit -> projected(found, unit)));
  }

  /**
   * What a sweep came to.
   *
   * @param lagging how many rows lagged
   * @param rows the board as it is after it
   */
  public record Swept(int lagging, Map<UnitCode, Progress> rows) {
    public Swept {
      rows = new TreeMap<>(rows);
    }
  }

  /**
   * Projects every unit whose row lags behind its submission, so that repair never hangs on a lost
   * event.
   *
   * @param board the rows as they were read
   */
  public Swept sweep(Campaign campaign, Collection<Unit> all, Map<UnitCode, Progress> board) {
    Map<UnitCode, Head> heads =
        submissions.heads(campaign.id(), all.stream().map(Unit::code).toList());
    var rows = new TreeMap<>(board);
    int lagging = 0;
    for (Unit unit : all) {
      Head head = heads.get(unit.code());
      Progress row = rows.get(unit.code());
      if (head != null
          && (row == null || row.sourceSeq() < head.tip().seq() || row.behind(campaign, unit))) {
        projected(campaign, unit).ifPresent(put -> rows.put(unit.code(), put));
        lagging++;
      }
    }
    return new Swept(lagging, rows);
  }

  /** The row that was put; empty where a newer one is there, or there is nothing to tell. */
  private Optional<Progress> projected(Campaign campaign, Unit unit) {
    return forms
        .read(campaign, unit)
        .fold(
            notOpen -> Optional.empty(),
            view ->
                Optional.of(view)
                    .filter(read -> read.form().head().stored())
                    .map(read -> row(campaign, unit, read, appraised.of(campaign, unit, read)))
                    .filter(row -> board.put(campaign.id(), row)));
  }

  /** The row of a form. */
  static Progress row(
      Campaign campaign, Unit unit, FormView view, Optional<Progress.Score> appraised) {
    Head head = view.form().head();
    Optional<Instant> forwardBy = Forms.clock(campaign, unit, head.facts()).forwardBy();
    Scorecard card = view.scorecard();
    return new Progress(
        head.unit(),
        head.state(),
        new Progress.Filled(
            card.lines().size() - card.unanswered().size(),
            card.lines().size(),
            Progress.Owed.of(view),
            Progress.Typed.of(view)),
        Progress.Score.of(view),
        appraised,
        Progress.Sending.of(head),
        Optional.of(Progress.Timing.of(head, forwardBy)),
        new Progress.Basis(
            lastActivity(view),
            head.tip().seq(),
            Optional.of(view.amendments().number()).filter(number -> number > 0),
            Progress.exemption(campaign, unit.code())));
  }

  private static Instant lastActivity(FormView view) {
    Head head = view.form().head();
    return Stream.of(
            view.form().answers().values().stream().map(Answer::at),
            head.signature().stream().map(Head.Signature::at),
            head.closing().stream().map(Closing::at),
            head.forwardedAt().stream(),
            head.term().arrival().stream().map(Arrival::enteredAt),
            head.term().extension().flatMap(Extension::asked).stream().map(Extension.Asked::at),
            view.form().evidence().stream().map(Evidence::grantedAt))
        .flatMap(times -> times)
        .max(Comparator.naturalOrder())
        .orElse(head.term().receivedAt());
  }
}
