package vn.minhbach.core.publish.transparency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.core.CampaignId;

/**
 * One growth of a campaign's log: the chain ends of an anchor that were not in it yet.
 *
 * @param number from 1, without a gap
 * @param occasion of the anchor, as {@code daily-2020-09-25}
 * @param size of the tree with these leaves
 * @param root of that tree, hex
 * @param checkpoint the signed note over size and root
 * @param key that signed it, as verifiers of notes take it
 */
public record LogRecord(
    CampaignId campaign,
    int number,
    String occasion,
    Instant at,
    List<Leaf> leaves,
    int size,
    String root,
    String checkpoint,
    String key) {

  public LogRecord {
    leaves = List.copyOf(leaves);
  }

  /** As it is kept and published, for canonical JSON. */
  public Map<String, Object> tree() {
    var tree = new TreeMap<String, Object>();
    tree.put("format", "minhbach-log-1");
    tree.put("campaign", campaign.value());
    tree.put("number", number);
    tree.put("occasion", occasion);
    tree.put("at", at.toString());
    tree.put("leaves", leaves.stream().map(Leaf::tree).toList());
    tree.put("size", size);
    tree.put("root", root);
    tree.put("checkpoint", checkpoint);
    tree.put("key", key);
    return tree;
  }
}
