package vn.minhbach.adapter.poi;

import vn.minhbach.core.Fault;
import vn.minhbach.core.Refusal;
import vn.minhbach.core.workbook.WorkbookProblem;

/** Ends the reading of a workbook, with the reason for its sender. */
final class Unreadable extends Exception {

  private final Refusal refusal;

  Unreadable(Fault fault) {
    this.refusal = Refusal.of(fault);
  }

  /** Not what its format asks for; {@code part} says where. */
  static Unreadable damaged(String part) {
    return new Unreadable(WorkbookProblem.WORKBOOK_DAMAGED.of(part));
  }

  Refusal refusal() {
    return refusal;
  }
}
