package vn.minhbach.function.reminders;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.function.http.Exchange;
import vn.minhbach.function.http.HttpFunction.Handler;
import vn.minhbach.function.http.Reply;
import vn.minhbach.function.http.Route;
import vn.minhbach.function.http.Tree;

/** The office's reminder desk and a unit's contacts. */
public final class RemindersRoutes {

  private final ReminderDesk desk;

  public RemindersRoutes(ReminderDesk desk) {
    this.desk = desk;
  }

  /** Every route with its use. */
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
    return desk.board(on.campaign(), on.caller().unit(), on.now())
        .map(board ->
            Reply.ok(RemindersView.desk(desk.settings(on.campaign()), board))
                .etag(desk.settings(on.campaign()).etag()));
  }

  private Outcome<Reply> set(Exchange on) {
    return on.request()
        .json(false)
        .flatMap(body -> desk.set(on.campaign(), on.caller().unit(), on.condition(), body))
        .map(settings -> Reply.ok(RemindersView.settings(settings)).etag(settings.etag()));
  }

  private Outcome<Reply> preview(Exchange on) {
    return preview(on, Optional.empty());
  }

  private Outcome<Reply> previewDraft(Exchange on) {
    // Writes nothing, so a key has nothing to keep from happening twice; a faulty one is one.
    return on.request()
        .idempotencyKey()
        .flatMap(key -> on.request().json(false))
        .flatMap(body -> preview(on, Optional.of(body)));
  }

  private Outcome<Reply> preview(Exchange on, Optional<Object> draft) {
    return desk.preview(
            on.campaign(),
            on.request().query("rung").orElse(""),
            on.request().query("unit").orElse(""),
            on.caller().unit(),
            draft,
            on.now())
        .map(preview ->
            on.request().prefers("text/html")
                ? Reply.html(preview.html())
                : Reply.ok(
                    new Tree()
                        .with("subject", preview.subject())
                        .with("text", preview.text())
                        .with("html", preview.html())
                        .build()));
  }

  private Outcome<Reply> annex(Exchange on) {
    return desk.annex(on.campaign(), on.caller().unit(), on.now())
        .map(lines ->
            on.request().prefers("text/csv")
                ? Reply.csv(
                    RemindersView.annexCsv(lines), "thu-don-doc-" + on.campaign().id() + ".csv")
                : Reply.ok(
                    Tree.list(
                        lines.stream().map(RemindersView::annex).toList(), Optional.empty())));
  }

  private Outcome<Reply> late(Exchange on) {
    ZoneId zone = on.campaign().calendar().zone();
    return desk.late(on.campaign(), on.caller().unit(), on.now())
        .map(lines ->
            on.request().prefers("text/csv")
                ? Reply.csv(
                    RemindersView.lateCsv(lines, zone),
                    "don-vi-nop-muon-" + on.campaign().id() + ".csv")
                : Reply.ok(
                    Tree.list(
                        lines.stream().map(line -> RemindersView.late(line, zone)).toList(),
                        Optional.empty())));
  }

  private Outcome<Reply> contacts(Exchange on) {
    return Outcome.accepted(shown(desk.contacts(on.campaign(), on.unit())));
  }

  private Outcome<Reply> setContacts(Exchange on) {
    return on.request()
        .json(false)
        .flatMap(body -> desk.setContacts(on.campaign(), on.unit(), on.condition(), body))
        .map(RemindersRoutes::shown);
  }

  private Outcome<Reply> sent(Exchange on) {
    return Outcome.accepted(
        Reply.ok(
            Tree.list(
                desk.sentTo(on.campaign(), on.unit()).stream().map(RemindersView::sent).toList(),
                Optional.empty())));
  }

  private static Reply shown(Reminders.ContactList list) {
    return Reply.ok(RemindersView.contacts(list)).etag(list.etag());
  }
}
