package vn.minhbach.function.reminders;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.ReminderDesk;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.Rung;
import vn.minhbach.function.http.CsvLine;
import vn.minhbach.function.http.Tree;

/** Reminders as a client reads them. */
final class RemindersView {

  private RemindersView() {}

  static Map<String, Object> desk(ReminderSettings settings, ReminderDesk.Board board) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("settings", settings(settings));
    board.office().ifPresent(claim -> tree.put("office", claim(claim)));
    board.mailServer().ifPresent(claim -> tree.put("mailServer", claim(claim)));
    tree.put("items", board.lines().stream().map(RemindersView::line).toList());
    tree.put("next", null);
    return tree;
  }

  static Map<String, Object> annex(ReminderDesk.AnnexLine line) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("addressee", line.addressee().value());
    line.name().ifPresent(name -> tree.put("name", name));
    tree.putAll(claim(line.claim()));
    return tree;
  }

  static String annexCsv(List<ReminderDesk.AnnexLine> lines) {
    return CsvLine.START
        + CsvLine.of(
            List.of("addressee", "name", "key", "state", "at", "recipients", "attempts", "error"))
        + lines.stream()
            .map(line ->
                CsvLine.of(
                    List.of(
                        line.addressee().value(),
                        line.name().orElse(""),
                        line.claim().key(),
                        line.claim().state().name(),
                        line.claim().at().toString(),
                        line.claim().recipients().map(String::valueOf).orElse(""),
                        String.valueOf(line.claim().attempts()),
                        line.claim().error().orElse(""))))
            .collect(Collectors.joining());
  }

  static Map<String, Object> settings(ReminderSettings settings) {
    var texts = new LinkedHashMap<String, Object>();
    settings
        .texts()
        .forEach(
            (id, text) -> texts.put(id, Map.of("subject", text.subject(), "text", text.text())));
    return new Tree()
        .with("ladder", settings.ladder().rungs().stream().map(RemindersView::rung).toList())
        .with("from", settings.hours().from())
        .with("to", settings.hours().to())
        .with("mailsPerRunMax", settings.mailsPerRunMax())
        .with("office", settings.office().stream().map(RemindersView::contact).toList())
        .with("texts", texts)
        .with("help", settings.help())
        .with("etag", settings.etag())
        .build();
  }

  static Map<String, Object> contacts(Reminders.ContactList list) {
    return new Tree()
        .with("contacts", list.contacts().stream().map(RemindersView::contact).toList())
        .with("etag", list.etag())
        .build();
  }

  static Map<String, Object> sent(Reminders.Sent sent) {
    return new Tree()
        .with("key", sent.key())
        .with("at", sent.at())
        .with("recipients", sent.recipients())
        .with("subject", sent.subject())
        .build();
  }

  static Map<String, Object> late(Overview.Line line, ZoneId zone) {
    return new Tree()
        .with("unit", line.unit().code())
        .with("name", line.unit().name())
        .with("group", line.unit().group())
        .with("parent", line.unit().parent())
        .with("dueAt", line.timing().dueAt())
        .with("dueOn", dueOn(line, zone))
        .with("daysLate", line.daysLate())
        .with("share", line.share())
        .build();
  }

  static String lateCsv(List<Overview.Line> lines, ZoneId zone) {
    return CsvLine.START
        + CsvLine.of(
            List.of("unit", "name", "group", "parent", "dueAt", "dueOn", "daysLate", "share"))
        + lines.stream()
            .map(line ->
                CsvLine.of(
                    List.of(
                        line.unit().code().value(),
                        line.unit().name(),
                        String.valueOf(line.unit().group()),
                        line.unit().parent().map(Object::toString).orElse(""),
                        line.timing().dueAt().toString(),
                        dueOn(line, zone).toString(),
                        String.valueOf(line.daysLate()),
                        line.share().toString())))
            .collect(Collectors.joining());
  }

  private static LocalDate dueOn(Overview.Line line, ZoneId zone) {
    return line.timing().dueAt().atZone(zone).toLocalDate();
  }

  private static Map<String, Object> line(ReminderDesk.BoardLine line) {
    return new Tree()
        .with("unit", line.unit().code())
        .with("name", line.unit().name())
        .with("group", line.unit().group())
        .with("contacts", line.contacts())
        .with("last", line.last().map(RemindersView::claim))
        .with("open", line.open().stream().map(RemindersView::claim).toList())
        .build();
  }

  private static Map<String, Object> claim(Claim claim) {
    return new Tree()
        .with("key", claim.key())
        .with("state", claim.state().name())
        .with("at", claim.at())
        .with("attempts", claim.attempts())
        .with("retryAt", claim.retryAt())
        .with("error", claim.error())
        .with("recipients", claim.recipients())
        .build();
  }

  private static Map<String, Object> rung(Rung rung) {
    return new Tree()
        .with("id", rung.id())
        .with("trigger", label(rung.trigger()))
        .with("days", rung.days())
        .with("audience", label(rung.audience()))
        .build();
  }

  private static Map<String, Object> contact(Contact contact) {
    return new Tree()
        .with("name", contact.name())
        .with("email", contact.email())
        .with("role", contact.roleLabel())
        .build();
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
