package vn.minhbach.core.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.core.paper.Paper.Ending;
import vn.minhbach.core.paper.Paper.Paragraph;
import vn.minhbach.core.paper.Paper.Part;
import vn.minhbach.core.paper.Paper.Style;
import vn.minhbach.core.paper.Paper.Title;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Campaign.Authority;
import vn.minhbach.core.prepare.campaign.Campaign.Decision;
import vn.minhbach.core.prepare.campaign.Campaign.Issuer;
import vn.minhbach.core.prepare.campaign.Rulings;

/**
 * The decision that publishes the result (<i>Quyết định công bố</i>): a draft, until it is entered
 * or approved; from then on with number, day and signature as they were told.
 */
final class TheDecision {

  private static final String HEAD = "Chủ tịch";

  private TheDecision() {}

  /** The check code; empty in a result that was frozen before there was one. */
  static String code(Campaign.Result result) {
    return result.frozen().map(Campaign.Frozen::code).orElse(Frame.OPEN);
  }

  /** The decision as other papers cite it. */
  static String cited(Frame frame, Campaign.Result result) {
    return "Quyết định số "
        + known(result).map(Decision::number).orElse(Frame.OPEN + "/QĐ-UBND")
        + " "
        + known(result)
            .map(decision -> Names.dated(decision.date()))
            .orElseGet(() -> Names.open(frame.day().getYear()))
        + " của "
        + issuer(frame, result);
  }

  /** What it is about, as the beginning of a line. */
  static String subject(Frame frame, Campaign.Result result) {
    return (result.issue() > 1 ? "Công bố lại" : "Công bố")
        + " kết quả, xếp hạng "
        + frame.name()
        + (result.issue() > 1 ? " (lần " + result.issue() + ")" : "");
  }

  static Paper of(Frame frame, Campaign.Result result, List<GroupResult> groups) {
    Optional<Decision> known = known(result);
    var parts = new ArrayList<Part>();
    parts.add(frame.ofCommittee(known.map(Decision::number), known.map(Decision::date)));
    parts.add(new Title("QUYẾT ĐỊNH", subject(frame, result), Optional.empty()));
    parts.add(new Paragraph(Style.MIDDLE, Names.upper(issuer(frame, result))));
    parts.add(basis("Căn cứ Luật Tổ chức chính quyền địa phương ngày …… tháng …… năm ………;"));
    parts.add(basis("Căn cứ " + frame.cited() + ";"));
    parts.add(
        basis(
            "Theo đề nghị của " + office(frame) + " tại Tờ trình số …… ngày …… tháng …… năm ………."));
    parts.add(new Paragraph(Style.MIDDLE, "QUYẾT ĐỊNH:"));
    parts.add(
        article(
            "Điều 1. "
                + subject(frame, result)
                + " đối với "
                + counted(groups)
                + " (chi tiết tại Phụ lục kèm theo; mã chốt của bảng số liệu: "
                + code(result)
                + ")."));
    parts.add(
        article(
            "Điều 2. Giao "
                + frame.office()
                + " công khai kết quả, điểm từng tiêu chí và chuỗi đối chiếu trên hệ thống; hướng"
                + " dẫn các cơ quan, đơn vị, địa phương khắc phục những tiêu chí đạt thấp."));
    parts.add(
        article(
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký"
                + frame.campaign().ruled().issues().stream()
                    .reduce((one, later) -> later)
                    .flatMap(TheDecision::replaced)
                    .map(former -> " và thay thế " + former)
                    .orElse("")
                + "."));
    parts.add(
        Frame.text(
            "Chánh Văn phòng "
                + frame.plan().issuer()
                + ", "
                + office(frame)
                + ", "
                + String.join(", ", frame.heads())
                + " và các đơn vị có tên tại Phụ lục chịu trách nhiệm thi hành Quyết định này./."));
    parts.add(
        new Ending(
            List.of(
                "Như Điều 3",
                "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh (để báo cáo)",
                "Chủ tịch, các Phó Chủ tịch " + frame.plan().issuer()),
            "VT, " + Frame.OPEN,
            Optional.of(signature(result))));
    return new Paper(frame.fileName(PaperKind.DRAFT_DECISION), false, parts);
  }

  /** So many units, of which so many are ranked. */
  static String counted(List<GroupResult> groups) {
    int units = groups.stream().mapToInt(group -> group.report().units()).sum();
    int ranked = groups.stream().mapToInt(group -> group.report().ranked()).sum();
    return units + " cơ quan, đơn vị, địa phương, trong đó " + ranked + " được xếp hạng";
  }

  private static Optional<String> replaced(Rulings.Issue former) {
    return former
        .result()
        .approval()
        .map(decision -> "Quyết định số " + decision.number() + " " + Names.dated(decision.date()));
  }

  // The deputy holds what the office entered against the paper; number and day stand there already.
  private static Optional<Decision> known(Campaign.Result result) {
    return result.approval().or(result::entered);
  }

  private static String issuer(Frame frame, Campaign.Result result) {
    boolean chairman =
        known(result)
            .flatMap(Decision::paper)
            .filter(paper -> paper.issuer() == Issuer.CHUTICH)
            .isPresent();
    return chairman ? HEAD + " " + frame.committee() : frame.committee();
  }

  private static Signature signature(Campaign.Result result) {
    return known(result)
        .flatMap(Decision::paper)
        .map(paper -> {
          boolean collective =
              paper.issuer() == Issuer.UBND
                  && paper.authority().filter(how -> how != Authority.KT).isEmpty();
          return collective
              ? Signature.onBehalf(Signature.COMMITTEE, paper.title(), Optional.of(paper.name()))
              : Signature.by(paper.authority(), HEAD, paper.title(), Optional.of(paper.name()));
        })
        .orElseGet(() -> Signature.onBehalf(Signature.COMMITTEE, HEAD, Optional.empty()));
  }

  private static String office(Frame frame) {
    return "Giám đốc " + frame.office();
  }

  private static Part article(String text) {
    return new Paragraph(Style.ARTICLE, text);
  }

  private static Part basis(String text) {
    return new Paragraph(Style.BASIS, text);
  }
}
