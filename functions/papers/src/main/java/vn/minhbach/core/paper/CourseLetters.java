package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview.Line;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.criteria.CriteriaSet;
import vn.minhbach.core.paper.Paper.Addressees;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Ending;
import vn.minhbach.core.paper.Paper.Grid;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Title;
import vn.minhbach.core.prepare.campaign.Calendar;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.unit.Unit;

/** What goes out to the units while a campaign runs. No rank and no points stand in it. */
final class CourseLetters {

  private CourseLetters() {}

  /**
   * Sends the forms (<i>công văn gửi phiếu</i>; plan V.1, V.5).
   *
   * @param sets the criteria in force, by group
   */
  static Paper forms(Frame frame, Map<Integer, CriteriaSet> sets) {
    Calendar calendar = frame.campaign().calendar();
    var parts = new ArrayList<Part>();
    parts.add(frame.ofOffice(Optional.empty(), Optional.of("gửi phiếu " + self(frame))));
    parts.add(new Addressees(addressees(frame)));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; "
                + frame.office()
                + " gửi phiếu tự đánh giá và đề nghị các cơ quan, đơn vị, địa phương thực hiện như"
                + " sau:"));
    parts.add(
        Frame.text(
            "1. Tự đánh giá, chấm điểm từng tiêu chí kèm tài liệu minh chứng theo bộ tiêu chí của"
                + " nhóm mình:"));
    parts.add(sets(frame, sets));
    parts.add(
        Frame.text(
            "2. Thời hạn gửi phiếu: trong "
                + calendar.answerDays()
                + " ngày kể từ ngày nhận được phiếu và trước "
                + Names.dated(calendar.dueBefore())
                + ". Hệ thống khóa phiếu từ "
                + Names.dated(calendar.closesBefore())
                + "."));
    if (frame.units().stream().anyMatch(Unit::consolidated)) {
      parts.add(
          Frame.text(
              "3. UBND cấp xã gửi phiếu qua UBND cấp huyện; UBND cấp huyện tổng hợp, kiểm tra và"
                  + " chuyển phiếu của các xã, phường, thị trấn trực thuộc trong thời hạn trên."));
    }
    parts.add(
        Frame.text(
            "Phiếu do người đứng đầu hoặc cấp phó được giao ký, đóng dấu. Vướng mắc trong quá trình"
                + " thực hiện đề nghị gửi về "
                + frame.office()
                + " để được hướng dẫn./."));
    parts.add(ending(frame, "Như trên"));
    return new Paper(frame.fileName(PaperKind.FORMS_LETTER), false, parts);
  }

  /** Whose part is not done though its day has passed: the unit's, its signer's, its district's. */
  static List<Line> late(Campaign campaign, List<Line> lines) {
    return lines.stream()
        .filter(line -> campaign.excuse(line.unit().code()).isEmpty())
        .filter(line -> line.overdue() || line.signatureOverdue() || held(line))
        .toList();
  }

  /** Tells who is late (<i>công văn đôn đốc</i>; plan V.1), with their list. */
  static Paper chaser(Frame frame, List<Line> late) {
    var parts = new ArrayList<Part>();
    parts.add(frame.ofOffice(Optional.empty(), Optional.of("đôn đốc gửi phiếu " + self(frame))));
    parts.add(new Addressees(List.of("Các cơ quan, đơn vị, địa phương có tên trong danh sách")));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; đến "
                + Names.dated(frame.day())
                + ", còn "
                + late.size()
                + " phiếu quá hạn theo danh sách dưới đây."));
    parts.add(
        Frame.text(
            frame.office()
                + " đề nghị thủ trưởng các cơ quan, đơn vị, địa phương khẩn trương hoàn thành, ký"
                + " và gửi phiếu; UBND cấp trên trực tiếp chuyển các phiếu đang chờ tổng hợp. Hệ"
                + " thống khóa phiếu từ "
                + Names.dated(frame.campaign().calendar().closesBefore())
                + "; phiếu gửi sau hạn được ghi nhận là gửi muộn."));
    var rows = new ArrayList<List<String>>();
    late.forEach(line -> rows.add(row(frame, line, rows.size() + 1)));
    parts.add(
        new Grid(
            List.of(
                new Column("TT", 7, Align.MIDDLE),
                new Column("Cơ quan, đơn vị", 36, Align.LEFT),
                new Column("Hạn", 17, Align.MIDDLE),
                new Column("Số ngày quá hạn", 14, Align.RIGHT),
                new Column("Tình trạng", 26, Align.LEFT)),
            rows));
    parts.add(Frame.text("Đề nghị các cơ quan, đơn vị, địa phương quan tâm thực hiện./."));
    parts.add(ending(frame, "Như trên"));
    return new Paper(frame.fileName(PaperKind.CHASER), false, parts);
  }

  /** Tells that the provisional result can be read, and until when points are petitioned for. */
  static Paper provisional(Frame frame, Campaign.Provisional shown) {
    Deadlines deadlines = Deadlines.of(frame.campaign());
    String result = "kết quả thẩm định dự kiến " + frame.name();
    var parts = new ArrayList<Part>();
    parts.add(frame.ofOffice(Optional.of("TB"), Optional.empty()));
    parts.add(
        new Title(
            "THÔNG BÁO",
            Frame.capital(result) + (shown.number() > 1 ? " (lần " + shown.number() + ")" : ""),
            Optional.empty()));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; Tổ thẩm định đã thẩm định phiếu tự đánh giá của các cơ"
                + " quan, đơn vị, địa phương. "
                + frame.office()
                + " thông báo như sau:"));
    parts.add(
        Frame.text(
            "1. Từ "
                + Names.dated(deadlines.day(shown.at()))
                + ", mỗi cơ quan, đơn vị, địa phương xem được trên hệ thống điểm thẩm định dự kiến"
                + " của mình theo từng tiêu chí, kèm lý do ở những tiêu chí được chấm khác điểm tự"
                + " chấm."));
    parts.add(
        Frame.text(
            "2. Trường hợp chưa thống nhất, gửi đề nghị xem xét lại điểm theo từng tiêu chí, có lý"
                + " do và tài liệu minh chứng, do người đứng đầu ký, đến hết "
                + Names.dated(deadlines.day(shown.until()))
                + ". Hết thời hạn trên mà không có đề nghị thì điểm dự kiến được giữ để tổng"
                + " hợp."));
    parts.add(
        Frame.text(
            "3. Kết quả dự kiến chưa phải là kết quả đánh giá, xếp hạng; kết quả chính thức do cấp"
                + " có thẩm quyền quyết định công bố."));
    parts.add(
        Frame.text(
            frame.office() + " thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện./."));
    parts.add(ending(frame, Frame.capital(String.join("; ", frame.everybody()))));
    return new Paper(frame.fileName(PaperKind.PROVISIONAL_NOTICE), false, parts);
  }

  private static Part ending(Frame frame, String first) {
    return new Ending(
        frame.recipients(first), "VT, " + Frame.OPEN, Optional.of(frame.signedByOffice()));
  }

  private static List<String> addressees(Frame frame) {
    return frame.everybody().stream().map(Frame::capital).toList();
  }

  private static String self(Frame frame) {
    return "tự đánh giá phục vụ " + frame.name();
  }

  private static Part sets(Frame frame, Map<Integer, CriteriaSet> sets) {
    var rows = new ArrayList<List<String>>();
    frame
        .sizes()
        .forEach((group, size) -> {
          Optional<CriteriaSet> set = Optional.ofNullable(sets.get(group));
          rows.add(
              List.of(
                  Integer.toString(group),
                  Frame.capital(Frame.group(group)),
                  Long.toString(size),
                  set.map(CriteriaSet::title).orElse(Frame.OPEN),
                  set.map(one -> Integer.toString(one.criteria().size())).orElse(Frame.OPEN),
                  set.map(one -> Names.comma(one.maxPoints())).orElse(Frame.OPEN)));
        });
    return new Grid(
        List.of(
            new Column("Nhóm", 9, Align.MIDDLE),
            new Column("Đối tượng", 20, Align.LEFT),
            new Column("Số đơn vị", 11, Align.RIGHT),
            new Column("Bộ tiêu chí", 36, Align.LEFT),
            new Column("Số tiêu chí", 12, Align.RIGHT),
            new Column("Điểm tối đa", 12, Align.RIGHT)),
        rows);
  }

  private static boolean held(Line line) {
    return line.state() == State.AT_DISTRICT && line.daysHeld() > 0;
  }

  private static List<String> row(Frame frame, Line line, int number) {
    Deadlines deadlines = Deadlines.of(frame.campaign());
    boolean held = held(line);
    var due =
        held
            ? line.timing().forwardBy().orElseThrow()
            : line.signatureOverdue() ? line.signBy().orElseThrow() : line.timing().dueAt();
    var day = deadlines.day(due);
    long days = held ? line.daysHeld() : frame.day().toEpochDay() - day.toEpochDay();
    String state =
        held
            ? "Chờ " + line.unit().parent().map(frame::named).orElse("cấp huyện") + " chuyển"
            : line.state().vietnamese();
    return List.of(
        Integer.toString(number),
        line.unit().name(),
        Names.numeric(day),
        Long.toString(days),
        state);
  }
}
