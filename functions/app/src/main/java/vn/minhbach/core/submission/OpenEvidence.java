package vn.minhbach.core.submission;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.evidence.Openings;
import vn.minhbach.core.unit.Unit;

/**
 * Opens a file for reading by a short link. Refused unless it is ACCEPTED. Who opens it is logged
 * before the link is given: without the log there is no link.
 */
public final class OpenEvidence {

  private final Submissions submissions;
  private final EvidenceVault vault;
  private final Openings openings;
  private final Chance chance;

  public OpenEvidence(
      Submissions submissions, EvidenceVault vault, Openings openings, Chance chance) {
    this.submissions = submissions;
    this.vault = vault;
    this.openings = openings;
    this.chance = chance;
  }

  /** A link to the file. */
  public Outcome<URI> open(Campaign campaign, Unit unit, String id, Caller caller, Instant now) {
    return known(campaign, unit, id)
        .flatMap(evidence -> {
          if (evidence.state() != Evidence.State.ACCEPTED) {
            return notOpen(evidence);
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

  private static <T> Outcome<T> notOpen(Evidence evidence) {
    String vietnamese =
        switch (evidence.state()) {
          case AWAITED -> "chưa được tải lên";
          case CHECKING -> "đang được kiểm tra, hãy thử lại sau ít phút";
          case REJECTED -> "không được chấp nhận";
          case WITHDRAWN -> "đã được rút";
          case EXPIRED -> "đã quá hạn tải lên";
          case ACCEPTED -> throw new IllegalArgumentException(evidence.id());
        };
    String english =
        switch (evidence.state()) {
          case AWAITED -> "was not uploaded yet";
          case CHECKING -> "is being checked, try again in some minutes";
          case REJECTED -> "was refused";
          case WITHDRAWN -> "was withdrawn";
          case EXPIRED -> "was never uploaded in time";
          case ACCEPTED -> throw new IllegalArgumentException(evidence.id());
        };
    return Outcome.refused(
        Problem.EVIDENCE_NOT_OPEN,
        "fileName",
        evidence.fileName(),
        "stateVi",
        vietnamese,
        "state",
        english);
  }

  /** Who opened a file, oldest first. */
  public Outcome<List<Openings.Opening>> openings(
      Campaign campaign, Unit unit, String id, int limit) {
    return known(campaign, unit, id)
        .map(evidence -> openings.of(campaign.id(), unit.code(), id, limit));
  }

  private Outcome<Evidence> known(Campaign campaign, Unit unit, String id) {
    return submissions
        .evidence(campaign.id(), unit.code(), id)
        .map(Outcome::accepted)
        .orElseGet(() ->
            Outcome.refused(Problem.UNKNOWN_EVIDENCE, "unit", unit.code().value(), "evidence", id));
  }
}
