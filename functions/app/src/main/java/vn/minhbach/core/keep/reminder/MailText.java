package vn.minhbach.core.keep.reminder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.minhbach.core.Node;

/**
 * Subject and text of a mail, with slots as {@code {unit}}. The office may write its own.
 *
 * @param text plain; an empty line parts paragraphs
 */
public record MailText(String subject, String text) {

  /** Mails that tell of several matters have texts too. */
  public static final List<String> DIGESTS = List.of("district", "person", "office");

  /** What every text may name. */
  public static final List<String> EVERYWHERE =
      List.of("unit", "campaign", "plan", "link", "today", "help");

  private static final String LINK = "link";
  private static final int SUBJECT_MAX = 150;
  private static final int TEXT_MAX = 4_000;
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern STRAY = Pattern.compile("[{}][^\\s{}]{0,20}");

  /** Whatever could end a line, or a header. */
  static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

  private static final MailText SENT =
      new MailText(
          "{unit}: phiếu tự đánh giá đã được gửi, hạn nộp hết ngày {due}",
          """
          Kính gửi: {unit}

          Thực hiện Kế hoạch số {plan}, phiếu tự đánh giá của đợt “{campaign}” đã được gửi tới quý đơn vị.

          - Việc cần làm: tự đánh giá {criteria} tiêu chí, đính kèm tài liệu kiểm chứng, ký và nộp phiếu trên hệ thống.
          - Hạn nộp: hết ngày {due} ({left}).

          Mở phiếu tự đánh giá: {link}

          Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private static final MailText BEFORE =
      new MailText(
          "{unit}: {left} để nộp phiếu tự đánh giá (hạn {due})",
          """
          Kính gửi: {unit}

          Quý đơn vị {left} để nộp phiếu tự đánh giá của đợt “{campaign}” theo Kế hoạch số {plan}.

          - Đã trả lời: {answered}/{criteria} tiêu chí.
          - Việc cần làm: hoàn thành các tiêu chí còn lại, kiểm tra tài liệu kiểm chứng, ký và nộp phiếu.
          - Hạn nộp: hết ngày {due}.

          Mở phiếu tự đánh giá: {link}

          Nếu có khó khăn, quý đơn vị có thể đề nghị gia hạn ngay trên phiếu trước khi hết hạn, hoặc liên hệ {help}.

          Trân trọng.\
          """);

  private static final MailText LATE =
      new MailText(
          "{unit}: đã quá hạn nộp phiếu tự đánh giá {days} ngày",
          """
          Kính gửi: {unit}

          Phiếu tự đánh giá của đợt “{campaign}” theo Kế hoạch số {plan} đã quá hạn {days} ngày (hạn nộp: hết ngày {due}).

          - Đã trả lời: {answered}/{criteria} tiêu chí.
          - Việc cần làm: hoàn thành, ký và nộp phiếu sớm nhất; nếu có lý do, đề nghị gia hạn ngay trên phiếu.
          - {late}

          Mở phiếu tự đánh giá: {link}

          Nếu phiếu vừa được nộp, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private static final MailText ABOVE =
      new MailText(
          "{unit}: phiếu tự đánh giá quá hạn {days} ngày, kính đề nghị chỉ đạo",
          """
          Kính gửi: Lãnh đạo {unit}

          Phiếu tự đánh giá của quý đơn vị trong đợt “{campaign}” theo Kế hoạch số {plan} đã quá hạn {days} ngày \
          (hạn nộp: hết ngày {due}); đã trả lời {answered}/{criteria} tiêu chí.

          - Kính đề nghị lãnh đạo quan tâm, chỉ đạo hoàn thành, ký và nộp phiếu; nếu có lý do, đề nghị gia hạn trên phiếu.
          - {late}

          Mở phiếu tự đánh giá: {link}

          Nếu phiếu vừa được nộp, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private static final Map<String, MailText> OURS =
      Map.of(
          "district",
          new MailText(
              "{unit}: các xã, phường, thị trấn cần đôn đốc ({today})",
              """
              Kính gửi: {unit}

              Tình hình phiếu tự đánh giá cấp xã thuộc địa bàn trong đợt “{campaign}”, đến ngày {today}:

              {list}

              Kính đề nghị quý đơn vị đôn đốc các xã, phường, thị trấn quá hạn và chuyển các phiếu đã nộp lên tỉnh.

              Mở bảng tổng hợp của huyện: {link}

              Nếu cần hỗ trợ, xin liên hệ {help}.

              Trân trọng.\
              """),
          "person",
          new MailText(
              "Phiếu tự đánh giá của {unit} cần hoàn thành ({today})",
              """
              Kính gửi người phụ trách phiếu tự đánh giá của {unit},

              Trong đợt “{campaign}”, các đơn vị sau cần hoàn thành, ký và nộp phiếu:

              {list}

              Mở trang của đợt đánh giá: {link}

              Nếu cần hỗ trợ, xin liên hệ {help}.

              Trân trọng.\
              """),
          "office",
          new MailText(
              "Tình hình nộp phiếu ngày {today}: {campaign}",
              """
              Kính gửi: Cơ quan thường trực

              Những việc cần theo dõi trong đợt “{campaign}”, đến ngày {today}:

              {list}

              Mở bảng theo dõi: {link}

              Trân trọng.\
              """));

  /** The program's own text for a digest; null when there is none so called. */
  static MailText ours(String digest) {
    return OURS.get(digest);
  }

  /** The program's own text for a rung, by what it hangs on and not by how the office calls it. */
  static MailText ours(Rung rung) {
    return switch (rung.trigger()) {
      case SENT -> SENT;
      case BEFORE_DUE -> BEFORE;
      case AFTER_DUE ->
          rung.audience() == Rung.Audience.ABOVE || rung.audience() == Rung.Audience.SIGNER
              ? ABOVE
              : LATE;
    };
  }

  /**
   * Reads a text of the office; empty when faulty, with the faults noted. A slot that this mail
   * cannot fill is one, and so is a mail without its one link.
   *
   * @param slots what this mail fills beyond {@link #EVERYWHERE}
   */
  static Optional<MailText> read(Node node, List<String> slots) {
    node.only("subject", "text");
    Node subject = node.field("subject");
    Node text = node.field("text");
    String head = subject.text(SUBJECT_MAX);
    // A link and a list have no place in a subject.
    check(subject, head, known(slots, name -> !name.equals(LINK) && !name.equals("list")));
    String body = text.lines(TEXT_MAX);
    check(text, body, known(slots, name -> true));
    long links = SLOT.matcher(body).results().filter(slot -> slot.group(1).equals(LINK)).count();
    if (!body.isBlank() && links != 1) {
      text.fault(ReminderProblem.ONE_LINK.of(links));
    }
    return node.faulty() ? Optional.empty() : Optional.of(new MailText(head, body));
  }

  /** The text with its slots filled. Values are plain text; whoever shows them as HTML escapes. */
  MailText filled(Map<String, String> values) {
    String head = CONTROL.matcher(fill(subject, values)).replaceAll(" ").replaceAll("\\s+", " ");
    return new MailText(head.strip(), fill(text, values));
  }

  private static List<String> known(List<String> slots, Predicate<String> which) {
    return Stream.concat(EVERYWHERE.stream(), slots.stream()).filter(which).toList();
  }

  private static void check(Node node, String text, List<String> known) {
    String all = String.join(", ", known);
    Matcher slots = SLOT.matcher(text);
    while (slots.find()) {
      if (!known.contains(slots.group(1))) {
        node.fault(ReminderProblem.UNKNOWN_SLOT.of(slots.group(1), all));
      }
    }
    // A brace that opens and does not close would stand in the mail as it is.
    Matcher stray = STRAY.matcher(SLOT.matcher(text).replaceAll(""));
    if (stray.find()) {
      node.fault(ReminderProblem.UNKNOWN_SLOT.of(stray.group(), all));
    }
  }

  private static String fill(String text, Map<String, String> values) {
    return SLOT.matcher(text)
        .replaceAll(slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), "…")));
  }
}
