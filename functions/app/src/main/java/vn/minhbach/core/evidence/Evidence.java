package vn.minhbach.core.evidence;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.CriterionId;

/**
 * One file that a unit cites for a criterion.
 *
 * @param id opaque, chosen by us; the object's name in quarantine
 * @param fileName as the unit named it, NFC
 * @param sizeBytes as declared; arrival checks it
 * @param sha256 as declared, lower-case hex; arrival checks it; the object's name in the vault
 * @param page the page or section that proves the point
 * @param period the period that the file proves
 * @param reason why it was rejected
 * @param grantedAt domain clock
 * @param grantExpiresAt wall clock; the upload URL is dead after it
 * @param version rises by one with each change; the etag
 */
public record Evidence(
    String id,
    CriterionId criterion,
    String fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Optional<String> page,
    Optional<String> period,
    State state,
    Optional<String> reason,
    Instant grantedAt,
    Instant grantExpiresAt,
    Optional<Verified> verified,
    Optional<Scanned> scanned,
    long version) {

  /** Where a file stands. ACCEPTED only after both facts, in whichever order they come. */
  public enum State {
    AWAITED,
    CHECKING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    /** Whether the file's bytes have arrived and were not refused. */
    public boolean present() {
      return this == CHECKING || this == ACCEPTED;
    }

    /** Whether nothing can change it any more. */
    public boolean ended() {
      return this == ACCEPTED || this == REJECTED || this == WITHDRAWN || this == EXPIRED;
    }
  }

  /**
   * What arrival found.
   *
   * @param uploadedAt S3's own time
   * @param fault why the bytes are refused; empty when they are what was declared
   */
  public record Verified(Instant uploadedAt, String objectTag, Optional<String> fault) {}

  /** What the scan found. */
  public record Scanned(boolean clean, String result) {}

  public boolean counts() {
    return state != State.WITHDRAWN && state != State.EXPIRED && state != State.REJECTED;
  }

  public Evidence with(State next, Optional<String> why) {
    return new Evidence(
        id,
        criterion,
        fileName,
        contentType,
        sizeBytes,
        sha256,
        page,
        period,
        next,
        why,
        grantedAt,
        grantExpiresAt,
        verified,
        scanned,
        version + 1);
  }

  /** Notes what arrival found. The state follows from both facts. */
  public Evidence arrived(Verified fact) {
    return new Evidence(
            id,
            criterion,
            fileName,
            contentType,
            sizeBytes,
            sha256,
            page,
            period,
            state,
            reason,
            grantedAt,
            grantExpiresAt,
            Optional.of(fact),
            scanned,
            version)
        .settled();
  }

  /** Notes what the scan found. The state follows from both facts. */
  public Evidence scannedAs(Scanned fact) {
    return new Evidence(
            id,
            criterion,
            fileName,
            contentType,
            sizeBytes,
            sha256,
            page,
            period,
            state,
            reason,
            grantedAt,
            grantExpiresAt,
            verified,
            Optional.of(fact),
            version)
        .settled();
  }

  private Evidence settled() {
    if (state == State.WITHDRAWN) {
      return with(state, reason);
    }
    Optional<String> fault =
        verified
            .flatMap(Verified::fault)
            .or(() -> scanned.filter(scan -> !scan.clean()).map(scan -> "scan:" + scan.result()));
    if (fault.isPresent()) {
      return with(State.REJECTED, fault);
    }
    return with(
        verified.isPresent() && scanned.isPresent() ? State.ACCEPTED : State.CHECKING,
        Optional.empty());
  }

  /** What a withdrawal must have read. */
  public String etag() {
    return "e" + version;
  }

  /** The same state, turned to a refusal that only the vault could see. */
  public Evidence rejectedAs(String why) {
    return new Evidence(
        id,
        criterion,
        fileName,
        contentType,
        sizeBytes,
        sha256,
        page,
        period,
        State.REJECTED,
        Optional.of(why),
        grantedAt,
        grantExpiresAt,
        verified,
        scanned,
        version);
  }

  /**
   * Whether the first bytes are of the declared type. Office files are zip archives to the first
   * bytes; a type that the bytes do not show is refused.
   */
  public boolean typeFits(Optional<String> detected) {
    return detected
        .filter(type ->
            type.equals(contentType)
                || (type.equals("application/zip")
                    && contentType.startsWith("application/vnd.openxmlformats-")))
        .isPresent();
  }
}
