package vn.minhbach.core.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Deadlines;
import vn.minhbach.core.campaign.Stage;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.State;

/**
 * One mail a day to the standing office, never thirty single ones: who is late, what could not be
 * sent, and the office's own dates (29/12, 29/01, 31/3; plan V.1, IV.3). No mail when there is
 * nothing to say.
 */
final class OfficeDigest {

  private static final int NAMES_MAX = 40;
  private static final List<Long> DAYS_AHEAD = List.of(7L, 1L);

  private final SendReminders.Parts parts;
  private final Campaign campaign;
  private final Claims claims;
  private final Post post;

  OfficeDigest(SendReminders.Parts parts, Campaign campaign, Claims claims, Post post) {
    this.parts = parts;
    this.campaign = campaign;
    this.claims = claims;
    this.post = post;
  }

  void send(List<Overview.Line> lines, Instant now) {
    LocalDate today = now.atZone(campaign.calendar().zone()).toLocalDate();
    String key = "office@" + today;
    List<String> said = said(lines, now, today);
    if (said.isEmpty() || !claims.free(Card.OFFICE, key) || !claims.take(Card.OFFICE, key, now)) {
      return;
    }
    post.toOffice(key, String.join("\n", said), now);
  }

  private List<String> said(List<Overview.Line> lines, Instant now, LocalDate today) {
    var said = new ArrayList<String>();
    if (campaign.stage() == Stage.OPEN) {
      List<Overview.Line> late =
          lines.stream()
              .filter(line -> line.state().inWork() && now.isAfter(line.timing().dueAt()))
              .toList();
      add(said, "Quá hạn, chưa nộp", late);
      add(
          said,
          "Đã chốt, quá hạn ký",
          lines.stream().filter(Overview.Line::signatureOverdue).toList());
      add(
          said,
          "Đã nộp, cấp huyện chưa chuyển",
          lines.stream().filter(line -> line.state() == State.AT_DISTRICT).toList());
      add(
          said,
          "Chưa có địa chỉ liên hệ",
          lines.stream()
              .filter(line -> line.state().editable())
              .filter(line -> post.contacts().getOrDefault(line.unit().code(), List.of()).isEmpty())
              .toList());
      add(
          said,
          "Thư không gửi được hoặc không rõ đã tới",
          lines.stream().filter(this::unsure).toList());
    }
    milestone(said, today, "thẩm định xong", milestones().appraisedBy(), Stage.REPORTED);
    milestone(said, today, "trình báo cáo", milestones().reportBy(), Stage.REPORTED);
    milestone(said, today, "công bố kết quả", milestones().publishBy(), Stage.PUBLISHED);
    return said;
  }

  private Deadlines.Milestones milestones() {
    return Deadlines.of(campaign).milestones();
  }

  private boolean unsure(Overview.Line line) {
    return Optional.ofNullable(claims.cards().get(line.unit().code())).stream()
        .flatMap(card -> card.claims().values().stream())
        .anyMatch(claim ->
            claim.state() == Claim.State.UNCERTAIN
                || (claim.state() == Claim.State.FAILED && claim.retryAt().isEmpty()));
  }

  private void milestone(
      List<String> said, LocalDate today, String what, Instant by, Stage doneAt) {
    if (campaign.stage().compareTo(doneAt) >= 0) {
      return;
    }
    LocalDate day = by.atZone(campaign.calendar().zone()).toLocalDate();
    long left = day.toEpochDay() - today.toEpochDay();
    if (DAYS_AHEAD.contains(left)) {
      said.add("Còn " + left + " ngày đến hạn " + what + " (" + day + ").");
    } else if (left < 0) {
      said.add("Đã quá hạn " + what + " " + -left + " ngày (" + day + ").");
    }
  }

  private static void add(List<String> said, String what, List<Overview.Line> lines) {
    if (!lines.isEmpty()) {
      String names =
          lines.stream()
              .limit(NAMES_MAX)
              .map(line -> line.unit().name())
              .collect(Collectors.joining(", "));
      said.add(what + " (" + lines.size() + "): " + names + (lines.size() > NAMES_MAX ? "…" : "."));
    }
  }
}
