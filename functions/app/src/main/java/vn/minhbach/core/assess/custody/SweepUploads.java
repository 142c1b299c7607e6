package vn.minhbach.core.assess.custody;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Checks;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Strays;
import vn.minhbach.core.assess.submission.Commits;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.PutEvidence;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Brings uploads to their end that no event brings there: a file whose event was lost is checked, a
 * grant that was never used expires, a scan that never came is reported, and given up before the
 * bytes are gone. All of it goes by the wall clock, as grants and S3 do.
 */
public final class SweepUploads {

  /** An event is given so long to come by itself. */
  private static final Duration EVENT_PATIENCE = Duration.ofMinutes(2);

  /** 20 MB over a weak line, begun in the last second of the grant. */
  static final Duration SLOWEST_UPLOAD = Duration.ofMinutes(30);

  private static final String NO_RESULT = "NO_RESULT";

  private static final Duration SCAN_PATIENCE = Duration.ofHours(1);

  /**
   * A day before quarantine forgets the file: until then the office may have it scanned by hand.
   */
  private static final Duration SCAN_GIVEN_UP = Duration.ofDays(6);

  /** Quarantine forgets after seven days; after that there is nothing to find. */
  private static final Duration LOOKED_AFTER = Duration.ofDays(7);

  private final Submissions submissions;
  private final Commits commits;
  private final EvidenceVault vault;
  private final CheckEvidence check;
  private final Strays strays;

  public SweepUploads(
      Submissions submissions,
      Commits commits,
      EvidenceVault vault,
      CheckEvidence check,
      Strays strays) {
    this.submissions = submissions;
    this.commits = commits;
    this.vault = vault;
    this.check = check;
    this.strays = strays;
  }

  /** How much there was to do. */
  public record Done(int found, int expired, int unscanned) {

    Done plus(Done other) {
      return new Done(found + other.found, expired + other.expired, unscanned + other.unscanned);
    }
  }

  /**
   * Sweeps the units that were granted something lately, in another order each time: one that holds
   * thousands of grants does not keep the others from their turn.
   *
   * @param now domain clock
   * @param wall the wall clock, asked again before each file
   * @param budget no file is begun after it; the next run goes on
   */
  public Done sweep(
      Campaign campaign,
      Collection<Unit> register,
      Instant now,
      Supplier<Instant> wall,
      Duration budget) {
    Instant begun = wall.get();
    Instant end = begun.plus(budget);
    var heads =
        new ArrayList<>(
            submissions.heads(campaign.id(), register.stream().map(Unit::code).toList()).values());
    heads.removeIf(head ->
        head.filesUntil().filter(until -> begun.isBefore(until.plus(LOOKED_AFTER))).isEmpty());
    heads.sort(Comparator.comparing(head -> turn(head, begun)));
    var done = new Done(0, 0, 0);
    for (Head head : heads) {
      for (Evidence evidence : open(head)) {
        Instant at = wall.get();
        if (!at.isBefore(end)) {
          return done;
        }
        done = done.plus(sweep(head, evidence, now, at));
      }
    }
    return done;
  }

  private static String turn(Head head, Instant run) {
    return Sha256.hex((head.unit() + " " + run).getBytes(StandardCharsets.UTF_8));
  }

  private List<Evidence> open(Head head) {
    return Stream.concat(
            submissions.evidenceOf(head.campaign(), head.unit()).stream(),
            submissions.teamFilesOf(head.campaign(), head.unit()).stream())
        .filter(evidence -> evidence.state().open())
        .toList();
  }

  private Done sweep(Head head, Evidence evidence, Instant now, Instant wall) {
    if (evidence.awaitsPromotion()) {
      return done(check.promote(head.campaign(), head.unit(), evidence.id(), now))
          ? new Done(1, 0, 0)
          : new Done(0, 0, 0);
    }
    if (!evidence.awaitsArrival()) {
      return unscanned(head, evidence, now, wall) ? new Done(0, 0, 1) : new Done(0, 0, 0);
    }
    Optional<Instant> uploadedAt = vault.uploadedAt(head.campaign(), head.unit(), evidence.id());
    if (uploadedAt.isPresent()) {
      return uploadedAt.get().plus(EVENT_PATIENCE).isBefore(wall)
              && done(check.arrived(head.campaign(), head.unit(), evidence.id(), now))
          ? new Done(1, 0, 0)
          : new Done(0, 0, 0);
    }
    boolean over =
        evidence.state() == Evidence.State.AWAITED
            && evidence.grantExpiresAt().plus(SLOWEST_UPLOAD).isBefore(wall);
    return over && done(expire(head, evidence, now)) ? new Done(0, 1, 0) : new Done(0, 0, 0);
  }

  private boolean unscanned(Head head, Evidence evidence, Instant now, Instant wall) {
    Optional<Instant> uploadedAt = evidence.verified().map(Checks.Verified::uploadedAt);
    boolean late =
        evidence.scanned().isEmpty()
            && uploadedAt.filter(at -> at.plus(SCAN_PATIENCE).isBefore(wall)).isPresent();
    if (late) {
      strays.note(
          new Strays.Stray(
              head.campaign(),
              Strays.Reason.NO_SCAN,
              head.campaign() + "/" + head.unit() + "/" + evidence.id(),
              wall));
    }
    if (late && uploadedAt.get().plus(SCAN_GIVEN_UP).isBefore(wall)) {
      // Else it stayed CHECKING for ever, its bytes gone, and its unit would never hear of it.
      check.scanned(
          head.campaign(),
          head.unit(),
          evidence.id(),
          new Checks.Scanned(false, NO_RESULT, Optional.empty()),
          now);
    }
    return late;
  }

  private Outcome<Optional<Evidence>> expire(Head known, Evidence seen, Instant now) {
    return commits.until(() -> {
      Head head = submissions.head(known.campaign(), known.unit()).orElseThrow();
      Optional<Evidence> stored =
          submissions
              .evidence(known.campaign(), known.unit(), seen.id())
              .filter(evidence -> evidence.version() == seen.version());
      if (stored.isEmpty()) {
        return Outcome.accepted(Decision.nothingToDo(stored));
      }
      Evidence expired = stored.get().expired();
      return Outcome.accepted(
          Decision.commit(
              Optional.of(expired),
              commits.note(
                  head,
                  head.withFile(stored, expired),
                  List.of(PutEvidence.in(head, expired)),
                  Note.of(now, new EvidenceFact.EvidenceExpired(expired.id())))));
    });
  }

  // Too many hands at this unit now: the next sweep does it.
  private static boolean done(Outcome<Optional<Evidence>> outcome) {
    return outcome.fold(busy -> false, Optional::isPresent);
  }
}
