package vn.minhbach.core.keep.reminder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.question.Published;
import vn.minhbach.core.assess.question.Questions;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * The People's Committee ruled on a difficulty (<i>ý kiến chỉ đạo</i>, plan V, last paragraph):
 * every unit of the group is told on the day after the entry, once for all that was entered in the
 * week before it. A day that was missed is caught up for a fortnight.
 */
public final class RulingKind implements ReminderKind {

  private static final int TOLD_FOR_DAYS = 14;
  private static final int TOGETHER_DAYS = 7;
  private static final int NAMED_MAX = 12;

  private static final MailText TEXT =
      new MailText(
          "{unit}: ý kiến chỉ đạo về khó khăn, vướng mắc trong tự đánh giá",
          """
          Kính gửi: {unit}

          Đã có ý kiến chỉ đạo về khó khăn, vướng mắc của các đơn vị trong đợt “{campaign}” (Kế hoạch số {plan}):

          {rulings}

          - Việc cần làm: đọc toàn văn ý kiến tại tiêu chí tương ứng trên phiếu và thực hiện.

          Mở phiếu tự đánh giá: {link}

          Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Questions questions;

  public RulingKind(Questions questions) {
    this.questions = questions;
  }

  @Override
  public String id() {
    return "ruling";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("rulings");
  }

  // One query for each group.
  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    var told = new HashMap<Integer, Optional<Told>>();
    return lines.stream()
        .map(Overview.Line::unit)
        .flatMap(unit ->
            told
                .computeIfAbsent(unit.group(), group -> told(round, group))
                .map(rulings -> open(unit, rulings))
                .stream())
        .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return told(round, open.unit().group())
        .map(rulings -> open(open.unit(), rulings))
        .filter(now -> now.key().equals(open.key()));
  }

  /** What a group is told, and of which day the last of it is. */
  private record Told(LocalDate last, List<Published> rulings) {}

  private Optional<Told> told(Round round, int group) {
    Stage stage = round.campaign().stage();
    if (stage == Stage.DRAFT || stage == Stage.ARCHIVED) {
      return Optional.empty();
    }
    List<Published> entered =
        questions.published(round.campaign().id(), group).stream()
            .filter(one -> one.ruling().isPresent())
            .filter(one -> round.dayOf(one.answeredAt()).isBefore(round.today()))
            .toList();
    return entered.stream()
        .map(one -> round.dayOf(one.answeredAt()))
        .max(Comparator.naturalOrder())
        .filter(last -> !last.isBefore(round.today().minusDays(TOLD_FOR_DAYS)))
        .map(last ->
            new Told(
                last,
                entered.stream()
                    .filter(
                        one -> round.dayOf(one.answeredAt()).isAfter(last.minusDays(TOGETHER_DAYS)))
                    .sorted(Comparator.comparing(Published::criterion).thenComparing(Published::id))
                    .toList()));
  }

  private Open open(Unit unit, Told told) {
    String criteria =
        told.rulings().stream()
            .map(one -> one.criterion().value())
            .distinct()
            .limit(NAMED_MAX)
            .collect(Collectors.joining(", "));
    return new Open(
        unit,
        id() + "@" + told.last(),
        Rung.Audience.EVERYBODY,
        id(),
        Map.of(
            "rulings",
            told.rulings().stream()
                .limit(NAMED_MAX)
                .map(RulingKind::line)
                .distinct()
                .collect(Collectors.joining("\n"))),
        MailPage.FORM,
        "có ý kiến chỉ đạo về tiêu chí " + criteria);
  }

  private static String line(Published one) {
    return "- Tiêu chí "
        + one.criterion()
        + ": văn bản số "
        + one.ruling().orElseThrow().number()
        + " ngày "
        + LadderKind.DAY.format(one.ruling().orElseThrow().date());
  }
}
