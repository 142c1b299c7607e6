package vn.minhbach.core.reminder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.core.Node;
import vn.minhbach.core.Problem;

/**
 * Subject and text of a mail, with slots as {@code {unit}}. The office may write its own.
 *
 * @param text plain; an empty line parts paragraphs
 */
public record MailText(String subject, String text) {

  /** Digests have texts too. */
  public static final List<String> DIGESTS = List.of("district", "office");

  /** What a text may name. */
  public static final List<String> SLOTS =
      List.of("unit", "campaign", "due", "days", "answered", "criteria", "link", "list", "today");

  private static final int SUBJECT_MAX = 150;
  private static final int TEXT_MAX = 4_000;
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

  private static final Map<String, MailText> OURS =
      Map.of(
          "sent",
          new MailText(
              "{unit}: phiếu tự đánh giá đã được gửi, hạn nộp {due}",
              """
              Kính gửi {unit},

              Phiếu tự đánh giá của đợt “{campaign}” đã được gửi tới đơn vị. Hạn nộp là hết ngày {due}.

              Mời mở phiếu tại: {link}\
              """),
          "before",
          new MailText(
              "{unit}: còn {days} ngày đến hạn nộp phiếu ({due})",
              """
              Kính gửi {unit},

              Còn {days} ngày đến hạn nộp phiếu tự đánh giá của đợt “{campaign}” (hết ngày {due}). Đơn vị đã \
              trả lời {answered}/{criteria} tiêu chí.

              Mời mở phiếu tại: {link}\
              """),
          "late",
          new MailText(
              "{unit}: đã quá hạn nộp phiếu ({due})",
              """
              Kính gửi {unit},

              Đã quá hạn nộp phiếu tự đánh giá của đợt “{campaign}” (hết ngày {due}) {days} ngày. Đơn vị đã trả \
              lời {answered}/{criteria} tiêu chí. Phiếu nộp muộn vẫn được nhận và được ghi là nộp muộn.

              Nếu có khó khăn, đơn vị có thể đề nghị gia hạn ngay trong phiếu: {link}\
              """),
          "above",
          new MailText(
              "{unit}: quá hạn nộp phiếu {days} ngày, kính đề nghị chỉ đạo",
              """
              Kính gửi Lãnh đạo {unit},

              Phiếu tự đánh giá của đợt “{campaign}” quá hạn {days} ngày (hạn: hết ngày {due}), đã trả lời \
              {answered}/{criteria} tiêu chí. Kính đề nghị chỉ đạo hoàn thành.

              Phiếu của đơn vị: {link}\
              """),
          "district",
          new MailText(
              "{unit}: các xã, phường, thị trấn cần đôn đốc ({today})",
              """
              Kính gửi {unit},

              Đợt “{campaign}”, tình hình cấp xã thuộc địa bàn đến ngày {today}:

              {list}

              Bảng tổng hợp của huyện: {link}\
              """),
          "office",
          new MailText(
              "Tình hình nộp phiếu ngày {today}: {campaign}",
              """
              Kính gửi cơ quan thường trực,

              {list}

              Bảng theo dõi: {link}\
              """));

  /** The program's own text for a rung or a digest. */
  static MailText ours(String id, Optional<Rung> rung) {
    if (OURS.containsKey(id)) {
      return OURS.get(id);
    }
    return rung.map(known ->
            switch (known.trigger()) {
              case SENT -> OURS.get("sent");
              case BEFORE_DUE -> OURS.get("before");
              case AFTER_DUE ->
                  OURS.get(known.audience() == Rung.Audience.ABOVE ? "above" : "late");
            })
        .orElseThrow();
  }

  /** Reads a text of the office; empty when faulty, with the faults noted. */
  static Optional<MailText> read(Node node) {
    node.only("subject", "text");
    Node subject = node.field("subject");
    Node text = node.field("text");
    String head = subject.text(SUBJECT_MAX);
    if (head.lines().count() > 1) {
      subject.fault(Problem.ONE_LINE);
    }
    check(subject, head);
    String body = text.text(TEXT_MAX);
    check(text, body);
    return node.faulty() ? Optional.empty() : Optional.of(new MailText(head, body));
  }

  /** The text with its slots filled. Values are plain text; whoever shows them as HTML escapes. */
  MailText filled(Map<String, String> values) {
    return new MailText(fill(subject, values).replaceAll("\\s+", " "), fill(text, values));
  }

  private static void check(Node node, String text) {
    Matcher slots = SLOT.matcher(text);
    while (slots.find()) {
      if (!SLOTS.contains(slots.group(1))) {
        node.fault(
            Problem.UNKNOWN_SLOT, "value", slots.group(1), "known", String.join(", ", SLOTS));
      }
    }
  }

  private static String fill(String text, Map<String, String> values) {
    return SLOT.matcher(text)
        .replaceAll(slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), "")));
  }
}
