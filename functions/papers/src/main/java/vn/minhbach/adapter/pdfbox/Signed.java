package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedData;

/**
 * The two ranges of a file that a signature is over ({@code ByteRange}, ISO 32000-1, 12.8.1): all
 * but the signature itself, up to the end that the file had then.
 *
 * @param from where the gap begins, and {@code to} where it ends, in bytes from the beginning
 * @param end of the second range
 */
record Signed(Path file, long from, long to, long end) implements CMSTypedData {

  private static final int BLOCK_BYTES = 64 * 1024;

  /** The ranges as a file states them; null where they are none. */
  static Signed of(Path file, int[] range) throws IOException {
    if (range == null || range.length != 4) {
      return null;
    }
    long from = range[1];
    long to = range[2];
    long end = to + range[3];
    boolean possible =
        range[0] == 0 && from > 0 && to > from && range[3] >= 0 && end <= Files.size(file);
    return possible ? new Signed(file, from, to, end) : null;
  }

  /**
   * Whether the gap holds the signature in hexadecimal digits and nothing beside it: what else lay
   * there nobody would have signed.
   */
  boolean leavesOutOnlyTheSignature() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(from);
      InputStream in = Channels.newInputStream(channel);
      byte[] block = new byte[BLOCK_BYTES];
      long at = from;
      while (at < to) {
        int length = in.read(block, 0, (int) Math.min(block.length, to - at));
        if (length < 0) {
          return false;
        }
        for (int i = 0; i < length; i++, at++) {
          boolean fits =
              at == from ? block[i] == '<' : at == to - 1 ? block[i] == '>' : digit(block[i]);
          if (!fits) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static boolean digit(byte c) {
    return Character.digit(c, 16) >= 0 || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  @Override
  public ASN1ObjectIdentifier getContentType() {
    return CMSObjectIdentifiers.data;
  }

  @Override
  public void write(OutputStream out) throws IOException, CMSException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      copy(channel, 0, from, out);
      copy(channel, to, end, out);
    }
  }

  private static void copy(SeekableByteChannel from, long start, long end, OutputStream to)
      throws IOException {
    from.position(start);
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    for (long left = end - start; left > 0; ) {
      block.clear().limit((int) Math.min(BLOCK_BYTES, left));
      int length = from.read(block);
      if (length < 0) {
        throw new IOException("the file ends before the signed bytes do");
      }
      to.write(block.array(), 0, length);
      left -= length;
    }
  }

  @Override
  public Object getContent() {
    return this;
  }
}
