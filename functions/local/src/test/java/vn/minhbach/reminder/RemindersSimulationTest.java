package vn.minhbach.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.minhbach.core.assess.submission.Head;
import vn.minhbach.core.keep.reminder.Card;
import vn.minhbach.core.keep.reminder.Claim;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Mailer;
import vn.minhbach.core.keep.reminder.Reminders;
import vn.minhbach.core.ledger.Sha256;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.local.LocalDynamoDb;

/**
 * Sixty days of a campaign with crashes, double runs, runs inside runs, missed days, extensions and
 * submissions, against an oracle that is written apart and looks at every day.
 */
class RemindersSimulationTest {

  private static final String UNITS =
      """
      code,group,kind,name,parent_code
      SCT,1,department,Sở Công Thương,
      SYT,1,department,Sở Y tế,
      193,2,district_city,UBND thành phố Hạ Long,
      06649,3,ward,Phường Hà Khánh,193
      06652,3,ward,Phường Hà Phong,193
      """;

  private static final int DAYS = 60;
  private static LocalDynamoDb database;

  /** What was sent, and when by the domain clock. */
  private record Sent(String mailId, Instant at) {}

  /** A Lambda that is no more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeContainer
  static void start() {
    database = LocalDynamoDb.start(0, Optional.empty());
  }

  @AfterContainer
  static void stop() {
    database.close();
  }

  @Property(tries = 9, seed = "-4242")
  void everyUnitGetsWhatIsTrueAndNothingTwice(@ForAll long seed) {
    var random = new Random(seed);
    var province = new Province(database, UNITS, contacts());
    var sent = new ArrayList<Sent>();
    for (int day = 0; day < DAYS; day++) {
      for (Instant at : runs(random, day)) {
        province.clock.now = at.minusSeconds(1);
        happen(random, province);
        province.clock.now = at;
        boolean ended = run(random, province, sent, random.nextInt(4) == 0);
        if (ended && working(at)) {
          requireTold(province, at, seed);
        }
      }
    }
    requireNothingTwice(sent, seed);
    requireAllTrue(province, sent, seed);
  }

  // -------------------------------------------------------------- what happens

  private static List<Instant> runs(Random random, int day) {
    var runs = new ArrayList<Instant>();
    int count = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(3);
    for (int n = 0; n < count; n++) {
      runs.add(
          Province.SENT_AT
              .plus(Duration.ofDays(day))
              .plus(Duration.ofMinutes(random.nextInt(12 * 60))));
    }
    runs.sort(null);
    return runs;
  }

  private static void happen(Random random, Province province) {
    Unit unit = province.units.get(random.nextInt(province.units.size()));
    int what = random.nextInt(30);
    if (what == 0) {
      province.submit(unit);
    } else if (what == 1) {
      province.extend(unit, 1 + random.nextInt(9));
    }
  }

  // Answers whether the run came to its end.
  private static boolean run(Random random, Province province, List<Sent> sent, boolean mayDie) {
    int deadline = mayDie ? 1 + random.nextInt(12) : Integer.MAX_VALUE;
    boolean twice = random.nextInt(5) == 0;
    var calls = new int[] {0};
    Reminders store = dying(province.reminders, calls, deadline);
    Mailer mailer =
        new Mailer() {
          private boolean inner = twice;

          @Override
          public Result send(Mail mail) {
            die(calls, deadline);
            if (inner) {
              inner = false;
              // Another run at the same moment, while this one is sending.
              province.sender(province.reminders, () -> recording(sent, province)).run(Instant.MAX);
            }
            return recording(sent, province).send(mail);
          }

          @Override
          public void close() {}
        };
    try {
      province.sender(store, () -> mailer).run(Instant.MAX);
      return true;
    } catch (Killed killed) {
      return false;
    }
  }

  private static Mailer recording(List<Sent> sent, Province province) {
    return new Mailer() {
      @Override
      public Result send(Mail mail) {
        sent.add(new Sent(mail.id(), province.clock.now));
        return new Taken();
      }

      @Override
      public void close() {}
    };
  }

  private static Reminders dying(Reminders real, int[] calls, int deadline) {
    return (Reminders)
        Proxy.newProxyInstance(
            Reminders.class.getClassLoader(),
            new Class<?>[] {Reminders.class},
            (proxy, method, arguments) -> {
              die(calls, deadline);
              return method.invoke(real, arguments);
            });
  }

  private static void die(int[] calls, int deadline) {
    if (++calls[0] >= deadline) {
      throw new Killed();
    }
  }

  // -------------------------------------------------------------- what must hold

  private static void requireTold(Province province, Instant at, long seed) {
    Map<String, Card> cards = new TreeMap<>();
    province
        .reminders
        .cards(province.campaign().id())
        .forEach((unit, card) -> cards.put(unit.value(), card));
    for (Unit unit : province.units) {
      Optional<String> expected = oracle(province.head(unit), at);
      if (expected.isEmpty()) {
        continue;
      }
      Card card = cards.get(unit.code().value());
      Optional<Claim> claim =
          Optional.ofNullable(card).flatMap(known -> known.claim(expected.get()));
      boolean waitsForTomorrow =
          expected.get().startsWith("above")
              && unit.parent()
                  .map(district -> cards.get(district.value()))
                  .flatMap(district ->
                      district.claim("district@" + at.atZone(Province.ZONE).toLocalDate()))
                  .isPresent();
      assertTrue(
          waitsForTomorrow || claim.filter(known -> known.state() != Claim.State.VOID).isPresent(),
          () -> "seed " + seed + ": " + unit.code() + " at " + at + " was not told " + expected);
    }
  }

  private static void requireNothingTwice(List<Sent> sent, long seed) {
    Set<String> seen = new HashSet<>();
    for (Sent mail : sent) {
      assertTrue(seen.add(mail.mailId()), () -> "seed " + seed + ": twice " + mail);
    }
  }

  // Every claim that says SENT is a mail, and what a unit was told was true when it was told.
  private static void requireAllTrue(Province province, List<Sent> sent, long seed) {
    var mails = new TreeMap<String, Instant>();
    sent.forEach(mail -> mails.put(mail.mailId(), mail.at()));
    var explained = new HashSet<String>();
    for (Card card : province.reminders.cards(province.campaign().id()).values()) {
      for (Claim claim : card.claims().values()) {
        String id = mailId(province, card.unit().value(), claim.key());
        boolean mailed = mails.containsKey(id);
        if (mailed) {
          explained.add(id);
          assertTrue(working(mails.get(id)), () -> "seed " + seed + ": in quiet hours " + claim);
        }
        boolean byDistrict =
            claim.key().startsWith("waiting")
                || (claim.key().startsWith("above") && unit(province, card).consolidated());
        if (claim.state() == Claim.State.SENT && !byDistrict) {
          assertTrue(mailed, () -> "seed " + seed + ": said to be sent " + claim);
        }
        if (claim.state() == Claim.State.VOID || claim.state() == Claim.State.NO_CONTACT) {
          assertTrue(!mailed, () -> "seed " + seed + ": should not be sent " + claim);
        }
      }
    }
    assertEquals(mails.keySet(), explained, () -> "seed " + seed + ": mails without a claim");
  }

  private static Unit unit(Province province, Card card) {
    return card.unit().equals(Card.OFFICE)
        ? province.units.getFirst()
        : province.code(card.unit().value());
  }

  private static String mailId(Province province, String unit, String key) {
    return Sha256.hex(Province.utf8(province.campaign().id() + "/" + unit + "/" + key))
        .substring(0, 32);
  }

  // -------------------------------------------------------------- the oracle

  /** The rung that is true, found by walking over the days; knows nothing of the ladder's code. */
  private static Optional<String> oracle(Head head, Instant now) {
    if (!head.state().editable() || now.isAfter(head.closesAt())) {
      return Optional.empty();
    }
    LocalDate today = day(now);
    LocalDate due = day(head.dueAt());
    if (now.isAfter(head.dueAt())) {
      int late = 0;
      int worked = 0;
      for (LocalDate day = due.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
        late++;
        worked += weekday(day) ? 1 : 0;
      }
      // Nobody is reported above before a working day has passed on which the unit was told.
      return late >= 3 && worked >= 2
          ? Optional.of("above-3@" + due)
          : worked >= 1 ? Optional.of("late-1@" + due) : Optional.empty();
    }
    LocalDate received = day(head.term().receivedAt());
    if (!today.isBefore(warning(due, 1, received))) {
      return Optional.of("before-1@" + due);
    }
    if (!today.isBefore(warning(due, 7, received))) {
      return Optional.of("before-7@" + due);
    }
    return Optional.of("sent");
  }

  private static LocalDate warning(LocalDate due, int days, LocalDate received) {
    LocalDate day = due;
    for (int n = 0; n < days; n++) {
      day = day.minusDays(1);
    }
    for (; !weekday(day) && day.isAfter(received); day = day.minusDays(1)) {}
    return day.isBefore(received) ? received : day;
  }

  private static boolean working(Instant at) {
    int hour = at.atZone(Province.ZONE).getHour();
    return weekday(day(at)) && hour >= 8 && hour < 17;
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        // The one public holiday of these sixty days.
        && !day.equals(LocalDate.of(2020, 9, 2));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Province.ZONE).toLocalDate();
  }

  private static Map<String, List<Contact>> contacts() {
    var contacts = new TreeMap<String, List<Contact>>();
    for (String unit : List.of("SCT", "193", "06649", "06652")) {
      contacts.put(
          unit,
          List.of(
              new Contact("Nguyễn Văn A", unit + "-a@example.vn", Contact.Role.TYPIST),
              new Contact("Trần Thị B", unit + "-b@example.vn", Contact.Role.SIGNER)));
    }
    return contacts;
  }
}
