package vn.minhbach.core.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers of a campaign that the system drafts. */
public enum PaperKind {
  /** Sends the forms to the units (<i>công văn gửi phiếu</i>). */
  FORMS_LETTER("Công văn gửi phiếu"),
  /** Tells who is late (<i>công văn đôn đốc</i>). */
  CHASER("Công văn đôn đốc"),
  /** Asks the bodies of the team for its members (<i>công văn đề nghị cử người</i>). */
  NOMINATION_REQUEST("Công văn đề nghị cử người tham gia Tổ thẩm định"),
  /** Establishes the team (<i>dự thảo Quyết định thành lập Tổ thẩm định</i>). */
  TEAM_DECISION("Dự thảo Quyết định thành lập Tổ thẩm định"),
  /** Of the team's closing session, to be signed (<i>biên bản họp Tổ thẩm định</i>). */
  SESSION_MINUTES("Biên bản họp Tổ thẩm định"),
  /** Tells the units that their provisional result can be read. */
  PROVISIONAL_NOTICE("Thông báo kết quả thẩm định dự kiến"),
  /** What the report says of each group (<i>báo cáo</i>). */
  REPORT("Báo cáo kết quả"),
  /** Asks for approval (<i>tờ trình</i>). */
  SUBMISSION("Tờ trình"),
  /** The decision that publishes (<i>dự thảo Quyết định công bố</i>). */
  DRAFT_DECISION("Dự thảo Quyết định"),
  /** The rankings, annexed to the decision (<i>phụ lục</i>). */
  RANKING_ANNEX("Phụ lục xếp hạng");

  private final String vietnamese;

  PaperKind(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The name by which it is saved. */
  String vietnamese() {
    return vietnamese;
  }

  /** As it stands in a path: {@code ranking-annex}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<PaperKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
