package vn.minhbach.core.publish.transparency;

import java.util.Map;
import vn.minhbach.core.ledger.CanonicalJson;
import vn.minhbach.core.ledger.ChainTip;

/**
 * One leaf of a campaign's log: where a chain ended when it was anchored.
 *
 * @param chain as {@code 131-2020/06649}
 */
public record Leaf(String chain, ChainTip tip) {

  /** As it is hashed: canonical JSON of chain, seq and hash. */
  public Map<String, Object> tree() {
    return Map.of("chain", chain, "seq", tip.seq(), "hash", tip.hash());
  }

  /** Its hash in the tree. */
  public byte[] hash() {
    return MerkleTree.leaf(CanonicalJson.bytes(tree()));
  }
}
