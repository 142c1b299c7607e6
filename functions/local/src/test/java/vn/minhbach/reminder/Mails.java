package vn.minhbach.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Ladder;
import vn.minhbach.core.keep.reminder.Mailer;
import vn.minhbach.core.keep.reminder.QuietHours;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Rung;
import vn.minhbach.core.keep.reminder.SendReminders;

/** Runs the reminders of a province and keeps what went out. */
final class Mails {

  static final String UNITS =
      """
      code,group,kind,name,parent_code
      SCT,1,department,Sở Công Thương,
      SYT,1,department,Sở Y tế,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,Phường Hà Phong,193
      """;

  private final List<Mailer.Mail> sent = new ArrayList<>();
  private Function<Mailer.Mail, Mailer.Result> server = mail -> new Mailer.Taken();
  private Optional<Mailer.Unreachable> ready = Optional.empty();
  private int asked;

  /** How the mail server answers from now on. */
  void server(Function<Mailer.Mail, Mailer.Result> answer) {
    server = answer;
  }

  void unreachable(String why) {
    ready = Optional.of(why).filter(w -> !w.isEmpty()).map(Mailer.Unreachable::new);
  }

  /** How often a mail was offered to the server. */
  int asked() {
    return asked;
  }

  SendReminders.Done run(Province province) {
    return province
        .sender(
            province.reminders,
            () ->
                new Mailer() {
                  @Override
                  public Optional<Unreachable> ready() {
                    return ready;
                  }

                  @Override
                  public Result send(Mail mail) {
                    asked++;
                    Result result = server.apply(mail);
                    if (result instanceof Taken) {
                      sent.add(mail);
                    }
                    return result;
                  }

                  @Override
                  public void close() {}
                })
        .run(Instant.MAX);
  }

  void keep(Mailer.Mail mail) {
    sent.add(mail);
  }

  List<Mailer.Mail> all() {
    return List.copyOf(sent);
  }

  List<String> subjects(String part) {
    return with(part).stream().map(Mailer.Mail::subject).toList();
  }

  List<String> to(String part) {
    return with(part).stream().flatMap(mail -> mail.to().stream()).map(Contact::email).toList();
  }

  String text(String part) {
    return with(part).getLast().text();
  }

  List<Mailer.Mail> toAddress(String email) {
    return sent.stream()
        .filter(mail -> mail.to().stream().anyMatch(contact -> contact.email().equals(email)))
        .toList();
  }

  Claim claim(Province province, String card, String key) {
    return province
        .reminders
        .card(province.campaign().id(), new UnitCode(card))
        .claim(key)
        .orElseThrow(() -> new AssertionError("no claim " + key));
  }

  private List<Mailer.Mail> with(String part) {
    return sent.stream().filter(mail -> mail.subject().contains(part)).toList();
  }

  static ReminderSettings settings(List<Rung> rungs, long version) {
    return new ReminderSettings(
        new Ladder(rungs),
        QuietHours.DEFAULT,
        2_000,
        List.of(new Contact("Cơ quan thường trực", "office@example.vn", Contact.Role.OTHER)),
        Map.of(),
        Optional.of("Sở Thông tin và Truyền thông"),
        Optional.empty(),
        version);
  }

  static Map<String, List<Contact>> contacts() {
    var contacts = new TreeMap<String, List<Contact>>();
    for (String unit : List.of("SCT", "SYT", "193", "06649", "06652")) {
      contacts.put(
          unit,
          List.of(
              new Contact("Nguyễn Văn A", unit + "-a@example.vn", Contact.Role.TYPIST),
              new Contact("Trần Thị B", unit + "-b@example.vn", Contact.Role.SIGNER)));
    }
    return contacts;
  }
}
