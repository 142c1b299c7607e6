package vn.minhbach.core.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.campaign.Holidays;
import vn.minhbach.core.campaign.Stage;
import vn.minhbach.core.submission.Head;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.Progress;
import vn.minhbach.core.submission.State;
import vn.minhbach.core.unit.Unit;

/** One run over one campaign. What it read at its start only chooses whom to look at closely. */
final class ReminderRun {

  private static final int DISTRICT_PATIENCE_DAYS = 2;

  private final SendReminders.Parts parts;
  private final Campaign campaign;
  private final Instant until;
  private final ReminderSettings settings;
  private final Holidays holidays;
  private final Claims claims;
  private final Post post;
  private boolean more;

  ReminderRun(SendReminders.Parts parts, Campaign campaign, Mailer mailer, Instant until) {
    this.parts = parts;
    this.campaign = campaign;
    this.until = until;
    this.settings = parts.reminders().settings(campaign.id());
    this.holidays = campaign.settings().deadlineRules().holidays();
    this.claims = new Claims(parts, campaign.id());
    this.post = new Post(parts, campaign, settings, claims, mailer);
  }

  SendReminders.Done run() {
    int uncertain = claims.settleAbandoned();
    if (!settings.hours().maySend(now(), campaign.calendar().zone(), holidays::rests)) {
      return new SendReminders.Done(0, 0, 0, uncertain, false);
    }
    List<Overview.Line> lines =
        parts
            .overview()
            .lines(campaign, Overview.Filter.ALL, now())
            .fold(notOpen -> List.of(), all -> all);
    if (campaign.stage() == Stage.OPEN) {
      remindUnits(lines);
      remindDistricts(lines);
    }
    new OfficeDigest(parts, campaign, claims, post).send(lines, now());
    return post.done(uncertain, more);
  }

  private void remindUnits(List<Overview.Line> lines) {
    for (Overview.Line line : lines) {
      if (spent()) {
        return;
      }
      Optional<Ladder.Step> step = step(situation(line));
      if (step.isEmpty()
          || toDistrict(line.unit(), step.get())
          || !claims.free(line.unit().code(), step.get().claim())) {
        continue;
      }
      remind(line, step.get());
    }
  }

  private void remind(Overview.Line line, Ladder.Step step) {
    UnitCode unit = line.unit().code();
    if (!claims.take(unit, step.claim(), now())) {
      return;
    }
    // Claimed first, read after: a form sent or a date moved one second ago stops the mail.
    Optional<Ladder.Step> still = fresh(line.unit()).flatMap(this::step);
    if (still.filter(fresh -> fresh.claim().equals(step.claim())).isEmpty()) {
      post.voided(unit, step.claim());
      return;
    }
    post.toUnit(line, still.get(), now());
  }

  private void remindDistricts(List<Overview.Line> lines) {
    var byDistrict = new TreeMap<UnitCode, List<Overview.Line>>();
    lines.forEach(line ->
        line.unit()
            .parent()
            .ifPresent(district ->
                byDistrict.computeIfAbsent(district, d -> new ArrayList<>()).add(line)));
    for (Overview.Line district : lines) {
      List<Overview.Line> communes = byDistrict.getOrDefault(district.unit().code(), List.of());
      if (spent()) {
        return;
      }
      if (!communes.isEmpty()) {
        remindDistrict(district, communes);
      }
    }
  }

  private void remindDistrict(Overview.Line district, List<Overview.Line> communes) {
    Map<UnitCode, String> news = new TreeMap<>();
    for (Overview.Line commune : communes) {
      gateOrRung(commune)
          .filter(claim -> claims.free(commune.unit().code(), claim))
          .ifPresent(claim -> news.put(commune.unit().code(), claim));
    }
    String digest = "district@" + today();
    if (news.isEmpty()
        || !claims.free(district.unit().code(), digest)
        || !claims.take(district.unit().code(), digest, now())) {
      return;
    }
    news.entrySet().removeIf(item -> !claims.take(item.getKey(), item.getValue(), now()));
    var holding = new ArrayList<DistrictItem>();
    for (Overview.Line commune : communes) {
      String claim = news.get(commune.unit().code());
      if (claim == null) {
        continue;
      }
      Optional<DistrictItem> item = freshItem(commune.unit(), claim);
      item.ifPresentOrElse(holding::add, () -> post.voided(commune.unit().code(), claim));
    }
    if (holding.isEmpty()) {
      post.voided(district.unit().code(), digest);
      return;
    }
    post.toDistrict(district, digest, holding, now());
  }

  /**
   * A line of a district's digest.
   *
   * @param daysLate empty for a form that waits at the district
   */
  record DistrictItem(Unit commune, String claim, Optional<Long> daysLate, State state) {}

  // What a district is told of a commune: that it is long late, or that its form waits at the gate.
  private Optional<String> gateOrRung(Overview.Line commune) {
    if (commune.state() == State.AT_DISTRICT) {
      return commune
          .progress()
          .flatMap(ReminderRun::atDistrictSince)
          .map(at -> at.atZone(campaign.calendar().zone()).toLocalDate())
          .filter(day -> !today().isBefore(day.plusDays(DISTRICT_PATIENCE_DAYS)))
          .map(day -> "waiting@" + day);
    }
    return step(situation(commune))
        .filter(step -> toDistrict(commune.unit(), step))
        .map(Ladder.Step::claim);
  }

  private static Optional<Instant> atDistrictSince(Progress row) {
    return row.signing().flatMap(Progress.Signing::signedAt).or(row::submittedAt);
  }

  private Optional<DistrictItem> freshItem(Unit commune, String claim) {
    return parts
        .forms()
        .head(campaign, commune)
        .fold(notOpen -> Optional.<Head>empty(), Optional::of)
        .flatMap(head -> {
          if (claim.startsWith("waiting@")) {
            return head.state() == State.AT_DISTRICT
                ? Optional.of(new DistrictItem(commune, claim, Optional.empty(), head.state()))
                : Optional.empty();
          }
          return step(situation(head))
              .filter(step -> step.claim().equals(claim))
              .map(step ->
                  new DistrictItem(commune, claim, Optional.of(-step.daysToDue()), head.state()));
        });
  }

  private static boolean toDistrict(Unit unit, Ladder.Step step) {
    return step.rung().audience() == Rung.Audience.ABOVE && unit.consolidated();
  }

  private Optional<Ladder.Situation> fresh(Unit unit) {
    boolean open =
        parts
            .campaigns()
            .find(campaign.id())
            .filter(current -> current.stage() == Stage.OPEN)
            .isPresent();
    return open
        ? parts
            .forms()
            .head(campaign, unit)
            .fold(notOpen -> Optional.empty(), head -> Optional.of(situation(head)))
        : Optional.empty();
  }

  private Optional<Ladder.Step> step(Ladder.Situation situation) {
    return settings.ladder().at(situation, now(), campaign.calendar().zone(), holidays::rests);
  }

  private static Ladder.Situation situation(Head head) {
    // Who has closed has finished: only the signature is missing.
    return new Ladder.Situation(
        head.state().inWork(), head.receivedAt(), head.dueAt(), head.closesAt());
  }

  private static Ladder.Situation situation(Overview.Line line) {
    return new Ladder.Situation(
        line.state().inWork(),
        line.timing().receivedAt(),
        line.timing().dueAt(),
        line.timing().closesAt());
  }

  private boolean spent() {
    more |=
        post.tried() >= settings.mailsPerRunMax() || !parts.wallClock().instant().isBefore(until);
    return more;
  }

  private LocalDate today() {
    return now().atZone(campaign.calendar().zone()).toLocalDate();
  }

  private Instant now() {
    return parts.domainClock().instant();
  }
}
