package vn.minhbach.core.assess.custody;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Bilingual;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceProblem;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.SecretStamp;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.evidence.Takedowns;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * Opens a file for reading by a short link. Refused unless it is ACCEPTED. What the team brought
 * from an inspection, a unit and its district know of once its minutes are there. Who opens it is
 * logged before the link is given: without the log there is no link.
 *
 * <p>A file that was found to bear the stamp of a state secret opens to nobody until the office has
 * released it ({@link ReleaseFile}). Between its acceptance and its reading, some seconds, it opens
 * like any other: else a reader that fails would close every file.
 */
public final class OpenEvidence {

  private final Submissions submissions;
  private final EvidenceVault vault;
  private final Openings openings;
  private final Readings readings;
  private final Takedowns takedowns;
  private final TeamFiles teamFiles;
  private final Chance chance;

  public OpenEvidence(
      Submissions submissions,
      EvidenceVault vault,
      Openings openings,
      Readings readings,
      Takedowns takedowns,
      TeamFiles teamFiles,
      Chance chance) {
    this.submissions = submissions;
    this.vault = vault;
    this.openings = openings;
    this.readings = readings;
    this.takedowns = takedowns;
    this.teamFiles = teamFiles;
    this.chance = chance;
  }

  /** A link to the file. */
  public Outcome<URI> open(Campaign campaign, Unit unit, String id, Caller caller, Instant now) {
    return known(campaign, unit, id, caller)
        .flatMap(OpenEvidence::untouched)
        .flatMap(evidence -> undisputed(campaign, unit, evidence))
        .flatMap(evidence -> {
          if (evidence.state() != Evidence.State.ACCEPTED) {
            return notOpen(evidence);
          }
          Optional<SecretStamp> stamp =
              readings.of(campaign.id(), unit.code(), evidence.sha256()).flatMap(FileReading::held);
          if (stamp.isPresent()) {
            return Outcome.refused(
                CustodyProblem.FILE_HELD.of(evidence.fileName(), stamp.get().vietnamese()));
          }
          openings.note(
              new Openings.Opening(
                  campaign.id(),
                  unit.code(),
                  id,
                  chance.hex128(),
                  caller.id(),
                  caller.roles(),
                  now));
          return Outcome.accepted(vault.open(campaign.id(), unit.code(), evidence));
        });
  }

  private static Outcome<Evidence> untouched(Evidence evidence) {
    return evidence
        .takenDown()
        .<Outcome<Evidence>>map(order -> gone(evidence, order))
        .orElseGet(() -> Outcome.accepted(evidence));
  }

  private static Outcome<Evidence> gone(Evidence evidence, Takedown.Order order) {
    return Outcome.refused(
        EvidenceProblem.FILE_TAKEN_DOWN.of(evidence.fileName(), order.number(), order.date()));
  }

  // Also of one that is confirmed: its record may fall a moment later.
  private Outcome<Evidence> undisputed(Campaign campaign, Unit unit, Evidence evidence) {
    Optional<Takedown> takedown = takedowns.of(campaign.id(), unit.code(), evidence.sha256());
    if (takedown.filter(Takedown::inForce).isPresent()) {
      return gone(evidence, takedown.get().asked().order());
    }
    return takedown
        .filter(asked -> asked.state() == Takedown.State.ASKED)
        .<Outcome<Evidence>>map(asked ->
            Outcome.refused(
                CustodyProblem.TAKEDOWN_PENDING.of(
                    evidence.fileName(), asked.asked().order().number())))
        .orElseGet(() -> Outcome.accepted(evidence));
  }

  private static <T> Outcome<T> notOpen(Evidence evidence) {
    return Outcome.refused(
        CustodyProblem.EVIDENCE_NOT_OPEN.of(evidence.fileName(), fate(evidence.state())));
  }

  /** What became of a file, after its name. */
  private static Bilingual fate(Evidence.State state) {
    return switch (state) {
      case AWAITED -> new Bilingual("chưa được tải lên", "was not uploaded yet");
      case CHECKING ->
          new Bilingual(
              "đang được kiểm tra, hãy thử lại sau ít phút",
              "is being checked, try again in some minutes");
      case REJECTED -> new Bilingual("không được chấp nhận", "was refused");
      case WITHDRAWN -> new Bilingual("đã được rút", "was withdrawn");
      case EXPIRED -> new Bilingual("đã quá hạn tải lên", "was never uploaded in time");
      case ACCEPTED -> new Bilingual("đã được chấp nhận", "was accepted");
    };
  }

  /** Who opened a file, oldest first. */
  public Outcome<List<Openings.Opening>> openings(
      Campaign campaign, Unit unit, String id, Caller caller, int limit) {
    return known(campaign, unit, id, caller)
        .map(evidence -> openings.of(campaign.id(), unit.code(), id, limit));
  }

  /** What a kept PDF says of itself; its stamp too, where that is why nobody opens it. */
  public Outcome<FileReading> facts(Campaign campaign, Unit unit, String id, Caller caller) {
    return known(campaign, unit, id, caller)
        .flatMap(OpenEvidence::untouched)
        .flatMap(evidence -> {
          if (!evidence.contentType().equals(FileKind.PDF)) {
            return Outcome.refused(CustodyProblem.FACTS_OF_PDF_ONLY.of(evidence.fileName()));
          }
          return Optional.of(evidence)
              .filter(Evidence::kept)
              .flatMap(kept -> readings.of(campaign.id(), unit.code(), kept.sha256()))
              .map(Outcome::accepted)
              .orElseGet(
                  () -> Outcome.refused(CustodyProblem.FACTS_NOT_READ.of(evidence.fileName())));
        });
  }

  private Outcome<Evidence> known(Campaign campaign, Unit unit, String id, Caller caller) {
    return submissions
        .evidence(campaign.id(), unit.code(), id)
        .filter(file ->
            !file.ofTheTeam()
                || caller.staff()
                || teamFiles.shown(campaign.id(), unit.code(), file.id()))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(EvidenceProblem.UNKNOWN_EVIDENCE.of(unit.code(), id)));
  }
}
