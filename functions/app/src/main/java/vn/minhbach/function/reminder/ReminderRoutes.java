package vn.minhbach.function.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Points;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.ListReply;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.ReplyPart;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Routes;
import vn.minhbach.function.http.Wire;

/** The office's reminder desk and a unit's contacts. */
public final class ReminderRoutes implements Routes {

  private final ReminderDesk desk;

  public ReminderRoutes(ReminderDesk desk) {
    this.desk = desk;
  }

  @Override
  public Map<Route, Handler> handlers() {
    return Map.of(
        Route.READ_REMINDERS, this::read,
        Route.SET_REMINDERS, this::set,
        Route.PREVIEW_REMINDER, this::preview,
        Route.PREVIEW_REMINDER_DRAFT, this::previewDraft,
        Route.LIST_REMINDERS, this::annex,
        Route.LIST_LATE_UNITS, this::late,
        Route.READ_CONTACTS, this::contacts,
        Route.SET_CONTACTS, this::setContacts,
        Route.LIST_SENT_REMINDERS, this::sent);
  }

  private Outcome<Reply> read(Exchange on) {
    return desk.board(on.campaign(), on.caller().recused(), on.now())
        .map(board ->
            Reply.ok(BoardReply.of(desk.settings(on.campaign()), board))
                .etag(desk.settings(on.campaign()).etag()));
  }

  private Outcome<Reply> set(Exchange on) {
    return on.request()
        .json()
        .flatMap(desk::edited)
        .flatMap(edited -> desk.set(on.campaign(), on.caller().unit(), on.condition(), edited))
        .map(settings -> Reply.ok(SettingsReply.of(settings)).etag(settings.etag()));
  }

  private Outcome<Reply> preview(Exchange on) {
    return preview(on, Optional.empty());
  }

  private Outcome<Reply> previewDraft(Exchange on) {
    // Writes nothing, so a key has nothing to keep from happening twice; a faulty one is one.
    return on.request()
        .idempotencyKey()
        .flatMap(key -> on.request().json())
        .flatMap(body -> preview(on, Optional.of(body)));
  }

  private Outcome<Reply> preview(Exchange on, Optional<Object> draft) {
    return desk.preview(
            on.campaign(),
            on.request().query("rung").orElse(""),
            on.request().query("unit").orElse(""),
            on.caller(),
            draft,
            on.now())
        .map(preview ->
            on.request().prefers("text/html")
                ? Reply.html(preview.html())
                : Reply.ok(new PreviewReply(preview.subject(), preview.text(), preview.html())));
  }

  private Outcome<Reply> annex(Exchange on) {
    return desk.annex(on.campaign(), on.caller().recused(), on.now())
        .map(lines ->
            on.request().prefers("text/csv")
                ? Reply.csv(ReminderCsv.annex(lines), "thu-don-doc-" + on.campaign().id() + ".csv")
                : Reply.ok(ListReply.whole(lines.stream().map(AnnexReply::of).toList())));
  }

  private Outcome<Reply> late(Exchange on) {
    ZoneId zone = on.campaign().calendar().zone();
    return desk.late(on.campaign(), on.caller().recused(), on.now())
        .map(lines ->
            on.request().prefers("text/csv")
                ? Reply.csv(
                    ReminderCsv.late(lines, zone), "don-vi-nop-muon-" + on.campaign().id() + ".csv")
                : Reply.ok(
                    ListReply.whole(
                        lines.stream().map(line -> LateReply.of(line, zone)).toList())));
  }

  private Outcome<Reply> contacts(Exchange on) {
    return Outcome.accepted(shown(desk.contacts(on.campaign(), on.unit())));
  }

  private Outcome<Reply> setContacts(Exchange on) {
    return on.request()
        .json()
        .flatMap(Contact::readAll)
        .flatMap(edited -> desk.setContacts(on.campaign(), on.unit(), on.condition(), edited))
        .map(ReminderRoutes::shown);
  }

  private Outcome<Reply> sent(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            ListReply.whole(
                desk.sentTo(on.campaign(), on.unit()).stream().map(SentReply::of).toList())));
  }

  private static Reply shown(Reminders.ContactList list) {
    return Reply.ok(ContactsReply.of(list)).etag(list.etag());
  }

  private record PreviewReply(String subject, String text, String html) implements ReplyPart {}

  /** A reminder in the annex of the office's list. */
  private record AnnexReply(
      UnitCode addressee, Optional<String> name, @Wire(inline = true) ClaimReply claim)
      implements ReplyPart {

    private static AnnexReply of(ReminderDesk.AnnexLine line) {
      return new AnnexReply(line.addressee(), line.name(), ClaimReply.of(line.claim()));
    }
  }

  /** A unit that is late. */
  private record LateReply(
      UnitCode unit,
      String name,
      int group,
      Optional<UnitCode> parent,
      Instant dueAt,
      LocalDate dueOn,
      long daysLate,
      Points share)
      implements ReplyPart {

    private static LateReply of(Overview.Line line, ZoneId zone) {
      return new LateReply(
          line.unit().code(),
          line.unit().name(),
          line.unit().group(),
          line.unit().parent(),
          line.timing().dueAt(),
          line.timing().dueAt().atZone(zone).toLocalDate(),
          line.daysLate(),
          line.share());
    }
  }

  /** What was sent to a unit. */
  private record SentReply(String key, Instant at, List<String> recipients, String subject)
      implements ReplyPart {

    private static SentReply of(Reminders.Sent sent) {
      return new SentReply(sent.key(), sent.at(), sent.recipients(), sent.subject());
    }
  }

  private record ContactsReply(List<ContactReply> contacts, String etag) implements ReplyPart {

    private static ContactsReply of(Reminders.ContactList list) {
      return new ContactsReply(
          list.contacts().stream().map(ContactReply::of).toList(), list.etag());
    }
  }
}
