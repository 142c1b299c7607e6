package vn.minhbach.core.publish.publication;

import java.util.Optional;

/**
 * Port: what anyone reads of published results without asking the system (plan IV.3, the public
 * page). No record: a re-issue overwrites it, and all of it can be written again.
 */
public interface ShownResults {

  /**
   * A file.
   *
   * @param path as the public asks for it, {@code published/131-2020/current.json}
   * @param lasting whether what is under this path never changes; otherwise it may in a minute
   */
  record File(String path, String contentType, byte[] content, boolean lasting) {}

  /** What is shown under a path. */
  Optional<byte[]> content(String path);

  /** Shows a file in the place of what was there. */
  void put(File file);
}
