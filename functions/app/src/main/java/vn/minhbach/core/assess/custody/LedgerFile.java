package vn.minhbach.core.assess.custody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.Takedown;
import vn.minhbach.core.assess.takedown.TakedownFact;
import vn.minhbach.core.ledger.Entry;

/**
 * A file as its unit's chain tells of it, whatever became of its record.
 *
 * @param accepted whether it was ever found in order: its bytes lie in the vault since
 * @param takenDown the order by which they may be gone
 * @param removed whether they are said to be gone
 */
record LedgerFile(
    String sha256,
    long sizeBytes,
    boolean accepted,
    Optional<Takedown.Order> takenDown,
    boolean removed) {

  /** Whether its bytes must lie in the vault. */
  boolean mustLie() {
    return accepted && takenDown.isEmpty();
  }

  private static LedgerFile declared(EvidenceFact.Declared file) {
    return new LedgerFile(
        file.sha256(), file.sizeBytes(), inOrder(file.state()), Optional.empty(), false);
  }

  private LedgerFile checked(Evidence.State state) {
    return new LedgerFile(sha256, sizeBytes, accepted || inOrder(state), takenDown, removed);
  }

  /** Every file that was granted, by its id. */
  static Map<String, LedgerFile> of(List<Entry> chain) {
    var files = new HashMap<String, LedgerFile>();
    chain.stream()
        .flatMap(entry -> EvidenceFact.read(entry).stream())
        .forEach(fact -> {
          switch (fact) {
            case EvidenceFact.EvidenceGranted(var file, var voided) ->
                files.put(file.evidence(), declared(file));
            case EvidenceFact.EvidenceChecked(var check) ->
                files.computeIfPresent(check.evidence(), (id, file) -> file.checked(check.state()));
            default -> {
              // Says nothing of the bytes.
            }
          }
        });
    chain.stream()
        .flatMap(entry -> TakedownFact.read(entry).stream())
        .forEach(fact -> files.replaceAll((id, file) -> file.after(fact)));
    return files;
  }

  private LedgerFile after(TakedownFact fact) {
    return switch (fact) {
      case TakedownFact.TakedownConfirmed confirmed when confirmed.sha256().equals(sha256) ->
          new LedgerFile(
              sha256,
              sizeBytes,
              accepted,
              Optional.of(new Takedown.Order(confirmed.decision(), confirmed.decided())),
              removed);
      case TakedownFact.FileRemoved gone when gone.sha256().equals(sha256) ->
          new LedgerFile(sha256, sizeBytes, accepted, takenDown, true);
      default -> this;
    };
  }

  private static boolean inOrder(Evidence.State state) {
    return state == Evidence.State.ACCEPTED;
  }
}
