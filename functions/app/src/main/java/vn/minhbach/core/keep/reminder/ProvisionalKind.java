package vn.minhbach.core.keep.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.appraise.petition.Petition;
import vn.minhbach.core.appraise.petition.Petitions;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/**
 * The provisional result is shown (<i>thông báo kết quả thẩm định dự kiến</i>): every unit whose
 * form was appraised is told, once a showing, while it may still petition. The office's mail of the
 * day names the units whose petitions wait for a decision.
 */
public final class ProvisionalKind implements ReminderKind {

  private static final MailText TEXT =
      new MailText(
          "{unit}: đã có kết quả thẩm định dự kiến",
          """
          Kính gửi: {unit}

          Kết quả thẩm định dự kiến của quý đơn vị trong đợt “{campaign}” theo Kế hoạch số {plan} đã có trên hệ thống, \
          kèm lý do của từng tiêu chí.

          - Nếu thấy chưa đúng, quý đơn vị đề nghị xem xét lại từng tiêu chí đến hết ngày {until}.
          - Đề nghị do lãnh đạo đơn vị ký, ghi số và ngày công văn; có thể kèm tài liệu bổ sung.

          Xem kết quả: {link}

          Nếu quý đơn vị đồng ý với kết quả, không cần làm gì thêm. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Petitions petitions;
  private final Forms forms;

  public ProvisionalKind(Petitions petitions, Forms forms) {
    this.petitions = petitions;
    this.forms = forms;
  }

  @Override
  public String id() {
    return "provisional";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("until");
  }

  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return shown(round).stream()
        .flatMap(shown ->
            lines.stream()
                .filter(line -> line.state().delivered())
                .map(line -> open(round, line.unit(), shown)))
        .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return shown(round)
        .filter(shown ->
            forms
                .head(round.campaign(), open.unit())
                .fold(notOpen -> Optional.<Head>empty(), Optional::of)
                .filter(head -> head.state().delivered())
                .isPresent())
        .map(shown -> open(round, open.unit(), shown))
        .filter(now -> now.key().equals(open.key()));
  }

  // A query for each unit, once a day, and only once anybody may have petitioned.
  @Override
  public List<String> forOffice(Round round, List<Overview.Line> lines) {
    if (!round.campaign().stage().underway() || round.campaign().provisional().isEmpty()) {
      return List.of();
    }
    List<String> waiting =
        lines.stream()
            .filter(line -> line.state().delivered())
            .filter(line ->
                petitions.ofUnit(round.campaign().id(), line.unit().code()).stream()
                    .anyMatch(one -> one.state() == Petition.State.PENDING))
            .map(line -> line.unit().name())
            .toList();
    return waiting.isEmpty()
        ? List.of()
        : List.of(
            "Đề nghị xem xét lại điểm chưa có quyết định ("
                + waiting.size()
                + " đơn vị): "
                + String.join(", ", waiting.stream().limit(NAMES_MAX).toList())
                + (waiting.size() > NAMES_MAX ? "…" : ""));
  }

  private static final int NAMES_MAX = 40;

  private static Optional<Campaign.Provisional> shown(Round round) {
    return round
        .campaign()
        .provisional()
        .filter(shown -> round.campaign().stage().underway())
        .filter(shown -> !round.now().isAfter(shown.until()));
  }

  private Open open(Round round, Unit unit, Campaign.Provisional shown) {
    LocalDate day = round.dayOf(shown.until());
    String by = LadderKind.DAY.format(day);
    return new Open(
        unit,
        id() + "@" + shown.number(),
        Rung.Audience.UNIT,
        id(),
        Map.of("until", by),
        MailPage.RESULT,
        "xem kết quả dự kiến, đề nghị xem xét lại đến hết ngày " + by);
  }
}
