package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Closing;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * A form that was closed and waits for the signature of the unit's head: told once it is closed,
 * and again when the days of grace have passed and it can still be signed. What can no longer be
 * signed is in the office's mail of the day.
 */
public final class SignatureKind implements ReminderKind {

  private static final MailText TEXT =
      new MailText(
          "{unit}: phiếu tự đánh giá đã chốt, đang chờ ký",
          """
          Kính gửi: Lãnh đạo {unit}

          Phiếu tự đánh giá của quý đơn vị trong đợt “{campaign}” theo Kế hoạch số {plan} đã được chốt ngày {closed} \
          và đang chờ ký.

          - Việc cần làm: kiểm tra và ký trên hệ thống; hoặc in phiếu, ký, đóng dấu rồi tải bản ký lên.
          - {term}

          Mở phiếu tự đánh giá: {link}

          Nếu phiếu vừa được ký, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Forms forms;

  public SignatureKind(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String id() {
    return "signature";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("closed", "signBy", "term");
  }

  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return round.campaign().stage() != Stage.OPEN
        ? List.of()
        : lines.stream()
            .filter(line -> line.state() == State.CLOSED)
            .flatMap(line ->
                line.progress().flatMap(Progress::signing).stream()
                    .flatMap(waits ->
                        open(
                            round,
                            line.unit(),
                            waits.closedAt(),
                            waits.signBy(),
                            line.timing().closesAt())
                            .stream()))
            .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return round.campaign().stage() != Stage.OPEN
        ? Optional.empty()
        : forms
            .head(round.campaign(), open.unit())
            .fold(notOpen -> Optional.<Head>empty(), Optional::of)
            .filter(head -> head.state() == State.CLOSED)
            .flatMap(
                head -> head.closing().flatMap(closing -> open(round, open.unit(), closing, head)));
  }

  private Optional<Open> open(Round round, Unit unit, Closing closing, Head head) {
    return open(round, unit, closing.at(), closing.signBy(), head.closesAt());
  }

  private Optional<Open> open(
      Round round, Unit unit, Instant closedAt, Instant signBy, Instant closesAt) {
    boolean late = round.now().isAfter(signBy);
    if (late && round.now().isAfter(closesAt)) {
      return Optional.empty();
    }
    LocalDate closed = round.dayOf(closedAt);
    String by = LadderKind.DAY.format(round.dayOf(signBy));
    String term =
        late
            ? "Hạn ký đã hết ngày " + by + ": ký từ nay, phiếu được tính là nộp vào lúc ký."
            : "Ký chậm nhất hết ngày " + by + ": phiếu được tính là nộp từ lúc chốt.";
    return Optional.of(
        new Open(
            unit,
            id() + "@" + closed + (late ? "-late" : ""),
            Rung.Audience.SIGNER,
            id(),
            Map.of("closed", LadderKind.DAY.format(closed), "signBy", by, "term", term),
            MailPage.SIGNING,
            late ? "đã chốt, quá hạn ký " + by : "đã chốt, chờ ký đến hết ngày " + by));
  }
}
