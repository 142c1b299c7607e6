package vn.minhbach.core.assess.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a form is on its way: closed, signed, passed on.
 *
 * @param closing what was closed last; gone once the unit opens a form that nobody has signed
 * @param signature who sent the form; empty while nobody has, and once it fell
 * @param forwardedAt when a district passed a commune's form on
 * @param transmittal number of the batch in which that was; empty in what was passed on before
 *     batches had numbers
 */
public record Signing(
    Optional<Closing> closing,
    Optional<Head.Signature> signature,
    Optional<Instant> forwardedAt,
    Optional<Integer> transmittal) {

  /** Nothing was closed yet. */
  public static final Signing NONE =
      new Signing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Signing withClosing(Closing closed) {
    return new Signing(Optional.of(closed), signature, forwardedAt, transmittal);
  }

  Signing withSignature(Head.Signature signed) {
    return new Signing(closing, Optional.of(signed), forwardedAt, transmittal);
  }

  Signing forwarded(Instant at, Optional<Integer> batch) {
    return new Signing(closing, signature, Optional.of(at), batch);
  }

  /** What was closed no longer stands for what the form says. */
  Signing voided() {
    return new Signing(closing.map(Closing::asVoid), signature, forwardedAt, transmittal);
  }

  /** The unit took back what it had closed and nobody had signed. */
  Signing taken() {
    return new Signing(Optional.empty(), signature, Optional.empty(), Optional.empty());
  }

  /** The signature fell: closed as it was, to be signed again. */
  Signing unsigned(Closing again) {
    return new Signing(Optional.of(again), Optional.empty(), forwardedAt, transmittal);
  }
}
