package vn.minhbach.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.UnitCode;

/** Whatever was done to a chain after it was written shows, given the tip that somebody noted. */
class VerificationTest {

  private static final ChainId CHAIN = ChainId.of(new CampaignId("c"), new UnitCode("u"));

  private final List<Entry> chain = chain(5, "5.00");
  private final ChainTip tip = chain.getLast().tip();

  @Test
  void soundChainHasNoFault() {
    assertEquals(List.of(), Verification.faults(chain, tip));
    assertEquals(List.of(), Verification.faults(List.of(), ChainTip.START));
  }

  @Test
  void envelopesWithoutTheirBodiesStillVerify() {
    List<Entry> envelopes = chain.stream().map(Entry::withoutBody).toList();
    assertEquals(List.of(), Verification.faults(envelopes, tip));
    var some = new ArrayList<>(chain);
    some.set(2, chain.get(2).withoutBody());
    assertEquals(List.of(), Verification.faults(some, tip));
  }

  @Test
  void changedBodyShows() {
    var changed = new ArrayList<>(chain);
    changed.set(1, withPoints(chain.get(1), "9.00"));
    assertEquals(
        List.of(new Verification.Fault(2, "body does not match bodyHash")),
        Verification.faults(changed, tip));
  }

  @Test
  void changedBodyWithAHashToMatchBreaksTheNextLink() {
    var changed = new ArrayList<>(chain);
    Entry old = chain.get(1);
    Map<String, Object> body = withPoints(old, "9.00").body();
    changed.set(
        1,
        new Entry(
            old.format(),
            old.chain(),
            old.seq(),
            old.at(),
            old.kind(),
            Sha256.hex(CanonicalJson.bytes(body)),
            old.previousHash(),
            body));
    assertEquals(
        List.of(new Verification.Fault(3, "previousHash does not link to the entry before")),
        Verification.faults(changed, tip));
  }

  @Test
  void droppedEntryShows() {
    var dropped = new ArrayList<>(chain);
    dropped.remove(2);
    assertEquals(List.of(4L, 4L), seqs(Verification.faults(dropped, tip)));
  }

  @Test
  void swappedEntriesShow() {
    var swapped = new ArrayList<>(chain);
    swapped.set(1, chain.get(2));
    swapped.set(2, chain.get(1));
    assertFalse(Verification.faults(swapped, tip).isEmpty());
  }

  @Test
  void cutOffEndShowsAgainstTheNotedTip() {
    List<Verification.Fault> faults = Verification.faults(chain.subList(0, 3), tip);
    assertEquals(List.of(3L), seqs(faults));
    assertTrue(faults.getFirst().what().startsWith("the chain ends elsewhere than noted"));
  }

  @Test
  void forkThatIsSoundInItselfShowsAgainstTheNotedTip() {
    var fork = new ArrayList<>(chain.subList(0, 3));
    fork.add(entry(fork.getLast().tip(), 4, "9.00"));
    fork.add(entry(fork.getLast().tip(), 5, "9.00"));
    assertEquals(List.of(), Verification.faults(fork, fork.getLast().tip()));
    assertEquals(List.of(5L), seqs(Verification.faults(fork, tip)));
  }

  @Test
  void entriesOfAnotherChainDoNotFitIn() {
    ChainId other = ChainId.of(new CampaignId("c"), new UnitCode("v"));
    Entry foreign =
        Entry.after(chain.get(1).tip(), other, Instant.EPOCH, "ANSWER_SAVED", Map.of(), "00");
    var mixed = new ArrayList<>(chain);
    mixed.set(2, foreign);
    assertEquals(List.of(4L), seqs(Verification.faults(mixed, tip)));
  }

  @Test
  void sameFiguresUnderAnotherNonceHaveAnotherHash() {
    Entry one = Entry.after(ChainTip.START, CHAIN, Instant.EPOCH, "A", Map.of("v", true), "00");
    Entry other = Entry.after(ChainTip.START, CHAIN, Instant.EPOCH, "A", Map.of("v", true), "01");
    assertNotEquals(one.bodyHash(), other.bodyHash());
  }

  @Property(tries = 200)
  void anyOneEntryRewrittenShows(
      @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 11) int at) {
    List<Entry> sound = chain(length, "5.00");
    int place = at % length;
    var changed = new ArrayList<>(sound);
    ChainTip before = place == 0 ? ChainTip.START : sound.get(place - 1).tip();
    changed.set(place, entry(before, place + 1, "4.99"));
    assertFalse(Verification.faults(changed, sound.getLast().tip()).isEmpty());
  }

  private static List<Long> seqs(List<Verification.Fault> faults) {
    return faults.stream().map(Verification.Fault::seq).toList();
  }

  private static Entry withPoints(Entry entry, String points) {
    var body = new TreeMap<>(entry.body());
    body.put("points", points);
    return new Entry(
        entry.format(),
        entry.chain(),
        entry.seq(),
        entry.at(),
        entry.kind(),
        entry.bodyHash(),
        entry.previousHash(),
        body);
  }

  private static List<Entry> chain(int length, String points) {
    var chain = new ArrayList<Entry>();
    ChainTip tip = ChainTip.START;
    for (int i = 1; i <= length; i++) {
      chain.add(entry(tip, i, points));
      tip = chain.getLast().tip();
    }
    return chain;
  }

  private static Entry entry(ChainTip tip, int i, String points) {
    return Entry.after(
        tip,
        CHAIN,
        Instant.EPOCH.plusSeconds(i),
        "ANSWER_SAVED",
        Map.of("criterion", "I." + i, "points", points),
        "%032x".formatted(i));
  }
}
