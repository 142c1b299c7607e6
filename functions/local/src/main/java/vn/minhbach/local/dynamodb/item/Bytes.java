package vn.minhbach.local.dynamodb.item;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that are a value: equal by content, ordered unsigned as DynamoDB orders them. */
public final class Bytes implements Comparable<Bytes> {

  private final byte[] content;

  /** Takes the array as it is; nobody may change it afterwards. */
  public Bytes(byte[] content) {
    this.content = content;
  }

  /** The bytes themselves, not to be changed. */
  public byte[] array() {
    return content;
  }

  /** How many. */
  public int length() {
    return content.length;
  }

  /** True when these begin with those. */
  public boolean startsWith(Bytes prefix) {
    return content.length >= prefix.content.length
        && Arrays.equals(content, 0, prefix.length(), prefix.content, 0, prefix.length());
  }

  /** True when those stand somewhere in these. */
  public boolean contains(Bytes part) {
    for (int from = 0; from + part.length() <= content.length; from++) {
      if (Arrays.equals(content, from, from + part.length(), part.content, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** In Base64, as the protocol writes them. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(content);
  }
}
