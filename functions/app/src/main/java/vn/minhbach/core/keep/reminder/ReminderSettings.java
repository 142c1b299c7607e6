package vn.minhbach.core.keep.reminder;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.minhbach.core.InputProblem;
import vn.minhbach.core.Node;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.UnitCode;

/**
 * What the office sets for a campaign's reminders.
 *
 * @param mailsPerRunMax the rate limit: a run stops there and the next one, ten minutes later, goes
 *     on
 * @param office whom the office's digest goes to
 * @param texts the office's own texts, by rung; the program's stand in where there is none
 * @param help whom a unit can ask, as it stands in the mails: an office, its telephone
 * @param body that employs whoever set it: the office's own mail does not say where that stands;
 *     empty for none of the ranked
 * @param version rises by one with each change; the etag
 */
public record ReminderSettings(
    Ladder ladder,
    QuietHours hours,
    int mailsPerRunMax,
    List<Contact> office,
    Map<String, MailText> texts,
    Optional<String> help,
    Optional<UnitCode> body,
    long version) {

  public static final ReminderSettings DEFAULT =
      new ReminderSettings(
          Ladder.DEFAULT,
          QuietHours.DEFAULT,
          2_000,
          List.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          0);

  private static final int RUNGS_MAX = 12;
  private static final int TEXTS_MAX = 40;
  private static final int HELP_MAX = 200;
  private static final int DAYS_MAX = 60;
  private static final int MAILS_MAX = 20_000;

  public ReminderSettings {
    office = List.copyOf(office);
    texts = new LinkedHashMap<>(texts);
  }

  public String etag() {
    return "r" + version;
  }

  ReminderSettings next(ReminderSettings edited, Optional<UnitCode> by) {
    return new ReminderSettings(
        edited.ladder,
        edited.hours,
        edited.mailsPerRunMax,
        edited.office,
        edited.texts,
        edited.help,
        by,
        version + 1);
  }

  /** Reads the office's body; every field that is left out is the program's own. */
  static Outcome<ReminderSettings> read(Object tree, ReminderKinds kinds) {
    return Node.read(tree, InputProblem.INVALID_BODY::of, body -> shape(body, kinds));
  }

  private static Supplier<ReminderSettings> shape(Node body, ReminderKinds kinds) {
    body.only("ladder", "from", "to", "mailsPerRunMax", "office", "texts", "help");
    Ladder ladder = body.optional("ladder").map(list -> ladder(list, kinds)).orElse(Ladder.DEFAULT);
    LocalTime from = body.optional("from").map(ReminderSettings::time).orElse(LocalTime.of(8, 0));
    LocalTime to = body.optional("to").map(ReminderSettings::time).orElse(LocalTime.of(17, 0));
    if (!from.isBefore(to) && !body.faulty()) {
      body.faultAt(
          "to",
          InputProblem.OUT_OF_RANGE.of(to.toString(), from.plusMinutes(1).toString(), "23:59"));
    }
    int mails =
        body.optional("mailsPerRunMax")
            .map(node -> (int) node.integer(1, MAILS_MAX))
            .orElse(DEFAULT.mailsPerRunMax());
    List<Contact> office = body.optional("office").map(Contact::list).orElse(List.of());
    Optional<String> help = body.optional("help").map(ReminderSettings::help);
    var plain =
        new ReminderSettings(
            ladder,
            new QuietHours(from, to),
            mails,
            office,
            Map.of(),
            help,
            DEFAULT.body(),
            DEFAULT.version());
    Map<String, MailText> texts =
        body.optional("texts").map(node -> texts(node, plain, kinds)).orElse(Map.of());
    return () -> plain.with(texts);
  }

  private ReminderSettings with(Map<String, MailText> own) {
    return new ReminderSettings(ladder, hours, mailsPerRunMax, office, own, help, body, version);
  }

  /** The settings as they would be with another text. */
  ReminderSettings with(String id, MailText text) {
    var own = new LinkedHashMap<>(texts);
    own.put(id, text);
    return with(own);
  }

  private static String help(Node node) {
    return node.text(HELP_MAX);
  }

  private static Ladder ladder(Node list, ReminderKinds kinds) {
    var rungs = new ArrayList<Rung>();
    var ids = new HashSet<String>();
    for (Node item : list.items(RUNGS_MAX)) {
      item.only("id", "trigger", "days", "audience");
      Node name = item.field("id");
      String id = name.text(40);
      if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,40}")) {
        name.fault(InputProblem.BAD_CODE.of(id));
      } else if (kinds.reserved(id)) {
        name.fault(InputProblem.DUPLICATE_ID.of(id, "minhbach"));
      } else if (!ids.add(id)) {
        name.fault(InputProblem.DUPLICATE_ID.of(id, list.place()));
      }
      String trigger = item.field("trigger").oneOf("sent", "before-due", "after-due");
      int days =
          (int) item.optional("days").map(node -> node.integer(0, DAYS_MAX)).orElse(0L).longValue();
      String audience =
          item.optional("audience")
              .map(node -> node.oneOf("unit", "above", "signer", "everybody"))
              .orElse("unit");
      rungs.add(
          new Rung(
              id,
              switch (trigger) {
                case "before-due" -> Rung.Trigger.BEFORE_DUE;
                case "after-due" -> Rung.Trigger.AFTER_DUE;
                default -> Rung.Trigger.SENT;
              },
              days,
              Rung.Audience.valueOf(audience.toUpperCase(Locale.ROOT))));
    }
    return new Ladder(rungs);
  }

  private static LocalTime time(Node node) {
    String text = node.text(5);
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException unreadable) {
      node.fault(ReminderProblem.BAD_HOUR.of(text));
      return LocalTime.MIDNIGHT;
    }
  }

  private static Map<String, MailText> texts(
      Node map, ReminderSettings plain, ReminderKinds kinds) {
    var texts = new LinkedHashMap<String, MailText>();
    map.fields(TEXTS_MAX)
        .forEach((id, node) -> {
          Optional<List<String>> slots = kinds.slots(plain, id);
          if (slots.isEmpty()) {
            map.faultAt(id, ReminderProblem.UNKNOWN_RUNG.of(id));
          } else {
            MailText.read(node, slots.get()).ifPresent(text -> texts.put(id, text));
          }
        });
    return texts;
  }
}
