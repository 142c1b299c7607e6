package vn.minhbach.core.keep.reminder;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.core.prepare.campaign.Campaign;
import vn.minhbach.core.unit.Unit;

/** The mails of a campaign as they are written: subject, text, and the same words as HTML. */
final class Letters {

  private static final String HELP = "cơ quan thường trực của đợt đánh giá";

  private final Campaign campaign;
  private final ReminderSettings settings;
  private final ReminderKinds kinds;
  private final String site;

  Letters(Campaign campaign, ReminderSettings settings, ReminderKinds kinds, String site) {
    this.campaign = campaign;
    this.settings = settings;
    this.kinds = kinds;
    this.site = site;
  }

  /** A mail without its addressees. */
  record Letter(String subject, String text, String html) {}

  Letter of(ReminderKind.Open open, Instant now) {
    return letter(
        kinds.text(settings, open.text()),
        open.unit().name(),
        open.values(),
        open.page().address(site, campaign.id(), open.unit().code()),
        now);
  }

  Letter toDistrict(Unit district, List<ReminderRun.Due> dues, Instant now) {
    return toDistrict(district, list(dues), now);
  }

  Letter toDistrict(Unit district, String list, Instant now) {
    return letter(
        kinds.text(settings, "district"),
        district.name(),
        Map.of("list", list),
        MailPage.COMMUNES.address(site, campaign.id(), district.code()),
        now);
  }

  /** To somebody who is a contact of several units. */
  Letter toPerson(List<ReminderRun.Due> dues, Instant now) {
    return toPerson(dues.size(), list(dues), now);
  }

  Letter toPerson(int units, String list, Instant now) {
    return letter(
        kinds.text(settings, "person"),
        units + " đơn vị",
        Map.of("list", list),
        MailPage.START.address(site, campaign.id()),
        now);
  }

  Letter toOffice(List<String> said, Instant now) {
    return letter(
        kinds.text(settings, "office"),
        "cơ quan thường trực",
        Map.of("list", said.stream().map(line -> "- " + line).collect(Collectors.joining("\n"))),
        MailPage.BOARD.address(site, campaign.id()),
        now);
  }

  /** A text with its slots filled, for whatever values are given; others show as an ellipsis. */
  Letter letter(MailText text, String unit, Map<String, String> own, String link, Instant now) {
    var values = new HashMap<>(own);
    values.put("unit", unit);
    values.put("campaign", campaign.settings().name());
    values.put("plan", campaign.settings().plan().number());
    values.put(
        "today", LadderKind.DAY.format(now.atZone(campaign.calendar().zone()).toLocalDate()));
    values.put("help", settings.help().orElse(HELP));
    values.put("link", link);
    MailText filled = text.filled(values);
    return new Letter(
        filled.subject(),
        filled.text() + "\n\n-- \n" + MailHtml.FOOTER + "\n",
        MailHtml.of(filled, campaign.settings().name(), link));
  }

  private static String list(List<ReminderRun.Due> dues) {
    return dues.stream()
        .map(ReminderRun.Due::open)
        .map(open -> "- " + open.unit().name() + ": " + open.line())
        .collect(Collectors.joining("\n"));
  }
}
