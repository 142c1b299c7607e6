package vn.minhbach.core.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.evidence.Evidence;
import vn.minhbach.core.evidence.EvidenceVault;

/**
 * Notes the two facts about an uploaded file, in whichever order they come: what arrived, and what
 * the scan found. Whoever notes the second promotes the file into the vault.
 *
 * <p>Both may be told twice, late and out of order: a fact that is noted already changes nothing.
 */
public final class CheckEvidence {

  private final Submissions submissions;
  private final Commits commits;
  private final EvidenceVault vault;

  public CheckEvidence(Submissions submissions, Commits commits, EvidenceVault vault) {
    this.submissions = submissions;
    this.commits = commits;
    this.vault = vault;
  }

  /** An object lies in quarantine. Empty when no grant is known for it. */
  public Outcome<Optional<Evidence>> arrived(
      CampaignId campaign, UnitCode unit, String id, Instant now) {
    Optional<Evidence> granted = submissions.evidence(campaign, unit, id);
    if (granted.isEmpty() || granted.get().verified().isPresent()) {
      return Outcome.accepted(granted);
    }
    // The bytes are read once, outside the attempts; empty when the object has gone meanwhile.
    return vault
        .inspect(campaign, unit, id)
        .map(arrival ->
            note(
                campaign,
                unit,
                id,
                now,
                evidence ->
                    evidence.verified().isPresent()
                        ? evidence
                        : evidence.arrived(verified(evidence, arrival))))
        .orElseGet(() -> Outcome.accepted(granted));
  }

  /** A scan has ended. Empty when no grant is known for the object. */
  public Outcome<Optional<Evidence>> scanned(
      CampaignId campaign, UnitCode unit, String id, Evidence.Scanned fact, Instant now) {
    return note(
        campaign,
        unit,
        id,
        now,
        evidence -> evidence.scanned().isPresent() ? evidence : evidence.scannedAs(fact));
  }

  private Outcome<Optional<Evidence>> note(
      CampaignId campaign, UnitCode unit, String id, Instant now, UnaryOperator<Evidence> fact) {
    return commits.until(() -> {
      Optional<Head> head = submissions.head(campaign, unit);
      Optional<Evidence> stored = submissions.evidence(campaign, unit, id);
      if (head.isEmpty() || stored.isEmpty()) {
        return Outcome.accepted(Decision.nothingToDo(Optional.empty()));
      }
      Evidence next = fact.apply(stored.get());
      if (next.equals(stored.get())) {
        return Outcome.accepted(Decision.nothingToDo(stored));
      }
      Evidence settled = promoted(campaign, unit, next);
      return Outcome.accepted(
          Decision.commit(
              Optional.of(settled),
              commits.note(
                  head.get(),
                  List.of(new Change.PutEvidence(settled)),
                  new Commits.Note(now, "EVIDENCE_CHECKED", body(settled)))));
    });
  }

  // The copy comes before the write: ACCEPTED must never name bytes that are not in the vault.
  private Evidence promoted(CampaignId campaign, UnitCode unit, Evidence next) {
    if (next.state() != Evidence.State.ACCEPTED || vault.promote(campaign, unit, next)) {
      return next;
    }
    return next.rejectedAs("changed");
  }

  private static Evidence.Verified verified(Evidence evidence, EvidenceVault.Arrival arrival) {
    Optional<String> fault = Optional.empty();
    if (arrival.sizeBytes() != evidence.sizeBytes()) {
      fault = Optional.of("size");
    } else if (!arrival.sha256().equals(evidence.sha256())) {
      fault = Optional.of("sha256");
    } else if (!evidence.typeFits(arrival.detectedType())) {
      fault = Optional.of("type");
    }
    return new Evidence.Verified(arrival.uploadedAt(), arrival.tag(), fault);
  }

  private static Map<String, Object> body(Evidence evidence) {
    var body = new TreeMap<String, Object>();
    body.put("evidence", evidence.id());
    body.put("state", evidence.state().name());
    body.put("verified", evidence.verified().isPresent());
    body.put("scanned", evidence.scanned().isPresent());
    evidence.reason().ifPresent(reason -> body.put("reason", reason));
    return body;
  }
}
