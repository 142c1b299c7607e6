package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.minhbach.core.paper.Paper.Addressees;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Ending;
import vn.minhbach.core.paper.Paper.Grid;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Title;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.GroupReport;
import vn.minhbach.core.publish.ranking.Exceptions;

/** What the office tells the People's Committee: the report, and the submission with it. */
final class ResultReport {

  private static final int NAMED = 5;

  // In the order of Exceptions.counts().
  private static final List<String> EXCEPTIONS =
      List.of(
          "Gia hạn gửi phiếu",
          "Chuyển phiếu thay cấp huyện",
          "Câu trả lời nhập thay từ bản giấy",
          "Tiêu chí không áp dụng",
          "Tiêu chí tổ thẩm định cho điểm trực tiếp",
          "Tiêu chí có điểm cao hơn điểm tự chấm",
          "Lượt thành viên không tham gia thẩm định do xung đột lợi ích",
          "Phiếu bị trả lại",
          "Phiếu gửi muộn");

  private ResultReport() {}

  /** The report (<i>báo cáo</i>; plan V.1), group by group. */
  static Paper report(Frame frame, Campaign.Result result, List<GroupResult> groups) {
    var parts = new ArrayList<Part>();
    parts.add(frame.ofOffice(Optional.of("BC"), Optional.empty()));
    parts.add(new Title("BÁO CÁO", "Kết quả " + frame.name(), Optional.empty()));
    parts.add(new Addressees(List.of(frame.committee())));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; "
                + frame.office()
                + " báo cáo kết quả đối với "
                + TheDecision.counted(groups)
                + " (mã chốt của bảng số liệu: "
                + TheDecision.code(result)
                + ", lần "
                + result.issue()
                + ") như sau:"));
    for (GroupResult group : groups) {
      parts.add(
          Frame.head(
              (groups.indexOf(group) + 1)
                  + ". Nhóm "
                  + group.group()
                  + ": "
                  + Frame.group(group.group())));
      parts.add(Frame.text(summary(frame, group)));
      group
          .report()
          .change()
          .ifPresent(change ->
              parts.add(
                  Frame.text(
                      "So với kỳ trước, chỉ số trung bình của "
                          + change.units()
                          + " đơn vị so sánh được là "
                          + Names.comma(change.now())
                          + "% (kỳ trước "
                          + Names.comma(change.then())
                          + "%).")));
      if (!group.report().weakest().isEmpty()) {
        parts.add(Frame.text("Các tiêu chí đạt thấp nhất:"));
        parts.add(weakest(frame, group));
      }
      if (!group.report().difficulties().isEmpty()) {
        parts.add(Frame.text("Khó khăn, vướng mắc trình " + frame.plan().issuer() + ":"));
        parts.add(difficulties(group));
      }
      moved(frame, group).ifPresent(parts::add);
    }
    parts.add(Frame.head((groups.size() + 1) + ". Trường hợp ngoài trình tự thông thường"));
    parts.add(exceptions(groups));
    parts.add(
        Frame.text(frame.office() + " báo cáo " + frame.plan().issuer() + " xem xét, chỉ đạo./."));
    parts.add(ending(frame));
    return new Paper(frame.fileName(PaperKind.REPORT), false, parts);
  }

  /** The submission (<i>tờ trình</i>), with which draft decision and report go up. */
  static Paper submission(Frame frame, Campaign.Result result, List<GroupResult> groups) {
    var parts = new ArrayList<Part>();
    parts.add(frame.ofOffice(Optional.of("TTr"), Optional.empty()));
    String subject = TheDecision.subject(frame, result);
    parts.add(
        new Title(
            "TỜ TRÌNH",
            "Về việc " + Character.toLowerCase(subject.charAt(0)) + subject.substring(1),
            Optional.empty()));
    parts.add(new Addressees(List.of(frame.committee())));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; trên cơ sở kết quả của Tổ thẩm định, "
                + frame.office()
                + " kính trình "
                + frame.plan().issuer()
                + " như sau:"));
    parts.add(Frame.head("1. Kết quả"));
    parts.add(Frame.text("Đã đánh giá " + TheDecision.counted(groups) + ":"));
    groups.forEach(
        group -> parts.add(Frame.text("- " + group.name() + ": " + summary(frame, group))));
    parts.add(Frame.head("2. Đề nghị"));
    parts.add(
        Frame.text(
            "Đề nghị "
                + frame.plan().issuer()
                + " xem xét, ban hành Quyết định "
                + Character.toLowerCase(subject.charAt(0))
                + subject.substring(1)
                + ". Bảng số liệu kèm theo có mã chốt "
                + TheDecision.code(result)
                + "; Phụ lục trình ký phải mang đúng mã này."));
    parts.add(
        Frame.text(
            "(Gửi kèm: dự thảo Quyết định và Phụ lục; Báo cáo kết quả; Biên bản họp Tổ thẩm"
                + " định.)"));
    parts.add(Frame.text("Kính trình " + frame.plan().issuer() + " xem xét, quyết định./."));
    parts.add(ending(frame));
    return new Paper(frame.fileName(PaperKind.SUBMISSION), false, parts);
  }

  private static Part ending(Frame frame) {
    return new Ending(
        List.of("Như trên", "Tổ thẩm định"),
        "VT, " + Frame.OPEN,
        Optional.of(frame.signedByOffice()));
  }

  private static String summary(Frame frame, GroupResult group) {
    GroupReport report = group.report();
    var levels = new ArrayList<String>();
    group
        .criteria()
        .levels()
        .forEach(level -> {
          int units = report.levels().getOrDefault(level.code(), 0);
          levels.add(level.label() + ": " + units);
        });
    return report.ranked()
        + "/"
        + report.units()
        + " đơn vị được xếp hạng."
        + report
            .spread()
            .map(spread ->
                " Chỉ số trung bình "
                    + Names.comma(spread.mean())
                    + "%; cao nhất "
                    + Names.comma(spread.best())
                    + "% ("
                    + GroupResult.first(frame, spread.bestUnits(), NAMED)
                    + "); thấp nhất "
                    + Names.comma(spread.worst())
                    + "% ("
                    + GroupResult.first(frame, spread.worstUnits(), NAMED)
                    + ").")
            .orElse("")
        + (levels.isEmpty() ? "" : " Theo mức: " + String.join("; ", levels) + ".");
  }

  private static Part weakest(Frame frame, GroupResult group) {
    return new Grid(
        List.of(
            new Column("Mã", 10, Align.MIDDLE),
            new Column("Tiêu chí", 36, Align.LEFT),
            new Column("Đạt (%)", 12, Align.RIGHT),
            new Column("Đơn vị đạt dưới một nửa", 42, Align.LEFT)),
        group.report().weakest().stream()
            .map(weak ->
                List.of(
                    weak.criterion().value(),
                    weak.title(),
                    Names.comma(weak.percent()),
                    weak.below()
                        + "/"
                        + weak.assessed()
                        + (weak.belowUnits().isEmpty() ? "" : ": " + below(frame, weak))))
            .toList());
  }

  private static Part difficulties(GroupResult group) {
    return new Grid(
        List.of(
            new Column("Mã", 10, Align.MIDDLE),
            new Column("Khó khăn, vướng mắc", 45, Align.LEFT),
            new Column("Ý kiến chỉ đạo", 45, Align.LEFT)),
        group.report().difficulties().stream()
            .map(difficulty ->
                List.of(
                    difficulty.criterion().value(),
                    difficulty.text(),
                    difficulty
                        .ruling()
                        .map(ruling ->
                            ruling.text()
                                + " (văn bản số "
                                + ruling.paper().number()
                                + " ngày "
                                + Names.numeric(ruling.paper().date())
                                + ")")
                        .orElse("Chưa có")))
            .toList());
  }

  private static String below(Frame frame, GroupReport.Weak weak) {
    var units = weak.belowUnits().stream().limit(NAMED).map(frame::named).toList();
    int more = weak.below() - units.size();
    return String.join(", ", units) + (more > 0 ? " và " + more + " đơn vị khác" : "");
  }

  private static Optional<Part> moved(Frame frame, GroupResult group) {
    List<String> moved =
        group.report().moved().stream()
            .map(one ->
                frame.named(one.unit()) + " (" + rank(one.from()) + " → " + rank(one.to()) + ")")
            .toList();
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Frame.text(
                "Thay đổi thứ hạng so với lần công bố trước: " + String.join("; ", moved) + "."));
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? "hạng " + rank.getAsInt() : "không xếp hạng";
  }

  private static Part exceptions(List<GroupResult> groups) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("Trường hợp", 55, Align.LEFT));
    groups.forEach(group -> columns.add(new Column("Nhóm " + group.group(), 12, Align.RIGHT)));
    columns.add(new Column("Cộng", 9, Align.RIGHT));
    var rows = new ArrayList<List<String>>();
    for (int kind = 0; kind < EXCEPTIONS.size(); kind++) {
      var cells = new ArrayList<String>();
      cells.add(EXCEPTIONS.get(kind));
      for (GroupResult group : groups) {
        cells.add(group.report().exceptions().counts().get(kind).toString());
      }
      cells.add(
          Exceptions.sum(groups.stream().map(group -> group.report().exceptions()).toList())
              .counts()
              .get(kind)
              .toString());
      rows.add(cells);
    }
    return new Grid(columns, rows);
  }
}
