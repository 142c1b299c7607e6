package vn.minhbach.core.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The public part of an entry as it is written and hashed. For whoever recomputes a chain from its
 * lines alone and has no use for a moment but its text.
 *
 * @param at as {@code 2020-08-03T02:00:00.000Z}
 */
public record Envelope(
    String format,
    String chain,
    long seq,
    String at,
    String kind,
    String bodyHash,
    String previousHash) {

  private static final Pattern AT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z");

  /** Whether it follows the end of its chain in the ledger's own form. */
  public boolean follows(String ownChain, ChainTip before) {
    return format.equals(Entry.FORMAT)
        && chain.equals(ownChain)
        && seq == before.seq() + 1
        && AT.matcher(at).matches()
        && previousHash.equals(before.hash());
  }

  /** As it is hashed. */
  public Map<String, Object> tree() {
    var tree = new TreeMap<String, Object>();
    tree.put("format", format);
    tree.put("chain", chain);
    tree.put("seq", seq);
    tree.put("at", at);
    tree.put("kind", kind);
    tree.put("bodyHash", bodyHash);
    tree.put("previousHash", previousHash);
    return tree;
  }

  /** SHA-256, hex, of the canonical envelope. */
  public String hash() {
    return Sha256.hex(CanonicalJson.bytes(tree()));
  }

  /** The tip after it. */
  public ChainTip tip() {
    return new ChainTip(seq, hash());
  }
}
