package vn.minhbach.core.keep.reminder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.criteria.Correction;
import vn.minhbach.core.criteria.Corrections;
import vn.minhbach.core.criteria.CriteriaDiff;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * A correction of criteria while forms are out (<i>công văn đính chính</i>): whoever has something
 * to answer anew, sent or not, is told once, and again on the day before the last. Who has answered
 * already, and corrections of words alone, are passed over.
 */
public final class CorrectionKind implements ReminderKind {

  private static final int NAMED_MAX = 12;

  private static final MailText TEXT =
      new MailText(
          "{unit}: tiêu chí được đính chính, cần trả lời trước hết ngày {until}",
          """
          Kính gửi: {unit}

          Theo Công văn số {letter}, bộ tiêu chí của đợt “{campaign}” (Kế hoạch số {plan}) được đính chính.

          - Tiêu chí cần trả lời: {changed}.
          - Việc cần làm: trả lời các tiêu chí này trên phiếu; phiếu đã nộp thì ký lại cho riêng các tiêu chí đó. \
          Những câu trả lời khác giữ nguyên.
          - Hạn: hết ngày {until}.

          Mở phiếu tự đánh giá: {link}

          Nếu quý đơn vị vừa trả lời, xin bỏ qua thư này. Nếu cần hỗ trợ, xin liên hệ {help}.

          Trân trọng.\
          """);

  private final Forms forms;
  private final Corrections corrections;

  public CorrectionKind(Forms forms, Corrections corrections) {
    this.forms = forms;
    this.corrections = corrections;
  }

  @Override
  public String id() {
    return "correction";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of(id(), TEXT);
  }

  @Override
  public List<String> slots() {
    return List.of("letter", "changed", "until");
  }

  // One query for each group that was corrected, none for a campaign that never was.
  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    var latest = new HashMap<Integer, Optional<Correction>>();
    return lines.stream()
        .filter(line -> mayOwe(round.campaign(), line))
        .flatMap(line ->
            latest
                .computeIfAbsent(line.unit().group(), group -> latest(round, group))
                .map(correction -> open(round, line.unit(), correction))
                .stream())
        .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    Unit unit = open.unit();
    return latest(round, unit.group())
        .filter(correction ->
            forms
                .read(round.campaign(), unit)
                .fold(notOpen -> false, view -> Progress.Owed.of(view).isPresent()))
        .map(correction -> open(round, unit, correction));
  }

  // A row from before the correction, or none at all, does not know: what is read fresh decides.
  private static boolean mayOwe(Campaign campaign, Overview.Line line) {
    int count = campaign.corrections(line.unit().group());
    return count > 0
        && line.progress().map(row -> row.behind(count) || row.owed().isPresent()).orElse(true);
  }

  /** The latest correction that leaves something to answer, while its days run. */
  private Optional<Correction> latest(Round round, int group) {
    Campaign campaign = round.campaign();
    int count = campaign.corrections(group);
    return campaign.stage() != Stage.OPEN || count == 0
        ? Optional.empty()
        : corrections.of(campaign.id(), group, count).stream()
            .filter(Correction::opens)
            .reduce((earlier, later) -> later)
            .filter(correction -> !round.now().isAfter(correction.until()));
  }

  private Open open(Round round, Unit unit, Correction correction) {
    LocalDate until = round.dayOf(correction.until());
    boolean last = !round.today().isBefore(until.minusDays(1));
    String by = LadderKind.DAY.format(until);
    return new Open(
        unit,
        id() + "@" + correction.number() + (last ? "-last" : ""),
        Rung.Audience.EVERYBODY,
        id(),
        Map.of(
            "letter",
            correction.letter().number()
                + " ngày "
                + LadderKind.DAY.format(correction.letter().date()),
            "changed",
            changed(correction),
            "until",
            by),
        MailPage.FORM,
        "tiêu chí đính chính, cần trả lời đến hết ngày " + by);
  }

  private static String changed(Correction correction) {
    List<String> ids =
        correction.lines().stream()
            .filter(CriteriaDiff.Line::opens)
            .map(line -> line.criterion().value())
            .toList();
    String named = ids.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
    return ids.size() > NAMED_MAX
        ? named + " và " + (ids.size() - NAMED_MAX) + " tiêu chí khác"
        : named;
  }
}
