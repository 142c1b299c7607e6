package vn.minhbach.core.prepare.campaign;

/** Where a campaign stands (domain/README.md section 3). */
public enum Stage {
  DRAFT("Chuẩn bị", "In preparation"),
  OPEN("Các đơn vị tự đánh giá", "Units assess themselves"),
  APPRAISING("Thẩm định", "Under appraisal"),
  REPORTED("Đã báo cáo UBND tỉnh", "Reported to the People's Committee"),
  APPROVED("Đã phê duyệt", "Approved"),
  PUBLISHED("Đã công bố", "Published"),
  ARCHIVED("Lưu trữ", "Archived");

  private final String vietnamese;
  private final String english;

  Stage(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }

  /** Whether the forms are out and nothing is reported: while units are assessed and appraised. */
  public boolean underway() {
    return this == OPEN || this == APPRAISING;
  }

  /** Whether the result is reported: no figure can change any more. */
  public boolean frozen() {
    return compareTo(REPORTED) >= 0;
  }

  /** Whether results are public. */
  public boolean published() {
    return this == PUBLISHED || this == ARCHIVED;
  }
}
