package vn.minhbach.core.publish.transparency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.core.CampaignId;
import vn.minhbach.core.ledger.Anchors;
import vn.minhbach.core.ledger.ChainTip;

/**
 * Puts the chain ends of each anchor into the campaign's log and signs its checkpoint. The schedule
 * does it, after the anchor is kept; what a crash leaves out, the next run catches up, and what is
 * in there already is never added again.
 */
public final class GrowLog {

  private final Anchors anchors;
  private final TransparencyLog log;
  private final LogKey key;

  /** What this instance knows to be in the log. */
  private final Set<String> grown = ConcurrentHashMap.newKeySet();

  public GrowLog(Anchors anchors, TransparencyLog log, LogKey key) {
    this.anchors = anchors;
    this.log = log;
    this.key = key;
  }

  /** Adds what an anchor has and the log has not; nothing where there is no such anchor. */
  public void grow(CampaignId campaign, String occasion, Instant at) {
    String name = campaign + "/" + occasion;
    if (grown.contains(name)) {
      return;
    }
    SortedMap<String, ChainTip> tips = anchors.find(campaign, occasion);
    List<LogRecord> before = log.records(campaign);
    List<Leaf> fresh = fresh(before, tips);
    if (fresh.isEmpty() || log.append(next(campaign, occasion, at, before, fresh))) {
      grown.add(name);
    }
  }

  // A chain only grows: an end with a lower number is that of an older anchor, or of a chain that
  // was cut, and then the log is the witness.
  private static List<Leaf> fresh(List<LogRecord> before, SortedMap<String, ChainTip> tips) {
    Map<String, Long> known = new HashMap<>();
    before.forEach(record ->
        record.leaves().forEach(leaf -> known.merge(leaf.chain(), leaf.tip().seq(), Math::max)));
    return tips.entrySet().stream()
        .filter(tip -> tip.getValue().seq() > known.getOrDefault(tip.getKey(), 0L))
        .map(tip -> new Leaf(tip.getKey(), tip.getValue()))
        .toList();
  }

  private LogRecord next(
      CampaignId campaign, String occasion, Instant at, List<LogRecord> before, List<Leaf> fresh) {
    var hashes = new ArrayList<>(hashes(before));
    fresh.forEach(leaf -> hashes.add(leaf.hash()));
    byte[] root = MerkleTree.of(hashes).root();
    var checkpoint = new Checkpoint(Checkpoint.origin(campaign), hashes.size(), root);
    return new LogRecord(
        campaign,
        before.size() + 1,
        occasion,
        at,
        fresh,
        hashes.size(),
        HexFormat.of().formatHex(root),
        checkpoint.signed(key.publicKey(), key::sign),
        Checkpoint.verifierKey(checkpoint.origin(), key.publicKey()));
  }

  static List<byte[]> hashes(List<LogRecord> records) {
    return records.stream().flatMap(one -> one.leaves().stream()).map(Leaf::hash).toList();
  }
}
