package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.CriterionId;
import vn.minhbach.core.Fault;
import vn.minhbach.core.Problem;
import vn.minhbach.core.file.FileKind;
import vn.minhbach.core.file.Period;
import vn.minhbach.core.file.UploadLimits;

/**
 * One file of a unit: evidence for a criterion, or a paper of its form as a whole.
 *
 * @param id opaque, chosen by us; the object's name in quarantine
 * @param criterion what it proves; empty for a paper
 * @param fileName as the unit named it, NFC
 * @param sizeBytes as declared; arrival checks it
 * @param sha256 as declared, lower-case hex; arrival checks it; the object's name in the vault
 * @param page the page or section that proves the point
 * @param period the period that the file proves, as the unit wrote it
 * @param reason why it was rejected: the slug of a {@link EvidenceProblem}
 * @param grantedAt domain clock
 * @param grantExpiresAt wall clock; the upload URL is dead after it
 * @param version rises by one with each change; the etag
 * @param description what the file is, in the unit's words
 * @param purpose what a paper is for; empty for evidence
 */
public record Evidence(
    String id,
    Optional<CriterionId> criterion,
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
    long version,
    Optional<String> description,
    Optional<Purpose> purpose) {

  private static final int NAME_TOLD_MAX = 48;

  public Evidence {
    if (criterion.isPresent() == purpose.isPresent()) {
      throw new IllegalArgumentException("a file has a criterion or a purpose: " + id);
    }
  }

  /** Evidence for a criterion, without a description. */
  public Evidence(
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
    this(
        id,
        Optional.of(criterion),
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
        scanned,
        version,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Where a file stands. CHECKING until both facts are noted, in whichever order they come, and the
   * bytes lie in the vault; ACCEPTED only then.
   */
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

    /** Whether something is still to come: the bytes, or a check of them. */
    public boolean open() {
      return this == AWAITED || this == CHECKING;
    }
  }

  /**
   * What arrival found.
   *
   * @param uploadedAt S3's own time
   * @param fault why the bytes are refused, a slug; empty when they are what was declared
   * @param detected the media type that the bytes show; empty when unknown
   * @param attachments how many other files are attached to it, which an appraiser should know of;
   *     empty for none
   */
  public record Verified(
      Instant uploadedAt,
      String objectTag,
      Optional<String> fault,
      Optional<String> detected,
      Optional<Integer> attachments) {

    public Verified(Instant uploadedAt, String objectTag, Optional<String> fault) {
      this(uploadedAt, objectTag, fault, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What the scan found.
   *
   * @param result the scanner's own word
   * @param tag of the object that was scanned; empty when the scanner did not say
   */
  public record Scanned(boolean clean, String result, Optional<String> tag) {

    public Scanned(boolean clean, String result) {
      this(clean, result, Optional.empty());
    }

    /** Whether the scan says nothing about the file, because it could not be done. */
    public boolean failed() {
      return !clean && !result.equals("THREATS_FOUND") && !result.equals("UNSUPPORTED");
    }

    Optional<Problem> problem() {
      if (clean) {
        return Optional.empty();
      }
      return Optional.of(
          switch (result) {
            case "THREATS_FOUND" -> EvidenceProblem.FILE_INFECTED;
            case "UNSUPPORTED" -> EvidenceProblem.FILE_NOT_SCANNABLE;
            default -> EvidenceProblem.FILE_SCAN_FAILED;
          });
    }
  }

  /** Whether it is a paper of the form: no part of what is answered, and of no criterion. */
  public boolean paper() {
    return purpose.isPresent();
  }

  /** Whether it is of this criterion. */
  public boolean proves(CriterionId other) {
    return criterion.filter(other::equals).isPresent();
  }

  public boolean counts() {
    return state != State.WITHDRAWN && state != State.EXPIRED && state != State.REJECTED;
  }

  /** Whether its bytes were found in order once: they lie in the vault then and stay there. */
  public boolean kept() {
    return (state == State.ACCEPTED || state == State.WITHDRAWN)
        && reason.isEmpty()
        && verified.filter(fact -> fact.fault().isEmpty()).isPresent()
        && scanned.filter(Scanned::clean).isPresent();
  }

  public Evidence with(State next, Optional<String> why) {
    return copy(next, why, verified, scanned, version + 1);
  }

  /** The same file with another meaning, one version on. */
  public Evidence meaning(
      Optional<String> newPage, Optional<String> newPeriod, Optional<String> newDescription) {
    return copy(newPage, newPeriod, newDescription, grantExpiresAt, version + 1);
  }

  /** The same version of it under another end of the grant. */
  public Evidence until(Instant expiresAt) {
    return copy(page, period, description, expiresAt, version);
  }

  /** Whether it says the same about the file. */
  public boolean sameMeaning(Evidence other) {
    return page.equals(other.page)
        && period.equals(other.period)
        && description.equals(other.description);
  }

  /** Whether what lies in quarantine has still to be looked at. */
  public boolean awaitsArrival() {
    return state != State.WITHDRAWN && verified.isEmpty();
  }

  /** Whether both checks are passed and only the copy in the vault is missing. */
  public boolean awaitsPromotion() {
    return state == State.CHECKING && verified.isPresent() && scanned.isPresent();
  }

  /** The file once its bytes lie in the vault: nothing but this makes it ACCEPTED. */
  public Evidence promoted() {
    if (!awaitsPromotion()) {
      throw new IllegalStateException(id + " is " + state + " and awaits no promotion");
    }
    return with(State.ACCEPTED, Optional.empty());
  }

  /**
   * The file as its unit takes it back. A scan of bytes that never came into the vault is left out,
   * so that nobody looks for them there.
   */
  public Evidence withdrawn() {
    return copy(
        State.WITHDRAWN,
        reason,
        verified,
        awaitsPromotion() ? Optional.empty() : scanned,
        version + 1);
  }

  /** Notes what arrival found. The state follows from both facts. */
  public Evidence arrived(Verified fact) {
    return arrived(fact, true);
  }

  /**
   * Notes what arrival found, once. The state follows from both facts.
   *
   * @param revives whether a grant that expired takes its file after all: the line was slow, S3
   *     took it in time
   */
  public Evidence arrived(Verified fact, boolean revives) {
    if (!awaitsArrival() || (state == State.EXPIRED && !revives)) {
      return this;
    }
    return copy(State.CHECKING, reason, Optional.of(fact), scanned, version).settled();
  }

  /** Notes what the scan found, once. The state follows from both facts. */
  public Evidence scannedAs(Scanned fact) {
    if (scanned.isPresent() || state == State.WITHDRAWN) {
      return this;
    }
    Evidence noted = copy(state, reason, verified, Optional.of(fact), version);
    return state == State.EXPIRED ? noted.with(state, reason) : noted.settled();
  }

  private Evidence settled() {
    Optional<String> fault =
        verified
            .flatMap(Verified::fault)
            .or(() -> scanned.flatMap(Scanned::problem).map(Problem::slug))
            .or(() ->
                otherBytes() ? Optional.of(EvidenceProblem.FILE_CHANGED.slug()) : Optional.empty());
    if (fault.isPresent()) {
      return with(State.REJECTED, fault);
    }
    return with(State.CHECKING, Optional.empty());
  }

  private boolean otherBytes() {
    Optional<String> seen = verified.map(fact -> bare(fact.objectTag()));
    Optional<String> scannedTag = scanned.flatMap(Scanned::tag).map(Evidence::bare);
    return seen.isPresent() && scannedTag.isPresent() && !seen.equals(scannedTag);
  }

  private static String bare(String tag) {
    return tag.replace("\"", "");
  }

  /** What a withdrawal must have read. */
  public String etag() {
    return "e" + version;
  }

  /** The file whose bytes turned out to be others when they were to be kept. */
  public Evidence rejectedAs(Problem why) {
    return with(State.REJECTED, Optional.of(why.slug()));
  }

  /** Whether the bytes are of the declared type; a type that the bytes do not show is refused. */
  public boolean typeFits(Optional<String> detected) {
    return detected.filter(contentType::equals).isPresent();
  }

  private Evidence copy(
      State newState,
      Optional<String> newReason,
      Optional<Verified> newVerified,
      Optional<Scanned> newScanned,
      long newVersion) {
    return new Evidence(
        id,
        criterion,
        fileName,
        contentType,
        sizeBytes,
        sha256,
        page,
        period,
        newState,
        newReason,
        grantedAt,
        grantExpiresAt,
        newVerified,
        newScanned,
        newVersion,
        description,
        purpose);
  }

  private Evidence copy(
      Optional<String> newPage,
      Optional<String> newPeriod,
      Optional<String> newDescription,
      Instant newExpiresAt,
      long newVersion) {
    return new Evidence(
        id,
        criterion,
        fileName,
        contentType,
        sizeBytes,
        sha256,
        newPage,
        newPeriod,
        state,
        reason,
        grantedAt,
        newExpiresAt,
        verified,
        scanned,
        newVersion,
        newDescription,
        purpose);
  }

  /** Why it was refused, in words; empty where it was not. */
  public Optional<Fault> rejection() {
    return reason.flatMap(slug ->
        EvidenceProblem.rejection(
            slug,
            shortName(),
            FileKind.of(contentType),
            FileKind.of(verified.flatMap(Verified::detected))));
  }

  /** What a clerk should look at again, though nothing is refused for it. */
  public List<Fault> warnings(UploadLimits limits) {
    var warnings = new ArrayList<Fault>();
    if (limits.dataPeriod().isPresent() && period.isPresent()) {
      Period asked = limits.dataPeriod().get();
      Optional<Period> proved = Period.read(period.get());
      if (proved.isEmpty()) {
        warnings.add(EvidenceProblem.PERIOD_NOT_READ.of(period.get()));
      } else if (!asked.meets(proved.get())) {
        warnings.add(EvidenceProblem.PERIOD_OUTSIDE.of(period.get(), asked.from(), asked.to()));
      }
    }
    verified
        .flatMap(Verified::attachments)
        .ifPresent(
            files -> warnings.add(EvidenceProblem.FILE_HAS_ATTACHMENTS.of(shortName(), files)));
    return warnings;
  }

  // The name stands whole beside it; a form with a thousand long ones must fit into an answer.
  private String shortName() {
    int characters = fileName.codePointCount(0, fileName.length());
    return characters <= NAME_TOLD_MAX
        ? fileName
        : fileName.substring(0, fileName.offsetByCodePoints(0, NAME_TOLD_MAX - 1)) + "…";
  }
}
