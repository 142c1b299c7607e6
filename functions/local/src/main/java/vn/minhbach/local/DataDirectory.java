package vn.minhbach.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a local system keeps its data: its own alone while it runs, gone with it if temporary. */
final class DataDirectory implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DataDirectory.class.getName());

  /** What the local system writes into it. */
  private static final List<String> KEPT =
      List.of("dynamodb", "s3", "events", "streams", "logs", "clock");

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  /** It cannot be used; the message names it and the cure, in Vietnamese and English. */
  static final class Unusable extends RuntimeException {

    Unusable(String vietnamese, String english, Path path, Throwable cause) {
      super(
          ("Thư mục dữ liệu %1$s %2$s, hoặc chọn thư mục khác bằng --dir=… | The data directory"
                  + " %1$s %3$s, or choose another with --dir=…")
              .formatted(path, vietnamese, english),
          cause);
    }
  }

  private DataDirectory(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Takes a directory for oneself and makes it where it is missing.
   *
   * @param kept empty for a temporary one
   * @throws Unusable when it cannot be written to, or another local system runs on it
   */
  static DataDirectory take(Optional<Path> kept) {
    Path path = kept.orElseGet(DataDirectory::temporary);
    try {
      Files.createDirectories(path);
      FileChannel lock =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new Unusable(
            "đang có một minhbach khác dùng: dừng chương trình đó",
            "is in use by another minhbach: stop that one",
            path,
            null);
      }
      return new DataDirectory(path, kept.isEmpty(), lock);
    } catch (IOException cannotWrite) {
      throw new Unusable(
          "không ghi được (" + cannotWrite + "): kiểm tra quyền ghi",
          "cannot be written to: check who may write there",
          path,
          cannotWrite);
    }
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException bySameProcess) {
      return false;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("minhbach");
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException("no temporary directory", cannotWrite);
    }
  }

  /** The directory itself. */
  Path path() {
    return path;
  }

  /** Where a part keeps its data, empty when nothing is kept. */
  Optional<Path> of(String part) {
    return temporary ? Optional.empty() : Optional.of(path.resolve(part));
  }

  /**
   * Forgets all data. Only what the local system wrote itself goes.
   *
   * @throws Unusable when something of it cannot be deleted
   */
  void clear() {
    for (String part : KEPT) {
      try (Stream<Path> files = walk(path.resolve(part))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException cannotDelete) {
        throw new Unusable(
            "không xóa được (" + cannotDelete + "): kiểm tra quyền ghi",
            "cannot be emptied: check who may write there",
            path,
            cannotDelete);
      }
    }
  }

  private static Stream<Path> walk(Path path) throws IOException {
    return Files.exists(path) ? Files.walk(path) : Stream.empty();
  }

  /** Lets others use it. */
  @Override
  public void close() throws IOException {
    lock.close();
    if (temporary) {
      try (Stream<Path> files = walk(path)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException leftBehind) {
        LOG.log(Level.DEBUG, "left behind: " + path, leftBehind);
      }
    }
  }
}
