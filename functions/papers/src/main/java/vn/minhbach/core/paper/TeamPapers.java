package vn.minhbach.core.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.appraise.assignment.Member;
import vn.minhbach.core.appraise.assignment.Team;
import vn.minhbach.core.appraise.assignment.TeamRole;
import vn.minhbach.core.paper.Paper.Addressees;
import vn.minhbach.core.paper.Paper.Align;
import vn.minhbach.core.paper.Paper.Column;
import vn.minhbach.core.paper.Paper.Ending;
import vn.minhbach.core.paper.Paper.Grid;
import vn.minhbach.core.paper.Paper.Paragraph;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Style;
import vn.minhbach.core.paper.Paper.Title;
import vn.minhbach.core.prepare.campaign.AppraisalSettings;
import vn.minhbach.core.prepare.campaign.Deadlines;

/**
 * What brings the appraisal team about (<i>Tổ thẩm định</i>; plan V.1–V.3): its bodies are asked to
 * nominate, and the People's Committee decides. No member's name is known to the system.
 */
final class TeamPapers {

  private static final int PLACES = 2;

  private TeamPapers() {}

  /** Asks the bodies of the team to nominate their members (<i>công văn đề nghị cử người</i>). */
  static Paper nomination(Frame frame) {
    List<UnitCode> bodies = asked(frame);
    var parts = new ArrayList<Part>();
    parts.add(
        frame.ofOffice(
            Optional.empty(), Optional.of("cử người tham gia Tổ thẩm định " + frame.name())));
    parts.add(
        new Addressees(
            bodies.isEmpty() ? List.of(Frame.OPEN) : bodies.stream().map(frame::named).toList()));
    parts.add(
        Frame.text(
            "Thực hiện "
                + frame.cited()
                + "; "
                + frame.office()
                + " đề nghị quý cơ quan cử người tham gia Tổ thẩm định như sau:"));
    parts.add(
        Frame.text(
            "1. Số lượng: … người, là lãnh đạo phòng hoặc chuyên viên phụ trách cải cách hành"
                + " chính, công nghệ thông tin; nêu người thay thế khi vắng mặt."));
    parts.add(
        Frame.text(
            "2. Thời gian làm việc: đến hết "
                + Names.dated(appraisedBy(frame))
                + " và đến khi kết quả được công bố đối với đề nghị xem xét lại điểm."));
    parts.add(
        Frame.text(
            "3. Mỗi người được cử kê khai xung đột lợi ích: cơ quan, địa phương nơi bản thân, vợ"
                + " hoặc chồng, cha, mẹ, con, anh, chị, em ruột đang công tác. Thành viên không"
                + " thẩm định cơ quan của mình và đơn vị đã kê khai."));
    parts.add(
        Frame.text(
            "Văn bản cử người theo mẫu dưới đây gửi về " + frame.office() + " trước ngày ……:"));
    parts.add(form());
    parts.add(Frame.text("Đề nghị quý cơ quan quan tâm, phối hợp./."));
    parts.add(
        new Ending(
            frame.recipients("Như trên"),
            "VT, " + Frame.OPEN,
            Optional.of(frame.signedByOffice())));
    return new Paper(frame.fileName(PaperKind.NOMINATION_REQUEST), false, parts);
  }

  /**
   * Establishes the team (<i>dự thảo Quyết định thành lập Tổ thẩm định</i>).
   *
   * @param team as it was registered by a decision; empty before there is one, and then the bodies
   *     of the campaign's settings stand there
   */
  static Paper decision(Frame frame, Optional<Team> team) {
    String subject = "Thành lập Tổ thẩm định " + frame.name();
    String head = "Giám đốc " + frame.office();
    var parts = new ArrayList<Part>();
    parts.add(
        frame.ofCommittee(
            team.map(one -> one.decision().number()), team.map(one -> one.decision().date())));
    parts.add(new Title("QUYẾT ĐỊNH", subject, Optional.empty()));
    parts.add(new Paragraph(Style.MIDDLE, Names.upper(frame.committee())));
    parts.add(
        new Paragraph(
            Style.BASIS, "Căn cứ Luật Tổ chức chính quyền địa phương ngày …… tháng …… năm ………;"));
    parts.add(new Paragraph(Style.BASIS, "Căn cứ " + frame.cited() + ";"));
    parts.add(
        new Paragraph(
            Style.BASIS,
            "Theo đề nghị của " + head + " tại Tờ trình số …… ngày …… tháng …… năm ………."));
    parts.add(new Paragraph(Style.MIDDLE, "QUYẾT ĐỊNH:"));
    parts.add(
        article(
            "Điều 1. " + subject + " (sau đây gọi là Tổ thẩm định), gồm các ông, bà có tên sau:"));
    parts.add(members(frame, team));
    parts.add(
        article(
            "Điều 2. Tổ thẩm định kiểm tra, thẩm định phiếu tự đánh giá và tài liệu minh chứng của"
                + " các cơ quan, đơn vị, địa phương; yêu cầu giải trình, kiểm tra thực tế khi cần;"
                + " hoàn thành trước hết "
                + Names.dated(appraisedBy(frame))
                + ". Mỗi điểm khác điểm tự chấm phải có lý do. Thành viên không thẩm định cơ quan"
                + " của mình và đơn vị mà mình có xung đột lợi ích; Tổ trưởng phân công người"
                + " thay."));
    parts.add(
        article(
            "Điều 3. Tổ thẩm định làm việc theo chế độ kiêm nhiệm, sử dụng con dấu của "
                + frame.office()
                + " và tự giải thể khi hoàn thành nhiệm vụ. Ý kiến khác của thành viên được bảo lưu"
                + " trong biên bản."));
    parts.add(
        article(
            "Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng "
                + frame.plan().issuer()
                + ", "
                + head
                + ", thủ trưởng các cơ quan có liên quan và các ông, bà có tên tại Điều 1 chịu"
                + " trách nhiệm thi hành Quyết định này./."));
    parts.add(
        new Ending(
            List.of("Như Điều 4", "Chủ tịch, các Phó Chủ tịch " + frame.plan().issuer()),
            "VT, " + Frame.OPEN,
            Optional.of(Signature.onBehalf(Signature.COMMITTEE, "Chủ tịch", Optional.empty()))));
    return new Paper(frame.fileName(PaperKind.TEAM_DECISION), false, parts);
  }

  /** Who is of the team on a day: who leads first, who writes last. */
  static List<Member> on(Team team, LocalDate day) {
    return team.members().stream()
        .filter(member -> member.heldOn(day))
        .sorted(Comparator.comparing(member -> order(member.role())))
        .toList();
  }

  private static int order(TeamRole role) {
    return switch (role) {
      case LEAD -> 0;
      case DEPUTY -> 1;
      case APPRAISER -> 2;
      case SECRETARY -> 3;
    };
  }

  private static Part members(Frame frame, Optional<Team> team) {
    var rows = new ArrayList<List<String>>();
    team.ifPresentOrElse(
        one ->
            on(one, frame.day())
                .forEach(
                    member -> rows.add(row(rows, member.role(), member.body().map(frame::named)))),
        () -> planned(frame, rows));
    return new Grid(
        List.of(
            new Column("TT", 7, Align.MIDDLE),
            new Column("Họ và tên, chức vụ", 35, Align.LEFT),
            new Column("Cơ quan", 38, Align.LEFT),
            new Column("Vai trò", 20, Align.LEFT)),
        rows);
  }

  // Who leads is of the standing office, and the deputy of another body: for the lead's own.
  private static void planned(Frame frame, List<List<String>> rows) {
    AppraisalSettings settings = frame.campaign().settings().appraisalSettings();
    rows.add(row(rows, TeamRole.LEAD, Optional.of(frame.office())));
    rows.add(
        row(
            rows,
            TeamRole.DEPUTY,
            Optional.of(settings.deputyBody().map(frame::named).orElse(Frame.OPEN))));
    asked(frame).stream()
        .filter(body -> settings.deputyBody().filter(body::equals).isEmpty())
        .forEach(body -> rows.add(row(rows, TeamRole.APPRAISER, Optional.of(frame.named(body)))));
    rows.add(row(rows, TeamRole.SECRETARY, Optional.of(frame.office())));
  }

  private static List<String> row(List<List<String>> rows, TeamRole role, Optional<String> body) {
    return List.of(
        Integer.toString(rows.size() + 1),
        "",
        body.orElse(""),
        Frame.capital(role.words().vietnamese()));
  }

  private static Part form() {
    var rows = new ArrayList<List<String>>();
    while (rows.size() < PLACES) {
      rows.add(List.of(Integer.toString(rows.size() + 1), "", "", "", ""));
    }
    return new Grid(
        List.of(
            new Column("TT", 7, Align.MIDDLE),
            new Column("Họ và tên", 25, Align.LEFT),
            new Column("Chức vụ, phòng", 23, Align.LEFT),
            new Column("Điện thoại, thư điện tử công vụ", 22, Align.LEFT),
            new Column("Xung đột lợi ích", 23, Align.LEFT)),
        rows);
  }

  // The standing office asks the others; its own people it names itself.
  private static List<UnitCode> asked(Frame frame) {
    AppraisalSettings settings = frame.campaign().settings().appraisalSettings();
    return Stream.concat(settings.deputyBody().stream(), settings.teamBodies().stream())
        .filter(body -> settings.standingOffice().filter(body::equals).isEmpty())
        .distinct()
        .toList();
  }

  private static LocalDate appraisedBy(Frame frame) {
    Deadlines deadlines = Deadlines.of(frame.campaign());
    return deadlines.day(deadlines.milestones().appraisedBy());
  }

  private static Part article(String text) {
    return new Paragraph(Style.ARTICLE, text);
  }
}
