package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * What the unit closed (<i>chốt</i>), to be signed as it is.
 *
 * @param at when it was closed
 * @param by opaque id of the account
 * @param checkCode the code in force, {@link vn.minhbach.core.assess.signing.CheckCode}
 * @param formHash SHA-256, hex, of what was closed, {@link
 *     vn.minhbach.core.assess.signing.FormContent}
 * @param sentAt the time of sending, once it is signed by {@code signBy}
 * @param signBy last moment at which a signature counts from {@code sentAt}; later ones count from
 *     themselves
 * @param lateReason why it is late, where the unit said so
 * @param voided whether the form says something else since: a signed one whose criterion was opened
 *     again and changed
 * @param criteriaVersion version of the criteria that were closed, as {@link Amendments#substance};
 *     empty in what was closed before sets could be corrected
 */
public record Closing(
    Instant at,
    String by,
    String checkCode,
    String formHash,
    Instant sentAt,
    Instant signBy,
    Optional<String> lateReason,
    boolean voided,
    Optional<Long> criteriaVersion) {

  /** The same after its signature fell: what was sent in time stays so, if it is signed again. */
  public Closing unsigned(Instant sent, Instant newSignBy) {
    return new Closing(
        at, by, checkCode, formHash, sent, newSignBy, lateReason, voided, criteriaVersion);
  }

  Closing asVoid() {
    return new Closing(
        at, by, checkCode, formHash, sentAt, signBy, lateReason, true, criteriaVersion);
  }
}
