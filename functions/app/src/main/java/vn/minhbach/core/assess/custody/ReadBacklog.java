package vn.minhbach.core.assess.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Backlog;
import vn.minhbach.core.assess.evidence.Backlogs;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaigns;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.Units;

/**
 * Reads what was kept before there was a reader: every accepted PDF without facts, once for each
 * campaign, a bounded number a run. A unit whose files kill the reader is left after some runs, so
 * that the others have their turn; its files stay “not read yet”.
 */
public final class ReadBacklog {

  static final int FILES_MAX = 50;
  static final int ATTEMPTS = 3;

  /** So long the event of a file may still come; what is younger is left to it. */
  static final Duration EVENT_AGE = Duration.ofHours(6);

  private static final int CAMPAIGNS_MAX = 100;

  private final Campaigns campaigns;
  private final Units units;
  private final Submissions submissions;
  private final Readings readings;
  private final Backlogs backlogs;
  private final ReadFile readFile;

  public ReadBacklog(
      Campaigns campaigns,
      Units units,
      Submissions submissions,
      Readings readings,
      Backlogs backlogs,
      ReadFile readFile) {
    this.campaigns = campaigns;
    this.units = units;
    this.submissions = submissions;
    this.readings = readings;
    this.backlogs = backlogs;
    this.readFile = readFile;
  }

  /**
   * Goes on for a while.
   *
   * @param now domain clock
   * @param wall the wall clock, asked again before each file
   * @param budget no file is begun after it
   * @return files read, at most {@value #FILES_MAX}
   */
  public int run(Instant now, Supplier<Instant> wall, Duration budget) {
    var turn = new Turn(now, wall, wall.get().plus(budget));
    campaigns.list(Optional.empty(), CAMPAIGNS_MAX).stream()
        .filter(campaign -> campaign.openedAt().isPresent())
        .takeWhile(campaign -> !turn.over())
        .forEach(campaign -> advance(campaign, turn));
    return turn.read;
  }

  private void advance(Campaign campaign, Turn turn) {
    Backlog backlog = backlogs.of(campaign.id()).orElseGet(() -> Backlog.of(campaign.id()));
    if (backlog.finished()) {
      return;
    }
    Optional<UnitCode> done = backlog.afterUnit();
    List<UnitCode> rest =
        units.all(campaign.id(), campaign.unitsVersion()).stream()
            .map(Unit::code)
            .sorted()
            .filter(code -> done.filter(last -> code.compareTo(last) <= 0).isEmpty())
            .toList();
    for (UnitCode unit : rest) {
      if (backlog.attempts() < ATTEMPTS) {
        // Noted before: whoever dies in this unit must not begin with it for ever.
        backlog = backlog.begun();
        if (!backlogs.put(backlog)) {
          return;
        }
        if (!whole(campaign.id(), unit, turn)) {
          backlogs.put(backlog.paused());
          return;
        }
      }
      backlog = backlog.after(unit);
      if (!backlogs.put(backlog)) {
        return;
      }
    }
    backlogs.put(backlog.ended());
  }

  /** Whether every file of the unit is read now. */
  private boolean whole(CampaignId campaign, UnitCode unit, Turn turn) {
    Instant before = turn.wall.get().minus(EVENT_AGE);
    List<String> unread =
        Stream.concat(
                submissions.evidenceOf(campaign, unit).stream(),
                submissions.teamFilesOf(campaign, unit).stream())
            .filter(file -> file.kept() && file.contentType().equals(FileKind.PDF))
            .filter(file ->
                file.verified().filter(fact -> fact.uploadedAt().isBefore(before)).isPresent())
            .map(Evidence::sha256)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .filter(hash -> readings.of(campaign, unit, hash).isEmpty())
            .toList();
    for (String hash : unread) {
      if (turn.over()) {
        return false;
      }
      readFile.read(campaign, unit, hash, turn.now, turn.wall.get());
      turn.read++;
    }
    return true;
  }

  /** One run. */
  private static final class Turn {

    private final Instant now;
    private final Supplier<Instant> wall;
    private final Instant end;
    private int read;

    Turn(Instant now, Supplier<Instant> wall, Instant end) {
      this.now = now;
      this.wall = wall;
      this.end = end;
    }

    boolean over() {
      return read >= FILES_MAX || !wall.get().isBefore(end);
    }
  }
}
