package vn.minhbach.core.publish.bundle;

/** The steps of recomputing a bundle, one message each: infra/verify/README.md. */
public enum Step {
  BAG("Túi dữ liệu: đủ tệp, không tên lạ", "Bag: complete, no strange names"),
  HASHES("Mã băm SHA-256 của từng tệp", "SHA-256 of every file"),
  SIGNATURE("Dấu kỹ thuật và khoá", "Seal and key"),
  CHAINS(
      "Nhật ký điểm: các mắt xích nối nhau đến điểm neo", "Ledgers: entries link up to the anchor"),
  LOG("Nhật ký minh bạch: cây băm và điểm kiểm tra", "Transparency log: tree and checkpoints"),
  POINTS("Điểm từng tiêu chí tính lại từ số liệu", "Points of each criterion from its figures"),
  TOTALS("Điểm nhóm, tổng, chỉ số, mức độ", "Totals, index, level"),
  RANKS("Thứ hạng theo quy tắc đồng hạng", "Ranks by the tie rule"),
  TABLES("Bảng CSV nói như JSON", "Tables say the same as the JSON"),
  CODE("Mã chốt in trên quyết định", "The code that the decision prints");

  private final String vietnamese;
  private final String english;

  Step(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  public int number() {
    return ordinal() + 1;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }
}
