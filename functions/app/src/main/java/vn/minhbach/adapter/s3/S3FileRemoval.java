package vn.minhbach.adapter.s3;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import vn.minhbach.adapter.RemoteCall;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Outage;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.FileRemoval;

/**
 * Removes every version of an object, markers of deletion too. The vault's lock is governance: its
 * policy lets the role of one function pass it.
 */
public final class S3FileRemoval implements FileRemoval {

  /** A vault object has one version, and nobody can write a second; who comes back is outdone. */
  private static final int ROUNDS = 5;

  private final S3Client s3;
  private final String quarantine;
  private final String vault;

  /**
   * The buckets.
   *
   * @param quarantine name of the bucket that takes uploads; it has no lock
   * @param vault name of the bucket that keeps accepted evidence
   */
  public S3FileRemoval(S3Client s3, String quarantine, String vault) {
    this.s3 = s3;
    this.quarantine = quarantine;
    this.vault = vault;
  }

  @Override
  public int remove(
      CampaignId campaign, UnitCode unit, String sha256, Collection<String> evidenceIds) {
    String under = campaign + "/" + unit + "/";
    int removed = all(vault, under + sha256, true);
    for (String id : evidenceIds) {
      removed += all(quarantine, under + id, false);
    }
    return removed;
  }

  private int all(String bucket, String key, boolean locked) {
    int removed = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      List<String> versions = versions(bucket, key);
      if (versions.isEmpty()) {
        return removed;
      }
      for (String version : versions) {
        delete(bucket, key, version, locked);
        removed++;
      }
    }
    throw new Outage("S3 still has versions of what is taken down", null);
  }

  // One page of a thousand: what it leaves out, the next round finds.
  private List<String> versions(String bucket, String key) {
    ListObjectVersionsResponse page =
        RemoteCall.answer(
            "S3 ListObjectVersions",
            () -> s3.listObjectVersions(list -> list.bucket(bucket).prefix(key)));
    return Stream.concat(
            page.versions().stream()
                .filter(version -> version.key().equals(key))
                .map(ObjectVersion::versionId),
            page.deleteMarkers().stream()
                .filter(marker -> marker.key().equals(key))
                .map(DeleteMarkerEntry::versionId))
        .toList();
  }

  private void delete(String bucket, String key, String version, boolean locked) {
    RemoteCall.answer(
        "S3 DeleteObject",
        () ->
            s3.deleteObject(delete -> {
              delete.bucket(bucket).key(key).versionId(version);
              if (locked) {
                // S3 refuses it of a bucket without a lock.
                delete.bypassGovernanceRetention(true);
              }
            }));
  }
}
