package vn.minhbach.core.ledger;

import java.util.List;
import java.util.Optional;
import vn.minhbach.core.Receipt;

/**
 * One change, to be written whole or not at all.
 *
 * @param before where the chain ended when it was decided; it holds only if it still does
 * @param head the item that the chain hangs on, ending where the entry ends
 * @param entry of the fact
 * @param writes what is put beside head and entry
 * @param receipt of the request, where it came under an idempotency key
 */
public record Commit<H extends HeadWrite>(
    ChainTip before, H head, Entry entry, List<Write> writes, Optional<Receipt> receipt) {

  public Commit {
    writes = List.copyOf(writes);
    if (!head.tip().equals(entry.tip())) {
      throw new IllegalArgumentException("the head must end where the entry ends");
    }
    if (entry.seq() != before.seq() + 1 || !entry.previousHash().equals(before.hash())) {
      throw new IllegalArgumentException("the entry must follow the tip that was read");
    }
    if (!entry.chain().equals(head.chain().toString())) {
      throw new IllegalArgumentException("an entry of " + entry.chain() + " for " + head.chain());
    }
  }
}
