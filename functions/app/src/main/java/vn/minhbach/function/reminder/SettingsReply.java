package vn.minhbach.function.reminder;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Rung;
import vn.minhbach.function.http.ReplyPart;

/**
 * How the office has reminders sent.
 *
 * @param texts the office's own, by the reminder that they are for
 */
record SettingsReply(
    List<RungReply> ladder,
    LocalTime from,
    LocalTime to,
    int mailsPerRunMax,
    List<ContactReply> office,
    Map<String, TextReply> texts,
    Optional<String> help,
    String etag)
    implements ReplyPart {

  static SettingsReply of(ReminderSettings settings) {
    var texts = new LinkedHashMap<String, TextReply>();
    settings
        .texts()
        .forEach((id, text) -> texts.put(id, new TextReply(text.subject(), text.text())));
    return new SettingsReply(
        settings.ladder().rungs().stream().map(RungReply::of).toList(),
        settings.hours().from(),
        settings.hours().to(),
        settings.mailsPerRunMax(),
        settings.office().stream().map(ContactReply::of).toList(),
        texts,
        settings.help(),
        settings.etag());
  }

  /** A mail with blanks. */
  record TextReply(String subject, String text) implements ReplyPart {}

  /** A step of the ladder. */
  record RungReply(String id, String trigger, int days, String audience) implements ReplyPart {

    private static RungReply of(Rung rung) {
      return new RungReply(rung.id(), label(rung.trigger()), rung.days(), label(rung.audience()));
    }

    private static String label(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
