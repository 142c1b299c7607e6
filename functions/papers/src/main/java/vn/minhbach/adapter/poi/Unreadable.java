package vn.minhbach.adapter.poi;

import vn.minhbach.core.Problem;
import vn.minhbach.core.Refusal;

/** Ends the reading of a workbook, with the reason for its sender. */
final class Unreadable extends Exception {

  private final Refusal refusal;

  Unreadable(Problem problem, String... facts) {
    this.refusal = Refusal.of(problem, facts);
  }

  /** Not what its format asks for; {@code part} says where. */
  static Unreadable damaged(String part) {
    return new Unreadable(Problem.WORKBOOK_DAMAGED, "part", part);
  }

  Refusal refusal() {
    return refusal;
  }
}
