package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/** The ladder: a form that is not sent yet. */
final class LadderKind implements ReminderKind {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Forms forms;

  LadderKind(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String id() {
    return "ladder";
  }

  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    var texts = new LinkedHashMap<String, MailText>();
    settings.ladder().rungs().forEach(rung -> texts.put(rung.id(), MailText.ours(rung)));
    return texts;
  }

  @Override
  public List<String> slots() {
    return List.of("due", "days", "left", "late", "answered", "criteria");
  }

  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return round.campaign().stage() != Stage.OPEN
        ? List.of()
        : lines.stream().flatMap(line -> open(round, line).stream()).toList();
  }

  private static Optional<Open> open(Round round, Overview.Line line) {
    return step(round, situation(line)).map(step -> open(round, line, step));
  }

  static Open open(Round round, Overview.Line line, Ladder.Step step) {
    var values = new LinkedHashMap<String, String>();
    values.put("answered", String.valueOf(line.progress().map(Progress::answered).orElse(0)));
    values.put("criteria", String.valueOf(line.criteria()));
    return open(round, line.unit(), step, values);
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    // Claimed first, read after: a form sent or a date moved one second ago stops the mail.
    return round.campaign().stage() != Stage.OPEN
        ? Optional.empty()
        : forms
            .head(round.campaign(), open.unit())
            .fold(notOpen -> Optional.<Head>empty(), Optional::of)
            .flatMap(head -> step(round, situation(head)))
            .filter(step -> step.claim().equals(open.key()))
            .map(step -> open(round, open.unit(), step, open.values()));
  }

  private static Open open(Round round, Unit unit, Ladder.Step step, Map<String, String> known) {
    var values = new LinkedHashMap<>(known);
    long days = step.daysToDue();
    values.put("due", DAY.format(step.dueDay()));
    values.put("days", String.valueOf(Math.abs(days)));
    values.put("left", days > 0 ? "còn " + days + " ngày" : "chỉ còn hôm nay");
    values.put("late", late(round));
    return new Open(
        unit,
        step.claim(),
        step.rung().audience(),
        step.rung().id(),
        values,
        MailPage.FORM,
        days < 0
            ? "quá hạn nộp phiếu " + -days + " ngày (hạn " + DAY.format(step.dueDay()) + ")"
            : "hạn nộp phiếu " + DAY.format(step.dueDay()) + ", " + values.get("left"));
  }

  // What becomes of a late form is the campaign's rule; a mail must not promise another one.
  private static String late(Round round) {
    return switch (round.campaign().settings().deadlineRules().latePolicy()) {
      case MARK -> "Phiếu nộp sau hạn vẫn được nhận và được ghi là nộp muộn.";
      case REASON -> "Phiếu nộp sau hạn vẫn được nhận, phải kèm lý do và được ghi là nộp muộn.";
      case REFUSE ->
          "Phiếu nộp sau hạn không được nhận; để nộp phiếu, quý đơn vị cần được gia hạn.";
    };
  }

  private static Optional<Ladder.Step> step(Round round, Ladder.Situation situation) {
    return round
        .settings()
        .ladder()
        .at(
            situation,
            round.now(),
            round.campaign().calendar().zone(),
            round.campaign().settings().deadlineRules().holidays()::rests);
  }

  // Who has closed has finished: only the signature is missing.
  private static Ladder.Situation situation(Head head) {
    return situation(
        head.state().inWork(), head.term().receivedAt(), head.dueAt(), head.closesAt());
  }

  private static Ladder.Situation situation(Overview.Line line) {
    return situation(
        line.state().inWork(),
        line.timing().receivedAt(),
        line.timing().dueAt(),
        line.timing().closesAt());
  }

  private static Ladder.Situation situation(
      boolean open, Instant receivedAt, Instant dueAt, Instant closesAt) {
    return new Ladder.Situation(open, receivedAt, dueAt, closesAt);
  }
}
