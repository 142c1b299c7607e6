package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * The one reading of bytes that a unit's vault holds, whatever they prove and whether they were
 * withdrawn since.
 *
 * @param readAt domain clock
 * @param release who let the file be opened in spite of its stamp
 * @param version 1 as read, 2 once released
 */
public record FileReading(
    CampaignId campaign,
    UnitCode unit,
    String sha256,
    FileFacts facts,
    Instant readAt,
    Optional<Release> release,
    long version) {

  /**
   * The office has looked at the file's papers and lets it be opened.
   *
   * @param by opaque id of the account
   * @param reason why it is no state secret
   */
  public record Release(String by, Instant at, String reason) {}

  public static FileReading of(
      CampaignId campaign, UnitCode unit, String sha256, FileFacts facts, Instant now) {
    return new FileReading(campaign, unit, sha256, facts, now, Optional.empty(), 1);
  }

  /** The stamp for which nobody may open the file. */
  public Optional<SecretStamp> held() {
    return release.isPresent() ? Optional.empty() : facts.stamp();
  }

  public FileReading released(Release by) {
    return new FileReading(campaign, unit, sha256, facts, readAt, Optional.of(by), version + 1);
  }
}
