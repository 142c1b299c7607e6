package vn.minhbach.core.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign accepts as evidence.
 *
 * @param fileBytesMax largest single file
 * @param unitBytesMax all files of a unit together
 * @param contentTypes accepted media types
 * @param grantsPerMinute how many uploads one unit may be granted in a minute; empty for {@value
 *     #GRANTS_PER_MINUTE}
 * @param reopenDays how long a criterion is open again whose file was rejected after submission;
 *     empty for {@value #REOPEN_DAYS}
 * @param dataPeriod the period that figures and evidence are about; empty where the plan gives none
 */
public record UploadLimits(
    long fileBytesMax,
    long unitBytesMax,
    List<String> contentTypes,
    Optional<Integer> grantsPerMinute,
    Optional<Integer> reopenDays,
    Optional<Period> dataPeriod) {

  /** A clerk with a folder of files needs some 40; a script that runs wild needs thousands. */
  public static final int GRANTS_PER_MINUTE = 120;

  public static final int REOPEN_DAYS = 3;

  /**
   * Records of one unit, whatever became of them: what its form can carry, however long their texts
   * are (Lambda passes on 6 MB), and twenty files for each criterion of the longest form.
   */
  public static final int RECORDS_MAX = 1_000;

  private static final long MEGABYTE = 1 << 20;

  public UploadLimits {
    contentTypes = List.copyOf(contentTypes);
  }

  /** Limits with the usual pace and without a data period. */
  public UploadLimits(long fileBytesMax, long unitBytesMax, List<String> contentTypes) {
    this(
        fileBytesMax,
        unitBytesMax,
        contentTypes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A size as people say it: whole megabytes, or bytes. */
  public static String told(long bytes) {
    return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes + " B";
  }

  public int grantsInAMinute() {
    return grantsPerMinute.orElse(GRANTS_PER_MINUTE);
  }

  public Duration reopening() {
    return Duration.ofDays(reopenDays.orElse(REOPEN_DAYS));
  }
}
