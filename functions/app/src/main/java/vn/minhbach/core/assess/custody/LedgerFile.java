package vn.minhbach.core.assess.custody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.ledger.Entry;

/**
 * A file as its unit's chain tells of it, whatever became of its record.
 *
 * @param accepted whether it was ever found in order: its bytes lie in the vault since
 */
record LedgerFile(String sha256, long sizeBytes, boolean accepted) {

  /** Every file that was granted, by its id. */
  static Map<String, LedgerFile> of(List<Entry> chain) {
    var files = new HashMap<String, LedgerFile>();
    chain.stream()
        .flatMap(entry -> EvidenceFact.read(entry).stream())
        .forEach(fact -> {
          switch (fact) {
            case EvidenceFact.EvidenceGranted(var file, var voided) ->
                files.put(
                    file.evidence(),
                    new LedgerFile(file.sha256(), file.sizeBytes(), inOrder(file.state())));
            case EvidenceFact.EvidenceChecked(var check) ->
                files.computeIfPresent(
                    check.evidence(),
                    (id, file) ->
                        new LedgerFile(
                            file.sha256(),
                            file.sizeBytes(),
                            file.accepted() || inOrder(check.state())));
            default -> {
              // Says nothing of the bytes.
            }
          }
        });
    return files;
  }

  private static boolean inOrder(Evidence.State state) {
    return state == Evidence.State.ACCEPTED;
  }
}
