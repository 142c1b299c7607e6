package vn.minhbach.core.keep.reminder;

import static vn.minhbach.core.Markup.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as HTML, laid out so that mail programs of offices and telephones show it alike: one
 * column, styles at the elements, no picture, nothing to load. The one link is the button.
 */
final class MailHtml {

  static final String FOOTER =
      "Thư do hệ thống gửi tự động, xin không trả lời thư này. Người nhận có tên trong danh sách"
          + " liên hệ của đơn vị; đơn vị tự cập nhật danh sách đó trên hệ thống.";

  private static final int LABEL_MAX = 60;

  private MailHtml() {}

  static String of(MailText text, String campaign, String link) {
    String body =
        List.of(text.text().split("\\n\\s*\\n")).stream()
            .map(paragraph -> paragraph(paragraph.strip(), link))
            .collect(Collectors.joining("\n"));
    return """
    <!DOCTYPE html>
    <html lang="vi"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title></head>
    <body style="margin:0;padding:0;background:#eef1f4">
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#eef1f4">
    <tr><td align="center" style="padding:24px 8px">
    <table role="presentation" cellpadding="0" cellspacing="0" style="width:100%%;max-width:600px;background:#ffffff;\
    border:1px solid #d5dbe1;font-family:Arial,'Helvetica Neue',sans-serif;font-size:16px;line-height:1.55;color:#1d2733">
    <tr><td style="padding:16px 24px;background:#123f6d;color:#ffffff;font-size:14px;line-height:1.4">%s</td></tr>
    <tr><td style="padding:20px 24px 8px">
    <h1 style="margin:0 0 16px;font-size:19px;line-height:1.35;color:#123f6d">%s</h1>
    %s
    </td></tr>
    <tr><td style="padding:14px 24px;border-top:1px solid #d5dbe1;font-size:13px;line-height:1.45;color:#56626f">%s</td></tr>
    </table>
    </td></tr></table>
    </body></html>
    """
        .formatted(
            escaped(text.subject()), escaped(campaign), escaped(text.subject()), body, FOOTER);
  }

  private static String paragraph(String text, String link) {
    var html = new StringBuilder();
    var words = new ArrayList<String>();
    var points = new ArrayList<String>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("- ")) {
        flushWords(html, words);
        points.add(line.substring(2));
      } else if (line.endsWith(": " + link) && line.length() < LABEL_MAX + link.length()) {
        flushWords(html, words);
        flushPoints(html, points);
        html.append(button(line.substring(0, line.length() - link.length() - 2), link));
      } else {
        flushPoints(html, points);
        words.add(linked(line, link));
      }
    }
    flushWords(html, words);
    flushPoints(html, points);
    return html.toString();
  }

  private static void flushWords(StringBuilder html, List<String> words) {
    if (!words.isEmpty()) {
      html.append("<p style=\"margin:0 0 14px\">")
          .append(String.join("<br>\n", words))
          .append("</p>\n");
      words.clear();
    }
  }

  private static void flushPoints(StringBuilder html, List<String> points) {
    if (!points.isEmpty()) {
      html.append("<ul style=\"margin:0 0 14px;padding-left:22px\">\n");
      points.forEach(point ->
          html.append("<li style=\"margin:0 0 6px\">").append(escaped(point)).append("</li>\n"));
      html.append("</ul>\n");
      points.clear();
    }
  }

  // The address stands under the button for whoever wants to see where it leads.
  private static String button(String label, String link) {
    return """
    <p style="margin:18px 0 6px"><a href="%s" style="display:inline-block;padding:11px 22px;background:#123f6d;\
    color:#ffffff;text-decoration:none;font-weight:bold;border-radius:4px">%s</a></p>
    <p style="margin:0 0 18px;font-size:13px;color:#56626f;word-break:break-all">%s</p>
    """
        .formatted(escaped(link), escaped(label), escaped(link));
  }

  // Only our own link is one: an address in a unit's name or in a text of the office stays words.
  private static String linked(String line, String link) {
    String whole = escaped(line);
    String ours = escaped(link);
    return whole.replace(
        ours,
        "<a href=\"" + ours + "\" style=\"color:#123f6d;word-break:break-all\">" + ours + "</a>");
  }
}
