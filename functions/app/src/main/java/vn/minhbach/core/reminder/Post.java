package vn.minhbach.core.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.campaign.Campaign;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.submission.Overview;
import vn.minhbach.core.submission.Progress;

/** Writes the mails of a run, sends them, and ends their claims. */
final class Post {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int ERROR_MAX = 200;

  private final SendReminders.Parts parts;
  private final Campaign campaign;
  private final ReminderSettings settings;
  private final Claims claims;
  private final Mailer mailer;
  private final Map<UnitCode, List<Contact>> contacts;
  private int tried;
  private int sent;
  private int failed;
  private int voided;

  Post(
      SendReminders.Parts parts,
      Campaign campaign,
      ReminderSettings settings,
      Claims claims,
      Mailer mailer) {
    this.parts = parts;
    this.campaign = campaign;
    this.settings = settings;
    this.claims = claims;
    this.mailer = mailer;
    this.contacts = parts.reminders().contacts(campaign.id());
  }

  int tried() {
    return tried;
  }

  Map<UnitCode, List<Contact>> contacts() {
    return contacts;
  }

  SendReminders.Done done(int uncertain, boolean more) {
    return new SendReminders.Done(sent, failed, voided, uncertain, more);
  }

  void voided(UnitCode unit, String key) {
    claims.end(
        unit, claims.taken(unit, key).ended(Claim.State.VOID, Optional.empty()), Optional.empty());
    voided++;
  }

  /** One unit's reminder: to its own people, or to its head. */
  void toUnit(Overview.Line line, Ladder.Step step, Instant now) {
    List<Contact> to = recipients(line.unit().code(), step.rung().audience());
    Mailer.Mail mail =
        mail(
            line.unit().code(),
            step.claim(),
            to,
            text(line, step, campaign, settings, parts.site(), now));
    send(line.unit().code(), step.claim(), mail, now, List.of());
  }

  /** The text of a rung as a unit would get it; the office's preview is the same function. */
  static MailText text(
      Overview.Line line,
      Ladder.Step step,
      Campaign campaign,
      ReminderSettings settings,
      String site,
      Instant now) {
    var values = values(campaign, now);
    values.put("unit", line.unit().name());
    values.put("due", DAY.format(step.dueDay()));
    values.put("days", String.valueOf(Math.abs(step.daysToDue())));
    values.put("answered", String.valueOf(line.progress().map(Progress::answered).orElse(0)));
    values.put("criteria", String.valueOf(line.criteria()));
    values.put(
        "link", site + "/campaigns/" + campaign.id() + "/units/" + line.unit().code() + "/form");
    return settings
        .texts()
        .getOrDefault(step.rung().id(), MailText.ours(step.rung().id(), Optional.of(step.rung())))
        .filled(values);
  }

  /** A district's digest: one mail for all its communes. */
  void toDistrict(
      Overview.Line district, String digest, List<ReminderRun.DistrictItem> items, Instant now) {
    var values = values(campaign, now);
    values.put("unit", district.unit().name());
    values.put("list", items.stream().map(Post::line).collect(Collectors.joining("\n")));
    values.put(
        "link",
        parts.site()
            + "/campaigns/"
            + campaign.id()
            + "/units/"
            + district.unit().code()
            + "/communes");
    Mailer.Mail mail =
        mail(
            district.unit().code(),
            digest,
            recipients(district.unit().code(), Rung.Audience.UNIT),
            digestText("district").filled(values));
    send(district.unit().code(), digest, mail, now, items);
  }

  /** The office's digest. */
  void toOffice(String digest, String list, Instant now) {
    var values = values(campaign, now);
    values.put("list", list);
    values.put("link", parts.site() + "/campaigns/" + campaign.id() + "/progress");
    Mailer.Mail mail =
        mail(Card.OFFICE, digest, settings.office(), digestText("office").filled(values));
    send(Card.OFFICE, digest, mail, now, List.of());
  }

  private void send(
      UnitCode unit,
      String key,
      Mailer.Mail mail,
      Instant now,
      List<ReminderRun.DistrictItem> items) {
    if (mail.to().isEmpty()) {
      end(unit, key, items, claim -> claim.ended(Claim.State.NO_CONTACT, Optional.empty()), null);
      failed++;
      return;
    }
    tried++;
    switch (mailer.send(mail)) {
      case Mailer.Taken ignored -> {
        var record =
            new Reminders.Sent(
                unit, key, now, mail.to().stream().map(Contact::email).toList(), mail.subject());
        end(unit, key, items, claim -> claim.ended(Claim.State.SENT, Optional.empty()), record);
        sent++;
      }
      case Mailer.NotTaken refused -> {
        end(unit, key, items, claim -> claim.failed(claims.wall(), shortened(refused.why())), null);
        failed++;
      }
      case Mailer.Unknown broken -> {
        end(
            unit,
            key,
            items,
            claim -> claim.ended(Claim.State.UNCERTAIN, Optional.of(shortened(broken.why()))),
            null);
        failed++;
      }
    }
  }

  // The addressee's claim ends last: until then the digest counts as not told.
  private void end(
      UnitCode unit,
      String key,
      List<ReminderRun.DistrictItem> items,
      UnaryOperator<Claim> ending,
      Reminders.Sent record) {
    for (ReminderRun.DistrictItem item : items) {
      UnitCode commune = item.commune().code();
      claims.end(commune, ending.apply(claims.taken(commune, item.claim())), Optional.empty());
    }
    claims.end(unit, ending.apply(claims.taken(unit, key)), Optional.ofNullable(record));
  }

  private List<Contact> recipients(UnitCode unit, Rung.Audience audience) {
    List<Contact> all = contacts.getOrDefault(unit, List.of());
    Contact.Role first =
        audience == Rung.Audience.ABOVE ? Contact.Role.SIGNER : Contact.Role.TYPIST;
    List<Contact> chosen =
        all.stream()
            .filter(contact ->
                audience == Rung.Audience.ABOVE
                    ? contact.role() == first
                    : contact.role() != Contact.Role.SIGNER)
            .toList();
    return chosen.isEmpty() ? all : chosen;
  }

  private MailText digestText(String id) {
    return settings.texts().getOrDefault(id, MailText.ours(id, Optional.empty()));
  }

  private Mailer.Mail mail(UnitCode unit, String key, List<Contact> to, MailText text) {
    String id =
        Sha256.hex((campaign.id() + "/" + unit + "/" + key).getBytes(StandardCharsets.UTF_8))
            .substring(0, 32);
    return new Mailer.Mail(id, to, text.subject(), text.text(), html(text));
  }

  /** The same words as HTML. */
  static String html(MailText text) {
    String body =
        Arrays.stream(text.text().split("\\n\\s*\\n"))
            .map(paragraph -> "<p>" + linked(escaped(paragraph)).replace("\n", "<br>\n") + "</p>")
            .collect(Collectors.joining("\n"));
    return "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>"
        + escaped(text.subject())
        + "</title></head><body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\">\n"
        + body
        + "\n</body></html>\n";
  }

  private static String linked(String escaped) {
    return escaped.replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\">$1</a>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String line(ReminderRun.DistrictItem item) {
    return "- "
        + item.commune().name()
        + item.daysLate()
            .map(days -> ": quá hạn " + days + " ngày")
            .orElse(": đã nộp, đang chờ huyện chuyển");
  }

  private static Map<String, String> values(Campaign campaign, Instant now) {
    var values = new HashMap<String, String>();
    LocalDate today = now.atZone(campaign.calendar().zone()).toLocalDate();
    values.put("campaign", campaign.settings().name());
    values.put("today", DAY.format(today));
    return values;
  }

  private static String shortened(String why) {
    return why.length() > ERROR_MAX ? why.substring(0, ERROR_MAX) : why;
  }
}
