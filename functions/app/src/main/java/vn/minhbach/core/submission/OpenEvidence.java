package vn.minhbach.core.submission;

import java.net.URI;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;
import vn.minhbach.core.unit.Unit;

/** Opens a file for reading by a short link. Refused unless it is ACCEPTED. */
public final class OpenEvidence {

  private final Submissions submissions;
  private final EvidenceVault vault;

  public OpenEvidence(Submissions submissions, EvidenceVault vault) {
    this.submissions = submissions;
    this.vault = vault;
  }

  public Outcome<URI> open(Campaign campaign, Unit unit, String id) {
    return submissions
        .evidence(campaign.id(), unit.code(), id)
        .map(evidence ->
            evidence.state() == Evidence.State.ACCEPTED
                ? Outcome.accepted(vault.open(campaign.id(), unit.code(), evidence))
                : Outcome.<URI>refused(
                    Problem.EVIDENCE_NOT_OPEN, "evidence", id, "state", evidence.state().name()))
        .orElseGet(() ->
            Outcome.refused(Problem.UNKNOWN_EVIDENCE, "unit", unit.code().value(), "evidence", id));
  }
}
