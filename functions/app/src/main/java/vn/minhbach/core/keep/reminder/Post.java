package vn.minhbach.core.keep.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.prepare.campaign.Campaign;

/** Sends the mails of a run, and ends their claims. */
final class Post {

  /** A note on the office's card: whether the mail server talks to us. */
  static final String SERVER = "mail-server";

  private static final int ERROR_MAX = 200;

  private final Campaign campaign;
  private final ReminderSettings settings;
  private final Claims claims;
  private final Outbox outbox;
  private final Letters letters;
  private int sent;
  private int failed;
  private int voided;

  Post(
      SendReminders.Parts parts,
      Campaign campaign,
      ReminderSettings settings,
      Claims claims,
      Outbox outbox) {
    this.campaign = campaign;
    this.settings = settings;
    this.claims = claims;
    this.outbox = outbox;
    this.letters = new Letters(campaign, settings, parts.kinds(), parts.site());
  }

  /** Something that ends with a mail: its claim, and how the unit's record shows it. */
  private record Item(Claims.Mark mark, Optional<List<String>> recipients) {}

  SendReminders.Done done(int uncertain, boolean more) {
    return new SendReminders.Done(sent, failed, voided, uncertain, more, outbox.stopped());
  }

  /** Whether the mail server is there; asked before anything is decided. */
  boolean ready() {
    return outbox.ready();
  }

  void voided(Claims.Mark mark) {
    claims.end(mark, claim -> claim.ended(Claim.State.VOID, Optional.empty()), Optional.empty());
    voided++;
  }

  /** One unit's reminder. */
  void toUnit(ReminderRun.Due due, List<Contact> to, Instant now) {
    send(due.mark(), to, letters.of(due.open(), now), now, List.of());
  }

  /** One mail to a district for its communes, or to a person for several units. */
  void toMany(
      ReminderRun.Bundle bundle,
      Claims.Mark digest,
      List<ReminderRun.Due> dues,
      List<Contact> to,
      Instant now) {
    Letters.Letter letter =
        bundle
            .district()
            .map(district -> letters.toDistrict(district, dues, now))
            .orElseGet(() ->
                dues.size() == 1
                    ? letters.of(dues.getFirst().open(), now)
                    : letters.toPerson(dues, now));
    // A commune is told that its district was, not by whose address.
    List<String> shown = bundle.person().map(person -> List.of(person.email())).orElse(List.of());
    send(
        digest,
        to,
        letter,
        now,
        dues.stream().map(due -> new Item(due.mark(), Optional.of(shown))).toList());
  }

  /** The office's mail of the day, with the dates that it announces. */
  void toOffice(Claims.Mark digest, List<String> said, List<Claims.Mark> dates, Instant now) {
    send(
        digest,
        settings.office(),
        letters.toOffice(said, now),
        now,
        dates.stream().map(date -> new Item(date, Optional.empty())).toList());
  }

  /** Says on the office's card that the mail server is out of reach, or no more. */
  void noteServer(Instant now) {
    Optional<Claim> noted =
        claims.claim(Card.OFFICE, SERVER).filter(note -> note.state() == Claim.State.FAILED);
    Claim note = Claim.taken(SERVER, now, claims.wall(), 0, Optional.empty());
    if (outbox.stopped().isPresent()) {
      claims.note(Card.OFFICE, note.givenBack(claims.wall(), shown(outbox.stopped().get())));
    } else if (noted.isPresent() && sent > 0) {
      claims.note(Card.OFFICE, note.ended(Claim.State.VOID, Optional.empty()));
    }
  }

  private void send(
      Claims.Mark mark, List<Contact> to, Letters.Letter letter, Instant now, List<Item> items) {
    if (to.isEmpty()) {
      end(mark, items, claim -> claim.ended(Claim.State.NO_CONTACT, Optional.empty()));
      failed++;
      return;
    }
    switch (outbox.send(mail(mark, to, letter))) {
      case Mailer.Taken taken -> {
        sent(mark, to, taken.refused(), letter.subject(), now, items);
        sent++;
      }
      case Mailer.NotTaken no -> {
        end(mark, items, claim -> claim.failed(claims.wall(), shown(no.why()), no.permanent()));
        failed++;
      }
      case Mailer.Unreachable gone ->
          end(mark, items, claim -> claim.givenBack(claims.wall(), shown(gone.why())));
      case Mailer.Unknown broken -> {
        end(
            mark,
            items,
            claim -> claim.ended(Claim.State.UNCERTAIN, Optional.of(shown(broken.why()))));
        failed++;
      }
    }
  }

  private void sent(
      Claims.Mark mark,
      List<Contact> to,
      List<String> refused,
      String subject,
      Instant now,
      List<Item> items) {
    List<String> reached =
        to.stream().map(Contact::email).filter(email -> !refused.contains(email)).toList();
    Optional<String> partly =
        refused.isEmpty()
            ? Optional.empty()
            : Optional.of(refused.size() + " of " + to.size() + " addresses refused");
    UnaryOperator<Claim> ending = claim -> claim.sent(reached.size(), partly);
    for (Item item : items) {
      claims.end(
          item.mark(),
          ending,
          item.recipients().map(list -> record(item.mark(), now, list, subject)));
    }
    // The addressee's claim ends last: until then the digest counts as not told.
    claims.end(mark, ending, Optional.of(record(mark, now, reached, subject)));
  }

  private static Reminders.Sent record(
      Claims.Mark mark, Instant now, List<String> recipients, String subject) {
    return new Reminders.Sent(mark.card(), mark.key(), now, recipients, subject);
  }

  private void end(Claims.Mark mark, List<Item> items, UnaryOperator<Claim> ending) {
    items.forEach(item -> claims.end(item.mark(), ending, Optional.empty()));
    claims.end(mark, ending, Optional.empty());
  }

  private Mailer.Mail mail(Claims.Mark mark, List<Contact> to, Letters.Letter letter) {
    String id =
        Sha256.hex(
                (campaign.id() + "/" + mark.card() + "/" + mark.key())
                    .getBytes(StandardCharsets.UTF_8))
            .substring(0, 32);
    return new Mailer.Mail(id, to, letter.subject(), letter.text(), letter.html());
  }

  // What a server says names addresses, and a card is kept for longer than they may be.
  static String shown(String why) {
    String one = why.strip().replaceAll("[^\\s<>,;:]+@[^\\s<>,;:]+", "…@…").replaceAll("\\s+", " ");
    return one.length() > ERROR_MAX ? one.substring(0, ERROR_MAX) : one;
  }
}
