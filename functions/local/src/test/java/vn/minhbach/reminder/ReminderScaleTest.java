package vn.minhbach.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.adapter.mail.ScriptedSmtp;
import vn.minhbach.adapter.mail.SmtpMailer;
import vn.minhbach.core.keep.reminder.Contact;
import vn.minhbach.core.keep.reminder.Ladder;
import vn.minhbach.core.keep.reminder.SendReminders;
import vn.minhbach.core.unit.Unit;
import vn.minhbach.local.LocalDynamoDb;
import vn.minhbach.local.Meter;

/**
 * A province of fifty: a run every ten minutes over embedded DynamoDB and a mail server on a real
 * socket, until everybody has exactly one. {@code -Dreminders.units=11000} runs it at full size;
 * the table that it prints counts requests, read and write units, mails, time and memory.
 */
@Timeout(1_800)
class ReminderScaleTest {

  /** Each has 4 departments, a district and 15 communes, as the real register has about. */
  private static final int BLOCK = 20;

  /** What the function of template.yaml gives itself. */
  private static final Duration BUDGET = Duration.ofSeconds(480);

  private static final String[] COLUMNS = {
    "run", "mails", "requests", "RU", "WU", "connections", "ms", "heap MB"
  };

  @Test
  void everyoneIsToldOnceByRunsThatGoOnFromTheirClaims() {
    int count = Integer.getInteger("reminders.units", 400);
    var rows = new ArrayList<String>();
    try (var database = LocalDynamoDb.start(0, Optional.empty());
        var server = ScriptedSmtp.friendly()) {
      var contacts = contacts(count);
      var province = new Province(database, units(count), contacts);
      province.clock.now = Instant.parse("2020-08-11T01:00:00Z");
      province.settings(Mails.settings(Ladder.DEFAULT.rungs(), 1));
      int runs = 0;
      int limit = province.reminders.settings(province.campaign().id()).mailsPerRunMax();
      boolean more = true;
      Meter.Reading first = Meter.read();
      while (more) {
        Meter.Reading before = Meter.read();
        int connections = server.connections();
        long start = System.nanoTime();
        SendReminders.Done done =
            sender(province, server).run(Clock.systemUTC().instant().plus(BUDGET));
        long millis = (System.nanoTime() - start) / 1_000_000;
        rows.add(
            row(
                ++runs,
                done.sent(),
                Meter.read().since(before),
                server.connections() - connections,
                millis));
        assertTrue(millis < BUDGET.toMillis(), "within the function's time: " + millis);
        assertTrue(server.connections() - connections <= 1, "one connection for a run");
        more = done.more();
        assertTrue(!more || done.sent() == limit, "a run ends early at its allowance only");
        province.clock.now = province.clock.now.plus(Duration.ofMinutes(10));
      }
      Meter.Reading sent = Meter.read().since(first);
      Meter.Reading idle = Meter.read();
      long start = System.nanoTime();
      assertEquals(0, sender(province, server).run(Instant.MAX).sent(), "nobody twice");
      idle = Meter.read().since(idle);
      rows.add(row(runs + 1, 0, idle, 0, (System.nanoTime() - start) / 1_000_000));
      requireOneEach(server, contacts);
      Naive naive = naive(province, count);
      print(count, rows, sent, idle, naive);
      assertTrue(
          idle.requestsOf("DynamoDb") * 20 < naive.requests()
              && idle.readUnits() * 20 < naive.readUnits(),
          "an idle run asks far less than a naive one");
      assertEquals(Math.ceilDiv(count, limit), runs);
    }
  }

  private static SendReminders sender(Province province, ScriptedSmtp server) {
    return province.sender(
        province.reminders,
        () ->
            new SmtpMailer(
                new SmtpMailer.Server(
                    "localhost",
                    server.port(),
                    false,
                    "noreply@minhbach.example",
                    "Minh bạch",
                    false),
                _ -> {
                  throw new AssertionError("nobody asked");
                },
                Clock.systemUTC()));
  }

  private static void requireOneEach(ScriptedSmtp server, Map<String, List<Contact>> contacts) {
    var reached = new HashSet<String>();
    for (ScriptedSmtp.Taken mail : server.taken()) {
      for (String address : mail.recipients()) {
        assertTrue(reached.add(address), "twice: " + address);
      }
    }
    contacts.forEach(
        (unit, list) -> assertTrue(reached.contains(list.getFirst().email()), "missed: " + unit));
    assertFalse(reached.contains("nobody0@example.vn"));
    assertEquals(contacts.size(), reached.size());
  }

  // One read for each unit and each rung of the ladder, as a straightforward job does it; counted
  // over a part of the units, since that is what makes it slow.
  private static Naive naive(Province province, int count) {
    int part = Math.min(count, 200);
    var campaign = province.campaign().id();
    Meter.Reading before = Meter.read();
    for (Unit unit : province.units.subList(0, part)) {
      for (int rung = 0; rung < 5; rung++) {
        province.reminders.card(campaign, unit.code());
      }
    }
    Meter.Reading cost = Meter.read().since(before);
    return new Naive(cost.requestsOf("DynamoDb") * count / part, cost.readUnits() * count / part);
  }

  private record Naive(long requests, double readUnits) {}

  private static String row(int run, int mails, Meter.Reading cost, int connections, long millis) {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%5d %7d %9d %9.0f %9.0f %12d %8d %8d",
        run,
        mails,
        cost.requestsOf("DynamoDb"),
        cost.readUnits(),
        cost.writeUnits(),
        connections,
        millis,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void print(
      int count, List<String> rows, Meter.Reading sent, Meter.Reading idle, Naive naive) {
    System.out.printf(
        Locale.ROOT,
        "%n%d units, one rung%n%5s %7s %9s %9s %9s %12s %8s %8s%n%s%n"
            + "requests a mail %.2f, RU a mail %.1f, WU a mail %.1f%n"
            + "a run with nothing to send: %d requests, %.0f RU; one read for each unit and rung:"
            + " %d requests, %.0f RU (%.0f and %.0f times)%n",
        count,
        COLUMNS[0],
        COLUMNS[1],
        COLUMNS[2],
        COLUMNS[3],
        COLUMNS[4],
        COLUMNS[5],
        COLUMNS[6],
        COLUMNS[7],
        String.join("\n", rows),
        (double) sent.requestsOf("DynamoDb") / count,
        sent.readUnits() / count,
        sent.writeUnits() / count,
        idle.requestsOf("DynamoDb"),
        idle.readUnits(),
        naive.requests(),
        naive.readUnits(),
        (double) naive.requests() / idle.requestsOf("DynamoDb"),
        naive.readUnits() / idle.readUnits());
  }

  private static String units(int count) {
    var csv = new StringBuilder("code,group,kind,name,parent_code\n");
    String district = "";
    for (int n = 0; n < count; n++) {
      String code = code(n);
      if (n % BLOCK < 4) {
        csv.append(code).append(",1,department,Sở thứ ").append(n).append(",\n");
      } else if (n % BLOCK == 4) {
        district = code;
        csv.append(code).append(",2,district_city,Huyện thứ ").append(n).append(",\n");
      } else {
        csv.append(code).append(",3,ward,Phường thứ ").append(n).append(',');
        csv.append(district).append('\n');
      }
    }
    return csv.toString();
  }

  private static Map<String, List<Contact>> contacts(int count) {
    var contacts = new HashMap<String, List<Contact>>();
    for (int n = 0; n < count; n++) {
      contacts.put(
          code(n),
          List.of(
              new Contact("Người nhập " + n, "u" + n + "@example.vn", Contact.Role.TYPIST),
              new Contact("Lãnh đạo " + n, "nobody" + n + "@example.vn", Contact.Role.SIGNER)));
    }
    return contacts;
  }

  private static String code(int n) {
    return String.format(Locale.ROOT, "D%05d", n);
  }
}
