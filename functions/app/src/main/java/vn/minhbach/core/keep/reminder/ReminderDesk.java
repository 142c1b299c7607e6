package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.minhbach.core.Caller;
import vn.minhbach.core.Condition;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.WriteProblem;
import vn.minhbach.core.access.Recusal;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.assess.submission.Submissions;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.core.unit.UnitProblem;

/**
 * Where the office sets the ladder and the texts and sees what became of every reminder, and where
 * a unit keeps its contacts. The lists leave out the units that the reader is recused from, as the
 * own body, which is told of its own as that unit.
 */
public final class ReminderDesk {

  private static final int SENT_MAX = 500;

  private final Reminders reminders;
  private final Overview overview;
  private final Submissions submissions;
  private final ReminderKinds kinds;
  private final String site;

  public ReminderDesk(
      Reminders reminders,
      Overview overview,
      Submissions submissions,
      ReminderKinds kinds,
      String site) {
    this.reminders = reminders;
    this.overview = overview;
    this.submissions = submissions;
    this.kinds = kinds;
    this.site = site;
  }

  /**
   * One unit on the office's board.
   *
   * @param contacts how many; a unit with none can be reminded of nothing
   * @param last the latest claim; empty when nothing was ever due
   * @param open what is not known to have arrived: refused, without an address, uncertain, and what
   *     is being sent at this moment
   */
  public record BoardLine(Unit unit, int contacts, Optional<Claim> last, List<Claim> open) {}

  /**
   * The office's board.
   *
   * @param office the latest mail of the day to the office itself
   * @param mailServer why the mail server cannot be reached; empty while it can
   */
  public record Board(List<BoardLine> lines, Optional<Claim> office, Optional<Claim> mailServer) {}

  public ReminderSettings settings(Campaign campaign) {
    return reminders.settings(campaign.id());
  }

  /**
   * Writes the settings; refused when somebody else changed them meanwhile.
   *
   * @param by the body that employs whoever writes
   */
  public Outcome<ReminderSettings> set(
      Campaign campaign, Optional<UnitCode> by, Condition condition, ReminderSettings edited) {
    ReminderSettings stored = reminders.settings(campaign.id());
    return condition
        .against(found(condition, stored.version(), stored.etag()))
        .flatMap(met -> {
          ReminderSettings next = stored.next(edited, by);
          return reminders.putSettings(campaign.id(), next)
              ? Outcome.accepted(next)
              : Outcome.refused(WriteProblem.STALE.of(reminders.settings(campaign.id()).etag()));
        });
  }

  /** Reads settings, held against the kinds of reminders that there are. */
  public Outcome<ReminderSettings> edited(Object tree) {
    return ReminderSettings.read(tree, kinds);
  }

  // What nobody has set yet has an etag too: whoever has read it may say so.
  private static Optional<String> found(Condition condition, long version, String etag) {
    return version == 0 && condition.etag().isEmpty() ? Optional.empty() : Optional.of(etag);
  }

  /** Every unit with its contacts counted, its latest reminder, and what is not settled. */
  public Outcome<Board> board(Campaign campaign, Set<UnitCode> except, Instant now) {
    Map<UnitCode, Reminders.ContactList> contacts = reminders.contacts(campaign.id());
    Map<UnitCode, Card> cards = reminders.cards(campaign.id());
    Card office = cards.getOrDefault(Card.OFFICE, Card.empty(Card.OFFICE));
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .map(lines ->
            new Board(
                lines.stream()
                    .map(Overview.Line::unit)
                    .filter(unit -> !except.contains(unit.code()))
                    .map(unit ->
                        line(
                            unit,
                            contacts.getOrDefault(unit.code(), Reminders.ContactList.NONE),
                            cards.getOrDefault(unit.code(), Card.empty(unit.code()))))
                    .toList(),
                last(office, claim -> claim.key().startsWith("office@")),
                office.claim(Post.SERVER).filter(note -> note.state() == Claim.State.FAILED)));
  }

  private static BoardLine line(Unit unit, Reminders.ContactList contacts, Card card) {
    return new BoardLine(
        unit,
        contacts.contacts().size(),
        last(card, claim -> true),
        card.claims().values().stream()
            .filter(claim -> claim.state() != Claim.State.SENT && claim.state() != Claim.State.VOID)
            .toList());
  }

  /**
   * What became of one reminder, for the report's annex.
   *
   * @param addressee code of the unit or district; {@code OFFICE-DIGEST} for the office, {@code
   *     PERSON-…} for somebody who is a contact of several units
   * @param name of the unit; empty for the office and for persons
   */
  public record AnnexLine(UnitCode addressee, Optional<String> name, Claim claim) {}

  /**
   * Every reminder of the campaign: to whom, by which rung, when, and what became of it. Without
   * addresses: those stand with each unit, where they can be erased.
   */
  public Outcome<List<AnnexLine>> annex(Campaign campaign, Set<UnitCode> except, Instant now) {
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .map(lines -> {
          var names = new HashMap<UnitCode, String>();
          lines.forEach(line -> names.put(line.unit().code(), line.unit().name()));
          return reminders.cards(campaign.id()).values().stream()
              .filter(card -> !except.contains(card.unit()))
              .flatMap(card ->
                  card.claims().values().stream()
                      .filter(claim -> !claim.key().equals(Post.SERVER))
                      .filter(claim -> claim.state() != Claim.State.VOID)
                      .map(claim ->
                          new AnnexLine(
                              card.unit(), Optional.ofNullable(names.get(card.unit())), claim)))
              .sorted(
                  Comparator.comparing((AnnexLine line) -> line.claim().at())
                      .thenComparing(AnnexLine::addressee)
                      .thenComparing(line -> line.claim().key()))
              .toList();
        });
  }

  /**
   * A mail as a unit would get it now, whether or not it is due; nothing is sent.
   *
   * @param text of a rung, a digest, or a further kind
   * @param reader is refused the mails of units it is recused from: they say where those stand
   * @param draft a text that is not set yet, as {@code {"subject", "text"}}; refused as it would be
   *     when it is set
   */
  public Outcome<Preview> preview(
      Campaign campaign,
      String text,
      String unit,
      Caller reader,
      Optional<Object> draft,
      Instant now) {
    ReminderSettings stored = reminders.settings(campaign.id());
    Optional<List<String>> slots = kinds.slots(stored, text);
    if (slots.isEmpty()) {
      return Outcome.refused(ReminderProblem.UNKNOWN_RUNG.of(text).placed("rung"));
    }
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .flatMap(lines ->
            lines.stream()
                .filter(line -> line.unit().code().value().equals(unit))
                .findFirst()
                .map(line ->
                    unrecused(reader, line.unit())
                        .flatMap(free -> drafted(stored, text, slots.get(), draft))
                        .map(settings ->
                            preview(
                                new ReminderKind.Round(campaign, settings, now),
                                text,
                                line,
                                lines)))
                .orElseGet(() ->
                    Outcome.refused(UnitProblem.UNKNOWN_UNIT.of(campaign.id().value(), unit))));
  }

  private static Outcome<Unit> unrecused(Caller reader, Unit unit) {
    return Recusal.of(reader, unit)
        .<Outcome<Unit>>map(cause -> Outcome.refused(cause.from(unit.code())))
        .orElseGet(() -> Outcome.accepted(unit));
  }

  private static Outcome<ReminderSettings> drafted(
      ReminderSettings stored, String id, List<String> slots, Optional<Object> draft) {
    return draft
        .map(tree ->
            Node.<ReminderSettings>read(
                tree,
                InputProblem.INVALID_BODY::of,
                node -> {
                  Optional<MailText> text = MailText.read(node, slots);
                  return () -> stored.with(id, text.orElseThrow());
                }))
        .orElseGet(() -> Outcome.accepted(stored));
  }

  /** What a mail would look like. */
  public record Preview(String subject, String text, String html) {}

  /** The units that are late now, longest first: for the office's letter (công văn đôn đốc). */
  public Outcome<List<Overview.Line>> late(Campaign campaign, Set<UnitCode> except, Instant now) {
    return overview
        .lines(campaign, Overview.Filter.ALL, now)
        .map(lines ->
            LateUnits.stillLate(submissions, campaign, lines, now).stream()
                .filter(line -> !except.contains(line.unit().code()))
                .sorted(
                    Comparator.comparingLong(Overview.Line::daysLate)
                        .reversed()
                        .thenComparing(line -> line.unit().code()))
                .toList());
  }

  public Reminders.ContactList contacts(Campaign campaign, Unit unit) {
    return reminders.contactsOf(campaign.id(), unit.code()).orElse(Reminders.ContactList.NONE);
  }

  /** Writes a unit's contacts; the same content again is accepted. */
  public Outcome<Reminders.ContactList> setContacts(
      Campaign campaign, Unit unit, Condition condition, List<Contact> edited) {
    Reminders.ContactList stored = contacts(campaign, unit);
    if (stored.version() > 0 && stored.contacts().equals(edited)) {
      return Outcome.accepted(stored);
    }
    return condition
        .against(found(condition, stored.version(), stored.etag()))
        .flatMap(met -> written(campaign, unit, stored, edited));
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
        : Outcome.refused(WriteProblem.STALE.of(contacts(campaign, unit).etag()));
  }

  private Preview preview(
      ReminderKind.Round round, String text, Overview.Line line, List<Overview.Line> lines) {
    var letters = new Letters(round.campaign(), round.settings(), kinds, site);
    String list = "- " + line.unit().name() + ": …";
    Letters.Letter letter =
        switch (text) {
          case "district" -> letters.toDistrict(line.unit(), list, round.now());
          case "person" -> letters.toPerson(2, list, round.now());
          case "office" -> letters.toOffice(List.of("…"), round.now());
          default -> letters.of(sample(round, text, line, lines), round.now());
        };
    return new Preview(letter.subject(), letter.text(), letter.html());
  }

  // A rung as it would be today; of another kind what is open at the unit, or blanks.
  private ReminderKind.Open sample(
      ReminderKind.Round round, String text, Overview.Line line, List<Overview.Line> lines) {
    Optional<Rung> rung =
        round.settings().ladder().rungs().stream()
            .filter(known -> known.id().equals(text))
            .findFirst();
    if (rung.isPresent()) {
      var dueDay = line.timing().dueAt().atZone(round.campaign().calendar().zone()).toLocalDate();
      long days = dueDay.toEpochDay() - round.today().toEpochDay();
      return LadderKind.open(round, line, new Ladder.Step(rung.get(), text, dueDay, days));
    }
    return kinds.kind(round.settings(), text).orElseThrow().open(round, lines).stream()
        .filter(open -> open.unit().equals(line.unit()) && open.text().equals(text))
        .findFirst()
        .orElseGet(() ->
            new ReminderKind.Open(
                line.unit(), text, Rung.Audience.UNIT, text, Map.of(), MailPage.FORM, ""));
  }

  private static Optional<Claim> last(Card card, Predicate<Claim> which) {
    return card.claims().values().stream().filter(which).max(Comparator.comparing(Claim::at));
  }
}
