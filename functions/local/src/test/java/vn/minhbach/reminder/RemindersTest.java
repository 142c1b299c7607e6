package vn.minhbach.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Ladder;
import vn.minhbach.core.keep.reminder.Mailer;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.keep.reminder.SendReminders;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.local.LocalDynamoDb;

/** What has embarrassed others, and what could embarrass us, case by case. */
class RemindersTest {

  private static LocalDynamoDb database;
  private final Mails mails = new Mails();

  @BeforeAll
  static void start() {
    database = LocalDynamoDb.start(0, Optional.empty());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Province province() {
    return province(Mails.contacts());
  }

  private static Province province(Map<String, List<Contact>> contacts) {
    var province = new Province(database, Mails.UNITS, contacts);
    province.settings(Mails.settings(Ladder.DEFAULT.rungs(), 1));
    return province;
  }

  private SendReminders.Done at(Province province, String local) {
    province.clock.now = Instant.parse(local + ":00+07:00");
    return mails.run(province);
  }

  // One second before.

  @Test
  void formSentOrDateMovedWhileTheRunIsOnItsWayStopsTheMail() {
    var province = province();
    Unit late = province.code("SYT");
    mails.server(mail -> {
      if (mail.to().getFirst().email().startsWith("SCT")) {
        province.submit(late);
        province.extend(province.code("06649"), 9);
      }
      return new Mailer.Taken();
    });
    at(province, "2020-08-11T08:00");
    assertEquals(List.of(), mails.toAddress("SYT-a@example.vn"));
    assertEquals(List.of(), mails.toAddress("06649-a@example.vn"));
    assertEquals(Claim.State.VOID, mails.claim(province, "SYT", "before-7@2020-08-18").state());
    at(province, "2020-08-11T08:10");
    assertEquals(
        List.of("Phường Hà Khánh: phiếu tự đánh giá đã được gửi, hạn nộp hết ngày 27/08/2020"),
        mails.toAddress("06649-a@example.vn").stream().map(Mailer.Mail::subject).toList());
  }

  @Test
  void runThatMeetsTheEndOfWorkStopsThere() {
    var province = province();
    mails.server(mail -> {
      province.clock.now = Instant.parse("2020-08-03T17:00:00+07:00");
      return new Mailer.Taken();
    });
    SendReminders.Done done = at(province, "2020-08-03T16:59");
    assertEquals(1, done.sent());
    assertTrue(done.more());
    mails.server(mail -> new Mailer.Taken());
    for (String quiet :
        List.of("2020-08-03T17:00", "2020-08-04T07:59", "2020-08-08T09:00", "2020-09-02T09:00")) {
      assertEquals(0, at(province, quiet).sent(), quiet);
    }
    assertEquals(4, at(province, "2020-08-04T08:00").sent());
  }

  // Catching up.

  @Test
  void missedWeekIsCaughtUpWithTheOneRungThatIsTrueNow() {
    var province = province();
    at(province, "2020-08-18T10:00");
    assertEquals(
        List.of("Sở Y tế: chỉ còn hôm nay để nộp phiếu tự đánh giá (hạn 18/08/2020)"),
        mails.toAddress("SYT-a@example.vn").stream().map(Mailer.Mail::subject).toList());
  }

  @Test
  void afterAFridayTheUnitIsToldBeforeItsHeadAndItsDistrictAre() {
    var province = province();
    province.units.forEach(unit -> province.extend(unit, 3));
    at(province, "2020-08-24T08:00");
    assertEquals(List.of(), mails.subjects("chỉ đạo"));
    assertEquals(5, mails.subjects("đã quá hạn nộp phiếu tự đánh giá 3 ngày").size());
    at(province, "2020-08-25T08:00");
    assertEquals(
        List.of("SCT-b@example.vn", "SYT-b@example.vn", "193-b@example.vn"), mails.to("chỉ đạo"));
    assertEquals(
        List.of("193-a@example.vn"), mails.to("cần đôn đốc"), "communes go to the district");
    String digest = mails.text("cần đôn đốc");
    assertTrue(
        digest.contains("- Phường Hà Khánh: quá hạn nộp phiếu 4 ngày (hạn 21/08/2020)"), digest);
  }

  @Test
  void withoutADistrictLevelALateCommunesHeadIsToldAndNoDistrict() {
    var province =
        new Province(
            database,
            "code,group,kind,name,parent_code\n06649,3,ward,Phường Hà Khánh,\n",
            Map.of("06649", Mails.contacts().get("06649")));
    at(province, "2020-08-24T08:00");
    assertEquals(List.of("06649-b@example.vn"), mails.to("chỉ đạo"));
    assertEquals(1, mails.all().size());
  }

  // The gate of the districts.

  @Test
  void districtIsToldOfFormsAtItsGateOnceAndAgainWhenItHoldsThemTooLong() {
    var province = province();
    province.clock.now = Instant.parse("2020-08-05T03:00:00Z");
    province.submit(province.code("06649"));
    at(province, "2020-08-06T08:00");
    assertEquals(0, mails.subjects("cần đôn đốc").size());
    at(province, "2020-08-07T08:00");
    at(province, "2020-08-07T08:10");
    at(province, "2020-08-10T08:00");
    assertEquals(1, mails.subjects("cần đôn đốc").size());
    assertTrue(
        mails.text("cần đôn đốc").contains("- Phường Hà Khánh: đã nộp ngày 05/08/2020, chờ huyện"),
        mails.text("cần đôn đốc"));
    at(province, "2020-08-19T08:00");
    assertEquals(2, mails.subjects("cần đôn đốc").size());
    assertTrue(
        mails
            .text("cần đôn đốc")
            .contains("- Phường Hà Khánh: đã nộp; huyện quá hạn chuyển 1 ngày"),
        mails.text("cần đôn đốc"));
    // The commune sees that its district was told, not by whose address.
    List<Reminders.Sent> seen =
        province.reminders.sentTo(province.campaign().id(), new UnitCode("06649"), 10);
    assertEquals(
        List.of(List.of(), List.of()),
        seen.stream()
            .filter(sent -> sent.key().startsWith("waiting"))
            .map(Reminders.Sent::recipients)
            .toList());
  }

  // The office.

  @Test
  void milestonesAreWarnedOfOnceAlsoWhenTheDayItselfWasMissed() {
    var province = province();
    at(province, "2020-12-23T08:00");
    assertTrue(
        office().contains("- Còn 6 ngày đến hạn hoàn thành thẩm định (29/12/2020)."), office());
    at(province, "2020-12-24T08:00");
    assertFalse(office().contains("đến hạn hoàn thành thẩm định"), office());
    at(province, "2020-12-28T08:00");
    assertTrue(office().contains("- Còn 1 ngày đến hạn hoàn thành thẩm định"), office());
    at(province, "2020-12-30T08:00");
    assertTrue(
        office().contains("- Đã quá hạn hoàn thành thẩm định 1 ngày (29/12/2020)."), office());
    at(province, "2021-01-29T08:00");
    assertTrue(
        office().contains("- Hôm nay là hạn cuối trình báo cáo kết quả (29/01/2021)."), office());
    at(province, "2021-03-24T08:00");
    assertTrue(office().contains("- Còn 7 ngày đến hạn công bố kết quả (31/03/2021)."), office());
    assertEquals(6, mails.toAddress("office@example.vn").size(), "one mail a day");
  }

  @Test
  void officeGetsOneMailADayHoweverManyUnitsAreLate() {
    var province = province();
    for (int minute = 0; minute < 60; minute += 10) {
      at(province, "2020-08-19T08:%02d".formatted(minute));
    }
    assertEquals(1, mails.toAddress("office@example.vn").size());
    assertTrue(
        office().contains("- Quá hạn, chưa nộp (5 đơn vị): Sở Công Thương, Sở Y tế"), office());
  }

  private String office() {
    return mails.text("Tình hình nộp phiếu");
  }

  // Contacts.

  @Test
  void personWithSeveralUnitsGetsOneMailAndTheOthersTheirOwn() {
    var contacts = new HashMap<>(Mails.contacts());
    var shared = new Contact("Lê Thị C", "Chung@example.vn", Contact.Role.TYPIST);
    contacts.put("06649", List.of(shared));
    contacts.put(
        "06652",
        List.of(
            new Contact("Lê Thị C", "chung@example.vn", Contact.Role.TYPIST),
            new Contact("Riêng", "rieng@example.vn", Contact.Role.TYPIST)));
    var province = province(contacts);
    at(province, "2020-08-03T08:00");
    at(province, "2020-08-03T08:10");
    Mailer.Mail one =
        mails.all().stream()
            .filter(mail -> mail.subject().contains("2 đơn vị"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, one.to().size());
    assertTrue(one.text().contains("- Phường Hà Khánh: hạn nộp phiếu 18/08/2020"), one.text());
    assertTrue(one.text().contains("- Phường Hà Phong: hạn nộp phiếu 18/08/2020"), one.text());
    assertEquals(1, mails.toAddress("rieng@example.vn").size());
    assertEquals(5, mails.all().size(), "three units, one person, one other of the same unit");
    assertEquals(
        List.of("Chung@example.vn"),
        province
            .reminders
            .sentTo(province.campaign().id(), new UnitCode("06649"), 10)
            .getFirst()
            .recipients());
  }

  @Test
  void unitWithoutAContactIsToldOnceItHasOne() {
    var contacts = new HashMap<>(Mails.contacts());
    contacts.remove("SYT");
    var province = province(contacts);
    at(province, "2020-08-03T08:00");
    at(province, "2020-08-03T08:10");
    assertEquals(Claim.State.NO_CONTACT, mails.claim(province, "SYT", "sent").state());
    assertTrue(
        office().contains("- Chưa có địa chỉ liên hệ, không nhắc được (1 đơn vị): Sở Y tế."));
    province.contacts("SYT", 1, Mails.contacts().get("SYT").getFirst());
    at(province, "2020-08-03T08:20");
    assertEquals(1, mails.toAddress("SYT-a@example.vn").size());
  }

  @Test
  void addressThatWasErasedWhileTheRunIsOnItsWayIsNotUsed() {
    var province = province();
    mails.server(mail -> {
      province.contacts("SYT", 2, Mails.contacts().get("SYT").getLast());
      return new Mailer.Taken();
    });
    at(province, "2020-08-03T08:00");
    assertEquals(List.of(), mails.toAddress("SYT-a@example.vn"));
    assertEquals(1, mails.toAddress("SYT-b@example.vn").size());
  }

  // The mail server.

  @Test
  void serverThatIsDownTakesNobodysAttemptsAndIsNoted() {
    var province = province();
    mails.unreachable("not reached: connection refused");
    SendReminders.Done done = at(province, "2020-08-03T08:00");
    assertEquals(0, mails.asked());
    assertTrue(done.more());
    assertEquals(Optional.of("not reached: connection refused"), done.stopped());
    assertEquals(Claim.State.FAILED, mails.claim(province, "OFFICE-DIGEST", "mail-server").state());
    mails.unreachable("");
    at(province, "2020-08-03T08:10");
    assertEquals(5, mails.subjects("đã được gửi").size());
    assertEquals(Claim.State.VOID, mails.claim(province, "OFFICE-DIGEST", "mail-server").state());
  }

  @Test
  void serverThatHasEnoughOfUsGivesTheMailBackUncounted() {
    var province = province();
    mails.server(mail -> new Mailer.Unreachable("busy: 421 a@example.vn rate limit"));
    at(province, "2020-08-03T08:00");
    assertEquals(1, mails.asked(), "nobody else is tried");
    Claim claim = mails.claim(province, "SCT", "sent");
    assertEquals(0, claim.attempts());
    assertEquals(Optional.of("busy: 421 …@… rate limit"), claim.error());
    mails.server(mail -> new Mailer.Taken());
    at(province, "2020-08-03T08:10");
    assertEquals(5, mails.subjects("đã được gửi").size());
  }

  @Test
  void refusalForNowIsTriedAgainWithLongerPausesAndThenGivenUp() {
    var province = province(Map.of("SYT", Mails.contacts().get("SYT")));
    mails.server(mail ->
        mail.to().getFirst().email().startsWith("SYT")
            ? new Mailer.NotTaken("451 later", false)
            : new Mailer.Taken());
    var tried = new ArrayList<Long>();
    Instant start = Instant.parse("2020-08-03T01:00:00Z");
    for (int minute = 0; minute < 60 * 24 * 4; minute += 10) {
      province.clock.now = start.plus(Duration.ofMinutes(minute));
      int before = mails.asked();
      int toOffice = mails.toAddress("office@example.vn").size();
      mails.run(province);
      if (mails.asked() - before > mails.toAddress("office@example.vn").size() - toOffice) {
        tried.add((long) minute);
      }
    }
    assertEquals(List.of(0L, 10L, 50L, 210L, 1440L), tried, "10, 40, 160, 640 minutes, in work");
    Claim claim = mails.claim(province, "SYT", "sent");
    assertEquals(5, claim.attempts());
    assertEquals(Optional.empty(), claim.retryAt());
    assertTrue(office().contains("- Thư không gửi được hoặc không rõ đã tới (1 đơn vị): Sở Y tế."));
  }

  @Test
  void refusalForGoodIsTriedAgainOnlyWithOtherAddresses() {
    var province = province(Map.of("SYT", Mails.contacts().get("SYT")));
    mails.server(mail ->
        mail.to().getFirst().email().equals("SYT-a@example.vn")
            ? new Mailer.NotTaken("550 no such user <SYT-a@example.vn>", true)
            : new Mailer.Taken());
    at(province, "2020-08-03T08:00");
    int asked = mails.asked();
    at(province, "2020-08-03T16:00");
    at(province, "2020-08-03T16:10");
    assertEquals(asked, mails.asked());
    assertEquals(
        Optional.of("550 no such user <…@…>"), mails.claim(province, "SYT", "sent").error());
    province.contacts("SYT", 2, Mails.contacts().get("SYT").getLast());
    at(province, "2020-08-03T16:20");
    assertEquals(1, mails.toAddress("SYT-b@example.vn").size());
  }

  @Test
  void serverThatBreaksOffAgainAndAgainMakesThreeUncertainNotAll() {
    var province = province();
    mails.server(mail -> new Mailer.Unknown("the line broke"));
    SendReminders.Done done = at(province, "2020-08-03T08:00");
    assertEquals(3, mails.asked());
    assertTrue(done.more());
  }

  // Claims without confirmation.

  @Test
  void claimWithoutConfirmationIsUncertainForGoodAndTheNextRungComes() {
    var province = province();
    mails.server(mail -> {
      throw new IllegalStateException("the Lambda was killed");
    });
    assertThrows(IllegalStateException.class, () -> at(province, "2020-08-03T08:00"));
    mails.server(mail -> new Mailer.Taken());
    for (String time : List.of("08:10", "08:20", "08:30", "09:00", "16:50")) {
      at(province, "2020-08-03T" + time);
    }
    assertEquals(Claim.State.UNCERTAIN, mails.claim(province, "SCT", "sent").state());
    assertEquals(List.of(), mails.toAddress("SCT-a@example.vn"));
    assertEquals(4, mails.subjects("đã được gửi").size());
    at(province, "2020-08-11T08:00");
    assertEquals(1, mails.toAddress("SCT-a@example.vn").size(), "seven days before");
    assertEquals(Claim.State.UNCERTAIN, mails.claim(province, "SCT", "sent").state());
  }

  // Two campaigns.

  @Test
  void campaignsShareTheAllowanceAndATroubledOneDoesNotKeepTheOtherFromItsMail() {
    var province = province();
    province.open(new CampaignId("khac"), Mails.UNITS, Mails.contacts());
    Reminders troubled =
        (Reminders)
            Proxy.newProxyInstance(
                Reminders.class.getClassLoader(),
                new Class<?>[] {Reminders.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("cards")
                      && arguments[0].equals(province.campaign().id())) {
                    throw new IllegalStateException("unreadable");
                  }
                  return method.invoke(province.reminders, arguments);
                });
    province.clock.now = Instant.parse("2020-08-03T01:00:00Z");
    SendReminders sender =
        province.sender(
            troubled,
            () ->
                new Mailer() {
                  @Override
                  public Result send(Mail mail) {
                    mails.keep(mail);
                    return new Taken();
                  }

                  @Override
                  public void close() {}
                });
    assertThrows(IllegalStateException.class, () -> sender.run(Instant.MAX));
    assertEquals(5, mails.subjects("đã được gửi").size());
    at(province, "2020-08-03T08:10");
    assertEquals(10, mails.subjects("đã được gửi").size(), "each campaign tells its units");
    assertEquals(mails.all().size(), mails.all().stream().map(Mailer.Mail::id).distinct().count());
  }

  // What the mails look like: written for whoever wants to look at them.

  @Test
  void everyKindOfMailHasOneLinkTheUnitsNameAndNoOpenSlot() {
    var contacts = new HashMap<>(Mails.contacts());
    contacts.put("SCT", List.of(new Contact("C", "chung@example.vn", Contact.Role.TYPIST)));
    contacts.put(
        "SYT",
        List.of(
            new Contact("C", "chung@example.vn", Contact.Role.TYPIST),
            Mails.contacts().get("SYT").getFirst(),
            Mails.contacts().get("SYT").getLast()));
    var province = province(contacts);
    province.clock.now = Instant.parse("2020-08-05T03:00:00Z");
    province.submit(province.code("06652"));
    for (String moment :
        List.of(
            "2020-08-05T10:00",
            "2020-08-11T08:00",
            "2020-08-17T08:00",
            "2020-08-19T08:00",
            "2020-08-21T08:00",
            "2020-12-22T08:00")) {
      at(province, moment);
    }
    for (Mailer.Mail mail : mails.all()) {
      assertEquals(2, mail.html().split("<a href=", -1).length, mail.html());
      assertFalse(mail.text().contains("{") || mail.text().contains("…@"), mail.text());
      assertFalse(mail.subject().contains("{"), mail.subject());
      write(mail);
    }
    assertTrue(mails.all().stream().map(Mailer.Mail::subject).distinct().count() >= 9);
  }

  private static void write(Mailer.Mail mail) {
    try {
      Path directory = Files.createDirectories(Path.of("target", "mails"));
      String name = mail.subject().replaceAll("[^\\p{L}\\d]+", "-").toLowerCase(Locale.ROOT);
      Files.writeString(directory.resolve(name + ".html"), mail.html());
      Files.writeString(directory.resolve(name + ".txt"), mail.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
