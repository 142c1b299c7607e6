package vn.minhbach.core.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.core.evidence.Evidence;
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
    for (Entry entry : chain) {
      Map<String, Object> body = entry.body();
      String id = String.valueOf(body.get("evidence"));
      boolean accepted = Evidence.State.ACCEPTED.name().equals(body.get("state"));
      if (entry.kind().equals("EVIDENCE_GRANTED")) {
        long bytes = body.get("sizeBytes") instanceof Number size ? size.longValue() : 0;
        files.put(id, new LedgerFile(String.valueOf(body.get("sha256")), bytes, accepted));
      } else if (entry.kind().equals("EVIDENCE_CHECKED") && accepted) {
        files.computeIfPresent(
            id, (key, file) -> new LedgerFile(file.sha256(), file.sizeBytes(), true));
      }
    }
    return files;
  }
}
