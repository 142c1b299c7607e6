package vn.minhbach.core.publish.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.minhbach.core.ledger.Sha256;

/**
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256. Pure: from the hashes of its leaves.
 *
 * <p>Whoever kept an earlier root can be shown that a later tree only adds to it, and whoever kept
 * a leaf that it is in there, without reading the rest.
 */
public final class MerkleTree {

  private final List<byte[]> leaves;

  private MerkleTree(List<byte[]> leaves) {
    this.leaves = leaves;
  }

  /** The tree over these leaf hashes, in their order. */
  public static MerkleTree of(List<byte[]> leafHashes) {
    return new MerkleTree(List.copyOf(leafHashes));
  }

  /** The hash of a leaf: SHA-256 over 0x00 and its bytes. */
  public static byte[] leaf(byte[] content) {
    var digest = Sha256.digest();
    digest.update((byte) 0);
    return digest.digest(content);
  }

  private static byte[] node(byte[] left, byte[] right) {
    var digest = Sha256.digest();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  public int size() {
    return leaves.size();
  }

  /** The root; of the empty tree SHA-256 over nothing. */
  public byte[] root() {
    return root(size());
  }

  /** The root that the tree had when it was of this size. */
  public byte[] root(int size) {
    return size == 0 ? Sha256.digest().digest() : hash(0, size);
  }

  /** The audit path of a leaf in the tree (2.1.1), from the leaf upwards. */
  public List<byte[]> inclusion(int index) {
    if (index < 0 || index >= size()) {
      throw new IllegalArgumentException("leaf " + index + " of " + size());
    }
    return path(index, 0, size());
  }

  /** That the tree of {@code earlier} leaves is the beginning of this one (2.1.2). */
  public List<byte[]> consistency(int earlier) {
    if (earlier < 1 || earlier > size()) {
      throw new IllegalArgumentException("size " + earlier + " of " + size());
    }
    return earlier == size() ? List.of() : subproof(earlier, 0, size(), true);
  }

  /** Whether an audit path leads from a leaf's hash to a root. */
  public static boolean includes(
      byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether a proof leads from one tree's root to a later one's. */
  public static boolean consistent(
      long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
    if (earlier < 1 || earlier > later) {
      return false;
    }
    if (earlier == later) {
      return proof.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
    }
    var path = new ArrayList<>(proof);
    if (Long.bitCount(earlier) == 1) {
      path.addFirst(earlierRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    long node = earlier - 1;
    long last = later - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] first = path.getFirst();
    byte[] second = first;
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = node(sibling, first);
        second = node(sibling, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = node(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(first, earlierRoot) && Arrays.equals(second, laterRoot);
  }

  private byte[] hash(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + split(to - from);
    return node(hash(from, middle), hash(middle, to));
  }

  private List<byte[]> path(int index, int from, int to) {
    if (to - from == 1) {
      return new ArrayList<>();
    }
    int middle = from + split(to - from);
    boolean left = index < middle;
    List<byte[]> path = left ? path(index, from, middle) : path(index, middle, to);
    path.add(left ? hash(middle, to) : hash(from, middle));
    return path;
  }

  private List<byte[]> subproof(int earlier, int from, int to, boolean whole) {
    int size = to - from;
    if (earlier == size) {
      var proof = new ArrayList<byte[]>();
      if (!whole) {
        proof.add(hash(from, to));
      }
      return proof;
    }
    int split = split(size);
    boolean left = earlier <= split;
    List<byte[]> proof =
        left
            ? subproof(earlier, from, from + split, whole)
            : subproof(earlier - split, from + split, to, false);
    proof.add(left ? hash(from + split, to) : hash(from, from + split));
    return proof;
  }

  /** The largest power of two below {@code size}. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
