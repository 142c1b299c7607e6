package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.appraise.explanation.Explanation;
import vn.minhbach.core.appraise.explanation.Explanations;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.unit.Unit;

/**
 * A unit that is asked to explain (<i>yêu cầu giải trình</i>): told once it is asked, and again a
 * day before the term is over. What it has confirmed, and what is over, is not told.
 */
public final class ExplanationKind implements ReminderKind {

  private static final MailText TEXT =
      new MailText(
          "{unit}: Tổ thẩm định yêu cầu giải trình",
          """
          Kính gửi: {unit}

          Tổ thẩm định của đợt “{campaign}” theo Kế hoạch số {plan} đề nghị quý đơn vị giải trình các tiêu chí: {criteria}.

          - Hạn giải trình: hết ngày {until}.
          - Việc cần làm: trả lời từng tiêu chí, bổ sung tài liệu nếu có; lãnh đạo đơn vị xác nhận bằng số và ngày công văn.
          - Nếu không giải trình trong thời hạn, điểm thẩm định dự kiến được giữ nguyên.

          Mở phần giải trình: {link}

          Nếu quý đơn vị vừa giải trình, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Explanations explanations;
  private final Forms forms;

  public ExplanationKind(Explanations explanations, Forms forms) {
    this.explanations = explanations;
    this.forms = forms;
  }

  @Override
  public String id() {
    return "explanation";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("criteria", "until");
  }

  // One query for each unit that is asked just now; the board says which.
  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return !round.campaign().stage().underway()
        ? List.of()
        : lines.stream()
            .filter(line -> line.state() == State.EXPLANATION_REQUESTED)
            .flatMap(line -> open(round, line.unit()).stream())
            .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return !round.campaign().stage().underway()
        ? Optional.empty()
        : forms
            .head(round.campaign(), open.unit())
            .fold(notOpen -> Optional.<State>empty(), head -> Optional.of(head.state()))
            .filter(state -> state == State.EXPLANATION_REQUESTED)
            .flatMap(state -> open(round, open.unit()))
            .filter(now -> now.key().equals(open.key()));
  }

  private Optional<Open> open(Round round, Unit unit) {
    List<Explanation> asked = asked(round.campaign().id(), unit, round.now());
    return asked.stream()
        .flatMap(one -> one.last().stream())
        .map(last -> last.asked().until())
        .min(Comparator.naturalOrder())
        .map(until -> open(round, unit, asked, until));
  }

  private List<Explanation> asked(CampaignId campaign, Unit unit, Instant now) {
    return explanations.ofUnit(campaign, unit.code()).stream()
        .filter(one ->
            one.last()
                .filter(last -> last.confirmed().isEmpty() && last.lapsed().isEmpty())
                .filter(last -> !now.isAfter(last.asked().until()))
                .isPresent())
        .toList();
  }

  private Open open(Round round, Unit unit, List<Explanation> asked, Instant until) {
    LocalDate day = round.dayOf(until);
    boolean last = !round.today().isBefore(day.minusDays(1));
    String by = LadderKind.DAY.format(day);
    String criteria =
        asked.stream().map(one -> one.criterion().value()).collect(Collectors.joining(", "));
    return new Open(
        unit,
        id() + "@" + day + (last ? "-last" : ""),
        Rung.Audience.UNIT,
        id(),
        Map.of("criteria", criteria, "until", by),
        MailPage.EXPLANATIONS,
        "chờ giải trình " + criteria + " đến hết ngày " + by);
  }
}
