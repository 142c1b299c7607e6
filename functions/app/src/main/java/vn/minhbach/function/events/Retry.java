package vn.minhbach.function.events;

import vn.minhbach.core.Outcome;

/** An event that could not be handled now fails its invocation, so that Lambda brings it again. */
final class Retry {

  private Retry() {}

  static String unlessDone(Outcome<?> outcome) {
    return outcome.fold(
        refusal -> {
          throw new IllegalStateException("not done, to be brought again: " + refusal.problem());
        },
        done -> "done");
  }
}
