package vn.minhbach.core.prepare.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.minhbach.core.prepare.account.PoolFixture.START;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.Role;
import vn.minhbach.core.UnitCode;
import vn.minhbach.core.memory.Pool.Fate;
import vn.minhbach.core.prepare.account.PoolFixture.Line;
import vn.minhbach.core.prepare.account.Post.Duty;
import vn.minhbach.core.prepare.account.UserPool.Step;
import vn.minhbach.core.prepare.account.UserPool.User;
import vn.minhbach.core.prepare.campaign.Stage;

/** What the property does not tell by name. */
class KeepAccountsTest {

  private static final UnitCode SNV = new UnitCode("SNV");
  private static final UnitCode STC = new UnitCode("STC");

  private final PoolFixture world = new PoolFixture();

  private static Line line(String account, UnitCode unit, Duty... duties) {
    return new Line(
        account,
        Optional.of(account + "@tinh.gov.vn"),
        Arrays.stream(duties)
            .map(duty -> new Post(unit, duty, Optional.empty(), Optional.empty()))
            .toList());
  }

  private static List<Line> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> line(String.format("t%03d", i), SNV, Duty.TYPIST))
        .toList();
  }

  @Test
  void newAccountIsCreatedAndJoinsItsGroups() {
    world.bring("c", Stage.OPEN, List.of(line("lan", SNV, Duty.TYPIST, Duty.SIGNER)));
    world.run(START);
    assertEquals(
        new User(
            "lan",
            true,
            true,
            Optional.of("SNV"),
            Optional.of("lan@tinh.gov.vn"),
            Set.of(Role.UNIT, Role.SIGNER)),
        world.pool.now().get("lan"));
    assertEquals(1, world.report("c").inLine());
  }

  @Test
  void leaverIsSignedOutBeforeItIsDisabledAndComesBackByHandOver() {
    world.bring("c", Stage.OPEN, List.of(line("lan", SNV, Duty.TYPIST)));
    world.run(START);
    world.bring("c", Stage.OPEN, List.of(line("minh", SNV, Duty.TYPIST)));
    world.pool.taken();
    world.run(START);
    assertEquals(
        List.of(new Step.SignOut("lan"), new Step.Disable("lan")),
        world.pool.taken().subList(0, 2));
    world.bring("c", Stage.OPEN, List.of(line("lan", STC, Duty.SIGNER)));
    world.run(START);
    assertEquals(
        List.of(
            new Step.SignOut("minh"),
            new Step.Disable("minh"),
            new Step.Describe("lan", STC, Optional.of("lan@tinh.gov.vn")),
            new Step.Leave("lan", Role.UNIT),
            new Step.Join("lan", Role.SIGNER),
            new Step.Enable("lan")),
        world.pool.taken());
    assertEquals(Map.of("lan", 1, "minh", 1), world.pool.mails());
  }

  @Test
  void usersMadeByHandAreLeftAloneEvenWhenListed() {
    var office = new User("office", false, true, Optional.of("STTTT"), Optional.empty(), Set.of());
    world.pool.put(office);
    world.bring("c", Stage.OPEN, List.of(line("office", SNV, Duty.TYPIST)));
    world.run(START);
    world.bring("c", Stage.OPEN, List.of(line("lan", SNV, Duty.TYPIST)));
    world.run(START);
    assertEquals(office, world.pool.now().get("office"));
  }

  @Test
  void nothingHappensWhileNoCampaignIsOpen() {
    world.bring("c", Stage.OPEN, many(2));
    world.run(START);
    int looks = world.pool.looks();
    for (Stage closed : List.of(Stage.DRAFT, Stage.PUBLISHED, Stage.ARCHIVED)) {
      world.bring("c", closed, List.of(line("other", SNV, Duty.TYPIST)));
      assertEquals(0, world.run(START).steps());
    }
    assertEquals(looks, world.pool.looks());
    assertTrue(world.pool.now().values().stream().allMatch(User::enabled));
  }

  @Test
  void mailLimitStopsInvitationsButNothingElse() {
    world.pool.put(
        new User("gone", true, true, Optional.of("SNV"), Optional.empty(), Set.of(Role.UNIT)));
    world.bring("c", Stage.OPEN, many(10));
    world.pool.fates(
        Stream.concat(
                Collections.nCopies(6, Fate.NONE).stream(),
                Collections.nCopies(50, Fate.NO_MORE_MAIL).stream())
            .toList(),
        () -> {});
    // Two steps for who left, two each for two new ones.
    world.run(START);
    assertFalse(world.pool.now().get("gone").enabled());
    PoolReport report = world.report("c");
    assertEquals(2, report.inLine());
    assertEquals(8, report.pending());
    assertTrue(report.items().stream().allMatch(item -> item.trouble() == Trouble.MAIL_LIMIT));
    // Asked once, not eight times.
    assertEquals(6, world.pool.taken().size());
    world.pool.fates(List.of(), () -> {});
    world.run(START.plusSeconds(300));
    assertEquals(10, world.report("c").inLine());
  }

  @Test
  void poolThatDoesNotAnswerIsLeftAloneAfterThreeOutages() {
    world.bring("c", Stage.OPEN, many(10));
    world.pool.fates(Collections.nCopies(50, Fate.OUTAGE_BEFORE), () -> {});
    var asked = new AtomicInteger();
    world.keep.run(START, () -> asked.incrementAndGet() > 0);
    assertEquals(3, asked.get());
    assertEquals(10, world.report("c").pending());
  }

  @Test
  void runEndsWithItsTimeAndTheNextGoesOn() {
    world.bring("c", Stage.OPEN, many(100));
    for (int run = 1; run <= 10; run++) {
      var steps = new AtomicInteger();
      world.keep.run(START.plusSeconds(run), () -> steps.incrementAndGet() <= 20);
      assertEquals(10 * run, world.report("c").inLine());
      assertEquals(100 - 10 * run, world.report("c").pending());
    }
    assertEquals(100, world.pool.mails().size());
  }

  @Test
  void poolIsReadAgainWhenAPostBeginsOrAnHourIsOver() {
    world.bring(
        "c",
        Stage.OPEN,
        List.of(
            line("lan", SNV, Duty.TYPIST),
            new Line(
                "minh",
                Optional.of("m@tinh.gov.vn"),
                List.of(
                    new Post(
                        SNV,
                        Duty.SIGNER,
                        Optional.of(START.plusSeconds(600)),
                        Optional.empty())))));
    world.run(START);
    world.run(START.plusSeconds(599));
    assertEquals(1, world.pool.looks());
    world.run(START.plusSeconds(600));
    assertEquals(2, world.pool.looks());
    assertEquals(Set.of(Role.SIGNER), world.pool.now().get("minh").roles());
    world.run(START.plusSeconds(600).plus(Duration.ofHours(1)));
    assertEquals(3, world.pool.looks());
  }

  @Test
  void erasedAddressLeavesTheUserAsItIs() {
    world.bring("c", Stage.OPEN, many(1));
    world.run(START);
    world.registers.erase(new CampaignId("c"), world.version());
    world.pool.taken();
    world.run(START.plus(Duration.ofHours(2)));
    assertEquals(List.of(), world.pool.taken());
    assertEquals(0, world.report("c").failed());
  }

  @Test
  void everyTroubleIsToldInBothLanguages() {
    for (Trouble trouble : Trouble.values()) {
      assertTrue(trouble.vietnamese().endsWith("."));
      assertTrue(trouble.vietnamese().matches("(?s).*[ăâđêôơưạảấầậắếềệốồộớờợứừựỉịọỏụủ].*"));
      assertTrue(trouble.english().matches("[\\x20-\\x7e]+\\."), trouble.english());
    }
  }
}
