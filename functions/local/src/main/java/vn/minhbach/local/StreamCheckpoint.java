package vn.minhbach.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How far a stream has been delivered: the last sequence number of each shard. Written after a
 * delivery, so that a crash repeats the last batch and loses none. Used by one thread.
 */
final class StreamCheckpoint {

  private static final String STREAM = "stream";

  private final Optional<Path> file;
  private final String stream;
  private final Map<String, String> last = new HashMap<>();

  /**
   * Reads what is there.
   *
   * @param stream ARN; notes of another stream (of a table since deleted) are not used
   */
  StreamCheckpoint(Optional<Path> file, String stream) {
    this.file = file;
    this.stream = stream;
    file.filter(Files::exists).ifPresent(this::load);
  }

  Optional<String> last(String shard) {
    return Optional.ofNullable(last.get(shard));
  }

  void reached(String shard, String sequenceNumber) {
    last.put(shard, sequenceNumber);
    store();
  }

  /** Forgets a shard: it is gone, or its notes are older than the stream keeps records. */
  void forget(String shard) {
    if (last.remove(shard) != null) {
      store();
    }
  }

  private void load(Path from) {
    try {
      Properties read = new Properties();
      read.load(new StringReader(Files.readString(from)));
      if (stream.equals(read.remove(STREAM))) {
        read.stringPropertyNames().forEach(shard -> last.put(shard, read.getProperty(shard)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + from, e);
    }
  }

  private void store() {
    if (file.isEmpty()) {
      return;
    }
    String text =
        last.entrySet().stream()
            .map(shard -> shard.getKey() + "=" + shard.getValue() + "\n")
            .collect(Collectors.joining("", STREAM + "=" + stream + "\n", ""));
    try {
      Path whole = file.get().toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path draft = whole.resolveSibling(whole.getFileName() + ".tmp");
      Files.writeString(draft, text);
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.get(), e);
    }
  }
}
