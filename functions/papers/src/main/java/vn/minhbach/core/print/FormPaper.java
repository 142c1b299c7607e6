package vn.minhbach.core.print;

import static vn.minhbach.core.Markup.escaped;
import static vn.minhbach.core.print.Figures.comma;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.Markup;
import vn.minhbach.core.assess.answering.FormSheet;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Meaning;
import vn.minhbach.core.assess.evidence.Proof;
import vn.minhbach.core.assess.submission.Answer;
import vn.minhbach.core.assess.submission.Claim;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Fillings;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.Particulars;
import vn.minhbach.core.criteria.CriteriaGroup;
import vn.minhbach.core.criteria.Criterion;
import vn.minhbach.core.criteria.Level;
import vn.minhbach.core.paper.Names;
import vn.minhbach.core.paper.Signature;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.CampaignSettings;
import vn.minhbach.core.prepare.campaign.Exemption;
import vn.minhbach.core.scoring.Scorecard;
import vn.minhbach.core.unit.Unit;

/**
 * The form as a paper (<i>phiếu tự đánh giá</i>) in the layout of an official document, to be
 * signed and stamped. The check code of what was closed stands large on it and at the foot of every
 * page; without one it is marked as a draft.
 */
public final class FormPaper {

  private static final String DRAFT = "BẢN NHÁP – CHƯA CHỐT";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' d/M/yyyy");

  private static final String STYLE =
      """
      body{font-family:'Liberation Serif','Times New Roman','DejaVu Serif','DejaVu Sans',serif;font-size:11pt;line-height:1.2;color:#000;margin:0}
      p{margin:0 0 1.5mm}
      table{border-collapse:collapse;width:100%}
      .top td{width:50%;text-align:center;vertical-align:top;padding:0}
      .top .rule{border-top:0.4pt solid #000;width:35%;margin:0.8mm auto 0}
      .date{font-style:italic;text-align:right;margin-top:4mm}
      h1{font-size:14pt;text-align:center;margin:5mm 0 1mm;line-height:1.35}
      .kind{text-align:center;margin-bottom:1mm}
      .basis{text-align:center;font-style:italic;margin-bottom:4mm}
      .code{border:1.2pt solid #000;width:112mm;margin:0 auto 4mm;padding:2mm 3mm;text-align:center}
      .code strong{display:block;font-family:'DejaVu Sans Mono',monospace;font-size:17pt;line-height:1.3}
      .code.draft strong{font-family:inherit;font-size:14pt}
      .form{-fs-table-paginate:paginate;table-layout:fixed}
      .form th,.form td{border:0.5pt solid #000;padding:1mm 1.2mm;vertical-align:top;word-wrap:break-word}
      .form th{text-align:center;vertical-align:middle;font-size:10.5pt}
      .form tr{page-break-inside:avoid}
      .form .n{text-align:right}
      .form .c{text-align:center}
      .group td,.sum td{font-weight:bold}
      .group{page-break-after:avoid}
      .soft{font-style:italic;font-size:10pt}
      .total{margin:3mm 0}
      .total p{margin:0 0 1mm}
      .sign{page-break-inside:avoid;margin-top:4mm}
      .sign td{width:50%;text-align:center;vertical-align:top}
      .sign .space{height:26mm}
      .hash{font-size:8pt;margin-top:4mm;border-top:0.4pt solid #000;padding-top:1mm;word-wrap:break-word}
      .water{position:fixed;top:75mm;left:0;width:100%;text-align:center;font-size:34pt;font-weight:bold;color:#dddddd;transform:rotate(-35deg);z-index:-1}
      @media screen{body{max-width:190mm;margin:8mm auto;padding:0 4mm}}
      """;

  private FormPaper() {}

  /** The page. */
  public static String of(Campaign campaign, Unit unit, FormSheet sheet) {
    Optional<Closing> closing = sheet.view().form().head().inForce();
    return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head>"
        + "<meta charset=\"utf-8\"/><title>Phiếu tự đánh giá – "
        + escaped(unit.name())
        + "</title><style>"
        + foot(closing)
        + STYLE
        + "</style></head><body>"
        + (closing.isPresent() ? "" : "<div class=\"water\">" + DRAFT + "</div>")
        + top(campaign, unit, sheet.view().form().head())
        + title(campaign, unit, sheet)
        + code(campaign, closing)
        + sheet.view().form().particulars().map(FormPaper::particulars).orElse("")
        + table(sheet)
        + total(sheet)
        + sign(campaign, unit, sheet)
        + "</body></html>";
  }

  // A code holds letters, digits and hyphens; nothing that anyone typed stands in the style.
  private static String foot(Optional<Closing> closing) {
    String left = closing.map(closed -> "Mã chốt: " + closed.checkCode()).orElse(DRAFT);
    return "@page{size:A4 landscape;margin:20mm 15mm 20mm 30mm;@bottom-left{font-family:'Liberation"
        + " Serif';font-size:9pt;content:'"
        + left
        + "'}@top-center{font-family:'Liberation Serif';font-size:13pt;content:counter(page)}}"
        + "@page:first{@top-center{content:''}}";
  }

  private static String top(Campaign campaign, Unit unit, Head head) {
    CampaignSettings.Plan plan = campaign.settings().plan();
    Optional<Head.Letter> letter = head.signature().flatMap(Head.Signature::letter);
    return "<table class=\"top\"><tr><td>"
        + (committee(unit) ? "" : escaped(Names.upper(plan.issuer())) + "<br/>")
        + "<strong>"
        + escaped(Names.upper(Names.full(unit.name())))
        + "</strong><div class=\"rule\"></div><p style=\"margin-top:2mm\">Số: "
        + letter.map(signed -> escaped(signed.number())).orElse("……………………")
        + "</p></td><td><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>Độc lập - Tự do - Hạnh"
        + " phúc</strong><div class=\"rule\" style=\"width:62%\"></div><p class=\"date\">"
        + letter
            .map(signed -> Names.dated(signed.date()))
            .orElse("………………, ngày ……… tháng ……… năm …………")
        + "</p></td></tr></table>";
  }

  private static String title(Campaign campaign, Unit unit, FormSheet sheet) {
    CampaignSettings settings = campaign.settings();
    return "<h1>PHIẾU TỰ ĐÁNH GIÁ<br/>"
        + escaped(Names.upper(settings.name()))
        + "</h1><p class=\"kind\">Đơn vị: <strong>"
        + escaped(unit.name())
        + "</strong> (mã "
        + escaped(unit.code().value())
        + ", nhóm "
        + unit.group()
        + ") · "
        + escaped(sheet.view().criteria().title())
        + "</p><p class=\"basis\">(Theo "
        + escaped(plan(settings.plan()))
        + ")</p>";
  }

  private static String plan(CampaignSettings.Plan plan) {
    return "Kế hoạch số "
        + plan.number()
        + " ngày "
        + plan.date().format(DAY)
        + " của "
        + plan.issuer();
  }

  private static String code(Campaign campaign, Optional<Closing> closing) {
    return closing
        .map(closed ->
            "<div class=\"code\">Mã chốt<strong>"
                + closed.checkCode()
                + "</strong>Chốt lúc "
                + moment(campaign, closed.at())
                + "</div>")
        .orElse(
            "<div class=\"code draft\"><strong>"
                + DRAFT
                + "</strong>Phiếu chưa có mã chốt; bản in này không dùng để ký.</div>");
  }

  private static String particulars(Particulars said) {
    Particulars.Staff staff = said.staff();
    Particulars.Contact contact = said.contact();
    return "<p>Địa chỉ: "
        + escaped(said.address())
        + "<br/>Biên chế: "
        + staff.total()
        + " người (cán bộ "
        + staff.officials()
        + ", công chức "
        + staff.civilServants()
        + staff.publicEmployees().map(number -> ", viên chức " + number).orElse("")
        + ")"
        + said.residents().map(number -> " · Dân số: " + number).orElse("")
        + said.enterprises().map(number -> " · Doanh nghiệp: " + number).orElse("")
        + "<br/>Người liên hệ: "
        + escaped(contact.name() + ", " + contact.phone())
        + contact.email().map(email -> escaped(", " + email)).orElse("")
        + "</p>";
  }

  // The columns of the home market's scoring sheets, in their order. What the team fills in is
  // empty until it has.
  private static String table(FormSheet sheet) {
    var rows = new StringBuilder();
    for (CriteriaGroup group : sheet.view().criteria().groups()) {
      rows.append("<tr class=\"group\"><td class=\"c\">")
          .append(escaped(group.id()))
          .append("</td><td colspan=\"8\">")
          .append(escaped(group.title()))
          .append(kind(group))
          .append("</td></tr>");
      group.criteria().forEach(criterion -> rows.append(row(sheet, criterion)));
      rows.append(sum(sheet, group));
    }
    return "<table class=\"form\"><colgroup><col style=\"width:5%\"/><col style=\"width:24%\"/><col"
        + " style=\"width:6%\"/><col style=\"width:18%\"/><col style=\"width:7%\"/><col"
        + " style=\"width:17%\"/><col style=\"width:7%\"/><col style=\"width:9%\"/><col"
        + " style=\"width:7%\"/></colgroup><thead><tr><th>TT</th><th>Tiêu chí</th><th>Điểm tối"
        + " đa</th><th>Số liệu</th><th>Điểm tự chấm</th><th>Tài liệu minh chứng</th><th>Điểm thẩm"
        + " định</th><th>Giải trình</th><th>Điểm chính thức</th></tr></thead><tbody>"
        + rows
        + "</tbody></table>";
  }

  private static String kind(CriteriaGroup group) {
    return switch (group.kind()) {
      case BASE -> "";
      case BONUS -> " (điểm thưởng, tối đa " + comma(group.maxPoints()) + ")";
      case PENALTY -> " (điểm trừ, tối đa " + comma(group.maxPoints()) + ")";
    };
  }

  private static String sum(FormSheet sheet, CriteriaGroup group) {
    String name =
        switch (group.kind()) {
          case BASE -> "Cộng nhóm ";
          case BONUS -> "Cộng điểm thưởng ";
          case PENALTY -> "Cộng điểm trừ ";
        };
    return "<tr class=\"sum\"><td></td><td>"
        + name
        + escaped(group.id())
        + "</td><td class=\"n\">"
        + comma(group.maxPoints())
        + "</td><td>"
        + result(sheet, group)
        + "</td><td class=\"n\">"
        + (group.kind() == CriteriaGroup.Kind.PENALTY ? "–" : "")
        + comma(sheet.view().scorecard().pointsOf(group.id()))
        + "</td><td></td><td></td><td></td><td></td></tr>";
  }

  private static String result(FormSheet sheet, CriteriaGroup group) {
    return sheet.view().scorecard().groups().stream()
        .filter(total -> total.group().equals(group.id()))
        .filter(total -> total.level().isPresent())
        .findFirst()
        .map(total ->
            "Quy đổi "
                + comma(total.converted().orElseThrow())
                + " · "
                + escaped(total.level().orElseThrow().label()))
        .orElse("");
  }

  private static String row(FormSheet sheet, Criterion criterion) {
    Optional<Answer> answer =
        Optional.ofNullable(sheet.view().form().answers().get(criterion.id()));
    Optional<Exemption> exempt = Optional.ofNullable(sheet.view().exempt().get(criterion.id()));
    boolean signed = sheet.view().form().head().signature().isPresent();
    Optional<Fillings.Computed> computed =
        Optional.ofNullable(sheet.computed().get(criterion.id())).filter(known -> !signed);
    return "<tr><td class=\"c\">"
        + escaped(criterion.id().value())
        + "</td><td>"
        + escaped(criterion.title())
        + source(criterion)
        + "</td><td class=\"n\">"
        + comma(criterion.maxPoints())
        + "</td><td>"
        + exempt
            .map(FormPaper::notAssigned)
            .or(() -> computed.map(known -> preview(criterion, known)))
            .or(() -> answer.map(given -> declared(criterion, given)))
            .orElse("")
        + "</td><td class=\"n\">"
        + (exempt.isPresent()
            ? "KG"
            : computed.isPresent() ? "" : answer.map(given -> points(criterion, given)).orElse(""))
        + "</td><td>"
        + files(sheet, criterion)
        + "</td><td></td><td></td><td></td></tr>";
  }

  private static String notAssigned(Exemption exemption) {
    return "Không giao (KG) theo "
        + escaped(exemption.decision().number())
        + " ngày "
        + exemption.decision().date().format(DAY);
  }

  private static String source(Criterion criterion) {
    return criterion.dataSource().map(from -> "<br/>" + soft("Nguồn số liệu: " + from)).orElse("")
        + criterion.verifier().map(by -> "<br/>" + soft("Đơn vị xác minh: " + by)).orElse("");
  }

  private static String preview(Criterion criterion, Fillings.Computed known) {
    return soft(
        "Hệ thống tính khi nộp; nếu nộp lúc này: "
            + String.join("; ", Figures.lines(criterion, known.inputs()))
            + known.points().map(points -> " (" + comma(points) + " điểm)").orElse(""));
  }

  private static String points(Criterion criterion, Answer answer) {
    return answer.points().map(Figures::comma).orElse("KAD")
        + (criterion.rule().relative() && answer.points().isPresent() ? " *" : "");
  }

  private static String declared(Criterion criterion, Answer answer) {
    var lines = new ArrayList<String>();
    answer
        .notApplicable()
        .ifPresentOrElse(
            reason -> lines.add("Không áp dụng (KAD): " + escaped(reason)),
            () ->
                Figures.lines(criterion, answer.inputs()).stream()
                    .map(Markup::escaped)
                    .forEach(lines::add));
    answer.claim().map(FormPaper::claim).ifPresent(lines::add);
    answer.note().ifPresent(note -> lines.add(soft("Ghi chú: " + note)));
    return String.join("<br/>", lines);
  }

  private static String claim(Claim claim) {
    String source = claim.provenance().map(from -> from.source().toString()).orElse("");
    return soft(
        switch (claim.kind()) {
          case CONFIRMED -> "Xác nhận số liệu của tỉnh (nguồn " + source + ")";
          case CONTESTED ->
              "Khác số liệu của tỉnh (nguồn " + source + "): " + claim.reason().orElse("");
          case COMPUTED -> "Hệ thống tính";
        });
  }

  private static String files(FormSheet sheet, Criterion criterion) {
    return sheet.view().form().evidence().stream()
        .filter(file -> file.proves(criterion.id()) && file.counts())
        .map(FormPaper::file)
        .collect(Collectors.joining("<br/>"));
  }

  private static String file(Evidence file) {
    Meaning said = file.declaration().meaning();
    return "– "
        + said.proof().map(Proof::vietnamese).map(what -> escaped(what) + ", ").orElse("")
        + escaped(file.fileName())
        + said.page().map(page -> " (" + escaped(page) + ")").orElse("");
  }

  private static String total(FormSheet sheet) {
    Scorecard card = sheet.view().scorecard();
    int all = card.lines().size();
    return "<div class=\"total\"><p><strong>Tổng điểm tự chấm: "
        + comma(card.points())
        + " / "
        + comma(card.max())
        + " điểm</strong> (điểm tối đa của các tiêu chí áp dụng).</p><p><strong>Chỉ số: "
        + card.index().map(index -> comma(index) + " %").orElse("—")
        + card.level().map(Level::label).map(level -> " · Mức: " + escaped(level)).orElse("")
        + "</strong></p><p>Đã trả lời "
        + (all - card.unanswered().size())
        + "/"
        + all
        + " tiêu chí. KAD: không áp dụng."
        + (sheet.view().exempt().isEmpty() ? "" : " KG: không giao cho đơn vị, theo quyết định.")
        + " Tiêu chí do hệ thống tính được cộng vào tổng khi phiếu được ký."
        + (sheet.view().criteria().relative()
            ? " *: còn phần chấm theo đơn vị tốt nhất của nhóm, tính khi khóa số liệu cả nhóm."
            : "")
        + "</p></div>";
  }

  private static String sign(Campaign campaign, Unit unit, FormSheet sheet) {
    Head head = sheet.view().form().head();
    Optional<Head.Signature> signature = head.signature();
    return "<table class=\"sign\"><tr><td><strong>NGƯỜI LẬP PHIẾU</strong><br/><span"
        + " class=\"soft\">(Ký, ghi rõ họ tên)</span><div class=\"space\"></div></td><td><strong>"
        + signs(unit, signature)
        + "</strong><br/><span class=\"soft\">(Chức vụ, ký tên, đóng dấu, ghi rõ họ tên)</span>"
        + "<div class=\"space\"></div>"
        + signature.map(signed -> "<strong>" + escaped(signed.name()) + "</strong>").orElse("")
        + signature
            .map(signed ->
                "<br/>"
                    + soft(
                        (signed.evidence().isPresent()
                                ? "Ký trên giấy, ghi nhận"
                                : "Xác nhận qua tài khoản")
                            + " lúc "
                            + moment(campaign, signed.at())))
            .orElse("")
        + "</td></tr></table>"
        + head.inForce()
            .map(closed ->
                "<p class=\"hash\">SHA-256 của nội dung phiếu: " + closed.formHash() + "</p>")
            .orElse("");
  }

  /** A People's Committee signs on its own behalf, and any other body by its head. */
  private static String signs(Unit unit, Optional<Head.Signature> signature) {
    Optional<String> title = signature.map(Head.Signature::title);
    Signature block =
        committee(unit)
            ? Signature.onBehalf(Signature.COMMITTEE, title.orElse("Chủ tịch"), Optional.empty())
            : Signature.ofHead(title.orElse("Thủ trưởng đơn vị"), Optional.empty());
    return block.lines().stream().map(Markup::escaped).collect(Collectors.joining("<br/>"));
  }

  // The higher body stands over a department's name; a People's Committee has none over its own.
  private static boolean committee(Unit unit) {
    return unit.group() != Unit.DEPARTMENTS;
  }

  private static String soft(String text) {
    return "<span class=\"soft\">" + escaped(text) + "</span>";
  }

  private static String moment(Campaign campaign, Instant at) {
    ZoneId zone = campaign.calendar().zone();
    return at.atZone(zone).format(MOMENT);
  }
}
