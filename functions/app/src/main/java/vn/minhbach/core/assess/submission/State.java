package vn.minhbach.core.assess.submission;

import vn.minhbach.core.Bilingual;

/**
 * Where a submission stands (domain/README.md section 3). What leads from one to another is a
 * {@link Move}, and nothing else.
 */
public enum State {
  NOT_STARTED("Chưa bắt đầu", "Not started", Changeable.WHOLE),
  IN_PROGRESS("Đang tự đánh giá", "In progress", Changeable.WHOLE),
  CLOSED("Đã chốt, chờ ký", "Closed, signature awaited", Changeable.WHOLE),
  SUBMITTED("Đã nộp", "Submitted", Changeable.REOPENED),
  AT_DISTRICT("Chờ cấp huyện tổng hợp", "Waiting at the district", Changeable.REOPENED),
  FORWARDED("Huyện đã chuyển", "Forwarded by the district", Changeable.REOPENED),
  UNDER_APPRAISAL("Đang thẩm định", "Under appraisal", Changeable.REOPENED),
  EXPLANATION_REQUESTED("Chờ giải trình", "Explanation requested", Changeable.REOPENED),
  EXPLAINED("Đã giải trình", "Explained", Changeable.REOPENED),
  APPRAISED("Đã thẩm định", "Appraised", Changeable.NOTHING);

  /** What of its form a unit may change in a state, as long as the time allows it. */
  public enum Changeable {
    /** Everything: nobody has signed it. */
    WHOLE("cả phiếu", "the whole form"),
    /** The criteria that are open again, each until its day. */
    REOPENED("tiêu chí đang mở lại", "criteria that are open again"),
    /** Nothing, whatever is open again. */
    NOTHING("không sửa được gì", "nothing");

    private final Bilingual label;

    Changeable(String vietnamese, String english) {
      this.label = new Bilingual(vietnamese, english);
    }

    public Bilingual label() {
      return label;
    }
  }

  private final Bilingual label;
  private final Changeable changeable;

  State(String vietnamese, String english, Changeable changeable) {
    this.label = new Bilingual(vietnamese, english);
    this.changeable = changeable;
  }

  public String vietnamese() {
    return label.vietnamese();
  }

  public String english() {
    return label.english();
  }

  public Bilingual label() {
    return label;
  }

  public Changeable changeable() {
    return changeable;
  }

  /**
   * Whether the unit may change its form: nobody has signed it. Changing one that is closed opens
   * it again.
   */
  public boolean editable() {
    return changeable == Changeable.WHOLE;
  }

  /** Whether the unit has still to finish its form. */
  public boolean inWork() {
    return this == NOT_STARTED || this == IN_PROGRESS;
  }

  /** Whether the unit's figures take part in the ranking: they have reached the office. */
  public boolean delivered() {
    return this == SUBMITTED || this == FORWARDED || inAppraisal();
  }

  /** Whether a first mark stands: from then on nothing returns to the unit's hands as a whole. */
  public boolean inAppraisal() {
    return switch (this) {
      case UNDER_APPRAISAL, EXPLANATION_REQUESTED, EXPLAINED, APPRAISED -> true;
      case NOT_STARTED, IN_PROGRESS, CLOSED, SUBMITTED, AT_DISTRICT, FORWARDED -> false;
    };
  }
}
