package vn.minhbach.core.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.minhbach.core.Attempts;
import vn.minhbach.core.Chance;
import vn.minhbach.core.Outcome;
import vn.minhbach.core.Receipt;
import vn.minhbach.core.ledger.Entry;

/** How every use of this capability writes: decide on a fresh read, commit, again if overtaken. */
public final class Commits {

  private final Submissions submissions;
  private final Attempts attempts;
  private final Chance chance;

  public Commits(Submissions submissions, Attempts attempts, Chance chance) {
    this.submissions = submissions;
    this.attempts = attempts;
    this.chance = chance;
  }

  /** Answers the value of the first decision that was refused, needed nothing, or was committed. */
  <T> Outcome<T> until(Supplier<Outcome<Decision<T>>> attempt) {
    return attempts.until(() ->
        attempt
            .get()
            .fold(
                refusal -> Optional.of(Outcome.refused(refusal)),
                decision ->
                    decision.change().isEmpty() || submissions.commit(decision.change().get())
                        ? Optional.of(Outcome.accepted(decision.value()))
                        : Optional.empty()));
  }

  /**
   * A change of the form: the form's version rises. What the unit changes and neither closes nor
   * signs says something else than was closed: it voids the code, and the entry says so.
   */
  Change change(Head before, Head shaped, State next, List<Change.Write> writes, Note note) {
    boolean edits =
        next == before.touched()
            && shaped.closing().equals(before.closing())
            && shaped.signature().equals(before.signature());
    Entry entry =
        entry(
            before,
            before
                .inForce()
                .filter(closing -> edits)
                .map(closing -> note.voiding(closing.checkCode()))
                .orElse(note));
    Head open = edits ? shaped.voided() : shaped;
    return new Change(before, open.changed(next, entry.tip()), writes, entry, note.receipt());
  }

  /** Something noted beside the form, as a scan's result: the form's version stays. */
  Change note(Head before, List<Change.Write> writes, Note note) {
    return note(before, before, writes, note);
  }

  /** Something that moves the head beside the form; the form's version stays. */
  Change note(Head before, Head shaped, List<Change.Write> writes, Note note) {
    Entry entry = entry(before, note);
    return new Change(before, shaped.noted(entry.tip()), writes, entry, note.receipt());
  }

  private Entry entry(Head before, Note note) {
    return Entry.after(
        before.tip(), before.chain(), note.at(), note.kind(), note.body(), chance.hex128());
  }

  /** What the ledger shall say. */
  record Note(Instant at, String kind, Map<String, Object> body, Optional<Receipt> receipt) {

    Note(Instant at, String kind, Map<String, Object> body) {
      this(at, kind, body, Optional.empty());
    }

    private Note voiding(String checkCode) {
      var more = new TreeMap<>(body);
      more.put("voidedCode", checkCode);
      return new Note(at, kind, more, receipt);
    }
  }
}
