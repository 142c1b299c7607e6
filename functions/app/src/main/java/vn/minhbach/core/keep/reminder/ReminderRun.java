package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** One run over one campaign. What it read at its start only chooses whom to look at closely. */
final class ReminderRun {

  private final SendReminders.Parts parts;
  private final Campaign campaign;
  private final Outbox outbox;
  private final ReminderSettings settings;
  private final List<Due> singly = new ArrayList<>();
  private final Map<UnitCode, Bundle> bundles = new TreeMap<>();
  private Claims claims;
  private Addressees addressees;
  private Post post;
  private boolean more;

  ReminderRun(SendReminders.Parts parts, Campaign campaign, Outbox outbox) {
    this.parts = parts;
    this.campaign = campaign;
    this.outbox = outbox;
    this.settings = parts.reminders().settings(campaign.id());
  }

  /**
   * Something to tell somebody.
   *
   * @param mark its claim, on the card of the unit whose matter it is
   */
  record Due(ReminderKind kind, ReminderKind.Open open, Claims.Mark mark) {

    Due with(ReminderKind.Open now) {
      return new Due(kind, now, mark);
    }
  }

  /**
   * What one district, or one person with several units, is told in one mail.
   *
   * @param district empty for a person
   * @param person empty for a district
   */
  record Bundle(
      UnitCode card, Optional<Unit> district, Optional<Contact> person, List<Due> items) {}

  SendReminders.Done run() {
    if (quiet()) {
      return SendReminders.Done.NOTHING;
    }
    claims = new Claims(parts, campaign.id());
    addressees = new Addressees(parts.reminders().contacts(campaign.id()));
    post = new Post(parts, campaign, settings, claims, outbox);
    int uncertain = claims.settleAbandoned();
    List<Overview.Line> lines =
        parts
            .overview()
            .lines(campaign, Overview.Filter.ALL, now())
            .fold(notOpen -> List.of(), all -> all);
    collect(lines);
    singly.forEach(this::tell);
    bundles.values().forEach(this::tell);
    if (!quiet()) {
      new OfficeDigest(parts, addressees, claims, post).send(round(campaign), lines);
    }
    post.noteServer(now());
    return post.done(uncertain, more);
  }

  // -------------------------------------------------------------- who is told of what

  private void collect(List<Overview.Line> lines) {
    var units = new HashMap<UnitCode, Unit>();
    lines.forEach(line -> units.put(line.unit().code(), line.unit()));
    for (ReminderKind kind : parts.kinds().all()) {
      for (ReminderKind.Open open : kind.open(round(campaign), lines)) {
        Optional<Unit> district =
            open.audience() == Rung.Audience.ABOVE
                ? open.unit().parent().map(units::get)
                : Optional.empty();
        district.ifPresentOrElse(above -> above(kind, open, above), () -> unit(kind, open));
      }
    }
  }

  private void above(ReminderKind kind, ReminderKind.Open open, Unit district) {
    long version = addressees.list(district.code()).version();
    bundle(
        new Bundle(district.code(), Optional.of(district), Optional.empty(), new ArrayList<>()),
        new Due(kind, open, new Claims.Mark(open.unit().code(), open.key(), version)));
  }

  private void unit(ReminderKind kind, ReminderKind.Open open) {
    UnitCode unit = open.unit().code();
    Reminders.ContactList list = addressees.list(unit);
    List<Contact> together = addressees.together(list.contacts(), open.audience());
    for (Contact person : together) {
      // Not the unit's own card's key: the same matter may go to others of the unit singly.
      String key = open.key() + "~" + Addressees.hash(person);
      bundle(
          new Bundle(
              Addressees.card(person), Optional.empty(), Optional.of(person), new ArrayList<>()),
          new Due(kind, open, new Claims.Mark(unit, key, list.version())));
    }
    var mark = new Claims.Mark(unit, open.key(), list.version());
    boolean alone =
        together.isEmpty() || !addressees.alone(list.contacts(), open.audience()).isEmpty();
    if (alone && claims.free(mark)) {
      singly.add(new Due(kind, open, mark));
    }
  }

  private void bundle(Bundle empty, Due due) {
    if (claims.free(due.mark())) {
      bundles.computeIfAbsent(empty.card(), card -> empty).items().add(due);
    }
  }

  // -------------------------------------------------------------- telling

  private void tell(Due due) {
    UnitCode unit = due.mark().card();
    if (ends() || !(addressees.none(unit) || outbox.ready()) || !claims.take(due.mark(), now())) {
      return;
    }
    Optional<Due> still = still(due);
    if (still.isEmpty()) {
      post.voided(due.mark());
      return;
    }
    List<Contact> to =
        addressees.alone(contactsNow(unit).contacts(), still.get().open().audience());
    post.toUnit(still.get(), to, now());
  }

  private void tell(Bundle bundle) {
    String name = bundle.person().isPresent() ? "person@" : "district@";
    long version = bundle.district().map(unit -> addressees.list(unit.code()).version()).orElse(0L);
    var digest = new Claims.Mark(bundle.card(), name + round(campaign).today(), version);
    if (!claims.free(digest)
        || ends()
        || !(version == 0 && bundle.person().isEmpty() || outbox.ready())
        || !claims.take(digest, now())) {
      return;
    }
    List<Due> taken =
        bundle.items().stream().filter(due -> claims.take(due.mark(), now())).toList();
    var still = new ArrayList<Due>();
    for (Due due : taken) {
      still(due)
          .filter(open -> bundle.person().map(person -> contact(due, person)).orElse(true))
          .ifPresentOrElse(still::add, () -> post.voided(due.mark()));
    }
    if (still.isEmpty()) {
      post.voided(digest);
    } else {
      List<Contact> to =
          bundle
              .person()
              .map(List::of)
              .orElseGet(() ->
                  Addressees.chosen(contactsNow(bundle.card()).contacts(), Rung.Audience.UNIT));
      post.toMany(bundle, digest, still, to, now());
    }
  }

  // Whether the unit still names this person among those whom the matter concerns.
  private boolean contact(Due due, Contact person) {
    List<Contact> now = contactsNow(due.mark().card()).contacts();
    return Addressees.chosen(now, due.open().audience()).stream()
        .anyMatch(known -> Addressees.address(known).equals(Addressees.address(person)));
  }

  private Optional<Due> still(Due due) {
    return parts
        .campaigns()
        .find(campaign.id())
        .filter(current -> SendReminders.running(current, now()))
        .flatMap(current -> due.kind().still(round(current), due.open()))
        .filter(open -> open.key().equals(due.open().key()))
        .map(due::with);
  }

  private Reminders.ContactList contactsNow(UnitCode unit) {
    return parts.reminders().contactsOf(campaign.id(), unit).orElse(Reminders.ContactList.NONE);
  }

  private boolean ends() {
    boolean ends = outbox.spent(settings.mailsPerRunMax()) || quiet();
    more |= ends;
    return ends;
  }

  private boolean quiet() {
    return !settings
        .hours()
        .maySend(
            now(),
            campaign.calendar().zone(),
            campaign.settings().deadlineRules().holidays()::rests);
  }

  private ReminderKind.Round round(Campaign current) {
    return new ReminderKind.Round(current, settings, now());
  }

  private Instant now() {
    return parts.domainClock().instant();
  }
}
