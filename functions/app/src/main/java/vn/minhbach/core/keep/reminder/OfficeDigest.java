package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.State;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.prepare.campaign.Deadlines;
import vn.minhbach.core.prepare.campaign.Stage;

/**
 * One mail a day to the standing office, never thirty single ones: who is late, what could not be
 * sent, and the office's own dates (29/12, 29/01, 31/3; plan V.1, IV.3). No mail when there is
 * nothing to say. Of the body that employs whoever set the addresses it says nothing.
 */
final class OfficeDigest {

  private static final int NAMES_MAX = 40;
  private static final List<Integer> DAYS_AHEAD = List.of(7, 1);

  private final SendReminders.Parts parts;
  private final Addressees addressees;
  private final Claims claims;
  private final Post post;

  OfficeDigest(SendReminders.Parts parts, Addressees addressees, Claims claims, Post post) {
    this.parts = parts;
    this.addressees = addressees;
    this.claims = claims;
    this.post = post;
  }

  /**
   * A date of the office's own, warned of as a unit is of its due day, so that a warning whose day
   * was missed or is a holiday is not lost.
   */
  private record Milestone(String id, String what, Instant by, Stage doneAt) {

    Ladder ladder() {
      return new Ladder(
          DAYS_AHEAD.stream()
              .map(days ->
                  new Rung(id + "-" + days, Rung.Trigger.BEFORE_DUE, days, Rung.Audience.UNIT))
              .toList());
    }
  }

  void send(ReminderKind.Round round, List<Overview.Line> all) {
    // The office's people are told of their own body as that unit, and not here.
    List<Overview.Line> lines =
        all.stream()
            .filter(line -> round.settings().body().filter(line.unit().code()::equals).isEmpty())
            .toList();
    long version = round.settings().version();
    var digest = new Claims.Mark(Card.OFFICE, "office@" + round.today(), version);
    if (!claims.free(digest)) {
      return;
    }
    var said = new ArrayList<String>();
    var dates = new ArrayList<Claims.Mark>();
    if (round.campaign().stage() == Stage.OPEN) {
      units(said, round, lines);
    }
    parts.kinds().all().forEach(kind -> said.addAll(kind.forOffice(round, lines)));
    for (Milestone milestone : milestones(round.campaign())) {
      milestone(round, milestone, version, said, dates);
    }
    if (said.isEmpty()
        || !(round.settings().office().isEmpty() || post.ready())
        || !claims.take(digest, round.now())) {
      return;
    }
    dates.removeIf(date -> !claims.take(date, round.now()));
    post.toOffice(digest, said, dates, round.now());
  }

  private void units(List<String> said, ReminderKind.Round round, List<Overview.Line> lines) {
    add(
        said,
        "Quá hạn, chưa nộp",
        LateUnits.stillLate(parts.submissions(), round.campaign(), lines, round.now()));
    add(said, "Đã chốt, quá hạn ký", lines, Overview.Line::signatureOverdue);
    add(said, "Đã nộp, cấp huyện chưa chuyển", lines, line -> line.state() == State.AT_DISTRICT);
    add(
        said,
        "Chưa có địa chỉ liên hệ, không nhắc được",
        lines,
        line -> line.state().editable() && addressees.none(line.unit().code()));
    add(
        said,
        "Thư không gửi được hoặc không rõ đã tới",
        lines,
        line -> !line.state().delivered() && unsure(claims.card(line.unit().code())));
  }

  private static boolean unsure(Card card) {
    return card.claims().values().stream()
        .anyMatch(claim ->
            claim.state() == Claim.State.UNCERTAIN
                || (claim.state() == Claim.State.FAILED && claim.retryAt().isEmpty()));
  }

  private static List<Milestone> milestones(Campaign campaign) {
    Deadlines.Milestones dates = Deadlines.of(campaign).milestones();
    return List.of(
        new Milestone("appraised", "hoàn thành thẩm định", dates.appraisedBy(), Stage.REPORTED),
        new Milestone("report", "trình báo cáo kết quả", dates.reportBy(), Stage.REPORTED),
        new Milestone("publish", "công bố kết quả", dates.publishBy(), Stage.PUBLISHED));
  }

  private void milestone(
      ReminderKind.Round round,
      Milestone milestone,
      long version,
      List<String> said,
      List<Claims.Mark> dates) {
    Campaign campaign = round.campaign();
    if (campaign.stage().compareTo(milestone.doneAt()) >= 0) {
      return;
    }
    LocalDate day = milestone.by().atZone(campaign.calendar().zone()).toLocalDate();
    String when = " (" + LadderKind.DAY.format(day) + ")";
    if (round.now().isAfter(milestone.by())) {
      long late = round.today().toEpochDay() - day.toEpochDay();
      said.add("Đã quá hạn " + milestone.what() + " " + late + " ngày" + when + ".");
      return;
    }
    warning(round, milestone)
        .map(step -> new Claims.Mark(Card.OFFICE, step.claim(), version))
        .filter(claims::free)
        .ifPresent(mark -> {
          long left = day.toEpochDay() - round.today().toEpochDay();
          said.add(
              (left == 0 ? "Hôm nay là hạn cuối " : "Còn " + left + " ngày đến hạn ")
                  + milestone.what()
                  + when
                  + ".");
          dates.add(mark);
        });
  }

  private static Optional<Ladder.Step> warning(ReminderKind.Round round, Milestone milestone) {
    Campaign campaign = round.campaign();
    var office =
        new Ladder.Situation(
            true, campaign.openedAt().orElse(round.now()), milestone.by(), milestone.by());
    return milestone
        .ladder()
        .at(
            office,
            round.now(),
            campaign.calendar().zone(),
            campaign.settings().deadlineRules().holidays()::rests);
  }

  private static void add(
      List<String> said, String what, List<Overview.Line> lines, Predicate<Overview.Line> which) {
    add(said, what, lines.stream().filter(which).toList());
  }

  private static void add(List<String> said, String what, List<Overview.Line> lines) {
    if (!lines.isEmpty()) {
      String names =
          lines.stream()
              .limit(NAMES_MAX)
              .map(line -> line.unit().name())
              .collect(Collectors.joining(", "));
      said.add(
          what
              + " ("
              + lines.size()
              + " đơn vị): "
              + names
              + (lines.size() > NAMES_MAX ? "…" : "."));
    }
  }
}
