package vn.minhbach.local.lambda;

import vn.minhbach.local.LambdaFailed;
import vn.minhbach.local.LambdaFailed.Reason;

/** Lambda's limits on synchronous calls. */
public final class Limits {

  /** Bytes of an event or an answer: 6 MB and the envelope. */
  public static final int PAYLOAD = 6_291_556;

  private Limits() {}

  static byte[] checked(String function, byte[] answer) throws LambdaFailed {
    if (answer.length > PAYLOAD) {
      throw new LambdaFailed(
          Reason.TOO_LARGE,
          "Function.ResponseSizeTooLarge",
          "the answer of %s has %d bytes, Lambda passes on %d"
              .formatted(function, answer.length, PAYLOAD),
          null);
    }
    return answer;
  }
}
