package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.progress.Progress;
import vn.minhbach.core.assess.submission.Forms;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;
import vn.minhbach.core.unit.Unit;

/**
 * The gate of a district: a commune's form that lies there. The district is told after two days,
 * and again once the day has passed by which it must have sent the form on.
 */
final class GateKind implements ReminderKind {

  private static final int PATIENCE_DAYS = 2;

  private final Forms forms;

  GateKind(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String id() {
    return "waiting";
  }

  /** None of its own: a district is told in its digest. */
  @Override
  public Map<String, MailText> texts(ReminderSettings settings) {
    return Map.of();
  }

  @Override
  public List<String> slots() {
    return List.of();
  }

  @Override
  public List<Open> open(Round round, List<Overview.Line> lines) {
    return round.campaign().stage() != Stage.OPEN
        ? List.of()
        : lines.stream()
            .filter(line -> line.state() == State.AT_DISTRICT)
            .flatMap(line ->
                open(
                    round,
                    line.unit(),
                    line.progress().flatMap(GateKind::atDistrictSince),
                    line.timing().forwardBy())
                    .stream())
            .toList();
  }

  @Override
  public Optional<Open> still(Round round, Open open) {
    return round.campaign().stage() != Stage.OPEN
        ? Optional.empty()
        : forms
            .head(round.campaign(), open.unit())
            .fold(notOpen -> Optional.<Head>empty(), Optional::of)
            .filter(head -> head.state() == State.AT_DISTRICT)
            .flatMap(head ->
                open(
                    round,
                    open.unit(),
                    head.signature().map(Head.Signature::at),
                    clock(round.campaign(), open.unit(), head).forwardBy()))
            .filter(now -> now.key().equals(open.key()));
  }

  // It lies at the district from its signature on, not from its closing.
  private static Optional<Instant> atDistrictSince(Progress row) {
    return row.signing().flatMap(Progress.Signing::signedAt).or(row::submittedAt);
  }

  private static Deadlines.Clock clock(Campaign campaign, Unit unit, Head head) {
    return Forms.clock(campaign, unit, head.facts());
  }

  private Optional<Open> open(
      Round round, Unit unit, Optional<Instant> submittedAt, Optional<Instant> forwardBy) {
    Optional<LocalDate> held =
        forwardBy.filter(by -> round.now().isAfter(by)).map(by -> round.dayOf(by));
    return held.map(by ->
            open(
                unit,
                "@forward-" + by,
                "đã nộp; huyện quá hạn chuyển "
                    + (round.today().toEpochDay() - by.toEpochDay())
                    + " ngày"))
        .or(() ->
            submittedAt
                .map(at -> round.dayOf(at))
                .filter(day -> !round.today().isBefore(day.plusDays(PATIENCE_DAYS)))
                .map(day ->
                    open(
                        unit,
                        "@" + day,
                        "đã nộp ngày " + LadderKind.DAY.format(day) + ", chờ huyện chuyển")));
  }

  private Open open(Unit unit, String occasion, String line) {
    return new Open(
        unit, id() + occasion, Rung.Audience.ABOVE, "district", Map.of(), MailPage.FORM, line);
  }
}
