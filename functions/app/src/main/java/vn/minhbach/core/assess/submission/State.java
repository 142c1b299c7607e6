package vn.minhbach.core.assess.submission;

/** Where a submission stands (domain/README.md section 3). */
public enum State {
  NOT_STARTED("Chưa bắt đầu", "Not started"),
  IN_PROGRESS("Đang tự đánh giá", "In progress"),
  CLOSED("Đã chốt, chờ ký", "Closed, signature awaited"),
  SUBMITTED("Đã nộp", "Submitted"),
  AT_DISTRICT("Chờ cấp huyện tổng hợp", "Waiting at the district"),
  FORWARDED("Huyện đã chuyển", "Forwarded by the district");

  private final String vietnamese;
  private final String english;

  State(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }

  /**
   * Whether the unit may change its form: nobody has signed it. Changing one that is closed opens
   * it again.
   */
  public boolean editable() {
    return inWork() || this == CLOSED;
  }

  /** Whether the unit has still to finish its form. */
  public boolean inWork() {
    return this == NOT_STARTED || this == IN_PROGRESS;
  }

  /** Whether the unit's figures take part in the ranking: they have reached the office. */
  public boolean delivered() {
    return this == SUBMITTED || this == FORWARDED;
  }
}
