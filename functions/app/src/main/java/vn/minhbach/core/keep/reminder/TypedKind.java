package vn.minhbach.core.keep.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * Answers that the district or the office typed for a commune from its paper (<i>nhập thay</i>):
 * the commune is told, once for each day on which something was typed, while it may contest.
 */
public final class TypedKind implements ReminderKind {

  private static final MailText TEXT =
      new MailText(
          "{unit}: số liệu được nhập thay, phản hồi trước hết ngày {until}",
          """
          Kính gửi: {unit}

          Trong phiếu tự đánh giá của quý đơn vị (đợt “{campaign}”, Kế hoạch số {plan}), {count} tiêu chí đã được \
          nhập thay theo phiếu giấy có chữ ký của quý đơn vị.

          - Việc cần làm: đối chiếu trên hệ thống; nếu không đúng, phản đối từng tiêu chí hoặc tự trả lời lại.
          - Hạn phản đối: hết ngày {until}; sau ngày đó, số liệu được giữ như đã nhập.

          Mở phiếu tự đánh giá: {link}

          Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Forms forms;

  public TypedKind(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String id() {
    return "typed";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("count", "until");
  }

  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return lines.stream()
        .flatMap(line ->
            line
                .progress()
                .flatMap(Progress::typed)
                .flatMap(typed -> open(round, line.unit(), typed))
                .stream())
        .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return forms
        .read(round.campaign(), open.unit())
        .fold(notOpen -> Optional.<Progress.Typed>empty(), Progress.Typed::of)
        .flatMap(typed -> open(round, open.unit(), typed));
  }

  private Optional<Open> open(Round round, Unit unit, Progress.Typed typed) {
    if (round.campaign().stage() != Stage.OPEN || round.now().isAfter(typed.until())) {
      return Optional.empty();
    }
    LocalDate until = round.dayOf(typed.until());
    String by = LadderKind.DAY.format(until);
    return Optional.of(
        new Open(
            unit,
            id() + "@" + until,
            Rung.Audience.EVERYBODY,
            id(),
            Map.of("count", String.valueOf(typed.criteria()), "until", by),
            MailPage.FORM,
            typed.criteria() + " tiêu chí được nhập thay, phản đối đến hết ngày " + by));
  }
}
