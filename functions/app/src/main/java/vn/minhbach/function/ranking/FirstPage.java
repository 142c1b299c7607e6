package vn.minhbach.function.ranking;

import static vn.minhbach.core.Markup.escaped;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.publish.publication.ReadResult;
import vn.minhbach.core.publish.ranking.RankingRow;

/**
 * The first page, in Vietnamese: the published rankings as tables; before that the stage and how
 * many have submitted, and no rank. One document without script, so that it opens on any line.
 */
final class FirstPage {

  private static final Map<Integer, String> GROUPS =
      Map.of(1, "Sở, ban, ngành cấp tỉnh", 2, "UBND cấp huyện", 3, "UBND cấp xã");

  private static final Map<String, String> LEVELS =
      Map.of("TOT", "Tốt", "KHA", "Khá", "TB", "Trung bình", "YEU", "Yếu");

  private static final Map<String, String> CAUSES =
      Map.of(
          "NOT_SUBMITTED", "chưa nộp phiếu",
          "NOT_FORWARDED", "cấp huyện chưa chuyển phiếu",
          "NOT_APPRAISED", "chưa thẩm định xong",
          "EXCUSED", "được miễn đánh giá",
          "NOTHING_APPLICABLE", "không có tiêu chí áp dụng");

  private static final String STYLE =
      """
      :root{--ink:#1c2733;--soft:#5b6876;--line:#d7dee6;--brand:#8a1c1c;--bar:#2f6f9f;--bg:#f6f8fa}
      *{box-sizing:border-box}
      body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--bg)}
      header{background:#fff;border-bottom:4px solid var(--brand)}
      header>div,main,footer{max-width:64rem;margin:auto;padding:1rem}
      h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.2rem;margin:0 0 .5rem}
      p{margin:.3rem 0}.soft{color:var(--soft)}
      section{background:#fff;border:1px solid var(--line);border-radius:6px;padding:1rem;margin:1rem 0}
      table{border-collapse:collapse;width:100%}
      caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
      th,td{padding:.35rem .5rem;border-bottom:1px solid var(--line);text-align:left}
      th{font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      tr.un td{color:var(--soft)}
      .track{display:block;background:#e8edf2;border-radius:3px;height:.7rem;min-width:6rem}
      .fill{display:block;background:var(--bar);border-radius:3px;height:.7rem}
      nav a{margin-right:1rem}a{color:#1d5a86;display:inline-block;padding:.25rem 0}
      caption,td,th,p{overflow-wrap:anywhere}
      @media(max-width:40rem){
      main,header>div,footer{padding:.75rem}section{padding:.75rem}
      table,tbody,caption{display:block}thead{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
      tr{display:grid;grid-template-columns:2.2rem 1fr auto;gap:.1rem .5rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
      th,td{border:0;padding:0}.n.rank{text-align:left;font-weight:600;grid-row:span 3}
      .name,.bar,.why{grid-column:2/-1}.index{grid-column:3;grid-row:2;font-weight:600}.points{grid-column:2;grid-row:2;text-align:left!important;color:var(--soft)}
      .points::after{content:" điểm"}.level{grid-column:3;grid-row:3;text-align:right}.bar{grid-column:2;grid-row:3;align-self:center}
      .count{grid-template-columns:1fr auto auto}.count th{grid-column:1/-1}.count .n::before{content:attr(data-label) " ";color:var(--soft)}
      .count td:last-child{grid-column:1/-1}
      }
      """;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private FirstPage() {}

  static String empty() {
    return page(
        "Minh bạch",
        "<section><p>Chưa có đợt đánh giá nào được mở.</p></section>",
        "Đánh giá mức độ Chính quyền điện tử");
  }

  static String html(ReadResult.Summary summary, List<ReadResult.Page> tables) {
    Campaign campaign = summary.campaign();
    String body =
        tables.isEmpty()
            ? progress(summary)
            : navigation(tables)
                + tables.stream().map(FirstPage::table).collect(Collectors.joining());
    return page(
        campaign.settings().name(),
        stage(campaign) + body,
        "Kế hoạch số " + campaign.settings().plan().number());
  }

  private static String stage(Campaign campaign) {
    String decision = campaign.publicResult().map(result -> published(campaign, result)).orElse("");
    return "<section><p><strong>Giai đoạn:</strong> "
        + escaped(campaign.stage().vietnamese())
        + "."
        + decision
        + "</p><p><a href=\"/app/#/c/"
        + escaped(campaign.id().value())
        + "/results\">Biểu đồ, bảng điểm từng đơn vị, tự tính lại kết quả</a></p></section>";
  }

  private static String published(Campaign campaign, Campaign.Result result) {
    String day = day(result.publishedAt().orElseThrow(), campaign.calendar().zone());
    String issue = result.issue() > 1 ? " Lần công bố " + result.issue() + "." : "";
    String code = result.frozen().map(frozen -> " Mã chốt: " + frozen.code() + ".").orElse("");
    String corrected = campaign.stage().published() ? "" : " Kết quả đang được đính chính.";
    return " Công bố ngày " + day + "." + issue + code + corrected;
  }

  private static String progress(ReadResult.Summary summary) {
    String rows = summary.counts().stream().map(FirstPage::count).collect(Collectors.joining());
    return "<section><h2>Tình hình nộp phiếu</h2><table role=\"table\"><caption>Số đơn vị đã nộp"
        + " phiếu tự đánh giá. Thứ hạng chỉ có sau khi công bố.</caption><thead><tr><th"
        + " scope=\"col\">Nhóm</th><th scope=\"col\" class=\"n\">Đã nộp</th><th"
        + " scope=\"col\" class=\"n\">Tổng số</th><th scope=\"col\">Tỷ"
        + " lệ</th></tr></thead><tbody>"
        + rows
        + "</tbody></table></section>";
  }

  private static String count(ReadResult.Count count) {
    int percent = count.units() == 0 ? 0 : count.submitted() * 100 / count.units();
    return "<tr class=\"count\" role=\"row\"><th scope=\"row\" role=\"rowheader\">"
        + group(count.group())
        + "</th><td class=\"n\" role=\"cell\" data-label=\"Đã nộp\">"
        + count.submitted()
        + "</td><td class=\"n\" role=\"cell\" data-label=\"trên tổng số\">"
        + count.units()
        + "</td><td role=\"cell\">"
        + bar(percent + "%", percent + "%")
        + "</td></tr>";
  }

  private static String navigation(List<ReadResult.Page> tables) {
    return tables.stream()
        .map(page ->
            "<a href=\"#nhom-"
                + page.table().group()
                + "\">"
                + group(page.table().group())
                + "</a>")
        .collect(Collectors.joining("", "<nav aria-label=\"Các nhóm\">", "</nav>"));
  }

  private static String table(ReadResult.Page page) {
    int group = page.table().group();
    return "<section id=\"nhom-"
        + group
        + "\"><h2>"
        + group(group)
        + "</h2><table role=\"table\"><caption>Xếp theo chỉ số (điểm đạt trên điểm tối đa áp dụng,"
        + " %). Chỉ số bằng nhau thì đồng hạng.</caption><thead><tr><th scope=\"col\""
        + " class=\"n\">Hạng</th><th scope=\"col\">Đơn vị</th><th scope=\"col\""
        + " class=\"n\">Điểm</th><th scope=\"col\" class=\"n\">Chỉ số (%)</th><th"
        + " scope=\"col\"><span class=\"soft\">0 – 100</span></th><th scope=\"col\">Mức"
        + " độ</th></tr></thead><tbody>"
        + page.rows().stream().map(FirstPage::row).collect(Collectors.joining())
        + "</tbody></table></section>";
  }

  private static String row(RankingRow row) {
    if (row.unranked().isPresent()) {
      return "<tr class=\"un\" role=\"row\"><td class=\"n rank\" role=\"cell\">–</td><td"
          + " class=\"name\" role=\"cell\">"
          + escaped(row.name())
          + "</td><td class=\"why\" role=\"cell\" colspan=\"4\">Không xếp hạng: "
          + escaped(CAUSES.getOrDefault(row.unranked().get(), row.unranked().get()))
          + escaped(
              row.excused()
                  .map(
                      one -> " theo văn bản số " + one.number() + " ngày " + DAY.format(one.date()))
                  .orElse(""))
          + "</td></tr>";
    }
    String index = row.index().orElseThrow().toString();
    return "<tr role=\"row\"><td class=\"n rank\" role=\"cell\">"
        + row.rank().orElseThrow()
        + "</td><td class=\"name\" role=\"cell\">"
        + escaped(row.name() + AnnexReply.label(row).map(said -> " (" + said + ")").orElse(""))
        + "</td><td class=\"n points\" role=\"cell\">"
        + comma(row.points() + "/" + row.applicableMax())
        + "</td><td class=\"n index\" role=\"cell\">"
        + comma(index)
        + "</td><td class=\"bar\" role=\"cell\">"
        + bar(index + "%", "")
        + "</td><td class=\"level\" role=\"cell\">"
        + escaped(row.level().map(level -> LEVELS.getOrDefault(level, level)).orElse(""))
        + "</td></tr>";
  }

  private static String bar(String width, String label) {
    return "<span class=\"track\"><span class=\"fill\" style=\"width:"
        + width
        + "\"></span></span>"
        + (label.isEmpty() ? "" : "<span class=\"soft\">" + label + "</span>");
  }

  private static String page(String title, String body, String subtitle) {
    return "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta"
        + " name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + escaped(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body><header><div><p class=\"soft\">"
        + escaped(subtitle)
        + "</p><h1>"
        + escaped(title)
        + "</h1><p><a href=\"/app/\">Đăng nhập và làm việc</a></p></div></header><main>"
        + body
        + "</main><footer class=\"soft\"><p>Minh bạch: mọi điểm số đều có thể tính lại.</p>"
        + "</footer></body></html>\n";
  }

  private static String group(int group) {
    return "Nhóm " + group + ": " + GROUPS.getOrDefault(group, "");
  }

  private static String day(Instant at, ZoneId zone) {
    return DAY.withZone(zone).format(at);
  }

  // Vietnamese writes the decimal comma.
  private static String comma(String number) {
    return number.replace('.', ',');
  }
}
