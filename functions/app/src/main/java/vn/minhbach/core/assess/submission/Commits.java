package vn.minhbach.core.assess.submission;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.minhbach.core.Act;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.ledger.ChainTip;
import vn.minhbach.core.ledger.Commit;
import vn.minhbach.core.ledger.CommitProtocol;
import vn.minhbach.core.ledger.Decision;
import vn.minhbach.core.ledger.Fact;
import vn.minhbach.core.ledger.Note;
import vn.minhbach.core.ledger.Write;

/**
 * The submission's door to the commit protocol: what a change does to the head of a form. A write
 * into another form than the head's is a bug and flies: no condition would hold it.
 */
public final class Commits {

  private final CommitProtocol protocol;

  public Commits(CommitProtocol protocol) {
    this.protocol = protocol;
  }

  /** See {@link CommitProtocol#until}. */
  public <T> Outcome<T> until(Supplier<Outcome<Decision<T>>> attempt) {
    return protocol.until(attempt);
  }

  /** See {@link CommitProtocol#once}. */
  public <T> Outcome<T> once(
      Act act,
      Function<Map<String, String>, Outcome<Decision<T>>> replay,
      Supplier<Outcome<Decision<T>>> decide) {
    return protocol.once(act, replay, decide);
  }

  /**
   * What changes what the form says: its version rises. It says something else now than was closed:
   * the code is void, and the entry says so.
   */
  public Commit<PutHead> edit(
      Head before, Head shaped, List<? extends Write> writes, Note<? extends Edit> note) {
    Fact fact =
        before
            .inForce()
            .<Fact>map(closing -> note.fact().voiding(closing.checkCode()))
            .orElse(note.fact());
    return move(
        before,
        shaped.voided(),
        Move.editing(before.state()),
        writes,
        new Note<>(note.at(), fact, note.receipt()));
  }

  /**
   * A move of the form, as closing, signing, passing on: its version rises, its code stands. That
   * the move is legal was asked before ({@link Move#of}); else it flies.
   */
  public Commit<PutHead> move(
      Head before, Head shaped, Move move, List<? extends Write> writes, Note<?> note) {
    return commit(before, writes, note, tip -> shaped.moved(move, tip));
  }

  /** Something noted beside the form, as a scan's result: the form's version stays. */
  public Commit<PutHead> note(Head before, List<? extends Write> writes, Note<?> note) {
    return note(before, before, writes, note);
  }

  /** Something that moves the head beside the form; the form's version stays. */
  public Commit<PutHead> note(
      Head before, Head shaped, List<? extends Write> writes, Note<?> note) {
    return commit(before, writes, note, shaped::noted);
  }

  private Commit<PutHead> commit(
      Head before, List<? extends Write> writes, Note<?> note, Function<ChainTip, Head> after) {
    for (Write write : writes) {
      if (write instanceof FormWrite into
          && !(into.campaign().equals(before.campaign()) && into.unit().equals(before.unit()))) {
        throw new IllegalArgumentException(
            "a write into "
                + into.campaign()
                + "/"
                + into.unit()
                + " under the head of "
                + before.chain());
      }
    }
    return protocol.commit(
        before.chain(),
        before.tip(),
        note,
        tip -> new PutHead(before, after.apply(tip), note.at()),
        writes);
  }
}
