package vn.minhbach.core.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Condition;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Problem;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.unit.Unit;

/**
 * Where the office sets the ladder and the texts and sees what became of every reminder, and where
 * a unit keeps its contacts.
 */
public final class ReminderDesk {

  private static final int SENT_MAX = 500;

  private final Reminders reminders;
  private final Overview overview;
  private final String site;

  public ReminderDesk(Reminders reminders, Overview overview, String site) {
    this.reminders = reminders;
    this.overview = overview;
    this.site = site;
  }

  /**
   * One unit on the office's board.
   *
   * @param contacts how many; a unit with none can be reminded of nothing
   * @param last the latest claim; empty when nothing was ever due
   */
  public record BoardLine(Unit unit, int contacts, Optional<Claim> last) {}

  public ReminderSettings settings(Campaign campaign) {
    return reminders.settings(campaign.id());
  }

  /** Writes the settings; refused when faulty, or when somebody else changed them meanwhile. */
  public Outcome<ReminderSettings> set(Campaign campaign, Condition condition, Object tree) {
    return ReminderSettings.read(tree)
        .flatMap(edited -> {
          ReminderSettings stored = reminders.settings(campaign.id());
          return condition
              .against(stored.version() == 0 ? Optional.empty() : Optional.of(stored.etag()))
              .flatMap(met -> {
                ReminderSettings next = stored.next(edited);
                return reminders.putSettings(campaign.id(), next)
                    ? Outcome.accepted(next)
                    : Outcome.refused(
                        Problem.STALE, "etag", reminders.settings(campaign.id()).etag());
              });
        });
  }

  /** Every unit with its contacts counted and its latest reminder. */
  public Outcome<List<BoardLine>> board(Campaign campaign, Instant now) {
    Map<UnitCode, List<Contact>> contacts = reminders.contacts(campaign.id());
    Map<UnitCode, Card> cards = reminders.cards(campaign.id());
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .map(lines ->
            lines.stream()
                .map(Overview.Line::unit)
                .map(unit ->
                    new BoardLine(
                        unit,
                        contacts.getOrDefault(unit.code(), List.of()).size(),
                        last(Optional.ofNullable(cards.get(unit.code())))))
                .toList());
  }

  /** A mail as a unit would get it now, whether or not it is due; nothing is sent. */
  public Outcome<Preview> preview(Campaign campaign, String rungId, String unit, Instant now) {
    ReminderSettings settings = reminders.settings(campaign.id());
    Optional<Rung> rung =
        settings.ladder().rungs().stream().filter(known -> known.id().equals(rungId)).findFirst();
    if (rung.isEmpty()) {
      return Outcome.refused(Problem.UNKNOWN_RUNG, "place", "rung", "value", rungId);
    }
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .flatMap(lines ->
            lines.stream()
                .filter(line -> line.unit().code().value().equals(unit))
                .findFirst()
                .map(line -> Outcome.accepted(preview(campaign, settings, rung.get(), line, now)))
                .orElseGet(() ->
                    Outcome.refused(
                        Problem.UNKNOWN_UNIT, "campaign", campaign.id().value(), "unit", unit)));
  }

  /** What a mail would look like. */
  public record Preview(String subject, String text, String html) {}

  /** The units that are late now, longest first: for the office's letter (công văn đôn đốc). */
  public Outcome<List<Overview.Line>> late(Campaign campaign, Instant now) {
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .map(lines ->
            lines.stream()
                .filter(Overview.Line::overdue)
                .sorted(
                    Comparator.comparingLong(Overview.Line::daysLate)
                        .reversed()
                        .thenComparing(line -> line.unit().code()))
                .toList());
  }

  public Reminders.ContactList contacts(Campaign campaign, Unit unit) {
    return reminders
        .contactsOf(campaign.id(), unit.code())
        .orElseGet(() -> new Reminders.ContactList(List.of(), 0));
  }

  /** Writes a unit's contacts; the same content again is accepted. */
  public Outcome<Reminders.ContactList> setContacts(
      Campaign campaign, Unit unit, Condition condition, Object tree) {
    return Contact.readAll(tree)
        .flatMap(edited -> {
          Reminders.ContactList stored = contacts(campaign, unit);
          if (stored.version() > 0 && stored.contacts().equals(edited)) {
            return Outcome.accepted(stored);
          }
          return condition
              .against(stored.version() == 0 ? Optional.empty() : Optional.of(stored.etag()))
              .flatMap(met -> written(campaign, unit, stored, edited));
        });
  }

  /** What was sent to a unit. */
  public List<Reminders.Sent> sentTo(Campaign campaign, Unit unit) {
    return reminders.sentTo(campaign.id(), unit.code(), SENT_MAX);
  }

  private Outcome<Reminders.ContactList> written(
      Campaign campaign, Unit unit, Reminders.ContactList stored, List<Contact> edited) {
    var next = new Reminders.ContactList(edited, stored.version() + 1);
    return reminders.putContacts(campaign.id(), unit.code(), next)
        ? Outcome.accepted(next)
        : Outcome.refused(Problem.STALE, "etag", contacts(campaign, unit).etag());
  }

  private Preview preview(
      Campaign campaign, ReminderSettings settings, Rung rung, Overview.Line line, Instant now) {
    var zone = campaign.calendar().zone();
    var dueDay = line.timing().dueAt().atZone(zone).toLocalDate();
    var step =
        new Ladder.Step(
            rung,
            rung.id(),
            dueDay,
            dueDay.toEpochDay() - now.atZone(zone).toLocalDate().toEpochDay());
    MailText text = Post.text(line, step, campaign, settings, site, now);
    return new Preview(text.subject(), text.text(), Post.html(text));
  }

  private static Optional<Claim> last(Optional<Card> card) {
    return card.map(known -> new ArrayList<>(known.claims().values())).stream()
        .flatMap(List::stream)
        .max(Comparator.comparing(Claim::at));
  }
}
