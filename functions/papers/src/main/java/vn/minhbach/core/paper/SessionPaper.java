package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.session.Session;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Ending;
import vn.minhbach.core.paper.Paper.Grid;
import vn.minhbach.core.paper.Paper.Letterhead;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Signatures;
import vn.minhbach.core.paper.Paper.Title;

/**
 * Minutes of the team's closing session (<i>biên bản họp Tổ thẩm định</i>), with a place for each
 * member's signature and kept opinion. No member's name is known to the system.
 */
final class SessionPaper {

  private static final String TEAM = "Tổ thẩm định";
  private static final int PLACES = 3;

  private SessionPaper() {}

  /**
   * The minutes.
   *
   * @param team empty where the campaign is appraised without a register
   * @param held what was entered of a session already
   * @param rows where each unit stands
   */
  static Paper of(
      Frame frame, Optional<Team> team, Optional<Session> held, Map<UnitCode, Progress> rows) {
    var parts = new ArrayList<Part>();
    parts.add(
        new Letterhead(
            Optional.of(frame.plan().issuer()),
            TEAM,
            "Số: " + held.map(Session::number).orElse(Frame.OPEN + "/BB-TTĐ"),
            Optional.empty(),
            held.map(session -> frame.dated(session.day())).orElseGet(frame::undated)));
    parts.add(new Title("BIÊN BẢN", "Họp Tổ thẩm định – " + frame.name(), Optional.empty()));
    parts.add(Frame.head("I. Thời gian, địa điểm"));
    parts.add(
        Frame.text(
            "Bắt đầu lúc … giờ … phút, "
                + held.map(session -> Names.dated(session.day()))
                    .orElseGet(() -> Names.open(frame.day().getYear()))
                + ", tại ………………………………"));
    parts.add(Frame.head("II. Thành phần"));
    parts.add(
        Frame.text(
            team.map(one ->
                    "Tổ thẩm định thành lập theo Quyết định số %s %s; có mặt … người, vắng … người:"
                        .formatted(one.decision().number(), Names.dated(one.decision().date())))
                .orElse("Thành viên Tổ thẩm định có mặt … người, vắng … người:")));
    parts.add(members(frame, team, held));
    parts.add(Frame.head("III. Nội dung"));
    parts.add(
        Frame.text(
            "1. Tổ thẩm định rà soát kết quả thẩm định phiếu tự đánh giá theo "
                + frame.cited()
                + ":"));
    parts.add(progress(frame, rows));
    parts.add(Frame.text("2. Ý kiến thảo luận: ………………………………………………………………"));
    parts.add(Frame.text("3. Kết luận của người chủ trì: ………………………………………………………………"));
    parts.add(Frame.head("IV. Ý kiến bảo lưu"));
    parts.add(dissents(frame, team, held));
    parts.add(
        Frame.text(
            "Cuộc họp kết thúc lúc … giờ … phút cùng ngày. Biên bản được đọc cho các thành viên có"
                + " mặt nghe, thống nhất và ký tên./."));
    parts.add(new Signatures(List.of(Signature.as("Thư ký"), Signature.as("Chủ trì"))));
    parts.add(
        new Ending(
            List.of(frame.office(), "Thành viên " + TEAM),
            "VT, hồ sơ thẩm định",
            Optional.empty()));
    return new Paper(frame.fileName(PaperKind.SESSION_MINUTES), false, parts);
  }

  private static Part members(Frame frame, Optional<Team> team, Optional<Session> held) {
    var rows = new ArrayList<List<String>>();
    on(frame, team, held)
        .forEach(member ->
            rows.add(
                List.of(
                    Integer.toString(rows.size() + 1),
                    "",
                    Frame.capital(member.role().words().vietnamese()),
                    member.body().map(frame::named).orElse(""),
                    "")));
    while (rows.size() < PLACES) {
      rows.add(List.of(Integer.toString(rows.size() + 1), "", "", "", ""));
    }
    return new Grid(
        List.of(
            new Column("TT", 7, Align.MIDDLE),
            new Column("Họ và tên", 29, Align.LEFT),
            new Column("Vai trò", 16, Align.LEFT),
            new Column("Cơ quan", 28, Align.LEFT),
            new Column("Chữ ký", 20, Align.LEFT)),
        rows);
  }

  private static List<Member> on(Frame frame, Optional<Team> team, Optional<Session> held) {
    var day = held.map(Session::day).orElse(frame.day());
    return team.map(one -> TeamPapers.on(one, day)).orElse(List.of());
  }

  private static Part progress(Frame frame, Map<UnitCode, Progress> rows) {
    var lines = new ArrayList<List<String>>();
    frame
        .sizes()
        .forEach((group, size) -> {
          List<State> states =
              frame.units().stream()
                  .filter(unit -> unit.group() == group)
                  .map(unit ->
                      Optional.ofNullable(rows.get(unit.code()))
                          .map(Progress::state)
                          .orElse(State.NOT_STARTED))
                  .toList();
          lines.add(
              List.of(
                  Frame.capital(Frame.group(group)),
                  Long.toString(size),
                  Long.toString(states.stream().filter(State::delivered).count()),
                  Long.toString(states.stream().filter(State.APPRAISED::equals).count())));
        });
    return new Grid(
        List.of(
            new Column("Nhóm", 40, Align.LEFT),
            new Column("Số đơn vị", 20, Align.RIGHT),
            new Column("Phiếu đã nhận", 20, Align.RIGHT),
            new Column("Đã chốt thẩm định", 20, Align.RIGHT)),
        lines);
  }

  private static Part dissents(Frame frame, Optional<Team> team, Optional<Session> held) {
    var rows = new ArrayList<List<String>>();
    held.map(Session::dissents)
        .orElse(List.of())
        .forEach(one -> rows.add(List.of(who(frame, team, held, one.by()), one.text(), "")));
    while (rows.size() < PLACES) {
      rows.add(List.of("", "", ""));
    }
    return new Grid(
        List.of(
            new Column("Thành viên", 28, Align.LEFT),
            new Column("Nội dung bảo lưu, lý do", 52, Align.LEFT),
            new Column("Chữ ký", 20, Align.LEFT)),
        rows);
  }

  // A member by part and body; the name is written by hand.
  private static String who(
      Frame frame, Optional<Team> team, Optional<Session> held, String actor) {
    return on(frame, team, held).stream()
        .filter(member -> member.actor().equals(actor))
        .findFirst()
        .map(member ->
            Frame.capital(member.role().words().vietnamese())
                + member.body().map(frame::named).map(name -> ", " + name).orElse(""))
        .orElse("");
  }
}
