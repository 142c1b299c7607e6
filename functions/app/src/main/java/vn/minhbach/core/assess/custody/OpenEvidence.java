package vn.minhbach.core.assess.custody;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.assess.evidence.Openings;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
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

  /** What became of a file, after its name. */
  private record Fate(String vietnamese, String english) {

    static Fate of(Evidence.State state) {
      return switch (state) {
        case AWAITED -> new Fate("chưa được tải lên", "was not uploaded yet");
        case CHECKING ->
            new Fate(
                "đang được kiểm tra, hãy thử lại sau ít phút",
                "is being checked, try again in some minutes");
        case REJECTED -> new Fate("không được chấp nhận", "was refused");
        case WITHDRAWN -> new Fate("đã được rút", "was withdrawn");
        case EXPIRED -> new Fate("đã quá hạn tải lên", "was never uploaded in time");
        case ACCEPTED -> new Fate("đã được chấp nhận", "was accepted");
      };
    }
  }

  private static <T> Outcome<T> notOpen(Evidence evidence) {
    Fate fate = Fate.of(evidence.state());
    return Outcome.refused(
        Problem.EVIDENCE_NOT_OPEN,
        "fileName",
        evidence.fileName(),
        "stateVi",
        fate.vietnamese(),
        "state",
        fate.english());
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
