package vn.minhbach.core.assess.evidence;

import java.time.Instant;
import java.util.Optional;
import vn.minhbach.core.Problem;

/**
 * What is known of a file's bytes. Each fact is noted once, in whichever order they come.
 *
 * @param verified what arrival found
 * @param scanned what the scan found
 * @param reason why the file was refused: the slug of a {@link EvidenceProblem}
 * @param takenDown the order by which the bytes were removed
 */
public record Checks(
    Optional<Verified> verified,
    Optional<Scanned> scanned,
    Optional<String> reason,
    Optional<Takedown.Order> takenDown) {

  /** Nothing is known yet. */
  public static final Checks NONE =
      new Checks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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
      Optional<Integer> attachments) {}

  /**
   * What the scan found.
   *
   * @param result the scanner's own word
   * @param tag of the object that was scanned; empty when the scanner did not say
   */
  public record Scanned(boolean clean, String result, Optional<String> tag) {

    /** Whether the scan says nothing about the file, because it could not be done. */
    public boolean failed() {
      return !clean && !result.equals("THREATS_FOUND") && !result.equals("UNSUPPORTED");
    }

    private Optional<Problem> problem() {
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

  /** Whether both facts are noted. */
  boolean complete() {
    return verified.isPresent() && scanned.isPresent();
  }

  /** Whether both facts speak for the bytes, and nothing was said against them since. */
  boolean passed() {
    return reason.isEmpty()
        && verified.filter(fact -> fact.fault().isEmpty()).isPresent()
        && scanned.filter(Scanned::clean).isPresent();
  }

  /** What speaks against the file by the facts that are noted, a slug. */
  Optional<String> fault() {
    return verified
        .flatMap(Verified::fault)
        .or(() -> scanned.flatMap(Scanned::problem).map(Problem::slug))
        .or(() ->
            otherBytes() ? Optional.of(EvidenceProblem.FILE_CHANGED.slug()) : Optional.empty());
  }

  private boolean otherBytes() {
    Optional<String> seen = verified.map(fact -> bare(fact.objectTag()));
    Optional<String> scannedTag = scanned.flatMap(Scanned::tag).map(Checks::bare);
    return seen.isPresent() && scannedTag.isPresent() && !seen.equals(scannedTag);
  }

  private static String bare(String tag) {
    return tag.replace("\"", "");
  }

  Checks with(Verified fact) {
    return new Checks(Optional.of(fact), scanned, reason, takenDown);
  }

  Checks with(Scanned fact) {
    return new Checks(verified, Optional.of(fact), reason, takenDown);
  }

  Checks because(Optional<String> why) {
    return new Checks(verified, scanned, why, takenDown);
  }

  Checks takenDown(Takedown.Order order) {
    return new Checks(
        verified, scanned, Optional.of(EvidenceProblem.FILE_TAKEN_DOWN.slug()), Optional.of(order));
  }

  Checks unscanned() {
    return new Checks(verified, Optional.empty(), reason, takenDown);
  }
}
