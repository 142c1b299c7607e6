package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/**
 * A run that reads every kept file of a campaign again and compares it with the ledger. It goes on
 * where it stopped: after a unit, or within a unit after a hash.
 *
 * @param startedBy opaque id of the account
 * @param afterUnit the last unit that is done
 * @param afterHash the last hash of the next unit that is done
 * @param differences the first {@value #DIFFERENCES_MAX} that were found
 * @param differenceCount all that were found
 * @param takenDown the first {@value #DIFFERENCES_MAX} files that were taken down: not in the
 *     vault, and no difference
 * @param version rises by one with each step
 */
public record Audit(
    CampaignId campaign,
    String id,
    Instant startedAt,
    String startedBy,
    Optional<UnitCode> afterUnit,
    Optional<String> afterHash,
    int unitsDone,
    int unitsTotal,
    int filesRead,
    long bytesRead,
    List<Difference> differences,
    int differenceCount,
    Optional<Instant> finishedAt,
    List<Taken> takenDown,
    long version) {

  public static final int DIFFERENCES_MAX = 200;

  /** What differs, and where. */
  public record Difference(UnitCode unit, Kind kind, String evidence, String found) {}

  /** How it differs. */
  public enum Kind {
    /** The file is not in the vault. */
    MISSING,
    /** The bytes are not those of the ledger. */
    BYTES,
    /** The record names another hash than the ledger. */
    RECORD,
    /** The ledger itself does not hold together. */
    CHAIN,
    /** The file was taken down, and bytes lie under its name. */
    NOT_REMOVED
  }

  /** A file that need not lie in the vault any more, and the order that says so. */
  public record Taken(UnitCode unit, String evidence, Takedown.Order order) {}

  public Audit {
    differences = List.copyOf(differences);
    takenDown = List.copyOf(takenDown);
  }

  public static Audit start(CampaignId campaign, String id, Instant now, String by, int units) {
    return new Audit(
        campaign,
        id,
        now,
        by,
        Optional.empty(),
        Optional.empty(),
        0,
        units,
        0,
        0,
        List.of(),
        0,
        Optional.empty(),
        List.of(),
        1);
  }

  public boolean running() {
    return finishedAt.isEmpty();
  }

  /** After one file of the unit in hand. */
  public Audit file(String hash, long bytes, List<Difference> found) {
    return copy(afterUnit, Optional.of(hash), unitsDone, filesRead + 1, bytesRead + bytes, found);
  }

  /** After findings that hang on no file. */
  public Audit noted(List<Difference> found) {
    return copy(afterUnit, afterHash, unitsDone, filesRead, bytesRead, found);
  }

  /** With files of a unit that were taken down. */
  public Audit excused(List<Taken> found) {
    var all = new ArrayList<>(takenDown);
    found.stream().limit(DIFFERENCES_MAX - all.size()).forEach(all::add);
    return with(finishedAt, all, version);
  }

  /** After a whole unit. */
  public Audit unit(UnitCode unit) {
    return copy(
        Optional.of(unit), Optional.empty(), unitsDone + 1, filesRead, bytesRead, List.of());
  }

  public Audit finished(Instant now) {
    return with(Optional.of(now), takenDown, version);
  }

  /** The version to be stored next. */
  public Audit next() {
    return with(finishedAt, takenDown, version + 1);
  }

  private Audit with(Optional<Instant> end, List<Taken> taken, long nextVersion) {
    return new Audit(
        campaign,
        id,
        startedAt,
        startedBy,
        afterUnit,
        afterHash,
        unitsDone,
        unitsTotal,
        filesRead,
        bytesRead,
        differences,
        differenceCount,
        end,
        taken,
        nextVersion);
  }

  private Audit copy(
      Optional<UnitCode> newUnit,
      Optional<String> newHash,
      int newDone,
      int newFiles,
      long newBytes,
      List<Difference> found) {
    var all = new ArrayList<>(differences);
    found.stream().limit(DIFFERENCES_MAX - all.size()).forEach(all::add);
    return new Audit(
        campaign,
        id,
        startedAt,
        startedBy,
        newUnit,
        newHash,
        newDone,
        unitsTotal,
        newFiles,
        newBytes,
        all,
        differenceCount + found.size(),
        finishedAt,
        takenDown,
        version);
  }
}
