package vn.minhbach.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.assess.progress.Overview;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.MailPage;
import vn.minhbach.core.keep.reminder.MailText;
import vn.minhbach.core.keep.reminder.ReminderKind;
import vn.minhbach.core.keep.reminder.ReminderSettings;
import vn.minhbach.core.keep.reminder.Rung;
import vn.minhbach.local.LocalDynamoDb;

/** A kind of reminder that the engine has never heard of, and all that the engine does for it. */
class ReminderKindTest {

  private static LocalDynamoDb database;

  @BeforeAll
  static void start() {
    database = LocalDynamoDb.start(0, Optional.empty());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** A form that is filled in and waits for its signature: the whole of what a kind must say. */
  private static final class AwaitedSignature implements ReminderKind {

    private final Map<UnitCode, String> askedOn = new HashMap<>();
    private boolean signedMeanwhile;

    @Override
    public String id() {
      return "signature";
    }

    @Override
    public Map<String, MailText> texts(ReminderSettings settings) {
      return Map.of(
          id(),
          new MailText(
              "{unit}: phiếu chờ ký từ {asked}", "Kính gửi {unit},\n\nMời ký phiếu: {link}"));
    }

    @Override
    public List<String> slots() {
      return List.of("asked");
    }

    @Override
    public List<Open> open(Round round, List<Overview.Line> lines) {
      return lines.stream()
          .filter(line -> askedOn.containsKey(line.unit().code()))
          .map(line -> {
            String day = askedOn.get(line.unit().code());
            return new Open(
                line.unit(),
                id() + "@" + day,
                Rung.Audience.SIGNER,
                id(),
                Map.of("asked", day),
                MailPage.SIGNING,
                "phiếu chờ ký từ " + day);
          })
          .toList();
    }

    @Override
    public Optional<Open> still(Round round, Open open) {
      return signedMeanwhile || !askedOn.containsKey(open.unit().code())
          ? Optional.empty()
          : Optional.of(open);
    }

    @Override
    public List<String> forOffice(Round round, List<Overview.Line> lines) {
      return askedOn.isEmpty() ? List.of() : List.of("Phiếu chờ ký: " + askedOn.size());
    }
  }

  @Test
  void aKindFromOutsideIsClaimedCheckedRoutedAndToldOnce() {
    var province = new Province(database, Mails.UNITS, Mails.contacts());
    province.settings(Mails.settings(List.of(), 1));
    var kind = new AwaitedSignature();
    province.kinds.add(kind);
    kind.askedOn.put(new UnitCode("SYT"), "2020-08-10");
    var mails = new Mails();
    province.clock.now = Instant.parse("2020-08-10T02:00:00Z");

    kind.signedMeanwhile = true;
    mails.run(province);
    assertEquals(List.of(), mails.subjects("phiếu chờ ký"));

    kind.signedMeanwhile = false;
    mails.run(province);
    mails.run(province);
    assertEquals(List.of("Sở Y tế: phiếu chờ ký từ 2020-08-10"), mails.subjects("phiếu chờ ký"));
    assertEquals(List.of("SYT-b@example.vn"), mails.to("phiếu chờ ký"));
    Claim claim = mails.claim(province, "SYT", "signature@2020-08-10");
    assertEquals(Claim.State.SENT, claim.state());

    kind.askedOn.put(new UnitCode("SYT"), "2020-08-12");
    province.clock.now = Instant.parse("2020-08-12T02:00:00Z");
    mails.run(province);
    assertEquals(2, mails.subjects("phiếu chờ ký").size(), "another request is another matter");
    String digest = mails.text("Tình hình nộp phiếu ngày 12/08/2020");
    assertTrue(digest.contains("- Phiếu chờ ký: 1"), digest);
  }

  @Test
  void aKindIsToldInTheOneMailOfWhoeverHasSeveralUnits() {
    var contacts = Mails.contacts();
    for (String unit : List.of("SCT", "SYT")) {
      contacts.put(unit, List.of(new Contact("Lê C", "c@example.vn", Contact.Role.SIGNER)));
    }
    var province = new Province(database, Mails.UNITS, contacts);
    province.settings(Mails.settings(List.of(), 1));
    var kind = new AwaitedSignature();
    province.kinds.add(kind);
    kind.askedOn.put(new UnitCode("SYT"), "2020-08-10");
    kind.askedOn.put(new UnitCode("SCT"), "2020-08-10");
    var mails = new Mails();
    province.clock.now = Instant.parse("2020-08-10T02:00:00Z");
    mails.run(province);
    assertEquals(1, mails.toAddress("c@example.vn").size());
    String text = mails.toAddress("c@example.vn").getFirst().text();
    assertTrue(text.contains("- Sở Công Thương: phiếu chờ ký từ 2020-08-10"), text);
    assertTrue(text.contains("- Sở Y tế: phiếu chờ ký từ 2020-08-10"), text);
  }
}
