package vn.minhbach.local.dynamodb.item;

import java.util.Arrays;
import java.util.zip.CRC32C;
import vn.minhbach.local.dynamodb.item.AttributeValue.B;
import vn.minhbach.local.dynamodb.item.AttributeValue.N;
import vn.minhbach.local.dynamodb.item.AttributeValue.S;

/** Key values as bytes that SQLite orders as DynamoDB does: strings by UTF-8, numbers by value. */
public final class KeyBytes {

  /** What stands for the sort key in a table that has none. */
  public static final byte[] NONE = {};

  private static final int HASH = 4;

  private KeyBytes() {}

  /** Bytes of a sort key. */
  public static byte[] sort(AttributeValue value) {
    return switch (value) {
      case S text -> text.utf8();
      case N(var number) -> Decimal.ordered(number);
      case B(var bytes) -> bytes.array();
      default -> throw new IllegalArgumentException("no key is of type " + value.type());
    };
  }

  /**
   * Bytes of a partition key, a hash before them: so a scan goes through the partitions in an order
   * that tells nothing, as DynamoDB's does, and segments of a parallel scan are ranges.
   */
  public static byte[] partition(AttributeValue value) {
    byte[] key = sort(value);
    CRC32C hash = new CRC32C();
    hash.update(key);
    byte[] bytes = new byte[HASH + key.length];
    putHash(bytes, hash.getValue());
    System.arraycopy(key, 0, bytes, HASH, key.length);
    return bytes;
  }

  /**
   * Where a segment of a parallel scan begins.
   *
   * @param segment from 0; the one after the last gives the end
   * @return empty after the last
   */
  public static byte[] segmentStart(int segment, int segments) {
    if (segment == segments) {
      byte[] end = new byte[HASH + 1];
      Arrays.fill(end, (byte) 0xFF);
      return end;
    }
    byte[] start = new byte[HASH];
    putHash(start, (segment * 0x1_0000_0000L + segments - 1) / segments);
    return start;
  }

  /** The first bytes after all that begin with these; null when there are none. */
  public static byte[] afterPrefix(byte[] prefix) {
    int last = prefix.length - 1;
    while (last >= 0 && prefix[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    byte[] after = Arrays.copyOf(prefix, last + 1);
    after[last]++;
    return after;
  }

  private static void putHash(byte[] into, long hash) {
    for (int index = 0; index < HASH; index++) {
      into[index] = (byte) (hash >>> 8 * (HASH - 1 - index));
    }
  }
}
