package vn.minhbach.core.ledger;

import java.util.ArrayList;
import java.util.List;

/** Checks a chain as anyone can: numbers without a gap, hashes that link, bodies that match. */
public final class Verification {

  private Verification() {}

  /**
   * What is wrong with a chain.
   *
   * @param seq the entry at fault; the last known one where entries are missing at the end
   */
  public record Fault(long seq, String what) {}

  /**
   * Checks entries in order of {@code seq}, from the first, against the tip that someone noted
   * elsewhere. Entries without a body are checked by their envelope.
   */
  public static List<Fault> faults(List<Entry> entries, ChainTip expected) {
    var faults = new ArrayList<Fault>();
    ChainTip tip = ChainTip.START;
    for (Entry entry : entries) {
      if (entry.seq() != tip.seq() + 1) {
        faults.add(new Fault(entry.seq(), "number: " + (tip.seq() + 1) + " was expected"));
      }
      if (!entry.previousHash().equals(tip.hash())) {
        faults.add(new Fault(entry.seq(), "previousHash does not link to the entry before"));
      }
      if (!entry.body().isEmpty() && !entry.bodyMatches()) {
        faults.add(new Fault(entry.seq(), "body does not match bodyHash"));
      }
      tip = entry.tip();
    }
    if (!tip.equals(expected)) {
      faults.add(new Fault(tip.seq(), "the chain ends elsewhere than noted: " + expected));
    }
    return faults;
  }
}
