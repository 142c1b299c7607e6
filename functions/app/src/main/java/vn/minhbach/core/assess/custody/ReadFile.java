package vn.minhbach.core.assess.custody;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.evidence.FileReader;
import vn.minhbach.core.assess.evidence.FileReading;
import vn.minhbach.core.assess.evidence.Readings;
import vn.minhbach.core.assess.evidence.Strays;

/**
 * Reads what came into the vault once and keeps what it says of itself. Asked twice, late or for a
 * file that was withdrawn meanwhile, it finds the same: the bytes under a hash never change. A file
 * with the stamp of a state secret is told to the office.
 */
public final class ReadFile {

  private final FileReader reader;
  private final Readings readings;
  private final Strays strays;

  public ReadFile(FileReader reader, Readings readings, Strays strays) {
    this.reader = reader;
    this.readings = readings;
    this.strays = strays;
  }

  /**
   * Reads the file under a hash.
   *
   * @param now domain clock
   * @param wall wall clock
   * @return false where there is nothing to read: no file, or no PDF
   */
  public boolean read(
      CampaignId campaign, UnitCode unit, String sha256, Instant now, Instant wall) {
    Optional<FileReading> known = readings.of(campaign, unit, sha256);
    Optional<FileReading> reading =
        known.isPresent()
            ? known
            : reader
                .read(campaign, unit, sha256)
                .map(facts -> FileReading.of(campaign, unit, sha256, facts, now));
    if (known.isEmpty()) {
      reading.ifPresent(readings::note);
    }
    // Also of a known one: the hand that kept it may have died before it told the office.
    reading
        .flatMap(FileReading::held)
        .ifPresent(stamp ->
            strays.note(
                new Strays.Stray(
                    campaign,
                    Strays.Reason.SECRET_STAMP,
                    campaign + "/" + unit + "/" + sha256,
                    wall)));
    return reading.isPresent();
  }
}
