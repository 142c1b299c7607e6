package vn.minhbach.core.memory;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault;
import vn.minhbach.core.file.Upload;

/** The buckets in memory: what was put into quarantine, by evidence id. */
public final class Vault implements EvidenceVault {

  private final Map<String, Arrival> quarantine = new HashMap<>();

  /** Lets bytes arrive. */
  public void put(String evidenceId, Arrival arrival) {
    quarantine.put(evidenceId, arrival);
  }

  @Override
  public Upload grant(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return new Upload(
        "PUT",
        URI.create("http://quarantine/" + evidence.id()),
        Map.of(),
        evidence.grantExpiresAt());
  }

  @Override
  public Optional<Arrival> inspect(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return Optional.ofNullable(quarantine.get(evidence.id()));
  }

  @Override
  public Optional<Instant> uploadedAt(CampaignId campaign, UnitCode unit, String evidenceId) {
    return Optional.ofNullable(quarantine.get(evidenceId)).map(Arrival::uploadedAt);
  }

  @Override
  public Optional<String> digest(CampaignId campaign, UnitCode unit, String sha256) {
    return Optional.of(sha256);
  }

  @Override
  public boolean promote(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return quarantine.containsKey(evidence.id());
  }

  @Override
  public URI open(CampaignId campaign, UnitCode unit, Evidence evidence) {
    return URI.create("http://vault/" + evidence.sha256());
  }
}
