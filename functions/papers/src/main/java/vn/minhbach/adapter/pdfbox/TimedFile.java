package vn.minhbach.adapter.pdfbox;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A file by pages of 4 KB, of which few are in memory, that is read no longer than there is time.
 */
final class TimedFile extends RandomAccessReadBufferedFile {

  private static final int READS = 4_096;

  private final Bounds bounds;
  private int reads;

  TimedFile(Path file, Bounds bounds) throws IOException {
    super(file);
    this.bounds = bounds;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  private void check() {
    if (++reads % READS == 0) {
      bounds.checkTime();
    }
  }
}
