package vn.minhbach.core.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Receipts;

/**
 * The one way to change anything: an attempt asks whether the request took effect already, decides
 * on a fresh read, and commits head, entry, writes and receipt in one transaction; overtaken, it
 * begins anew, as often as {@link Attempts} allows.
 */
public final class CommitProtocol {

  private final Transactions transactions;
  private final Receipts receipts;
  private final Attempts attempts;
  private final Chance chance;

  public CommitProtocol(
      Transactions transactions, Receipts receipts, Attempts attempts, Chance chance) {
    this.transactions = transactions;
    this.receipts = receipts;
    this.attempts = attempts;
    this.chance = chance;
  }

  /** Answers the value of the first decision that was refused, needed nothing, or was committed. */
  public <T> Outcome<T> until(Supplier<Outcome<Decision<T>>> attempt) {
    return attempts.until(() ->
        attempt
            .get()
            .fold(
                refusal -> Optional.of(Outcome.refused(refusal)),
                decision ->
                    decision.commit().isEmpty() || transactions.commit(decision.commit().get())
                        ? Optional.of(Outcome.accepted(decision.value()))
                        : Optional.empty()));
  }

  /**
   * The same for a request that may come twice: what took effect is replayed from its receipt's
   * ids, what is new is decided.
   */
  public <T> Outcome<T> once(
      Act act,
      Function<Map<String, String>, Outcome<Decision<T>>> replay,
      Supplier<Outcome<Decision<T>>> decide) {
    return until(() -> receipts.once(act, replay, decide));
  }

  /**
   * The commit of a fact.
   *
   * @param before where the chain was read to end
   * @param head the head after the change, for the tip after the fact's entry
   */
  public <H extends HeadWrite> Commit<H> commit(
      ChainId chain,
      ChainTip before,
      Note<?> note,
      Function<ChainTip, H> head,
      List<? extends Write> writes) {
    Entry entry = Entry.after(before, chain, note.at(), note.fact(), chance.hex128());
    return new Commit<>(
        before, head.apply(entry.tip()), entry, List.copyOf(writes), note.receipt());
  }
}
